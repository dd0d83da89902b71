"""A window of klscope with a drag in progress, for the benchmarks."""

import time

import numpy as np
from PySide6.QtCore import QEvent, QObject, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget
from timing import Series

from klscope.app import Explorer
from klscope.files import examples
from klscope.model.views import ViewMode

WIDTH, HEIGHT = 1280, 800
EXAMPLES = {3: "one-hot-sure", 4: "weather", 26: "letters", 100: "zipf-100"}
WARM_UP = 60
REACH = 40
"""How far the hand goes up and down, in pixels."""
LEFT, NONE = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
NOT_SNAPPING = Qt.KeyboardModifier.AltModifier
"""Without it the bar rests on its dashed line for some events, and there is less to do in them."""


class PaintCounter(QObject):
    """Counts the paint events of a widget and its descendants."""

    def __init__(self, paints, key):
        super().__init__()
        self._paints, self._key = paints, key

    def eventFilter(self, _watched, event):
        if event.type() == QEvent.Type.Paint:
            self._paints[self._key] += 1
        return False


class KlscopeDrag:
    """A window of klscope with a drag in progress."""

    def __init__(self, n, side, mode=ViewMode.KL_DIVERGENCE, prepare=None):
        self.explorer = Explorer(examples.load(EXAMPLES[n]).comparison)
        self.window = self.explorer.window
        self.window.resize(WIDTH, HEIGHT)
        self.explorer.store.set_mode(mode)
        self.window.scale.animated = False
        self.window.show()
        if prepare is not None:
            prepare(self.explorer)
        QApplication.processEvents()
        self.side = side
        self.charts = (self.window.p_chart, self.window.q_chart, self.window.terms_card.shown_chart)
        self.paints = dict.fromkeys(self.charts, 0)
        for chart in self.charts:
            self._count_paints(chart)
        self._moves = 0
        self._start()

    def _count_paints(self, chart):
        if not hasattr(chart, "columns"):  # a view that is no chart of columns paints itself
            self._watch = PaintCounter(self.paints, chart)
            for widget in (chart, *chart.findChildren(QWidget)):
                widget.installEventFilter(self._watch)
            return
        paint = chart.columns._paint_columns

        def paint_and_count(painter):
            self.paints[chart] += 1
            paint(painter)

        chart.columns._paint_columns = paint_and_count

    def _start(self):
        self.chart = self.window.chart(self.side)
        values = self.explorer.store.comparison.distribution(self.side).probabilities
        index = int(np.argsort(values)[-2])  # not the largest: that one hits the upper edge
        self._from = QPointF(self.chart.bar_top(index))
        self._send(QEvent.Type.MouseMove, 0.0, NONE)
        self._send(QEvent.Type.MouseButtonPress, 0.0, LEFT)
        self.move()
        QApplication.processEvents()
        assert self.explorer.store.in_gesture

    def _send(self, kind, down, buttons):
        at = self._from + QPointF(0.0, down)
        button = LEFT if kind != QEvent.Type.MouseMove else NONE
        event = QMouseEvent(kind, at, self.chart.mapToGlobal(at), button, buttons, NOT_SNAPPING)
        QApplication.sendEvent(self.chart.viewport(), event)

    def move(self):
        """Move the pointer by one pixel, down or up."""
        self._moves += 1
        turn = self._moves % (2 * REACH)
        self._send(QEvent.Type.MouseMove, 3.0 + min(turn, 2 * REACH - turn), LEFT)

    def event(self):
        """Move the pointer, and process all paint events."""
        self.move()
        QApplication.processEvents()

    def block(self, events):
        """Return the times of a number of events, in milliseconds; fail if a chart was not painted in one."""
        times = []
        for _ in range(events):
            before = list(self.paints.values())
            start = time.perf_counter_ns()
            self.event()
            times.append((time.perf_counter_ns() - start) / 1e6)
            painted = [after - count for count, after in zip(before, self.paints.values(), strict=True)]
            assert min(painted) >= 1, f"the three charts were painted {painted} times"
        return times

    def refresh_block(self, events):
        """Return the times of a number of painted refreshes of the table, in milliseconds."""
        times = []
        for _ in range(events):
            self.event()
            self.window.table.show_snapshot(self.explorer.store.snapshot)
            start = time.perf_counter_ns()
            self.window.table.refresh()
            QApplication.processEvents()
            times.append((time.perf_counter_ns() - start) / 1e6)
        return times

    def close(self):
        """Release the button, and close the window."""
        self._send(QEvent.Type.MouseButtonRelease, 0.0, NONE)
        self.window.close()
        self.window.deleteLater()
        self.explorer.deleteLater()
        QApplication.processEvents()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def in_turn(contestants, events, blocks):
    """Return the series of each contestant: after a warm-up, blocks alternate."""
    for block, _ in contestants.values():
        block(WARM_UP)
    series = {name: Series() for name in contestants}
    for _ in range(blocks):
        for name, (block, share) in contestants.items():
            series[name].add(block(max(5, int(events / blocks * share))))
    return series
