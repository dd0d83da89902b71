"""The parser of goals: conditions joined by ``and``, over expressions."""

from __future__ import annotations

import re

from klscope.files.weights_text import quoted
from klscope.lessons.expression_reading import LABEL, Source
from klscope.lessons.goals import Condition, Equality, Finiteness, Goal, Inequality, Locked, Untouched
from klscope.lessons.mistakes import ExpressionError
from klscope.model.comparison import Side
from klscope.theory.units import Unit
from klscope.wording import gettext

_AND = re.compile(r"\band\b")
_LOCKED = re.compile(rf"locked\s+([PQ]){LABEL}")
_UNTOUCHED = re.compile(rf"([PQ])(?:{LABEL})?\s+untouched")
_FINITE = re.compile(r"(.+?)\s+(infinite|finite)")
_COMPARED = re.compile(r"([^<>=≤≥]+)(<=|>=|[<>=≤≥])([^<>=≤≥±]+?)(?:(?:±|\+-)([^<>=≤≥±]+))?")


def read_goal(text: str, unit: Unit) -> Goal:
    """Parse a goal; raises `ExpressionError`."""
    source = Source(text)
    return Goal(tuple(_condition(source, part.strip()) for part in _AND.split(source.text)), unit)


def _condition(source: Source, text: str) -> Condition:
    if (found := _LOCKED.fullmatch(text)) is not None:
        return Locked(Side(found[1]), source.labels[int(found[2])])
    if (found := _UNTOUCHED.fullmatch(text)) is not None:
        return Untouched(Side(found[1]), None if found[2] is None else source.labels[int(found[2])])
    if (found := _FINITE.fullmatch(text)) is not None:
        return Finiteness(source.expression(found[1]), found[2] == "infinite")
    found = _COMPARED.fullmatch(text)
    if found is None or (found[4] is not None and found[2] != "="):
        raise ExpressionError(
            gettext("{text} is no goal", text=quoted(source.whole)),
            gettext(
                "write A < B, A >= B, A = B ± T, P(label) untouched, Q untouched, locked Q(label) or KL infinite, "
                "joined by 'and'"
            ),
        )
    left, right = source.expression(found[1]), source.expression(found[3])
    if found[2] == "=":
        return Equality(left, right, None if found[4] is None else source.expression(found[4]))
    return Inequality(left, {"≤": "<=", "≥": ">="}.get(found[2], found[2]), right)
