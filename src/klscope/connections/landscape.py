"""Introduces the landscape to the hands: bars are moved as in the bar charts, points by a controller of their own."""

from __future__ import annotations

from klscope.connections.context import Context
from klscope.controllers.placing import PlacingController
from klscope.model.comparison import Side
from klscope.views.landscape.landscape_view import LandscapeView


def connect(context: Context, view: LandscapeView) -> None:
    """Let P and Q be dragged in the landscape, and its quantity be chosen."""
    bar_edits, placing, acts = context.bar_edits, PlacingController(context.editor), view.acts

    def finish(side: Side) -> None:
        placing.finish()
        bar_edits[side].finish()

    def cancel(side: Side) -> None:
        placing.cancel()
        bar_edits[side].cancel()

    view.options_chosen.connect(context.store.set_options)
    acts.activated.connect(lambda side: bar_edits[side].activate())
    acts.placed.connect(placing.drag)
    acts.placed_by_key.connect(placing.step)
    acts.given.connect(placing.give)
    acts.bar_taken.connect(lambda side, index: bar_edits[side].start_drag_alone(index))
    acts.bar_dragged.connect(lambda side, index, value: bar_edits[side].drag(index, value))
    acts.bar_stepped.connect(lambda side, index, amount: bar_edits[side].step_alone(index, amount))
    acts.finished.connect(finish)
    acts.cancelled.connect(cancel)
