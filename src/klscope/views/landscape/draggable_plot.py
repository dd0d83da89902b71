"""The base class of charts with draggable marks, and the signals that all landscape charts share."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QObject, QPointF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHideEvent, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QWidget

from klscope.model.comparison import Side
from klscope.model.snapshot import Snapshot
from klscope.views.painting.drag_gesture import DragGesture
from klscope.views.painting.gestures import DRAG_STARTS_AFTER
from klscope.views.painting.painted_widget import ThemedWidget
from klscope.views.painting.static_texts import elided_line, laid, write_from
from klscope.views.theme import Theme

translate = QCoreApplication.translate
STEP, SHIFTED = 0.01, 0.1
SENTENCE_SIZE, SENTENCE_HEIGHT = 13, 24.0
REACH = 16.0
"""The radius in which a mark can be dragged, in pixels."""


class Acts(QObject):
    """The signals of the landscape.

    Signals
    -------
    activated(Side)
        This side became the one that commands act on.
    placed(Side, tuple[float, ...])
        The distribution at the pointer.
    bar_taken(Side, int), bar_dragged(Side, int, float)
        A drag of a category began; the probability at the pointer.
    finished(Side), cancelled(Side)
        The button was released, or the drag cancelled.
    given(Side, int, int, float)
        A key moves this probability from one category to another.
    bar_stepped(Side, int, float)
        A key changes the probability of a category by this amount.
    placed_by_key(Side, tuple[float, ...], str)
        A key sets this distribution; repeats with the same name are one undo step.
    """

    activated = Signal(object)
    placed = Signal(object, object)
    bar_taken = Signal(object, int)
    bar_dragged = Signal(object, int, float)
    finished = Signal(object)
    cancelled = Signal(object)
    given = Signal(object, int, int, float)
    bar_stepped = Signal(object, int, float)
    placed_by_key = Signal(object, object, str)


class LandscapeChart(ThemedWidget):
    """A chart with draggable marks; subclasses define the marks and their positions.

    A mark is any value that identifies it.
    """

    def __init__(self, acts: Acts, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.acts = acts
        self.chosen: object = None
        self.is_still = False
        self._gesture: DragGesture[object] = DragGesture(
            self, lambda way: max(abs(way.x()), abs(way.y())) >= DRAG_STARTS_AFTER
        )
        self._gesture.started.connect(lambda: self.begin(self._gesture.taken))
        self._gesture.ended.connect(self.update)
        self._gesture.finished.connect(lambda mark: self.acts.finished.emit(self.side_of(mark)))
        self._gesture.cancelled.connect(lambda mark: self.acts.cancelled.emit(self.side_of(mark)))
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(1, 1)

    # -- to be overridden ---------------------------------------------------------------------------------------

    def marks(self) -> dict[object, tuple[float, float]]:
        """Return the marks that can be dragged, with their centres."""
        raise NotImplementedError

    def side_of(self, mark: object) -> Side:
        """Return the distribution that a mark changes."""
        raise NotImplementedError

    def take(self, mark: object, position: QPointF) -> None:
        """Store the start of a drag."""
        raise NotImplementedError

    def begin(self, mark: object) -> None:
        """Emit the start of a drag."""

    def follow(self, mark: object, position: QPointF, snapping: bool) -> None:
        """Emit the value at the pointer."""
        raise NotImplementedError

    def step(self, key: Qt.Key, amount: float) -> None:
        """Emit a step of the current mark by an arrow key."""
        raise NotImplementedError

    def sentence(self) -> str:
        """Return the explanation."""
        raise NotImplementedError

    def invitation(self) -> str:
        """Return a text that says what can be dragged."""
        return translate("Landscape", "Drag P or Q.")

    # -- state --------------------------------------------------------------------------------------------------

    @property
    def is_dragging(self) -> bool:
        return self._gesture.is_dragging

    def show_snapshot(self, snapshot: Snapshot) -> None:
        old, self.snapshot = self.snapshot, snapshot
        self._gesture.show_snapshot(old, snapshot, changed=old is not None and old.comparison != snapshot.comparison)
        self.update()

    def paint_sentence(self, painter: QPainter) -> None:
        fact, room = self.sentence(), self.logical_size.width() - 24.0
        words = f"{fact} {self.invitation()}"
        if self.is_still or laid(words, SENTENCE_SIZE).width > room:
            words = elided_line(fact, SENTENCE_SIZE, room)
        write_from(painter, words, 12.0, SENTENCE_HEIGHT / 2, SENTENCE_SIZE, self.theme.quiet)

    # -- the mouse --------------------------------------------------------------------------------------------------

    def mark_under(self, position: QPointF) -> object:
        """Return the nearest mark within reach, the current one in a tie; None for none."""
        near = [
            ((x - position.x()) ** 2 + (y - position.y()) ** 2, mark != self.chosen, place, mark)
            for place, (mark, (x, y)) in enumerate(self.marks().items())
        ]
        if not near or min(near)[0] > REACH**2:
            return None
        return min(near)[3]

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is not Qt.MouseButton.LeftButton or self._gesture.taken is not None or self.snapshot is None:
            return
        position = self.map_from_widget(event.position())
        mark = self.mark_under(position)
        if mark is None:
            return
        self.chosen = mark
        self._gesture.take(mark, position)
        self.acts.activated.emit(self.side_of(mark))
        self.take(mark, position)
        self._show_cursor(position)
        self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        position = self.map_from_widget(event.position())
        if self._gesture.move(event, position):
            self.follow(self._gesture.taken, position, not event.modifiers() & Qt.KeyboardModifier.AltModifier)
        elif self._gesture.taken is None:
            self._show_cursor(position)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._gesture.release(event)
        self._show_cursor(self.map_from_widget(event.position()))

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: ARG002
        self._gesture.finish()

    def _show_cursor(self, position: QPointF) -> None:
        if self._gesture.taken is not None:
            shape = Qt.CursorShape.ClosedHandCursor
        else:
            over = self.mark_under(position) is not None
            shape = Qt.CursorShape.OpenHandCursor if over else Qt.CursorShape.ArrowCursor
        if self.cursor().shape() is not shape:
            self.setCursor(shape)

    # -- keys ---------------------------------------------------------------------------------------------------------

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._choose(self.chosen)

    def _choose(self, mark: object) -> None:
        marks = list(self.marks()) if self.snapshot is not None else []
        if marks:
            self.chosen = mark if mark in marks else marks[-1]
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the current mark by arrows, choose another by Space or its letter; Esc cancels a drag."""
        if self.snapshot is None or self._gesture.key(event):
            return
        key, modifiers = Qt.Key(event.key()), event.modifiers()
        plain = modifiers & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
        marks = list(self.marks())
        if plain != Qt.KeyboardModifier.NoModifier or not marks:
            event.ignore()
            return
        self._choose(self.chosen)
        letters = {Qt.Key.Key_P: Side.P, Qt.Key.Key_Q: Side.Q}
        if key == Qt.Key.Key_Space:
            self._choose(marks[(marks.index(self.chosen) + 1) % len(marks)])
        elif letters.get(key) in marks:
            self._choose(letters[key])
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.acts.activated.emit(self.side_of(self.chosen))
            self.step(key, STEP * (SHIFTED if modifiers & Qt.KeyboardModifier.ShiftModifier else 1.0))
        else:
            event.ignore()
