"""What a hand does on a landscape, said once for all its charts; and the press, the move and the release of a mark."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QObject, QPointF, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QHideEvent, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QWidget

from klscope.model.comparison import Side
from klscope.model.snapshot import Snapshot
from klscope.views.fonts import font
from klscope.views.painting.drag_gesture import DragGesture
from klscope.views.painting.gestures import DRAG_STARTS_AFTER
from klscope.views.painting.painted_widget import ThemedWidget
from klscope.views.painting.static_texts import draw_centred, elided_line, laid
from klscope.views.theme import Theme

translate = QCoreApplication.translate
STEP, SHIFTED = 0.01, 0.1
SENTENCE_SIZE, SENTENCE_HEIGHT = 13, 24.0
REACH = 16.0
"""How far from a mark's middle it can be taken, in pixels."""


class Acts(QObject):
    """What a person does on a landscape.

    Signals
    -------
    activated(Side)
        This side is the one that commands act on.
    placed(Side, tuple[float, ...])
        The hand asks for this distribution.
    bar_taken(Side, int), bar_dragged(Side, int, float)
        A category was taken; the probability the hand asks for.
    finished(Side), cancelled(Side)
        The hand let go; or thought better of it.
    given(Side, int, int, float)
        A key moves so much from one category to another.
    bar_stepped(Side, int, float)
        A key moves a category by so much.
    placed_by_key(Side, tuple[float, ...], str)
        A key asks for this distribution; repeats of what has one name are one step.
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
    """A chart with marks that are dragged; those who inherit know which marks there are, and where.

    A mark is any value that tells it from the others.
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

    # -- what an heir knows ---------------------------------------------------------------------------------------

    def marks(self) -> dict[object, tuple[float, float]]:
        """Return the marks a hand can take, with their middles."""
        raise NotImplementedError

    def side_of(self, mark: object) -> Side:
        """Return which distribution a mark moves."""
        raise NotImplementedError

    def take(self, mark: object, position: QPointF) -> None:
        """Remember what a drag starts from."""
        raise NotImplementedError

    def begin(self, mark: object) -> None:
        """Say that the drag has begun."""

    def follow(self, mark: object, position: QPointF, snapping: bool) -> None:
        """Say what the hand asks for."""
        raise NotImplementedError

    def step(self, key: Qt.Key, amount: float) -> None:
        """Say that an arrow key moves the chosen mark."""
        raise NotImplementedError

    def sentence(self) -> str:
        """Return what to look at."""
        raise NotImplementedError

    def invitation(self) -> str:
        """Return what can be dragged."""
        return translate("Landscape", "Drag P or Q.")

    # -- showing --------------------------------------------------------------------------------------------------

    @property
    def is_dragging(self) -> bool:
        """Whether a hand drags here."""
        return self._gesture.is_dragging

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show another state; a gesture that ended elsewhere (undo, a command) ends here too."""
        old, self.snapshot = self.snapshot, snapshot
        self._gesture.show_snapshot(old, snapshot, changed=old is not None and old.comparison != snapshot.comparison)
        self.update()

    def paint_sentence(self, painter: QPainter) -> None:
        """Write at the top what to look at."""
        fact, room = self.sentence(), self.logical_size.width() - 24.0
        words = f"{fact} {self.invitation()}"
        if self.is_still or laid(words, SENTENCE_SIZE).width > room:
            words = elided_line(fact, SENTENCE_SIZE, room)
        painter.setPen(QColor(self.theme.quiet))
        painter.setFont(font(SENTENCE_SIZE))
        draw_centred(painter, words, 12.0 + laid(words, SENTENCE_SIZE).width / 2, SENTENCE_HEIGHT / 2, SENTENCE_SIZE)

    # -- the mouse --------------------------------------------------------------------------------------------------

    def mark_under(self, position: QPointF) -> object:
        """Return the nearest mark within reach, the chosen one where two are as near; None: there is none."""
        near = [
            ((x - position.x()) ** 2 + (y - position.y()) ** 2, mark != self.chosen, place, mark)
            for place, (mark, (x, y)) in enumerate(self.marks().items())
        ]
        if not near or min(near)[0] > REACH**2:
            return None
        return min(near)[3]

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take a mark."""
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
        """Follow the hand, while it holds the button."""
        position = self.map_from_widget(event.position())
        if self._gesture.move(event, position):
            self.follow(self._gesture.taken, position, not event.modifiers() & Qt.KeyboardModifier.AltModifier)
        elif self._gesture.taken is None:
            self._show_cursor(position)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go."""
        self._gesture.release(event)
        self._show_cursor(self.map_from_widget(event.position()))

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: ARG002
        """End a gesture that can no longer be seen."""
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
        """Show which mark the keys move."""
        super().focusInEvent(event)
        self._choose(self.chosen)

    def _choose(self, mark: object) -> None:
        marks = list(self.marks()) if self.snapshot is not None else []
        if marks:
            self.chosen = mark if mark in marks else marks[-1]
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the chosen mark by arrows, choose another by Space or its letter; Esc gives a drag up."""
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
