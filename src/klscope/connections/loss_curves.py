"""Connects the loss curves to the controller of Q's bars."""

from __future__ import annotations

from klscope.connections.context import Context
from klscope.model.comparison import Side
from klscope.views.loss_curves.loss_curves_chart import LossCurvesChart


def connect(context: Context, view: LossCurvesChart) -> None:
    """Connect the option of the axis, and dragging and stepping of markers as of Q's bars."""
    bar_edit = context.bar_edits[Side.Q]
    view.controls.options_chosen.connect(context.store.set_options)
    view.activated.connect(bar_edit.activate)
    view.drag_started.connect(bar_edit.start_drag_alone)
    view.marker_dragged.connect(bar_edit.drag)
    view.gesture_finished.connect(context.editor.finish)
    view.gesture_cancelled.connect(context.editor.cancel)
    view.stepped.connect(bar_edit.step_alone)
    view.moved.connect(bar_edit.move_selection)
