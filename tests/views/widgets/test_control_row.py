"""One row of controls: what stands in it, what in its panel, and what Tab and rings find. Oracle: widths, by hand."""

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QLineEdit, QWidget

from klscope.views import magnification
from klscope.views.theme import LIGHT, style_sheet
from klscope.views.widgets.choice_button import ChoiceButton
from klscope.views.widgets.control_panel import Setting
from klscope.views.widgets.control_row import ControlRow
from klscope.views.widgets.highlight import set_highlighted
from klscope.views.widgets.steady_button import SteadyButton

NAMES = ["one", "two", "three", "four"]


def made(settings=True):
    buttons = [SteadyButton(name) for name in NAMES]
    for button in buttons:
        button.setText(button.objectName())
    choice = ChoiceButton([1, 2])
    choice.setObjectName("choice")
    choice.set_words("Speed", ("1 step a second", "2 steps a second"), ("1/s", "2/s"))
    choice.show_value(1)
    line = QLineEdit()
    line.setObjectName("line")
    row = ControlRow("settings", [*buttons, choice], [Setting(QLabel("Seed"), line)] if settings else ())
    row.retranslate()
    return row


@pytest.fixture
def shown(show):
    """Return a function that shows a row as wide as asked for, in the style of the window."""

    def show_row(row, width=600):
        pane = QWidget()
        pane.setStyleSheet(style_sheet(LIGHT))
        layout = QHBoxLayout(pane)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(row)
        row.show()
        show(pane, width, 30)
        settle()
        return row

    return show_row


def settle():
    for _ in range(3):
        QApplication.processEvents()


def resized(row, width):
    row.window().resize(width, 30)
    settle()


def in_row(row):
    found = [child for child in row.children() if isinstance(child, QWidget) and child.isVisible()]
    return [child.objectName() for child in sorted(found, key=lambda child: child.x())]


def in_panel(row):
    return {child.objectName() for child in row.panel.children() if isinstance(child, QWidget) and child.objectName()}


def texts(row):
    return {name: row.findChild(SteadyButton, name).text() for name in ("choice", "settings")}


def test_all_stands_in_the_row_where_it_has_room_but_for_the_settings(shown):
    row = shown(made())
    assert in_row(row) == [*NAMES, "choice", "settings"]
    assert in_panel(row) == {"line"}
    assert texts(row) == {"choice": "1 step a second ▼", "settings": "Settings ▼"}


def test_first_names_are_short_and_then_the_last_controls_are_in_the_panel(shown):
    row = shown(made())
    seen = []
    for width in range(600, 75, -1):
        resized(row, width)
        state = (len(in_row(row)), texts(row)["settings"])
        if state not in seen:
            seen.append(state)
        places = [row.findChild(QWidget, name).geometry() for name in in_row(row)]
        assert all(place.right() < row.width() for place in places)
        for button in row.findChildren(SteadyButton):
            assert not button.isVisible() or button.width() >= button.sizeHint().width()
        assert set(in_row(row)) | in_panel(row) == {*NAMES, "choice", "settings", "line"}
    assert seen == [(6, "Settings ▼"), (6, "⋯"), (5, "⋯"), (4, "⋯"), (3, "⋯"), (2, "⋯")]
    resized(row, 600)
    assert in_row(row) == [*NAMES, "choice", "settings"]
    assert in_panel(row) == {"line"}
    assert texts(row) == {"choice": "1 step a second ▼", "settings": "Settings ▼"}


def test_where_there_are_no_settings_the_button_is_there_only_for_what_has_no_room(shown):
    row = shown(made(settings=False))
    assert in_row(row) == [*NAMES, "choice"]
    resized(row, 150)
    assert "choice" in in_panel(row)
    assert in_row(row)[-1] == "settings"
    assert row.findChild(SteadyButton, "choice").text() == "1 step a second ▼"  # there it has room for its name
    resized(row, 600)
    assert in_row(row) == [*NAMES, "choice"]


def test_a_row_shares_anew_when_words_and_letters_change(shown):
    row = shown(made())
    needed = row.sizeHint().width()
    resized(row, needed)
    assert texts(row)["settings"] == "Settings ▼"
    row.findChild(SteadyButton, "one").setText("one and more")
    settle()
    assert texts(row)["settings"] == "⋯"
    row.findChild(SteadyButton, "one").setText("one")
    settle()
    assert texts(row)["settings"] == "Settings ▼"
    for factor, text in ((1.25, "⋯"), (1.0, "Settings ▼")):
        magnification.magnify(factor, row)
        settle()
        assert texts(row)["settings"] == text


def test_it_asks_for_no_width(shown):
    assert shown(made()).minimumSizeHint().width() == 1


def chain(first, last):
    names, widget = [first.objectName()], first
    while widget is not last and len(names) < 30:
        widget = widget.nextInFocusChain()
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible() and widget.window() is first.window():
            names.append(widget.objectName())
    return names


@pytest.mark.parametrize("widths", [(600,), (200, 600), (120, 200, 600)])
def test_tab_goes_through_the_row_as_it_is_seen(shown, widths):
    row = shown(made())
    for width in widths:
        resized(row, width)
        first, last = (row.findChild(QWidget, name) for name in (in_row(row)[0], in_row(row)[-1]))
        assert chain(first, last) == in_row(row)
        assert [stop.objectName() for stop in row.stops] == in_row(row)


def test_what_has_the_keyboard_and_is_put_away_leaves_it_to_the_button(shown, qtbot):
    row = shown(made())
    row.window().activateWindow()
    choice = row.findChild(SteadyButton, "choice")
    choice.setFocus()
    qtbot.waitUntil(choice.hasFocus)
    resized(row, 120)
    assert row.more.hasFocus()


def test_a_ring_on_what_is_put_away_is_on_the_button_too(shown):
    row = shown(made())
    ring = row.findChild(SteadyButton, "four")
    set_highlighted(ring, True)
    row.show_rings()
    assert not row.more.property("highlighted")
    resized(row, 150)
    assert "four" in in_panel(row)
    assert row.more.property("highlighted")
    resized(row, 600)
    assert not row.more.property("highlighted")
    resized(row, 150)
    set_highlighted(ring, False)
    row.show_rings()
    assert not row.more.property("highlighted")


def test_the_panel_opens_with_the_keyboard_and_closes_with_esc_or_the_row(shown, qtbot):
    row = shown(made(), 120)
    row.window().activateWindow()
    row.more.setFocus()
    qtbot.waitUntil(row.more.hasFocus)
    QTest.keyClick(row.more, Qt.Key.Key_Space)
    line = row.findChild(QLineEdit, "line")
    qtbot.waitUntil(line.hasFocus)
    assert row.panel.accessibleName() == row.more.accessibleName() == "Settings"
    away = [name for name in (*NAMES, "choice") if name in in_panel(row)]
    assert len(away) == 3
    assert chain(line, row.findChild(SteadyButton, away[-1])) == ["line", *away]
    QTest.keyClick(line, Qt.Key.Key_Escape)
    assert not row.panel.isVisible()
    row.more.click()
    assert row.panel.isVisible()
    row.hide()
    assert not row.panel.isVisible()


class WhenHidden(QObject):
    """Does something once, as soon as a widget is hidden."""

    def __init__(self, widget, act):
        super().__init__(widget)
        self._act = act
        widget.installEventFilter(self)

    def eventFilter(self, watched, event):
        if event.type() is QEvent.Type.Hide:
            watched.removeEventFilter(self)
            self._act()
        return False


def test_a_row_that_is_resized_while_it_is_folded_shows_what_has_room_in_the_end(shown):
    row = shown(made())
    WhenHidden(row.findChild(SteadyButton, "four"), lambda: row.resize(600, 30))
    row.resize(120, 30)  # the row alone: its pane, which is wide, does not give it another width meanwhile
    assert row.width() == 600
    assert [stop.objectName() for stop in row.stops] == [*NAMES, "choice", "settings"]
    assert in_panel(row) == {"line"}
    assert in_row(row) == [*NAMES, "choice", "settings"]
