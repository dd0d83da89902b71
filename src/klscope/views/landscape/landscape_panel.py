"""The tab of the landscape: empty until someone opens it, for the window need not wait for it."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from klscope.model.snapshot import Snapshot
from klscope.views.magnification import adopt
from klscope.views.theme import Theme

if TYPE_CHECKING:
    from klscope.views.landscape.landscape_view import LandscapeView

translate = QCoreApplication.translate
REFRESH_MILLISECONDS = 40
AT_ONCE = 20_000
"""Up to so many categories every state is shown at once, beyond it the latest one now and then."""


class LandscapePanel(QWidget):
    """How KL(P‖Q) changes as Q moves.

    Signals
    -------
    built(LandscapeView)
        The view was made, and shows nothing yet: whoever listens introduces it to what it needs.
    """

    built = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._pending: Snapshot | None = None
        self.view: LandscapeView | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(REFRESH_MILLISECONDS)
        self._timer.timeout.connect(self.refresh)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.retranslate()

    def _build(self) -> LandscapeView:
        module = importlib.import_module("klscope.views.landscape.landscape_view")
        kind: type[LandscapeView] = module.LandscapeView
        view = kind(self._theme)
        adopt(view)
        self._column.addWidget(view)
        view.show()  # the layout itself would do so later only
        self._column.activate()
        self.built.emit(view)
        return view

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

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show another state, if anyone sees it; of very many categories within 40 ms."""
        self._pending = snapshot
        if not self.isVisible() or self.view is None:
            return
        if snapshot.comparison.n <= AT_ONCE:
            self.refresh()
        elif not self._timer.isActive():
            self._timer.start()

    def refresh(self) -> None:
        """Show the latest state now, if anyone sees it."""
        if self._pending is None or self.view is None or not self.isVisible():
            return
        snapshot, self._pending = self._pending, None
        self.view.show_snapshot(snapshot)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """Build what is seen for the first time, and catch up with what happened while hidden."""
        if self.view is None:
            self.view = self._build()
        super().showEvent(event)
        self.refresh()
