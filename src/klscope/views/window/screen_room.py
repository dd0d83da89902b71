"""Keeps a window inside the available geometry of its screen, including its frame."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QMargins, QObject, QPoint, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QScreen, QShowEvent
from PySide6.QtWidgets import QStyle, QWidget

from klscope.views.widgets.focus import FocusKeepingWindow

UNSEEN = ("offscreen", 800, 800)
"""The platform without a display, and the size of its screen."""
SETTLED_MILLISECONDS = 150
"""The time in which a window manager responds to a change."""
NOT_IN_ITS_PLACE = Qt.WindowState.WindowMaximized | Qt.WindowState.WindowFullScreen | Qt.WindowState.WindowMinimized


def is_seen(screen: QScreen) -> bool:
    """Return whether a screen is visible, so that a window has to fit it."""
    width, height = (round(side * screen.devicePixelRatio(), -1) for side in screen.size().toTuple())
    return (QGuiApplication.platformName(), width, height) != UNSEEN


class ScreenRoom(QObject):
    """The available geometry for ``window``.

    Signals
    -------
    changed()
        The screen or its geometry changed.
    """

    changed = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._least = QSize(0, 0)
        self._screen: QScreen | None = None
        # until the window manager has set the frame, a title bar of usual height is assumed
        self._frame = QMargins(0, window.style().pixelMetric(QStyle.PixelMetric.PM_TitleBarHeight), 0, 0)

    def set_least(self, size: QSize) -> None:
        """Set the minimum size of the window, limited by the screen."""
        self._least = size
        self.fit()

    def available(self) -> QRect:
        """Return the available geometry for the contents of the window, without panels and frame."""
        if self._is_placed() and not self._window.windowState() & NOT_IN_ITS_PLACE:
            self._frame = self._window.windowHandle().frameMargins()
        return self._place().availableGeometry().marginsRemoved(self._frame)

    def _is_placed(self) -> bool:
        """Return whether the window manager has set position and frame."""
        handle = self._window.windowHandle()
        return handle is not None and handle.isExposed()

    def _place(self) -> QScreen:
        """Return the screen of the window, also before it is shown."""
        return QGuiApplication.screenAt(self._window.geometry().center()) or self._window.screen()

    def fit(self) -> None:
        """Move and resize the window into the available geometry, if it exceeds it."""
        window = self._window
        if not is_seen(self._place()):
            window.setMinimumSize(self._least)
            return
        room = self.available()
        window.setMinimumSize(self._least.boundedTo(room.size()))
        if window.windowState() & NOT_IN_ITS_PLACE:
            return
        place = window.geometry()
        size = place.size().boundedTo(room.size())
        if not window.testAttribute(Qt.WidgetAttribute.WA_Moved) and not self._is_placed():
            window.resize(size)  # its position is up to the window manager
            return
        corner = QPoint(
            max(min(place.left(), room.right() + 1 - size.width()), room.left()),
            max(min(place.top(), room.bottom() + 1 - size.height()), room.top()),
        )
        if QRect(corner, size) != place:
            window.setGeometry(QRect(corner, size))

    def fit_soon(self) -> None:
        """Fit the window after the window manager has finished."""
        QTimer.singleShot(SETTLED_MILLISECONDS, self, self.fit)

    def open(self) -> None:
        """Fit a window that is about to be shown, and follow its screen from then on."""
        self.fit()
        handle = self._window.windowHandle()
        if self._screen is None and handle is not None:
            self._follow(handle.screen())
            handle.screenChanged.connect(self._follow)
            handle.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Fit the window again when it is first exposed: only then it has its frame and position."""
        if event.type() is QEvent.Type.Expose:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self, self.fit)
        return False

    def _follow(self, screen: QScreen) -> None:
        """Follow changes of a screen; a window that is dragged to another screen is not changed during the drag."""
        before, self._screen = self._screen, screen
        if before is not None and before in QGuiApplication.screens():
            before.availableGeometryChanged.disconnect(self._change)
        screen.availableGeometryChanged.connect(self._change)
        if before is not None and before not in QGuiApplication.screens():
            self._change()

    def _change(self) -> None:
        QTimer.singleShot(SETTLED_MILLISECONDS, self, self.changed.emit)
        self.fit_soon()


class WindowOnScreen(FocusKeepingWindow):
    """A window that opens and stays inside the available geometry, its ``screen_room``."""

    def __init__(self) -> None:
        super().__init__()
        self.screen_room = ScreenRoom(self)

    def showEvent(self, event: QShowEvent) -> None:
        if not event.spontaneous():
            self.screen_room.open()
        super().showEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.WindowStateChange:
            self.screen_room.fit_soon()
        super().changeEvent(event)
