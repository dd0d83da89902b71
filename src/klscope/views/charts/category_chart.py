"""What every chart with one column per category has: an axis, gridlines, names, the tint of the pointed column.

The view box and the axis are pyqtgraph's; the columns are painted by one item of ours, in pixels of the viewport.
"""

from __future__ import annotations

from typing import Any

from pyqtgraph.graphicsItems.AxisItem import AxisItem
from pyqtgraph.graphicsItems.GraphicsObject import GraphicsObject
from pyqtgraph.graphicsItems.ViewBox.ViewBox import ViewBox
from pyqtgraph.widgets.GraphicsView import GraphicsView
from PySide6.QtCore import QEvent, QLineF, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QEnterEvent,
    QFontMetricsF,
    QHelpEvent,
    QMouseEvent,
    QPainter,
    QPen,
    QResizeEvent,
    QStaticText,
    QWheelEvent,
)
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QToolTip, QWidget

from klscope.model.snapshot import Snapshot
from klscope.views import numbers
from klscope.views.charts.axes import Range, tick_decimals, tick_step, ticks
from klscope.views.charts.geometry import PlotArea
from klscope.views.fonts import font
from klscope.views.theme import Theme

AXIS_WIDTH = 56.0
RIGHT_MARGIN = 14.0
TICK_SIZE = 11
NAME_SIZE = 13
NAME_ROW = 20.0


class ValueAxis(AxisItem):  # type: ignore[misc]  # pyqtgraph has no types
    """A quiet axis: numbers only, at round steps."""

    def __init__(self, view_box: ViewBox, signed: bool) -> None:
        super().__init__("left", linkView=view_box, showValues=True, maxTickLength=0)
        self._signed = signed
        self._decimals = 2
        self.setStyle(tickTextOffset=6, autoExpandTextSpace=False, hideOverlappingLabels=False)
        self.setPen(QPen(Qt.PenStyle.NoPen))
        self.setTickFont(font(TICK_SIZE))

    def tickValues(self, minVal: float, maxVal: float, size: float) -> list[tuple[float, list[float]]]:  # noqa: N802, N803
        """Return the round values between the ends."""
        most = most_ticks(size)
        step = tick_step(maxVal - minVal, most)
        self._decimals = tick_decimals(step)
        return [(step, ticks(Range(minVal, maxVal), most))]

    def tickStrings(self, values: list[float], scale: float, spacing: float) -> list[str]:  # noqa: N802, ARG002
        """Return how the values are written."""
        return [numbers.tick(value, self._decimals, plus=self._signed) for value in values]


def most_ticks(height: float) -> int:
    """Return how many ticks stand well in ``height`` pixels."""
    return max(2, min(5, int(height / 34)))


class ColumnsItem(GraphicsObject):  # type: ignore[misc]
    """The painted part of a chart: it asks its chart to paint, in viewport pixels."""

    def __init__(self, chart: CategoryChart) -> None:
        super().__init__()
        self._chart = chart
        self._rectangle = QRectF()
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemUsesExtendedStyleOption, False)

    def place(self, rectangle: QRectF) -> None:
        """Cover ``rectangle``."""
        if rectangle != self._rectangle:
            self.prepareGeometryChange()
            self._rectangle = rectangle

    def boundingRect(self) -> QRectF:  # noqa: N802
        """Return the covered rectangle."""
        return self._rectangle

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:  # noqa: ARG002
        """Paint the chart's columns."""
        self._chart.paint_columns(painter)


class CategoryChart(GraphicsView):  # type: ignore[misc]
    """A chart with one column per category.

    Signals
    -------
    hovered(int)
        The pointer is over this category now; −1: over none.
    selected(int, Qt.KeyboardModifiers)
        A category was clicked.
    menu_requested(int, QPoint)
        The context menu of a category was asked for, at a global position.
    """

    hovered = Signal(int)
    selected = Signal(int, object)
    menu_requested = Signal(int, QPoint)

    snapshot: Snapshot | None = None
    top_margin = 8.0
    signed_axis = False

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent, background=None)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.viewport().setAutoFillBackground(False)
        self.view_box = ViewBox(enableMenu=False, enableMouse=False)
        self.view_box.setDefaultPadding(0.0)
        self.axis = ValueAxis(self.view_box, self.signed_axis)
        self.columns = ColumnsItem(self)
        for item in (self.view_box, self.axis, self.columns):
            self.addItem(item)
        self.theme = theme
        self.pointed = -1
        self._area = PlotArea(AXIS_WIDTH, self.top_margin, 100.0, 100.0, 1, Range(0.0, 1.0))
        self._names: list[tuple[QStaticText, QStaticText, QPointF, QPointF]] = []
        self._names_key: object = None
        self.set_theme(theme)

    # -- what subclasses say ------------------------------------------------------------------------------------

    def shown_range(self) -> Range:
        """Return the values the axis runs over."""
        raise NotImplementedError

    def label_height(self) -> float:
        """Return the height of what stands under the columns."""
        return NAME_ROW

    def paint_columns(self, painter: QPainter) -> None:
        """Paint everything but the axis."""
        raise NotImplementedError

    def tool_tip(self, index: int) -> str:
        """Return what the tooltip over a category says."""
        assert self.snapshot is not None
        return self.snapshot.comparison.labels[index]

    # -- input from outside -------------------------------------------------------------------------------------

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show another state."""
        self.snapshot = snapshot
        self.refresh_geometry()
        self.columns.update()

    def show_pointed(self, index: int) -> None:
        """Light a category, −1 for none."""
        if index != self.pointed:
            self.pointed = index
            self.columns.update()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self.theme = theme
        self.axis.setTextPen(QPen(QColor(theme.quiet)))
        self._names_key = None
        self.setBackground(theme.card)
        self.viewport().update()

    # -- geometry -----------------------------------------------------------------------------------------------

    @property
    def area(self) -> PlotArea:
        """Where the columns stand, in viewport pixels."""
        return self._area

    def refresh_geometry(self) -> None:
        """Bring view box, axis and columns to where size, range and number of categories put them."""
        size = self.viewport().size()
        n = self.snapshot.comparison.n if self.snapshot is not None else 1
        area = PlotArea(
            left=AXIS_WIDTH,
            top=self.top_margin,
            width=max(10.0, size.width() - AXIS_WIDTH - RIGHT_MARGIN),
            height=max(10.0, size.height() - self.top_margin - self.label_height()),
            n=n,
            shown=self.shown_range(),
        )
        if area == self._area:
            return
        old, self._area = self._area, area
        if (old.left, old.top, old.width, old.height) != (area.left, area.top, area.width, area.height):
            self.view_box.setGeometry(QRectF(area.left, area.top, area.width, area.height))
            self.axis.setGeometry(QRectF(0.0, area.top, area.left, area.height))
            self.columns.place(QRectF(0.0, 0.0, size.width(), size.height()))
        self.view_box.setRange(
            xRange=(0.0, float(n)), yRange=(area.shown.low, area.shown.high), padding=0.0, disableAutoRange=True
        )
        self.columns.update()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Follow the size."""
        super().resizeEvent(event)
        if hasattr(self, "_area"):  # pyqtgraph resizes in its constructor
            self.refresh_geometry()

    # -- painting shared by all ---------------------------------------------------------------------------------

    def paint_ground(self, painter: QPainter) -> None:
        """Paint the tint of the pointed column and the gridlines."""
        area, theme = self._area, self.theme
        if 0 <= self.pointed < area.n:
            left = area.column_left(self.pointed)
            tint = QRectF(left, 1.0, area.column_width, self.viewport().height() - 2.0)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.tint))
            radius = min(5.0, area.column_width / 3)
            painter.drawRoundedRect(tint, radius, radius)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        grid = QPen(QColor(theme.grid), 1.0)
        lines = []
        for tick in ticks(area.shown, most_ticks(area.height)):
            y = round(area.y(tick))
            lines.append(QLineF(area.left, y, area.right, y))
        painter.setPen(grid)
        painter.drawLines(lines)

    def paint_baseline(self, painter: QPainter) -> None:
        """Paint the line at 0."""
        area = self._area
        y = round(area.y(0.0))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setPen(QPen(QColor(self.theme.baseline), 1.0))
        painter.drawLine(QLineF(area.left, y, area.right, y))

    def paint_names(self, painter: QPainter) -> None:
        """Paint the names under the columns; where they do not fit, some of them, and the pointed one always."""
        self._lay_out_names()
        assert self.snapshot is not None
        area, theme = self._area, self.theme
        painter.setPen(QColor(theme.ink))
        emphasised = {self.pointed, *(self.snapshot.view.selected if self.hasFocus() else ())}
        step = self._name_step()
        painter.setFont(font(NAME_SIZE))
        for index in range(0, area.n, step):
            if index not in emphasised and (step == 1 or not self._is_covered(index, step)):
                plain, _, at, _ = self._names[index // step]
                painter.drawStaticText(at, plain)
        painter.setFont(font(NAME_SIZE, bold=True))
        for index in sorted(emphasised):
            if not 0 <= index < area.n:
                continue
            if step == 1:
                _, bold, _, at = self._names[index]
                painter.drawStaticText(at, bold)
            elif index == self.pointed or (self.pointed < 0 and index == self.snapshot.view.current):
                painter.drawText(self._lone_name(index), Qt.AlignmentFlag.AlignCenter, self._label(index))

    def _lone_name(self, index: int) -> QRectF:
        """Return where a name stands that is written over its neighbours' places."""
        width = QFontMetricsF(font(NAME_SIZE, bold=True)).horizontalAdvance(self._label(index)) + 6.0
        left = min(max(self._area.column_centre(index) - width / 2, self._area.left), self._area.right - width)
        return QRectF(left, self._area.bottom + 3.0, width, NAME_ROW - 3.0)

    def _is_covered(self, index: int, step: int) -> bool:
        """Tell whether a name would stand under the pointed one."""
        assert self.snapshot is not None
        lone = self.pointed if self.pointed >= 0 else (self.snapshot.view.current if self.hasFocus() else -1)
        if not 0 <= lone < self._area.n:
            return False
        return self._lone_name(lone).intersects(self._lone_name(index)) or abs(lone - index) < step / 2

    def _label(self, index: int) -> str:
        assert self.snapshot is not None
        return self.snapshot.comparison.labels[index]

    def _name_step(self) -> int:
        """Return how many columns apart names stand: 1 where they fit, more where columns are narrow."""
        column = self._area.column_width
        if column >= 14.0:
            return 1
        assert self.snapshot is not None
        metrics = QFontMetricsF(font(NAME_SIZE))
        sample = self.snapshot.comparison.labels[:: max(1, self._area.n // 50)]
        widest = min(64.0, max(metrics.horizontalAdvance(label) for label in sample))
        return max(1, int(-(-(widest + 10.0) // column)))

    def _lay_out_names(self) -> None:
        assert self.snapshot is not None
        area = self._area
        labels = self.snapshot.comparison.labels
        key = (labels, area.left, area.width, area.bottom)
        if key == self._names_key:
            return
        self._names_key = key
        self._names = []
        step = self._name_step()
        room = area.column_width * step - (4.0 if area.column_width >= 40.0 else 1.0)
        for index in range(0, area.n, step):
            laid = []
            for bold in (False, True):
                face = font(NAME_SIZE, bold)
                metrics = QFontMetricsF(face)
                text = metrics.elidedText(labels[index], Qt.TextElideMode.ElideRight, room)
                static = QStaticText(text)
                static.setTextFormat(Qt.TextFormat.PlainText)
                static.prepare(font=face)
                x = area.column_centre(index) - metrics.horizontalAdvance(text) / 2
                laid.append((static, QPointF(x, area.bottom + 4.0)))
            (plain, plain_at), (bold_text, bold_at) = laid
            self._names.append((plain, bold_text, plain_at, bold_at))

    # -- the pointer --------------------------------------------------------------------------------------------

    def column_under(self, position: QPointF | QPoint) -> int:
        """Return the category at a viewport position, −1 for none."""
        return self._area.column_at(float(position.x()))

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Select the clicked category."""
        index = self.column_under(event.position())
        if index < 0:
            return
        if event.button() is Qt.MouseButton.RightButton:
            self.menu_requested.emit(index, event.globalPosition().toPoint())
        elif event.button() is Qt.MouseButton.LeftButton:
            self.selected.emit(index, event.modifiers())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Say what is pointed at."""
        self.hovered.emit(self.column_under(event.position()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Nothing: a click selects at the press."""

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Treat the second press as a first."""
        self.mousePressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        """Leave the wheel to whoever holds the chart."""
        event.ignore()

    def enterEvent(self, event: QEnterEvent) -> None:  # noqa: N802
        """Repaint: the handle belongs to the chart under the pointer."""
        super().enterEvent(event)
        self.columns.update()

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802, ARG002
        """Point at nothing."""
        self.hovered.emit(-1)
        self.columns.update()

    def viewportEvent(self, event: QEvent) -> bool:  # noqa: N802
        """Show the tooltip of the category under the pointer."""
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            index = self.column_under(event.pos())
            if index >= 0 and self.snapshot is not None:
                QToolTip.showText(event.globalPos(), self.tool_tip(index), self)
            return True
        return bool(super().viewportEvent(event))

    def focusInEvent(self, event: Any) -> None:  # noqa: N802
        """Repaint: names of selected columns are bold where the focus is."""
        super().focusInEvent(event)
        self.columns.update()

    def focusOutEvent(self, event: Any) -> None:  # noqa: N802
        """Repaint without the focus."""
        super().focusOutEvent(event)
        self.columns.update()
