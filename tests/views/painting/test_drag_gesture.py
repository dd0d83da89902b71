"""What becomes of a press: a click, a drag that is finished or cancelled, or nothing, because it ended elsewhere."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget
from states import state_of

from klscope.views.painting.drag_gesture import DragGesture

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton


@pytest.fixture
def gesture(qtbot):
    chart = QWidget()
    qtbot.addWidget(chart)
    made = DragGesture(chart, lambda way: way.x() >= 2.0)
    made.chart, made.said = chart, []
    for name in ("started", "ended", "clicked", "finished", "cancelled"):
        getattr(made, name).connect(lambda *taken, name=name: made.said.append((name, *taken)))
    return made


def move(gesture, x, buttons=LEFT):
    place = QPointF(x, 0.0)
    event = QMouseEvent(QEvent.Type.MouseMove, place, place, NONE, buttons, Qt.KeyboardModifier.NoModifier)
    return gesture.move(event, place)


def press_key(gesture, key):
    return gesture.key(QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier))


def test_a_press_that_stays_is_a_click(gesture):
    gesture.take("bar", QPointF())
    assert not move(gesture, 1.0)
    gesture.finish()
    gesture.finish()
    assert gesture.said == [("ended",), ("clicked", "bar"), ("ended",)]


def test_what_has_moved_far_enough_is_dragged_even_back_to_the_press(gesture):
    gesture.take("bar", QPointF())
    assert [move(gesture, x) for x in (1.0, 2.0, 0.0)] == [False, True, True]
    gesture.finish()
    assert gesture.said == [("started",), ("ended",), ("finished", "bar")]


def test_a_release_that_was_not_seen_ends_it_at_the_next_move(gesture):
    gesture.take("bar", QPointF())
    move(gesture, 5.0)
    assert not move(gesture, 6.0, NONE)
    assert gesture.said == [("started",), ("ended",), ("finished", "bar")]


def test_a_drag_takes_all_keys_and_esc_cancels_it(gesture):
    assert not press_key(gesture, Qt.Key.Key_Escape)
    gesture.take("bar", QPointF())
    move(gesture, 5.0)
    assert press_key(gesture, Qt.Key.Key_L)
    assert gesture.is_dragging
    assert press_key(gesture, Qt.Key.Key_Escape)
    assert gesture.said == [("started",), ("ended",), ("cancelled", "bar")]


@pytest.mark.parametrize(
    ("x", "was", "is_now", "changed", "goes_on"),
    [
        (5.0, True, False, False, False),
        (5.0, True, True, True, True),
        (5.0, False, True, True, True),
        (1.0, True, False, False, True),
        (1.0, False, False, True, False),
    ],
)
def test_it_ends_with_the_gesture_of_the_store_or_a_change_before_it(gesture, x, was, is_now, changed, goes_on):
    old, new = (replace(state_of(), in_gesture=one) for one in (was, is_now))
    gesture.take("bar", QPointF())
    move(gesture, x)
    gesture.show_snapshot(old, new, changed)
    assert (gesture.taken == "bar") is goes_on
