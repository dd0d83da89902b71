"""Random texts to type: values, names, seeds, weights to paste, some of them invalid."""

from __future__ import annotations

from random import Random

VALUES = (
    *("0.3", "1/6", "30%", "2e-4", "0", "1", ".5", "0.1000000001", "1e-300", "5e-324"),
    *("7", "-1", "1e400", "abc", "", "1/0"),
)
NAMES = ("hail", "sunny", "비", "a+b", "<b>x</b>", "  ", "", "a very long name that has no room", "P & Q", "∞")
SEEDS = ("0", "7", "2147483647", "2147483648", "-3", "seven", "")
PASTED = (
    "0.2 0.3 0.5",
    "1\t2\t3\n4\t5\t6",
    "a\t1\t2\nb\t3\t4\nc\t5\t6\nd\t7\t8",
    "P\tQ\n0.1\t0.9",
    "x",
    "",
    "1,2;3",
    "1e308\n1e308\n1e308",
    "0\n0\n0\n0",
)


def text(random: Random) -> str:
    """Return something to type."""
    return random.choice(random.choice((VALUES, VALUES, NAMES, SEEDS)))
