#ifndef CLINCALL_CPROCESSOR_H
#define CLINCALL_CPROCESSOR_H

#include <stdint.h>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

// Asks for memory ahead of its use. It reads nothing that a program could see, and an address that is not
// mapped is no fault.
static inline void clincall_prefetch(const void *address) { __builtin_prefetch(address); }

// Of 64 bytes a bit each, the first one lowest, set where the byte is a, b or c; on any processor.
static inline uint64_t clincall_marks_bytewise(const uint8_t *bytes, uint8_t a, uint8_t b, uint8_t c) {
  uint64_t marks = 0;
  for (int index = 0; index < 64; index++) {
    uint8_t byte = bytes[index];
    marks |= (uint64_t)(byte == a || byte == b || byte == c) << index;
  }
  return marks;
}

#if defined(__SSE2__)
// The same, sixteen bytes at a time.
static inline uint64_t clincall_marks(const uint8_t *bytes, uint8_t a, uint8_t b, uint8_t c) {
  const __m128i first = _mm_set1_epi8((char)a);
  const __m128i second = _mm_set1_epi8((char)b);
  const __m128i third = _mm_set1_epi8((char)c);
  uint64_t marks = 0;
  for (int part = 0; part < 4; part++) {
    const __m128i sixteen = _mm_loadu_si128((const __m128i *)(bytes + 16 * part));
    const __m128i found =
        _mm_or_si128(_mm_or_si128(_mm_cmpeq_epi8(sixteen, first), _mm_cmpeq_epi8(sixteen, second)),
                     _mm_cmpeq_epi8(sixteen, third));
    marks |= (uint64_t)(uint32_t)_mm_movemask_epi8(found) << (16 * part);
  }
  return marks;
}
#else
static inline uint64_t clincall_marks(const uint8_t *bytes, uint8_t a, uint8_t b, uint8_t c) {
  return clincall_marks_bytewise(bytes, a, b, c);
}
#endif

#endif
