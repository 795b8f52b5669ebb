"""d: reading speed in MB/s, beside programs that only look at the bytes."""
import os, shutil, statistics, subprocess, tempfile, time

from .core import ROOT


def measure(koshty, megabytes, runs, report):
    with tempfile.TemporaryDirectory() as folder:
        path = f"{folder}/news.jsonl"
        with open(path, "w") as news: subprocess.run([f"{ROOT}/Scripts/make-news.sh", str(megabytes)], stdout=news, check=True)
        environment = dict(os.environ, LC_ALL="C.UTF-8", XDG_CACHE_HOME=f"{folder}/cache")
        read = [koshty, "read", "--library", f"{ROOT}/data", "--input", "jsonl"]
        programs = [("koshty read, 1 worker", read + ["--workers", "1", path]), ("koshty read, 2 workers", read + ["--workers", "2", path]),
                    ("wc -w", ["wc", "-w", path]), ("grep -c", ["grep", "-cE", "(млн|million|млрд|billion)", path])]
        if shutil.which("rg"): programs.append(("ripgrep -c", ["rg", "-cE", "(млн|million|млрд|billion)", path]))
        times, spent = {}, {}
        for _ in range(runs):
            for name, words in programs:
                before, start = os.times(), time.perf_counter()
                subprocess.run(words, env=environment, stdout=subprocess.DEVNULL, check=False)
                times.setdefault(name, []).append(time.perf_counter() - start)
                after = os.times()
                spent.setdefault(name, []).append(after.children_user + after.children_system - before.children_user - before.children_system)
        size = os.path.getsize(path) / 1e6
        rows = [[name, f"{size / min(times[name]):.1f}", f"{size / statistics.median(times[name]):.1f}", f"{size / statistics.median(spent[name]):.1f}"]
                for name, _ in programs]
        report.section(f"d  reading {size:.0f} MB", ["program", "best MB/s", "median MB/s", "MB by processor second"], rows)
