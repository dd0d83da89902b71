"""A last category that is the sum of the others, as spreadsheets and ``wc`` add it."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from klscope.theory.distribution import FloatArray

FEWEST = 3
"""The number of categories from which on one can be their sum."""
_NAMES = frozenset(
    {"total", "totals", "sum", "overall", "summe", "gesamt", "insgesamt", "somme"}
    | {"합계", "총계", "계", "전체", "총합"}
)


def has_total(labels: Sequence[str], weights: FloatArray) -> bool:
    """Return whether the last category is called a total, and is the sum of the others."""
    if len(labels) < FEWEST or labels[-1].strip(" :").casefold() not in _NAMES:
        return False
    return bool(np.isclose(weights[-1], weights[:-1].sum(), rtol=1e-6))
