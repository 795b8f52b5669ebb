#ifdef __linux__
#define _GNU_SOURCE
#include <sched.h>
#endif
#include "CProcessors.h"

#ifdef __linux__

int koshty_processor(void) { return sched_getcpu(); }

void koshty_leave_processor(int processor) {
  static _Thread_local cpu_set_t allowed;
  static _Thread_local int known = 0;
  if (!known) known = sched_getaffinity(0, sizeof allowed, &allowed) == 0 ? 1 : -1;
  if (known < 0 || processor < 0 || processor >= CPU_SETSIZE) return;
  cpu_set_t others = allowed;
  CPU_CLR(processor, &others);
  if (CPU_COUNT(&others) > 0) sched_setaffinity(0, sizeof others, &others);
}

#else

int koshty_processor(void) { return -1; }
void koshty_leave_processor(int processor) { (void)processor; }

#endif
