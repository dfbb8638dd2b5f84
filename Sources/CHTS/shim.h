#ifndef CLINCALL_CHTS_H
#define CLINCALL_CHTS_H

#include <htslib/bgzf.h>
#include <htslib/faidx.h>
#include <htslib/hts.h>

#endif
