"""A goal of a lesson in words and signs as they are read, not as they are typed."""

from __future__ import annotations

import re

from PySide6.QtCore import QCoreApplication

from klscope.lessons.expressions import printed
from klscope.lessons.goals import Condition, Finiteness, Goal, Locked, Untouched, printed_condition

translate = QCoreApplication.translate
SIGNS = (
    ("<=", "≤"),
    (">=", "≥"),
    (" * ", " · "),
    ("KL(Q,P)", "KL(Q‖P)"),
)


MINUS = re.compile(r"(?<![^\s(])-(?=[\s\d(A-Za-z])")
"""A minus, of a number or between two: one inside a name is part of it."""


def goal_words(goal: Goal) -> str:
    """Return the conditions of a goal, parted by semicolons."""
    return "; ".join(condition_words(condition) for condition in goal.conditions)


def condition_words(condition: Condition) -> str:
    """Return one condition."""
    match condition:
        case Untouched(side, None):
            return translate("Lessons", "{side} as it was").format(side=side.value)
        case Untouched(side, str(label)):
            return translate("Lessons", "{side}({label}) as it was").format(side=side.value, label=label)
        case Locked(side, label):
            return translate("Lessons", "{side}({label}) locked").format(side=side.value, label=label)
        case Finiteness(of, True):
            return f"{signed_words(printed(of))} = ∞"
        case Finiteness(of, False):
            return f"{signed_words(printed(of))} < ∞"
        case _:
            return signed_words(printed_condition(condition))


def signed_words(text: str) -> str:
    """Return what is typed in the signs it is read in."""
    for typed, read in SIGNS:
        text = text.replace(typed, read)
    return MINUS.sub("−", text)
