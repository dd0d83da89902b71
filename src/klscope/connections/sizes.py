"""Connects the choice of the size of everything in the window."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QObject, QSize, Signal

from klscope.connections.context import Context
from klscope.views import fonts
from klscope.views.application import set_font
from klscope.views.window.main_window import MainWindow

translate = QCoreApplication.translate
FACTORS = (1.0, 1.1, 1.25, 1.5, 1.75, 2.0)
"""The magnifications to choose from, limited by the screen."""
LOWEST = 650
"""The lowest usable height of a window, in unscaled pixels: tabs scroll."""


def room_on_screen(window: MainWindow) -> QSize:
    """Return the available size for a window on its screen."""
    return window.screen_room.available().size()


class Sizes(QObject):
    """The magnification chosen outside presentations, 1 for the usual size, and its commands.

    Signals
    -------
    changed(float)
        Another one was chosen.
    applied(float)
        Another one is in force, which is that of all windows.
    """

    changed = Signal(float)
    applied = Signal(float)

    def __init__(self, context: Context) -> None:
        super().__init__(context.window)
        self._window, self._actions, self._say = context.window, context.actions, context.status.say
        self.chosen = self._wished = self._shown = 1.0
        self._window.screen_room.changed.connect(self._follow_room)
        self._actions["larger"].triggered.connect(lambda: self._step(1))
        self._actions["smaller"].triggered.connect(lambda: self._step(-1))
        self._actions["usual_size"].triggered.connect(lambda: self._tell(1.0))
        self._allow()

    def possible(self) -> tuple[float, ...]:
        """Return the magnifications that fit the screen; 1 is always included."""
        room, least = room_on_screen(self._window), self._window.usual_minimum
        most = min(room.width() / least.width(), room.height() / min(least.height(), LOWEST))
        return tuple(factor for factor in FACTORS if factor == 1.0 or factor <= most)

    def choose(self, factor: float) -> None:
        """Set the magnification, limited by the screen."""
        self._wished = max(factor, 1.0)
        self.update_scale()

    def update_scale(self) -> None:
        """Apply the chosen magnification again, limited by the current screen."""
        self.chosen = max(one for one in self.possible() if one <= self._wished)
        self.apply(self.chosen)

    def apply(self, factor: float, bounded: bool = True) -> None:
        """Apply a magnification; ``bounded`` limits the window to the minimum size of its contents."""
        window = self._window
        if factor != self._shown:
            self._shown = factor
            window.setUpdatesEnabled(False)
            set_font(window, fonts.font(round(fonts.USUAL_SIZE * factor)))
            window.magnify(factor)
            window.setUpdatesEnabled(True)
            self.applied.emit(factor)
        window.screen_room.set_least(window.usual_minimum * factor if bounded else QSize(0, 0))
        self._allow()

    def follow(self, factor: float, wished: float) -> None:
        """Show the magnification of another window."""
        self._wished = wished
        self.chosen = min(wished, factor)
        self.apply(factor)

    @property
    def wished(self) -> float:
        """The magnification that was chosen, before it is limited by the screen."""
        return self._wished

    def _follow_room(self) -> None:
        """Adapt to another screen, outside presentations."""
        if not self._window.isFullScreen():
            self.update_scale()

    def _step(self, by: int) -> None:
        factors = self.possible()
        place = factors.index(self.chosen) if self.chosen in factors else len(factors) - 1
        self._tell(factors[min(max(place + by, 0), len(factors) - 1)])

    def _tell(self, factor: float) -> None:
        self.choose(factor)
        self.changed.emit(self.chosen)
        self._say(translate("Sizes", "Size: {percent} %").format(percent=round(100 * self.chosen)))

    def _allow(self) -> None:
        factors = self.possible()
        self._actions["larger"].setEnabled(self.chosen < factors[-1])
        self._actions["smaller"].setEnabled(self.chosen > 1.0)
        self._actions["usual_size"].setEnabled(self.chosen != 1.0)
