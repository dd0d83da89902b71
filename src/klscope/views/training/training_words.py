"""The texts of training: an explanation of the state of a run, and the legend of its history."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QCoreApplication

from klscope.model.snapshot import Snapshot
from klscope.model.training_run import TrainingRun
from klscope.theory.training import Family, Objective, Trouble
from klscope.views.painting.legend import Entry
from klscope.views.words import numbers, unit_names
from klscope.views.words.names import short_name
from klscope.views.words.sums import added

translate = QCoreApplication.translate


def sentence(run: TrainingRun, snapshot: Snapshot) -> str:
    """Return the explanation, or the reason why there is no next step."""
    standstill = _why_nothing_moves(run, snapshot)
    if standstill:
        return standstill
    if run.at_rest:
        return translate("Training", "At rest: the next steps would change nothing you could see. Play goes on.")
    forward = run.options.objective is Objective.FORWARD
    unimodal = run.options.family is Family.UNIMODAL
    if run.rises:
        text = (
            translate("Training", "The step is too large: the loss went up once.")
            if run.rises == 1
            else translate("Training", "The step is too large: the loss went up {count} times.")
        )
        return text.format(count=run.rises)
    vanished = np.flatnonzero((run.q == 0.0) & ~np.isneginf(run.log_q) & (run.p > 0.0))
    if vanished.size:
        return translate(
            "Training", "Q({label}) is too small to be written, and counts as 0 elsewhere; its logit goes on."
        ).format(label=_label(snapshot, int(vanished[0])))
    if run.is_settled:
        return (
            translate("Training", "Stopped: no hump nearby is better.")
            if unimodal
            else translate("Training", "Nothing left to learn: every arrow has length 0.")
        )
    if run.needs_projection:
        return translate("Training", "The first step puts one hump with Q's mean and width in the place of Q.")
    if unimodal and forward:
        return translate("Training", "One hump has to cover all that happens: look how wide it becomes.")
    if unimodal:
        return translate("Training", "KL(Q‖P) avoids where P is small: begun near a mode, one hump stays on it.")
    lost = np.flatnonzero(np.isneginf(run.log_q))
    if lost.size:
        return translate("Training", "Q({label}) = 0 is a logit of −∞: no step brings it back.").format(
            label=_label(snapshot, int(lost[0]))
        )
    if not run.steps:
        return translate("Training", "Arrow: the push. Hollow bar: the next step, which may go the other way.")
    if forward:
        return translate("Training", "The purple that closes is KL(P‖Q). The floor H(P) stays: no Q costs less.")
    return translate("Training", "KL(Q‖P) falls to 0 as Q becomes P.")


def _why_nothing_moves(run: TrainingRun, snapshot: Snapshot) -> str:
    if run.locked:
        return translate("Training", "Q is locked: open the locks to train, with L or Unlock All.")
    if run.trouble is None:
        return ""
    label = _label(snapshot, run.trouble.index)
    if run.trouble.trouble is Trouble.NEVER_RETURNS:
        return translate("Training", "H(P,Q) stays ∞: Q({label}) = 0 is a logit of −∞. Raise it, or smooth Q.").format(
            label=label
        )
    if run.trouble.trouble is Trouble.NEVER_HAPPENS:
        return translate("Training", "KL(Q‖P) is ∞ and has no slope: P({label}) = 0. Raise it, or go forward.").format(
            label=label
        )
    return translate("Training", "The step is too large: the numbers overflow. Make it smaller.")


def _label(snapshot: Snapshot, index: int) -> str:
    labels = snapshot.comparison.labels
    return short_name(labels[index]) if 0 <= index < len(labels) else ""


def invitation() -> str:
    """Return the text of the plot before the first step."""
    return translate("Training", "Press {play} or {step}").format(
        play=translate("Training", "▶ Play"), step=translate("Training", "Step")
    )


def legend(run: TrainingRun, snapshot: Snapshot) -> list[list[Entry]]:
    """Return the legend with current values, in a long and a short version."""
    unit = unit_names.plural(snapshot.view.unit)
    parts = added(
        [snapshot.in_unit(run.losses.entropy), snapshot.in_unit(run.losses.kl_divergence)],
        snapshot.in_unit(run.losses.cross_entropy),
    )  # the lower bound and the gap add up to the curve
    (entropy, gap), cross = parts.parts, parts.total
    reverse = numbers.value(snapshot.in_unit(run.losses.reverse_kl_divergence), 3)
    unimodal = run.options.family is Family.UNIMODAL
    if run.options.objective is Objective.FORWARD:
        floor = translate("Training", "floor H(P) = {value} {unit}").format(value=entropy, unit=unit)
        lines = [
            Entry("solid", f"H(P,Q) = {cross} {unit}"),
            Entry("dashed", floor),
            Entry("gap", f"KL(P‖Q) = {gap} {unit}"),
        ]
    else:
        floor = translate("Training", "floor 0")
        lines = [Entry("solid", f"KL(Q‖P) = {reverse} {unit}"), Entry("dashed", floor)]
    longer = list(lines)
    if unimodal:
        words = translate("Training", "{floor}: one hump may not reach it").format(floor=floor)
        longer[1] = Entry("dashed", words)
    bare = [Entry(sign, text.removesuffix(f" {unit}")) for sign, text in lines]
    return [longer, lines, bare]
