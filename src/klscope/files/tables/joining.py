"""Joining the categories of P and Q by their names."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from klscope.files.tables.contents import LONGEST_LABEL, DataError, Question
from klscope.files.tables.options import Match
from klscope.files.weights_text import quoted
from klscope.theory.distribution import FloatArray
from klscope.wording import gettext

_BIDI = {chr(code) for code in (0x200E, 0x200F, 0x061C, *range(0x202A, 0x202F), *range(0x2066, 0x206A))}


@dataclass(frozen=True)
class Joined:
    """The common categories of P and Q.

    Attributes
    ----------
    labels
        ``n`` names, in the order of their first appearance, those of P first.
    p_places, q_places
        For each category its position in P or Q; −1 where it has none. Shape ``(n,)``.
    folded
        The number of names that are equal in P and Q only if case and blanks are ignored.
    """

    labels: tuple[str, ...]
    p_places: NDArray[np.int64]
    q_places: NDArray[np.int64]
    folded: int = 0

    @property
    def only_in_p(self) -> tuple[str, ...]:
        """The names without a counterpart in Q."""
        return tuple(self.labels[k] for k in np.flatnonzero(self.q_places < 0))

    @property
    def only_in_q(self) -> tuple[str, ...]:
        """The names without a counterpart in P."""
        return tuple(self.labels[k] for k in np.flatnonzero(self.p_places < 0))


def shown(label: str) -> str:
    """Return a label with control and bidirectional formatting characters as escapes, so that they have no effect.

    Raises
    ------
    DataError
        The label is longer than `LONGEST_LABEL`.
    """
    if len(label) > LONGEST_LABEL:
        raise DataError(
            gettext(
                "the name {label} has {count} characters, and at most {most} are read",
                label=quoted(label),
                count=f"{len(label):,}",
                most=f"{LONGEST_LABEL:,}",
            )
        )
    if label.isascii() and label.isprintable():
        return label
    return "".join(
        c.encode("unicode_escape").decode("ascii")
        if c in _BIDI or unicodedata.category(c) in ("Cc", "Cs", "Zl", "Zp")
        else c
        for c in label
    )


def folded(label: str) -> str:
    """Return a label without differences of case, of blanks and of compatible characters."""
    return "".join(unicodedata.normalize("NFKC", label).casefold().split())


def added_up(labels: Sequence[str], weights: FloatArray, logarithmic: bool) -> tuple[tuple[str, ...], FloatArray]:
    """Add the weights of equal labels, or the exponentials of log-probabilities."""
    names = tuple(dict.fromkeys(labels))
    places = {name: k for k, name in enumerate(names)}
    at = np.array([places[label] for label in labels], dtype=np.int64)
    if logarithmic:
        total = np.full(len(names), -np.inf)
        np.logaddexp.at(total, at, weights)
        return names, total
    summed = np.zeros(len(names))
    np.add.at(summed, at, weights)
    return names, summed


def first_duplicate(labels: Sequence[str]) -> int | None:
    """Return the position of the first label that repeats another; None if all differ."""
    if len(set(labels)) == len(labels):
        return None
    seen: set[str] = set()
    for k, label in enumerate(labels):
        if label in seen:
            return k
        seen.add(label)
    return None


def join(p_labels: Sequence[str], q_labels: Sequence[str], match: Match) -> Joined:
    """Join two lists of different names.

    Raises
    ------
    DataError
        With `Match.POSITION`, the numbers of categories differ; with `Match.FOLDED`, names of one side become equal.
    """
    if match is Match.POSITION:
        if len(p_labels) != len(q_labels):
            raise DataError(
                gettext("P has {count} categories and Q has {others}", count=len(p_labels), others=len(q_labels)),
                gettext("give both the same categories, or names to match them by"),
                Question.MATCH,
            )
        places = np.arange(len(p_labels))
        return Joined(tuple(p_labels), places, places)
    keys_p, keys_q = list(p_labels), list(q_labels)
    if match is Match.FOLDED:
        keys_p, keys_q = [folded(label) for label in p_labels], [folded(label) for label in q_labels]
        for keys, labels in ((keys_p, p_labels), (keys_q, q_labels)):
            twice = first_duplicate(keys)
            if twice is not None:
                raise DataError(
                    gettext(
                        "{name} and {other} are one name if case and spaces are ignored",
                        name=quoted(labels[keys.index(keys[twice])]),
                        other=quoted(labels[twice]),
                    ),
                    gettext("match the names exactly"),
                    Question.MATCH,
                )
    in_p, in_q = {key: k for k, key in enumerate(keys_p)}, {key: k for k, key in enumerate(keys_q)}
    new = [k for k, key in enumerate(keys_q) if key not in in_p]
    labels = (*p_labels, *(q_labels[k] for k in new))
    p_places = np.concatenate([np.arange(len(p_labels)), np.full(len(new), -1)]).astype(np.int64)
    q_places = np.array([*(in_q.get(key, -1) for key in keys_p), *new], dtype=np.int64)
    return Joined(tuple(labels), p_places, q_places, _alike(keys_p, keys_q, in_p, in_q) if match is Match.LABEL else 0)


def _alike(p_labels: Sequence[str], q_labels: Sequence[str], in_p: dict[str, int], in_q: dict[str, int]) -> int:
    """Return how many unmatched names of P and Q would match if case and blanks were ignored."""
    left = {folded(label) for label in p_labels if label not in in_q}
    return len(left & {folded(label) for label in q_labels if label not in in_p}) if left else 0
