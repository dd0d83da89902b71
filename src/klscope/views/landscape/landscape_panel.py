"""The tab of the landscape: empty until someone opens it, for the window need not wait for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from klscope.by_name import load
from klscope.model.snapshot import Snapshot
from klscope.views.magnification import adopt
from klscope.views.theme import Theme
from klscope.views.widgets.lazy_panel import LazyPanel

if TYPE_CHECKING:
    from klscope.views.landscape.landscape_view import LandscapeView

translate = QCoreApplication.translate


class LandscapePanel(LazyPanel, QWidget):
    """How KL(P‖Q) changes as Q moves.

    Signals
    -------
    built(LandscapeView)
        The view was made, and shows nothing yet: whoever listens introduces it to what it needs.
    """

    built = Signal(object)
    at_once_up_to = 20_000

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.view: LandscapeView | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.retranslate()

    def build(self) -> None:
        """Make the view, when it is first seen."""
        if self.view is not None:
            return
        kind: type[LandscapeView] = load("klscope.views.landscape.landscape_view", "LandscapeView")
        self.view = view = kind(self._theme)
        adopt(view)
        self._column.addWidget(view)
        view.show()  # the layout itself would do so later only
        self._column.activate()
        self.built.emit(view)

    def retranslate(self) -> None:
        """Set the words in the current language."""
        self.setAccessibleName(translate("Landscape", "Landscape: how KL changes as Q moves"))
        if self.view is not None:
            self.view.retranslate()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme = theme
        if self.view is not None:
            self.view.set_theme(theme)

    def show_now(self, snapshot: Snapshot) -> None:
        """Show a state."""
        if self.view is not None:
            self.view.show_snapshot(snapshot)
