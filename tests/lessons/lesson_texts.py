"""Texts that the tests of lessons begin with, and what they make of them."""

from collections.abc import Sequence

from klscope.lessons.lesson import LessonState
from klscope.model.comparison import Comparison

WEATHER = LessonState(
    "weather",
    Comparison.from_weights(["sunny", "cloudy", "rain", "snow"], [4, 2, 1, 1], [1, 4, 2, 1]),
)

LESSON = """\
# What is entropy?
question: How unpredictable is it?
unit: bit

## state die
labels: one, two, three, four, five, six
P: 1, 1, 1, 1, 1, 1
Q: 1, 1, 1, 1, 1, 1
locks Q: one, two

## state coin
labels: heads, tails
P: 0.99, 0.01
Q: 1, 1

## predict: Which is more surprising?
state: die
view: entropy
A fair die is thrown, or a coin.

( ) the coin
(*) the die: every throw is
one of six
because: Its average is {H(P) of coin : 2} bits,
the die's {H(P) of die}.

## do: Load the die
state: die
glow: P(six), swap, uniform Q
Drag *P's six* up.
goal: P(six) >= 0.98 and Q untouched
done: H(P) fell to {H(P)} bits.

## why: What the formula says
view: formula
formula: H(P) = −Σ P(i) * log P(i)
Now H(P) is *{H(P)}* bits.

// a remark for the next author
It is an average.
"""


def with_line(old: str, new: str, text: str = LESSON) -> str:
    """Return a text with the line ``old`` replaced by ``new``, which may be several lines, or none."""
    lines = text.split("\n")
    place = lines.index(old)
    return "\n".join([*lines[:place], *([new] if new else []), *lines[place + 1 :]])


def line_of(text: str, wanted: str) -> int:
    """Return the line, counted from 1, on which ``wanted`` first stands."""
    return next(number for number, line in enumerate(text.split("\n"), start=1) if wanted in line)


def state(p: Sequence[float], q: Sequence[float], labels: Sequence[str] | None = None) -> LessonState:
    """Return a state of these weights."""
    return LessonState("state", Comparison.from_weights(labels, p, q))
