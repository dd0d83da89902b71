"""A solution of every challenge, in order, in arrow and Shift+arrow keys and locks, by position of the category."""

from __future__ import annotations

from dataclasses import dataclass

from lesson_hands import Act, Keys, Lock

from klscope.model.comparison import Side

P, Q = Side.P, Side.Q


@dataclass(frozen=True)
class Solution:
    """The English title of a challenge, what solves it, and how many keys that takes."""

    title: str
    moves: int
    acts: tuple[Act, ...]


def whole(side: Side, *values: float) -> tuple[Act, ...]:
    """Return how a whole distribution is brought to some values: bar by bar, each locked when it stands."""
    acts: list[Act] = []
    for index, value in enumerate(values[:-1]):
        acts += [Keys(side, index, value), Lock(side, (index,))]
    return (*acts, Lock(side, tuple(range(len(values))), locked=False))


SOLUTIONS = (
    Solution("Nearly there", 42, (Keys(Q, 0, 0.5),)),
    Solution("A die worth one bit", 70, (Keys(P, 5, 0.84),)),
    Solution("Three out of four", 36, (Keys(P, 0, 0.61),)),
    Solution("A tenth of a bit", 23, (Lock(Q, (3,)), Keys(Q, 0, 0.328))),
    Solution("Twice the surprise", 12, (Keys(Q, 0, 0.023),)),
    Solution("Infinite, yet hardly wrong", 54, (*whole(Q, 0.5, 0.25, 0.2, 0.05), Keys(Q, 3, 0.0))),
    Solution("One bar pays for all", 36, (Keys(Q, 3, 0.17), Keys(Q, 0, 0.3), Keys(Q, 3, 0.17))),
    Solution("Infinite the other way", 67, (Keys(P, 0, 0.0), Keys(P, 3, 0.143))),
    Solution("Sure, and no use", 83, whole(Q, 0.77, 0.11, 0.06, 0.06)),
    Solution("Equal both ways", 25, (Keys(Q, 0, 0.25), Lock(Q, (0,)), Keys(Q, 1, 0.5))),
    Solution("As far as it is near", 72, (*whole(Q, 0.5, 0.25, 0.125, 0.125), Keys(Q, 0, 0.623))),
    Solution("Equally uncertain, far apart", 62, (*whole(P, 0.7, 0.1, 0.1, 0.1), *whole(Q, 0.1, 0.7, 0.1, 0.1))),
    Solution("Almost strangers", 97, (Keys(P, 0, 0.99), Keys(Q, 1, 0.98))),
    Solution("Double trouble", 68, (*whole(P, 0.669, 0.11, 0.11, 0.111), *whole(Q, 0.11, 0.669, 0.11, 0.111))),
)
