#ifndef CLINCALL_CHTS_H
#define CLINCALL_CHTS_H

#include <malloc.h>

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

/// Has freed buffers of megabytes kept for the next ones: the C library's own header is in no module.
///
/// 32 MiB is the most that it takes for what is mapped alone; its arenas grow by 64 MiB at most.
static inline void clincall_keep_large_buffers(void) {
  mallopt(M_MMAP_THRESHOLD, 32 << 20);
  mallopt(M_TRIM_THRESHOLD, 512 << 20);
  mallopt(M_TOP_PAD, 8 << 20);
}

#endif
