"""The bar chart of one distribution: painting. `bar_input` handles the mouse and keys."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from PySide6.QtCore import QCoreApplication, QPoint, QPointF, QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from klscope.model.comparison import Side
from klscope.model.snapshot import Snapshot
from klscope.numerals import shortest
from klscope.theory.distribution import FloatArray
from klscope.theory.editing import BoolArray
from klscope.views.bars import bar_locks, selection_marks
from klscope.views.bars.bar_ceiling import ceiling_of, paint_ceiling
from klscope.views.bars.bar_frame import BarFrame, Overlay
from klscope.views.bars.bar_values import paint_values
from klscope.views.bars.highlight import paint_highlight
from klscope.views.bars.in_place import InPlaceEditor
from klscope.views.bars.pin_outline import paint_outline
from klscope.views.painting import shapes
from klscope.views.painting.axes import Range
from klscope.views.painting.cached_layer import CachedLayer
from klscope.views.painting.category_chart import AXIS_WIDTH, RIGHT_MARGIN, CategoryChart
from klscope.views.painting.geometry import NARROWEST_LABELLED_COLUMN, pixel_columns
from klscope.views.painting.names_row import NAME_ROW, VALUE_ROW
from klscope.views.painting.scale import ProbabilityScale
from klscope.views.painting.static_texts import laid
from klscope.views.theme import Theme
from klscope.views.words import numbers

translate = QCoreApplication.translate

NARROWEST_OUTLINED, NARROWEST_DASHED = 5.0, 1.0


class BarChart(CategoryChart):
    """Shows one distribution as bars, and the other as a dashed line in each column."""

    highlighted: tuple[str, ...] = ()  # the labels of the bars to be dragged
    at_rest = False  # whether the selection is not marked: no bar is to be dragged or has been

    def __init__(self, side: Side, scale: ProbabilityScale, theme: Theme, parent: QWidget | None = None) -> None:
        self.side = side
        self.scale_of_probabilities = scale
        self.dragged_index = -1
        self.dragged_ceiling = 1.0
        self.overlay: Overlay | None = None
        self._cached = CachedLayer()
        super().__init__(theme, parent)
        self.refusal = bar_locks.RefusalMark(self)
        self.refusal.changed.connect(self.viewport().update)
        scale.changed.connect(self.refresh_geometry)

    def show_snapshot(self, snapshot: Snapshot) -> None:
        if self.snapshot is not None and self.snapshot.comparison.labels != snapshot.comparison.labels:
            for line in self.viewport().findChildren(InPlaceEditor):
                line.revert()
        self.refusal.follow(snapshot.comparison.locks(self.side))
        super().show_snapshot(snapshot)

    def rest(self, on: bool) -> None:
        """Hide or show the marks of the selection."""
        if on != self.at_rest:
            self.at_rest = on
            self.viewport().update()

    def show_refusal(self, index: int, note: str) -> None:
        """Show for a while that locks prevented a bar from moving: at the padlocks, and in a note at the bar."""
        self.refusal.show(index, note, self.locks)

    @property
    def emphasised(self) -> tuple[int, ...]:
        return () if self.at_rest else super().emphasised

    def highlight(self, labels: tuple[str, ...]) -> None:
        if self.highlighted != labels:
            self.highlighted = labels
            self.viewport().update()

    def set_overlay(self, overlay: Overlay | None) -> None:
        self.overlay = overlay
        self.viewport().update()

    # -- values and positions ------------------------------------------------------------------------------------

    @property
    def values(self) -> FloatArray:
        """This distribution, shape ``(n,)``."""
        return self.shown.comparison.distribution(self.side).probabilities

    @property
    def lines(self) -> FloatArray:
        """The other distribution, shape ``(n,)``."""
        return self.shown.comparison.distribution(self.side.other).probabilities

    @property
    def locks(self) -> BoolArray:
        return self.shown.comparison.locks(self.side)

    def shown_range(self) -> Range:
        return Range(0.0, self.scale_of_probabilities.top)

    def bar_top(self, index: int) -> QPoint:
        """Return the centre of a bar's top, in viewport coordinates."""
        return self.map_to_widget(QPointF(self.area.column_centre(index), self.area.y(float(self.values[index]))))

    def bar_base(self, index: int) -> QPoint:
        """Return the centre of a bar's base, in viewport coordinates."""
        return self.map_to_widget(QPointF(self.area.column_centre(index), self.area.bottom))

    def label_height(self) -> float:
        column = self._column_width_to_be()
        if column < NARROWEST_LABELLED_COLUMN:
            return NAME_ROW + 4.0
        return NAME_ROW + VALUE_ROW + (bar_locks.LOCK_ROW if column < bar_locks.ROOM_FOR_LOCK_BESIDE else 2.0)

    def _column_width_to_be(self) -> float:
        n = self.snapshot.comparison.n if self.snapshot is not None else 1
        return (self.logical_size.width() - AXIS_WIDTH - RIGHT_MARGIN) / n

    def lock_place(self, index: int) -> QPointF:
        return bar_locks.lock_place(self.area, index)

    def name_place(self, index: int) -> QRectF:
        return QRectF(self.area.column_left(index), self.area.bottom, self.area.column_width, NAME_ROW)

    def value_place(self, index: int) -> QRectF:
        return QRectF(self.area.column_left(index), self.area.bottom + NAME_ROW, self.area.column_width, VALUE_ROW)

    # -- painting -----------------------------------------------------------------------------------------------

    def frame(self) -> BarFrame:
        labels, area = self.shown.comparison.labels, self.area
        places = tuple(labels.index(label) for label in self.highlighted if label in labels)
        ceiling = ceiling_of(self.shown, self.side, self.dragged_index, self.dragged_ceiling, area.shown.high)
        return BarFrame(area, self.theme, places, ceiling)

    def paint_columns(self, painter: QPainter) -> None:
        # a drag never changes both sides at once: one of the charts is copied from its cache
        own = (self.ground_key(), self.values.tobytes(), self.shown.outlined)
        self._cached.paint(painter, own, self.logical_size, self.theme.card, self._paint_distribution)
        overlay, frame = self.overlay, self.frame()
        if overlay is not None and not overlay.over_lines:
            overlay.paint(painter, frame)
        self._paint_lines(painter)
        if overlay is not None and overlay.over_lines:
            overlay.paint(painter, frame)
        paint_ceiling(painter, frame)
        self._paint_selection(painter)
        paint_highlight(painter, frame)
        self._paint_handle(painter)
        self.refusal.paint(painter, self.area, self.values, self.theme)

    def ground_key(self) -> object:
        """Return the key of the cached background, which has the padlocks."""
        return super().ground_key(), self.locks.tobytes()

    def _paint_ground(self, painter: QPainter) -> None:
        super()._paint_ground(painter)
        bar_locks.paint_padlocks(painter, self.area, self.locks, self.pointed, self.theme)

    def _paint_distribution(self, painter: QPainter) -> None:
        self.paint_ground(painter)
        self._paint_bars(painter)
        paint_outline(painter, self.area, self.shown.outlined, self.side, self.theme)
        self.paint_baseline(painter)
        paint_values(painter, self.area, self.values, self.pointed, self.theme)

    def _paint_bars(self, painter: QPainter) -> None:
        area, theme = self.area, self.theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, area.column_width > 1.0)
        tops = area.ys(self.values)
        bottoms = np.full(area.n, area.bottom)
        if area.column_width >= 1.0:
            lefts, width = area.lefts, area.bar_width
        else:
            lefts, tops, bottoms = pixel_columns(area, tops, bottoms)
            width = 1.0
        if self.side is Side.P:
            shapes.fill_bars(painter, lefts, tops, width, bottoms, theme.p_fill)
        else:
            outline = theme.q_outline if width > NARROWEST_OUTLINED else None
            shapes.fill_bars(painter, lefts, tops, width, bottoms, theme.q_fill, outline)

    def _paint_lines(self, painter: QPainter) -> None:
        area, theme = self.area, self.theme
        reach = min(8.0, (area.column_width - area.bar_width) / 2) if area.column_width >= 10.0 else 0.0
        lefts = area.lefts - reach
        width = area.bar_width + 2 * reach
        ys = area.ys(self.lines)
        if area.column_width < 1.0:
            lefts, ys, _ = pixel_columns(area, ys, ys)
            width = 1.0
        colour = theme.q_text if self.side is Side.P else theme.p_text
        shapes.level_lines(painter, lefts, ys, width, theme, colour, dashed=area.column_width >= NARROWEST_DASHED)

    def _paint_selection(self, painter: QPainter) -> None:
        """Mark the selected bars: in the active chart, and, if there are several, less strongly in the other."""
        view = self.shown.view
        active, several = view.active is self.side, len(view.selected) > 1
        if self.at_rest or not (several or (active and self.hasFocus())):
            return
        selection_marks.paint_selected(painter, self.area, self.values, view.selected, self.theme, active)

    def handled_index(self) -> int:
        """Return the bar with the handle: the dragged, hovered or selected one; −1 for none."""
        view = self.shown.view
        if self.dragged_index >= 0:
            return self.dragged_index
        if self.pointed >= 0 and self.underMouse():
            return self.pointed
        if view.active is self.side and not self.shown.in_gesture and not self.at_rest:
            return view.current if view.current < self.area.n else -1
        return -1

    def _paint_handle(self, painter: QPainter) -> None:
        index = self.handled_index()
        if index < 0:
            return
        area, value = self.area, float(self.values[index])
        x, y = area.column_centre(index), area.y(min(value, area.shown.high))
        if not self.locks[index]:
            shapes.handle(painter, x, y, area.bar_width, self.theme, hollow=value == 0.0)
        if index != self.pointed and index != self.dragged_index:
            return
        text = numbers.probability(value)
        bounds = QRectF(area.left, 1.0, area.width, area.bottom)
        half = laid(text, shapes.PILL_SIZE, bold=True).width / 2 + 5.0
        reach = max(area.bar_width, shapes.HANDLE_WIDTH) / 2 + half + 6.0
        beside = x + reach if x + reach + half <= area.right else x - reach
        shapes.pill(painter, text, QPointF(beside, y), self.theme, bounds)

    def tool_tip(self, index: int) -> str:
        comparison = self.shown.comparison
        p, q = comparison.p.probabilities[index], comparison.q.probabilities[index]
        text = f"{comparison.labels[index]}\nP = {numbers.exact(float(p))}\nQ = {numbers.exact(float(q))}"
        held = bar_locks.why_it_cannot_move(comparison.labels, self.locks, index)
        return f"{text}\n{held}" if held else text

    def tool_tip_at(self, index: int, position: QPointF) -> str:
        """Return the tool tip of a padlock or a column."""
        if bar_locks.is_on_padlock(self.area, index, position):
            return bar_locks.padlock_tool_tip(float(self.values[index]), bool(self.locks[index]))
        return self.tool_tip(index)

    # -- editing in place ----------------------------------------------------------------------------------------

    def edit_value(self, index: int, begun: str, accept: Callable[[str], str]) -> InPlaceEditor:
        """Open an editor at the probability; ``accept`` takes the text and returns an error, or ""."""
        name = translate("BarChart", "Probability {side} of {label}").format(
            side=self.side.value, label=self._label(index)
        )
        return InPlaceEditor(self, self.value_place(index), shortest(float(self.values[index])), begun, name, accept)

    def edit_name(self, index: int, accept: Callable[[str], str]) -> InPlaceEditor:
        name = translate("BarChart", "Name of {label}").format(label=self._label(index))
        return InPlaceEditor(self, self.name_place(index), self._label(index), "", name, accept)

    def _label(self, index: int) -> str:
        return self.shown.comparison.labels[index]
