"""b: a filter and its totals by sector; k: what else a key asks for; e: memory."""
import statistics, sys, tempfile

from .core import Core, timed
from .peers import QUERIES, groups_of_core, peers_for, read_export
from .report import growth


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


def memory(program, sizes, report):
    held = {}
    for size in sizes:
        core = Core(program)
        core.ask("generate", "0")
        empty = core.resident()
        core.ask("generate", str(size))
        bytes_each, parts = core.ask("memory")
        held[size] = (bytes_each, parts, (core.resident() - empty) / size)
        core.close()
    bytes_each, parts, grown = held[sizes[-1]]
    report.note(f"e  memory of {sizes[-1]:,} fundings: {bytes_each} bytes each in columns ({parts}); a fresh process grew by "
                f"{grown:.0f} bytes each, what the generator left behind included")
    if len(sizes) > 1:
        ends = [held[size][0] * size for size in (sizes[0], sizes[-1])]
        report.note(f"e  growth of the columns: {growth(*ends, sizes[0], sizes[-1]):.2f}")


def keys(core, sizes, runs, report):
    questions = [("facets, all dimensions", "facets", "status:completed since:2023"), ("facets, one excluded", "facets", "!donor:eu"),
                 ("panes of a filter", "panes", "status:completed"), ("page by amount", "page", "sector:energy"),
                 ("slowest letter of a search", "type", "школа 12")]
    medians = {}
    for size in sizes:
        core.ask("generate", str(size))
        for label, question, query in questions:
            spent = [core.ask(question, query)[:2] for _ in range(runs + 1)][1:]
            medians[label, "koshty", size] = statistics.median(time for time, _ in spent)
            # What a busy machine takes away is not in it.
            medians[label, "processor", size] = statistics.median(int(time) for _, time in spent)
    for label, *_ in questions:
        for who in ("koshty", "processor"):
            report.add(f"k  {label}", who, [medians[label, who, size] for size in sizes], sizes, "")
