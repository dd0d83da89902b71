"""The chart of one distribution under a hand: dragging, painting, the rubber band, keys. It applies no rule.

Everything a hand does leaves as a signal in probability units; what becomes of it comes back as a snapshot.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QWidget

from klscope.model.comparison import Side
from klscope.model.snapshot import Snapshot
from klscope.views.bars.bar_chart import BarChart
from klscope.views.bars.bar_locks import is_on_padlock
from klscope.views.bars.edge_zoom import EdgeZoom
from klscope.views.bars.rubber_band import RubberBand
from klscope.views.painting.gestures import DRAG_STARTS_AFTER, PAINT_STARTS_AFTER, BarDrag, Hand, Stroke
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
CLICKS = {Hand.PRESSED_TO_PAINT: Qt.KeyboardModifier.ControlModifier, Hand.BANDING: Qt.KeyboardModifier.ShiftModifier}
"""What a press that ends where it began was: a click with this key."""


class DraggableBarChart(BarChart):
    """One distribution, to be dragged.

    Signals
    -------
    drag_started(int)
        A bar was taken and moved far enough to mean it.
    dragged(int, float)
        The probability the hand asks for.
    painted(object)
        Pairs of category and probability drawn since the press.
    gesture_finished(), gesture_cancelled()
        The hand let go; or thought better of it.
    stepped(int, float)
        A key moves the bar by this much; ±1 for Home and End.
    moved(int, bool)
        The selection goes so many columns to the right; with the bool, it grows.
    banded(object)
        The categories the rubber band holds.
    value_requested(int, str), name_requested(int)
        A value, beginning with these characters, or a name is to be typed.
    lock_toggled(int)
        A padlock was pressed.
    activated()
        This chart is the one that commands act on.
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
        self._hand = Hand.NOTHING
        self._drag: BarDrag | None = None
        self._stroke: Stroke | None = None
        self._press = QPointF()
        self._pointer = QPointF()
        self._free_of_lines = False
        self._collapses = False
        self._band = RubberBand()
        self._edge = EdgeZoom(self)
        self._edge.ticked.connect(self._zoom_out)

    # -- the mouse ----------------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Take a bar, a stroke or a rubber band; a padlock is toggled."""
        if self.snapshot is None or self._hand is not Hand.NOTHING:
            return
        position = self.under(event.position())
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
        self._press = self._pointer = position
        modifiers = event.modifiers()
        if modifiers & Qt.KeyboardModifier.ShiftModifier:
            self._hand = Hand.BANDING
            return
        if index < 0:
            return
        if is_on_padlock(self.area, index, position):
            self.lock_toggled.emit(index)
            return
        if modifiers & Qt.KeyboardModifier.ControlModifier:
            self._hand = Hand.PRESSED_TO_PAINT
            return
        on_name = position.y() > self.area.bottom + 6.0
        # one of several selected is taken to move them all; if it is not moved, it is the selected one at the release
        self._collapses = len(self.snapshot.view.moved_with(index)) > 1 and not on_name
        if not self._collapses:
            self.selected.emit(index, modifiers)
        if on_name:
            return  # names and values are clicked, not dragged
        self._hand = Hand.PRESSED
        self._drag = BarDrag(index, float(self.values[index]), position.y(), self.area)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Follow the hand, while it holds the button."""
        if self._hand is not Hand.NOTHING and not event.buttons() & Qt.MouseButton.LeftButton:
            self._finish()  # it was let go where this chart did not see it, over a dialog
        self._pointer = self.under(event.position())
        self._free_of_lines = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if self._hand is Hand.NOTHING:
            super().mouseMoveEvent(event)
        elif self._hand is Hand.PRESSED:
            if abs(self._pointer.y() - self._press.y()) >= DRAG_STARTS_AFTER:
                assert self._drag is not None
                assert self.snapshot is not None
                self._hand = Hand.DRAGGING
                self.dragged_index = self._drag.index
                self.dragged_ceiling = self.snapshot.ceiling(self.side, self._drag.index)
                self.drag_started.emit(self._drag.index)
                self._emit_value()
        elif self._hand is Hand.DRAGGING:
            self._emit_value()
        elif self._hand in (Hand.PRESSED_TO_PAINT, Hand.PAINTING):
            self._paint_on()
        elif self._hand is Hand.BANDING:
            self._stretch_band()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Let go."""
        if event.button() is Qt.MouseButton.LeftButton:
            self._finish()

    def _finish(self) -> None:
        hand, taken = self._hand, self._drag
        self._let_go()
        if hand in (Hand.DRAGGING, Hand.PAINTING):
            self.gesture_finished.emit()
        if hand is Hand.PRESSED and self._collapses and taken is not None:
            self.selected.emit(taken.index, Qt.KeyboardModifier.NoModifier)
        clicked = self.column_under(self._press) if not self._has_moved() else -1
        if clicked >= 0 and hand in CLICKS:
            self.selected.emit(clicked, CLICKS[hand])
        self.columns.update()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Type a value, or, on the name, a name."""
        index = self.column_under(self.under(event.position()))
        if index < 0 or event.button() is not Qt.MouseButton.LeftButton:
            return
        if self.snapshot is not None and len(self.snapshot.view.moved_with(index)) > 1:
            self.mousePressEvent(event)  # the click before it added to the selection: this one takes the group
            return
        self._let_go()
        if is_on_padlock(self.area, index, self.under(event.position())):
            self.lock_toggled.emit(index)
        elif self.name_place(index).contains(self.under(event.position())):
            self.name_requested.emit(index)
        else:
            self.value_requested.emit(index, "")

    def _let_go(self) -> None:
        self._hand = Hand.NOTHING
        self._drag = self._stroke = None
        self._band.let_go()
        self.dragged_index = -1
        self._edge.stop()
        self.columns.update()

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show another state; a gesture that ended elsewhere (undo, a command) ends here too."""
        old = self.snapshot
        if old is not None and self._hand is not Hand.NOTHING:
            ended = old.in_gesture and not snapshot.in_gesture and self._hand in (Hand.DRAGGING, Hand.PAINTING)
            # pressed, not yet dragging: what was changed is not what the hand took; but Q may train under a hand on P
            alike = self._hand is not Hand.PRESSED or old.comparison.alike_but_for(self.side.other, snapshot.comparison)
            if ended or not alike or old.comparison.n != snapshot.comparison.n:
                self._let_go()
        super().show_snapshot(snapshot)

    # -- dragging -----------------------------------------------------------------------------------------------

    def _emit_value(self) -> None:
        drag = self._drag
        if drag is None:
            return
        value = drag.value(self._pointer.y(), self.area)
        if not self._free_of_lines:
            value = drag.snapped(value, float(self.lines[drag.index]), self.area)
        self.dragged.emit(drag.index, value)
        self._edge.follow(self._pointer.y() <= self.area.top + 1.0)

    def _zoom_out(self, factor: float) -> None:
        """Show a little more above, until the pointer means the ceiling."""
        drag = self._drag
        if drag is None:
            return
        reaching = drag.top_that_reaches(self.dragged_ceiling, self._pointer.y(), self.area)
        top = min(reaching, self.area.shown.high * factor)
        if top <= self.area.shown.high:
            self._edge.stop()
            return
        self.scale_of_probabilities.set_top(top)
        self._emit_value()

    # -- painting and selecting ---------------------------------------------------------------------------------

    def _has_moved(self) -> bool:
        return (self._pointer - self._press).manhattanLength() >= PAINT_STARTS_AFTER

    def _paint_on(self) -> None:
        if self._hand is Hand.PRESSED_TO_PAINT:
            if not self._has_moved():
                return
            self._hand = Hand.PAINTING
            self._stroke = Stroke(self.area, (self._press.x(), self._press.y()))
        assert self._stroke is not None
        self._stroke.extend(self._pointer.x(), self._pointer.y())
        self.hovered.emit(self.area.nearest_column(self._pointer.x()))
        self.painted.emit(self._stroke.heights)

    def _stretch_band(self) -> None:
        if not self._has_moved():
            return
        self.banded.emit(self._band.stretch(self._press, self._pointer, self.area))
        self.columns.update()

    def paint_columns(self, painter: QPainter) -> None:
        """Paint the columns, and the rubber band over them."""
        super().paint_columns(painter)
        self._band.paint(painter, self.theme)

    # -- keys ---------------------------------------------------------------------------------------------------

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """Become the chart that commands act on, when a key led here; back from a menu or window nothing changes."""
        super().focusInEvent(event)
        if event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
            self.activated.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Move the selection or the selected bar, as the keys of a slider do; Esc gives a drag up."""
        if self.snapshot is None:
            return
        key, modifiers = event.key(), event.modifiers()
        if self._hand in (Hand.DRAGGING, Hand.PAINTING):
            if key == Qt.Key.Key_Escape:
                self._let_go()
                self.gesture_cancelled.emit()
            event.accept()
            return
        plain = modifiers & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
        shift = bool(modifiers & Qt.KeyboardModifier.ShiftModifier)
        if plain != Qt.KeyboardModifier.NoModifier:
            event.ignore()
            return
        index = self.snapshot.view.current
        key = Qt.Key(key)
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
