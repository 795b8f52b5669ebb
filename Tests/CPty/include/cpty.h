// A pseudo-terminal with a program in it, and libvterm's bit fields, which Swift cannot see.
#ifndef KOSHTY_CPTY_H
#define KOSHTY_CPTY_H
#include <stdint.h>
#include <vterm.h>

// Makes a terminal; -1 if there is none. `slave` stays open in this process, so that the terminal's modes can be read before
// the program has started and after it has ended.
int kpty_open(int rows, int columns, int *master, int *slave);
// Starts a program as the leader of a session on a terminal; -1 if it cannot.
int kpty_spawn(const char *path, char *const arguments[], char *const environment[], int slave);
// How many bytes were typed that the program has not read yet.
int kpty_typed(int slave);
void kpty_resize(int master, int rows, int columns);
// The terminal's modes as bytes that can be compared; the number of bytes.
int kpty_modes(int slave, uint8_t *bytes, int capacity);
// 0 still running, 1 exited with `code`, 2 ended by signal `code`, 3 stopped.
int kpty_status(int process, int *code);
// 1 bold, 2 underlined, 4 reversed.
int kpty_attributes(const VTermScreenCell *cell);
// 24 bits of colour; -1 the terminal's own, -2 - n the n-th of its palette.
int kpty_ink(const VTermScreenCell *cell);
int kpty_ground(const VTermScreenCell *cell);
#endif
