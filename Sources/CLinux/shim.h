#ifndef CLINCALL_CLINUX_H
#define CLINCALL_CLINUX_H

#include <sys/syscall.h>
#include <unistd.h>

// Has the system begin to bring to the disk what was written to a file, without waiting for it. It promises
// nothing, so what becomes of it does not matter: fsync says whether the content is there.
static inline void clincall_begin_writeback(int descriptor) {
#ifdef SYS_sync_file_range
  const unsigned int write = 2;  // SYNC_FILE_RANGE_WRITE of linux/fs.h
  (void)syscall(SYS_sync_file_range, descriptor, 0L, 0L, write);
#endif
}

#endif
