"""The Huffman code of Q: its mean lengths beside their bounds, and its code words."""

from __future__ import annotations

from math import isinf

from PySide6.QtCore import QEvent, QLineF, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QHelpEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QToolTip, QWidget

from klscope.model.evidence import SampleStatistics
from klscope.views.evidence.evidence_words import SENTENCE_SIZE, fitting
from klscope.views.evidence.huffman_geometry import Cell, Tree, list_of, most_listed, tree_of
from klscope.views.evidence.huffman_words import (
    Length,
    lengths,
    scale_of,
    sentence,
    shannon,
    tool_tip,
    translate,
    word_text,
)
from klscope.views.painting.axes import Range
from klscope.views.painting.cached_layer import CachedLayer
from klscope.views.painting.painted_widget import ThemedWidget, plain_tool_tip
from klscope.views.painting.static_texts import elided_line, laid, write, write_from
from klscope.views.theme import Theme
from klscope.views.words import numbers

SENTENCE_MIDDLE, TOP, BELOW = 9.0, 24.0, 4.0
SIZE, ROW, TALLEST_ROW = 12, 15.0, 21.0
NAMES, VALUES = 134.0, 52.0
LEFT_SHARE, WIDEST_LEFT, GAP = 0.5, 288.0, 22.0
MARK = 4.0
WIDEST_LABEL = 84.0
LIST_GAP = 18.0


class HuffmanPicture(ThemedWidget):
    """Shows the numbers on a common scale at the left, and the tree or list of code words at the right.

    Signals
    -------
    hovered(int), selected(int, Qt.KeyboardModifiers), menu_requested(int, QPoint)
        The same as of a chart with one column per category.
    """

    hovered = Signal(int)
    selected = Signal(int, object)
    menu_requested = Signal(int, QPoint)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.setMouseTracking(True)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._statistics: SampleStatistics | None = None
        self._pointed = -1
        self._scale = Range(0.0, 1.0)
        self._cached = CachedLayer()
        self._laid: tuple[object, Tree | None, list[Cell], int] | None = None

    def show_pointed(self, index: int) -> None:
        if index != self._pointed:
            self._pointed = index
            self.update()

    def show_statistics(self, statistics: SampleStatistics) -> None:
        """Show other samples or another state; the scale is constant during a drag."""
        fresh = self._statistics is None
        self._statistics = statistics
        if fresh or not statistics.snapshot.axes_frozen:
            self._scale = scale_of(lengths(statistics))
        self.setAccessibleDescription(f"{sentence(statistics, 1e9)} {shannon(statistics)[0]}")
        self.update()

    @property
    def _shown_statistics(self) -> SampleStatistics:
        assert self._statistics is not None
        return self._statistics

    @property
    def split(self) -> float:
        """The x between numbers and code words."""
        return min(WIDEST_LEFT, LEFT_SHARE * self.logical_size.width())

    def x_of(self, bits: float) -> float:
        """Return the x of a number of bits, clipped to the scale."""
        left, right = 8.0 + NAMES + VALUES, self.split - 4.0
        part = (bits - self._scale.low) / (self._scale.high - self._scale.low)
        return left + min(max(part, 0.0), 1.0) * max(right - left, 1.0)

    def _room(self) -> QRectF:
        left = self.split + GAP
        return QRectF(
            left,
            TOP,
            max(10.0, self.logical_size.width() - left - 8.0),
            max(10.0, self.logical_size.height() - TOP - BELOW),
        )

    def layout_of_words(self) -> tuple[Tree | None, list[Cell], int]:
        """Return the tree, or else the list and the number of omitted entries."""
        code, labels = self._shown_statistics.code, self._shown_statistics.snapshot.comparison.labels
        key = (code.words, labels, self.logical_size)
        if self._laid is None or self._laid[0] != key:
            tree = tree_of(code, self._room())
            cells, left_out = ([], 0) if tree is not None else self._list()
            self._laid = (key, tree, cells, left_out)
        return self._laid[1:]

    def _list(self) -> tuple[list[Cell], int]:
        words, count = self._shown_statistics.code.words, self._shown_statistics.snapshot.comparison.n
        beside = self.widest_label + 8.0 + LIST_GAP
        listed = words[: most_listed(ROW, self._room())]
        widths = [beside + laid(word_text(word), SIZE, bold=True).width for word in listed]
        last = laid(self._more_words(count), SIZE).width
        return list_of(
            [min(width, self._room().width()) for width in widths],
            count,
            last,
            ROW,
            self._room().adjusted(0.0, 0.0, LIST_GAP, 0.0),
        )

    @property
    def widest_label(self) -> float:
        labels = self._shown_statistics.snapshot.comparison.labels[: most_listed(ROW, self._room())]
        return min(WIDEST_LABEL, max(laid(label, SIZE).width for label in labels))

    @staticmethod
    def _more_words(count: int) -> str:
        return translate("Evidence", "… and {count} more").format(count=count)

    def category_at(self, position: QPointF | QPoint) -> int:
        """Return the category of the leaf or entry at a position; −1 for none."""
        if self._statistics is None:
            return -1
        at = QPointF(position)
        tree, cells, _ = self.layout_of_words()
        if tree is None:
            return next((cell.category for cell in cells if cell.place.contains(at)), -1)
        tall = (QRectF(leaf.slot).adjusted(0.0, -8.0, 0.0, 0.0) for leaf in tree.leaves)
        return next((leaf.category for leaf, slot in zip(tree.leaves, tall, strict=True) if slot.contains(at)), -1)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = self.painter()
        statistics = self._statistics
        if statistics is not None:
            # code words do not depend on small changes of Q
            key = (statistics.code.words, statistics.snapshot.comparison.labels, self._pointed, self.theme)
            self._cached.paint(painter, key, self.logical_size, self.theme.card, self._paint_words)
            self._write(
                painter, sentence(statistics, self.logical_size.width() - 16.0), 8.0, SENTENCE_MIDDLE, SENTENCE_SIZE
            )
            self._paint_lengths(painter, statistics)
        painter.end()

    def _paint_words(self, painter: QPainter) -> None:
        painter.fillRect(self.logical_rect, QColor(self.theme.card))
        tree, cells, left_out = self.layout_of_words()
        if tree is not None:
            self._paint_tree(painter, tree, self._shown_statistics)
        else:
            self._paint_list(painter, cells, left_out, self._shown_statistics)

    def _write(
        self, painter: QPainter, text: str, left: float, y: float, size: int = SIZE, *, bold: bool = False
    ) -> None:
        write_from(painter, text, left, y, size, self.theme.ink if bold else self.theme.quiet, bold)

    def _paint_lengths(self, painter: QPainter, statistics: SampleStatistics) -> None:
        rows = lengths(statistics)
        height = min(TALLEST_ROW, max(ROW, (self.logical_size.height() - TOP - BELOW) / (len(rows) + 1)))
        start, end = self.x_of(self._scale.low), self.x_of(self._scale.high)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setPen(QPen(QColor(self.theme.grid), 1.0))
        middles = [TOP + height * (place + 0.5) for place in range(len(rows))]
        painter.drawLines([QLineF(start, round(y), end, round(y)) for y in middles])
        for row, y in zip(rows, middles, strict=True):
            self._write(painter, elided_line(row.name, SIZE, NAMES - 6.0), 8.0, y, bold=row.sign == "code")
            text = numbers.value(row.bits, 3)
            right = 8.0 + NAMES + VALUES - 10.0
            self._write(painter, text, right - laid(text, SIZE, bold=True).width, y, bold=True)
            self._paint_mark(painter, row, round(y))
        bound = fitting(shannon(statistics), SIZE, self.split - 8.0)
        self._write(painter, bound, 8.0, TOP + height * (len(rows) + 0.5))

    def _paint_mark(self, painter: QPainter, row: Length, y: float) -> None:
        """Paint a number on the scale: a bar for a measure, filled for a code, hollow for samples."""
        theme, x = self.theme, self.x_of(row.bits)
        colour = theme.p_text if row.sign == "entropy" else theme.ink
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
        if row.least is not None and row.bound is not None:  # the range of Shannon's bound: H(Q) to H(Q) + 1
            left, right = self.x_of(row.least), self.x_of(row.bound)
            painter.fillRect(QRectF(left, y - 3.0, right - left, 6.0), QColor(theme.q_fill))
        if isinf(row.bits):
            write(painter, numbers.INFINITY, x - 8.0, y, SIZE, colour, bold=True)
        elif row.sign in ("entropy", "cross"):
            painter.fillRect(QRectF(round(x) - 1.0, y - 6.0, 2.0, 12.0), QColor(colour))
        else:
            painter.setPen(QPen(QColor(theme.ink), 1.5))
            painter.setBrush(QColor(theme.ink if row.sign == "code" else theme.card))
            painter.drawEllipse(QPointF(x, y), MARK, MARK)

    def _paint_tree(self, painter: QPainter, tree: Tree, statistics: SampleStatistics) -> None:
        theme, labels, words = self.theme, statistics.snapshot.comparison.labels, statistics.code.words
        for leaf in tree.leaves:
            if leaf.category == self._pointed:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(QColor(theme.tint))
                painter.drawRoundedRect(leaf.slot.adjusted(0.0, 2.0, 0.0, 2.0), 5.0, 5.0)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
        painter.setPen(QPen(QColor(theme.baseline), 1.5))
        painter.drawLines([QLineF(edge.x, edge.y, edge.to_x, edge.to_y) for edge in tree.edges])
        for edge in tree.edges:
            x = (edge.x + edge.to_x) / 2 + (-7.0 if edge.bit == "0" else 7.0)
            if tree.level >= 17.0 and abs(edge.to_x - edge.x) >= 9.0:
                write(painter, edge.bit, x, (edge.y + edge.to_y) / 2 - 3.0, SIZE, theme.quiet)
        painter.setPen(QPen(QColor(theme.q_outline), 1.0))
        painter.setBrush(QColor(theme.q_fill))
        for leaf in tree.leaves:
            painter.drawEllipse(QPointF(leaf.x, leaf.y), 3.0, 3.0)
        for leaf in tree.leaves:
            bold, room = leaf.category == self._pointed, leaf.slot.width() - 3.0
            label = elided_line(labels[leaf.category], SIZE, room)
            self._write(painter, label, leaf.x - laid(label, SIZE, bold).width / 2, leaf.y + 11.0, bold=bold)
            word = word_text(words[leaf.category])
            if laid(word, SIZE, bold=True).width <= room:
                self._write(painter, word, leaf.x - laid(word, SIZE, bold=True).width / 2, leaf.y + 25.0, bold=True)

    def _paint_list(self, painter: QPainter, cells: list[Cell], left_out: int, statistics: SampleStatistics) -> None:
        labels, words = statistics.snapshot.comparison.labels, statistics.code.words
        widest = self.widest_label
        for cell in cells:
            left, y = cell.place.left(), cell.place.center().y()
            if cell.category < 0:
                self._write(painter, self._more_words(left_out), left, y)
                continue
            if cell.category == self._pointed:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(QColor(self.theme.tint))
                painter.drawRoundedRect(cell.place.adjusted(-4.0, 0.0, -6.0, 0.0), 4.0, 4.0)
            word = word_text(words[cell.category])
            self._write(painter, elided_line(labels[cell.category], SIZE, widest), left, y)
            room = cell.place.width() - widest - 14.0
            self._write(painter, elided_line(word, SIZE, room), left + widest + 8.0, y, bold=bool(words[cell.category]))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self.hovered.emit(self.category_at(self.map_from_widget(event.position())))

    def leaveEvent(self, event: QEvent) -> None:  # noqa: ARG002
        self.hovered.emit(-1)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.category_at(self.map_from_widget(event.position()))
        if index >= 0 and event.button() is Qt.MouseButton.RightButton:
            self.menu_requested.emit(index, event.globalPosition().toPoint())
        elif index >= 0 and event.button() is Qt.MouseButton.LeftButton:
            self.selected.emit(index, event.modifiers())

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent) and self._statistics is not None:
            index = self.category_at(self.map_from_widget(event.pos()))
            text = tool_tip(self._statistics, index) if index >= 0 else ""
            QToolTip.showText(event.globalPos(), plain_tool_tip(text), self)
            return True
        return super().event(event)
