"""g: instruction counts beside the last ones stored, since times on shared machines say little."""
import json, os, shutil, subprocess, tempfile

from .core import ROOT, TABLES
from .peers import QUERIES

def instructions(program, koshty, report, store):
    if not shutil.which("valgrind"):
        report.absent.add("valgrind")
        return
    path = f"{ROOT}/Scripts/benchmarks/guard.json"
    stored = json.load(open(path)) if os.path.exists(path) else {}
    found = {}
    questions = [("totals of a filter", f"totals\t{QUERIES[0]}", "generate\t10000", (5, 25)), ("facets", "facets\t!donor:eu", "generate\t10000", (5, 25)),
                 ("panes", "panes\tstatus:completed", "generate\t10000", (5, 25)), ("ledger of 1,000 claims", "ledger\t1000", "generate\t0", (1, 2))]
    for label, question, before, (few, many) in questions:
        counts = [count_instructions(program, [before] + [question] * repeats) for repeats in (few, many)]
        found[label] = (counts[1] - counts[0]) // (many - few)
    found["reading of 1 MB"] = count_reading(koshty)
    for label, count in found.items():
        before = stored.get(label)
        change = f"{(count / before - 1) * 100:+.1f} % against {before:,} stored" if before else "nothing stored"
        report.note(f"g  {label}: {count:,} instructions, {change}")
    if store:
        with open(path, "w") as out: json.dump(found, out, indent=2); out.write("\n")


def count_instructions(program, lines):
    return collected([program, TABLES], ("\n".join(lines) + "\n").encode())


def count_reading(koshty):
    """Instructions of reading one megabyte of news, the start included; the words of the tables were compiled before."""
    news = subprocess.run([f"{ROOT}/Scripts/make-news.sh", "1"], capture_output=True).stdout
    words = [koshty, "read", "--library", f"{ROOT}/data", "--input", "jsonl", "--workers", "1", "-"]
    with tempfile.TemporaryDirectory() as cache:
        home = {"XDG_CACHE_HOME": cache}
        subprocess.run(words, input=news, capture_output=True, env={**os.environ, **home})
        return collected(words, news, home)


def collected(words, given, home={}):
    """Instructions of one run as callgrind counts them."""
    with tempfile.TemporaryDirectory() as folder:
        done = subprocess.run(["valgrind", "--tool=callgrind", f"--callgrind-out-file={folder}/out", *words], input=given, capture_output=True,
                              env={**os.environ, **home, "KOSHTY_COUNTED": "1"})
    said = done.stderr.decode(errors="replace").splitlines()
    for line in said:
        if "Collected" in line: return int(line.split()[-1])
    raise RuntimeError(f"valgrind counted nothing: {' / '.join(said[-3:])}")
