"""Extension of the axis while a drag stays at the upper edge of the chart, as in auto-scrolling."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

HOLD_MILLISECONDS = 150
TICK_MILLISECONDS = 16
ZOOM_PER_TICK = 1.035


class EdgeZoom(QObject):
    """A timer for the extension of the axis; the chart limits the range.

    Signals
    -------
    ticked(float)
        The axis is to be extended by this factor.
    """

    ticked = Signal(float)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._hold = QTimer(self)
        self._hold.setSingleShot(True)
        self._hold.setInterval(HOLD_MILLISECONDS)
        self._zoom = QTimer(self)
        self._zoom.setInterval(TICK_MILLISECONDS)
        self._hold.timeout.connect(self._zoom.start)
        self._zoom.timeout.connect(lambda: self.ticked.emit(ZOOM_PER_TICK))

    def follow(self, at_edge: bool) -> None:
        if not at_edge:
            self.stop()
        elif not self._hold.isActive() and not self._zoom.isActive():
            self._hold.start()

    def stop(self) -> None:
        self._hold.stop()
        self._zoom.stop()
