package main

// #include <malloc.h>
// static void hold_little(void) {
// #ifdef __GLIBC__
// 	mallopt(M_MMAP_THRESHOLD, 32 * 1024);
// 	mallopt(M_TRIM_THRESHOLD, 1024 * 1024);
// #endif
// }
import "C"

// holdLittle has the C library give large blocks back to the system when they
// are freed. Without a graphics card textures are such blocks, and glibc raises
// the size from which it does so each time one is freed, so that an afternoon
// of visitors leaves its heap in pieces.
func holdLittle() { C.hold_little() }
