"""The tab of formulas: empty until someone opens it, for the window need not wait for it."""

from __future__ import annotations

import importlib
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QScrollArea, QWidget

from klscope.model.snapshot import Snapshot
from klscope.views.magnification import adopt
from klscope.views.theme import Theme

if TYPE_CHECKING:
    from klscope.views.formula.formula_sheet import FormulaSheet

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
        kind: type[FormulaSheet] = importlib.import_module("klscope.views.formula.formula_sheet").FormulaSheet
        sheet = kind(self._theme, self._latest)
        sheet.hovered.connect(self.hovered)
        sheet.copied.connect(self.copied)
        adopt(sheet)
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

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Point at the term of the category before or after, at first at the selected one's; Esc: at none."""
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
        if step and self._shown is not None:
            last = self._shown.comparison.n - 1
            index = self._pointed + step if self._pointed >= 0 else self._shown.view.current
            self.hovered.emit(min(max(index, 0), last))
        elif event.key() == Qt.Key.Key_Escape:
            self.hovered.emit(-1)
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """Point at nothing any more."""
        super().focusOutEvent(event)
        self.hovered.emit(-1)

    def _latest(self) -> Snapshot:
        latest = self._pending or self._shown
        assert latest is not None, "there is no menu before there is something to copy"
        self.refresh()
        return latest
