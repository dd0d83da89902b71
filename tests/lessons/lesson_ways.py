"""For every *do* step: ways to do it by hand, by position of the category; and what its words say comes of it.

A way is a list of acts. What comes of it is said as an expression that falls, rises or stays between the state the step
began with and the end of the way; expressions have the labels of the English lesson.
"""

from __future__ import annotations

from dataclasses import dataclass

from lesson_hands import Act, Drag, Keys, Training

from klscope.model.comparison import Side
from klscope.model.edits import Copy, Swap, Uniform
from klscope.theory.training import Objective

P, Q = Side.P, Side.Q


@dataclass(frozen=True)
class Doing:
    """One *do* step: which it is, counted from 1, the ways to its goal, and what comes of it."""

    step: int
    ways: tuple[tuple[Act, ...], ...]
    falls: tuple[str, ...] = ()
    rises: tuple[str, ...] = ()
    stays: tuple[str, ...] = ()


def either(side: Side, index: int, to: float) -> tuple[tuple[Act, ...], ...]:
    """Return the two ways to move one bar: by mouse, and by keys."""
    return (Drag(side, index, to),), (Keys(side, index, to),)


HALF_OF_TWO_HUMPS = (Drag(Q, 6, 0.005), Drag(Q, 7, 0.03), Drag(Q, 9, 0.5))
"""The narrow hump of lesson nine, put on the right peak by three drags."""

DOINGS: dict[str, tuple[Doing, ...]] = {
    "01-entropy": (
        Doing(2, either(P, 5, 0.99), falls=("H(P)", "-P(six) * log(P(six))")),
        Doing(3, either(P, 5, 0.368), rises=("-P(six) * log(P(six))",)),
    ),
    "02-cross-entropy": (
        Doing(2, either(Q, 2, 0.001), stays=("H(P,Q)", "KL", "Q(cat)")),
        Doing(3, either(Q, 2, 0.001), rises=("H(P,Q)", "KL"), stays=("H(P,Q) - KL", "Q(cat)")),
    ),
    "03-why-the-log": (
        Doing(
            2,
            (*either(Q, 0, 0.98), (Drag(Q, 0, 1.0),)),
            falls=("1 - P(yes) * Q(yes) - P(no) * Q(no)",),
            rises=("H(P,Q)",),
        ),
        Doing(
            3,
            ((Drag(P, 0, 0.5), Drag(Q, 0, 0.5)), (Keys(P, 0, 0.4), Keys(Q, 0, 0.41))),
            falls=("KL",),
        ),
    ),
    "04-kl-divergence": (
        Doing(2, either(Q, 0, 0.5), falls=("KL", "H(P,Q)"), stays=("H(P)", "H(P,Q) - KL")),
        Doing(3, either(P, 0, 0.9), falls=("H(P)",), rises=("KL",)),
    ),
    "05-subtracting-entropy": (
        Doing(2, ((Swap(),), (Drag(Q, 0, 0.5), Drag(P, 0, 0.99))), falls=("KL",), stays=("TV", "JS")),
        Doing(3, ((Copy(Q),), *either(Q, 0, 0.5)), falls=("KL", "H(P,Q)"), stays=("H(P)",)),
    ),
    "06-the-exam": (Doing(3, either(Q, 1, 0.97), rises=("KL",), stays=("H(P)",)),),
    "07-the-difference": (
        Doing(
            2,
            ((Uniform(Q),), (Drag(Q, 6, 0.125), Drag(Q, 7, 0.125)), (Keys(Q, 6, 0.125), Keys(Q, 7, 0.125))),
            falls=("KL", "H(P,Q)"),
        ),
        Doing(3, either(Q, 0, 0.9), falls=("KL", "H(P,Q)"), stays=("H(P)", "H(P,Q) - KL")),
    ),
    "08-never-negative": (
        Doing(2, either(Q, 1, 0.75), falls=("term(cloudy)",), rises=("KL",)),
        Doing(3, ((Copy(Q),), (Drag(Q, 0, 0.5), Drag(Q, 3, 0.125))), falls=("KL",)),
    ),
    "09-asymmetry": (
        Doing(
            2,
            (
                (Drag(Q, 2, 0.1), Drag(Q, 3, 0.25)),
                (Training(Objective.FORWARD, 400),),
            ),
            falls=("KL",),
            rises=("Q(c)", "Q(d)"),
        ),
        Doing(
            3,
            (HALF_OF_TWO_HUMPS, (Training(Objective.REVERSE, 400),)),
            falls=("KL(Q,P)",),
            stays=("H(P)",),
        ),
    ),
    "10-infinity-and-zero": (
        Doing(2, either(Q, 3, 0.0), rises=("KL",)),
        Doing(3, either(P, 3, 0.0), rises=("KL(Q,P)",), stays=("Q(snow)",)),
    ),
    "11-units-and-codes": (
        Doing(2, either(Q, 0, 0.5), falls=("KL", "H(P,Q)"), stays=("H(P)",)),
        Doing(3, ((Swap(),),), falls=("H(P,Q)", "KL"), stays=("H(P)",)),
    ),
    "12-evidence": (
        Doing(2, either(P, 0, 0.8), rises=("KL",), falls=("log(1000) / KL",)),
        Doing(3, (*either(Q, 0, 0.0), *either(Q, 0, 1.0)), rises=("KL",)),
    ),
}
