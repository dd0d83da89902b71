"""A sum with numbers, wrapped between its terms, with the term of the hovered category highlighted."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from klscope.views.fonts import font
from klscope.views.formula import formula_texts
from klscope.views.formula.formula_sums import Sum
from klscope.views.painting.painted_widget import ThemedWidget
from klscope.views.theme import Theme
from klscope.views.words import unit_names
from klscope.views.words.sums import equality, joined

TERM_SIZE, NOTE_SIZE, SMALLEST_SIZE = 13, 12, 8
LINE_HEIGHT, GAP, PADDING, INDENT = 22, 4.0, 3.0, 18.0
NONE, REST = -1, -2


@dataclass(frozen=True)
class Chip:
    """An unbreakable part of a sum, with its position and its category."""

    text: str
    index: int
    place: QRectF
    size: int
    quiet: bool
    bold: bool


class SumLines(ThemedWidget):
    """A sum with numbers, wrapped to lines.

    Signals
    -------
    hovered(int)
        The pointer entered the term of this category; −1 for none.
    """

    hovered = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.setMouseTracking(True)
        self.chips: list[Chip] = []
        self.pointed = NONE
        self._written: Sum | None = None
        self._at = (0.0, 0.0)

    def retranslate(self) -> None:
        """Forget the shown sum, so that the next one is laid out in the current language."""
        self._written = None

    def show_sum(self, written: Sum, in_gesture: bool) -> None:
        """Show a sum; during a gesture the height does not shrink."""
        if written == self._written and (in_gesture or self.logical_size.height() == self._needed_height()):
            return
        self._written = written
        self._lay_out()
        self.fix_height(max(self._needed_height(), self.logical_size.height() if in_gesture else 0))
        self.update()

    def show_pointed(self, index: int) -> None:
        """Highlight the term of a category, or the remainder that includes it."""
        pointed = index
        if index != NONE and all(chip.index != index for chip in self.chips):
            pointed = REST if self._written is not None and self._written.more else NONE
        if pointed != self.pointed:
            self.pointed = pointed
            self.update()

    def is_lit(self, chip: Chip) -> bool:
        return chip.index != NONE and chip.index == self.pointed

    def _needed_height(self) -> int:
        return round(self._at[1]) + LINE_HEIGHT

    def _lay_out(self) -> None:
        if self._written is None:
            return
        written, self.chips, self._at = self._written, [], (0.0, 0.0)
        indices = [term.index for term in written.terms]
        self._add_sign(equality(written.has_exact_factors))
        for text, index in zip(formula_texts.products(written), indices, strict=True):
            self._add(text, index)
        if written.more:
            self._break()
            self._add(formula_texts.of_the_rest(written), REST)
        values = joined(written.values)
        if len(values) > 1:
            self._break()
            self._add_sign(equality(written.is_exact))
            for text, index in zip(values, [*indices, *([REST] if written.more else [])], strict=True):
                self._add(text, index)
        holds = written.adds_up if len(values) > 1 else written.is_exact
        self._add(f"{equality(holds)} {written.total} {unit_names.plural(written.unit)}", NONE, bold=True)
        if written.left_out:
            self._break()
            self._add(formula_texts.of_left_out(written), NONE, quiet=True)

    def _break(self) -> None:
        self._at = (0.0, self._at[1] + LINE_HEIGHT)

    def _add_sign(self, sign: str) -> None:
        self._add(sign, NONE)
        self._at = (INDENT, self._at[1])

    def _add(self, text: str, index: int, quiet: bool = False, bold: bool = False) -> None:
        """Append a part, with the width of its bold text, so that highlighting does not move anything."""
        room = self.logical_size.width() - INDENT
        size = NOTE_SIZE if quiet else TERM_SIZE
        width = QFontMetricsF(font(size, bold=True)).horizontalAdvance(text) + 2 * PADDING
        while width > room > 0 and size > SMALLEST_SIZE:
            size -= 1
            width = QFontMetricsF(font(size, bold=True)).horizontalAdvance(text) + 2 * PADDING
        x, y = self._at
        if x > INDENT and x + width > self.logical_size.width():
            x, y = INDENT, y + LINE_HEIGHT
        self.chips.append(Chip(text, index, QRectF(x, y + 1, width, LINE_HEIGHT - 2), size, quiet, bold))
        self._at = (x + width + GAP, y)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._lay_out()
            self.fix_height(self._needed_height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = self.painter()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for chip in self.chips:
            lit = self.is_lit(chip)
            if lit:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(QColor(self.theme.border))
                painter.drawRoundedRect(chip.place, 3.0, 3.0)
            letters = font(chip.size, bold=lit or chip.bold)
            metrics = QFontMetricsF(letters)
            painter.setFont(letters)
            painter.setPen(QColor(self.theme.quiet if chip.quiet else self.theme.ink))
            baseline = chip.place.top() + (chip.place.height() - metrics.height()) / 2 + metrics.ascent()
            painter.drawText(QPointF(chip.place.left() + PADDING, baseline), chip.text)
        painter.end()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = self.map_from_widget(event.position())
        self.hovered.emit(next((max(chip.index, NONE) for chip in self.chips if chip.place.contains(at)), NONE))

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.hovered.emit(NONE)
