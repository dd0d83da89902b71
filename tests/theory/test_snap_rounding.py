"""Snapping to the other distribution. Oracle: probabilities that differ by a unit in the last place."""

import numpy as np
import pytest

from klscope.theory.distribution import Distribution
from klscope.theory.editing import no_locks
from klscope.theory.measures import kl_divergence
from klscope.theory.snap_rounding import snapped_to


def test_the_last_sharer_becomes_what_it_is_in_the_other():
    other = Distribution([0.06, 0.94])
    dragged = Distribution([0.06, np.nextafter(0.94, 1)])
    assert kl_divergence(other.probabilities, dragged.probabilities) > 0.0
    settled = snapped_to(dragged, other, no_locks(2), 0)
    assert settled.probabilities.tolist() == [0.06, 0.94]
    assert kl_divergence(other.probabilities, settled.probabilities) == 0.0


def test_memory_stays():
    start = Distribution([0.06, np.nextafter(0.94, 1)], [0.0, 3.0], [0, 1])
    settled = snapped_to(start, Distribution([0.06, 0.94]), no_locks(2), 0)
    assert settled.remembered.tolist() == [0.0, 3.0]
    assert settled.squeezes.tolist() == [0, 1]


@pytest.mark.parametrize(
    ("mine", "yours", "locked"),
    [
        ([0.5, 0.3, 0.2], [0.5, 0.2, 0.3], None),  # another distribution
        ([0.5, 0.5 - 2e-15, 2e-15], [0.5, 0.5 - 1e-15, 1e-15], None),  # far more than a rounding of the small one
        ([0.5, 0.25], [np.nextafter(0.5, 1), 0.25], None),  # the value that was given keeps its bits
        ([0.5, np.nextafter(0.3, 1), 0.2], [0.5, 0.3, 0.2], 1),  # and so does a locked one
    ],
)
def test_whatever_else_differs_is_left_as_it_is(mine, yours, locked):
    one, other = Distribution.from_weights(mine), Distribution.from_weights(yours)
    if locked is not None:
        one, other = Distribution(mine), Distribution(yours)
    locks = no_locks(one.n)
    if locked is not None:
        locks = np.arange(one.n) == locked
    assert snapped_to(one, other, locks, 0) is one
