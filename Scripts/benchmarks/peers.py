"""The programs a filter with its totals is measured beside, each with what it is fastest with."""
import sqlite3

QUERIES = ["status:completed since:2023", "district:Kharkiv/Saltivskyi", "!status:planned"]

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
