"""The head of the per-category pane. Oracle: the specification's formulas and sums: "+1.000 − 0.375 = 0.625 bits"."""

import pytest
from pointing import Said
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QPushButton, QToolButton
from states import pair, state_of

from klscope.model.view_options import TermsOptions
from klscope.model.views import TERMS, ViewMode
from klscope.theory.units import Unit
from klscope.views.widgets.control_row import ControlRow
from klscope.views.widgets.live_label import LiveLabel
from klscope.views.window.terms_head import TermsHead

MINUS = "\N{MINUS SIGN}"
ADDED = {"with_mass_difference": True}
KL, CROSS, OWN, CODES, *_ = ViewMode


@pytest.fixture
def head(show, qapp):
    modes = QActionGroup(qapp)
    for mode in ViewMode:
        modes.addAction("").setData(mode)
    return show(TermsHead(modes), 900, 30)


def written(head):
    return [label.text() for label in head.findChildren(QLabel) if label.isVisible()]


@pytest.mark.parametrize(
    ("view", "formula", "total"),
    [
        ({"mode": KL}, "P(i) · log₂ P(i)/Q(i)", f"+1.000 {MINUS} 0.375 = 0.625 bits"),
        ({"mode": KL, **ADDED}, "P(i) · log₂ P(i)/Q(i) + (Q(i) − P(i)) · log₂ e", "+0.625 = 0.625 bits"),
        ({"mode": KL, **ADDED, "unit": Unit.NAT}, "P(i) · ln P(i)/Q(i) + Q(i) − P(i)", "+0.433 = 0.433 nats"),
        ({"mode": CROSS}, f"{MINUS}P(i) · log₂ Q(i)", "1.750 + 0.625 = 2.375 bits"),
        ({"mode": OWN}, f"{MINUS}P(i) · log₂ P(i)", "H(P) = 1.750 bits"),
        ({"mode": KL, "unit": Unit.NAT}, "P(i) · ln P(i)/Q(i)", f"+0.693 {MINUS} 0.260 = 0.433 nats"),
        ({"mode": OWN, "unit": Unit.HARTLEY}, f"{MINUS}P(i) · log₁₀ P(i)", "H(P) = 0.527 hartleys"),
    ],
)
def test_formula_and_sum(head, view, formula, total):
    head.show_snapshot(state_of(**view))
    shown = written(head)
    assert f"per category: {formula}" in shown
    assert total in shown


@pytest.mark.parametrize(
    ("weights", "total"),
    [
        (([1, 1], [1, 1]), "0 bits"),
        (([1, 0], [1, 1]), "+1.000 = 1.000 bits"),
        (([1, 1], [1, 0]), f"+∞ {MINUS} 0.500 = ∞ bits"),
    ],
)
def test_sums_of_one_kind_and_of_infinity(head, weights, total):
    head.show_snapshot(pair(*weights))
    assert total in written(head)


def test_modes_are_pressed_and_shown(head):
    heard = Said(head, "mode_chosen", "options_chosen")
    buttons = {button.text(): button for button in head.findChildren(QPushButton)}
    assert list(buttons) == ["KL(P‖Q)", "H(P,Q)", "H(P)", "More views ▼"]
    for text, mode in (("H(P,Q)", CROSS), ("H(P)", OWN), ("KL(P‖Q)", KL)):
        buttons[text].click()
        assert heard.take() == [("mode_chosen", mode)]
        head.show_snapshot(state_of(mode=mode))
        assert [name for name, button in buttons.items() if button.isChecked()] == [text]


def test_the_views_stand_behind_one_button_that_names_the_shown_one(head):
    button = head.findChild(QPushButton, "moreViews")
    assert [action.data() for action in button.menu().actions()] == [mode for mode in ViewMode if mode not in TERMS]
    head.show_snapshot(state_of(mode=CODES))
    assert [one.text() for one in head.findChildren(QPushButton) if one.isChecked()] == ["Code lengths ▼"]
    assert written(head) == [""]  # no formula, no sum: a view has its own
    head.show_snapshot(state_of())
    assert button.text() == "More views ▼"


def test_what_belongs_to_a_view_comes_and_goes_with_it(head):
    controls = ControlRow("settings", [QToolButton()])
    head.show_controls(controls)
    assert controls.isVisible()
    assert written(head) == []  # in the place of formula and sum
    head.show_controls(None)
    assert not controls.isVisible()
    head.show_controls(controls)
    assert controls.isVisible()


def test_q_minus_p_is_added_to_terms_of_kl_alone(head):
    heard = Said(head, "options_chosen")
    head.show_snapshot(state_of())
    toggle = head.findChild(QToolButton)
    toggle.click()
    assert heard.take() == [("options_chosen", TermsOptions(True))]
    head.show_snapshot(state_of(mode=OWN))
    assert not toggle.isVisible()
    head.show_snapshot(state_of(with_mass_difference=True))
    assert toggle.isVisible()
    assert toggle.isChecked()


def test_every_button_says_what_it_is_for(head):
    for button in head.findChildren(QAbstractButton):
        assert button.accessibleName()
        assert button.toolTip()


def test_where_it_is_narrow_the_formula_makes_room_for_the_sum(head):
    head.show_snapshot(state_of())
    assert len(written(head)) == 2
    head.resize(560, 30)  # without a style sheet buttons are wider
    QApplication.processEvents()
    (total,) = [label for label in head.findChildren(QLabel) if label.isVisible()]
    assert total.text() == f"+1.000 {MINUS} 0.375 = 0.625 bits"
    assert total.width() >= total.sizeHint().width()
    assert not head.findChild(QToolButton).isVisible()
    head.show_snapshot(state_of(with_mass_difference=True))
    assert head.findChild(QToolButton).isVisible()  # so that it can be taken off again
    head.resize(760, 30)
    QApplication.processEvents()
    assert "P(i) · log₂ P(i)/Q(i) + (Q(i) − P(i)) · log₂ e" in written(head)


def test_the_sum_has_as_many_digits_as_add_up_and_as_there_is_room_for(head):
    """1.48547… + 0.51946… = 2.00493… (mpmath): at three and at four decimals the rounded numbers do not add up."""
    head.show_snapshot(pair([0.5, 0.3, 0.2], [0.2, 0.2, 0.6], mode=CROSS))
    total = head.findChildren(LiveLabel)[0]
    assert total.text() == total.shown_line() == "1.48548 + 0.51946 = 2.00494 bits"
    narrower = []
    for width in range(880, 380, -4):
        head.resize(width, 30)
        QApplication.processEvents()
        narrower.append(total.shown_line())
    assert list(dict.fromkeys(narrower))[1:4] == ["1.485 + 0.519 ≈ 2.005 bits", "= 2.005 bits", "= 2.005"]
