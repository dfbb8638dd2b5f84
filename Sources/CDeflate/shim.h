#ifndef CLINCALL_CDEFLATE_H
#define CLINCALL_CDEFLATE_H

#include <libdeflate.h>
#include <zlib.h>

// `inflateInit2` is a macro that passes the header's version and the size of z_stream; Swift imports
// no function-like macros. 15 + 16: the largest window, gzip framing (so zlib checks CRC and ISIZE).
static inline int clincall_gzip_inflate_init(z_stream *stream) {
  return inflateInit2(stream, 15 + 16);
}

#endif
