"""Two plots of running means, each with a band of two standard errors and its limit."""

from __future__ import annotations

from math import isfinite

from PySide6.QtCore import QCoreApplication, QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from klscope.model.evidence import SampleStatistics
from klscope.theory.sampling import RunningMean
from klscope.views.evidence.evidence_geometry import (
    MeanArea,
    band,
    finite_part,
    mean_range,
    most_samples,
    number_places,
)
from klscope.views.evidence.evidence_words import (
    SENTENCE_SIZE,
    WORDINGS,
    fitting,
    invitations,
    sentence,
    title,
    whole,
    width_of,
)
from klscope.views.fonts import font
from klscope.views.painting import invitation, shapes
from klscope.views.painting.animated import Animated
from klscope.views.painting.axes import Range, ticks
from klscope.views.painting.cached_layer import CachedLayer
from klscope.views.painting.painted_widget import ThemedWidget
from klscope.views.painting.paths import polyline
from klscope.views.painting.static_texts import draw_centred, laid, write
from klscope.views.painting.value_axis import numbered, paint_axis
from klscope.views.theme import Theme
from klscope.views.words import numbers

translate = QCoreApplication.translate
SENTENCE_MIDDLE, TITLE_MIDDLE, PLOT_TOP = 9.0, 27.0, 38.0
AXIS_WIDTH, BETWEEN, RIGHT, BELOW = 50.0, 18.0, 12.0, 18.0
TITLE_SIZE, NUMBER_SIZE = 12, 12
SWATCH, AFTER_SWATCH, BETWEEN_WORDS = 18.0, 6.0, 14.0
BAND_ALPHA = 44
DOT = 3.0
LINE = (-0.35, 0.35)
TARGETS = {"surprise": "cross_entropy", "log_ratio": "kl_divergence"}


class Plot:
    """One plot: its statistic, the version of its title, and its range."""

    def __init__(self, chart: QWidget, which: str) -> None:
        self.which = which
        self.wording = 0
        self.range = Animated(chart, Range(0.0, 1.0))
        self.range.moved.connect(chart.update)

    def colour(self, theme: Theme) -> str:
        """Return its colour: the text colour for H(P,Q), the colour of the excess for KL."""
        return theme.ink if self.which == "surprise" else theme.excess_text


class RunningMeans(ThemedWidget):
    """Shows the means over the number of samples on a logarithmic axis; axes do not change during a drag.

    A picture (``is_still``) has no invitations to press buttons.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._statistics: SampleStatistics | None = None
        self.is_still = False
        self._cached = CachedLayer()
        self.plots = (Plot(self, "surprise"), Plot(self, "log_ratio"))

    def show_statistics(self, statistics: SampleStatistics, animated: bool) -> None:
        """Show other samples or another state; ``animated`` only after a drag."""
        before, self._statistics = self._statistics, statistics
        if before is not None and statistics.snapshot.axes_frozen:  # the description is updated after the drag
            for plot in self.plots:
                plot.range.stop()
            self.update()
            return
        self.setAccessibleDescription(sentence(statistics, 1e9))
        at_once = not animated or before is None or self._key(before) != self._key(statistics)
        for plot in self.plots:
            plot.range.animate_to(
                mean_range(getattr(statistics, plot.which), getattr(statistics.snapshot, TARGETS[plot.which])), at_once
            )
        self.update()

    @staticmethod
    def _key(statistics: SampleStatistics) -> object:
        """Return what changes the axes at once: the samples and the unit."""
        return statistics.options, statistics.snapshot.view.unit

    def area(self, plot: Plot) -> MeanArea:
        width = (self.logical_size.width() - 2 * AXIS_WIDTH - BETWEEN - RIGHT) / 2
        left = AXIS_WIDTH + (0.0 if plot is self.plots[0] else AXIS_WIDTH + width + BETWEEN)
        height = max(10.0, self.logical_size.height() - PLOT_TOP - BELOW)
        count = 0 if self._statistics is None else self._statistics.count
        return MeanArea(left, PLOT_TOP, max(10.0, width), height, most_samples(count), plot.range.shown)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = self.painter()
        if self._statistics is not None:
            areas = [self.area(plot) for plot in self.plots]
            ground, size = self.theme.card, self.logical_size
            self._cached.paint(painter, tuple(areas), size, ground, lambda own: self._paint_ground(own, areas))
            text = sentence(self._statistics, self.logical_size.width() - 16.0)
            painter.setFont(font(SENTENCE_SIZE))
            painter.setPen(QColor(self.theme.quiet))
            self._write(painter, text, 8.0, SENTENCE_MIDDLE)
            for plot, area in zip(self.plots, areas, strict=True):
                self._paint_title(painter, plot, area, self._statistics)
                self._paint_mean(painter, plot, area, self._statistics)
            if not self._statistics.count and not self.is_still:
                self._invite(painter, areas)
        painter.end()

    def _invite(self, painter: QPainter, areas: list[MeanArea]) -> None:
        """Write which buttons to press, above the limits of the means."""
        for area, texts in zip(areas, invitations(), strict=True):
            text = fitting(texts, invitation.SIZE, area.width - 12.0)
            invitation.paint_invitation(
                painter, text, area.left + area.width / 2, area.top + 0.25 * area.height, self.theme
            )

    def _paint_ground(self, painter: QPainter, areas: list[MeanArea]) -> None:
        painter.fillRect(self.logical_rect, QColor(self.theme.card))
        for area in areas:
            self._paint_axes(painter, area)

    def _paint_title(self, painter: QPainter, plot: Plot, area: MeanArea, statistics: SampleStatistics) -> None:
        colour = plot.colour(self.theme)
        left = area.left - AXIS_WIDTH + 8.0
        swatches = 2 * (SWATCH + AFTER_SWATCH) + BETWEEN_WORDS
        if not statistics.snapshot.axes_frozen:  # during a drag the version is kept and not measured
            room = area.right - left - swatches
            plot.wording = next(
                (
                    wording
                    for wording in range(WORDINGS - 1)
                    if sum(width_of(text, TITLE_SIZE, bold=True) for text in title(statistics, plot.which, wording))
                    <= room
                ),
                WORDINGS - 1,
            )
        mean, target = title(statistics, plot.which, plot.wording)
        painter.setFont(font(TITLE_SIZE, bold=True))
        y = TITLE_MIDDLE
        start = left + SWATCH + AFTER_SWATCH
        second = start + width_of(mean, TITLE_SIZE, bold=True) + BETWEEN_WORDS
        band_colour = QColor(colour)
        band_colour.setAlpha(BAND_ALPHA)
        painter.fillRect(QRectF(left, y - 5.0, SWATCH, 10.0), band_colour)
        painter.fillRect(QRectF(left, y - 1.0, SWATCH, 2.0), QColor(colour))
        shapes.dashes(painter, [QLineF(second, y, second + SWATCH, y)], colour, self.theme)
        painter.setPen(QColor(colour))
        self._write(painter, mean, start, y)
        self._write(painter, target, second + SWATCH + AFTER_SWATCH, y)

    @staticmethod
    def _write(painter: QPainter, text: str, left: float, middle: float) -> None:
        """Write text that changes with every event, without caching its layout."""
        metrics = painter.fontMetrics()
        painter.drawText(QPointF(left, middle - metrics.height() / 2 + metrics.ascent()), text)

    def _paint_axes(self, painter: QPainter, area: MeanArea) -> None:
        theme = self.theme
        most = max(2, min(5, int(area.height / 20)))
        if len(ticks(area.shown, most)) < 2:  # a scale needs at least two numbers
            most += 2
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setPen(QPen(QColor(theme.grid), 1.0))
        painter.drawLines([QLineF(round(x), area.top, round(x), area.bottom) for x, _ in area.decades])
        values = [(round(area.y(value)), text) for value, text in numbered(area.shown, most)]
        paint_axis(painter, values, (area.left, area.right), theme, NUMBER_SIZE, gap=7.0)
        last = area.decades[-1][1]
        texts = [
            translate("Evidence", "{count} samples").format(count=whole(last)) if number == last else whole(number)
            for _, number in area.decades
        ]
        for place, middle in number_places(area, [laid(text, NUMBER_SIZE).width for text in texts]):
            draw_centred(painter, texts[place], middle, area.bottom + BELOW / 2 + 1.0, NUMBER_SIZE)

    def _paint_mean(self, painter: QPainter, plot: Plot, area: MeanArea, statistics: SampleStatistics) -> None:
        mean: RunningMean = getattr(statistics, plot.which)
        target = getattr(statistics.snapshot, TARGETS[plot.which])
        colour = QColor(plot.colour(self.theme))
        painter.save()
        painter.setClipRect(QRectF(area.left - DOT, area.top - 2.0, area.width + DOT + RIGHT, area.height + 4.0))
        xs, ys = band(area, mean)
        if xs.size:
            light = QColor(colour)
            light.setAlpha(BAND_ALPHA)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)  # faint edges need no antialiasing
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(light)
            painter.drawPath(polyline(xs, ys))
        if isfinite(target):
            y = round(area.y(target))
            shapes.dashes(painter, [QLineF(area.left, y, area.right, y)], colour.name(), self.theme)
        there = finite_part(mean)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
        painter.setPen(QPen(colour, 1.0))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if there:
            xs, ys = area.xs(mean.numbers[:there]), area.ys(mean.means[:there])
            for aside in LINE:  # two thin lines take a quarter of the time of a wide one
                painter.drawPath(polyline(xs, ys + aside))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour)
            if there in (1, mean.numbers.size):
                painter.drawEllipse(QPointF(xs[-1], ys[-1]), DOT, DOT)
        painter.restore()
        if there == mean.numbers.size > 0 and not area.shown.holds(float(mean.means[-1])):
            self._paint_beyond(painter, area, float(mean.means[-1]), colour)
        if there < mean.numbers.size:
            self._paint_infinity(painter, area, float(area.xs(mean.numbers[there : there + 1])[0]), colour)

    def _paint_beyond(self, painter: QPainter, area: MeanArea, value: float, colour: QColor) -> None:
        """Mark a mean outside the constant axis: an arrow at its end, and the value."""
        above = value > area.shown.high
        y = area.top + 2.0 if above else area.bottom - 2.0
        shapes.arrow(painter, area.right - 5.0, y, colour.name(), down=not above)
        text = numbers.value(value, 3)
        x = area.right - 16.0 - width_of(text, TITLE_SIZE, bold=True) / 2
        write(painter, text, x, y + (7.0 if above else -7.0), TITLE_SIZE, colour, bold=True)

    def _paint_infinity(self, painter: QPainter, area: MeanArea, x: float, colour: QColor) -> None:
        """Paint a mean that becomes ∞: a line to the top, an arrow, and ∞."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setPen(QPen(colour, 1.0, Qt.PenStyle.DotLine))
        painter.drawLine(QLineF(round(x), area.top + 4.0, round(x), area.bottom))
        shapes.arrow(painter, round(x), area.top - 1.0, colour.name())
        beside = x + 14.0 if x + 24.0 < area.right else x - 14.0
        write(painter, numbers.INFINITY, beside, area.top + 6.0, TITLE_SIZE, colour, bold=True)
