"""The loss curves in the whole window: a marker behaves as a bar of Q."""

import numpy as np
import pytest
from hands import ALT, NONE, Mouse
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QPushButton, QToolButton

from klscope.model.comparison import Side
from klscope.model.view_options import LossCurvesOptions
from klscope.model.views import ViewMode
from klscope.theory.loss_curves import Rule
from klscope.views.export.picture import Background, PictureChoice, What, render_picture
from klscope.views.theme import LIGHT


def opened(person):
    person.keys("5", modifiers=ALT, on=person.window)
    chart = person.window.terms_card.made_view(ViewMode.LOSS_CURVES)
    assert chart is person.window.terms_card.shown_chart
    return chart


def panel(chart, rule=Rule.LOG):
    return chart.panels[list(Rule).index(rule)]


def dragged_to(chart, value, rule=Rule.LOG, modifiers=NONE):
    """Take the marker of a panel where it stands, bring it to ``value`` and let go."""
    start = chart.marker(rule)
    to = start + QPoint(round((value - chart.value) * panel(chart, rule).width), 0)
    mouse = Mouse(chart)
    mouse.drag(start, start + (to - start) / 2, to, modifiers=modifiers)
    return to.x() - start.x()


def test_it_is_built_when_first_asked_for(start) -> None:
    person = start()
    assert person.window.terms_card.made_view(ViewMode.LOSS_CURVES) is None
    chart = opened(person)
    assert chart.isVisible()
    assert chart.objectName() == "lossCurvesChart"
    assert chart.accessibleName()
    assert person.window.findChild(QPushButton, "moreViews").text().startswith("Why the log?")
    person.keys("1", modifiers=ALT, on=person.window)
    assert not chart.isVisible()


def test_the_menu_opens_it(start) -> None:
    person = start()
    (action,) = [one for one in person.explorer.findChildren(QAction) if one.text() == "Why the Log?"]
    action.trigger()
    assert person.store.view.mode is ViewMode.LOSS_CURVES


@pytest.mark.parametrize("rule", Rule)
def test_a_marker_is_the_bar(start, rule) -> None:
    person = start()
    chart = opened(person)
    before, others = person.state, person.q[1:] / person.q[1:].sum()
    pixels = dragged_to(chart, 0.7, rule, ALT)
    assert person.q[0] == pytest.approx(0.125 + pixels / panel(chart, rule).width, abs=1e-12)
    assert person.q[1:] / person.q[1:].sum() == pytest.approx(others)
    assert chart.shown_loss(Rule.LOG) == person.store.snapshot.cross_entropy
    assert person.readouts()[1] == f"{person.store.snapshot.cross_entropy:.4f}"
    assert person.steps == 1
    assert person.command("undo").text() == "Undo Drag Q: sunny"
    after = person.state
    person.do("undo")
    assert person.state == before
    assert chart.value == 0.125
    person.do("redo")
    assert person.state == after


def test_it_stays_under_the_pointer_and_the_bar_follows_at_every_event(start) -> None:
    person = start()
    chart = opened(person)
    at, mouse = chart.marker(Rule.BRIER), Mouse(chart)
    mouse.press(at)
    tops = []
    for step in range(3, 60, 4):
        mouse.move(at + QPoint(step, 0), ALT)
        assert chart.marker(Rule.BRIER).x() == pytest.approx(at.x() + step, abs=1)
        tops.append(person.q_chart.bar_top(0).y())
        assert chart.value == person.q[0]
    assert tops == sorted(tops, reverse=True)
    mouse.move(at)
    assert person.q[0] == 0.125
    mouse.release()
    assert person.steps == 0  # it ended where it began


def test_with_a_soft_p_the_log_is_least_at_p(start) -> None:
    person = start([0.7, 0.3], [0.5, 0.5], ["rain", "sun"])
    chart = opened(person)
    costs = {}
    for value in (0.2, 0.5, 0.6, 0.7, 0.8, 0.9):
        dragged_to(chart, value)
        costs[float(person.q[0])] = [person.store.measures.kl_divergence, *(chart.shown_loss(rule) for rule in Rule)]
    honest = min(costs, key=lambda q: abs(q - 0.7))
    assert honest == 0.7  # the marker snaps onto the line at p
    for place in (0, 1, 3):  # KL, log and Brier
        assert min(costs, key=lambda q: costs[q][place]) == honest
    assert costs[honest][0] == 0.0
    assert min(costs, key=lambda q: costs[q][2]) == max(costs)  # the linear one rewards lying
    assert "least at the edge q = 1: it rewards lying" in chart.tool_tip(Rule.LINEAR)
    assert "least at q = p = 0.7, whatever the others are" in chart.tool_tip(Rule.LOG)


def test_to_the_edges_and_back(start) -> None:
    person = start()
    chart = opened(person)
    mouse, at = Mouse(chart), chart.marker(Rule.LOG)
    mouse.press(at)
    mouse.move(at - QPoint(300, 0))
    assert person.q[0] == 0.0
    assert chart.shown_loss(Rule.LOG) == np.inf
    assert person.readouts()[1] == "∞"
    mouse.move(at + QPoint(900, 0))
    assert person.q.tolist() == [1.0, 0.0, 0.0, 0.0]
    mouse.release()
    dragged_to(chart, 0.5)
    assert person.q == pytest.approx([0.5, 2 / 7, 1 / 7, 1 / 14])


def test_escape_gives_the_drag_up(start) -> None:
    person = start()
    chart = opened(person)
    before, at, mouse = person.state, chart.marker(Rule.LINEAR), Mouse(chart)
    chart.setFocus()
    mouse.press(at)
    mouse.move(at + QPoint(30, 0))
    assert person.state != before
    person.keys(Qt.Key.Key_Escape, on=chart)
    assert person.state == before
    mouse.move(at + QPoint(60, 0))
    mouse.release()
    assert person.state == before
    assert person.steps == 0


def test_keys_move_the_marker_and_choose_the_bar(start) -> None:
    person = start()
    person.on_p.click(person.p_chart.bar_base(0) - QPoint(0, 3))
    chart = opened(person)
    chart.setFocus()
    assert person.store.view.active is Side.P
    person.keys(Qt.Key.Key_Up, Qt.Key.Key_Up)
    assert person.store.view.active is Side.Q
    assert person.q[0] == pytest.approx(0.145)
    assert person.steps == 1
    person.keys(Qt.Key.Key_Right)
    assert person.store.view.selected == (1,)
    assert person.store.view.active is Side.Q
    assert "Q(cloudy)" in chart.sentence
    person.keys(Qt.Key.Key_End)
    assert person.q[1] == 1.0
    person.keys(Qt.Key.Key_Left, Qt.Key.Key_Home)
    assert person.q[0] == 0.0


def test_a_locked_bar_does_not_move_and_says_why(start) -> None:
    person = start()
    chart = opened(person)
    chart.setFocus()
    person.keys("L", on=person.window)
    before = person.state
    assert "locked" in chart.sentence
    dragged_to(chart, 0.7)
    assert person.state == before
    assert chart.value == 0.125
    assert "locked" in person.sentence
    person.keys(Qt.Key.Key_Up, on=chart)
    assert person.state == before


def test_another_lock_is_the_ceiling(start) -> None:
    person = start()
    person.click_padlock(Side.Q, 1)
    person.on_q.click(person.q_chart.bar_base(0) - QPoint(0, 3))
    chart = opened(person)
    at, mouse = chart.marker(Rule.LOG), Mouse(chart)
    mouse.press(at)
    mouse.move(at + QPoint(900, 0))
    mouse.release()
    assert person.q[0] == 0.5
    assert chart.tool_tip(Rule.LOG).endswith("the locks leave 0.5 to share")


def test_another_view_asked_for_in_a_drag_ends_it(start) -> None:
    person = start()
    chart = opened(person)
    at, mouse = chart.marker(Rule.LOG), Mouse(chart)
    mouse.press(at)
    mouse.move(at + QPoint(30, 0))
    person.keys("1", modifiers=ALT, on=person.window)
    person.qtbot.waitUntil(lambda: not person.store.in_gesture)
    assert person.steps == 1


def test_the_axis_is_spread_by_a_button_in_the_head(start) -> None:
    person = start()
    chart = opened(person)
    button = person.window.findChild(QToolButton, "logarithmicAxis")
    assert button.isVisible()
    at = chart.marker(Rule.LOG).x()
    button.click()
    assert chart.marker(Rule.LOG).x() > at + 20
    dragged_to(chart, chart.value + 0.1)
    assert person.q[0] > 0.2  # equal ways are equal ratios there
    assert not button.isHidden()
    person.keys("1", modifiers=ALT, on=person.window)
    assert not button.isVisible()


def test_the_keyboard_reaches_it_and_its_button(start) -> None:
    person = start()
    opened(person)
    widget, names = person.q_chart, []
    for _ in range(300):
        widget = widget.nextInFocusChain()
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible() and not widget.focusProxy():
            names.append(widget.objectName())
    first = names.index("logarithmicAxis")
    assert names[first : first + 2] == ["logarithmicAxis", "lossCurvesChart"]


@pytest.mark.parametrize("background", Background)
def test_its_picture_is_what_is_seen(start, background) -> None:
    person = start()
    window, choice = person.window, PictureChoice(What.TERMS, 1, background)
    opened(person)
    even = render_picture(choice, window, person.store.snapshot, LIGHT)
    person.store.set_options(LossCurvesOptions(logarithmic=True))
    assert render_picture(choice, window, person.store.snapshot, LIGHT) != even
