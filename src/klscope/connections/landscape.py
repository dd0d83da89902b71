"""Connects the landscape to the controllers of bars and of points."""

from __future__ import annotations

from klscope.connections.context import Context
from klscope.controllers.point_edit import PointEditController
from klscope.views.landscape.landscape_view import LandscapeView


def connect(context: Context, view: LandscapeView) -> None:
    """Connect dragging of P and Q, and the choice of the quantity."""
    bar_edits, point_edit, acts = context.bar_edits, PointEditController(context.editor), view.acts
    view.options_chosen.connect(context.store.set_options)
    acts.activated.connect(lambda side: bar_edits[side].activate())
    acts.placed.connect(point_edit.drag)
    acts.placed_by_key.connect(point_edit.step)
    acts.given.connect(point_edit.give)
    acts.bar_taken.connect(lambda side, index: bar_edits[side].start_drag_alone(index))
    acts.bar_dragged.connect(lambda side, index, value: bar_edits[side].drag(index, value))
    acts.bar_stepped.connect(lambda side, index, amount: bar_edits[side].step_alone(index, amount))
    acts.finished.connect(context.editor.finish)
    acts.cancelled.connect(context.editor.cancel)
