#define _GNU_SOURCE 1
#include "shim.h"

#include <curses.h>
#include <errno.h>
#include <fcntl.h>
#include <langinfo.h>
#include <locale.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <term.h>
#include <termios.h>
#include <unistd.h>
#include <wchar.h>

static struct termios saved_modes;
static int has_saved_modes;
static volatile sig_atomic_t is_open;
static int pipe_ends[2] = {-1, -1};
static SCREEN *screen;
static int has_defaults;
static int wants_mouse;
static sigset_t wait_mask;

// What a trap handler writes: composed while all is well, because nothing can be composed there.
static char restore_bytes[256];
static volatile sig_atomic_t restore_count;

static const char private_on[] = "\033[?2004h";
static const char private_off[] = "\033[?1002l\033[?1006l\033[?2004l";
static const char mouse_on[] = "\033[?1002h\033[?1006h";
static const char mouse_off[] = "\033[?1002l\033[?1006l";

// Codes of our own for what `define_key` teaches curses; above all codes curses gives out itself.
enum { CODE_MOUSE = 0x4001, CODE_PASTE = 0x4002 };

int kn_locale(void) {
  setlocale(LC_ALL, "");
  if (strcmp(nl_langinfo(CODESET), "UTF-8") != 0) {
    if (!setlocale(LC_CTYPE, "C.UTF-8")) setlocale(LC_CTYPE, "en_US.UTF-8");
  }
  setlocale(LC_NUMERIC, "C");
  return strcmp(nl_langinfo(CODESET), "UTF-8") == 0;
}

int kn_wcwidth(uint32_t scalar) { return wcwidth((wchar_t)scalar); }

static void write_all(int descriptor, const char *bytes, size_t count) {
  while (count > 0) {
    ssize_t written = write(descriptor, bytes, count);
    if (written < 0 && errno == EINTR) continue;
    if (written < 0 && errno == EAGAIN) {
      struct pollfd out = {.fd = descriptor, .events = POLLOUT};
      if (poll(&out, 1, 1000) > 0) continue;
    }
    if (written <= 0) return;
    bytes += written;
    count -= (size_t)written;
  }
}

// A signal that asks to end, to stop or to go on: a byte into the pipe, the loop does the rest.
static void on_request(int signal_number) {
  int saved_errno = errno;
  char byte = 't';
  switch (signal_number) {
  case SIGINT: byte = 'i'; break;
  case SIGHUP: byte = 'h'; break;
  case SIGQUIT: byte = 'q'; break;
  case SIGTSTP: byte = 'z'; break;
  case SIGCONT: byte = 'c'; break;
  case SIGWINCH: byte = 'r'; break;
  }
  ssize_t ignored = write(pipe_ends[1], &byte, 1);
  (void)ignored;
  errno = saved_errno;
}

// A trap: give the terminal back with fixed bytes, then die of the same signal.
static void on_trap(int signal_number) {
  if (is_open) {
    is_open = 0;
    write_all(STDOUT_FILENO, restore_bytes, (size_t)restore_count);
    tcsetattr(STDIN_FILENO, TCSANOW, &saved_modes);
  }
  signal(signal_number, SIG_DFL);
  raise(signal_number);
}

static void install(int signal_number, void (*handler)(int), int flags) {
  struct sigaction old, action;
  if (sigaction(signal_number, NULL, &old) == 0 && old.sa_handler == SIG_IGN) return;
  memset(&action, 0, sizeof action);
  action.sa_handler = handler;
  action.sa_flags = flags;
  sigemptyset(&action.sa_mask);
  sigaction(signal_number, &action, NULL);
}

void kn_prepare(void) {
  if (!has_saved_modes) has_saved_modes = tcgetattr(STDIN_FILENO, &saved_modes) == 0;
  if (pipe_ends[0] < 0 && pipe2(pipe_ends, O_CLOEXEC | O_NONBLOCK) != 0) pipe_ends[0] = pipe_ends[1] = -1;
  static char stack[65536];
  stack_t alternate = {.ss_sp = stack, .ss_size = sizeof stack};
  sigaltstack(&alternate, NULL);
  const int traps[] = {SIGILL, SIGTRAP, SIGABRT, SIGSEGV, SIGBUS, SIGFPE};
  for (size_t i = 0; i < sizeof traps / sizeof *traps; i++) install(traps[i], on_trap, SA_ONSTACK);
  const int requests[] = {SIGTERM, SIGINT, SIGHUP, SIGQUIT, SIGTSTP, SIGCONT};
  for (size_t i = 0; i < sizeof requests / sizeof *requests; i++) install(requests[i], on_request, SA_RESTART);
  // SIGWINCH is heard only inside ppoll, so that none can slip by between reading and waiting.
  sigset_t winch;
  sigemptyset(&winch);
  sigaddset(&winch, SIGWINCH);
  sigprocmask(SIG_BLOCK, &winch, &wait_mask);
  sigdelset(&wait_mask, SIGWINCH);
}

static void add_restore(const char *bytes) {
  if (!bytes || bytes == (char *)-1) return;
  size_t length = strlen(bytes);
  if ((size_t)restore_count + length > sizeof restore_bytes) return;
  memcpy(restore_bytes + restore_count, bytes, length);
  restore_count += (int)length;
}

int kn_has_private_modes(void) {
  const char *smcup = tigetstr("smcup");
  return smcup && smcup != (char *)-1 && *smcup;
}

extern const char kn_xterm_direct[], kn_tmux_direct[];

int kn_open_direct(int is_tmux) {
  const char *own = getenv("TERMINFO");
  char *kept = own ? strdup(own) : NULL;
  setenv("TERMINFO", is_tmux ? kn_tmux_direct : kn_xterm_direct, 1);
  int is_open = kn_open(is_tmux ? "koshty-tmux-direct" : "koshty-direct", 1);
  if (kept) setenv("TERMINFO", kept, 1);
  else unsetenv("TERMINFO");
  free(kept);
  return is_open;
}

int kn_open(const char *type, int wants_colours) {
  if (!getenv("ESCDELAY")) set_escdelay(25);
  screen = newterm((char *)type, stdout, stdin);
  if (!screen) return 0;
  // Until it once came back from endwin, ncurses 6.4 takes itself for a program without a screen and sends every movement of
  // the cursor by itself: a picture in eighty pieces, each of which wakes the terminal. The first picture comes back.
  endwin();
  restore_count = 0;
  if (kn_has_private_modes()) add_restore(private_off);
  add_restore(tigetstr("sgr0"));
  add_restore(tigetstr("rmkx"));
  add_restore(tigetstr("rmcup"));
  add_restore(tigetstr("cnorm"));
  add_restore("\r\n");
  is_open = 1;
  cbreak();
  noecho();
  nonl();
  keypad(stdscr, TRUE);
  nodelay(stdscr, TRUE);
  intrflush(stdscr, FALSE);
  idlok(stdscr, TRUE);
  define_key("\033[A", KEY_UP);
  define_key("\033[B", KEY_DOWN);
  define_key("\033[C", KEY_RIGHT);
  define_key("\033[D", KEY_LEFT);
  define_key("\033[H", KEY_HOME);
  define_key("\033[F", KEY_END);
  define_key("\033[Z", KEY_BTAB);
  define_key("\033[<", CODE_MOUSE);
  define_key("\033[200~", CODE_PASTE);
  has_defaults = 0;
  if (wants_colours && has_colors()) {
    start_color();
    has_defaults = use_default_colors() == OK;
  }
  if (kn_has_private_modes()) kn_send(private_on, sizeof private_on - 1);
  return 1;
}

void kn_close(int isGone) {
  if (!is_open) return;
  is_open = 0;
  if (!isGone) {
    int leaves_picture = !kn_has_private_modes();
    if (!leaves_picture) kn_send(private_off, sizeof private_off - 1);
    endwin();
    // Without a screen of its own the picture stays: what comes next begins below it.
    if (leaves_picture) kn_send("\r\n", 2);
  }
  if (has_saved_modes) tcsetattr(STDIN_FILENO, TCSANOW, &saved_modes);
}

void kn_size(int *width, int *height) {
  *width = getmaxx(stdscr);
  *height = getmaxy(stdscr);
}

int kn_update_size(void) {
  struct winsize size;
  if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_row == 0 || size.ws_col == 0) return 0;
  if (size.ws_row == getmaxy(stdscr) && size.ws_col == getmaxx(stdscr)) return 0;
  resizeterm(size.ws_row, size.ws_col);
  return 1;
}

int kn_colours(void) { return has_colors() ? COLORS : 0; }
int kn_pairs(void) { return has_colors() ? COLOR_PAIRS : 0; }
int kn_has_default_colours(void) { return has_defaults; }

int kn_make_pair(int pair, int foreground, int background) {
  return init_extended_pair(pair, foreground, background) == OK;
}

void kn_put(int row, int column, const uint32_t *scalars, int count, int attributes, int pair) {
  wchar_t text[6];
  int used = 0;
  for (; used < count && used < 5; used++) text[used] = (wchar_t)scalars[used];
  text[used] = 0;
  attr_t attrs = A_NORMAL;
  if (attributes & KN_BOLD) attrs |= A_BOLD;
  if (attributes & KN_DIM) attrs |= A_DIM;
  if (attributes & KN_REVERSE) attrs |= A_REVERSE;
  if (attributes & KN_UNDERLINE) attrs |= A_UNDERLINE;
#ifdef A_ITALIC
  if (attributes & KN_ITALIC) attrs |= A_ITALIC;
#endif
  cchar_t cell;
  if (setcchar(&cell, text, attrs, 0, &pair) == OK) mvadd_wch(row, column, &cell);
}

void kn_erase(void) { erase(); }

// Curses looks for moved rows by itself, but for rows that are the same to the last cell: beside a scrollbar or a cursor it
// finds few of them. So it is shown a picture with nothing but the rows moved first.
void kn_scroll(int top, int bottom, int count) {
  scrollok(stdscr, TRUE);
  leaveok(stdscr, TRUE);
  wsetscrreg(stdscr, top, bottom);
  wscrl(stdscr, count);
  wsetscrreg(stdscr, 0, getmaxy(stdscr) - 1);
  scrollok(stdscr, FALSE);
  refresh();
  leaveok(stdscr, FALSE);
}

void kn_show(int row, int column) {
  if (row >= 0 && column >= 0) {
    curs_set(1);
    move(row, column);
  } else {
    curs_set(0);
  }
  refresh();
}

void kn_invalidate(void) { clearok(curscr, TRUE); }

int kn_wait(int milliseconds) {
  struct pollfd watched[2] = {
      {.fd = STDIN_FILENO, .events = POLLIN}, {.fd = pipe_ends[0], .events = POLLIN}};
  struct timespec limit = {.tv_sec = milliseconds / 1000, .tv_nsec = (milliseconds % 1000) * 1000000L};
  int ready = ppoll(watched, 2, milliseconds < 0 ? NULL : &limit, &wait_mask);
  if (ready <= 0) return 0;
  int result = 0;
  if (watched[0].revents & POLLIN) result |= KN_INPUT;
  if (watched[0].revents & (POLLHUP | POLLERR | POLLNVAL)) result |= KN_HANGUP;
  if (watched[1].revents & POLLIN) result |= KN_PIPE;
  return result;
}

int kn_available(void) {
  int count = 0;
  return ioctl(STDIN_FILENO, FIONREAD, &count) == 0 ? count : -1;
}

int kn_get(uint32_t *value) {
  wint_t typed = 0;
  switch (get_wch(&typed)) {
  case OK: *value = (uint32_t)typed; return KN_CHARACTER;
  case KEY_CODE_YES: break;
  default: return KN_NONE;
  }
  *value = 0;
  switch (typed) {
  case KEY_RESIZE: return KN_RESIZE;
  case CODE_MOUSE: return KN_MOUSE;
  case CODE_PASTE: return KN_PASTE;
  case KEY_UP: *value = KN_UP; break;
  case KEY_DOWN: *value = KN_DOWN; break;
  case KEY_LEFT: *value = KN_LEFT; break;
  case KEY_RIGHT: *value = KN_RIGHT; break;
  case KEY_HOME: *value = KN_HOME; break;
  case KEY_END: *value = KN_END; break;
  case KEY_PPAGE: *value = KN_PAGE_UP; break;
  case KEY_NPAGE: *value = KN_PAGE_DOWN; break;
  case KEY_ENTER: *value = KN_ENTER; break;
  case KEY_BACKSPACE: *value = KN_BACKSPACE; break;
  case KEY_DC: *value = KN_DELETE; break;
  case KEY_IC: *value = KN_INSERT; break;
  case KEY_BTAB: *value = KN_BACK_TAB; break;
  default:
    if (typed > KEY_F0 && typed <= KEY_F(12)) *value = KN_FUNCTION + (typed - KEY_F0);
    break;
  }
  return KN_KEY;
}

int kn_read_pipe(unsigned char *bytes, int capacity) {
  ssize_t count = read(pipe_ends[0], bytes, (size_t)capacity);
  return count > 0 ? (int)count : 0;
}

void kn_wake(void) {
  ssize_t ignored = write(pipe_ends[1], "w", 1);
  (void)ignored;
}

void kn_stop(void) {
  if (kn_has_private_modes()) kn_send(private_off, sizeof private_off - 1);
  endwin();
  struct sigaction ours, usual;
  memset(&usual, 0, sizeof usual);
  usual.sa_handler = SIG_DFL;
  sigaction(SIGTSTP, &usual, &ours);
  raise(SIGTSTP);
  sigaction(SIGTSTP, &ours, NULL);
  kn_resume();
}

void kn_resume(void) {
  endwin();
  kn_update_size();
  clearok(curscr, TRUE);
  refresh();
  if (kn_has_private_modes()) kn_send(private_on, sizeof private_on - 1);
  if (wants_mouse) kn_mouse(1);
}

void kn_send(const char *bytes, size_t count) {
  fflush(stdout);
  write_all(STDOUT_FILENO, bytes, count);
}

void kn_mouse(int isOn) {
  wants_mouse = isOn;
  if (!kn_has_private_modes()) return;
  if (isOn) kn_send(mouse_on, sizeof mouse_on - 1);
  else kn_send(mouse_off, sizeof mouse_off - 1);
}

int kn_raw(int isOn) {
  if (!has_saved_modes) return 0;
  struct termios modes = saved_modes;
  if (isOn) {
    modes.c_lflag &= (tcflag_t) ~(ICANON | ECHO);
    modes.c_cc[VMIN] = 1;
    modes.c_cc[VTIME] = 0;
  }
  return tcsetattr(STDIN_FILENO, TCSADRAIN, &modes) == 0;
}

int kn_columns(void) {
  struct winsize size;
  return ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 ? size.ws_col : 0;
}

// Curses hears of sizes itself once it was opened; its handler is kept for coming back to it.
void kn_hear_sizes(int isOn) {
  static struct sigaction before;
  static int is_hearing = 0;
  if (isOn == is_hearing) return;
  is_hearing = isOn;
  if (!isOn) {
    sigaction(SIGWINCH, &before, NULL);
    return;
  }
  sigaction(SIGWINCH, NULL, &before);
  install(SIGWINCH, on_request, SA_RESTART);
}
