"""The parser of goals: conditions joined by ``and``, over expressions."""

from __future__ import annotations

from klscope.files.weights_text import quoted
from klscope.lessons.expression_reading import Scanner, expression_of
from klscope.lessons.expressions import Probability
from klscope.lessons.goals import Condition, Equality, Finiteness, Goal, Inequality, Locked, Untouched
from klscope.lessons.mistakes import ExpressionError
from klscope.model.comparison import Side
from klscope.theory.units import Unit
from klscope.wording import gettext, with_remedy


def read_goal(text: str, unit: Unit) -> Goal:
    """Parse a goal; raises `ExpressionError`."""
    scanner = Scanner(text)
    conditions = [_condition_of(scanner)]
    while scanner.took("and") is not None:
        conditions.append(_condition_of(scanner))
    token = scanner.peek()
    if token.kind != "end":
        if token.kind == "symbol" and token.text in ("<", "<=", ">", ">=", "="):
            raise ExpressionError(
                gettext("{text} compares three values in a row", text=quoted(text)), gettext("write A < B and B < C")
            )
        raise ExpressionError(
            gettext("{word} cannot stand here in {text}", word=quoted(scanner.rest()), text=quoted(text)),
            with_remedy(gettext("join conditions by 'and'"), _what_to_write()),
        )
    return Goal(tuple(conditions), unit)


def _condition_of(scanner: Scanner) -> Condition:
    if scanner.took("locked") is not None:
        name = scanner.took("P", "Q")
        if name is None:
            raise ExpressionError(
                gettext("{text} does not say what is locked", text=quoted(scanner.text)),
                gettext("write locked Q(label)"),
            )
        return Locked(Side(name), scanner.label(name))
    side = _untouched_side(scanner)
    if side is not None:
        return Untouched(side)
    left = expression_of(scanner)
    if isinstance(left, Probability) and scanner.took("untouched") is not None:
        return Untouched(left.side, left.label)
    finiteness = scanner.took("infinite", "finite")
    if finiteness is not None:
        return Finiteness(left, finiteness == "infinite")
    relation = scanner.took("<", "<=", ">", ">=", "=")
    if relation is None:
        raise ExpressionError(gettext("{text} compares nothing", text=quoted(scanner.text)), _what_to_write())
    right = expression_of(scanner)
    if relation != "=":
        return Inequality(left, relation, right)
    return Equality(left, right, expression_of(scanner) if scanner.took("±") is not None else None)


def _untouched_side(scanner: Scanner) -> Side | None:
    """Read ``P untouched`` or ``Q untouched``, if it is next."""
    words = scanner.rest().split(maxsplit=2)[:2]
    if len(words) < 2 or words[0] not in ("P", "Q") or words[1] != "untouched":
        return None
    scanner.take()
    scanner.take()
    return Side(words[0])


def _what_to_write() -> str:
    return gettext("write A < B, A >= B, A = B ± T, P(label) untouched, Q untouched, locked Q(label) or KL infinite")
