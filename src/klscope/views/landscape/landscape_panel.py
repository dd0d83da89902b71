"""The tab of the landscape, built when it is first visible."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from klscope.by_name import load
from klscope.model.snapshot import Snapshot
from klscope.views.magnification import adopt
from klscope.views.theme import Theme
from klscope.views.widgets.lazy_panel import LazyPanel
from klscope.views.widgets.parts import column_in

if TYPE_CHECKING:
    from klscope.views.landscape.landscape_view import LandscapeView

translate = QCoreApplication.translate


class LandscapePanel(LazyPanel, QWidget):
    """Shows KL(P‖Q) as a function of Q.

    Signals
    -------
    built(LandscapeView)
        The view was built, and can be connected before it shows a state.
    """

    built = Signal(object)
    at_once_up_to = 20_000

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.view: LandscapeView | None = None
        self._column = column_in(self)
        self.retranslate()

    def build(self) -> None:
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
        self.setAccessibleName(translate("Landscape", "Landscape: how KL changes as Q moves"))
        if self.view is not None:
            self.view.retranslate()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        if self.view is not None:
            self.view.set_theme(theme)

    def show_now(self, snapshot: Snapshot) -> None:
        if self.view is not None:
            self.view.show_snapshot(snapshot)
