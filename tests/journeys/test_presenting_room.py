"""The presentation mode on usual screen sizes: all texts of tabs and views fit, and the window fits the screen."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFontMetrics, QFontMetricsF
from PySide6.QtWidgets import QApplication
from room_on_screen import cut

from klscope.connections import presenting
from klscope.model.views import TERMS, ViewMode
from klscope.theory.units import Unit
from klscope.views.painting import static_texts

SMALL, MIDDLE, LARGE = (1280, 800), (1440, 900), (1920, 1080)
PAIRS = {
    2: ([3, 1], [1, 1], ["heads", "tails"]),
    3: ([5, 3, 2], [2, 3, 5], ["won", "drawn", "lost"]),
    4: (None, None, None),
}
"""By the number of categories, which decides on the kind of landscape."""


@pytest.fixture
def elided(monkeypatch) -> set[str]:
    """Collect what is painted with … for want of room."""
    texts: set[str] = set()

    def recording(kind):
        original = kind.elidedText

        def elided_text(metrics, text, *rest):
            shown = original(metrics, text, *rest)
            texts.update([text] if shown != text else [])
            return shown

        return elided_text

    static_texts.elided_line.cache_clear()
    for kind in (QFontMetrics, QFontMetricsF):
        monkeypatch.setattr(kind, "elidedText", recording(kind))
    return texts


@pytest.fixture
def speaker(start, set_language, monkeypatch):
    """Return a function that opens the program for someone with a screen of a size."""

    def begin(screen, language, n):
        set_language(language)
        person = start(*PAIRS[n])
        size = presenting.LAID_OUT_FOR
        factor = min(screen[0] / size.width(), screen[1] / size.height())
        monkeypatch.setattr(presenting, "factor_for", lambda window: factor)  # noqa: ARG005
        person.window.showFullScreen = lambda: person.window.resize(*screen)  # Qt's screen for tests is a small one
        person.store.set_unit(Unit.HARTLEY)  # the longest name
        for _ in range(3):
            person.do("pin")
        return person

    return begin


def settle() -> None:
    """Let layouts that were put off be made."""
    for _ in range(3):
        QApplication.sendPostedEvents()
        QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
        QApplication.processEvents()


def seen(person) -> str:
    tabs = person.window.tabs
    return f"{tabs.tabText(tabs.currentIndex())}, {person.store.view.mode.name}"


def faults(person, screen) -> list[str]:
    settle()
    where = seen(person)
    found = [f"{where}: {fault}" for fault in cut(person.window)]
    size = (person.window.width(), person.window.height())
    return found if size == screen else [*found, f"{where}: the window is {size}"]


@pytest.mark.parametrize(
    ("screen", "n", "language"),
    [
        (SMALL, 2, "ko"),
        (SMALL, 3, "en"),
        (SMALL, 4, "en"),
        (SMALL, 4, "ko"),
        (MIDDLE, 2, "en"),
        (MIDDLE, 4, "ko"),
        (LARGE, 3, "ko"),
        (LARGE, 4, "en"),
    ],
    ids=str,
)
def test_every_tab_and_every_view_has_room(speaker, elided, screen, language, n):
    person = speaker(screen, language, n)
    person.keys(Qt.Key.Key_F11)
    found = []
    for tab in range(person.window.tabs.count()):
        person.window.tabs.setCurrentIndex(tab)
        found += faults(person, screen)
    for mode in ViewMode if n == 4 else ():  # they are alike for any number of categories; beside the landscape
        person.explorer.store.set_mode(mode)
        found += faults(person, screen)
    assert found == []
    assert elided == set()


@pytest.mark.parametrize(
    ("screen", "n", "language"), [(SMALL, 3, "ko"), (SMALL, 4, "en"), (MIDDLE, 4, "ko"), (LARGE, 3, "en")], ids=str
)
def test_what_was_on_screen_before_has_room_at_once_and_afterwards(speaker, elided, screen, language, n):
    """What is presented is what someone looked at already: it grows, and shrinks again."""
    person = speaker(screen, language, n)
    person.window.resize(*screen)
    tabs = person.window.tabs
    tabs.setCurrentWidget(person.window.landscape)
    found = []
    for mode in (ViewMode.KL_DIVERGENCE, *(one for one in ViewMode if one not in TERMS)):
        person.explorer.store.set_mode(mode)
        for _ in ("presented", "at the desk"):
            person.keys(Qt.Key.Key_F11)
            settle()
            found += [f"{seen(person)}: {fault}" for fault in cut(person.window)]
    assert found == []
    assert elided == set()


def test_what_has_no_room_is_found(speaker, elided):
    """The check itself: a button that is too narrow, a row that reaches out, a line that is too long."""
    person = speaker((1280, 800), "en", 4)
    step = person.window.terms_card.head.findChild(object, "moreViews")
    step.setFixedWidth(20)
    person.window.verdict.parentWidget().setFixedWidth(2000)
    person.window.show_sentence("word " * 100)
    person.window.sentence.repaint()
    found = cut(person.window)
    assert any("QPushButton 'moreViews'" in fault and "needs" in fault for fault in found)
    assert any("reaches" in fault for fault in found)
    assert any("LiveLabel" in fault and "needs" in fault for fault in found)
    assert len(elided) == 1
