"""The texts of the code lengths: explanation, legend and tool tips."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QCoreApplication

from klscope.model.comparison import Side
from klscope.model.snapshot import Snapshot
from klscope.views.code_lengths.code_geometry import CodeBlocks
from klscope.views.painting.legend import Entry
from klscope.views.painting.legend import first_that_fits as first_legend
from klscope.views.painting.static_texts import first_that_fits
from klscope.views.words import numbers, unit_names
from klscope.views.words.names import short_name
from klscope.views.words.sums import written_out

translate = QCoreApplication.translate
SENTENCE_SIZE = 13


def sides(snapshot: Snapshot) -> tuple[str, str]:
    """Return the sides of messages and codes: P and Q, or Q and P in reversed roles."""
    return ("Q", "P") if snapshot.view.code_lengths.reversed_roles else ("P", "Q")


def sentence(snapshot: Snapshot, room: float) -> str:
    """Return the longest version of the explanation that fits ``room`` pixels."""
    return first_that_fits(_sentences(snapshot), SENTENCE_SIZE, room)


def _sentences(snapshot: Snapshot) -> tuple[str, ...]:
    """Return the versions of the explanation, the longest first."""
    own, other = sides(snapshot)
    comparison = snapshot.comparison
    coded_for = Side.P if snapshot.view.code_lengths.reversed_roles else Side.Q
    if snapshot.is_matched:
        return (translate("CodeLengths", "Heights and lines coincide: no code is shorter on average."),)
    for index in comparison.lacking(coded_for)[:1]:
        endless = translate("CodeLengths", "{label} has no code made for {other}: its block has no top.")
        return (endless.format(label=short_name(comparison.labels[index]), other=other),)
    texts = (
        translate(
            "CodeLengths",
            "Look at the purple: what codes made for {other} waste while {own} happens. "
            "On a block: how much longer its code is.",
        ),
        translate("CodeLengths", "Purple: what codes made for {other} waste. On a block: how much longer its code is."),
        translate("CodeLengths", "Look at the purple: what codes made for {other} waste."),
    )
    return tuple(text.format(own=own, other=other) for text in texts)


def legend(snapshot: Snapshot, blocks: CodeBlocks, room: float) -> list[Entry]:
    """Return the three areas with their values, in the longest version that fits ``room`` pixels."""
    own, other = sides(snapshot)
    unit = unit_names.plural(snapshot.view.unit)
    area_own, crossed, gap = snapshot.code_areas
    values = {
        "solid": f"H({own},{other}) = {numbers.value(crossed, 3)} {unit}",
        "dashed": f"H({own}) = {numbers.value(area_own, 3)} {unit}",
    }
    name = f"KL({own}‖{other})"
    whole = f"{name} = {numbers.value(gap, 3) if gap else 0} {unit}"
    excess, saving = blocks.excess, blocks.saving
    parted = [whole]
    if saving and np.isfinite(gap):
        sums = written_out((excess, saving), gap, plus=True)[:-1]  # without the last, which is the total
        parted = [f"{name} = {written} {unit}" for written in sums]
    bare = {sign: text.removesuffix(f" {unit}") for sign, text in values.items()}
    heights = translate("CodeLengths", "under the heights: {value}")  # the area is H, not a height
    lines, between = translate("CodeLengths", "under the lines: {value}"), translate("CodeLengths", "between: {value}")

    def worded(numbers_of: dict[str, str], gap_text: str) -> dict[str, str]:
        return {
            "solid": heights.format(value=numbers_of["solid"]),
            "dashed": lines.format(value=numbers_of["dashed"]),
            "gap": between.format(value=gap_text),
        }

    versions = [
        *(worded(values, one) for one in parted),
        worded(values, whole),
        worded(bare, whole),
        {**values, "gap": whole},
        {**bare, "gap": whole.removesuffix(f" {unit}")},
    ]
    return first_legend([[Entry(*one) for one in version.items()] for version in versions], room)


def tool_tip(snapshot: Snapshot, index: int) -> str:
    """Return the exact width and heights of a category."""
    comparison = snapshot.comparison
    p, q = comparison.p.probabilities[index], comparison.q.probabilities[index]
    surprise_p, surprise_q = snapshot.surprisals_p[index], snapshot.surprisals_q[index]
    unit = unit_names.plural(snapshot.view.unit)
    if snapshot.view.code_lengths.reversed_roles:
        p, q, surprise_p, surprise_q = q, p, surprise_q, surprise_p
    own, other = sides(snapshot)
    exact = numbers.exact
    lines = [
        translate("CodeLengths", "width  {own}(i) = {value}").format(own=own, value=exact(float(p))),
        translate("CodeLengths", "height  −log {other}(i) = {value} {unit}").format(
            other=other, value=exact(float(surprise_q)), unit=unit
        ),
        translate("CodeLengths", "line  −log {own}(i) = {value} {unit}").format(
            own=own, value=exact(float(surprise_p)), unit=unit
        ),
    ]
    return "\n".join([snapshot.comparison.labels[index], *lines])
