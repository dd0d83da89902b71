"""A fixture that starts the whole program in a shown window, and closes it after each test."""

from collections.abc import Callable, Iterator

import pytest
from hands import Person

from klscope.app import Explorer, create
from klscope.views import magnification


@pytest.fixture
def start(qtbot) -> Iterator[Callable[..., Person]]:
    """Return a function that opens the program with P, Q and labels (*weather* by default)."""
    started: list[Explorer] = []

    def open_window(p=None, q=None, labels=None, animated=False) -> Person:
        explorer = create(p, q, labels)
        started.append(explorer)
        explorer.window.scale.animated = animated
        explorer.window.show()
        qtbot.waitExposed(explorer.window)
        explorer.window.activateWindow()
        qtbot.waitUntil(explorer.window.isActiveWindow)
        return Person(explorer, qtbot)

    yield open_window
    for explorer in started:
        explorer.documents.is_ending = lambda: True  # a modified document is not asked about
        explorer.window.close()
        explorer.window.deleteLater()
        explorer.deleteLater()
    magnification.magnify(1.0)
