"""The tab of formulas: empty until someone opens it, for the window need not wait for it."""

from __future__ import annotations

import importlib
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QScrollArea, QWidget

from klscope.model.snapshot import Snapshot
from klscope.views.theme import Theme

if TYPE_CHECKING:
    from klscope.views.panels.formula_sheet import FormulaSheet

translate = QCoreApplication.translate
REFRESH_MILLISECONDS = 40


class FormulaPanel(QScrollArea):
    """H(P), H(P,Q) and KL(P‖Q) as formulas with numbers.

    Signals
    -------
    hovered(int)
        The pointer is over this category's term; −1: over none.
    copied(str)
        Something was copied; in words, what.
    """

    hovered = Signal(int)
    copied = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._is_built = False
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._shown: Snapshot | None = None
        self._pending: Snapshot | None = None
        self._pointed = -1
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(REFRESH_MILLISECONDS)
        self._timer.timeout.connect(self.refresh)
        self.retranslate()

    @cached_property
    def sheet(self) -> FormulaSheet:
        """What is shown; loaded by name when first asked for."""
        kind: type[FormulaSheet] = importlib.import_module("klscope.views.panels.formula_sheet").FormulaSheet
        sheet = kind(self._theme, self._latest)
        sheet.hovered.connect(self.hovered)
        sheet.copied.connect(self.copied)
        self.setWidget(sheet)
        self._is_built = True
        return sheet

    def retranslate(self) -> None:
        """Set the words in the current language."""
        self.setAccessibleName(translate("Formula", "Formulas"))
        if self._is_built:
            self.sheet.retranslate()
            self._pending = self._pending or self._shown
            self.refresh()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme = theme
        if self._is_built:
            self.sheet.set_theme(theme)

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show another state within 100 ms, if anyone sees it."""
        self._pending = snapshot
        if self.isVisible() and not self._timer.isActive():
            self._timer.start()

    def refresh(self) -> None:
        """Show the latest state now, if anyone sees it."""
        if self._pending is None or not self.isVisible():
            return
        snapshot, self._shown, self._pending = self._pending, self._pending, None
        self.sheet.show_snapshot(snapshot)
        self.sheet.show_pointed(self._pointed)

    def show_pointed(self, index: int) -> None:
        """Light the terms of a category."""
        self._pointed = index
        if self.isVisible():
            self.sheet.show_pointed(index)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """Catch up with what happened while hidden."""
        super().showEvent(event)
        self.refresh()

    def _latest(self) -> Snapshot:
        latest = self._pending or self._shown
        assert latest is not None, "there is no menu before there is something to copy"
        self.refresh()
        return latest
