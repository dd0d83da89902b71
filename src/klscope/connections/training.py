"""Connects the training view to its controller, and its overlay to the chart of Q."""

from __future__ import annotations

from klscope.connections.context import Context
from klscope.controllers.training import TrainingController
from klscope.model.comparison import Side
from klscope.model.training_run import TrainingRun
from klscope.views.training.training_chart import TrainingChart
from klscope.views.training.training_overlay import TrainingOverlay


def connect(context: Context, view: TrainingChart) -> None:
    """Connect the training view, and show the gradients on the bars of Q."""
    controller = TrainingController(context.editor)
    chart, overlay = context.window.chart(Side.Q), TrainingOverlay()
    head = context.window.heads[Side.Q]

    def show(run: TrainingRun) -> None:
        view.show_run(run)
        overlay.run = run
        chart.set_overlay(overlay)
        head.show_arrows_of(run.options.objective)

    def leave() -> None:
        chart.set_overlay(None)
        head.show_arrows_of(None)

    controller.changed.connect(show)
    controller.left.connect(leave)
    chart.activated.connect(controller.pause)  # a drag of Q pauses the training, which would move the bar
    view.hidden.connect(controller.pause)
    view.controls.toggled.connect(controller.toggle)
    view.controls.stepped.connect(controller.step)
    view.controls.reset_requested.connect(controller.reset)
    view.controls.options_chosen.connect(context.store.set_options)
    view.controls.speed_chosen.connect(controller.set_speed)
    controller.speed_changed.connect(view.controls.show_speed)
    controller.begin()
