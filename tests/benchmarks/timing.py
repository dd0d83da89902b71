"""Common parts of the timed benchmarks: alternating blocks, medians, a table."""

import statistics


class Series:
    """The times of one contestant, in milliseconds, block by block."""

    def __init__(self):
        self.blocks = []

    def add(self, milliseconds):
        self.blocks.append(list(milliseconds))

    @property
    def all(self):
        return sorted(time for block in self.blocks for time in block)

    @property
    def median(self):
        return statistics.median(self.all)

    @property
    def p95(self):
        times = self.all
        return times[min(len(times) - 1, int(0.95 * len(times)))]

    @property
    def best_block(self):
        """The lowest median of a block: what the machine does when nothing else is running."""
        return min(statistics.median(block) for block in self.blocks)


def print_table(rows, ratio_to):
    """Print ``(name, series)`` rows; the ratio is that of the medians to that of ``ratio_to``."""
    width = max(len(name) for name, _ in rows)
    print(f"{'':{width}}  {'median':>9}  {'p95':>9}  {'best block':>10}  {'ratio':>7}  {'n':>5}")
    for name, series in rows:
        print(
            f"{name:{width}}  {series.median:9.3f}  {series.p95:9.3f}  {series.best_block:10.3f}  "
            f"{series.median / ratio_to.median:6.2f}×  {len(series.all):5}"
        )


def print_target(text, met):
    print(f"{'met   ' if met else 'MISSED'}  {text}")
    return met
