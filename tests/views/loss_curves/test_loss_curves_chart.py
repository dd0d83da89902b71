"""The curves under a hand. Oracles: *weather* by hand (2.375 bits, 1 − 15/64, .875), `theory`, and pixels."""

import numpy as np
import pytest
from pixels import around, count, grabbed, is_colour
from pointing import Said
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolButton
from states import WEATHER, after, comparison_of, pair, state_of

from klscope.model.comparison import Side
from klscope.model.edits import SetProbability
from klscope.model.view_options import LossCurvesOptions
from klscope.theory.loss_curves import Rule
from klscope.views.loss_curves import loss_words
from klscope.views.loss_curves.loss_curves_chart import LossCurvesChart
from klscope.views.painting.scale import ProbabilityScale
from klscope.views.theme import DARK, LIGHT

NONE, ALT, SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ShiftModifier
LEFT, RIGHT, NO_BUTTON = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton, Qt.MouseButton.NoButton
GESTURES = ("selected", "drag_started", "marker_dragged", "gesture_finished", "gesture_cancelled")


@pytest.fixture
def chart(show):
    """Return a function that shows the curves of a state, 760 × 189 pixels."""

    def show_chart(snapshot, theme=LIGHT, width=760, height=189, animated=False, logarithmic=False):
        scale = ProbabilityScale()
        scale.animated = animated
        made = LossCurvesChart(scale, theme)
        scale.setParent(made)
        show(made, width, height)
        options = LossCurvesOptions(logarithmic)
        made.show_snapshot(snapshot.with_view(snapshot.view.with_options(options)))
        return made

    return show_chart


class Pointer:
    """A mouse over the curves, and what they say."""

    def __init__(self, chart, *names):
        self.chart, self.said = chart, []
        for name in names:
            getattr(chart, name).connect(lambda *values, name=name: self.said.append((name, *values)))

    def send(self, kind, x, y=80.0, buttons=LEFT, button=NO_BUTTON, modifiers=NONE):
        at = QPointF(x, y)
        event = QMouseEvent(kind, at, QPointF(self.chart.mapToGlobal(at)), button, buttons, modifiers)
        QApplication.sendEvent(self.chart, event)

    def press(self, x, button=LEFT, y=80.0):
        self.send(QEvent.Type.MouseButtonPress, x, y, button, button)

    def move(self, x, modifiers=NONE, buttons=LEFT, y=80.0):
        self.send(QEvent.Type.MouseMove, x, y, buttons, modifiers=modifiers)

    def release(self, x):
        self.send(QEvent.Type.MouseButtonRelease, x, buttons=NO_BUTTON, button=LEFT)

    def take(self):
        said, self.said = self.said, []
        return said


def test_what_it_costs_now(chart):
    shown = chart(state_of())
    assert shown.shown_loss(Rule.LOG) == 2.375
    assert shown.shown_loss(Rule.LINEAR) == pytest.approx(1 - 15 / 64)
    assert shown.shown_loss(Rule.BRIER) == pytest.approx(1 - 30 / 64 + 22 / 64)
    assert shown.value == 0.125


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("rule", Rule)
@pytest.mark.parametrize("logarithmic", [False, True])
def test_markers_stand_on_their_curves_and_the_line_at_p(chart, theme, rule, logarithmic):
    shown = chart(state_of(), theme, logarithmic=logarithmic)
    pixels = grabbed(shown)
    panel = shown.panels[list(Rule).index(rule)]
    assert count(pixels[around(shown.marker(rule), 12, 12)], theme.q_fill) > 60
    line = round(panel.x(0.5))
    column = pixels[round(panel.top) : round(panel.bottom), line - 1 : line + 1]
    assert is_colour(column, theme.p_text).any(axis=1).mean() > 0.4
    xs, ys = panel.points(shown.losses, shown.snapshot.view.unit)
    inside = np.flatnonzero((ys > panel.top + 3) & (ys < panel.bottom - 3))[::9]
    hits = [is_colour(pixels[around(QPointF(xs[at], ys[at]), 4, 4)], theme.ink, 60).any() for at in inside]
    assert np.mean(hits) > 0.7  # under the marker, the tangent and the line it is not seen


def test_infinity_is_shown_and_not_a_number(chart):
    shown = chart(pair([4, 2, 1, 1], [0, 4, 2, 1]))
    assert shown.shown_loss(Rule.LOG) == np.inf
    assert shown.marker(Rule.LOG).y() == round(shown.panels[0].top + 7)
    assert count(grabbed(shown)[around(shown.marker(Rule.LOG), 12, 12)], LIGHT.card) > 8  # the arrow in it
    everywhere = chart(pair([2, 1, 1], [1, 1, 0]))
    assert "∞" in everywhere.sentence
    grabbed(everywhere)


@pytest.mark.parametrize("n", [2, 100])
@pytest.mark.parametrize(("width", "height"), [(480, 153), (866, 225), (300, 110)])
@pytest.mark.parametrize("logarithmic", [False, True])
def test_it_can_be_painted_in_any_size(chart, n, width, height, logarithmic):
    draw = np.random.default_rng(n)
    p, q = draw.dirichlet(np.ones(n)), draw.dirichlet(np.ones(n))
    p[::3], q[1::5] = 0.0, 0.0
    p[-1] += 0.1
    state = pair(p, q, [f"category {place}" for place in range(n)])
    shown = chart(state, width=width, height=height, logarithmic=logarithmic)
    assert len(np.unique(grabbed(shown).reshape(-1, 3), axis=0)) > 10


def test_a_press_anywhere_in_the_column_takes_the_marker_without_a_jump(chart):
    shown = chart(state_of())
    hand = Pointer(shown, *GESTURES)
    hand.press(150.0, y=30.0)
    assert hand.take() == [("selected", 0, NONE)]
    hand.move(151.0)
    assert hand.take() == []
    panel = shown.panels[0]
    hand.move(160.0)
    (started, dragged) = hand.take()
    assert started == ("drag_started", 0)
    assert dragged == ("marker_dragged", 0, pytest.approx(0.125 + 10.0 / panel.width))
    hand.move(150.0)
    assert hand.take() == [("marker_dragged", 0, 0.125)]
    hand.release(150.0)
    assert hand.take() == [("gesture_finished",)]


def test_a_click_moves_nothing(chart):
    hand = Pointer(chart(state_of()), *GESTURES)
    hand.press(150.0)
    hand.release(150.0)
    assert hand.take() == [("selected", 0, NONE)]


def test_it_snaps_onto_p_unless_alt_is_held(chart):
    shown = chart(state_of())
    hand = Pointer(shown, "marker_dragged")
    to = 150.0 + 0.375 * shown.panels[0].width + 3.0
    hand.press(150.0)
    hand.move(to)
    assert hand.take() == [("marker_dragged", 0, 0.5)]
    hand.move(to, ALT)
    assert hand.take()[0][2] == pytest.approx(0.5 + 3.0 / shown.panels[0].width)


def test_escape_gives_it_up_and_other_keys_wait(chart):
    shown = chart(state_of())
    hand = Pointer(shown, *GESTURES, "stepped")
    hand.press(150.0)
    hand.move(170.0)
    hand.take()
    QTest.keyClick(shown, Qt.Key.Key_Up)
    assert hand.take() == []
    QTest.keyClick(shown, Qt.Key.Key_Escape)
    assert hand.take() == [("gesture_cancelled",)]
    hand.move(180.0)
    hand.release(180.0)
    assert hand.take() == []


def test_a_button_let_go_elsewhere_ends_the_gesture(chart):
    hand = Pointer(chart(state_of()), *GESTURES)
    hand.press(150.0)
    hand.move(170.0)
    hand.take()
    hand.move(175.0, buttons=NO_BUTTON)
    assert hand.take() == [("gesture_finished",)]


def test_a_gesture_that_ended_elsewhere_ends_here(chart):
    shown = chart(state_of())
    hand = Pointer(shown, *GESTURES)
    hand.press(150.0)
    hand.move(170.0)
    shown.show_snapshot(after(previewed=SetProbability(Side.Q, 0, 0.3)))
    shown.show_snapshot(state_of())
    hand.take()
    hand.move(180.0)
    assert hand.take() == []


def test_hidden_in_a_drag_it_lets_go(chart):
    shown = chart(state_of())
    hand = Pointer(shown, *GESTURES)
    hand.press(150.0)
    hand.move(170.0)
    hand.take()
    shown.hide()
    assert hand.take() == [("gesture_finished",)]  # whoever is telling of a change lets it wait


def test_under_the_hand_curves_and_axes_stay(chart):
    shown = chart(state_of())
    before, panels = shown.marks, shown.panels
    for value in (0.3, 0.5, 0.999, 1.0, 0.0, 0.125):
        shown.show_snapshot(after(previewed=SetProbability(Side.Q, 0, value)))
        assert shown.value == value
        assert shown.panels == panels
        assert shown.marks == before  # to the bit: what was painted is copied
    shown.show_snapshot(after(previewed=SetProbability(Side.P, 0, 0.9)))
    assert shown.marks != before
    assert shown.panels == panels
    shown.show_snapshot(after(SetProbability(Side.P, 0, 0.9)))
    assert shown.panels != panels


def test_axes_settle_by_and_by(chart, qtbot):
    shown = chart(state_of(), animated=True)
    before = shown.panels
    moved = after(SetProbability(Side.P, 0, 0.9))
    shown.show_snapshot(moved)
    assert shown.panels == before
    still = chart(moved)
    qtbot.waitUntil(lambda: shown.panels == still.panels)


def test_the_axis_can_be_spread(chart):
    shown = chart(state_of())
    at = shown.marker(Rule.LINEAR).x()
    heard = Said(shown.controls, "options_chosen")
    shown.controls.findChild(QToolButton, "logarithmicAxis").click()
    assert heard.take() == [("options_chosen", LossCurvesOptions(logarithmic=True))]
    shown.show_snapshot(state_of(logarithmic=True))
    assert shown.marker(Rule.LINEAR).x() > at + 30
    shown.show_snapshot(state_of())
    assert shown.marker(Rule.LINEAR).x() == at


@pytest.mark.parametrize(
    ("key", "modifiers", "said"),
    [
        (Qt.Key.Key_Up, NONE, ("stepped", 1, 0.01)),
        (Qt.Key.Key_Down, SHIFT, ("stepped", 1, -0.001)),
        (Qt.Key.Key_PageUp, NONE, ("stepped", 1, 0.1)),
        (Qt.Key.Key_Home, NONE, ("stepped", 1, -1.0)),
        (Qt.Key.Key_End, SHIFT, ("stepped", 1, 1.0)),
        (Qt.Key.Key_Left, NONE, ("moved", -1, False)),
        (Qt.Key.Key_Right, SHIFT, ("moved", 1, True)),
    ],
)
def test_keys_are_those_of_the_bars(chart, key, modifiers, said):
    shown = chart(state_of(selected=(1,)))
    hand = Pointer(shown, "activated", "stepped", "moved")
    QTest.keyClick(shown, key, modifiers)
    assert hand.take() == [("activated",), said]


def test_other_keys_are_left_to_the_window(chart):
    shown = chart(state_of())
    hand = Pointer(shown, "activated", "stepped", "moved")
    QTest.keyClick(shown, Qt.Key.Key_Up, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(shown, Qt.Key.Key_A)
    assert hand.take() == []


def test_hovering_tells_the_category_and_its_menu(chart):
    shown = chart(state_of(selected=(2,)))
    hand = Pointer(shown, "hovered", "menu_requested", "activated")
    hand.move(150.0, buttons=NO_BUTTON)
    assert shown.toolTip().startswith("log: ")
    assert shown.cursor().shape() is Qt.CursorShape.SizeHorCursor
    QApplication.sendEvent(shown, QEvent(QEvent.Type.Leave))
    hand.press(150.0, RIGHT)
    assert [one[:2] for one in hand.take()] == [("hovered", 2), ("hovered", -1), ("activated",), ("menu_requested", 2)]


def test_a_name_that_looks_like_html_is_written_as_it_is(chart):
    shown = chart(pair([1, 1], [1, 3], ["<b>", "y"]))
    Pointer(shown).move(150.0, buttons=NO_BUTTON)
    assert "&lt;b&gt;" in shown.toolTip()


def where_least(shown, rule):
    return loss_words.where_least(rule, shown.losses, shown.marks.subject)[0]


def test_one_that_cannot_move_says_so_and_has_no_curve(chart):
    shown = chart(state_of(comparison_of([4, 2, 1, 1], [1, 4, 2, 1], q_locks=(1, 2, 3))))
    assert shown.sentence == "Q(A) cannot move: all the others are locked."
    assert [where_least(shown, rule) for rule in Rule] == ["", "", ""]


def test_another_category_has_its_own_curve(chart):
    shown = chart(state_of())
    shown.show_snapshot(state_of(selected=(1,)))
    assert "Q(cloudy)" in shown.sentence
    assert where_least(shown, Rule.LOG) == "least at q = p = 0.25, whatever the others are"
    assert shown.value == WEATHER.q.probabilities[1]


def test_other_colours_are_taken(chart):
    shown = chart(state_of())
    shown.set_theme(DARK)
    assert count(grabbed(shown), DARK.card) > 50_000


def test_another_axis_is_shown_at_once_even_under_a_hand(chart):
    shown = chart(state_of(), animated=True)
    still = chart(state_of(), logarithmic=True)
    shown.show_snapshot(state_of(logarithmic=True))
    assert shown.panels == still.panels
    shown.show_snapshot(after(previewed=SetProbability(Side.Q, 0, 0.2)))
    assert shown.panels != still.panels


def test_a_picture_asks_for_no_drag(chart):
    shown, still = chart(state_of()), chart(state_of())
    still.prepare_for_export()
    still.show_snapshot(state_of())
    assert "Drag" in shown.sentence
    assert "Drag" not in still.sentence


def test_what_it_shows_is_described(chart):
    shown = chart(state_of())
    assert "H(P,Q) = 2.375 bits" in shown.accessibleDescription()
    shown.show_snapshot(after(SetProbability(Side.Q, 0, 0.5)))
    assert "Q(sunny) = 0.5;" in shown.accessibleDescription()
