"""A range on its way to another: it arrives to the bit, begins nothing anew, and stays where it is told to."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QObject

from klscope.views.painting.animated import Animated
from klscope.views.painting.axes import Range

FROM, TO = Range(0.0, 0.3), Range(-0.1, 0.7)


@pytest.fixture
def axis(qapp):  # noqa: ARG001
    owner = QObject()
    yield Animated(owner, FROM)
    owner.deleteLater()


def seen(axis):
    highs = []
    axis.moved.connect(lambda: highs.append(axis.shown.high))
    return highs


def test_it_goes_smoothly_and_arrives_to_the_bit(axis, qtbot):
    highs = seen(axis)
    axis.animate_to(TO)
    assert axis.shown == FROM
    qtbot.waitUntil(lambda: axis.shown == TO)
    assert highs == sorted(highs)


def test_the_same_target_again_begins_nothing_anew(axis, qtbot):
    highs = seen(axis)
    axis.animate_to(TO)
    qtbot.waitUntil(lambda: axis.shown.high > 0.5)
    axis.animate_to(TO)
    qtbot.waitUntil(lambda: not axis.is_moving)
    assert highs == sorted(highs)


def test_at_once_nothing_is_between(axis):
    highs = seen(axis)
    axis.animate_to(TO, at_once=True)
    assert (axis.shown, axis.is_moving, highs) == (TO, False, [])


def test_it_stays_where_it_is_and_can_start_again(axis, qtbot):
    axis.animate_to(TO)
    with qtbot.waitSignal(axis.moved):
        pass
    axis.stop()
    assert axis.target == axis.shown
    axis.animate_to(TO)
    qtbot.waitUntil(lambda: axis.shown == TO)


def test_the_target_may_change_on_the_way(axis, qtbot):
    axis.animate_to(TO)
    axis.target = FROM
    qtbot.waitUntil(lambda: not axis.is_moving)
    assert axis.shown == FROM
