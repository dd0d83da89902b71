"""The code lengths in the whole window: shown on request, updated during drags, exported as shown."""

import pytest
from hands import ALT, Mouse
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QPushButton, QToolButton

from klscope.model.comparison import Side
from klscope.model.view_options import BlockOrder
from klscope.model.views import ViewMode
from klscope.views.code_lengths.code_words import legend
from klscope.views.export.picture import Background, PictureChoice, What, render_picture
from klscope.views.theme import LIGHT


def opened(person):
    person.keys("4", modifiers=ALT, on=person.window)
    return shown(person)


def shown(person):
    return person.window.terms_card.made_view(ViewMode.CODE_LENGTHS)


def values(person):
    chart = shown(person)
    return [entry.text.split(": ")[1] for entry in legend(chart.snapshot, chart.blocks, 2000.0)]


def test_it_is_built_when_first_asked_for(start) -> None:
    person = start()
    assert shown(person) is None
    chart = opened(person)
    assert person.store.view.mode is ViewMode.CODE_LENGTHS
    assert chart.isVisible()
    assert not person.window.terms_chart.isVisible()
    assert chart.objectName() == "codeLengthsChart"
    assert chart.accessibleName()
    person.keys("1", modifiers=ALT, on=person.window)
    assert person.window.terms_chart.isVisible()
    assert not chart.isVisible()
    assert person.window.terms_chart.snapshot is person.store.snapshot


def test_the_button_of_views_opens_it_and_says_so(start) -> None:
    person = start()
    button = person.window.findChild(QPushButton, "moreViews")
    assert button.text() == "More views ▼"
    person.choose(button.menu(), "Code Lengths")
    assert shown(person).isVisible()
    assert button.isChecked()
    assert button.text() == "Code lengths ▼"
    person.keys("1", modifiers=ALT, on=person.window)
    assert not button.isChecked()
    assert button.text() == "More views ▼"


def test_it_follows_the_hand(start) -> None:
    person = start()
    chart = opened(person)
    top = chart.bar_top(0).y()
    start_at = person.q_chart.bar_top(0)
    person.on_q.press(start_at)
    for step in range(1, 6):
        person.on_q.move(start_at - QPoint(0, 8 * step))
        assert values(person)[0] == f"H(P,Q) = {person.store.snapshot.cross_entropy:.3f} bits"
        assert chart.bar_top(0).y() > top
        top = chart.bar_top(0).y()
        assert (chart.blocks.widths * chart.blocks.heights).sum() == pytest.approx(
            person.store.snapshot.cross_entropy, abs=1e-9
        )
    person.on_q.release()
    start_at = person.p_chart.bar_top(1)
    person.on_p.drag(start_at, start_at - QPoint(0, 30))
    assert chart.widths[1] / chart.area.width == pytest.approx(person.p[1])


def test_a_category_is_lit_everywhere_and_chosen_by_a_click(start) -> None:
    person = start()
    chart = opened(person)
    mouse = Mouse(chart.viewport())
    at = chart.bar_base(2) - QPoint(0, 10)
    mouse.move(at, pressed=False)
    assert person.q_chart.pointed == chart.pointed == 2
    assert person.sentence.startswith("rain")
    mouse.click(at)
    assert person.store.view.selected == (2,)


def test_order_and_roles_are_chosen_in_the_head_and_not_undone(start) -> None:
    person = start()
    chart = opened(person)
    order, turned = (person.window.findChild(QToolButton, name) for name in ("codeOrder", "codesTurned"))
    assert order.isVisible()
    person.choose(order.menu(), "By Q")
    assert person.store.view.code_lengths.block_order is BlockOrder.BY_Q
    assert chart.order.tolist() == [1, 2, 0, 3]
    assert order.text().startswith("By Q")
    turned.click()
    assert values(person) == [
        "H(Q,P) = 2.250 bits",
        "H(Q) = 1.750 bits",
        "KL(Q‖P) = +0.750 − 0.250 = 0.500 bits",
    ]
    assert not person.store.history.undoable
    person.keys("1", modifiers=ALT, on=person.window)
    assert not order.isVisible()


def test_order_and_roles_are_in_the_menu_of_views_too(start) -> None:
    person = start()
    by_p = next(action for action in person.explorer._actions.orders.actions() if action.data() is BlockOrder.BY_P)
    assert not by_p.isEnabled()  # there is nothing yet whose order it would be
    assert not person.command("turned").isEnabled()
    chart = opened(person)
    by_p.trigger()
    assert chart.order.tolist() == [0, 1, 2, 3]
    assert person.window.findChild(QToolButton, "codeOrder").text().startswith("By P")
    person.do("turned")
    assert values(person)[0] == "H(Q,P) = 2.250 bits"
    assert person.window.findChild(QToolButton, "codesTurned").isChecked()


def test_the_keyboard_reaches_it_and_what_belongs_to_it(start) -> None:
    person = start()
    chart = opened(person)
    widget, stops = person.q_chart, []
    for _ in range(300):
        widget = widget.nextInFocusChain()
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible() and not widget.focusProxy():
            stops.append(widget)
    names = [stop.objectName() for stop in stops]
    first = names.index("codeOrder")
    assert names[first : first + 3] == ["codeOrder", "codesTurned", "codeLengthsChart"]
    chart.setFocus()
    person.keys(Qt.Key.Key_Right)
    assert person.store.view.selected == (1,)


def test_the_focus_goes_along_from_one_chart_to_the_other(start) -> None:
    person = start()
    person.window.terms_chart.setFocus()
    chart = opened(person)
    assert chart.hasFocus()
    person.keys("2", modifiers=ALT)
    assert person.window.terms_chart.hasFocus()


@pytest.mark.parametrize("background", Background)
def test_the_picture_of_the_terms_shows_what_the_pane_shows(start, background) -> None:
    person = start()
    window, choice = person.window, PictureChoice(What.TERMS, 1, background)
    person.keys("1", modifiers=ALT, on=window)
    terms = render_picture(choice, window, person.store.snapshot, LIGHT)
    opened(person)
    codes = render_picture(choice, window, person.store.snapshot, LIGHT)
    assert codes.size() == terms.size() == window.terms_card.size()
    assert codes != terms


def test_infinity_and_nothing_are_told(start) -> None:
    person = start([4, 2, 1, 1], [1, 4, 3, 0])
    opened(person)
    assert values(person) == ["H(P,Q) = ∞ bits", "H(P) = 1.750 bits", "KL(P‖Q) = ∞ bits"]
    person.enter(Side.P, 3, "0")
    assert shown(person).blocks.without_width.tolist() == [3]
    assert "∞" not in "".join(values(person))


def test_a_chart_that_is_hidden_under_the_pointer_leaves_nothing_lit(start) -> None:
    person = start()
    chart = person.window.terms_chart
    person.on_terms.move(chart.bar_base(1), pressed=False)
    assert person.q_chart.pointed == 1
    chart.hideEvent = lambda _: chart.hovered.emit(-1)  # what the window system makes of it: the pointer left
    opened(person)
    person.qtbot.waitUntil(lambda: person.q_chart.pointed == -1)
    assert shown(person).isVisible()
