"""The comparison: labels, P, Q and their locks, as one immutable value. What undo, files and the clipboard carry."""

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
    """Which of the two distributions."""

    P = "P"
    Q = "Q"

    @property
    def other(self) -> Side:
        """The other one."""
        return Side.Q if self is Side.P else Side.P


def default_labels(n: int) -> tuple[str, ...]:
    """Return names for ``n`` categories nobody named: A, B, C … or, past the alphabet, 1, 2, 3 …"""
    if n <= len(ascii_uppercase):
        return tuple(ascii_uppercase[:n])
    return tuple(str(number) for number in range(1, n + 1))


class Labels(tuple[str, ...]):
    """The names of the categories: a tuple that was checked once, and that finds a name without searching.

    Parameters
    ----------
    names
        At least one visible character each, no two alike. `Labels` are returned as they are.

    Raises
    ------
    LabelError
        Naming the first name at fault.
    """

    def __new__(cls, names: Iterable[str]) -> Labels:  # noqa: D102
        if isinstance(names, Labels):
            return names
        checked = super().__new__(cls, names)
        check_labels(checked)
        return checked

    @cached_property
    def _positions(self) -> dict[str, int]:
        return {name: position for position, name in enumerate(self)}

    def position(self, name: str) -> int | None:
        """Return which category, counted from 0, is called so; None where none is."""
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
    """Tell whether these are locks that nobody can change, so that they need no copy."""
    return array.dtype == np.bool_ and not array.flags.writeable and array.base is None


@dataclass(frozen=True, eq=False)
class Comparison:
    """Two distributions over the same labelled categories.

    Attributes
    ----------
    labels
        ``n`` names, none empty, no two alike; kept as `Labels`, whatever is passed.
    p, q
        What happens, and what the model believes.
    p_locks, q_locks
        Read-only bool arrays of shape ``(n,)``: the probabilities that stay put while others move.
    origin
        Where these data came from, for *Reset*; not part of equality.
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
        """Return the comparison of two weight vectors of shape ``(n,)``, each normalised.

        Parameters
        ----------
        labels
            ``n`` names; None for A, B, C …
        origin
            What *Reset* calls these data, if it should return to them.

        Raises
        ------
        DistributionError
            Naming P, Q or the label at fault.
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
        """Return which category, counted from 0, is called so; None where none is."""
        return Labels(self.labels).position(label)

    def distribution(self, side: Side) -> Distribution:
        """Return P or Q."""
        return self.p if side is Side.P else self.q

    def locks(self, side: Side) -> BoolArray:
        """Return the locks of P or Q."""
        return self.p_locks if side is Side.P else self.q_locks

    def lacking(self, side: Side) -> tuple[int, ...]:
        """Return the categories that have probability 0 on ``side`` and more than 0 on the other, in order."""
        own, other = self.distribution(side).probabilities, self.distribution(side.other).probabilities
        return () if own.all() else tuple(np.flatnonzero((own == 0.0) & (other > 0.0)).tolist())

    def with_distribution(self, side: Side, distribution: Distribution) -> Comparison:
        """Return this comparison with P or Q replaced."""
        changed = object.__new__(Comparison)  # labels and locks stay as they are: they are not checked again
        changed.__dict__.update(self.__dict__)
        changed.__dict__["p" if side is Side.P else "q"] = distribution
        changed._check_sizes()
        return changed

    def with_locks(self, side: Side, locks: ArrayLike) -> Comparison:
        """Return this comparison with the locks of P or Q replaced."""
        changed: Any = locks
        return replace(self, p_locks=changed) if side is Side.P else replace(self, q_locks=changed)

    def alike_but_for(self, side: Side, other: Comparison) -> bool:
        """Tell whether ``other`` holds the same, whatever the probabilities of ``side``."""
        return self.n == other.n and self.with_distribution(side, other.distribution(side)) == other

    def originating(self, name: str) -> Comparison:
        """Return this comparison as its own origin: what *Reset* returns to, under ``name``."""
        return replace(self, origin=Origin(name, replace(self, origin=None)))

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
    """Data that were opened: an example's name (or a file's), and what was in it."""

    name: str
    comparison: Comparison


class LabelError(DistributionError):
    """A label that is no name: empty, or that of another category.

    Attributes
    ----------
    position
        Which category, from 1 on.
    taken_by
        The category, from 1 on, that has the name already; None: there is none.
    label
        The name.
    """

    def __init__(self, message: str, position: int, label: str, taken_by: int | None = None) -> None:
        super().__init__(message)
        self.position, self.label, self.taken_by = position, label, taken_by


def check_labels(labels: Sequence[str]) -> None:
    """Raise `LabelError` unless every label has a visible character and no two are alike."""
    seen: dict[str, int] = {}
    for position, label in enumerate(labels, start=1):
        if not label.strip():
            raise LabelError(f"category {position} has no name", position, label)
        if label in seen:
            message = f"category {position} has the name of category {seen[label]}: {label!r}"
            raise LabelError(message, position, label, seen[label])
        seen[label] = position
