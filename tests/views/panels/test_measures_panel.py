"""More measures. Oracle: P = (1, 0), Q = (½, ½) and *weather* by hand."""

import math

import pytest
from PySide6.QtWidgets import QLabel
from states import pair, state_of

from klscope.theory.units import Unit
from klscope.views.panels.measures_panel import MeasuresPanel


@pytest.fixture
def panel(show):
    return show(MeasuresPanel(), 460, 340)


def value(panel, name):
    (label,) = [label for label in panel.findChildren(QLabel) if label.accessibleName() == name]
    return label


def test_a_certain_p_and_a_uniform_q(panel):
    panel.show_snapshot(pair([1, 0], [1, 1]))
    # M = (¾, ¼): JS = H(M) − ½·1 = 0.8113 − 0.5; Hellinger = √(1 − √½) = 0.5412
    for name, text in (
        ("H(Q)", "1.0000 bits"),
        ("H(Q,P)", "∞ bits"),
        ("KL(Q‖P)", "∞ bits"),
        ("JS(P,Q)", "0.3113 bits"),
        ("TV(P,Q)", "0.5000"),
        ("Hellinger", "0.5412"),
        ("perplexity of P", "1.0000"),
        ("perplexity of Q on P", "2.0000"),
    ):
        assert value(panel, name).text() == text


def test_units_change_what_has_one_and_nothing_else(panel):
    panel.show_snapshot(state_of(unit=Unit.NAT))
    assert value(panel, "H(Q)").text() == f"{1.75 * math.log(2):.4f} nats"
    assert value(panel, "TV(P,Q)").text() == "0.3750"  # ½·(⅜ + ¼ + ⅛)
    assert float(value(panel, "perplexity of P").text()) == pytest.approx(2**1.75, abs=5e-5)


def test_each_says_when_one_uses_it(panel):
    panel.show_snapshot(state_of())
    texts = [label.text() for label in panel.findChildren(QLabel)]
    assert len(texts) == 3 * 8  # name, meaning and value
    assert all(texts)
    assert len(set(texts)) >= 2 * 8


def test_a_tooltip_has_all_digits(panel):
    panel.show_snapshot(pair([1, 0], [1, 1]))
    assert float(value(panel, "Hellinger").toolTip()) == pytest.approx(math.sqrt(1 - math.sqrt(0.5)), rel=1e-15)


def test_hidden_it_computes_nothing_and_shown_it_catches_up(panel):
    panel.show_snapshot(state_of())
    panel.hide()
    panel.show_snapshot(pair([1, 0], [1, 1]))
    assert value(panel, "H(Q)").text() == "1.7500 bits"
    panel.show()
    assert value(panel, "H(Q)").text() == "1.0000 bits"


def test_a_perplexity_beyond_all_counting_has_a_power_of_ten(panel):
    panel.show_snapshot(pair([1e-300, 1], [1, 1e-300]))
    text = value(panel, "perplexity of Q on P").text()
    assert float(text) == pytest.approx(1e300, rel=1e-2)
    assert len(text) < 12
