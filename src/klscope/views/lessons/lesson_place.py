"""The tab of the lessons before they are built: at a start, the first picture of the window need not wait for them."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QTimer, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget

translate = QCoreApplication.translate


def lessons_tab() -> str:
    """Return what is written on the tab."""
    return translate("MainWindow", "Lessons")


class LessonPlace(QWidget):
    """An empty page.

    Signals
    -------
    wanted()
        Someone has seen it: the lessons belong here.
    """

    wanted = Signal()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ask for the lessons, after the picture that is being painted."""
        super().paintEvent(event)
        QTimer.singleShot(0, self, self.wanted.emit)
