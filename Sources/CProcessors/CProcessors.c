#ifdef __linux__
#define _GNU_SOURCE
#include <sched.h>
#include <unistd.h>
#endif
#include "CProcessors.h"

#ifdef __linux__

int koshty_processor(void) { return sched_getcpu(); }

int koshty_thread(void) { return gettid(); }

void koshty_keep_off(int thread, int processor) {
  if (thread < 0 || processor < 0 || processor >= CPU_SETSIZE) return;
  cpu_set_t others;
  // The program's first thread is never kept off anything: it has what the program was given.
  if (sched_getaffinity(getpid(), sizeof others, &others) != 0) return;
  CPU_CLR(processor, &others);
  if (CPU_COUNT(&others) > 0) sched_setaffinity(thread, sizeof others, &others);
}

#else

int koshty_processor(void) { return -1; }
int koshty_thread(void) { return -1; }
void koshty_keep_off(int thread, int processor) { (void)thread, (void)processor; }

#endif
