"""More measures. Oracle: P = (1, 0), Q = (½, ½) and *weather* by hand; what is in sight, the widgets themselves."""

import math

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from states import pair, state_of

from klscope.model.snapshot import Snapshot
from klscope.model.view_options import MeasuresOptions
from klscope.theory.catalogue import named
from klscope.theory.catalogue_row import Place
from klscope.theory.units import Unit
from klscope.views.measures.measures_panel import MeasuresPanel
from klscope.views.measures.measures_rows import of_order, words
from klscope.views.theme import DARK, LIGHT


@pytest.fixture
def panel(show):
    made = show(MeasuresPanel(LIGHT), 460, 340)
    made.chosen = []

    def choose(options):
        """Show a state in which what was chosen holds, as the program does."""
        made.chosen.append(options)
        state = made.latest
        made.show_snapshot(state.with_view(state.view.with_options(options)))

    made.options_chosen.connect(choose)
    return made


def value(panel, name):
    (label,) = [label for label in panel.findChildren(QLabel) if label.accessibleName() == name]
    return label


@pytest.mark.parametrize("unit", Unit)
def test_the_bound_that_is_said_of_chi_square_holds_in_every_unit(panel, unit):
    assert words()["chi_square_divergence"][1].endswith("KL ≤ log(1 + χ²)")
    # P = (1, 0), Q = (0.6, 0.4): KL = −log 0.6, χ² = 0.4²/0.6 + 0.4 = 2/3, and the bound is reached
    seen = pair([1, 0], [0.6, 0.4], unit=unit)
    panel.show_snapshot(seen)
    base = {Unit.BIT: 2, Unit.NAT: math.e, Unit.HARTLEY: 10}[unit]
    assert seen.value(named("chi_square_divergence")) == pytest.approx(2 / 3)
    assert seen.in_unit(seen.measures.kl_divergence) == pytest.approx(math.log(1 + 2 / 3, base))
    assert (seen.in_unit(seen.measures.kl_divergence) > 2 / 3) is (unit is Unit.BIT)  # χ² itself is no bound


def test_a_certain_p_and_a_uniform_q(panel):
    panel.show_snapshot(pair([1, 0], [1, 1]))
    # M = (¾, ¼): JS = H(M) − ½·1 = 0.8113 − 0.5; Hellinger = √(1 − √½) = 0.5412
    for name, text in (
        ("H(Q)", "1.0000 bits"),
        ("H(Q,P)", "∞ bits"),
        ("KL(Q‖P)", "∞ bits"),
        ("JS(P,Q)", "0.3113 bits"),
        ("TV(P,Q)", "0.5000"),
        ("√JS(P,Q)", "0.5579 √bits"),
        ("Hellinger", "0.5412"),
        ("efficiency of P", "0.0000"),
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
    assert len(texts) == 3 * 10  # name, meaning and value
    assert all(texts)
    assert len(set(texts)) >= 2 * 10


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


def opened(panel):
    panel.disclosure.click()
    QApplication.processEvents()
    return panel.advanced


@pytest.mark.usefixtures("qapp")
def test_nothing_is_built_or_computed_before_it_is_seen():
    panel = MeasuresPanel(LIGHT)
    panel.show_snapshot(state_of())
    panel.retranslate()
    panel.set_theme(DARK)
    assert panel.widget() is None
    assert panel.advanced is None


def test_advanced_is_built_when_first_opened_and_rests_while_closed(panel, monkeypatch):
    panel.show_snapshot(state_of())
    assert panel.advanced is None
    assert panel.disclosure.text() == "Advanced ▶"
    advanced = opened(panel)
    assert panel.disclosure.text() == "Advanced ▼"
    assert advanced.isVisible()
    assert value(panel, "χ²(P‖Q)").text() == "1.3125"  # by hand: (⅜)²/⅛ + (¼)²/½ + (⅛)²/¼
    panel.disclosure.click()
    assert not advanced.isVisible()
    monkeypatch.setattr(Snapshot, "value", lambda _, row, *__: 0.0 if row.place is Place.COMMON else None)
    panel.show_snapshot(pair([1, 0], [1, 1]))
    assert value(panel, "χ²(P‖Q)").text() == "1.3125"
    monkeypatch.undo()
    assert opened(panel) is advanced
    assert value(panel, "χ²(P‖Q)").text() == "1.0000"


def test_it_stays_open_behind_another_tab(panel):
    panel.show_snapshot(state_of())
    advanced = opened(panel)
    panel.hide()
    panel.show_snapshot(pair([1, 0], [1, 1]))
    panel.show()
    assert advanced.isVisible()
    assert value(panel, "χ²(P‖Q)").text() == "1.0000"


def test_advanced_says_infinity_where_it_is(panel):
    panel.show_snapshot(pair([1, 1], [1, 0]))
    advanced = opened(panel)
    for name, text in (
        ("Jeffreys (PSI)", "∞ bits"),
        ("Bhattacharyya", "0.5000 bits"),  # −log₂ √½
        ("χ²(P‖Q)", "∞"),
        ("χ²(Q‖P)", "1.0000"),
        ("Rényi(P‖Q)", "∞ bits"),
        ("Tsallis(P‖Q)", "∞"),
    ):
        assert value(panel, name).text() == text
    advanced.slider.setValue(5)
    assert value(panel, "Rényi(P‖Q)").text() == "1.0000 bits"
    assert value(panel, "Tsallis(P‖Q)").text() == f"{2 - math.sqrt(2):.4f}"


@pytest.mark.parametrize(
    ("keys", "order"),
    [
        ([Qt.Key.Key_Right], 2.1),
        ([Qt.Key.Key_Left] * 2, 1.8),
        ([Qt.Key.Key_Home], 0.0),
        ([Qt.Key.Key_End], 10.0),
        ([Qt.Key.Key_PageUp], 3.0),
    ],
)
def test_the_order_is_chosen_with_keys(panel, keys, order):
    panel.show_snapshot(state_of())
    advanced = opened(panel)
    for key in keys:
        QTest.keyClick(advanced.slider, key)
    assert panel.chosen[-1] == MeasuresOptions(order)
    assert advanced.slider.accessibleDescription() == f"order α = {order:.1f}"
    texts = [label.text() for label in advanced.findChildren(QLabel)]
    assert f"order α = {order:.1f}" in texts


def test_an_order_that_comes_with_a_state_is_shown_and_not_chosen_again(panel):
    panel.show_snapshot(state_of())
    advanced = opened(panel)
    panel.show_snapshot(state_of(alpha=0.5))
    assert advanced.slider.value() == 5
    assert advanced.slider.accessibleDescription() == "order α = 0.5"
    assert panel.chosen == []


def test_every_order_has_a_word(panel):
    panel.show_snapshot(state_of())
    advanced = opened(panel)
    notes = set()
    for position in (0, 3, 5, 10, 20, 55):
        advanced.slider.setValue(position)
        note = of_order(position / 10)
        assert note in [label.text() for label in advanced.findChildren(QLabel)]
        notes.add(note)
    assert len(notes) == 6


def test_the_wheel_scrolls_the_panel_and_leaves_the_order(panel):
    panel.show_snapshot(state_of())
    slider = opened(panel).slider
    at = QPointF(slider.rect().center())
    down = QPoint(0, -120)
    wheel = QWheelEvent(
        *(at, QPointF(slider.mapToGlobal(at)), down, down, Qt.MouseButton.NoButton),
        *(Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False),
    )
    QApplication.sendEvent(slider, wheel)
    assert panel.chosen == []


@pytest.mark.parametrize("size", [(460, 340), (420, 250), (640, 700)])
def test_opened_nothing_is_cut_and_all_can_be_scrolled_to(panel, size):
    panel.resize(*size)
    panel.show_snapshot(pair([1e-300, 1], [1, 1e-300]))
    advanced = opened(panel)
    assert panel.verticalScrollBar().value() == min(panel.disclosure.y(), panel.verticalScrollBar().maximum())
    assert panel.widget().width() <= panel.viewport().width()
    assert panel.widget().rect().contains(advanced.geometry())
    for label in panel.findChildren(QLabel):
        if label.wordWrap():
            assert label.heightForWidth(label.width()) <= label.height(), label.text()
        else:
            assert label.sizeHint().width() <= label.width(), label.text()


def test_everything_in_advanced_has_a_name(panel):
    panel.show_snapshot(state_of())
    advanced = opened(panel)
    assert panel.disclosure.accessibleName() == "Advanced measures"
    assert advanced.slider.accessibleName() == "Order α of Rényi and Tsallis"
    assert advanced.strip.accessibleName() == "Pinsker’s inequality"
    assert advanced.strip.accessibleDescription() == "Pinsker: 2·TV² ≤ KL(P‖Q), here 0.2812 ≤ 0.4332 nats."
