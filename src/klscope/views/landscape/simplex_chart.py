"""The landscape for three categories: a heat map with contours on the simplex, drawn as a triangle."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QCoreApplication, QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from klscope.model.comparison import Side
from klscope.model.snapshot import Snapshot
from klscope.views.landscape import plot_painting as marks
from klscope.views.landscape.contour_labels import contour_labels
from klscope.views.landscape.draggable_plot import SENTENCE_HEIGHT, Acts, LandscapeChart
from klscope.views.landscape.heat_map import colour_bar
from klscope.views.landscape.quantities import quantity_sentence, shown_value
from klscope.views.landscape.simplex_geometry import STEEPNESS, PointDrag, Triangle
from klscope.views.landscape.surface import Surface, colour_scale, infinite_edges, is_infinite_inside
from klscope.views.painting.static_texts import laid
from klscope.views.painting.vector_device import paints_shapes
from klscope.views.theme import Theme
from klscope.views.words import numbers, unit_names
from klscope.views.words.names import short_name

translate = QCoreApplication.translate
NAME_HEIGHT, SIDE_ROOM, LEGEND_ROOM, LEGEND_WIDTH = 20.0, 24.0, 68.0, 12.0
FOOT = 26.0
SAME_POINT, BESIDE = 8.0, 38.0
SHARPEST = 4.0


class SimplexChart(LandscapeChart):
    """Shows the triangle with P and Q as points."""

    def __init__(self, acts: Acts, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(acts, theme, parent)
        self._surface = Surface()
        self._drag: PointDrag | None = None
        self.left_room = 0.0
        """What is taken at the left by others, in pixels."""
        self.setObjectName("simplexChart")

    @property
    def triangle(self) -> Triangle:
        top = SENTENCE_HEIGHT + NAME_HEIGHT
        room = self.logical_size.width() - self.left_room - LEGEND_ROOM
        side = max(20.0, float(int(min((self.logical_size.height() - top - FOOT) / STEEPNESS, room - 2 * SIDE_ROOM))))
        left = self.left_room + max(SIDE_ROOM, (room - side) / 2)
        return Triangle(float(int(left)), top, side)

    def place(self, side: Side) -> tuple[float, float]:
        return self.triangle.place(self.shown.comparison.distribution(side).probabilities)

    def marks(self) -> dict[object, tuple[float, float]]:
        if self.snapshot is None or self.snapshot.comparison.n != 3:
            return {}
        return {side: self.place(side) for side in Side}

    def side_of(self, mark: object) -> Side:
        assert isinstance(mark, Side)
        return mark

    def take(self, mark: object, position: QPointF) -> None:
        start = self.shown.comparison.distribution(self.side_of(mark)).probabilities
        self._drag = PointDrag(start, position.x(), position.y(), self.triangle)

    def follow(self, mark: object, position: QPointF, snapping: bool) -> None:
        assert self._drag is not None
        side = self.side_of(mark)
        values = self._drag.values(position.x(), position.y())
        if snapping:
            values = self._drag.snapped(values, self.shown.comparison.distribution(side.other).probabilities)
        self.acts.placed.emit(side, tuple(values.tolist()))

    def step(self, key: Qt.Key, amount: float) -> None:
        """Change the first probability by Up and Down, and move mass between the other two by Left and Right."""
        side = self.side_of(self.chosen)
        if key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.acts.bar_stepped.emit(side, 0, amount if key == Qt.Key.Key_Up else -amount)
        else:
            giver, taker = (1, 2) if key == Qt.Key.Key_Right else (2, 1)
            self.acts.given.emit(side, giver, taker, amount)

    def sentence(self) -> str:
        return "" if self.snapshot is None else quantity_sentence(self.snapshot)

    def paintEvent(self, _event: QPaintEvent) -> None:
        snapshot = self.snapshot
        if snapshot is None or snapshot.comparison.n != 3:
            return
        painter = self.painter()
        triangle = self.triangle
        self.paint_sentence(painter)
        fine = paints_shapes(painter)  # exported as an image inside vector graphics, which may be enlarged
        ratio = SHARPEST if fine else min(SHARPEST, max(1.0, painter.deviceTransform().m11()))
        self._surface.show(snapshot, triangle, self.theme, ratio)
        # scaled only if the resolution differs, as during a drag on a high-resolution screen
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, self._surface.ratio != ratio)
        painter.drawImage(QRectF(triangle.left, triangle.top, *self._image_size()), self._surface.image)
        self._paint_edges(painter, snapshot, triangle)
        self._paint_names(painter, snapshot, triangle)
        self._paint_scale(painter, snapshot, triangle)
        self._paint_value(painter, snapshot, triangle)
        taken = [self.place(side) for side in Side]
        if snapshot.is_matched:
            taken.append((taken[0][0] + BESIDE, taken[0][1]))
        if not is_infinite_inside(snapshot):
            for text, x, y in contour_labels(snapshot, self._surface, triangle, taken):
                marks.write_on_ground(painter, text, x, y, self.theme, self.theme.ink)
        self._paint_points(painter, snapshot)
        painter.end()

    def _image_size(self) -> tuple[float, float]:
        rows, columns = self._surface.parts.shape
        return columns / self._surface.ratio, rows / self._surface.ratio

    def _paint_edges(self, painter: QPainter, snapshot: Snapshot, triangle: Triangle) -> None:
        corners = [QPointF(x, y) for x, y in triangle.vertices.tolist()]
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
        if is_infinite_inside(snapshot):
            self._paint_infinite_inside(painter, snapshot, triangle, corners)
        painter.setPen(QPen(QColor(self.theme.quiet), 1.6))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolygon(QPolygonF(corners))
        outwards = (QPointF(0.0, 1.0), QPointF(STEEPNESS, -0.5), QPointF(-STEEPNESS, -0.5))
        for index in infinite_edges(snapshot):
            start, end = corners[index - 2], corners[index - 1]
            marks.comb(painter, start, end, outwards[index], self.theme)
            middle = (start + end) / 2.0 + outwards[index] * 17.0
            marks.write(painter, numbers.INFINITY, middle.x(), middle.y(), self.theme.excess_text, bold=True)

    def _paint_infinite_inside(
        self, painter: QPainter, snapshot: Snapshot, triangle: Triangle, corners: list[QPointF]
    ) -> None:
        """Hatch the triangle, and emphasise the edge or vertex where the quantity is finite."""
        painter.setPen(QPen(QColor(self.theme.excess_text), 1.2))
        lines = []
        for part in np.arange(0.04, 1.0, 0.04).tolist():  # horizontal lines, each as long as the triangle is wide there
            x, y = triangle.place(np.array([1.0 - part, part, 0.0]))
            lines.append(QLineF(x, y, x + part * triangle.side, y))
        painter.drawLines(lines)
        middle = triangle.place(np.full(3, 1.0 / 3.0))
        marks.write_on_ground(painter, numbers.INFINITY, *middle, self.theme, self.theme.excess_text)
        allowed = [corner for corner, q in zip(corners, snapshot.comparison.q.probabilities, strict=True) if q > 0.0]
        painter.setPen(QPen(QColor(self.theme.q_text), 4.0))
        if len(allowed) == 2:
            painter.drawLine(*allowed)

    def _paint_names(self, painter: QPainter, snapshot: Snapshot, triangle: Triangle) -> None:
        (top_x, top_y), (left_x, bottom), (right_x, _) = triangle.vertices.tolist()
        labels = [short_name(label) for label in snapshot.comparison.labels]
        ends = (6.0, self.logical_size.width() - 6.0)
        base = bottom + NAME_HEIGHT / 2 + 4.0
        marks.write_inside(painter, labels[0], top_x, top_y - NAME_HEIGHT / 2, self.theme.ink, ends)
        marks.write_inside(painter, labels[1], left_x, base, self.theme.ink, (6.0, top_x - 14.0))
        marks.write_inside(painter, labels[2], right_x, base, self.theme.ink, (top_x + 14.0, ends[1]))

    def _paint_scale(self, painter: QPainter, snapshot: Snapshot, triangle: Triangle) -> None:
        scale, theme = colour_scale(snapshot), self.theme
        left, top = self.logical_size.width() - LEGEND_ROOM + 8.0, triangle.top + 8.0
        height = max(40.0, triangle.height - 8.0)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        steps = int(height)
        bar = QRectF(left, top, LEGEND_WIDTH, steps)
        painter.drawImage(bar, colour_bar(theme))
        painter.setPen(QPen(QColor(theme.baseline), 1.0))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(bar)
        texts = [(scale.top, ("" if scale.is_most else "≥ ") + numbers.short(scale.top))]
        texts += [(level, numbers.short(level)) for level in reversed(scale.levels)]
        texts.append((0.0, "0"))
        last = -np.inf
        for value, text in texts:
            y = top + (1.0 - scale.part(value)) * steps
            if y - last < 15.0 or (value > 0.0 and y > top + steps - 13.0):
                continue
            last = y
            marks.write(
                painter, text, left + LEGEND_WIDTH + 5.0 + laid(text, marks.TEXT_SIZE).width / 2, y, theme.quiet
            )
        unit = unit_names.plural(snapshot.view.unit)
        marks.write_inside(painter, unit, left + 12.0, top - 16.0, theme.quiet, (0.0, self.logical_size.width() - 4.0))

    def _paint_value(self, painter: QPainter, snapshot: Snapshot, triangle: Triangle) -> None:
        name, value = shown_value(snapshot)
        for row, (words, bold) in enumerate(((name, False), (numbers.value(value), True))):
            x = self.logical_size.width() - LEGEND_ROOM - laid(words, marks.TEXT_SIZE, bold).width / 2
            marks.write(painter, words, x, triangle.top - 8.0 + 16.0 * row, self.theme.excess_text, bold)

    def _paint_points(self, painter: QPainter, snapshot: Snapshot) -> None:
        (p_x, p_y), (q_x, q_y) = self.place(Side.P), self.place(Side.Q)
        close = np.hypot(p_x - q_x, p_y - q_y) < SAME_POINT  # then P is the larger disc, visible as a ring around Q
        chosen = self.chosen if self.hasFocus() else None
        radius = marks.UNDER if close else marks.RADIUS
        upper = Side.P if chosen is Side.P and not close else Side.Q
        for side in (upper.other, upper):
            x, y = (p_x, p_y) if side is Side.P else (q_x, q_y)
            marks.point(painter, x, y, side, self.theme, side is chosen, radius if side is Side.P else marks.RADIUS)
        if snapshot.is_matched:
            marks.write_on_ground(painter, "P = Q", p_x + BESIDE, p_y, self.theme, self.theme.ink)
