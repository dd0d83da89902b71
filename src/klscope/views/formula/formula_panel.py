"""The tab of formulas, built when it is first shown."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QScrollArea, QWidget

from klscope.by_name import load
from klscope.model.snapshot import Snapshot
from klscope.views.magnification import adopt
from klscope.views.theme import Theme
from klscope.views.widgets.lazy_panel import LazyPanel

if TYPE_CHECKING:
    from klscope.views.formula.formula_sheet import FormulaSheet

translate = QCoreApplication.translate


class FormulaPanel(LazyPanel, QScrollArea):
    """H(P), H(P,Q) and KL(P‖Q) as formulas with numbers.

    Signals
    -------
    hovered(int)
        The pointer entered the term of this category; −1 for none.
    copied(str)
        Something was copied; a message.
    """

    hovered = Signal(int)
    copied = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._pointed = -1
        self.retranslate()

    @cached_property
    def sheet(self) -> FormulaSheet:
        """The content, imported by name on first access."""
        kind: type[FormulaSheet] = load("klscope.views.formula.formula_sheet", "FormulaSheet")
        sheet = kind(self._theme, self._latest)
        sheet.hovered.connect(self.hovered)
        sheet.copied.connect(self.copied)
        adopt(sheet)
        self.setWidget(sheet)
        return sheet

    def retranslate(self) -> None:
        self.setAccessibleName(translate("Formula", "Formulas"))
        if self.widget() is not None:
            self.sheet.retranslate()
            self.show_again()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        if self.widget() is not None:
            self.sheet.set_theme(theme)

    def show_now(self, snapshot: Snapshot) -> None:
        self.sheet.show_snapshot(snapshot)
        self.sheet.show_pointed(self._pointed)

    def show_pointed(self, index: int) -> None:
        self._pointed = index
        if self.isVisible():
            self.sheet.show_pointed(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
        if step and self._shown is not None:
            last = self._shown.comparison.n - 1
            index = self._pointed + step if self._pointed >= 0 else self._shown.view.current
            self.hovered.emit(min(max(index, 0), last))
        elif event.key() == Qt.Key.Key_Escape:
            self.hovered.emit(-1)
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.hovered.emit(-1)

    def _latest(self) -> Snapshot:
        self.refresh()
        assert self._shown is not None, "there is no menu before there is something to copy"
        return self._shown
