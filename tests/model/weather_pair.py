"""The pair that the edits are tried on, and what the tests of edits ask of it."""

import pytest

from klscope.model.comparison import Comparison, Side
from klscope.model.edits import Edit, SetLock
from klscope.theory.editing import EditRefusedError

LABELS = ("sunny", "cloudy", "rain", "snow")
WEATHER = Comparison.from_weights(LABELS, [4, 2, 1, 1], [1, 4, 2, 1], "weather")


def refusal_of(edit: Edit, comparison: Comparison) -> EditRefusedError:
    with pytest.raises(EditRefusedError) as refused:
        edit.apply(comparison)
    return refused.value


def locked(side: Side, *indices: int) -> Comparison:
    return SetLock(side, indices, True).apply(WEATHER)


def values(comparison: Comparison, side: Side) -> list[float]:
    return comparison.distribution(side).probabilities.tolist()
