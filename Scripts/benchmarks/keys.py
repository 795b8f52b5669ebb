"""c: from a key to the picture, in a pseudo-terminal, while a search is typed and while facets are toggled."""
import os, shutil

from .core import ROOT
from .terminal import Home, Session, percentiles

SEARCHES = ["школа 12", "ремонт", "лікарня", "eu", "hospital"]


def koshty_times(koshty, size, rounds, home):
    """Seconds from key to paint: typing, and toggling facets."""
    home.forget("state", "cache")
    session = Session([koshty, "--fresh", "--language", "en", "--generate", str(size)], home.environment, folder=ROOT)
    try:
        if session.wait_for("keys") is None: return None
        # The numbers grow each second until all are there.
        session.settle(quiet=3.0)
        typed, toggled = [], []
        for _ in range(rounds):
            for query in SEARCHES:
                session.press("/")
                for letter in query: keep(typed, session.press(letter))
                session.press("\x15")
                session.press("\r")
            session.press("f")
            for key in ["x", "j", "x", "j", "j", "x", "-", "k", "x"] * 2: keep(toggled, session.press(" " if key == "x" else "!" if key == "-" else key))
            for _ in range(2):
                session.press("l")
                for key in [" ", "j", " ", "j", " "]: keep(toggled, session.press(key))
            session.press("c")
            session.press("q")
            session.settle(0.1)
            session.press("c")
        return typed, toggled
    finally: session.close()


def keep(times, time):
    if time: times.append(time)


def visidata_times(size, rounds, home):
    path = f"{home.folder}/{size}.csv"
    with open(path, "w") as rows:
        rows.write("row,sector,donor,title\n")
        rows.writelines(f"{n},{n % 13},{n % 97},school {n % 4000} and hospital\n" for n in range(size))
    session = Session(["vd", path], home.environment)
    try:
        if session.wait_for(f"{size} rows", seconds=120) is None: return None
        session.settle()
        moved, searched = [], []
        for turn in range(rounds * 5):
            keep(moved, session.press("j"))
            session.press("/")
            for letter in f"school {turn * 7 + 11} ": session.press(letter, quiet=0.02)
            keep(searched, session.press("\r", patience=20))
        return searched, moved
    finally: session.close()


def measure(koshty, sizes, rounds, report):
    home = Home()
    rows = []

    def add(size, who, what, times):
        if times: rows.append([what, who, f"{size:,}", str(len(times)), *(f"{t:.1f}" for t in percentiles(times))])
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
        report.section("c  key to paint, 120×40", ["what", "program", "fundings", "keys", "p50 ms", "p95 ms", "p99 ms"], rows)
    finally: home.close()
