"""What every chart with one column per category has: an axis, gridlines, names, the tint of the pointed column.

The view and the view box are pyqtgraph's; one item of ours paints all, in pixels of the viewport.
"""

from __future__ import annotations

from html import escape
from typing import Any, cast

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
from PySide6.QtWidgets import QGraphicsItem, QToolTip, QWidget

from klscope.model.snapshot import Snapshot
from klscope.views import magnification
from klscope.views.painting.axes import Range
from klscope.views.painting.cached_layer import CachedLayer
from klscope.views.painting.columns_item import ColumnsItem
from klscope.views.painting.geometry import PlotArea
from klscope.views.painting.names_row import NAME_ROW, NamesRow
from klscope.views.painting.painted_widget import Magnified
from klscope.views.painting.value_axis import most_ticks, numbered, paint_axis
from klscope.views.theme import Theme

AXIS_WIDTH = 56.0
RIGHT_MARGIN = 14.0


class CategoryChart(Magnified, GraphicsView):  # type: ignore[misc]  # pyqtgraph has no types
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
    """Whether the axis writes values above 0 with a +."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent, background=None)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.viewport().setAutoFillBackground(False)
        # what is behind need not be painted, nor the panes that hold the chart
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.view_box = ViewBox(enableMenu=False, enableMouse=False)
        self.view_box.setDefaultPadding(0.0)
        self.view_box.setFlag(QGraphicsItem.GraphicsItemFlag.ItemHasNoContents)  # it only says where things stand
        self.columns = ColumnsItem(self.paint_columns, lambda: self.magnification)
        for item in (self.view_box, self.columns):
            self.scene().addItem(item)
        self.theme = theme
        self.magnification = magnification.factor()
        self.pointed = -1
        self._area = PlotArea(AXIS_WIDTH, self.top_margin, 100.0, 100.0, 1, Range(0.0, 1.0))
        self._laid_out_for: object = None
        self.names = NamesRow()
        self._ground = CachedLayer()
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
        self.setBackground(theme.card)
        self.viewport().update()

    def set_magnification(self, factor: float) -> None:
        """Be ``factor`` times as large as usual."""
        self.magnification = factor
        self.refresh_geometry()
        self.viewport().update()

    # -- geometry -----------------------------------------------------------------------------------------------

    def ground(self) -> QWidget:
        """Return the viewport."""
        return cast("QWidget", self.viewport())

    @property
    def area(self) -> PlotArea:
        """Where the columns stand, in pixels of the usual size."""
        return self._area

    def refresh_geometry(self) -> None:
        """Bring view box, axis and columns to where size, range and number of categories put them."""
        n = self.snapshot.comparison.n if self.snapshot is not None else 1
        shown = self.shown_range()
        depends_on = (self.viewport().size(), self.magnification, n, shown.low, shown.high)
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
        self.columns.place(QRectF(self.viewport().rect()))
        if area == self._area:
            return
        old, self._area = self._area, area
        if (old.left, old.top, old.width, old.height) != (area.left, area.top, area.width, area.height):
            self.view_box.setGeometry(QRectF(area.left, area.top, area.width, area.height))
        self.view_box.setRange(
            xRange=(0.0, float(n)), yRange=(area.shown.low, area.shown.high), padding=0.0, disableAutoRange=True
        )
        self.columns.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow the size."""
        super().resizeEvent(event)
        if hasattr(self, "_laid_out_for"):  # pyqtgraph resizes in its constructor
            self.refresh_geometry()

    @property
    def emphasised(self) -> tuple[int, ...]:
        """The categories whose names are bold: those selected, where the keyboard is."""
        return self.snapshot.view.selected if self.snapshot is not None and self.hasFocus() else ()

    # -- painting shared by all ---------------------------------------------------------------------------------

    def ground_key(self) -> object:
        """Return all that the ground depends on."""
        assert self.snapshot is not None
        labels = self.snapshot.comparison.labels
        return (self._area, self.theme, labels, self.pointed, self.emphasised, self.signed_axis)

    def paint_ground(self, painter: QPainter) -> None:
        """Paint the axis, the tint of the pointed column, the gridlines and the names."""
        self._ground.paint(painter, self.ground_key(), self.logical_size, self.theme.card, self._paint_ground)

    def _paint_ground(self, painter: QPainter) -> None:
        area, theme = self._area, self.theme
        self.paint_tint(painter)
        values = numbered(area.shown, most_ticks(area.height), self.signed_axis)
        texts = [(area.y(value), text) for value, text in values]
        paint_axis(painter, texts, (area.left, area.right), theme, size=11)
        self.paint_names(painter)

    def tinted(self, index: int) -> QRectF:
        """Return the place of a category that is pointed at."""
        area = self._area
        return QRectF(area.column_left(index), 1.0, area.column_width, self.logical_size.height() - 2.0)

    def paint_tint(self, painter: QPainter) -> None:
        """Paint the tint of the pointed column."""
        if not 0 <= self.pointed < self._area.n:
            return
        tint = self.tinted(self.pointed)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self.theme.tint))
        radius = min(5.0, tint.width() / 3)
        painter.drawRoundedRect(tint, radius, radius)

    def paint_baseline(self, painter: QPainter) -> None:
        """Paint the line at 0."""
        area = self._area
        y = round(area.y(0.0))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setPen(QPen(QColor(self.theme.baseline), 1.0))
        painter.drawLine(QLineF(area.left, y, area.right, y))

    def paint_names(self, painter: QPainter) -> None:
        """Paint the names under the columns."""
        assert self.snapshot is not None
        self.names.lay_out(self.snapshot.comparison.labels, self._area)
        chosen = self.emphasised
        lone = self.pointed if self.pointed >= 0 or not chosen else chosen[-1]
        self.names.paint(painter, self.theme.ink, {self.pointed, *chosen}, lone)

    # -- the pointer --------------------------------------------------------------------------------------------

    def column_under(self, position: QPointF | QPoint) -> int:
        """Return the category at a viewport position, −1 for none."""
        return self._area.column_at(float(position.x()))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Select the clicked category."""
        index = self.column_under(self.map_from_widget(event.position()))
        if index < 0:
            return
        if event.button() is Qt.MouseButton.RightButton:
            self.menu_requested.emit(index, event.globalPosition().toPoint())
        elif event.button() is Qt.MouseButton.LeftButton:
            self.selected.emit(index, event.modifiers())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Say what is pointed at."""
        self.hovered.emit(self.column_under(self.map_from_widget(event.position())))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Nothing: a click selects at the press."""

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Treat the second press as a first."""
        self.mousePressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to whoever holds the chart."""
        event.ignore()

    def enterEvent(self, event: QEnterEvent) -> None:
        """Repaint: the handle belongs to the chart under the pointer."""
        super().enterEvent(event)
        self.columns.update()

    def leaveEvent(self, event: QEvent) -> None:  # noqa: ARG002
        """Point at nothing."""
        self.hovered.emit(-1)
        self.columns.update()

    def viewportEvent(self, event: QEvent) -> bool:
        """Show the tooltip of the category under the pointer."""
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            index = self.column_under(self.map_from_widget(event.pos()))
            if index >= 0 and self.snapshot is not None:
                text = self.tool_tip(index)
                if "<" in text:  # a name may look like HTML, and is not
                    text = "<br>".join(escape(line) for line in text.splitlines())
                QToolTip.showText(event.globalPos(), text, self)
            return True
        return bool(super().viewportEvent(event))

    def focusInEvent(self, event: Any) -> None:
        """Repaint: names of selected columns are bold where the focus is."""
        super().focusInEvent(event)
        self.columns.update()

    def focusOutEvent(self, event: Any) -> None:
        """Repaint without the focus."""
        super().focusOutEvent(event)
        self.columns.update()
