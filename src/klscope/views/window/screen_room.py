"""Keeps a window on its screen: no larger than the screen has room for beside panels and frame, and wholly in sight."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QMargins, QObject, QPoint, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QScreen, QShowEvent
from PySide6.QtWidgets import QStyle, QWidget

from klscope.views.widgets.focus import FocusKeepingWindow

UNSEEN = ("offscreen", 800, 800)
"""The platform without a display, and the pixels of the screen it says it has: nobody looks at it."""
SETTLED_MILLISECONDS = 150
"""After this a window manager has answered to a change."""
NOT_IN_ITS_PLACE = Qt.WindowState.WindowMaximized | Qt.WindowState.WindowFullScreen | Qt.WindowState.WindowMinimized


def is_seen(screen: QScreen) -> bool:
    """Whether a screen can be looked at, so that a window has to fit on it."""
    width, height = (round(side * screen.devicePixelRatio(), -1) for side in screen.size().toTuple())
    return (QGuiApplication.platformName(), width, height) != UNSEEN


class ScreenRoom(QObject):
    """The room that ``window`` has on its screen.

    Signals
    -------
    changed()
        The screen has become another, or larger, or smaller.
    """

    changed = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._least = QSize(0, 0)
        self._screen: QScreen | None = None
        # until the window manager has given the window its frame, a title of the usual height
        self._frame = QMargins(0, window.style().pixelMetric(QStyle.PixelMetric.PM_TitleBarHeight), 0, 0)

    def set_least(self, size: QSize) -> None:
        """Let the window be no smaller than ``size``, as far as the screen has room for that."""
        self._least = size
        self.fit()

    def available(self) -> QRect:
        """Return where the inside of the window may be: on its screen, beside panels, with the frame around it."""
        if self._is_placed() and not self._window.windowState() & NOT_IN_ITS_PLACE:
            self._frame = self._window.windowHandle().frameMargins()
        return self._place().availableGeometry().marginsRemoved(self._frame)

    def _is_placed(self) -> bool:
        """Whether the window manager has given the window a place and a frame."""
        handle = self._window.windowHandle()
        return handle is not None and handle.isExposed()

    def _place(self) -> QScreen:
        """Return the screen that the window stands on, or will."""
        return QGuiApplication.screenAt(self._window.geometry().center()) or self._window.screen()

    def fit(self) -> None:
        """Bring the window back into its room, and leave it alone where it is in it."""
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
            window.resize(size)  # where it opens is up to the window manager
            return
        corner = QPoint(
            max(min(place.left(), room.right() + 1 - size.width()), room.left()),
            max(min(place.top(), room.bottom() + 1 - size.height()), room.top()),
        )
        if QRect(corner, size) != place:
            window.setGeometry(QRect(corner, size))

    def fit_soon(self) -> None:
        """Do so when the window manager has had the time to do its part."""
        QTimer.singleShot(SETTLED_MILLISECONDS, self, self.fit)

    def open(self) -> None:
        """See that a window that is about to be shown opens in its room, and follow its screen from then on."""
        self.fit()
        handle = self._window.windowHandle()
        if self._screen is None and handle is not None:
            self._follow(handle.screen())
            handle.screenChanged.connect(self._follow)
            handle.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Fit the window once more when it is first on the screen: only now it has its frame, and its place."""
        if event.type() is QEvent.Type.Expose:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self, self.fit)
        return False

    def _follow(self, screen: QScreen) -> None:
        """Follow what becomes of a screen; a window that is dragged to another stays as it is while it is dragged."""
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
    """A window that opens where its screen has room, and stays there.

    Attributes
    ----------
    screen_room
        The room it has.
    """

    def __init__(self) -> None:
        super().__init__()
        self.screen_room = ScreenRoom(self)

    def showEvent(self, event: QShowEvent) -> None:
        """Open where the screen has room."""
        if not event.spontaneous():
            self.screen_room.open()
        super().showEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Stay on the screen when it is filled no more."""
        if event.type() is QEvent.Type.WindowStateChange:
            self.screen_room.fit_soon()
        super().changeEvent(event)
