"""The texts of the loss curves: explanation, titles, and where and why each loss is least."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QCoreApplication

from klscope.model.snapshot import Snapshot
from klscope.theory.loss_curves import PathLosses, Rule
from klscope.views.painting.static_texts import laid
from klscope.views.words import numbers
from klscope.views.words.names import short_name

translate = QCoreApplication.translate

SIZE = 12
SAME = 1e-9
NEARLY = 5e-4
"""Two probabilities nearer than this are written alike."""
FLATTEST = 1e-9
LONGEST_NAME = 14


@dataclass(frozen=True)
class Subject:
    """What the texts of a state depend on, besides the losses.

    ``q`` is "Q(sunny)", ``culprit`` the name of a category with P > 0 and Q = 0 on the whole path, if there is one.
    ``is_still`` is set for a picture, without dragging.
    """

    label: str
    q: str
    culprit: str
    n: int
    is_locked: bool
    is_still: bool = False

    @classmethod
    def of(cls, snapshot: Snapshot, losses: PathLosses, is_still: bool = False) -> Subject:
        comparison, index = snapshot.comparison, snapshot.view.current
        label, culprit = short_name(comparison.labels[index], LONGEST_NAME), ""
        if math.isinf(losses.constant):
            others = [lacking for lacking in snapshot.infinite if lacking != index]
            culprit = short_name(comparison.labels[others[0]], LONGEST_NAME) if others else ""
        return cls(label, f"Q({label})", culprit, comparison.n, bool(comparison.q_locks[index]), is_still)


def sentence(losses: PathLosses, subject: Subject) -> tuple[str, ...]:
    """Return the explanation, the longest version first."""
    q, label = subject.q, subject.label
    if not losses.is_movable:
        return (translate("LossCurves", "{q} cannot move: all the others are locked.").format(q=q),)
    if subject.is_locked and not subject.is_still:
        return (translate("LossCurves", "{q} is locked: press L to let the marker move.").format(q=q),)
    if math.isinf(losses.constant):
        culprit = translate("LossCurves", "{label} happens and has Q = 0: the log costs ∞ wherever {q} is.")
        shorter = translate("LossCurves", "{label} happens and has Q = 0: the log costs ∞.")
        return (culprit.format(label=subject.culprit, q=q), shorter.format(label=subject.culprit))
    if losses.own == 1.0 and losses.sharing == 0.0 and not losses.is_held:
        return (
            translate(
                "LossCurves",
                "P({label}) is 1, and all three are least there; only the log grows without end.",
            ).format(label=label),
            translate("LossCurves", "P({label}) is 1; only the log grows without end.").format(label=label),
        )
    question = translate("LossCurves", "Which loss is least where Q tells the truth, at q = p?")
    if subject.is_still:
        return (question,)
    drag = translate("LossCurves", "Drag a marker, it is {q}.").format(q=q)
    shorter = translate("LossCurves", "Which loss is least at q = p?")
    return (f"{question} {drag}", f"{shorter} {drag}", question)


def title(rule: Rule, unit: str, room: float) -> tuple[str, str]:
    """Return the texts before and after the loss in a title, in the longest version that fits ``room`` pixels."""
    names = {
        Rule.LOG: [translate("LossCurves", "log: H(P,Q) ="), translate("LossCurves", "log:")],
        Rule.LINEAR: [translate("LossCurves", "linear: 1 − ΣP·Q ="), translate("LossCurves", "linear:")],
        Rule.BRIER: [translate("LossCurves", "Brier:")],
    }[rule]
    after = unit if rule is Rule.LOG else ""
    for name in names:
        if laid(f"{name} 00.000 {after}".rstrip(), SIZE, bold=True).width <= room:
            return name, after
    return names[-1], after


def slope_text(slope: float) -> str:
    """Return the text of the slope at the marker."""
    if math.isnan(slope):
        return ""
    if math.isinf(slope):
        text = numbers.value(slope)
    elif abs(slope) < FLATTEST:
        text = "0"
    else:
        text = numbers.value(slope, 1 if abs(slope) >= 10.0 else 2)
    return translate("LossCurves", "slope {value}").format(value=text)


def where_least(rule: Rule, losses: PathLosses, subject: Subject) -> tuple[str, ...]:
    """Return where and why a loss is least, the longest version first."""
    if not losses.is_movable:
        return ("",)
    least = losses.least(rule)
    if least is None:
        if rule is Rule.LOG and math.isinf(losses.constant):
            return (translate("LossCurves", "∞ wherever {q} is").format(q=subject.q), "∞")
        return (translate("LossCurves", "flat: any q costs the same"), translate("LossCurves", "flat"))
    q, p = numbers.short(least), numbers.short(losses.own)
    if rule is Rule.LINEAR:
        return _of_linear(q, losses, least)
    if abs(least - losses.own) <= SAME:
        return _at_p(rule, q, losses, subject)
    if abs(least - losses.own) < NEARLY:
        return (
            translate("LossCurves", "least at q ≈ p = {p}: the others nearly stand in P's ratios").format(p=p),
            translate("LossCurves", "least at q ≈ p = {p}").format(p=p),
        )
    short = (
        translate("LossCurves", "least at q = {q}, not at p = {p}").format(q=q, p=p),
        translate("LossCurves", "least at q = {q}, not p").format(q=q),
    )
    if losses.is_held and rule is Rule.LOG:
        left = numbers.short(losses.ceiling)
        why = translate("LossCurves", "least at q = {q}, not at p = {p}: the locks leave {left} to share")
        return (why.format(q=q, p=p, left=left), *short)
    if losses.is_held:
        why = translate("LossCurves", "least at q = {q}, not at p = {p}: the locks hold others elsewhere")
    else:
        why = translate("LossCurves", "least at q = {q}, not at p = {p}: the others do not stand in P's ratios")
    return (why.format(q=q, p=p), *short)


def _of_linear(q: str, losses: PathLosses, least: float) -> tuple[str, ...]:
    short = translate("LossCurves", "least at q = {q}").format(q=q)
    if abs(least - losses.own) <= SAME:
        return (translate("LossCurves", "least at the edge q = {q}, which is p here").format(q=q), short)
    return (
        translate("LossCurves", "least at the edge q = {q}: it rewards lying").format(q=q),
        translate("LossCurves", "least at q = {q}: lying").format(q=q),
        short,
    )


def _at_p(rule: Rule, q: str, losses: PathLosses, subject: Subject) -> tuple[str, ...]:
    short = translate("LossCurves", "least at q = p = {q}").format(q=q)
    if rule is Rule.LOG and not losses.is_held:
        return (translate("LossCurves", "least at q = p = {q}, whatever the others are").format(q=q), short)
    if rule is Rule.BRIER and subject.n > 2 and losses.own < 1.0 and not losses.is_held:
        return (
            translate("LossCurves", "least at q = p = {q}: the others stand in P's ratios").format(q=q),
            short,
        )
    return (short,)


@lru_cache(maxsize=256)
def lines_of(text: str, room: float) -> tuple[str, ...]:
    """Return a text wrapped into lines of at most ``room`` pixels; a longer word has its own line."""
    lines: list[str] = []
    end, space = room, laid("n n", SIZE).width - laid("nn", SIZE).width
    for word in text.split():
        width = laid(word, SIZE).width  # word by word: only the numbers are new at every event
        if lines and end + space + width <= room:
            lines[-1] += f" {word}"
            end += space + width
        else:
            lines.append(word)
            end = width
    return tuple(_without_orphan(lines))


def _without_orphan(lines: list[str]) -> list[str]:
    """Move a word to a last line of one word."""
    if len(lines) < 2 or " " in lines[-1] or lines[-2].count(" ") < 2:
        return lines
    rest, _, companion = lines[-2].rpartition(" ")
    return [*lines[:-2], rest, f"{companion} {lines[-1]}"]


def fitting(versions: tuple[str, ...], room: float, most: int) -> tuple[str, ...]:
    """Return the lines of the longest of ``versions`` that has at most ``most`` lines, or of the shortest."""
    for text in versions:
        lines = lines_of(text, room)
        if len(lines) <= most and all(" " in line or laid(line, SIZE).width <= room for line in lines):
            return lines
    return lines_of(versions[-1], room)[:most]


def tool_tip(rule: Rule, losses: PathLosses, subject: Subject, q: float, loss: float, unit: str) -> str:
    """Return the exact numbers of a panel and its texts in full."""
    name = {
        Rule.LOG: translate("LossCurves", "log: −Σ P(i)·log Q(i)"),
        Rule.LINEAR: translate("LossCurves", "linear: 1 − Σ P(i)·Q(i)"),
        Rule.BRIER: translate("LossCurves", "Brier: Σ P(i)·Σ (δ(i,j) − Q(j))², where δ(i,j) is 1 for i = j, else 0"),
    }[rule]
    cost = translate("LossCurves", "costs {value}").format(value=numbers.exact(loss))
    lines = [
        name,
        f"{subject.q} = {numbers.exact(q)}",
        f"{cost} {unit}".rstrip(),
        where_least(rule, losses, subject)[0],
    ]
    return "\n".join(line for line in lines if line)


def description(losses: PathLosses, subject: Subject, q: float, shown: dict[Rule, float], unit: str) -> str:
    """Return the accessible description of the curves: the category, and the value and minimum of each loss."""
    parts = [f"{subject.q} = {numbers.short(q)}"]
    for rule in Rule:
        before, after = title(rule, unit, math.inf)
        number = f"{before} {numbers.value(shown[rule], 3)} {after}".rstrip()
        parts.append(", ".join(one for one in (number, where_least(rule, losses, subject)[0]) if one))
    return "; ".join(parts)
