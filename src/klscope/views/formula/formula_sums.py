"""The three sums term by term, formatted for display, without Qt: the choice of terms, digits and remainder."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from math import fsum, inf, isfinite, log10

import numpy as np

from klscope.model.snapshot import Snapshot
from klscope.numerals import read
from klscope.theory.units import Unit
from klscope.views.words import numbers
from klscope.views.words.sums import added, trimmed

NAMES = ("entropy", "cross_entropy", "kl_divergence")
TERMS = {"entropy": "entropy_terms", "cross_entropy": "cross_entropy_terms", "kl_divergence": "kl_terms"}
MOST_TERMS = 8
DECIMALS, MOST_DECIMALS, DECIMAL_DIGITS = 4, 15, 15


@dataclass(frozen=True)
class Term:
    """The formatted term of a category: −p·log q, where q = p in an entropy, or p·log(p/q) in a divergence."""

    index: int
    p: str
    q: str
    value: str


@dataclass(frozen=True)
class Sum:
    """A formatted sum.

    Attributes
    ----------
    name
        "entropy", "cross_entropy" or "kl_divergence".
    unit
        The unit of all values.
    terms
        The terms shown: all in the order of the charts, or the largest, by size.
    more, rest
        The number of terms not shown, and their sum.
    left_out
        The number of omitted categories with P = 0, as 0·log 0 = 0.
    total
        The formatted total.
    has_exact_factors
        Whether the formatted probabilities are exact.
    is_exact
        Whether the formatted values are exact, and there is no remainder.
    adds_up
        Whether the formatted values add up exactly to the formatted total.
    """

    name: str
    unit: Unit
    terms: tuple[Term, ...]
    more: int
    rest: str
    left_out: int
    total: str
    has_exact_factors: bool
    is_exact: bool
    adds_up: bool

    @property
    def values(self) -> tuple[str, ...]:
        """The summands: the terms, then the remainder."""
        return (*(term.value for term in self.terms), *([self.rest] if self.more else []))


def written(number: float, decimals: int = DECIMALS) -> str:
    """Return a number with at most ``decimals`` decimals; with four digits if it would be 0."""
    if decimals > DECIMALS and number and round(number, decimals):
        return trimmed(numbers.with_true_minus(f"{number:.{decimals}f}"))
    return trimmed(numbers.value(number, DECIMALS))


def needed_decimals(total: float) -> int:
    """Return the number of decimals with which the sum has four digits, even if terms nearly cancel."""
    if total == 0.0 or not isfinite(total) or abs(total) >= numbers.SMALLEST_FIXED:
        return DECIMALS
    needed = DECIMALS - 1 - int(log10(abs(total)) // 1)
    return needed if needed <= MOST_DECIMALS else DECIMALS


def told_apart(p: float, q: float) -> tuple[str, str]:
    """Return two probabilities with enough digits to differ."""
    first, second = written(p), written(q)
    for digits in range(DECIMALS + 1, DECIMAL_DIGITS + 1):
        if p == q or first != second:
            return first, second
        first, second = (numbers.exact(float(f"{number:.{digits}g}")) for number in (p, q))
    return (first, second) if p == q or first != second else (numbers.exact(p), numbers.exact(q))


def is_same(text: str, number: float) -> bool:
    """Return whether a text is the number, up to rounding in the last place."""
    shown = float(read(text))
    return shown == number or (isfinite(number) and abs(shown - number) <= 1e-15 * abs(number))


def sum_of(snapshot: Snapshot, name: str) -> Sum:
    """Return the formatted sum "entropy", "cross_entropy" or "kl_divergence" of a state."""
    p = snapshot.comparison.p.probabilities
    q = p if name == "entropy" else snapshot.comparison.q.probabilities
    terms = getattr(snapshot, TERMS[name])
    total: float = getattr(snapshot, name)
    happening = np.flatnonzero(p)
    chosen, others = happening, happening[:0]
    if happening.size > MOST_TERMS:
        by_size = happening[np.argsort(-np.abs(terms[happening]), kind="stable")]
        chosen, others = by_size[:MOST_TERMS], by_size[MOST_TERMS:]
    chosen_values = terms[chosen].tolist()
    rest = fsum(terms[others].tolist()) if not np.isinf(terms[others]).any() else inf
    gathered = [rest] if others.size else []
    usual = partial(written, decimals=needed_decimals(total))
    written_sum = added(
        [*chosen_values, *gathered], total, DECIMALS, MOST_DECIMALS - DECIMALS, DECIMALS, usual, is_trimmed=True
    )
    made, factors_are_exact, values_are_exact = [], True, True
    for index, value, text in zip(chosen.tolist(), chosen_values, written_sum.parts[: chosen.size], strict=True):
        one, other = float(p[index]), float(q[index])
        first, second = told_apart(one, other) if name == "kl_divergence" else (written(one), written(other))
        made.append(Term(index, first, second, text))
        factors_are_exact = factors_are_exact and is_same(first, one) and is_same(second, other)
        values_are_exact = values_are_exact and is_same(text, value)
    return Sum(
        name=name,
        unit=snapshot.view.unit,
        terms=tuple(made),
        more=int(others.size),
        rest=written_sum.parts[-1] if gathered else "0",
        left_out=int(p.size - happening.size),
        total=written_sum.total,
        has_exact_factors=factors_are_exact,
        is_exact=factors_are_exact and values_are_exact and not others.size,
        adds_up=written_sum.holds,
    )
