"""The comparison of P and Q: labels, distributions and locks as one immutable value.

Undo, files and the clipboard store comparisons.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from enum import Enum
from functools import cached_property
from string import ascii_uppercase
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from klscope.theory.distribution import Distribution
from klscope.theory.editing import BoolArray, no_locks
from klscope.theory.reading import DistributionError

FEWEST_CATEGORIES = 2
MOST_EDITABLE_CATEGORIES = 500


class Side(Enum):
    """Either of the two distributions, P or Q."""

    P = "P"
    Q = "Q"

    @property
    def other(self) -> Side:
        """The opposite side."""
        return Side.Q if self is Side.P else Side.P


def default_labels(n: int) -> tuple[str, ...]:
    """Return default names for ``n`` categories: A, B, C … up to Z, or 1, 2, 3 … for more."""
    if n <= len(ascii_uppercase):
        return tuple(ascii_uppercase[:n])
    return tuple(str(number) for number in range(1, n + 1))


class Labels(tuple[str, ...]):
    """The names of the categories: a tuple that is validated once, with an index by name.

    Parameters
    ----------
    names
        Names with at least one visible character, all different. `Labels` are returned unchanged.

    Raises
    ------
    LabelError
        For the first invalid name.
    """

    def __new__(cls, names: Iterable[str]) -> Labels:  # noqa: D102  # described with the class
        if isinstance(names, Labels):
            return names
        checked = super().__new__(cls, names)
        check_labels(checked)
        return checked

    @cached_property
    def _positions(self) -> dict[str, int]:
        return {name: position for position, name in enumerate(self)}

    def position(self, name: str) -> int | None:
        """Return the position of a name, from 0; None where it is unknown."""
        return self._positions.get(name)


def _locks(values: ArrayLike | None, n: int) -> BoolArray:
    if isinstance(values, np.ndarray) and _is_ours(values) and values.shape == (n,):
        return values
    array = no_locks(n) if values is None else np.array(values, dtype=np.bool_)
    if array.shape != (n,):
        raise DistributionError(f"{array.size} locks for {n} categories")
    array.setflags(write=False)
    return array


def _is_ours(array: NDArray[Any]) -> bool:
    """Return whether an array of locks is read-only throughout, so that it needs no copy."""
    return array.dtype == np.bool_ and not array.flags.writeable and array.base is None


@dataclass(frozen=True, eq=False)
class Comparison:
    """Two distributions over the same labelled categories, with locks.

    Attributes
    ----------
    labels
        ``n`` different, non-empty names; converted to `Labels`.
    p, q
        The true distribution and the model.
    p_locks, q_locks
        Read-only bool arrays of shape ``(n,)``: probabilities that edits of others must not change.
    origin
        The data that *Reset* restores; not compared in equality.
    """

    labels: tuple[str, ...]
    p: Distribution
    q: Distribution
    p_locks: BoolArray = field(default=None, repr=False)  # type: ignore[arg-type]  # None: no locks, see below
    q_locks: BoolArray = field(default=None, repr=False)  # type: ignore[arg-type]  # as above
    origin: Origin | None = field(default=None, repr=False)

    def __post_init__(self) -> None:
        if not isinstance(self.labels, Labels):
            object.__setattr__(self, "labels", tuple(self.labels))
        self._check_sizes()
        n = len(self.labels)
        object.__setattr__(self, "labels", Labels(self.labels))
        object.__setattr__(self, "p_locks", _locks(self.p_locks, n))
        object.__setattr__(self, "q_locks", _locks(self.q_locks, n))

    def _check_sizes(self) -> None:
        n = len(self.labels)
        if self.p.n != n or self.q.n != n:
            raise DistributionError(f"{n} labels, {self.p.n} weights for P, {self.q.n} for Q; the numbers must agree")

    @classmethod
    def from_weights(
        cls, labels: Sequence[str] | None, p: ArrayLike, q: ArrayLike, origin: str | None = None
    ) -> Comparison:
        """Return the comparison of two weight vectors of shape ``(n,)``, both normalised.

        Parameters
        ----------
        labels
            ``n`` names; None for A, B, C …
        origin
            The name of these data if *Reset* is to restore them.

        Raises
        ------
        DistributionError
            For invalid weights of P or Q, or an invalid label.
        """
        first, second = Distribution.from_weights(p, "P"), Distribution.from_weights(q, "Q")
        names = default_labels(first.n) if labels is None else tuple(labels)
        comparison = cls(names, first, second)
        return comparison if origin is None else comparison.originating(origin)

    @property
    def n(self) -> int:
        """The number of categories."""
        return len(self.labels)

    def position(self, label: str) -> int | None:
        """Return the position of a label, from 0; None where it is unknown."""
        return Labels(self.labels).position(label)

    def distribution(self, side: Side) -> Distribution:
        """Return P or Q."""
        return self.p if side is Side.P else self.q

    def locks(self, side: Side) -> BoolArray:
        """Return the locks of P or Q."""
        return self.p_locks if side is Side.P else self.q_locks

    def lacking(self, side: Side) -> tuple[int, ...]:
        """Return the categories that have probability 0 on ``side`` and more than 0 on the other, in order."""
        own, other = self.distribution(side), self.distribution(side.other)
        if own.probabilities.all():
            return ()
        return tuple(np.flatnonzero(own.is_zero & ~other.is_zero).tolist())

    def with_distribution(self, side: Side, distribution: Distribution) -> Comparison:
        """Return this comparison with P or Q replaced."""
        changed = object.__new__(Comparison)  # labels and locks are unchanged and need no validation
        changed.__dict__.update(self.__dict__)
        changed.__dict__["p" if side is Side.P else "q"] = distribution
        changed._check_sizes()
        return changed

    def with_locks(self, side: Side, locks: ArrayLike) -> Comparison:
        """Return this comparison with the locks of P or Q replaced."""
        changed: Any = locks
        return replace(self, p_locks=changed) if side is Side.P else replace(self, q_locks=changed)

    def alike_but_for(self, side: Side, other: Comparison) -> bool:
        """Return whether ``other`` is equal apart from the probabilities of ``side``."""
        return self.n == other.n and self.with_distribution(side, other.distribution(side)) == other

    def originating(self, name: str, source: str = "") -> Comparison:
        """Return this comparison as its own origin, which *Reset* restores; for the arguments see `Origin`."""
        return replace(self, origin=Origin(name, replace(self, origin=None), source))

    def __eq__(self, other: Any) -> bool:
        if not isinstance(other, Comparison):
            return NotImplemented
        return self is other or (
            self.labels == other.labels
            and self.p == other.p
            and self.q == other.q
            and bool(np.array_equal(self.p_locks, other.p_locks))
            and bool(np.array_equal(self.q_locks, other.q_locks))
        )

    def __hash__(self) -> int:
        return hash((self.labels, self.p, self.q))


@dataclass(frozen=True)
class Origin:
    """The data that were opened.

    Attributes
    ----------
    name
        The name of an example or a file.
    comparison
        The comparison that *Reset* restores.
    source
        Where the data are from, and how they were read; empty where nothing is known.
    """

    name: str
    comparison: Comparison
    source: str = ""


class LabelError(DistributionError):
    """An invalid label: empty, or the name of another category.

    Attributes
    ----------
    position
        The position of the category, from 1.
    taken_by
        The position of the category that has this name, from 1; None for an empty
        label.
    label
        The label.
    """

    def __init__(self, message: str, position: int, label: str, taken_by: int | None = None) -> None:
        super().__init__(message)
        self.position, self.label, self.taken_by = position, label, taken_by


def check_labels(labels: Sequence[str]) -> None:
    """Raise `LabelError` unless all labels have a visible character and are different."""
    seen: dict[str, int] = {}
    for position, label in enumerate(labels, start=1):
        if not label.strip():
            raise LabelError(f"category {position} has no name", position, label)
        if label in seen:
            message = f"category {position} has the name of category {seen[label]}: {label!r}"
            raise LabelError(message, position, label, seen[label])
        seen[label] = position
