#!/usr/bin/env python3
"""make bench: measure Koshty beside its peers and its own floor, and print one table.

usage: bench.py [--sizes 10000,100000,1000000] [--runs 9] [--only b,e,k,g]

Pieces: b filter and totals by sector, e memory, k what else a key asks for, g instruction counts beside the last ones
stored (Scripts/bench_guard.json; --store keeps the new ones). Other pieces are programs of their own beside this one
(bench_*.py): each prints rows of its own. Runs are paired: in each round every program answers once, and medians are
taken over the rounds. Peers that are not installed are named as absent.

Python's own sqlite3 is always there; DuckDB, polars and pandas are taken from .build-bench, a virtual environment:
    python3 -m venv .build-bench && .build-bench/bin/pip install duckdb polars pandas
"""
import argparse, glob, json, math, os, platform, shutil, sqlite3, statistics, subprocess, sys, tempfile, time

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
TABLES = f"{ROOT}/data/tables"
QUERIES = ["status:completed since:2023", "district:Kharkiv/Saltivskyi", "!status:planned"]


def reexec_in_environment():
    """Runs under the virtual environment's Python where there is one."""
    python = f"{ROOT}/.build-bench/bin/python"
    if os.path.exists(python) and os.path.realpath(sys.prefix) != os.path.realpath(f"{ROOT}/.build-bench"):
        os.execv(python, [python, *sys.argv])


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


# ---- b: filter and totals by sector

SQL = """
SELECT s.value,
  sum(CASE WHEN s.size = 1 THEN t.low ELSE 0 END), sum(CASE WHEN s.size = 1 THEN t.high ELSE 0 END),
  sum(CASE WHEN s.size = 1 THEN t.open ELSE 0 END), sum(CASE WHEN s.size > 1 THEN t.low ELSE 0 END),
  sum(CASE WHEN s.size > 1 THEN t.high ELSE 0 END), sum(CASE WHEN s.size > 1 THEN t.open ELSE 0 END)
FROM (SELECT sectors, sum(low) AS low, coalesce(sum(high), 0) AS high, sum(CASE WHEN high IS NULL THEN 1 ELSE 0 END) AS open
      FROM fundings WHERE {where} GROUP BY sectors) t
JOIN sets s ON s.dimension = 'sector' AND s.code = t.sectors GROUP BY s.value"""

WHERE = {
    QUERIES[0]: "status = 1 AND day >= 19358",
    QUERIES[1]: "places IN (SELECT code FROM sets WHERE dimension = 'district' AND value = 'Kharkiv/Saltivskyi')",
    QUERIES[2]: "status <> 3",
}
COLUMNS = ["row", "sectors", "places", "status", "day", "low", "high"]


def groups_of(rows):
    """sector to own low, own high, shared low, shared high; -1 for an open end."""
    return {r[0]: (int(r[1]), -1 if r[3] else int(r[2]), int(r[4]), -1 if r[6] else int(r[5])) for r in rows}


def groups_of_core(text):
    pairs = (entry.split("=") for entry in text.split(" ") if entry)
    return {name: tuple(int(n) for n in numbers.split(",")) for name, numbers in pairs}


class SQLite:
    name = f"sqlite3 {sqlite3.sqlite_version}"

    def __init__(self, rows, sets):
        self.db = sqlite3.connect(":memory:")
        self.db.execute("CREATE TABLE fundings (row INTEGER PRIMARY KEY, sectors INT, places INT, status INT, day INT, low INT, high INT)")
        self.db.execute("CREATE TABLE sets (dimension TEXT, code INT, value TEXT, size INT)")
        self.db.executemany("INSERT INTO fundings VALUES (?,?,?,?,?,?,?)", rows)
        self.db.executemany("INSERT INTO sets VALUES (?,?,?,?)", sets)
        # Covering indexes, so that no query meets the table itself; each query is told the one it is fastest with.
        self.db.execute("CREATE INDEX by_sector ON fundings (sectors, status, day, places, low, high)")
        self.db.execute("CREATE INDEX by_place ON fundings (places, sectors, low, high)")
        self.db.execute("CREATE INDEX by_set ON sets (dimension, code, value, size)")
        self.db.execute("ANALYZE")

    def groups(self, query):
        index = "by_place" if query == QUERIES[1] else "by_sector"
        sql = SQL.replace("FROM fundings", f"FROM fundings INDEXED BY {index}").format(where=WHERE[query])
        return groups_of(self.db.execute(sql).fetchall())


class DuckDB:
    def __init__(self, rows, sets, path):
        import duckdb
        self.name = f"DuckDB {duckdb.__version__}"
        self.db = duckdb.connect()
        self.db.execute(f"""CREATE TABLE fundings AS SELECT * FROM read_csv('{path}', delim='\t', header=false, nullstr='',
            columns={{'row':'INTEGER','sectors':'SMALLINT','places':'SMALLINT','status':'UTINYINT','day':'INTEGER','low':'BIGINT','high':'BIGINT'}})""")
        self.db.execute(f"""CREATE TABLE sets AS SELECT * FROM read_csv('{path}.sets', delim='\t', header=false,
            columns={{'dimension':'VARCHAR','code':'SMALLINT','value':'VARCHAR','size':'SMALLINT'}}, nullstr='-')""")

    def groups(self, query): return groups_of(self.db.execute(SQL.format(where=WHERE[query])).fetchall())


class Polars:
    def __init__(self, rows, sets, path):
        import polars
        self.pl = polars
        self.name = f"polars {polars.__version__}"
        self.frame = polars.DataFrame(rows, schema={c: polars.Int64 for c in COLUMNS}, orient="row").with_columns(
            polars.col("sectors", "places").cast(polars.Int16), polars.col("status").cast(polars.Int8), polars.col("day").cast(polars.Int32))
        self.sets = sets

    def groups(self, query):
        pl = self.pl
        if query == QUERIES[0]: test = (pl.col("status") == 1) & (pl.col("day") >= 19358)
        elif query == QUERIES[1]: test = pl.col("places").is_in([s[1] for s in self.sets if s[0] == "district" and s[2] == "Kharkiv/Saltivskyi"])
        else: test = pl.col("status") != 3
        sums = self.frame.lazy().filter(test).group_by("sectors").agg(
            pl.col("low").sum(), pl.col("high").sum(), pl.col("high").null_count().alias("open")).collect()
        return spread({r[0]: r[1:] for r in sums.iter_rows()}, self.sets)


class Pandas:
    def __init__(self, rows, sets, path):
        import pandas
        self.name = f"pandas {pandas.__version__}"
        self.frame = pandas.DataFrame(rows, columns=COLUMNS)
        self.frame["open"] = self.frame["high"].isna()
        self.frame["high"] = self.frame["high"].fillna(0).astype("int64")
        for column in ("sectors", "places", "status"): self.frame[column] = self.frame[column].astype("int16")
        self.sets = sets

    def groups(self, query):
        f = self.frame
        if query == QUERIES[0]: test = (f["status"] == 1) & (f["day"] >= 19358)
        elif query == QUERIES[1]: test = f["places"].isin([s[1] for s in self.sets if s[0] == "district" and s[2] == "Kharkiv/Saltivskyi"])
        else: test = f["status"] != 3
        sums = f.loc[test, ["sectors", "low", "high", "open"]].groupby("sectors").sum()
        return spread({r.Index: (r.low, r.high, r.open) for r in sums.itertuples()}, self.sets)


def spread(sums, sets):
    """Sums by set, given to the sectors of each set."""
    groups = {}
    for dimension, code, value, size in sets:
        if dimension != "sector" or code not in sums: continue
        low, high, open_ = (int(n) for n in sums[code])
        g = groups.setdefault(value, [0] * 6)
        at = 0 if size == 1 else 3
        for offset, n in enumerate((low, high, open_)): g[at + offset] += n
    return {v: (g[0], -1 if g[2] else g[1], g[3], -1 if g[5] else g[4]) for v, g in groups.items()}


def timed(body):
    start = time.perf_counter_ns()
    result = body()
    return time.perf_counter_ns() - start, result


def read_export(path):
    with open(path) as file:
        rows = [tuple(int(f) if f else None for f in line.rstrip("\n").split("\t")) for line in file]
    with open(path + ".sets") as file:
        fields = [line.rstrip("\n").split("\t") for line in file]
    return rows, [(f[0], int(f[1]), f[2], int(f[3])) for f in fields]


def peers_for(rows, sets, path):
    made, absent = [SQLite(rows, sets)], []
    for kind in (DuckDB, Polars, Pandas):
        try: made.append(kind(rows, sets, path))
        except ImportError: absent.append(kind.__name__)
    return made, absent


def totals(core, sizes, runs, report):
    medians = {}
    for size in sizes:
        core.ask("generate", str(size))
        with tempfile.TemporaryDirectory() as folder:
            path = f"{folder}/fundings"
            core.ask("export", path)
            rows, sets = read_export(path)
            peers, absent = peers_for(rows, sets, path)
            for name in absent: report.absent.add(name)
            del rows
            for query in QUERIES:
                times, floor = {}, []
                for _ in range(runs + 1):
                    ours = core.ask("totals", query)
                    times.setdefault("koshty", []).append(ours[0])
                    plain = core.ask("plain", query)
                    times.setdefault("plain sum", []).append(plain[0])
                    floor.append(int(ours[1]) / int(plain[1]))
                    for peer in peers:
                        spent, groups = timed(lambda: peer.groups(query))
                        if groups != groups_of_core(ours[3]): sys.exit(f"{peer.name} and koshty differ on {query} at {size}")
                        times.setdefault(peer.name, []).append(spent)
                if size == sizes[-1]:
                    report.note(f"b  {query}: {statistics.median(floor[1:]):.2f} times the processor time of the plain sum")
                for name, spent in times.items():
                    # The first round warms up.
                    medians[query, name, size] = statistics.median(spent[1:])
    names = list(dict.fromkeys(name for _, name, _ in medians))
    for query in QUERIES:
        for name in names:
            own = [medians[query, name, size] for size in sizes]
            ratio = own[-1] / medians[query, "koshty", sizes[-1]]
            report.add(f"b  {query}", name, own, sizes, "" if name == "koshty" else f"{ratio:.2f}×")


# ---- e: memory, k: what else a key asks for

def memory(program, size, report):
    core = Core(program)
    core.ask("generate", "0")
    empty = core.resident()
    core.ask("generate", str(size))
    bytes_each, parts = core.ask("memory")
    grown = (core.resident() - empty) / size
    core.close()
    report.note(f"e  memory of {size:,} fundings: {bytes_each} bytes each in columns ({parts}); a fresh process grew by "
                f"{grown:.0f} bytes each, what the generator left behind included")


def keys(core, sizes, runs, report):
    questions = [("facets, all dimensions", "facets", "status:completed since:2023"), ("facets, one excluded", "facets", "!donor:eu"),
                 ("panes of a filter", "panes", "status:completed"), ("page by amount", "page", "sector:energy"),
                 ("slowest letter of a search", "type", "школа 12")]
    medians = {}
    for size in sizes:
        core.ask("generate", str(size))
        for label, question, query in questions:
            spent = [core.ask(question, query)[0] for _ in range(runs + 1)]
            medians[label, size] = statistics.median(spent[1:])
    for label, *_ in questions: report.add(f"k  {label}", "koshty", [medians[label, size] for size in sizes], sizes, "")


# ---- g: instruction counts

def instructions(program, report, store):
    if not shutil.which("valgrind"):
        report.absent.add("valgrind")
        return
    path = f"{ROOT}/Scripts/bench_guard.json"
    stored = json.load(open(path)) if os.path.exists(path) else {}
    found = {}
    for label, question in [("totals of a filter", f"totals\t{QUERIES[0]}"), ("facets", "facets\t!donor:eu"), ("panes", "panes\tstatus:completed")]:
        counts = [count_instructions(program, ["generate\t10000"] + [question] * repeats) for repeats in (5, 25)]
        found[label] = (counts[1] - counts[0]) // 20
        before = stored.get(label)
        change = f"{(found[label] / before - 1) * 100:+.1f} % against {before:,} stored" if before else "nothing stored"
        report.note(f"g  {label} of 10,000 fundings: {found[label]:,} instructions, {change}")
    if store:
        with open(path, "w") as out: json.dump(found, out, indent=2); out.write("\n")


def count_instructions(program, lines):
    with tempfile.TemporaryDirectory() as folder:
        done = subprocess.run(["valgrind", "--tool=callgrind", f"--callgrind-out-file={folder}/out", program, TABLES],
                              input="\n".join(lines) + "\n", capture_output=True, text=True)
        return next(int(line.split()[-1]) for line in done.stderr.splitlines() if "Collected" in line)


# ---- the table

class Report:
    def __init__(self):
        self.rows, self.notes, self.absent = [], [], set()

    def add(self, what, who, times, sizes, ratio):
        exponent = math.log(times[-1] / times[0]) / math.log(sizes[-1] / sizes[0]) if len(sizes) > 1 and times[0] else 0
        self.rows.append([what, who, *(f"{t / 1e6:.3f}" for t in times), ratio, f"{exponent:.2f}"])

    def note(self, text): self.notes.append(text)

    def show(self, sizes):
        head = ["what", "program", *(f"{s:,} ms" for s in sizes), "to koshty", "growth"]
        table = [head, *self.rows]
        widths = [max(len(row[i]) for row in table) for i in range(len(head))]
        line = lambda row: "| " + " | ".join(c.ljust(w) if i < 2 else c.rjust(w) for i, (c, w) in enumerate(zip(row, widths))) + " |"
        print(line(head))
        print("|" + "|".join("-" * (w + 2) for w in widths) + "|")
        for row in self.rows: print(line(row))
        for note in self.notes: print(note)
        if self.absent: print("absent on this machine: " + ", ".join(sorted(self.absent)))


def machine():
    try:
        with open("/proc/cpuinfo") as info: model = next(l.split(":")[1].strip() for l in info if l.startswith("model name"))
    except (OSError, StopIteration): model = platform.processor()
    load = "/".join(f"{n:.1f}" for n in os.getloadavg())
    return f"{model}, {os.cpu_count()} cores, {platform.system()} {platform.release()}, load {load}, {time.strftime('%Y-%m-%d')}"


def main():
    reexec_in_environment()
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--sizes", default="10000,100000,1000000")
    options.add_argument("--runs", type=int, default=9)
    options.add_argument("--only", default="")
    options.add_argument("--program", help="the measuring program; built where it is not given")
    options.add_argument("--store", action="store_true", help="keep the instruction counts")
    asked = options.parse_args()
    sizes = [int(s) for s in asked.sizes.split(",")]
    wanted = set(asked.only.split(",")) if asked.only else None
    program = asked.program
    if not program:
        subprocess.run(["swift", "build", "-c", "release", "--product", "koshty-bench"], cwd=ROOT, check=True, stdout=sys.stderr)
        program = f"{ROOT}/.build/release/koshty-bench"
    print(machine())
    report = Report()
    core = Core(program)
    if not wanted or "b" in wanted: totals(core, sizes, asked.runs, report)
    if not wanted or "k" in wanted: keys(core, sizes, asked.runs, report)
    core.close()
    if not wanted or "e" in wanted: memory(program, sizes[-1], report)
    if not wanted or "g" in wanted: instructions(program, report, asked.store)
    report.show(sizes)
    for piece in sorted(glob.glob(f"{ROOT}/Scripts/bench_*.py")):
        name = os.path.basename(piece)[len("bench_"):-3]
        if wanted and name not in wanted: continue
        print(f"\n{name}")
        sys.stdout.flush()
        subprocess.run([sys.executable, piece], cwd=ROOT)


main()
