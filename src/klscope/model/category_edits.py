"""Edits of the categories of P and Q: rename, add, remove, merge, move.

Locks move with their categories; a merged category is locked only if all of its
parts were.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from klscope.model.comparison import (
    FEWEST_CATEGORIES,
    MOST_EDITABLE_CATEGORIES,
    Comparison,
    LabelError,
    Labels,
)
from klscope.model.edits import Edit
from klscope.theory import editing, editing_categories
from klscope.theory.distribution import Distribution
from klscope.theory.editing import EditRefusedError, Refusal
from klscope.theory.grouping import agree_merged
from klscope.theory.reading import DistributionError


def check_names(labels: tuple[str, ...]) -> Labels:
    """Return the names; raise `EditRefusedError` where one is empty or two are equal."""
    try:
        return Labels(labels)
    except LabelError as error:
        raise EditRefusedError(
            Refusal.BAD_LABEL, detail=str(error), position=error.position, label=error.label, taken_by=error.taken_by
        ) from error


@dataclass(frozen=True)
class SetLabels:
    """Rename all categories."""

    labels: tuple[str, ...]

    def apply(self, comparison: Comparison) -> Comparison:
        labels = check_names(self.labels)
        try:
            return replace(comparison, labels=labels)
        except DistributionError as error:  # too many or too few names
            raise EditRefusedError(Refusal.BAD_LABEL, detail=str(error)) from error


@dataclass(frozen=True)
class Rename(Edit):
    """Rename one category."""

    index: int
    label: str

    def apply(self, comparison: Comparison) -> Comparison:
        names = list(comparison.labels)
        names[self.index] = self.label.strip()
        return SetLabels(tuple(names)).apply(comparison)


@dataclass(frozen=True)
class AddCategory(Edit):
    """Append a category of probability 0 to P and Q."""

    label: str

    def apply(self, comparison: Comparison) -> Comparison:
        if comparison.n >= MOST_EDITABLE_CATEGORIES:
            raise EditRefusedError(Refusal.TOO_MANY, most=MOST_EDITABLE_CATEGORIES)
        label = self.label.strip()
        labels = check_names((*comparison.labels, label))
        return replace(
            comparison,
            labels=labels,
            p=editing_categories.append_zero(comparison.p),
            q=editing_categories.append_zero(comparison.q),
            p_locks=np.append(comparison.p_locks, False),
            q_locks=np.append(comparison.q_locks, False),
        )


@dataclass(frozen=True)
class RemoveCategories(Edit):
    """Remove categories; the other free ones share their mass in proportion."""

    indices: tuple[int, ...]

    def apply(self, comparison: Comparison) -> Comparison:
        if comparison.n - len(set(self.indices)) < FEWEST_CATEGORIES:
            raise EditRefusedError(Refusal.TOO_FEW, fewest=FEWEST_CATEGORIES)
        keep = np.ones(comparison.n, dtype=np.bool_)
        keep[list(self.indices)] = False
        return replace(
            comparison,
            labels=tuple(label for label, kept in zip(comparison.labels, keep, strict=True) if kept),
            p=editing_categories.remove(comparison.p, comparison.p_locks, self.indices),
            q=editing_categories.remove(comparison.q, comparison.q_locks, self.indices),
            p_locks=comparison.p_locks[keep],
            q_locks=comparison.q_locks[keep],
        )


@dataclass(frozen=True)
class MergeCategories(Edit):
    """Merge categories into the first: probabilities are summed, labels joined; locked only if all were."""

    indices: tuple[int, ...]

    def apply(self, comparison: Comparison) -> Comparison:
        ordered = sorted(set(self.indices))
        if len(ordered) < 2:
            raise EditRefusedError(Refusal.NOTHING_TO_MERGE)
        if comparison.n - len(ordered) + 1 < FEWEST_CATEGORIES:
            raise EditRefusedError(Refusal.TOO_FEW, fewest=FEWEST_CATEGORIES)
        keep = np.ones(comparison.n, dtype=np.bool_)
        keep[ordered[1:]] = False
        names = list(comparison.labels)
        joined = " + ".join(comparison.labels[index] for index in ordered)
        check_names((*comparison.labels, joined))
        names[ordered[0]] = joined
        p, q = editing_categories.merge(comparison.p, ordered), editing_categories.merge(comparison.q, ordered)
        if agree_merged(comparison.p.probabilities, comparison.q.probabilities, ordered):
            q = Distribution(p.probabilities, q.remembered, q.squeezes)  # equal apart from the rounding of a sum
        return replace(
            comparison,
            labels=tuple(name for name, kept in zip(names, keep, strict=True) if kept),
            p=p,
            q=q,
            p_locks=_merged_locks(comparison.p_locks, ordered)[keep],
            q_locks=_merged_locks(comparison.q_locks, ordered)[keep],
        )


@dataclass(frozen=True)
class MoveCategory(Edit):
    """Move a category to another position."""

    index: int
    place: int

    def apply(self, comparison: Comparison) -> Comparison:
        order = list(range(comparison.n))
        order.insert(self.place, order.pop(self.index))
        return replace(
            comparison,
            labels=tuple(comparison.labels[index] for index in order),
            p=editing_categories.permute(comparison.p, order),
            q=editing_categories.permute(comparison.q, order),
            p_locks=comparison.p_locks[order],
            q_locks=comparison.q_locks[order],
        )


def _merged_locks(locks: editing.BoolArray, ordered: list[int]) -> editing.BoolArray:
    merged = locks.copy()
    merged[ordered[0]] = bool(locks[ordered].all())
    return merged
