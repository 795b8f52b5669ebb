"""What every piece of the benchmark needs: the programs, the measuring process, clocks, the machine's name."""
import json, os, platform, statistics, subprocess, sys, time

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
TABLES = f"{ROOT}/data/tables"


class Core:
    """The measuring program, one question at a time."""

    def __init__(self, program):
        self.process = subprocess.Popen([program, TABLES], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def ask(self, *words):
        self.process.stdin.write("\t".join(words) + "\n")
        self.process.stdin.flush()
        answer = self.process.stdout.readline().rstrip("\n").split("\t")
        if not answer or answer[0] in ("", "error"): sys.exit(f"koshty-bench {words}: {answer}")
        return [int(answer[0]), *answer[1:]]

    def resident(self):
        with open(f"/proc/{self.process.pid}/status") as status:
            return next(int(line.split()[1]) * 1024 for line in status if line.startswith("VmRSS"))

    def close(self):
        self.process.stdin.close()
        self.process.wait()


def timed(body):
    start = time.perf_counter_ns()
    result = body()
    return time.perf_counter_ns() - start, result


def machine():
    try:
        with open("/proc/cpuinfo") as info: model = next(l.split(":")[1].strip() for l in info if l.startswith("model name"))
    except (OSError, StopIteration): model = platform.processor()
    load = "/".join(f"{n:.1f}" for n in os.getloadavg())
    return f"{model}, {os.cpu_count()} cores, {platform.system()} {platform.release()}, load {load}, {time.strftime('%Y-%m-%d')}"
