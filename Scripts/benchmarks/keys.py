"""c: from a key to the picture, in a pseudo-terminal, while a search is typed and while facets are toggled."""
import shutil, time

from .core import ROOT
from .report import growth
from .terminal import Home, Session, percentiles

# Seconds after which a program that takes long for a key is asked no more.
LONGEST = 45
SEARCHES = ["школа 12", "ремонт", "лікарня", "eu", "hospital"]


class Times:
    """What keys of one sort took: until the picture, and of the processor."""

    def __init__(self): self.painted, self.worked = [], []

    def press(self, session, key, **patience):
        before = session.work()
        time = session.press(key, **patience)
        # A key that changes nothing on the screen is none that anybody waits for.
        if not time: return
        self.painted.append(time)
        self.worked.append(session.work() - before)


def koshty_times(koshty, size, rounds, home):
    """Key to paint: typing, and toggling facets."""
    home.forget("state", "cache")
    session = Session([koshty, "--fresh", "--language", "en", "--generate", str(size)], home.environment, folder=ROOT)
    try:
        if session.wait_for("keys") is None: return None
        # The numbers grow each second until all are there.
        session.settle(quiet=3.0)
        typed, toggled = Times(), Times()
        for _ in range(rounds):
            for query in SEARCHES:
                session.press("/")
                for letter in query: typed.press(session, letter)
                session.press("\x15")
                session.press("\r")
            session.press("f")
            for key in ["x", "j", "x", "j", "j", "x", "-", "k", "x"] * 2: toggled.press(session, {"x": " ", "-": "!"}.get(key, key))
            for _ in range(2):
                session.press("l")
                for key in [" ", "j", " ", "j", " "]: toggled.press(session, key)
            session.press("c")
            session.press("q")
            session.settle(0.1)
            session.press("c")
        return typed, toggled
    finally: session.close()


def visidata_times(size, rounds, home):
    path = f"{home.folder}/{size}.csv"
    with open(path, "w") as rows:
        rows.write("row,sector,donor,title\n")
        rows.writelines(f"{n},{n % 13},{n % 97},school {n % 4000} and hospital\n" for n in range(size))
    session = Session(["vd", path], home.environment)
    try:
        if session.wait_for(f"{size} rows", seconds=120) is None: return None
        session.settle()
        moved, searched = Times(), Times()
        end = time.monotonic() + LONGEST
        for turn in range(rounds * 5):
            if time.monotonic() > end: break
            moved.press(session, "j")
            session.press("/")
            for letter in f"school {turn * 7 + 11} ": session.press(letter, quiet=0.02)
            searched.press(session, "\r", patience=20)
        return searched, moved
    finally: session.close()


def measure(koshty, sizes, rounds, report):
    home = Home()
    rows, middles = [], {}

    def add(size, who, what, times):
        if not times.painted: return
        rows.append([what, who, f"{size:,}", str(len(times.painted)), *(f"{t:.1f}" for t in percentiles(times.painted)),
                     *(f"{t:.1f}" for t in percentiles(times.worked)[::2])])
        middles[what, who, size] = percentiles(times.worked)[0]
    try:
        for size in sizes:
            found = koshty_times(koshty, size, rounds, home)
            if found:
                add(size, "koshty", "typing a search", found[0])
                add(size, "koshty", "toggling facets", found[1])
            if not shutil.which("vd"): continue
            found = visidata_times(size, rounds, home)
            if found:
                add(size, "VisiData", "a search, after Enter", found[0])
                add(size, "VisiData", "a row down", found[1])
        if not shutil.which("vd"): report.absent.add("VisiData")
        rows.sort(key=lambda row: row[:2])
        report.section("c  key to paint, 120×40", ["what", "program", "fundings", "keys", "p50 ms", "p95 ms", "p99 ms",
                                                   "processor p50", "processor p99"], rows, texts=2)
        for what, who in dict.fromkeys(key[:2] for key in middles):
            ends = [middles.get((what, who, size)) for size in (sizes[0], sizes[-1])]
            if len(sizes) > 1 and all(ends):
                report.note(f"c  {who}, {what}: growth {growth(*ends, sizes[0], sizes[-1]):.2f} (processor, p50)")
    finally: home.close()
