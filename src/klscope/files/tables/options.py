"""Options for reading data: what the command line and the sheet of *Open Data* can say about a file."""

from __future__ import annotations

import math
from dataclasses import dataclass, fields, replace
from enum import Enum
from typing import Any


class DecimalSign(Enum):
    """The decimal separator; the other of the two may group thousands."""

    POINT = "."
    COMMA = ","


class NumberKind(Enum):
    """What the numbers of a column are."""

    PROBABILITIES = "probabilities"
    PERCENT = "percent"
    COUNTS = "counts"
    LOGITS = "logits"
    LOG_PROBABILITIES = "log-probabilities"
    SAMPLES = "samples"

    @property
    def zero(self) -> float:
        """What stands for a probability of 0: −∞ for logarithms."""
        return -math.inf if self.is_logarithmic else 0.0

    @property
    def is_logarithmic(self) -> bool:
        """Whether a distribution of these numbers keeps its log-probabilities."""
        return self in (NumberKind.LOGITS, NumberKind.LOG_PROBABILITIES)


class Match(Enum):
    """How the categories of P and Q from different tables are matched."""

    LABEL = "label"
    FOLDED = "folded"
    POSITION = "position"


class MatrixPair(Enum):
    """Pairs of distributions that a matrix of counts gives beside its rows and columns."""

    MARGINS = "margins"
    INDEPENDENCE = "independence"


@dataclass(frozen=True)
class ReadOptions:
    """How data are read; where a value is None, the data decide.

    Attributes
    ----------
    p_column, q_column, label_column
        The heading of a column, else its number from 1.
    p_row, q_row
        The name of a row, else its number from 1, the heading not counted.
    p_key, q_key
        The name of an array or object in a file of several.
    sheet
        The name of a sheet, else its number from 1.
    p_numbers, q_numbers
        What the numbers are.
    temperature
        The temperature of the softmax of logits, above 0.
    bins
        The number of bins of equal width for numeric samples.
    add
        The number added to each count.
    rest
        Whether what is missing from 1 becomes a category of its own.
    match
        How the categories of P and Q are matched.
    add_duplicates
        Whether the numbers of categories with the same name are added.
    header
        Whether the first line is a heading.
    decimal
        The decimal sign.
    encoding
        The encoding of a text.
    leave_out_empty
        Whether categories of probability 0 in both P and Q are left out.
    pair
        A pair of distributions that a matrix gives.
    """

    p_column: str | None = None
    q_column: str | None = None
    label_column: str | None = None
    p_row: str | None = None
    q_row: str | None = None
    p_key: str | None = None
    q_key: str | None = None
    sheet: str | None = None
    p_numbers: NumberKind | None = None
    q_numbers: NumberKind | None = None
    temperature: float = 1.0
    bins: int | None = None
    add: float = 0.0
    rest: bool = False
    match: Match | None = None
    add_duplicates: bool = False
    header: bool | None = None
    decimal: DecimalSign | None = None
    encoding: str | None = None
    leave_out_empty: bool = False
    pair: MatrixPair | None = None

    def changed(self, **values: Any) -> ReadOptions:
        """Return these options with some of them changed, by their names."""
        return replace(self, **values)

    @property
    def has_samples(self) -> bool:
        """Whether the values of P or Q are samples, which are counted."""
        return NumberKind.SAMPLES in (self.p_numbers, self.q_numbers)

    def changes_to(self, other: ReadOptions) -> dict[str, Any]:
        """Return the options that other options have otherwise, by their names."""
        values = {one.name: getattr(other, one.name) for one in fields(self)}
        return {name: value for name, value in values.items() if value != getattr(self, name)}

    def without_q(self) -> ReadOptions:
        """Return these options without what they say about Q, for another Q."""
        return self.changed(q_column=None, q_row=None, q_key=None, q_numbers=None, match=None, pair=None)
