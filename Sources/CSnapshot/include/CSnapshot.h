#ifndef CLINCALL_CSNAPSHOT_H
#define CLINCALL_CSNAPSHOT_H

#include <stddef.h>

// The embedded knowledge base: the three files of a knowledge-base folder, each possibly empty
// (size 0) in a build that was made without `make`. The bytes live as long as the process.
const unsigned char *clincall_snapshot_manifest(size_t *size);
const unsigned char *clincall_snapshot_grch37(size_t *size);
const unsigned char *clincall_snapshot_grch38(size_t *size);

#endif
