"""The text of a lesson: paragraphs with emphasis, and placeholders for numbers."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from klscope.lessons.expressions import (
    Expression,
    KLTerm,
    Measured,
    MeasureValue,
    Quantity,
    Whole,
    evaluate,
)
from klscope.numerals import ALMOST, wrong_equations
from klscope.theory.units import Unit

DECIMALS = 3
NO_VALUE = "–"
"""The text of a number that is undefined, or whose category no longer exists."""


@dataclass(frozen=True)
class Words:
    """Literal text."""

    text: str
    emphasised: bool = False


@dataclass(frozen=True)
class Placeholder:
    """A number to compute: in a state of the lesson, or in the current state if `state` is None."""

    expression: Expression
    state: str | None = None
    decimals: int = DECIMALS
    emphasised: bool = False


Piece = Words | Placeholder
Paragraph = tuple[Piece, ...]
Prose = tuple[Paragraph, ...]


@dataclass(frozen=True)
class Span:
    """A part of a formatted paragraph; `live` if it is a number of the current state."""

    text: str
    emphasised: bool = False
    live: bool = False


def written(number: float, decimals: int = DECIMALS) -> str:
    """Return a number as text: up to ``decimals`` decimals, no trailing zeros, "−" and "∞"."""
    if math.isnan(number):
        return NO_VALUE
    if math.isinf(number):
        return "∞" if number > 0 else "−∞"
    if 0.0 < abs(number) < 0.5 * 10.0**-decimals:
        return f"{number:.1e}".replace("e-0", "e-").replace("-", "−")
    text = f"{number:.{decimals}f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text == "-0" else text.replace("-", "−")


def read_out(number: float, decimals: int = DECIMALS) -> str:
    """Return a number as text with trailing zeros, as in the readouts ("2.200"); 0 is "0"."""
    text = written(number, decimals)
    if number == 0.0 or not text.lstrip("−").replace(".", "").isdecimal():
        return text
    whole, _, part = text.partition(".")
    return f"{whole}.{part:0<{decimals}}" if decimals else text


def _has_readout(expression: Expression) -> bool:
    """Return whether an expression is a measure or a term that the window shows, not an operation on them."""
    return isinstance(expression, KLTerm | MeasureValue | Whole) and expression != Whole(Quantity.NUMBER_OF_CATEGORIES)


def filled(
    paragraph: Paragraph,
    live: Measured,
    states: Mapping[str, Measured],
    unit: Unit,
) -> tuple[Span, ...]:
    """Return a paragraph with its placeholders replaced by numbers.

    Parameters
    ----------
    paragraph
        The paragraph.
    live
        The current state.
    states
        The states of the lesson, by name.
    unit
        The unit of the lesson.
    """
    spans = []
    for piece in paragraph:
        if isinstance(piece, Words):
            spans.append(Span(piece.text, piece.emphasised))
            continue
        pair = live if piece.state is None else states[piece.state]
        value = evaluate(piece.expression, pair, unit)
        text = (read_out if _has_readout(piece.expression) else written)(value, piece.decimals)
        spans.append(Span(text, piece.emphasised, live=piece.state is None))
    return tuple(_told_true(spans))


def _told_true(spans: list[Span]) -> list[Span]:
    """Replace "=" by "≈" where the rounded numbers of a sum do not add up."""
    text = plain(tuple(spans))
    wrong = wrong_equations(text)
    if not wrong:
        return spans
    corrected, begin = [], 0
    for span in spans:
        letters = [ALMOST if begin + place in wrong else letter for place, letter in enumerate(span.text)]
        corrected.append(replace(span, text="".join(letters)))
        begin += len(span.text)
    return corrected


def placeholders(prose: Prose) -> tuple[Placeholder, ...]:
    """Return the placeholders of all paragraphs, in order."""
    return tuple(piece for paragraph in prose for piece in paragraph if isinstance(piece, Placeholder))


_NEXT_LINE = re.compile(r",\s{2,}")


def lines_of(formula: Paragraph) -> tuple[Paragraph, ...]:
    """Return the formulas of a line of mathematics, separated by a comma and several spaces."""
    lines: list[list[Piece]] = [[]]
    for piece in formula:
        if isinstance(piece, Placeholder):
            lines[-1].append(piece)
            continue
        first, *others = _NEXT_LINE.split(piece.text)
        lines[-1].append(replace(piece, text=first))
        lines += [[replace(piece, text=text)] for text in others]
    return tuple(tuple(piece for piece in line if piece != Words("")) for line in lines)


def plain(spans: tuple[Span, ...]) -> str:
    """Return a formatted paragraph as plain text."""
    return "".join(span.text for span in spans)
