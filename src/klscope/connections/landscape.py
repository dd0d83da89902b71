"""Introduces the landscape to the hands: bars are moved as in the bar charts, points by a controller of their own."""

from __future__ import annotations

from klscope.connections.parts import Parts
from klscope.controllers.placing import PlacingController
from klscope.model.comparison import Side
from klscope.views.landscape.landscape_view import LandscapeView


def connect(parts: Parts, view: LandscapeView) -> None:
    """Let P and Q be dragged in the landscape, and its quantity be chosen."""
    hands, placing, acts = parts.hands, PlacingController(parts.editor), view.acts

    def finish(side: Side) -> None:
        placing.finish()
        hands[side].finish()

    def cancel(side: Side) -> None:
        placing.cancel()
        hands[side].cancel()

    view.options_chosen.connect(parts.store.set_options)
    acts.activated.connect(lambda side: hands[side].activate())
    acts.placed.connect(placing.drag)
    acts.placed_by_key.connect(placing.step)
    acts.given.connect(placing.give)
    acts.bar_taken.connect(lambda side, index: hands[side].start_drag_alone(index))
    acts.bar_dragged.connect(lambda side, index, value: hands[side].drag(index, value))
    acts.bar_stepped.connect(lambda side, index, amount: hands[side].step_alone(index, amount))
    acts.finished.connect(finish)
    acts.cancelled.connect(cancel)
