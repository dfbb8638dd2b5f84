#ifndef CLINCALL_CHTS_H
#define CLINCALL_CHTS_H

#include <htslib/bgzf.h>
#include <htslib/faidx.h>
#include <htslib/hts.h>
#include <htslib/hts_log.h>
#include <htslib/kstring.h>
#include <htslib/tbx.h>
#include <htslib/vcf.h>

// Static inline functions with unnamed unions and macros do not all reach Swift; these do.

/// The flags that say what a parsed record leaves undeclared or wrong.
static inline int clincall_bcf_errcode(const bcf1_t *record) { return record->errcode; }

/// The four numbers of a record's fixed fields that are kept as bit fields.
static inline uint32_t clincall_bcf_allele_info(const bcf1_t *record) {
  return (uint32_t)record->n_allele << 16 | (uint32_t)record->n_info;
}
static inline uint32_t clincall_bcf_fmt_sample(const bcf1_t *record) {
  return (uint32_t)record->n_fmt << 24 | (uint32_t)record->n_sample;
}

/// Indexes a table of contig, start and end (0-based half-open) as tabix -p bed does.
static inline int clincall_index_table(const char *file, const char *index, int min_shift) {
  return tbx_index_build3(file, index, min_shift, 0, &tbx_conf_bed);
}

#endif
