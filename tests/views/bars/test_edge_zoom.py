"""When the axis zooms out. Oracle: the specification's 150 ms; only least times are asserted, for slow machines."""

import pytest
from PySide6.QtCore import QElapsedTimer, QObject, Signal

from klscope.views.bars import edge_zoom
from klscope.views.bars.edge_zoom import EdgeZoom


class TimerByHand(QObject):
    """A QTimer whose time passes when a test says so."""

    timeout = Signal()

    def __init__(self, parent):
        super().__init__(parent)
        self.single, self.interval, self.left = False, 0, None

    def setSingleShot(self, single):
        self.single = single

    def setInterval(self, milliseconds):
        self.interval = milliseconds

    def start(self):
        self.left = self.interval

    def stop(self):
        self.left = None

    def isActive(self):
        return self.left is not None

    def pass_millisecond(self):
        if self.left is not None:
            self.left -= 1
            if self.left == 0:
                self.left = None if self.single else self.interval
                self.timeout.emit()


@pytest.fixture
def zoom(qapp):  # noqa: ARG001
    parent = QObject()
    made = EdgeZoom(parent)
    made.factors = []
    made.ticked.connect(made.factors.append)
    yield made
    made.stop()
    parent.deleteLater()


def test_it_waits_150_milliseconds_and_then_grows_in_small_steps(zoom, qtbot):
    clock = QElapsedTimer()
    clock.start()
    zoom.follow(True)
    with qtbot.waitSignal(zoom.ticked):
        pass
    assert clock.elapsed() >= 145  # a coarse timer may be early by a twentieth
    qtbot.waitUntil(lambda: len(zoom.factors) >= 5)
    assert all(1.0 < factor <= 1.05 for factor in zoom.factors)


def test_held_for_a_tenth_of_a_second_it_has_not_begun_and_for_a_quarter_it_has(qapp, monkeypatch):  # noqa: ARG001
    """Shorter, and whoever passes the edge is zoomed; longer, and whoever waits there thinks that nothing happens."""
    monkeypatch.setattr(edge_zoom, "QTimer", TimerByHand)
    parent = QObject()
    zoom, factors = EdgeZoom(parent), []
    zoom.ticked.connect(factors.append)
    zoom.follow(True)
    seen = []
    for milliseconds in range(1, 251):
        for timer in zoom.findChildren(TimerByHand):
            timer.pass_millisecond()
        seen += [len(factors)] if milliseconds in (100, 250) else []
    assert seen[0] == 0
    assert seen[1] >= 3  # and by then it can be seen
    parent.deleteLater()


def test_moving_along_the_edge_does_not_restart_the_delay(zoom, qtbot):
    clock = QElapsedTimer()
    clock.start()
    zoom.follow(True)
    while not zoom.factors and clock.elapsed() < 5000:
        zoom.follow(True)
        qtbot.wait(5)
    assert zoom.factors


def test_leaving_the_edge_restarts_the_delay(zoom, qtbot):
    zoom.follow(True)
    qtbot.wait(60)
    zoom.follow(False)
    clock = QElapsedTimer()
    clock.start()
    zoom.follow(True)
    with qtbot.waitSignal(zoom.ticked):
        pass
    assert clock.elapsed() >= 145


@pytest.mark.parametrize("leave", [lambda zoom: zoom.follow(False), lambda zoom: zoom.stop()])
def test_the_zoom_stops_outside_the_edge(zoom, qtbot, leave):
    zoom.follow(True)
    qtbot.waitUntil(lambda: len(zoom.factors) >= 2)
    leave(zoom)
    said = len(zoom.factors)
    qtbot.wait(60)
    assert len(zoom.factors) == said


def test_left_before_the_wait_is_over_it_never_begins(zoom, qtbot):
    zoom.follow(True)
    zoom.follow(False)
    qtbot.wait(220)
    assert zoom.factors == []
