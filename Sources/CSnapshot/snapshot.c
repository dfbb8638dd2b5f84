// The embedded knowledge base. `make` compiles the text tables beside this file into the
// git-ignored folder snapshot.kb and touches this file, so that the next build embeds it.
//
// `#embed` (C23; the toolchain's clang has it in C17 too) takes 5 MB within a 4 s build, where a generated Swift array literal of 1 MB does not
// compile in 100 s.

#include "CSnapshot.h"

#if defined(__has_embed)
#if __has_embed("snapshot.kb/manifest.json") && __has_embed("snapshot.kb/GRCh37.kb") && \
    __has_embed("snapshot.kb/GRCh38.kb")
#define CLINCALL_HAS_SNAPSHOT 1
#endif
#endif

#ifdef CLINCALL_HAS_SNAPSHOT

#pragma clang diagnostic ignored "-Wc23-extensions"

// The store's columns are 64-byte aligned relative to the start of the file.
_Alignas(64) static const unsigned char manifest[] = {
#embed "snapshot.kb/manifest.json"
};
_Alignas(64) static const unsigned char grch37[] = {
#embed "snapshot.kb/GRCh37.kb"
};
_Alignas(64) static const unsigned char grch38[] = {
#embed "snapshot.kb/GRCh38.kb"
};

const unsigned char *clincall_snapshot_manifest(size_t *size) {
  *size = sizeof manifest;
  return manifest;
}
const unsigned char *clincall_snapshot_grch37(size_t *size) {
  *size = sizeof grch37;
  return grch37;
}
const unsigned char *clincall_snapshot_grch38(size_t *size) {
  *size = sizeof grch38;
  return grch38;
}

#else

static const unsigned char nothing[] = {0};

const unsigned char *clincall_snapshot_manifest(size_t *size) {
  *size = 0;
  return nothing;
}
const unsigned char *clincall_snapshot_grch37(size_t *size) {
  *size = 0;
  return nothing;
}
const unsigned char *clincall_snapshot_grch38(size_t *size) {
  *size = 0;
  return nothing;
}

#endif
