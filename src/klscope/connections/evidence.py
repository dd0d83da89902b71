"""Connects the evidence view to its controller, and its overlay to the chart of P."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from klscope.connections.context import Context
from klscope.controllers.evidence import EvidenceController
from klscope.model.comparison import Side
from klscope.model.evidence import MOST_SAMPLES, SEEDS, huffman_code
from klscope.model.snapshot import Snapshot
from klscope.model.views import ViewMode
from klscope.views.evidence.evidence_chart import EvidenceChart
from klscope.views.evidence.huffman_words import word_text

translate = QCoreApplication.translate


def connect(context: Context, view: EvidenceChart) -> None:
    """Connect the view; while it is visible, relative frequencies are shown over the bars of P."""
    controller = EvidenceController(context.store, view)
    chart = context.window.p_chart
    head = context.window.heads[Side.P]
    shown = context.store.view.evidence

    def follow(snapshot: Snapshot) -> None:
        nonlocal shown
        changed, shown = snapshot.view.evidence != shown, snapshot.view.evidence
        seen = snapshot.view.mode is ViewMode.EVIDENCE
        if seen and (changed or chart.overlay is not view.overlay):
            chart.set_overlay(view.overlay)
        elif not seen and chart.overlay is view.overlay:
            chart.set_overlay(None)
        drawn = seen and shown.samples > 0
        head.show_note(translate("Evidence", "squares: what was drawn, counts / N") if drawn else "")
        words = huffman_code(snapshot.comparison.q).words if seen and shown.coded else None
        context.window.table.show_words(None if words is None else tuple(map(word_text, words)))
        if seen and changed:
            full = translate("Evidence", "{most} samples are the most that are drawn.").format(most=f"{MOST_SAMPLES:,}")
            (context.status.say if shown.is_full else context.status.clear_message)(full)

    def refuse(text: str) -> None:
        context.status.show_error(
            translate("Evidence", "‘{text}’ is not a seed: type a whole number from 0 to {most}.").format(
                text=text, most=SEEDS - 1
            )
        )
        view.controls.show_seed()

    controls = view.controls
    controls.more_requested.connect(controller.add)
    controls.run_requested.connect(controller.toggle)
    controls.clear_requested.connect(controller.clear)
    controls.seed_typed.connect(controller.set_seed)
    controls.options_chosen.connect(context.store.set_options)
    controller.running_changed.connect(controls.show_running)
    controller.refused.connect(refuse)
    context.store.changed.connect(follow)
    context.window.closed.connect(controller.stop)
    follow(context.store.snapshot)
