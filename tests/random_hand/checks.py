"""Checks after each event of the random test. Oracles: `math.fsum` and mpmath.

A check raises `AssertionError` in words.
"""

from __future__ import annotations

import math
from typing import Any

import mpmath
import numpy as np
from PySide6.QtWidgets import QApplication, QLabel

from klscope.app import Explorer
from klscope.model.comparison import Comparison, Side
from klscope.model.views import ViewMode
from klscope.theory.units import Unit

SUM_TOLERANCE, RELATIVE = 1e-12, 1e-9
SMALL = 300
"""Up to so many categories everything is checked at every event."""
DEEP_EVERY = 250
NATS_PER_UNIT = {Unit.BIT: math.log(2.0), Unit.NAT: 1.0, Unit.HARTLEY: math.log(10.0)}
READOUTS = {"entropyReadout": "entropy_p", "crossEntropyReadout": "cross_entropy", "divergenceReadout": "kl_divergence"}


def number_in(text: str) -> tuple[float, float]:
    """Return the number a text says, and by how much it may be rounded."""
    text = text.replace("−", "-").replace("+", "")
    if text == "–":
        return math.nan, 0.0
    if text.endswith("∞"):
        return math.copysign(math.inf, -1.0 if text.startswith("-") else 1.0), 0.0
    mantissa, _, exponent = text.partition("e")
    decimals = len(mantissa.partition(".")[2])
    return float(text), 0.5 * 10.0 ** (int(exponent or 0) - decimals)


def says(text: str, value: float) -> bool:
    """Tell whether a text is a value, rounded."""
    number, rounding = number_in(text)
    if math.isnan(number) or math.isinf(number):
        return number == value or (math.isnan(number) and math.isnan(value))
    return abs(number - value) <= rounding * (1.0 + 1e-9) + 1e-15 * abs(value)


def bits(comparison: Comparison) -> tuple[object, ...]:
    """Return everything that undo restores, for exact comparison."""
    arrays = (comparison.p_locks, comparison.q_locks)
    sides = (comparison.p, comparison.q)
    return (
        comparison.labels,
        *(array.tobytes() for array in arrays),
        *(side.probabilities.tobytes() for side in sides),
        *(side.remembered.tobytes() for side in sides),
    )


def check_distribution(name: str, values: np.ndarray) -> None:
    """Check that numbers are probabilities, and that they sum to 1."""
    numbers = values.tolist()
    assert all(0.0 <= value <= 1.0 for value in numbers), f"{name} holds what is no probability: {numbers}"  # nan fails
    total = math.fsum(numbers)
    assert abs(total - 1.0) <= SUM_TOLERANCE, f"{name} sums to {total!r}: {numbers}"


def check_measures(explorer: Explorer) -> None:
    """Check KL ≥ 0 and H(P,Q) = H(P) + KL, and all three against sums of their terms."""
    comparison, measures = explorer.store.comparison, explorer.store.measures
    entropy, cross, divergence = measures.entropy_p, measures.cross_entropy, measures.kl_divergence
    assert divergence >= 0.0, f"KL is {divergence!r}"
    assert entropy >= 0.0, f"H(P) is {entropy!r}"
    pairs = list(zip(comparison.p.probabilities.tolist(), comparison.q.probabilities.tolist(), strict=True))
    infinite = any(p > 0.0 == q for p, q in pairs)
    assert math.isinf(cross) == math.isinf(divergence) == infinite, f"H(P,Q) = {cross!r}, KL = {divergence!r}: {pairs}"
    own = math.fsum(-p * math.log(p) for p, _ in pairs if p > 0.0)
    assert math.isclose(entropy, own, rel_tol=RELATIVE, abs_tol=1e-12), f"H(P) is {entropy!r}, not {own!r}: {pairs}"
    if infinite:
        return
    assert math.isclose(cross, entropy + divergence, rel_tol=RELATIVE), (
        f"H(P,Q) = {cross!r} is not H(P) + KL = {entropy!r} + {divergence!r}: {pairs}"
    )
    crossed = math.fsum(-p * math.log(q) for p, q in pairs if p > 0.0)
    assert math.isclose(cross, crossed, rel_tol=RELATIVE, abs_tol=1e-12), (
        f"H(P,Q) is {cross!r}, not {crossed!r}: {pairs}"
    )


def check_divergence_exactly(explorer: Explorer) -> None:
    """Check KL by 50 digits: of what P and Q are in proportion to, as they are normalised to the last digit there."""
    comparison, divergence = explorer.store.comparison, explorer.store.measures.kl_divergence
    if math.isinf(divergence):
        return
    with mpmath.workdps(50):
        p = [mpmath.mpf(value) for value in comparison.p.probabilities.tolist()]
        q = [mpmath.mpf(value) for value in comparison.q.probabilities.tolist()]
        p_sum, q_sum = mpmath.fsum(p), mpmath.fsum(q)
        terms = [a / p_sum * mpmath.log(a * q_sum / (b * p_sum)) for a, b in zip(p, q, strict=True) if a > 0]
        exact = mpmath.fsum(terms)
        wrong = abs(exact - divergence)
        assert wrong <= RELATIVE * exact + mpmath.mpf("1e-25"), f"KL is {divergence!r}, not {mpmath.nstr(exact, 20)}"


def check_bars(explorer: Explorer, index: int) -> None:
    """Check that a bar of P and of Q stands as high as the model says, on the axis that is shown, within 1 px.

    Foot and top are whole pixels: each may be half a pixel away, and arithmetic adds its last digits.
    """
    comparison = explorer.store.comparison
    for side in Side:
        chart = explorer.window.chart(side)
        assert chart.snapshot is explorer.store.snapshot, f"the chart of {side.value} shows another state"
        foot, top = chart.bar_base(index).y(), chart.bar_top(index).y()
        height = chart.area.height * chart.magnification
        expected = foot - comparison.distribution(side).probabilities[index] / chart.scale_of_probabilities.top * height
        assert abs(top - expected) <= 1.0 + 1e-9, f"{side.value}({index}) ends at {top}, not at {expected}"


def check_readouts(explorer: Explorer) -> None:
    """Check the three numbers and their unit."""
    nats = NATS_PER_UNIT[explorer.store.view.unit]
    for name, measure in READOUTS.items():
        label = explorer.window.readouts.findChild(QLabel, name)
        assert label is not None
        value = getattr(explorer.store.measures, measure) / nats
        assert says(label.text(), value), f"{name} says {label.text()}, the model {value!r}"


def check_commands(explorer: Explorer) -> None:
    """Check that undo and redo are offered where there is something to undo and redo, and the shown mode is marked."""
    snapshot, actions = explorer.store.snapshot, explorer.window.actions_by_name
    assert actions["undo"].isEnabled() == (snapshot.history.undoable is not None or snapshot.in_gesture), "undo"
    assert actions["redo"].isEnabled() == (snapshot.history.redoable is not None), "redo"
    marked = [action.data() for action in actions.modes.actions() if action.isChecked()]
    assert marked == [snapshot.view.mode], f"{marked} is marked, not {snapshot.view.mode}"
    n = snapshot.comparison.n
    assert all(0 <= one < n for one in snapshot.view.selected), f"selected: {snapshot.view.selected} of {n}"
    assert explorer.store.hovered < n, f"pointed at: {explorer.store.hovered} of {n}"
    assert snapshot.in_gesture or snapshot.comparison is snapshot.history.present, "a state that is no step is shown"


def check_shown_view(explorer: Explorer) -> None:
    """Check that the view below the bars shows the state."""
    snapshot, view = explorer.store.snapshot, explorer.window.terms_card.shown_chart
    shown: Any = view
    mode = snapshot.view.mode
    if mode is ViewMode.TRAINING:
        np.testing.assert_allclose(shown.run.q, snapshot.comparison.q.probabilities, rtol=1e-9, atol=1e-300)
        np.testing.assert_array_equal(shown.run.p, snapshot.comparison.p.probabilities)
    elif mode is ViewMode.EVIDENCE:
        assert shown.overlay.statistics.snapshot is snapshot, "the evidence is of another state"
        assert math.fsum(shown.overlay.statistics.counts.tolist()) == shown.overlay.statistics.count, "samples are lost"
    else:
        assert shown.snapshot is snapshot, f"{mode} shows another state"


def check_tabs(explorer: Explorer, row: int) -> None:
    """Check a row of the table, if it is seen and has caught up, and the landscape, if it is seen."""
    window, snapshot = explorer.window, explorer.store.snapshot
    table = window.table
    if table.isVisible() and table._pending is None:
        model, nats = table.model(), NATS_PER_UNIT[snapshot.view.unit]
        category = int(model.index(row, 0).data(0x0100))  # Qt.ItemDataRole.UserRole
        comparison, measures = snapshot.comparison, snapshot.measures
        assert model.index(row, 0).data() == comparison.labels[category], "the table has other names"
        p, q = (float(comparison.distribution(side).probabilities[category]) for side in Side)
        expected = {1: p, 2: q, 7: measures.cross_entropy_terms[category] / nats}
        for column, value in expected.items():
            text = model.index(row, column).data()
            assert says(text, float(value)), f"row {row}, column {column} of the table says {text}, the model {value!r}"
    landscape = window.landscape
    if landscape.isVisible() and landscape.view is not None and landscape._pending is None:
        assert landscape.view.shown_chart.snapshot is snapshot, "the landscape shows another state"


def check_focus(explorer: Explorer) -> None:
    """Check that the focus widget is visible."""
    focused = QApplication.focusWidget()
    if focused is not None and explorer.window.isAncestorOf(focused):
        assert focused.isVisible(), f"the keyboard is in {focused!r}, which is hidden"
        assert focused.isEnabled(), f"the keyboard is in {focused!r}, which is disabled"


class Checks:
    """All checks; slow ones run only now and then."""

    def __init__(self, explorer: Explorer) -> None:
        self._explorer = explorer
        self._comparison: Comparison | None = None

    def check(self, number: int) -> None:
        """Check the state after event ``number``."""
        explorer, comparison = self._explorer, self._explorer.store.comparison
        index = number % comparison.n
        deep = number % DEEP_EVERY == 0
        if comparison is not self._comparison and (deep or comparison.n <= SMALL):
            self._comparison = comparison
            check_distribution("P", comparison.p.probabilities)
            check_distribution("Q", comparison.q.probabilities)
            check_measures(explorer)
            if deep or number % 20 == 0:
                check_divergence_exactly(explorer)
        check_bars(explorer, index)
        check_readouts(explorer)
        check_commands(explorer)
        check_shown_view(explorer)
        check_tabs(explorer, index)
        check_focus(explorer)
