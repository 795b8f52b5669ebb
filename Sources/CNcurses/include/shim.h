// ncursesw for Swift: what Swift cannot see (macros, variadic functions, globals) behind plain functions, and what must
// live in C (saved terminal modes, signal handlers). No drawing, no decision.
#ifndef KOSHTY_CNCURSES_SHIM_H
#define KOSHTY_CNCURSES_SHIM_H

#define _XOPEN_SOURCE_EXTENDED 1
#define NCURSES_WIDECHAR 1
#include <stddef.h>
#include <stdint.h>

// Attributes of a cell, put together with |.
enum {
  KN_BOLD = 1, KN_DIM = 2, KN_REVERSE = 4, KN_UNDERLINE = 8, KN_ITALIC = 16,
};

// What kn_get found.
enum {
  KN_NONE = 0, KN_CHARACTER = 1, KN_KEY = 2, KN_RESIZE = 3, KN_MOUSE = 4, KN_PASTE = 5,
};

// Keys by name, as kn_get gives them with KN_KEY.
enum {
  KN_UP = 1, KN_DOWN, KN_LEFT, KN_RIGHT, KN_HOME, KN_END, KN_PAGE_UP, KN_PAGE_DOWN, KN_ENTER, KN_BACKSPACE,
  KN_DELETE, KN_INSERT, KN_BACK_TAB, KN_FUNCTION, // KN_FUNCTION + n is F n
};

// What kn_wait saw, put together with |.
enum {
  KN_INPUT = 1, KN_PIPE = 2, KN_HANGUP = 4,
};

// Takes the locale of the environment, else C.UTF-8; 1 if characters are UTF-8 now.
int kn_locale(void);
// Columns the C library gives a scalar: -1, 0, 1 or 2.
int kn_wcwidth(uint32_t scalar);
// Remembers the terminal's modes and installs the handlers of signals and traps; before anything is changed.
void kn_prepare(void);
// Begins on a terminal of that type, with colours or without; 0 if there is no such type.
int kn_open(const char *type, int wants_colours);
// The same with 24-bit colour, as xterm does it or as tmux does; 0 if ncurses does not take the description.
int kn_open_direct(int is_tmux);
// Gives the terminal back as it was found; may be called twice.
void kn_close(int isGone);
void kn_size(int *width, int *height);
// Takes over the size the kernel knows, if it is another; 1 if so.
int kn_update_size(void);
// 0 where there are none.
int kn_colours(void);
int kn_pairs(void);
int kn_has_default_colours(void);
// Makes pair n of two colours, -1 being the terminal's own; 0 if it cannot.
int kn_make_pair(int pair, int foreground, int background);
// Puts one character with its marks at a place.
void kn_put(int row, int column, const uint32_t *scalars, int count, int attributes, int pair);
void kn_erase(void);
// Moves whole rows, those from top to bottom, up by count (down where it is negative), and blanks what is left behind; a
// terminal that can does so by itself. Before anything of the next picture is put.
void kn_scroll(int top, int bottom, int count);
// Sends the picture; the cursor rests at a place, or is hidden at -1.
void kn_show(int row, int column);
// Forgets what the terminal shows: the next kn_show sends all of it.
void kn_invalidate(void);
// Waits for input, the pipe or a signal, up to a time in milliseconds (-1: for ever).
int kn_wait(int milliseconds);
// The next thing typed, without waiting.
int kn_get(uint32_t *value);
// Bytes of input the kernel holds; -1 if it cannot tell.
int kn_available(void);
// Bytes out of the pipe: 'w' woken, 'c' continued, 'z' asked to stop, 'r' another size, 't' 'i' 'h' 'q' asked to end.
int kn_read_pipe(unsigned char *bytes, int capacity);
// Wakes kn_wait; from any thread.
void kn_wake(void);
// Leaves the terminal, stops this process as its shell expects, and comes back to the terminal afterwards.
void kn_stop(void);
// After having been stopped by somebody else: takes the terminal again.
void kn_resume(void);
// Bytes for the terminal that curses knows nothing of.
void kn_send(const char *bytes, size_t count);
// Mouse reporting (buttons, drags and wheel, SGR coordinates) on or off.
void kn_mouse(int isOn);
// Keys one by one without echo, or the modes as they were; for writing line by line. 1 if it is a terminal.
int kn_raw(int isOn);
// Columns of the terminal of standard output; 0 where it is none or does not know.
int kn_columns(void);
// Whether another size of the terminal comes through the pipe; for when curses does not hold the terminal.
void kn_hear_sizes(int isOn);
// Whether the terminal type has an alternate screen; such terminals understand private modes.
int kn_has_private_modes(void);

#endif
