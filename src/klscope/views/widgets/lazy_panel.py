"""Panels that update with a delay, and only while visible."""

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
    """A base class for such a panel, before its widget class.

    An update is delayed by ``milliseconds`` at most, and not at all up to ``at_once_up_to`` categories.
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
        """Build the contents, when first visible."""

    def show_now(self, snapshot: Snapshot) -> None:
        """Show a state now."""
        raise NotImplementedError

    @property
    def latest(self) -> Snapshot | None:
        """The latest state, shown or not."""
        return self._pending or self._shown

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show a state within `milliseconds`, if the panel is visible."""
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
        """Show the latest state again, after a change of language or theme."""
        self._pending = self.latest
        self._catch_up()

    def _catch_up(self) -> None:
        if self.isVisible():
            self.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        self.build()
        super().showEvent(event)
        self.refresh()
