#define _GNU_SOURCE 1
#include "include/cpty.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>

int kpty_open(int rows, int columns, int *master, int *slave) {
  struct winsize size = {.ws_row = (unsigned short)rows, .ws_col = (unsigned short)columns};
  // Closed on exec from the start: programs are started on several threads, and none may hold another's terminal.
  char name[64];
  *master = posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC | O_NONBLOCK);
  if (*master < 0) return -1;
  if (grantpt(*master) != 0 || unlockpt(*master) != 0 || ptsname_r(*master, name, sizeof name) != 0) return -1;
  *slave = open(name, O_RDWR | O_NOCTTY | O_CLOEXEC);
  if (*slave < 0) return -1;
  ioctl(*slave, TIOCSWINSZ, &size);
  return 0;
}

int kpty_spawn(const char *path, char *const arguments[], char *const environment[], int slave) {
  pid_t child = fork();
  if (child != 0) return child;
  setsid();
  ioctl(slave, TIOCSCTTY, 0);
  dup2(slave, 0);
  dup2(slave, 1);
  dup2(slave, 2);
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, NULL);
  for (int number = 1; number < 32; number++) signal(number, SIG_DFL);
  execve(path, arguments, environment);
  _exit(127);
}

void kpty_resize(int master, int rows, int columns) {
  struct winsize size = {.ws_row = (unsigned short)rows, .ws_col = (unsigned short)columns};
  ioctl(master, TIOCSWINSZ, &size);
}

int kpty_typed(int slave) {
  int count = 0;
  return ioctl(slave, FIONREAD, &count) == 0 ? count : 0;
}

int kpty_modes(int slave, uint8_t *bytes, int capacity) {
  struct termios modes;
  memset(&modes, 0, sizeof modes);
  if (tcgetattr(slave, &modes) != 0 || capacity < (int)sizeof modes) return 0;
  memcpy(bytes, &modes, sizeof modes);
  return (int)sizeof modes;
}

int kpty_status(int process, int *code) {
  int status = 0;
  pid_t found = waitpid(process, &status, WNOHANG | WUNTRACED);
  *code = 0;
  if (found == 0) return 0;
  if (found < 0) return errno == ECHILD ? 1 : 0;
  if (WIFSTOPPED(status)) return 3;
  if (WIFSIGNALED(status)) {
    *code = WTERMSIG(status);
    return 2;
  }
  *code = WEXITSTATUS(status);
  return 1;
}

int kpty_attributes(const VTermScreenCell *cell) {
  return (cell->attrs.bold ? 1 : 0) | (cell->attrs.underline ? 2 : 0) | (cell->attrs.reverse ? 4 : 0);
}

static int rgb(const VTermColor *colour) {
  if (colour->type & VTERM_COLOR_DEFAULT_MASK) return -1;
  if (!VTERM_COLOR_IS_RGB(colour)) return -2 - colour->indexed.idx;
  return colour->rgb.red << 16 | colour->rgb.green << 8 | colour->rgb.blue;
}

int kpty_ink(const VTermScreenCell *cell) { return rgb(&cell->fg); }

int kpty_ground(const VTermScreenCell *cell) { return rgb(&cell->bg); }
