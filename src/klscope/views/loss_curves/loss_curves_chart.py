"""The mouse and keyboard input of the loss curves: their markers can be dragged. It applies no rule."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from klscope.model.snapshot import Snapshot
from klscope.views.bars.bar_input import SHIFTED, SMALL_STEPS, STEPS
from klscope.views.loss_curves.loss_geometry import MarkerDrag, panel_at
from klscope.views.loss_curves.loss_picture import LossPicture
from klscope.views.painting.drag_gesture import DragGesture
from klscope.views.painting.gestures import DRAG_STARTS_AFTER
from klscope.views.painting.painted_widget import plain_tool_tip
from klscope.views.painting.scale import ProbabilityScale
from klscope.views.theme import Theme

PLAIN = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier


class LossCurvesChart(LossPicture):
    """The loss curves, with a marker on each that can be dragged.

    Signals
    -------
    hovered(int), selected(int, Qt.KeyboardModifiers), menu_requested(int, QPoint)
        The curves of this category are hovered (−1: no longer), were pressed, or their menu was requested.
    activated()
        Q became the chart that commands act on.
    drag_started(int)
        The marker was pressed and moved by the drag distance.
    marker_dragged(int, float)
        The probability at the pointer.
    gesture_finished(), gesture_cancelled()
        The button was released, or the drag cancelled.
    stepped(int, float)
        A key moves the bar by this much; ±1 for Home and End.
    moved(int, bool)
        The selection moves by this many categories; with True, it is extended.
    """

    hovered = Signal(int)
    selected = Signal(int, object)
    menu_requested = Signal(int, QPoint)
    activated = Signal()
    drag_started = Signal(int)
    marker_dragged = Signal(int, float)
    gesture_finished = Signal()
    gesture_cancelled = Signal()
    stepped = Signal(int, float)
    moved = Signal(int, bool)

    def __init__(self, scale: ProbabilityScale, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(scale, theme, parent)
        self._gesture: DragGesture[MarkerDrag] = DragGesture(self, lambda way: abs(way.x()) >= DRAG_STARTS_AFTER)
        self._gesture.started.connect(self._start)
        self._gesture.ended.connect(self.update)
        self._gesture.finished.connect(lambda _: self.gesture_finished.emit())
        self._gesture.cancelled.connect(lambda _: self.gesture_cancelled.emit())

    @property
    def is_dragging(self) -> bool:
        return self._gesture.is_dragging

    def show_snapshot(self, snapshot: Snapshot) -> None:
        old = self.snapshot
        if self._gesture.taken is not None and self._gesture.taken.index != snapshot.view.current:
            self._gesture.let_go()
        self._gesture.show_snapshot(old, snapshot, changed=old is not None and old.comparison != snapshot.comparison)
        super().show_snapshot(snapshot)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Start a drag of the marker, at any height in its panel."""
        if self.snapshot is None or self._gesture.taken is not None:
            return
        index, position = self.index, self.map_from_widget(event.position())
        if event.button() is Qt.MouseButton.RightButton:
            self.activated.emit()
            self.menu_requested.emit(index, event.globalPosition().toPoint())
            return
        panel = panel_at(self.panels, position.x())
        if event.button() is not Qt.MouseButton.LeftButton or panel is None:
            return
        self.stop_animation()
        self.activated.emit()
        self.selected.emit(index, Qt.KeyboardModifier.NoModifier)
        self._gesture.take(MarkerDrag(index, self.value, position.x(), panel), position)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self.snapshot is None:
            return
        position = self.map_from_widget(event.position())
        is_dragged, drag = self._gesture.move(event, position), self._gesture.taken
        if drag is None:
            over = panel_at(self.panels, position.x())
            self.setCursor(Qt.CursorShape.ArrowCursor if over is None else Qt.CursorShape.SizeHorCursor)
            self.setToolTip("" if over is None else plain_tool_tip(self.tool_tip(over.rule)))
            self.hovered.emit(self.index if over is not None else -1)
        elif is_dragged:
            value = drag.value(position.x())
            if not event.modifiers() & Qt.KeyboardModifier.AltModifier:
                value = drag.snapped(value, self.losses.own)
            self.marker_dragged.emit(drag.index, value)

    def _start(self) -> None:
        assert self._gesture.taken is not None
        self.setToolTip("")
        self.drag_started.emit(self._gesture.taken.index)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._gesture.release(event)

    def leaveEvent(self, event: QEvent) -> None:  # noqa: ARG002
        self.hovered.emit(-1)

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: ARG002
        self._gesture.finish()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the marker or the selection, with the keys of the bars; Esc cancels a drag."""
        if self._gesture.key(event):
            return
        key, modifiers = Qt.Key(event.key()), event.modifiers()
        if self.snapshot is None or modifiers & ~PLAIN:
            event.ignore()
            return
        shift = bool(modifiers & Qt.KeyboardModifier.ShiftModifier)
        if key in STEPS:
            self.activated.emit()
            self.stepped.emit(self.index, STEPS[key] * (SHIFTED if shift and key in SMALL_STEPS else 1.0))
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.activated.emit()
            self.moved.emit(-1 if key == Qt.Key.Key_Left else 1, shift)
        else:
            event.ignore()
