#!/usr/bin/env python3
"""make bench: measure Koshty beside its peers and its own floor, and print its tables.

usage: bench.py [--sizes 10000,100000,1000000] [--runs 7] [--only a,b,c,d,e,f,g,k] [--store]

Pieces: a start to first frame, b filter and totals by sector, c key to paint, d reading, e memory, f ledger,
k what else a key asks for, g instruction counts beside the last ones stored (--store keeps the new ones).
Runs are paired: in each round every program answers once, and medians are taken over the rounds. Peers that are not
installed are named as absent.

Python's own sqlite3 is always there; DuckDB, polars and pandas are taken from .build-bench, a virtual environment:
    python3 -m venv .build-bench && .build-bench/bin/pip install duckdb polars pandas
tig, newsboat, ncdu and VisiData are the system's packages.
"""
import argparse, os, subprocess, sys, time, traceback

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from benchmarks import guard, keys, ledger, reading, start, totals
from benchmarks.core import ROOT, Core, machine
from benchmarks.report import Report


def reexec_in_environment():
    """Runs under the virtual environment's Python where there is one."""
    python = f"{ROOT}/.build-bench/bin/python"
    if os.path.exists(python) and os.path.realpath(sys.prefix) != os.path.realpath(f"{ROOT}/.build-bench"):
        os.execv(python, [python, *sys.argv])


def options():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--sizes", default="10000,100000,1000000")
    options.add_argument("--claims", default="1000,10000,100000")
    options.add_argument("--runs", type=int, default=7)
    options.add_argument("--only", default="a,b,c,d,e,f,g,k")
    options.add_argument("--program", help="the measuring program; built where it is not given")
    options.add_argument("--koshty", help="the program itself; built where it is not given")
    options.add_argument("--store", action="store_true", help="keep the instruction counts")
    return options.parse_args()


def built(given, product):
    """The path of a program, built where none is given."""
    if given: return os.path.abspath(given)
    subprocess.run(["swift", "build", "-c", "release", "--product", product], cwd=ROOT, check=True, stdout=sys.stderr)
    return f"{ROOT}/.build/release/{product}"


def main():
    reexec_in_environment()
    asked = options()
    sizes, claims = ([int(n) for n in text.split(",")] for text in (asked.sizes, asked.claims))
    wanted = set(asked.only.split(","))
    program = built(asked.program, "koshty-bench") if wanted & set("befgk") else None
    koshty = built(asked.koshty, "koshty") if wanted & set("acdg") else None
    print(machine(), flush=True)
    report, failed = Report(), []

    def piece(letter, body):
        if not wanted & set(letter): return
        began = time.monotonic()
        # What one piece trips over does not take the others' figures with it.
        try: body()
        except Exception as fault:
            failed.append(letter)
            report.note(f"{letter}  FAILED: {fault!r}")
            traceback.print_exc()
        print(f"bench: {letter} took {time.monotonic() - began:.0f} s", file=sys.stderr, flush=True)

    def columns():
        core = Core(program)
        if "b" in wanted: totals.totals(core, sizes, asked.runs, report)
        if "k" in wanted: totals.keys(core, sizes, asked.runs, report)
        core.close()

    piece("a", lambda: start.measure(koshty, asked.runs, report))
    piece("bk", columns)
    piece("c", lambda: keys.measure(koshty, sizes, max(1, asked.runs // 2), report))
    piece("d", lambda: reading.measure(koshty, 20, max(3, asked.runs // 2), report))
    piece("e", lambda: totals.memory(program, sizes, report))
    piece("f", lambda: ledger.measure(program, claims, asked.runs // 2, report))
    piece("g", lambda: guard.instructions(program, koshty, report, asked.store))
    report.show(sizes)
    return 1 if failed else 0


sys.exit(main())
