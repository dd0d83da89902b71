"""The chart of code lengths: a block per category, of width P(i), with the code length as height."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QCoreApplication, QLineF, QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QWidget

from klscope.model.comparison import Side
from klscope.model.snapshot import Snapshot
from klscope.theory.distribution import FloatArray
from klscope.views.code_lengths import block_names
from klscope.views.code_lengths.code_controls import CodeControls
from klscope.views.code_lengths.code_gaps import NUMBER_HEIGHT, WORDS_HEIGHT, GapPlaces, paint_gaps
from klscope.views.code_lengths.code_geometry import CodeBlocks, IndexArray, sorting
from klscope.views.code_lengths.code_words import SENTENCE_SIZE, legend, sentence, tool_tip
from klscope.views.painting import shapes
from klscope.views.painting.animated import Animated
from klscope.views.painting.axes import Range
from klscope.views.painting.category_chart import CategoryChart
from klscope.views.painting.legend import paint_legend
from klscope.views.painting.names_row import NAME_ROW
from klscope.views.painting.scale import ProbabilityScale
from klscope.views.painting.static_texts import write_from
from klscope.views.theme import Theme

translate = QCoreApplication.translate
SENTENCE_MIDDLE, LEGEND_MIDDLE, LEFT_EDGE = 9.0, 27, 8.0
NARROWEST_EDGED = 3.0
TICK = 6.0
NOTHING = CodeBlocks(np.zeros(1), np.ones(1), np.zeros(1), np.zeros(1))


class CodeLengthsChart(CategoryChart):
    """Shows the blocks; axis and order do not change during a drag."""

    top_margin = WORDS_HEIGHT + NUMBER_HEIGHT

    def __init__(self, scale: ProbabilityScale, theme: Theme, parent: QWidget | None = None) -> None:
        self._scale = scale
        self.order: IndexArray = np.arange(1)
        self.written_names: list[block_names.Name] = []
        self._at_ticks: list[block_names.Name] = []
        self._named: object = None
        super().__init__(theme, parent)
        self._moving_blocks, self._range = Animated(self, NOTHING), Animated(self, Range(0.0, 1.0))
        self._moving_blocks.moved.connect(self.viewport().update)
        self._range.moved.connect(self.refresh_geometry)
        self.controls = CodeControls(self)

    @property
    def blocks(self) -> CodeBlocks:
        """The blocks as painted, interpolated during animations."""
        return self._moving_blocks.shown

    def shown_range(self) -> Range:
        return self._range.shown

    def label_height(self) -> float:
        return TICK + NAME_ROW

    def retranslate(self) -> None:
        self.setAccessibleName(translate("Charts", "Code lengths: a block for every category"))
        self.controls.retranslate()

    def prepare_for_export(self) -> None:
        """Change nothing: all marks belong to the picture."""

    def show_snapshot(self, snapshot: Snapshot) -> None:
        previous, self.snapshot = self.snapshot, snapshot
        self.controls.show_options(snapshot.view.code_lengths)
        view, options, comparison = snapshot.view, snapshot.view.code_lengths, snapshot.comparison
        p, q = comparison.p.probabilities, comparison.q.probabilities
        same_ones = previous is not None and previous.comparison.labels == comparison.labels
        order = self.order
        if not (same_ones and snapshot.in_gesture and order.size == comparison.n):
            order = sorting(p, q, options.block_order)
        if options.reversed_roles:
            target = CodeBlocks.of(q, snapshot.surprisals_p, snapshot.surprisals_q, order)
        else:
            target = CodeBlocks.of(p, snapshot.surprisals_q, snapshot.surprisals_p, order)
        known = options if previous is None else previous.view.code_lengths
        moves = known.reversed_roles is not options.reversed_roles or not np.array_equal(order, self.order)
        self.order = order
        other_unit = previous is not None and previous.view.unit is not view.unit
        at_once = not same_ones or other_unit or not self._scale.animated
        still = snapshot.axes_frozen or at_once
        if self._moving_blocks.is_moving and not moves and not still:
            self._moving_blocks.target = target
        else:
            self._moving_blocks.animate_to(target, at_once=still or not moves)
        if snapshot.axes_frozen:
            self._range.stop()
        else:
            self._range.animate_to(target.shown_range, at_once)
        super().show_snapshot(snapshot)

    @property
    def lefts(self) -> FloatArray:
        """The left edges of the blocks, in viewport pixels, shape ``(n,)``."""
        return self.area.left + self.blocks.lefts * self.area.width

    @property
    def widths(self) -> FloatArray:
        """The widths of the blocks in pixels, shape ``(n,)``."""
        return self.blocks.widths * self.area.width

    @property
    def _room(self) -> float:
        return self.logical_size.width() - 2 * LEFT_EDGE

    @property
    def sentence(self) -> str:
        return sentence(self.shown, self._room)

    def tinted(self, index: int) -> QRectF:
        """Return the rectangle that marks a hovered category; a strip at the tick for one of width 0."""
        left, width = float(self.lefts[index]), float(self.widths[index])
        if width < 4.0:
            left, width = left + width / 2 - 2.0, 4.0
        return QRectF(left, WORDS_HEIGHT, width, self.logical_size.height() - WORDS_HEIGHT - 1.0)

    def column_under(self, position: QPointF | QPoint) -> int:
        """Return the category at a viewport position: of a block, or of a name at a tick; −1 for none."""
        x, y = float(position.x()), float(position.y())
        if y > self.area.bottom:
            for name in self._at_ticks:
                if name.left <= x <= name.right:
                    part = (x - name.left) / max(name.right - name.left, 1.0)
                    return name.categories[min(int(part * len(name.categories)), len(name.categories) - 1)]
        return self.blocks.category_at((x - self.area.left) / self.area.width)

    def bar_top(self, index: int) -> QPoint:
        y = float(self.area.ys(self.blocks.heights[index : index + 1])[0])
        return self.map_to_widget(QPointF(float(self.lefts[index] + self.widths[index] / 2), y))

    def bar_base(self, index: int) -> QPoint:
        return self.map_to_widget(QPointF(float(self.lefts[index] + self.widths[index] / 2), self.area.bottom))

    def ground_key(self) -> object:
        places = (self.blocks.lefts.tobytes(), self.blocks.widths.tobytes())
        return (super().ground_key(), places, self.sentence)

    def paint_columns(self, painter: QPainter) -> None:
        snapshot = self.shown
        self.paint_ground(painter)
        own = Side.Q if snapshot.view.code_lengths.reversed_roles else Side.P
        self._paint_blocks(painter, own)
        self.paint_baseline(painter)
        places = GapPlaces(self.area, self.blocks, self._moving_blocks.target, self.lefts, self.widths, self.order)
        paint_gaps(painter, places, self.pointed, self.theme)
        entries = legend(snapshot, self._moving_blocks.target, self._room)
        dashes = self.theme.p_text if own is Side.P else self.theme.q_text
        paint_legend(painter, entries, LEFT_EDGE, LEGEND_MIDDLE, dashes, self.theme, saving=True)

    def _paint_blocks(self, painter: QPainter, own: Side) -> None:
        area, theme, blocks = self.area, self.theme, self.blocks
        there = np.flatnonzero(blocks.widths > 0.0)
        inset = np.minimum(1.0, 0.08 * self.widths[there])  # adjacent fills are separated by the background
        lefts, widths = self.lefts[there] + inset, self.widths[there] - 2.0 * inset
        tops, lines = area.ys(blocks.heights[there]), area.ys(blocks.lines[there])
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
        lower, bottoms = np.maximum(tops, lines), np.full(there.size, area.bottom)
        fill = theme.p_fill if own is Side.P else theme.q_fill
        shapes.fill_rectangles(painter, lefts, lower, widths, bottoms, fill)
        shapes.fill_rectangles(painter, lefts, tops, widths, np.maximum(tops, lines), theme.excess_fill)
        shapes.hatch_bars(painter, lefts, np.minimum(tops, lines), widths, tops, theme)
        wide = widths >= NARROWEST_EDGED
        topped = wide & np.isfinite(blocks.heights[there]) & (blocks.heights[there] <= area.shown.high)
        below = wide & (blocks.lines[there] <= area.shown.high)
        dashes = [
            QLineF(left, y, left + width, y)
            for left, y, width in zip(lefts[below], np.round(lines[below]), widths[below], strict=True)
        ]
        shapes.fill_rectangles(
            painter, lefts[topped], tops[topped] - 1.0, widths[topped], tops[topped] + 1.0, theme.ink
        )
        shapes.dashes(painter, dashes, theme.p_text if own is Side.P else theme.q_text, theme)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setPen(QPen(QColor(theme.quiet), 1.0))
        xs = {round(x) for x in self.lefts[self.blocks.widths == 0.0].tolist()}
        painter.drawLines([QLineF(x, area.bottom, x, area.bottom + TICK) for x in xs])

    def paint_names(self, painter: QPainter) -> None:
        view, labels, theme, area = self.shown.view, self.shown.comparison.labels, self.theme, self.area
        write_from(painter, self.sentence, LEFT_EDGE, SENTENCE_MIDDLE, SENTENCE_SIZE, theme.quiet)
        self._lay_out_names()
        lone = self.pointed if 0 <= self.pointed < len(labels) else view.current if self.hasFocus() else -1
        written = {index for name in self.written_names if len(name.categories) == 1 for index in name.categories}
        shown = None
        if lone >= 0 and lone not in written:
            text = block_names.elided(labels[lone], block_names.WIDEST_TOGETHER)
            middle = float(self.lefts[lone] + self.widths[lone] / 2)
            shown = block_names.standing(text, (lone,), middle, self._name_ends)
        heavy = {self.pointed, *(view.selected if self.hasFocus() else ())}
        y = area.bottom + TICK + NAME_ROW / 2 - 1.0
        block_names.paint_names(painter, self.written_names, shown, heavy, y, theme)

    @property
    def _name_ends(self) -> tuple[float, float]:
        return self.area.left - 40.0, self.area.right

    def _lay_out_names(self) -> None:
        labels, lefts, widths = self.shown.comparison.labels, self.lefts, self.widths
        key = (labels, lefts.tobytes(), widths.tobytes())
        if key != self._named:
            self._named = key
            never = self.blocks.without_width
            self._at_ticks = block_names.at_ticks(labels, lefts, never.tolist(), self._name_ends)
            placed = [*self._at_ticks, *block_names.under_blocks(labels, lefts, widths, self._at_ticks)]
            self.written_names = placed + block_names.overhanging(labels, lefts, widths, placed, self._name_ends)

    def tool_tip(self, index: int) -> str:
        return tool_tip(self.shown, index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
        if not step or self.snapshot is None or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            event.ignore()
            return
        place = int(np.flatnonzero(self.order == self.snapshot.view.current)[0]) + step
        if 0 <= place < self.order.size:
            self.selected.emit(int(self.order[place]), Qt.KeyboardModifier.NoModifier)
