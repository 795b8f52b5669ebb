"""a: from the start to the first frame, in a pseudo-terminal, beside programs of the same kind."""
import os, shutil, statistics, subprocess

from .core import ROOT
from .terminal import Home, Session

ITEMS = 2_000
FEED = """<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><title>Benchmark</title><link>http://localhost/</link>
<description>made up</description>{items}</channel></rss>"""
ITEM = "<item><title>Item {n}</title><link>http://localhost/{n}</link><guid>{n}</guid><description>Text of {n}.</description></item>"


def programs(koshty, home):
    """Name, words, what the whole first screen has, what is thrown away before each run; and the names of absent ones."""
    folder = home.folder
    found = [
        ("koshty", [koshty], "клавіші", ["state"]),
        ("koshty --language en --district …", [koshty, "--language", "en", "--district", "Saltivskyi"], "keys", ["state"]),
        ("koshty --plain", [koshty, "--plain"], "·", ["state"]),
        ("koshty, first start ever", [koshty], "клавіші", ["state", "cache"]),
    ]
    absent = []
    if shutil.which("tig"):
        subject = subprocess.run(["git", "log", "-1", "--format=%s"], cwd=ROOT, capture_output=True, text=True).stdout.strip()
        found.append(("tig", ["tig"], subject[:30], []))
    else: absent.append("tig")
    if shutil.which("newsboat"):
        with open(f"{folder}/feed.xml", "w") as feed: feed.write(FEED.format(items="".join(ITEM.format(n=n) for n in range(ITEMS))))
        with open(f"{folder}/urls", "w") as urls: urls.write(f"file://{folder}/feed.xml\n")
        words = ["newsboat", "-u", f"{folder}/urls", "-c", f"{folder}/newsboat.db"]
        subprocess.run(words + ["-x", "reload"], env=home.environment, capture_output=True)
        found.append((f"newsboat, {ITEMS:,} items", words, f"{ITEMS})", []))
    else: absent.append("newsboat")
    if shutil.which("ncdu"): found.append(("ncdu /usr/share", ["ncdu", "/usr/share"], "Total disk usage", []))
    else: absent.append("ncdu")
    if shutil.which("vd"):
        with open(f"{folder}/rows.csv", "w") as rows: rows.writelines(["a,b,c\n"] + [f"{n},{n % 7},text {n}\n" for n in range(10_000)])
        found.append(("VisiData, 10,000 rows", ["vd", f"{folder}/rows.csv"], "10000 rows", []))
    else: absent.append("VisiData")
    return found, absent


def measure(koshty, runs, report):
    home = Home()
    try:
        found, absent = programs(koshty, home)
        report.absent.update(absent)
        times = {name: [] for name, *_ in found}
        spent = {name: [] for name, *_ in found}
        for _ in range(runs + 1):
            for name, words, mark, forgotten in found:
                home.forget(*forgotten)
                session = Session(words, home.environment, folder=ROOT)
                time = session.wait_for(mark)
                session.close()
                if time is None: continue
                times[name].append(time * 1000)
                spent[name].append(session.spent * 1000)
        rows = []
        for name, *_ in found:
            own, work = times[name][1:], spent[name][1:]
            if not own:
                rows.append([name, "never", "", "", ""])
                continue
            ratio = statistics.median(own) / statistics.median(times["koshty"][1:])
            rows.append([name, f"{min(own):.1f}", f"{statistics.median(own):.1f}", f"{min(work):.0f}", f"{ratio:.1f}×"])
        report.section("a  start to first frame, 120×40", ["program", "best ms", "median ms", "processor ms, whole run", "to koshty"], rows)
    finally: home.close()
