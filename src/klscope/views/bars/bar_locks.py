"""Padlocks under the columns, and the message for a bar that locks prevent from moving."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QCoreApplication, QObject, QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QPainter, QPen

from klscope.theory.distribution import FloatArray
from klscope.theory.editing import BoolArray
from klscope.views.painting import shapes
from klscope.views.painting.geometry import PlotArea
from klscope.views.painting.names_row import NAME_ROW, VALUE_ROW
from klscope.views.painting.static_texts import elided_line, laid, write
from klscope.views.theme import Theme
from klscope.views.words import numbers

translate = QCoreApplication.translate
REFUSAL_MILLISECONDS = 2000
"""How long a refusal is shown."""
LOCK_ROW = 15.0
ROOM_FOR_LOCK_BESIDE = 84.0
REACH = 9.0
"""The radius in which a padlock can be clicked, in pixels."""
RING = 9.5
NOTE_SIZE, NOTE_HEIGHT, NOTE_MARGIN, NOTE_ASIDE = 12, 20.0, 8.0, 24.0
MOST_NAMES = 8


def lock_place(area: PlotArea, index: int) -> QPointF:
    """Return the centre of a category's padlock: beside its value, or below it in narrow columns."""
    if area.column_width >= ROOM_FOR_LOCK_BESIDE:
        return QPointF(area.column_centre(index) - 32.0, area.bottom + NAME_ROW + VALUE_ROW / 2 - 1.0)
    return QPointF(area.column_centre(index), area.bottom + NAME_ROW + VALUE_ROW + LOCK_ROW / 2 - 2.0)


def is_on_padlock(area: PlotArea, index: int, position: QPointF) -> bool:
    """Return whether a position is on a category's padlock."""
    place = lock_place(area, index)
    near = abs(position.x() - place.x()) <= REACH and abs(position.y() - place.y()) <= REACH
    return area.has_room_for_values and near


def paint_padlocks(painter: QPainter, area: PlotArea, locks: BoolArray, pointed: int, theme: Theme) -> None:
    """Paint closed padlocks, and an open one at the hovered column, if columns are wide enough."""
    if not area.has_room_for_values:
        return
    for index in np.flatnonzero(locks).tolist():
        place = lock_place(area, index)
        shapes.padlock(painter, place.x(), place.y(), theme.ink, locked=True)
    if 0 <= pointed < area.n and not locks[pointed]:
        place = lock_place(area, pointed)
        shapes.padlock(painter, place.x(), place.y(), theme.quiet, locked=False)


def padlock_tool_tip(value: float, locked: bool) -> str:
    """Return the tool tip of a padlock."""
    if locked:
        return translate("BarChart", "Locked at {value}. Click to unlock (L).").format(value=numbers.short(value))
    return translate("BarChart", "Click to lock the bar at {value} (L).").format(value=numbers.short(value))


def why_it_cannot_move(labels: Sequence[str], locks: BoolArray, index: int) -> str:
    """Return which locks prevent a bar from moving; empty where it can move."""
    if locks.all():
        return translate("BarChart", "It cannot move: every bar is locked.")
    if locks.sum() < len(labels) - 1 or locks[index]:
        return ""
    others = [label for place, label in enumerate(labels) if place != index]
    if len(others) > MOST_NAMES:
        return translate("BarChart", "It cannot move: all the others are locked.")
    return translate("BarChart", "It cannot move: {names} are locked.").format(names=", ".join(others))


@dataclass(frozen=True)
class ShownRefusal:
    """A refused change of a bar: a short reason, and the locks at that time, shape ``(n,)``."""

    index: int
    note: str
    locks: BoolArray

    @property
    def held_by(self) -> list[int]:
        """The locked bars that cause the refusal: itself, or the others."""
        return [self.index] if self.locks[self.index] else np.flatnonzero(self.locks).tolist()


class RefusalMark(QObject):
    """Shows a refusal for a while: rings at padlocks, and a note at the bar.

    Signals
    -------
    changed()
        The mark was shown or hidden.
    """

    changed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.shown: ShownRefusal | None = None
        self._end = QTimer(self)
        self._end.setSingleShot(True)
        self._end.setInterval(REFUSAL_MILLISECONDS)
        self._end.timeout.connect(self.forget)

    def show(self, index: int, note: str, locks: BoolArray) -> None:
        """Show that these locks prevented a bar from moving; nothing if none is closed."""
        if locks.any():
            self.shown = ShownRefusal(index, note, locks)
            self._end.start()
            self.changed.emit()

    def follow(self, locks: BoolArray) -> None:
        """Hide the mark if the locks have changed."""
        if self.shown is not None and not np.array_equal(self.shown.locks, locks):
            self.forget()

    def forget(self) -> None:
        """Hide the mark."""
        if self.shown is not None:
            self.shown = None
            self._end.stop()
            self.changed.emit()

    def paint(self, painter: QPainter, area: PlotArea, values: FloatArray, theme: Theme) -> None:
        if self.shown is None:
            return
        for index in self.shown.held_by if area.has_room_for_values else ():
            place = lock_place(area, index)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
            painter.setPen(QPen(QColor(theme.error), 1.5))
            painter.setBrush(QColor(theme.card))
            painter.drawEllipse(place, RING, RING)
            shapes.padlock(painter, place.x(), place.y(), theme.error, locked=True)
        index, text = self.shown.index, elided_line(self.shown.note, NOTE_SIZE, area.width - 2 * NOTE_MARGIN)
        width = laid(text, NOTE_SIZE).width + 2 * NOTE_MARGIN
        left = min(max(area.column_centre(index) - width / 2, area.left), area.right - width)
        top = area.y(min(float(values[index]), area.shown.high)) - NOTE_HEIGHT / 2
        box = QRectF(left, top - NOTE_ASIDE if top >= NOTE_ASIDE + 1.0 else top + NOTE_ASIDE, width, NOTE_HEIGHT)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
        painter.setPen(QPen(QColor(theme.error), 1.0))
        painter.setBrush(QColor(theme.card))
        painter.drawRoundedRect(box, 4.0, 4.0)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        write(painter, text, box.center().x(), box.center().y(), NOTE_SIZE, theme.ink)
