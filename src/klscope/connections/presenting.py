"""Connects the presentation mode: full screen, large texts, and the keys of a presenter remote.

A remote is a keyboard with two keys, Page Down and Page Up. While presenting they go through the lesson, and do not
change bars.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QObject, QRect, QSize, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from klscope.connections.context import Context
from klscope.connections.lazy_lessons import LazyLessons
from klscope.connections.sizes import Sizes

translate = QCoreApplication.translate
LAID_OUT_FOR = QSize(1200, 675)
"""The assumed size of a screen in unscaled pixels: it determines the magnification."""
LARGEST = 4.0


def factor_for(window: QWidget) -> float:
    """Return the magnification of a presentation on the screen of a window."""
    screen = window.screen().size()
    return min(screen.width() / LAID_OUT_FOR.width(), screen.height() / LAID_OUT_FOR.height(), LARGEST)


class Presenting(QObject):
    """The presentation mode."""

    def __init__(self, context: Context, lessons: LazyLessons, sizes: Sizes) -> None:
        super().__init__(context.window)
        self._window, self._action = context.window, context.actions["present"]
        self._status = context.status
        self._said = ""
        self._lessons, self._sizes = lessons, sizes
        self._place = QRect()
        self._was_maximized = False
        self._action.triggered.connect(lambda on: self.start() if on else self.stop())
        self._window.escaped.connect(self.stop)
        self._window.closed.connect(self._leave)
        self._keys = []
        for key, go in ((Qt.Key.Key_PageDown, lessons.present_next), (Qt.Key.Key_PageUp, lessons.present_back)):
            shortcut = QShortcut(QKeySequence(key), self._window)
            shortcut.setEnabled(False)
            shortcut.activated.connect(go)
            self._keys.append(shortcut)

    @property
    def is_on(self) -> bool:
        """Whether the presentation mode is on."""
        return self._keys[0].isEnabled()

    def start(self) -> None:
        """Enter full screen, and magnify everything."""
        if self.is_on:
            return
        window = self._window
        self._place, self._was_maximized = window.normalGeometry(), window.isMaximized()
        self._turn(on=True)
        self._sizes.apply(max(factor_for(window), self._sizes.chosen), bounded=False)
        window.showFullScreen()
        self._lessons.show_current()
        self._said = translate(
            "Presenting", "Page Down and Page Up lead through a lesson (Ctrl+L). Esc ends presenting."
        )
        self._status.say(self._said)

    def stop(self) -> None:
        """Leave full screen, and restore the chosen size."""
        if not self.is_on:
            return
        self._turn(on=False)
        self._window.showNormal()
        self._sizes.update_scale()
        self._window.setGeometry(self._place)  # it may have grown with its contents
        if self._was_maximized:
            self._window.showMaximized()
        self._status.clear_message(self._said)

    def _leave(self) -> None:
        """Give the other windows their size back when this one closes while presenting."""
        if self.is_on:
            self._turn(on=False)
            self._sizes.update_scale()

    def _turn(self, on: bool) -> None:
        for key in self._keys:
            key.setEnabled(on)
        self._window.present(on)
        self._action.setChecked(on)
