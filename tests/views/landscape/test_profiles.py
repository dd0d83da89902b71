"""The two profiles of many categories. Oracle: KL of what dragging the bar gives, bar by bar."""

import numpy as np
import pytest
from states import comparison_of, state_of

from klscope.model.comparison import Side
from klscope.model.edits import SetProbability
from klscope.theory.measures import kl_divergence
from klscope.views.landscape.profiles import BarProfile

P, Q = [5, 3, 1, 1, 2], [1, 2, 4, 1, 1]


@pytest.mark.parametrize("locked", [(), (2,), (1, 3)])
@pytest.mark.parametrize("index", [0, 4])
def test_the_profile_over_a_bar_is_what_dragging_it_gives(index, locked):
    comparison = comparison_of(P, Q, q_locks=locked)
    profile = BarProfile.of(state_of(comparison, selected=(index,)))
    assert profile.xs[0] == 0.0
    assert profile.xs[-1] == profile.room == pytest.approx(1.0 - sum(np.array(Q)[list(locked)]) / 9)
    assert np.isinf(profile.ys[[0, -1]]).all()
    for x, y in zip(profile.xs[1:-1].tolist(), profile.ys[1:-1].tolist(), strict=True):
        dragged = SetProbability(Side.Q, index, x).apply(comparison)
        expected = kl_divergence(dragged.p.probabilities, dragged.q.probabilities) / np.log(2)
        assert y == pytest.approx(expected, rel=1e-9, abs=1e-12)


def test_where_p_and_q_agree_it_touches_zero_and_never_passes_it():
    profile = BarProfile.of(state_of(comparison_of(P, P), selected=(0,)))
    assert profile.ys.min() >= 0.0
    assert profile.ys.min() < 1e-3
