"""Introduces the evidence to what draws its samples, and the chart of P to what was drawn."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from klscope.connections.parts import Parts
from klscope.controllers.evidence import EvidenceController
from klscope.model.evidence import MOST_SAMPLES, SEEDS, Evidence, huffman_code
from klscope.model.occasions import OWN_WORK, Occasion
from klscope.model.snapshot import Snapshot
from klscope.model.view_state import TermsMode
from klscope.views.evidence.evidence_chart import EvidenceChart
from klscope.views.evidence.huffman_words import word_text
from klscope.views.widgets.cards import DistributionHead

translate = QCoreApplication.translate


def connect(parts: Parts, view: EvidenceChart) -> None:
    """Let samples be drawn; what was drawn is over the bars of P as long as the view is seen."""
    controller = EvidenceController(view)
    chart = parts.window.p_chart
    head = parts.window.findChild(DistributionHead, "pHead")
    begun, was_coded = OWN_WORK, False

    def show_evidence(evidence: Evidence) -> None:
        view.show_evidence(evidence)
        show_drawn(parts.store.snapshot)
        chart.columns.update()
        full = translate("Evidence", "{most} samples are the most that are drawn.").format(most=f"{MOST_SAMPLES:,}")
        (parts.status.say if evidence.is_full else parts.status.take_back)(full)

    def begin(occasion: Occasion) -> None:
        """Show the samples where a lesson goes on; after it, what was looked at before."""
        nonlocal begun, was_coded
        if occasion is begun:
            return
        if begun is OWN_WORK:
            was_coded = view.is_coded
        begun = occasion
        controller.begin(occasion)
        view.show_coded(was_coded and occasion is OWN_WORK)

    def show_drawn(snapshot: Snapshot) -> None:
        begin(snapshot.view.occasion)
        seen = snapshot.view.mode is TermsMode.EVIDENCE
        if seen == (chart.overlay is not view.overlay):
            chart.set_overlay(view.overlay if seen else None)
        if not seen:
            controller.stop()
        show_words()
        if head is not None:
            drawn = seen and controller.evidence.count > 0
            head.show_note(translate("Evidence", "squares: what was drawn, counts / N") if drawn else "")

    def show_words() -> None:
        snapshot = parts.store.snapshot
        coded = view.is_coded and snapshot.view.mode is TermsMode.EVIDENCE
        words = huffman_code(snapshot.comparison.q).words if coded else None
        parts.window.table.show_words(None if words is None else tuple(map(word_text, words)))

    def refuse(text: str) -> None:
        parts.status.say_wrong(
            translate("Evidence", "‘{text}’ is no seed: a whole number from 0 to {most} is.").format(
                text=text, most=SEEDS - 1
            )
        )
        view.controls.show_seed()

    view.more_requested.connect(controller.add)
    view.run_requested.connect(controller.toggle)
    view.clear_requested.connect(controller.clear)
    view.seed_typed.connect(controller.set_seed)
    view.controls.coded_chosen.connect(show_words)
    controller.changed.connect(show_evidence)
    controller.running_changed.connect(view.show_running)
    controller.refused.connect(refuse)
    parts.store.changed.connect(show_drawn)
    parts.window.closed.connect(controller.stop)
    view.show_evidence(controller.evidence)
    show_drawn(parts.store.snapshot)
