"""One table of what was measured, and notes under it."""
import math

def growth(first, last, small, large):
    """The exponent with which something grew while its size did."""
    return math.log(last / first) / math.log(large / small)


class Report:
    def __init__(self):
        self.rows, self.notes, self.sections, self.absent = [], [], [], set()

    def add(self, what, who, times, sizes, ratio):
        exponent = growth(times[0], times[-1], sizes[0], sizes[-1]) if len(sizes) > 1 and times[0] else 0
        self.rows.append([what, who, *(f"{t / 1e6:.3f}" for t in times), ratio, f"{exponent:.2f}"])

    def note(self, text): self.notes.append(text)

    def section(self, title, head, rows, texts=1): self.sections.append((title, head, rows, texts))

    def show(self, sizes):
        if self.rows:
            self.table(["what", "program", *(f"{s:,} ms" for s in sizes), "to koshty", "growth"], self.rows, texts=2)
        for title, head, rows, texts in self.sections:
            print(f"\n{title}\n")
            self.table(head, rows, texts)
        print()
        for note in self.notes: print(f"- {note}")
        if self.absent: print("absent on this machine: " + ", ".join(sorted(self.absent)))

    @staticmethod
    def table(head, rows, texts):
        widths = [max(len(row[i]) for row in [head, *rows]) for i in range(len(head))]

        def line(row):
            return "| " + " | ".join(c.ljust(w) if i < texts else c.rjust(w) for i, (c, w) in enumerate(zip(row, widths))) + " |"
        print(line(head))
        print("|" + "|".join("-" * (w + 2) for w in widths) + "|")
        for row in rows: print(line(row))
