"""The placeholder of the lessons tab, which is built after the first paint event of the window."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QTimer, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget

translate = QCoreApplication.translate


def lessons_tab() -> str:
    """Return the text of the tab."""
    return translate("MainWindow", "Lessons")


class LessonPlaceholder(QWidget):
    """An empty page that is replaced by the lessons.

    Signals
    -------
    wanted()
        The page was painted, and the lessons must be built.
    """

    wanted = Signal()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        QTimer.singleShot(0, self, self.wanted.emit)
