"""f: claims reconciled into a ledger."""
import math, statistics

from .core import Core


def measure(program, sizes, runs, report):
    rows, points = [], []
    core = Core(program)
    for size in sizes:
        found = [core.ask("ledger", str(size)) for _ in range(max(1, runs if size <= 20_000 else 2))]
        claims, fundings = int(found[0][2]), int(found[0][3])
        work = min(int(answer[1]) for answer in found) / 1e9
        best = min(answer[0] for answer in found) / 1e9
        growth = ""
        if points: growth = f"{math.log(work / points[-1][1]) / math.log(claims / points[-1][0]):.2f}"
        points.append((claims, work))
        rows.append([f"{claims:,}", f"{fundings:,}", f"{best:.2f}", f"{work:.2f}", f"{claims / work:,.0f}", growth])
    core.close()
    if len(points) > 1:
        whole = math.log(points[-1][1] / points[0][1]) / math.log(points[-1][0] / points[0][0])
        report.note(f"f  the ledger's growth from {points[0][0]:,} to {points[-1][0]:,} claims: exponent {whole:.2f}")
    report.section("f  ledger", ["claims", "fundings", "seconds", "processor s", "claims by processor second", "growth"], rows)
