"""The mouse and keyboard input of the bar chart: dragging, painting, rubber band, keys.

It applies no rule: input is emitted as signals in probability units, and the result comes back as a snapshot.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt, Signal, SignalInstance
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QWidget

from klscope.model.comparison import Side
from klscope.model.snapshot import Snapshot
from klscope.views.bars.bar_chart import BarChart
from klscope.views.bars.bar_locks import is_on_padlock
from klscope.views.bars.edge_zoom import EdgeZoom
from klscope.views.bars.rubber_band import RubberBand
from klscope.views.painting.drag_gesture import DragGesture
from klscope.views.painting.gestures import DRAG_STARTS_AFTER, PAINT_STARTS_AFTER, BarDrag, Stroke
from klscope.views.painting.scale import ProbabilityScale
from klscope.views.theme import Theme

SMALL_STEPS = {Qt.Key.Key_Up: 0.01, Qt.Key.Key_Down: -0.01}
STEPS = {
    **SMALL_STEPS,
    Qt.Key.Key_PageUp: 0.1,
    Qt.Key.Key_PageDown: -0.1,
    Qt.Key.Key_Home: -1.0,
    Qt.Key.Key_End: 1.0,
}
SHIFTED = 0.1


class DraggableBarChart(BarChart):
    """A bar chart that can be dragged.

    Signals
    -------
    drag_started(int)
        A bar was pressed and moved by the drag distance.
    dragged(int, float)
        The probability at the pointer.
    painted(object)
        Pairs of category and probability painted since the press.
    gesture_finished(), gesture_cancelled()
        The button was released, or the gesture cancelled.
    stepped(int, float)
        A key moves the bar by this much; ±1 for Home and End.
    moved(int, bool)
        The selection moves by this many columns; with True, it is extended.
    banded(object)
        The categories inside the rubber band.
    value_requested(int, str), name_requested(int)
        A value, beginning with these characters, or a name is to be typed.
    lock_toggled(int)
        A padlock was pressed.
    activated()
        This chart became the one that commands act on.
    """

    drag_started = Signal(int)
    dragged = Signal(int, float)
    painted = Signal(object)
    gesture_finished = Signal()
    gesture_cancelled = Signal()
    stepped = Signal(int, float)
    moved = Signal(int, bool)
    banded = Signal(object)
    value_requested = Signal(int, str)
    name_requested = Signal(int)
    lock_toggled = Signal(int)
    activated = Signal()

    def __init__(self, side: Side, scale: ProbabilityScale, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(side, scale, theme, parent)
        self._gesture: DragGesture[BarDrag | Stroke | RubberBand] = DragGesture(self, self._is_far)
        self._gesture.started.connect(self._start)
        self._gesture.ended.connect(self._stop)
        self._gesture.clicked.connect(self._click)
        self._gesture.finished.connect(lambda taken: self._say_unless_banding(taken, self.gesture_finished))
        self._gesture.cancelled.connect(lambda taken: self._say_unless_banding(taken, self.gesture_cancelled))
        self._pointer = QPointF()
        self._free_of_lines = False
        self._collapses = False
        self._edge = EdgeZoom(self)
        self._edge.ticked.connect(self._zoom_out)

    # -- the mouse ----------------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self.snapshot is None or self._gesture.taken is not None:
            return
        position = self.map_from_widget(event.position())
        index = self.column_under(position)
        if event.button() is Qt.MouseButton.RightButton:
            if index >= 0:
                self.activated.emit()
                self.menu_requested.emit(index, event.globalPosition().toPoint())
            return
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        self.activated.emit()
        self.refusal.forget()
        self.scale_of_probabilities.stop()
        self._pointer = position
        modifiers = event.modifiers()
        if modifiers & Qt.KeyboardModifier.ShiftModifier:
            self._gesture.take(RubberBand(), position)
            return
        if index < 0:
            return
        if is_on_padlock(self.area, index, position):
            self.lock_toggled.emit(index)
            return
        if modifiers & Qt.KeyboardModifier.ControlModifier:
            self._gesture.take(Stroke(self.area, (position.x(), position.y())), position)
            return
        on_name = position.y() > self.area.bottom + 6.0
        # a press on one of several selected bars drags all; without a drag, the release selects this one alone
        self._collapses = len(self.snapshot.view.moved_with(index)) > 1 and not on_name
        if not self._collapses:
            self.selected.emit(index, modifiers)
        if on_name:
            return  # names and values can be clicked, not dragged
        self._gesture.take(BarDrag(index, float(self.values[index]), position.y(), self.area), position)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._pointer = self.map_from_widget(event.position())
        self._free_of_lines = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if self._gesture.move(event, self._pointer):
            self._go_on()
        elif self._gesture.taken is None:
            super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._gesture.release(event)

    def _is_far(self, way: QPointF) -> bool:
        if isinstance(self._gesture.taken, BarDrag):
            return abs(way.y()) >= DRAG_STARTS_AFTER
        return way.manhattanLength() >= PAINT_STARTS_AFTER

    def _start(self) -> None:
        taken = self._gesture.taken
        if isinstance(taken, BarDrag):
            assert self.snapshot is not None
            self.dragged_index = taken.index
            self.dragged_ceiling = self.snapshot.ceiling(self.side, taken.index)
            self.drag_started.emit(taken.index)
        elif isinstance(taken, Stroke):
            taken.area = self.area  # the axis may have changed since the press

    def _go_on(self) -> None:
        taken, pointer = self._gesture.taken, self._pointer
        if isinstance(taken, BarDrag):
            self._emit_value(taken)
        elif isinstance(taken, Stroke):
            taken.extend(pointer.x(), pointer.y())
            self.hovered.emit(self.area.nearest_column(pointer.x()))
            self.painted.emit(taken.heights)
        elif isinstance(taken, RubberBand):
            self.banded.emit(taken.stretch(self._gesture.press, pointer, self.area))
            self.viewport().update()

    def _click(self, taken: BarDrag | Stroke | RubberBand) -> None:
        if isinstance(taken, BarDrag):
            if self._collapses:
                self.selected.emit(taken.index, Qt.KeyboardModifier.NoModifier)
            return
        index = self.column_under(self._gesture.press)
        keys = Qt.KeyboardModifier
        if index >= 0:
            self.selected.emit(index, keys.ShiftModifier if isinstance(taken, RubberBand) else keys.ControlModifier)

    @staticmethod
    def _say_unless_banding(taken: BarDrag | Stroke | RubberBand, signal: SignalInstance) -> None:
        if not isinstance(taken, RubberBand):
            signal.emit()

    def _stop(self) -> None:
        self.dragged_index = -1
        self._edge.stop()
        self.viewport().update()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        index = self.column_under(self.map_from_widget(event.position()))
        if index < 0 or event.button() is not Qt.MouseButton.LeftButton:
            return
        if self.snapshot is not None and len(self.snapshot.view.moved_with(index)) > 1:
            self.mousePressEvent(event)  # the first click added to the selection: this press drags the group
            return
        self._gesture.let_go()
        if is_on_padlock(self.area, index, self.map_from_widget(event.position())):
            self.lock_toggled.emit(index)
        elif self.name_place(index).contains(self.map_from_widget(event.position())):
            self.name_requested.emit(index)
        else:
            self.value_requested.emit(index, "")

    def show_snapshot(self, snapshot: Snapshot) -> None:
        old, changed = self.snapshot, False
        if old is not None and isinstance(self._gesture.taken, BarDrag):  # Q may be trained during a drag of P
            changed = not old.comparison.alike_but_for(self.side.other, snapshot.comparison)
        self._gesture.show_snapshot(old, snapshot, changed)
        super().show_snapshot(snapshot)

    # -- dragging -----------------------------------------------------------------------------------------------

    def _emit_value(self, drag: BarDrag) -> None:
        value = drag.value(self._pointer.y(), self.area)
        if not self._free_of_lines:
            value = drag.snapped(value, float(self.lines[drag.index]), self.area)
        self.dragged.emit(drag.index, value)
        self._edge.follow(self._pointer.y() <= self.area.top + 1.0)

    def _zoom_out(self, factor: float) -> None:
        """Extend the axis until the pointer is at the ceiling."""
        drag = self._gesture.taken
        if not isinstance(drag, BarDrag):
            return
        reaching = drag.top_that_reaches(self.dragged_ceiling, self._pointer.y(), self.area)
        top = min(reaching, self.area.shown.high * factor)
        if top <= self.area.shown.high:
            self._edge.stop()
            return
        self.scale_of_probabilities.set_top(top)
        self._emit_value(drag)

    def paint_columns(self, painter: QPainter) -> None:
        super().paint_columns(painter)
        if isinstance(self._gesture.taken, RubberBand):
            self._gesture.taken.paint(painter, self.theme)

    # -- keys ---------------------------------------------------------------------------------------------------

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Become the active chart if a key moved the focus here; a return from a menu or window changes nothing."""
        super().focusInEvent(event)
        if event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
            self.activated.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the selection or the selected bar, with the keys of a slider; Esc cancels a drag."""
        if self.snapshot is None or self._gesture.key(event):
            return
        key, modifiers = Qt.Key(event.key()), event.modifiers()
        plain = modifiers & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
        shift = bool(modifiers & Qt.KeyboardModifier.ShiftModifier)
        if plain != Qt.KeyboardModifier.NoModifier:
            event.ignore()
            return
        index = self.snapshot.view.current
        if key in STEPS:
            self.activated.emit()
            self.stepped.emit(index, STEPS[key] * (SHIFTED if shift and key in SMALL_STEPS else 1.0))
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.activated.emit()
            self.moved.emit(-1 if key == Qt.Key.Key_Left else 1, shift)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.activated.emit()
            self.value_requested.emit(index, "")
        elif event.text() and event.text() in "0123456789.":
            self.activated.emit()
            self.value_requested.emit(index, event.text())
        else:
            event.ignore()
