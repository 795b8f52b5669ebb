// Which processor a thread runs on. The system calls behind it are not among those that Swift sees.
#ifndef KOSHTY_PROCESSORS_H
#define KOSHTY_PROCESSORS_H

// The number of the processor the calling thread runs on; -1 where the system does not tell.
int koshty_processor(void);

// Moves the calling thread to any processor it was allowed when it first asked, but this one. Where that leaves none, or
// the system has no such call, nothing happens.
void koshty_leave_processor(int processor);

#endif
