#ifndef CLINCALL_CPREFETCH_H
#define CLINCALL_CPREFETCH_H

// Swift has no such instruction. It reads nothing that a program could see, and an address that is not
// mapped is no fault.
static inline void clincall_prefetch(const void *address) { __builtin_prefetch(address); }

#endif
