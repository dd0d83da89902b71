"""The gauge of a challenge, a bar from the start to the target, and the count of moves."""

from __future__ import annotations

import math

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen, QPolygonF
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from klscope.lessons.challenging import GaugeReading, moves_made, read_gauge
from klscope.lessons.current_step import CurrentStep
from klscope.model.snapshot import Snapshot
from klscope.views.lessons.goal_words import expression_words, limit_words
from klscope.views.magnification import set_font_size
from klscope.views.painting.painted_widget import PaintedWidget
from klscope.views.painting.static_texts import laid, write
from klscope.views.words import numbers

translate = QCoreApplication.translate
HEIGHT = 62
BAR_TOP, BAR_HEIGHT = 28.0, 10.0
TEXT_ROW, END_ROW = 10.0, 52.0
START, END = 0.12, 0.82
"""The positions of the start and the target, as fractions of the width."""


def place(share: float, width: float) -> float:
    """Return the x of a progress, clipped to the widget."""
    return min(max(START + share * (END - START), 0.0), 1.0) * width


def inside(centre: float, half: float, width: float) -> float:
    """Return the centre of a text, moved so that the text is inside the widget."""
    return max(half, min(centre, width - half))


class Gauge(PaintedWidget):
    """The gauge of a challenge."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("challengeGauge")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.fix_height(HEIGHT)
        self.reading: GaugeReading | None = None
        self.name = self.limit = ""

    def show_step(self, current: CurrentStep, snapshot: Snapshot) -> None:
        """Show the progress of a challenge; hide for a step of a lesson."""
        lesson, step = current.lesson, current.step
        self.setVisible(step.gauge is not None)
        if step.gauge is not None and step.state is not None:
            begun = lesson.states_by_name[step.state]
            reading = read_gauge(step.gauge, begun, snapshot, lesson.unit)
            watched = step.gauge.expression
            self.show_reading(reading, expression_words(watched), limit_words(step.goal, watched))

    def show_reading(self, reading: GaugeReading, name: str, limit: str = "") -> None:
        """Show a value and its target; ``limit`` is the text of the target, by default its number."""
        limit = limit or _text(reading.target)
        if (reading, name, limit) == (self.reading, self.name, self.limit):
            return
        self.reading, self.name, self.limit = reading, name, limit
        self.setAccessibleName(
            translate("Lessons", "{name}: {now}, from {start} toward {target}").format(
                name=name, now=_text(reading.now), start=_text(reading.start), target=limit
            )
        )
        self.setToolTip(self.accessibleName())
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        reading = self.reading
        if reading is None:
            return
        painter = self.painter()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ink = self.palette().color(QPalette.ColorRole.WindowText)
        quiet = self.palette().color(QPalette.ColorRole.PlaceholderText)
        width = self.logical_size.width()
        start, end = place(0.0, width), place(1.0, width)
        painter.setPen(QPen(quiet, 1.0))
        painter.drawRect(QRectF(start, BAR_TOP, end - start, BAR_HEIGHT))
        painter.setPen(QPen(ink, 2.0))
        painter.drawLine(QPointF(end, BAR_TOP - 3.0), QPointF(end, BAR_TOP + BAR_HEIGHT + 3.0))
        self._write(painter, start, END_ROW, _text(reading.start))
        self._write(painter, end, END_ROW, translate("Lessons", "{number} wanted").format(number=self.limit))
        share = reading.share
        if math.isnan(share):
            self._write(painter, start, TEXT_ROW, f"{self.name} = {_text(reading.now)}", bold=True)
            return
        now = place(share, width)
        made = QRectF(start, BAR_TOP, max(0.0, min(now, end) - start), BAR_HEIGHT)
        painter.fillRect(made, quiet)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink)
        tip = BAR_TOP + 1.0
        painter.drawPolygon(QPolygonF([QPointF(now, tip), QPointF(now - 5, tip - 7), QPointF(now + 5, tip - 7)]))
        painter.drawRect(QRectF(now - 1.0, tip - 1.0, 2.0, BAR_HEIGHT))
        self._write(painter, now, TEXT_ROW, f"{self.name} = {_text(reading.now)}", bold=True)

    def _write(self, painter: QPainter, centre: float, row: float, text: str, bold: bool = False) -> None:
        half = laid(text, 12, bold).width / 2
        ink = self.palette().color(QPalette.ColorRole.WindowText)
        write(painter, text, inside(centre, half, self.logical_size.width()), row, 12, ink, bold)


def _text(number: float) -> str:
    return "–" if math.isnan(number) else numbers.short(number)


class MovesLabel(QLabel):
    """The number of moves in a challenge, and the best result."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("challengeMoves")
        set_font_size(self, 13)
        self.hide()

    def show_step(self, current: CurrentStep, snapshot: Snapshot) -> None:
        """Show the moves of a challenge; hide for a step of a lesson."""
        self.setVisible(current.lesson.challenging)
        self.setText(_moves_text(moves_made(snapshot), current.best))


def _moves_text(moves: int, best: int | None) -> str:
    made = translate("Lessons", "1 move") if moves == 1 else translate("Lessons", "{count} moves").format(count=moves)
    if best is None:
        return made
    fewest = translate("Lessons", "1 move") if best == 1 else translate("Lessons", "{count} moves").format(count=best)
    return translate("Lessons", "{made} · best: {fewest}").format(made=made, fewest=fewest)
