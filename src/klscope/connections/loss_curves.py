"""Introduces the curves of losses to the hand that moves Q: a marker on them is a bar."""

from __future__ import annotations

from klscope.connections.parts import Parts
from klscope.model.comparison import Side
from klscope.views.loss_curves.loss_curves_chart import LossCurvesChart


def connect(parts: Parts, view: LossCurvesChart) -> None:
    """Let the axis be chosen, and markers be dragged and stepped as the bars of Q are."""
    hand = parts.hands[Side.Q]
    view.controls.options_chosen.connect(parts.store.set_options)
    view.activated.connect(hand.activate)
    view.drag_started.connect(hand.start_drag_alone)
    view.marker_dragged.connect(hand.drag)
    view.gesture_finished.connect(hand.finish)
    view.gesture_cancelled.connect(hand.cancel)
    view.stepped.connect(hand.step_alone)
    view.moved.connect(hand.move_selection)
