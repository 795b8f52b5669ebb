"""A program in a pseudo-terminal: when its screen shows something, and how soon after a key it is painted anew."""
import fcntl, os, select, shutil, signal, statistics, struct, tempfile, termios, time


class Session:
    """One run of a program in a terminal of 120 columns and 40 rows."""

    def __init__(self, words, environment, folder=None, columns=120, rows=40):
        self.master, self.slave = os.openpty()
        fcntl.ioctl(self.slave, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        name = os.ttyname(self.slave)
        # Opened in the new session, the terminal becomes its own; nothing of this interpreter is copied.
        actions = [(os.POSIX_SPAWN_OPEN, 0, name, os.O_RDWR, 0), (os.POSIX_SPAWN_DUP2, 0, 1), (os.POSIX_SPAWN_DUP2, 0, 2)]
        program = shutil.which(words[0]) or words[0]
        before = os.getcwd()
        if folder: os.chdir(folder)
        self.started = time.perf_counter()
        self.pid = os.posix_spawn(program, words, environment, file_actions=actions, setsid=True)
        os.chdir(before)
        self.seen = b""
        self.spent = None

    def wait_for(self, mark, seconds=30):
        """Seconds from the start until the screen has been sent the mark; None where it never was."""
        mark = mark.encode()
        while time.perf_counter() - self.started < seconds:
            if not self.read(seconds): return None
            if mark in self.seen: return time.perf_counter() - self.started
            self.seen = self.seen[-200_000:]
        return None

    def read(self, seconds):
        ready, _, _ = select.select([self.master], [], [], seconds)
        if not ready: return False
        try: data = os.read(self.master, 1 << 16)
        except OSError: return False
        self.seen += data
        return bool(data)

    def press(self, key, quiet=0.04, patience=2.0):
        """Seconds from a key to the last byte of the picture that follows; None where nothing is painted."""
        self.seen = b""
        start = time.perf_counter()
        os.write(self.master, key.encode())
        last = None
        while self.read(quiet if last else patience): last = time.perf_counter()
        return last and last - start

    def work(self):
        """Seconds of processor that all threads of the program were given so far; what a busy machine takes away is not in it."""
        spent = 0
        for thread in os.listdir(f"/proc/{self.pid}/task"):
            try:
                with open(f"/proc/{self.pid}/task/{thread}/schedstat") as line: spent += int(line.read().split()[0])
            except OSError: pass
        return spent / 1e9

    def settle(self, quiet=0.3):
        while self.read(quiet): self.seen = self.seen[-1000:]

    def close(self):
        os.close(self.slave)
        try: os.kill(self.pid, signal.SIGTERM)
        except ProcessLookupError: pass
        end = time.perf_counter() + 2
        while time.perf_counter() < end:
            if not self.read(0.2): break
        try: os.kill(self.pid, signal.SIGKILL)
        except ProcessLookupError: pass
        _, _, usage = os.wait4(self.pid, 0)
        self.spent = usage.ru_utime + usage.ru_stime
        os.close(self.master)


class Home:
    """A home of its own for the programs, so that nobody's settings are read or changed."""

    def __init__(self):
        self.folder = tempfile.mkdtemp()
        self.environment = {
            "PATH": os.environ.get("PATH", ""), "HOME": self.folder, "TERM": "xterm-256color", "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8",
            "XDG_CACHE_HOME": f"{self.folder}/cache", "XDG_STATE_HOME": f"{self.folder}/state", "XDG_CONFIG_HOME": f"{self.folder}/config",
            "XDG_DATA_HOME": f"{self.folder}/data"}

    def forget(self, *names):
        for name in names: shutil.rmtree(f"{self.folder}/{name}", ignore_errors=True)

    def close(self): shutil.rmtree(self.folder, ignore_errors=True)


def percentiles(times):
    """p50, p95 and p99, in milliseconds."""
    if len(times) < 2: return [t * 1000 for t in times] * 3
    cuts = statistics.quantiles(times, n=100, method="inclusive")
    return [cuts[49] * 1000, cuts[94] * 1000, cuts[98] * 1000]
