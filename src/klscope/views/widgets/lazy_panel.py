"""Panels that do not follow every event: they show the latest state soon, and only while they are visible."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from klscope.model.snapshot import Snapshot

if TYPE_CHECKING:
    Base = QWidget
else:
    Base = object


class LazyPanel(Base):
    """The first base of such a panel; the second is the kind of widget that it is.

    Attributes
    ----------
    milliseconds
        How long a state may wait.
    at_once_up_to
        Up to so many categories no state waits.
    """

    milliseconds = 40
    at_once_up_to = 0

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pending: Snapshot | None = None
        self._shown: Snapshot | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(self.milliseconds)
        self._timer.timeout.connect(self._catch_up)

    def build(self) -> None:
        """Make what is shown, when it is first seen."""

    def show_now(self, snapshot: Snapshot) -> None:
        """Show a state."""
        raise NotImplementedError

    @property
    def latest(self) -> Snapshot | None:
        """The latest state, shown or not."""
        return self._pending or self._shown

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show another state within 100 ms, if anyone sees it."""
        self._pending = snapshot
        if not self.isVisible():
            return
        if snapshot.comparison.n <= self.at_once_up_to:
            self.refresh()
        elif not self._timer.isActive():
            self._timer.start()

    def refresh(self) -> None:
        """Show the latest state now, if it is not shown yet."""
        if self._pending is not None:
            self._shown, self._pending = self._pending, None
            self.show_now(self._shown)

    def show_again(self) -> None:
        """Show the latest state once more: its words or what it is shown in have changed."""
        self._pending = self.latest
        self._catch_up()

    def _catch_up(self) -> None:
        if self.isVisible():
            self.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        """Make what is seen for the first time, and catch up with what happened while hidden."""
        self.build()
        super().showEvent(event)
        self.refresh()
