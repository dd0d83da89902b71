"""States at the ends of what a double holds, for whatever shows numbers."""

import random

from states import comparison_of

SMALLEST, TINY = 5e-324, 2.0**-53


def certain(rest):
    return [1.0 - rest, rest]


EXTREMES = {
    "tiny": ([0.5, 1e-300, 0.2], [0.2, 1e-17, 0.6]),
    "smallest": ([0.7, SMALLEST, 0.3], [SMALLEST, 0.4, 0.6]),
    "infinite": ([0.5, 0.5, 0.0], [1.0, 0.0, 0.0]),
    "nearly equal": ([0.5, 0.5], [0.5 + TINY, 0.5 - TINY]),
    "certain": ([1.0, 0.0], [1.0, 0.0]),
    "nearly certain": (certain(1e-16), certain(1e-300)),
    "reversed": (certain(1e-300), certain(1e-16)[::-1]),
    "far apart": ([1.0, 1e-300], [1e-300, 1.0]),
    "small terms": ([1e-3, 0.999], [1.002e-3, 0.998998]),
    "thousandths": ([0.0012, 0.0099, 0.9889], [0.9889, 0.0012, 0.0099]),
    "many": ([1.0] * 40 + [1e-12], [2.0 ** -(place % 30) for place in range(41)]),
}


def drawn_pairs(count, seed=0):
    """Return pairs of weights, of 2 to 6 categories, from ordinary ones to the ends of a double."""
    source = random.Random(seed)

    def weight():
        kind = source.randrange(6)
        if kind == 0:
            return 0.0
        if kind == 1:
            return 10.0 ** source.uniform(-300, 0)
        if kind == 2:
            return source.randint(1, 20) / 20
        return source.random()

    pairs = []
    while len(pairs) < count:
        n = source.randint(2, 6)
        p, q = ([weight() for _ in range(n)] for _ in "pq")
        if source.randrange(4) == 0:  # nearly equal
            q = [value * (1.0 + source.uniform(-1, 1) * 10.0 ** -source.randint(1, 15)) for value in p]
        if any(p) and any(q):
            pairs.append((p, q))
    return pairs


def comparisons(count=0):
    """Return the comparisons of all extremes and of so many drawn pairs."""
    return [comparison_of(p, q) for p, q in (*EXTREMES.values(), *drawn_pairs(count))]
