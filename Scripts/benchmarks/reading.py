"""d: reading speed in MB/s, beside programs that only look at the bytes."""
import os, shutil, statistics, subprocess, tempfile, time

from .core import ROOT
from .report import growth

WORDS = "(млн|million|млрд|billion)"


def news(folder, megabytes):
    path = f"{folder}/{megabytes}.jsonl"
    with open(path, "w") as out: subprocess.run([f"{ROOT}/Scripts/make-news.sh", str(megabytes)], stdout=out, check=True)
    return path


def run(words, environment):
    """Seconds, and seconds of processor, of one run."""
    before, start = os.times(), time.perf_counter()
    # Not to /dev/null: grep stops at its first match there.
    with tempfile.TemporaryFile() as out: subprocess.run(words, env=environment, stdout=out, check=False)
    taken, after = time.perf_counter() - start, os.times()
    return taken, after.children_user + after.children_system - before.children_user - before.children_system


def measure(koshty, megabytes, runs, report):
    """`megabytes` is what all programs read; a tenth of it is read as well, for the growth of our own time."""
    with tempfile.TemporaryDirectory() as folder:
        path, few = news(folder, megabytes), news(folder, megabytes // 10)
        environment = dict(os.environ, LC_ALL="C.UTF-8", XDG_CACHE_HOME=f"{folder}/cache")
        read = [koshty, "read", "--library", f"{ROOT}/data", "--input", "jsonl", "--workers"]
        programs = [("koshty read, 1 worker", read + ["1", path]), ("koshty read, 2 workers", read + ["2", path]),
                    ("wc -w", ["wc", "-w", path]), ("grep -c", ["grep", "-cE", WORDS, path])]
        if shutil.which("rg"): programs.append(("ripgrep -c", ["rg", "-cE", WORDS, path]))
        # The words of the tables are compiled by the first run and kept; it is thrown away.
        run(read + ["1", few], environment)
        times, spent = {}, {}
        for _ in range(runs):
            for name, words in programs + [("few", read + ["1", few])]:
                taken, work = run(words, environment)
                times.setdefault(name, []).append(taken)
                spent.setdefault(name, []).append(work)
        size, small = os.path.getsize(path) / 1e6, os.path.getsize(few) / 1e6
        rows = [[name, f"{size / min(times[name]):.1f}", f"{size / statistics.median(times[name]):.1f}",
                 f"{size / max(statistics.median(spent[name]), 1e-3):.1f}"] for name, _ in programs]
        report.section(f"d  reading {size:.0f} MB", ["program", "best MB/s", "median MB/s", "MB by processor second"], rows)
        ends = [statistics.median(spent[name]) for name in ("few", programs[0][0])]
        if all(ends): report.note(f"d  reading, {small:.0f} to {size:.0f} MB: growth {growth(*ends, small, size):.2f} (processor, the start included)")
