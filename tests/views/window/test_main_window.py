"""The window as a whole: what assistive tools find in it, what it promises, and that nothing in it is cut.

Oracle: the README's object names, the specification's words, and the sizes the widgets themselves ask for.
"""

import pytest
from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QFontMetrics, QHelpEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLabel,
    QMenuBar,
    QScrollArea,
    QScrollBar,
    QStatusBar,
    QTabBar,
    QToolTip,
    QWidget,
)

from klscope.app import create
from klscope.model.views import ViewMode
from klscope.theory.units import Unit
from klscope.views.theme import ThemeChoice
from klscope.views.widgets.live_label import LiveLabel

PROMISED = (
    *("pChart", "qChart", "termsChart", "entropyReadout", "crossEntropyReadout", "divergenceReadout"),
    *("identityBar", "table"),
)
SIZES = [(1280, 800), (1000, 640), (1920, 1080)]
LONG = ["a name as long as nobody would write one, and longer", *(f"Wort {place}" for place in range(11))]
STATES = {
    "weather": (None, None, None),
    "infinite": ([4, 2, 1, 1], [1, 4, 3, 0], None),
    "long names": (range(1, 13), range(12, 0, -1), LONG),
    "tiny": ([1, 1], [1 + 1e-9, 1 - 1e-9], None),
    "huge": ([1e-300, 1], [1, 1e-300], None),
}


@pytest.fixture
def start(qtbot):
    """Return a function that opens the program in a shown window, on a state of `STATES`."""
    started = []

    def open_window(state="weather", size=(1280, 800)):
        explorer = create(*STATES[state])
        started.append(explorer)
        explorer.window.scale.animated = False
        explorer.window.resize(*size)
        explorer.window.show()
        qtbot.waitUntil(explorer.window.isVisible)
        QApplication.processEvents()
        return explorer

    yield open_window
    for explorer in started:
        explorer.window.close()
        explorer.window.deleteLater()
        explorer.deleteLater()


def visible(window, kind):
    return [widget for widget in window.findChildren(kind) if widget.isVisible()]


def tabs_of(explorer):
    """Show each tab in turn."""
    for place in range(explorer.window.tabs.count()):
        explorer.window.tabs.setCurrentIndex(place)
        QApplication.processEvents()
        yield explorer.window.tabs.tabText(place)


def test_the_object_names_of_the_readme_are_there_once_each(start):
    window = start().window
    for name in PROMISED:
        assert len(window.findChildren(QWidget, name)) == 1, name
    assert window.objectName() == "mainWindow"
    assert [window.findChild(QLabel, name).text() for name in PROMISED[3:6]] == ["1.7500", "2.3750", "0.6250"]


def test_everything_that_takes_the_focus_has_a_name_for_those_who_hear_it(start):
    explorer = start()
    window = explorer.window
    nameless = set()
    for tab in tabs_of(explorer):
        for widget in visible(window, QWidget):
            if isinstance(widget, (QScrollBar, QMenuBar, QStatusBar)) or widget.objectName().startswith("qt_"):
                continue
            focusable = widget.focusPolicy() != Qt.FocusPolicy.NoFocus and widget.focusProxy() is None
            if isinstance(widget, QAbstractButton):
                named = bool(widget.accessibleName() or widget.text())
            else:
                named = bool(widget.accessibleName())
            if (focusable or isinstance(widget, QAbstractButton)) and not named:
                nameless.add((tab, type(widget).__name__, widget.objectName()))
    assert nameless == set()


def test_the_charts_readouts_and_the_identity_bar_have_names_and_the_numbers_are_told(start):
    window = start().window
    for chart, name in ((window.p_chart, "P, what happens"), (window.q_chart, "Q, what the model believes")):
        assert chart.accessibleName() == name
    assert window.terms_chart.accessibleName()
    readout = window.findChild(QLabel, "divergenceReadout")
    assert readout.accessibleName() == "KL(P‖Q)"
    assert readout.text() == "0.6250"
    bar = window.findChild(QWidget, "identityBar")
    assert bar.accessibleDescription() == "1.7500 + 0.6250 = 2.3750 bits"


def test_tab_goes_from_p_to_q(start, qtbot):
    window = start().window
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.p_chart.setFocus()
    order = []
    widget = window.p_chart
    for _ in range(200):
        widget = widget.nextInFocusChain()
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible() and not widget.focusProxy():
            order.append(widget)
    assert order[0] is window.q_chart


@pytest.mark.parametrize(
    ("language", "state", "size"),
    [
        *(("en", state, size) for state in STATES for size in SIZES),
        *(("ko", state, size) for state in ("weather", "infinite") for size in ((1280, 800), (1000, 640))),
    ],
)
def test_no_words_are_cut(start, set_language, language, state, size):
    set_language(language)
    explorer = start(state, size)
    if language == "ko":
        for mode in ViewMode:  # the others' words are cut or not in what each tests of its own
            explorer.store.set_mode(mode)
            QApplication.processEvents()
            assert cut_words(explorer, mode.name, least_padding=8) == set()
        explorer.store.set_mode(ViewMode.KL_DIVERGENCE)
    cut = set()
    for tab in tabs_of(explorer):
        cut |= cut_words(explorer, tab)
    assert cut == set()


def cut_words(explorer, tab, least_padding=None):
    """Return the texts of visible labels and buttons that have less room than they ask for.

    With ``least_padding`` a button has enough room if that is left on both sides of its words.
    """
    cut = set()
    for widget in visible(explorer.window, QLabel) + visible(explorer.window, QAbstractButton):
        if widget is explorer.window.sentence or widget.objectName().startswith("qt_") or not widget.text():
            continue  # the sentence has its whole text in its tooltip
        if isinstance(widget, LiveLabel) and not widget.wordWrap():  # of several versions it shows one that fits
            if widget.shown_line().endswith("…"):
                cut.add((tab, widget.text(), widget.shown_line(), widget.width()))
        elif isinstance(widget, QLabel) and widget.wordWrap():
            if widget.heightForWidth(widget.width()) > widget.height():
                cut.add((tab, widget.text(), "height"))
        elif least_padding is not None and isinstance(widget, QAbstractButton):
            if widget.fontMetrics().horizontalAdvance(widget.text()) + 2 * least_padding > widget.width():
                cut.add((tab, widget.text(), widget.width()))
        elif widget.sizeHint().width() > widget.width():
            cut.add((tab, widget.text(), widget.sizeHint().width(), widget.width()))
        elif widget.fontMetrics().height() > widget.contentsRect().height() + 1:
            cut.add((tab, widget.text(), "height"))
    return cut


@pytest.mark.parametrize("size", SIZES)
def test_nothing_stands_outside_its_parent_or_on_another(start, size):
    explorer = start("infinite", size)
    for tab in tabs_of(explorer):
        for parent in visible(explorer.window, QWidget):
            if parent.layout() is None:
                continue
            inside = [child for child in parent.children() if isinstance(child, QWidget) and child.isVisible()]
            for place, child in enumerate(inside):
                assert parent.rect().contains(child.geometry()), (tab, parent, child)
                for other in inside[place + 1 :]:
                    assert not child.geometry().intersects(other.geometry()), (tab, child, other)


@pytest.mark.parametrize("language", ["en", "ko"])
def test_the_tabs_and_menus_are_read_in_full(start, set_language, language):
    set_language(language)
    window = start(size=(1000, 640)).window
    tabs = window.findChild(QTabBar)
    for place in range(tabs.count()):
        assert tabs.tabRect(place).width() >= QFontMetrics(tabs.font()).horizontalAdvance(tabs.tabText(place)) + 8
    assert tabs.tabRect(tabs.count() - 1).right() <= tabs.width()
    bar = window.menuBar()
    assert bar.actionGeometry(bar.actions()[-1]).right() <= bar.width()


def test_the_window_cannot_be_made_too_small_to_read(start):
    window = start().window
    assert window.size() == QSize(1280, 800)
    asked = window.minimumSizeHint()
    assert window.minimumWidth() >= asked.width()
    assert window.minimumHeight() >= asked.height()
    assert window.minimumWidth() <= 1024
    window.resize(100, 100)
    QApplication.processEvents()
    for chart in (window.p_chart, window.q_chart, window.terms_chart):
        assert chart.area.height >= 45
        assert chart.area.width >= 300


def test_columns_are_at_the_same_x_in_all_three_charts(start):
    window = start("long names").window
    areas = [chart.area for chart in (window.p_chart, window.q_chart, window.terms_chart)]
    for index in range(12):
        xs = {
            chart.viewport().mapTo(window, chart.viewport().rect().topLeft()).x() + area.column_centre(index)
            for chart, area in zip((window.p_chart, window.q_chart, window.terms_chart), areas, strict=True)
        }
        assert len(xs) == 1


def test_pointing_lights_a_category_everywhere(start):
    explorer = start()
    explorer.store.point_at(2)
    assert [c.pointed for c in (explorer.window.p_chart, explorer.window.q_chart, explorer.window.terms_chart)] == [
        2
    ] * 3
    assert explorer.window.sentence.text().startswith("rain happens one time in eight.")
    explorer.store.point_at(-1)
    assert explorer.window.sentence.text().startswith("sunny happens half the time.")


def test_a_sentence_that_is_cut_is_whole_in_its_tooltip(start):
    window = start("long names", (1000, 640)).window
    sentence = window.sentence
    window.show_sentence("as many words as anyone would read, and then some more, " * 5)
    assert sentence.sizeHint().width() > sentence.width()
    at = sentence.rect().center()
    QApplication.sendEvent(sentence, QHelpEvent(QEvent.Type.ToolTip, at, sentence.mapToGlobal(at)))
    assert QToolTip.text() == sentence.text()
    QToolTip.hideText()
    for tip in QApplication.topLevelWidgets():
        if tip.inherits("QTipLabel"):
            tip.hide()


def test_tool_buttons_follow_their_commands(start):
    explorer = start()
    undo = next(button for button in visible(explorer.window, QAbstractButton) if button.accessibleName() == "Undo")
    assert not undo.isEnabled()
    explorer.commands.swap()
    assert undo.isEnabled()
    assert undo.accessibleName() == "Undo Swap P and Q"
    assert undo.toolTip() == "Undo Swap P and Q (Ctrl+Z)"
    undo.click()
    assert explorer.store.history.position == 0
    assert not undo.isEnabled()


def test_the_verdict_has_the_colour_of_its_kind_in_both_themes(start):
    explorer = start("infinite")
    assert explorer.window.verdict.property("role") == "excess"
    assert "the model gives D probability 0" in explorer.window.verdict.text()
    for choice, colour in ((ThemeChoice.DARK, "#e48abb"), (ThemeChoice.LIGHT, "#7a1848")):
        explorer.set_theme(choice)
        assert explorer.window.verdict.palette().windowText().color().name() == colour
    explorer.commands.copy_p_to_q()
    assert explorer.window.verdict.text() == "Nothing left to learn."
    assert explorer.window.verdict.palette().windowText().color().name() == "#00735a"


def test_editing_values_takes_the_tables_place_and_gives_it_back(start):
    explorer = start()
    window = explorer.window
    window.begin_editing_values(explorer.store.snapshot)
    assert window.values_editor.isVisible()
    assert not window.table.isVisible()
    window.values_editor.cancelled.emit()
    assert window.table.isVisible()


def test_closing_emits_a_signal(start, qtbot):
    window = start().window
    with qtbot.waitSignal(window.closed):
        window.close()
    assert not window.isVisible()


def test_units_stand_beside_every_readout(start):
    explorer = start()
    for unit in Unit:
        explorer.store.set_unit(unit)
        texts = [button.text() for button in visible(explorer.window, QAbstractButton)]
        assert texts.count(f"{unit.label} ▼") == 3


def test_every_panel_can_be_scrolled_to_its_end(start):
    explorer = start(size=(1000, 640))
    for tab in tabs_of(explorer):
        for area in visible(explorer.window, QScrollArea):
            assert area.widget().width() <= area.viewport().width(), tab
            bar = area.verticalScrollBar()
            assert area.widget().height() <= area.viewport().height() + bar.maximum() + 1, tab
