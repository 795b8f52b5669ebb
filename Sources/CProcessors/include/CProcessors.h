// Which processor a thread runs on. The system calls behind it are not among those that Swift sees.
#ifndef KOSHTY_PROCESSORS_H
#define KOSHTY_PROCESSORS_H

// The number of the processor the calling thread runs on; -1 where the system does not tell.
int koshty_processor(void);

// The calling thread as koshty_keep_off takes it; -1 where the system does not tell.
int koshty_thread(void);

// Lets one of this program's threads run on any processor the program may use, but this one. Where that leaves none, or
// the system has no such call, nothing happens.
void koshty_keep_off(int thread, int processor);

// Tells the processor that the thread waits in a loop for another one.
static inline void koshty_pause(void) {
#if defined(__x86_64__) || defined(__i386__)
  __builtin_ia32_pause();
#elif defined(__aarch64__)
  __asm__ volatile("yield");
#endif
}

#endif
