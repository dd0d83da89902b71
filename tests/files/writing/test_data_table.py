"""What is written of a state.

The oracles: *weather* by hand (P = ½, ¼, ⅛, ⅛; Q = ⅛, ½, ¼, ⅛: terms 1, −¼, −⅛, 0 bits, so the contributions are these
plus Q − P: 1 − ⅜ = ⅝ bit only where Q − P is in bits; they are in nats, so ln 2 − ⅜ …), and mpmath with 40 digits.
"""

import math

import mpmath
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from klscope.files.writing.data_table import WritingError, largest_contributions, whole_table
from klscope.theory.units import Unit
from written_states import of_logarithms, state


def test_the_whole_table_has_the_columns_of_the_window_with_their_unit() -> None:
    table = whole_table(state())
    assert table.headings == [
        "category",
        "P",
        "Q",
        "−log₂ P (bits)",
        "−log₂ Q (bits)",
        "log₂ P/Q (bits)",
        "KL term (bits)",
        "H(P,Q) term (bits)",
        "H(P) term (bits)",
    ]
    assert table.labels == ["sunny", "cloudy", "rain", "snow"]
    assert [column.values.tolist() for column in table.columns] == [
        [0.5, 0.25, 0.125, 0.125],
        [0.125, 0.5, 0.25, 0.125],
        [1, 2, 3, 3],
        [3, 1, 2, 3],
        [2, -1, -1, 0],
        [1, -0.25, -0.125, 0],
        [1.5, 0.25, 0.25, 0.375],
        [0.5, 0.5, 0.375, 0.375],
    ]


def test_rows_are_chosen_in_an_order_with_their_code_words() -> None:
    table = whole_table(state(unit=Unit.NAT), [2, 0], ("code for Q", ("10", "0", "110", "111")))
    assert table.labels == ["rain", "sunny"]
    assert table.headings[3] == "−ln P (nats)"
    assert table.headings[-1] == "code for Q"
    assert table.columns[0].values.tolist() == [0.125, 0.5]
    assert table.words == ("code for Q", ("110", "10"))
    assert table.first(1).labels == ["rain"]
    assert table.first(1).words == ("code for Q", ("110",))


WEIGHTS = st.lists(st.floats(1e-3, 1e3), min_size=3, max_size=8)


@given(WEIGHTS, WEIGHTS)
def test_the_contributions_are_those_of_mpmath_and_add_up_to_kl(p: list[float], q: list[float]) -> None:
    n = min(len(p), len(q))
    snapshot = state(p[:n], q[:n], None)
    table = largest_contributions(snapshot, n)
    found = table.columns[2].values
    with mpmath.workdps(40):
        expected = []
        for x, y in zip(snapshot.comparison.p.probabilities, snapshot.comparison.q.probabilities, strict=True):
            a, b = mpmath.mpf(float(x)), mpmath.mpf(float(y))
            expected.append(float((a * mpmath.log(a / b) - a + b) / mpmath.log(2)))
    assert found.tolist() == pytest.approx(sorted(expected, reverse=True), rel=1e-9, abs=1e-30)
    assert (found >= 0).all()
    assert float(found.sum()) == pytest.approx(snapshot.kl_divergence, rel=1e-9, abs=1e-15)
    shares = table.columns[3].values
    if snapshot.kl_divergence > 1e-9:
        assert shares[-1] == pytest.approx(1, abs=1e-12)
        assert (np.diff(shares) >= 0).all()


def test_the_largest_come_first_with_their_cumulative_share() -> None:
    table = largest_contributions(state(), 2)
    assert table.headings == ["category", "P", "Q", "contribution to KL (bits)", "cumulative share"]
    assert table.labels == ["sunny", "cloudy"]
    first = 1 - 0.375 / math.log(2)
    second = -0.25 + 0.25 / math.log(2)
    assert table.columns[2].values.tolist() == pytest.approx([first, second], rel=1e-14)
    assert table.columns[3].values.tolist() == pytest.approx([first / 0.625, (first + second) / 0.625], rel=1e-14)


@pytest.mark.parametrize(("q", "first"), [((1, 0), math.inf), ((1, 1), 0.0)])
def test_a_share_of_an_infinite_or_no_divergence_is_undefined(q: tuple[float, ...], first: float) -> None:
    table = largest_contributions(state((1, 1), q, None))
    assert table.columns[2].values[0] == first
    assert np.isnan(table.columns[3].values).all()


def test_what_is_known_by_its_logarithm_alone_counts() -> None:
    table = largest_contributions(of_logarithms([math.log(0.5), math.log(0.5)], [-2000.0, 0.0]), 2)
    # ½·(ln ½ + 2000) − ½ nats, in bits
    assert table.labels == ["A", "B"]
    assert table.columns[2].values[0] == pytest.approx((0.5 * (2000 - math.log(2)) - 0.5) / math.log(2), rel=1e-14)


def test_half_of_a_surrogate_pair_is_refused() -> None:
    with pytest.raises(WritingError, match=r"category 2, '\\ud800', has half of a surrogate pair.*rename it"):
        whole_table(state((1, 1), (1, 1), ["가", "\ud800"])).check_labels()
