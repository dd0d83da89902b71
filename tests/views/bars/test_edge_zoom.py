"""When the axis zooms out. Oracle: the specification's 150 ms; only least times are asserted, for slow machines."""

import pytest
from PySide6.QtCore import QElapsedTimer, QObject

from klscope.views.bars.edge_zoom import EdgeZoom


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


def test_a_hand_that_moves_along_the_edge_is_not_made_to_wait_again(zoom, qtbot):
    clock = QElapsedTimer()
    clock.start()
    zoom.follow(True)
    while not zoom.factors and clock.elapsed() < 5000:
        zoom.follow(True)
        qtbot.wait(5)
    assert zoom.factors


def test_a_hand_that_leaves_the_edge_waits_anew(zoom, qtbot):
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
def test_once_left_it_is_still(zoom, qtbot, leave):
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
