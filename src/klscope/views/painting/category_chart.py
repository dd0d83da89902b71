"""The base class of charts with one column per category: axis, gridlines, names, and the hovered column.

The view and the view box are those of pyqtgraph; a single graphics item paints the chart, in logical pixels.
"""

from __future__ import annotations

from typing import Any

from pyqtgraph import GraphicsView, ViewBox
from PySide6.QtCore import QEvent, QLineF, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QEnterEvent,
    QHelpEvent,
    QMouseEvent,
    QPainter,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QGraphicsScene, QGraphicsView, QToolTip, QWidget

from klscope.model.snapshot import Snapshot
from klscope.views import magnification
from klscope.views.painting.axes import Range
from klscope.views.painting.cached_layer import CachedLayer
from klscope.views.painting.columns_item import ColumnsItem
from klscope.views.painting.geometry import PlotArea
from klscope.views.painting.names_row import NAME_ROW, NamesRow
from klscope.views.painting.painted_widget import Magnified, plain_tool_tip
from klscope.views.painting.value_axis import most_ticks, numbered, paint_axis
from klscope.views.theme import Theme

AXIS_WIDTH = 56.0
RIGHT_MARGIN = 14.0


class CategoryChart(Magnified, GraphicsView):  # type: ignore[misc]  # pyqtgraph has no types
    """A chart with one column per category.

    Signals
    -------
    hovered(int)
        The pointer entered this category; −1 for none.
    selected(int, Qt.KeyboardModifiers)
        A category was clicked.
    menu_requested(int, QPoint)
        The context menu of a category was requested, at a global position.
    """

    hovered = Signal(int)
    selected = Signal(int, object)
    menu_requested = Signal(int, QPoint)

    top_margin = 8.0
    signed_axis = False
    """Whether the axis labels positive values with "+"."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent, background=None)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.viewport().setAutoFillBackground(False)
        # opaque, so that Qt does not paint the parents
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setCacheMode(QGraphicsView.CacheModeFlag.CacheNone)  # filling takes less time than copying
        self.view_box = ViewBox(enableMenu=False, enableMouse=False)
        self.view_box.setDefaultPadding(0.0)
        self.view_box.hide()  # used for its geometry only
        self.columns = ColumnsItem(self._paint, lambda: self.magnification)
        for item in (self.view_box, self.columns):
            self.scene().addItem(item)
        self.scene().setItemIndexMethod(QGraphicsScene.ItemIndexMethod.NoIndex)  # one item is visible
        self.theme = theme
        self.magnification = magnification.factor()
        self.pointed = -1
        self._area = PlotArea(AXIS_WIDTH, self.top_margin, 100.0, 100.0, 1, Range(0.0, 1.0))
        self._laid_out_for: object = None
        self.names = NamesRow()
        self._ground = CachedLayer()
        self.set_theme(theme)

    # -- to be overridden ---------------------------------------------------------------------------------------

    def shown_range(self) -> Range:
        """Return the range of the value axis."""
        raise NotImplementedError

    def label_height(self) -> float:
        """Return the height of the labels below the columns."""
        return NAME_ROW

    def paint_columns(self, painter: QPainter) -> None:
        """Paint the chart; there is a state."""
        raise NotImplementedError

    def tool_tip(self, index: int) -> str:
        """Return the tooltip of a category."""
        return self.shown.comparison.labels[index]

    def tool_tip_at(self, index: int, position: QPointF) -> str:  # noqa: ARG002  # the whole column has one
        """Return the tooltip at a position in the column of a category."""
        return self.tool_tip(index)

    # -- input from outside -------------------------------------------------------------------------------------

    def show_snapshot(self, snapshot: Snapshot) -> None:
        self.snapshot = snapshot
        self.refresh_geometry()
        self.viewport().update()

    def show_pointed(self, index: int) -> None:
        if index != self.pointed:
            self.pointed = index
            self.viewport().update()

    def set_theme(self, theme: Theme) -> None:
        self.theme = theme
        self.setBackground(theme.card)
        self.viewport().update()

    def set_magnification(self, factor: float) -> None:
        self.magnification = factor
        self.refresh_geometry()
        self.viewport().update()

    # -- geometry -----------------------------------------------------------------------------------------------

    @property
    def area(self) -> PlotArea:
        """The rectangle of the columns, in logical pixels."""
        return self._area

    def refresh_geometry(self) -> None:
        """Update view box, axis and columns after a change of size, range or number of categories."""
        n = self.snapshot.comparison.n if self.snapshot is not None else 1
        shown = self.shown_range()
        depends_on = (self.size(), self.magnification, n, shown.low, shown.high)
        if depends_on == self._laid_out_for:
            return
        self._laid_out_for = depends_on
        size = self.logical_size
        area = PlotArea(
            left=AXIS_WIDTH,
            top=self.top_margin,
            width=max(10.0, size.width() - AXIS_WIDTH - RIGHT_MARGIN),
            height=max(10.0, size.height() - self.top_margin - self.label_height()),
            n=n,
            shown=shown,
        )
        self.columns.setRect(self.rect())
        if area == self._area:
            return
        old, self._area = self._area, area
        if (old.left, old.top, old.width, old.height) != (area.left, area.top, area.width, area.height):
            self.view_box.setGeometry(QRectF(area.left, area.top, area.width, area.height))
        self.view_box.setRange(
            xRange=(0.0, float(n)), yRange=(area.shown.low, area.shown.high), padding=0.0, disableAutoRange=True
        )
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if hasattr(self, "_laid_out_for"):  # pyqtgraph resizes in its constructor
            self.refresh_geometry()

    @property
    def emphasised(self) -> tuple[int, ...]:
        """The categories with bold names: the selected ones, if the chart has the focus."""
        return self.snapshot.view.selected if self.snapshot is not None and self.hasFocus() else ()

    # -- painting shared by all ---------------------------------------------------------------------------------

    def ground_key(self) -> object:
        """Return the key of the cached background, see `CachedLayer.paint`."""
        labels = self.shown.comparison.labels
        return (self._area, self.theme, labels, self.pointed, self.emphasised, self.signed_axis)

    def _paint(self, painter: QPainter) -> None:
        if self.snapshot is not None:
            self.paint_columns(painter)

    def paint_ground(self, painter: QPainter) -> None:
        """Paint the axis, the gridlines, the names and the tint of the hovered column."""
        self._ground.paint(painter, self.ground_key(), self.logical_size, self.theme.card, self._paint_ground)

    def _paint_ground(self, painter: QPainter) -> None:
        area, theme = self._area, self.theme
        self.paint_tint(painter)
        values = numbered(area.shown, most_ticks(area.height), self.signed_axis)
        texts = [(area.y(value), text) for value, text in values]
        paint_axis(painter, texts, (area.left, area.right), theme, size=11)
        self.paint_names(painter)

    def tinted(self, index: int) -> QRectF:
        area = self._area
        return QRectF(area.column_left(index), 1.0, area.column_width, self.logical_size.height() - 2.0)

    def paint_tint(self, painter: QPainter) -> None:
        if not 0 <= self.pointed < self._area.n:
            return
        tint = self.tinted(self.pointed)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self.theme.tint))
        radius = min(5.0, tint.width() / 3)
        painter.drawRoundedRect(tint, radius, radius)

    def paint_baseline(self, painter: QPainter) -> None:
        area = self._area
        y = round(area.y(0.0))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setPen(QPen(QColor(self.theme.baseline), 1.0))
        painter.drawLine(QLineF(area.left, y, area.right, y))

    def paint_names(self, painter: QPainter) -> None:
        self.names.lay_out(self.shown.comparison.labels, self._area)
        chosen = self.emphasised
        lone = self.pointed if self.pointed >= 0 or not chosen else chosen[-1]
        self.names.paint(painter, self.theme.ink, {self.pointed, *chosen}, lone)

    # -- the pointer --------------------------------------------------------------------------------------------

    def column_under(self, position: QPointF | QPoint) -> int:
        """Return the category at a position in logical pixels; −1 for none."""
        return self._area.column_at(float(position.x()))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.column_under(self.map_from_widget(event.position()))
        if index < 0:
            return
        if event.button() is Qt.MouseButton.RightButton:
            self.menu_requested.emit(index, event.globalPosition().toPoint())
        elif event.button() is Qt.MouseButton.LeftButton:
            self.selected.emit(index, event.modifiers())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self.hovered.emit(self.column_under(self.map_from_widget(event.position())))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Ignore the release: a click selects at the press, and pyqtgraph must not handle it."""

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.mousePressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        # leave the event to the parent: pyqtgraph would zoom
        event.ignore()

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.viewport().update()  # the handle is shown only in the chart under the pointer

    def leaveEvent(self, event: QEvent) -> None:  # noqa: ARG002
        self.hovered.emit(-1)
        self.viewport().update()

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            position = self.map_from_widget(event.pos())
            index = self.column_under(position)
            if index >= 0 and self.snapshot is not None:
                QToolTip.showText(event.globalPos(), plain_tool_tip(self.tool_tip_at(index, position)), self)
            return True
        return bool(super().viewportEvent(event))

    def focusInEvent(self, event: Any) -> None:
        super().focusInEvent(event)
        self.viewport().update()  # the names of selected columns are bold

    def focusOutEvent(self, event: Any) -> None:
        super().focusOutEvent(event)
        self.viewport().update()
