"""The texts of the samples: what they estimate, and its exact value."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from math import isfinite, isinf

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QFontMetricsF

from klscope.model.evidence import SampleStatistics
from klscope.theory.sampling import RunningMean
from klscope.views.evidence.evidence_geometry import BAND
from klscope.views.fonts import font
from klscope.views.painting.static_texts import elided_line
from klscope.views.words import numbers, unit_names
from klscope.views.words.names import short_name

translate = QCoreApplication.translate
SENTENCE_SIZE = 13


@lru_cache(maxsize=8)
def _metrics(size: int, bold: bool) -> QFontMetricsF:
    return QFontMetricsF(font(size, bold))


def width_of(text: str, size: int, bold: bool = False) -> float:
    """Return the width of a text, measured without a layout, in a third of the time."""
    return _metrics(size, bold).horizontalAdvance(text)


def fitting(versions: Sequence[str], size: int, room: float) -> str:
    """Return the first version that fits, or else the last one, elided."""
    for text in versions:
        if width_of(text, size) <= room:
            return text
    return elided_line(versions[-1], size, room)


def whole(count: int) -> str:
    """Return a number with thousands separators."""
    return f"{count:,}"


def estimate(mean: RunningMean) -> str:
    """Return the last mean, ± two standard errors if defined."""
    value, error = float(mean.means[-1]), float(mean.errors[-1])
    return numbers.value(value, 3) + (f" ± {numbers.value(BAND * error, 3)}" if isfinite(error) else "")


def sentence(statistics: SampleStatistics, room: float) -> str:
    """Return what the samples show, in the longest version that fits ``room`` pixels."""
    snapshot, count = statistics.snapshot, statistics.count
    lacking = statistics.unforeseen or snapshot.infinite
    if count == 0:
        versions = [
            translate(
                "Evidence",
                "Draw samples from P: believing Q, they surprise you by H(P,Q) = {target} {unit} on average.",
            ),
            translate("Evidence", "Draw samples: the mean of −{log} Q(x) tends to H(P,Q) = {target} {unit}."),
        ]
    elif statistics.unforeseen:
        versions = [
            translate("Evidence", "{label} was drawn, and Q({label}) = 0: one such sample makes both means ∞."),
            translate("Evidence", "{label} was drawn, and Q has 0 for it: both means are ∞."),
        ]
    elif isinf(snapshot.cross_entropy):
        versions = [
            translate(
                "Evidence", "H(P,Q) is ∞ because of {label}, which was not drawn yet: {count} samples cannot show it."
            ),
            translate("Evidence", "H(P,Q) is ∞, but {label} was not drawn yet."),
        ]
    elif count == 1:
        versions = [
            translate(
                "Evidence", "1 sample from P: its −{log} Q(x) is {mean} {unit}; the mean tends to H(P,Q) = {target}."
            ),
            translate("Evidence", "1 sample: −{log} Q(x) = {mean}; the mean tends to {target} {unit}."),
        ]
    else:
        versions = [
            translate(
                "Evidence",
                "{count} samples from P: the mean of −{log} Q(x) is {mean} {unit} (two standard errors); "
                "it tends to H(P,Q) = {target}.",
            ),
            translate(
                "Evidence", "{count} samples from P: the mean of −{log} Q(x) is {mean}, tending to {target} {unit}."
            ),
            translate("Evidence", "{count} samples: mean −{log} Q(x) {mean}, tending to {target}."),
        ]
    fields = {
        "label": short_name(snapshot.comparison.labels[lacking[0]]) if lacking else "",
        "count": whole(count),
        "mean": estimate(statistics.surprise) if count else "",
        "target": numbers.value(snapshot.cross_entropy, 3),
        "unit": unit_names.plural(snapshot.view.unit),
        "log": numbers.logarithm(snapshot.view.unit),
    }
    return fitting([text.format(**fields) for text in versions], SENTENCE_SIZE, room)


def invitations() -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the texts of the two plots without samples, each in a long and a short version."""
    run = translate("Evidence", "▶ Run")
    first = (translate("Evidence", "Press {amount} or {run}"), translate("Evidence", "{amount} or {run}"))
    return tuple(text.format(amount=f"+{whole(1_000)}", run=run) for text in first), (
        translate("Evidence", "The means of samples appear here."),
        translate("Evidence", "Means appear here."),
    )


WORDINGS = 6


def title(statistics: SampleStatistics, which: str, wording: int) -> tuple[str, str]:
    """Return the title of a plot, "surprise" or "log_ratio": the mean and its limit.

    ``wording`` is from 0, the longest, to `WORDINGS` − 1.
    """
    snapshot, mean = statistics.snapshot, getattr(statistics, which)
    unit, log = unit_names.plural(snapshot.view.unit), numbers.logarithm(snapshot.view.unit)
    if which == "surprise":
        quantity, name, value = f"−{log} Q(x)", "H(P,Q)", snapshot.cross_entropy
    else:
        quantity, name, value = f"{log} P(x)/Q(x)", "KL(P‖Q)", snapshot.kl_divergence
    target = numbers.value(value, 3) if value else "0"
    shown = f" {estimate(mean)}" if statistics.count else ""
    mean_of = translate("Evidence", "mean of {quantity}").format(quantity=quantity)
    short_mean = translate("Evidence", "mean {quantity}").format(quantity=quantity)
    in_unit, in_short = f"{name} = {target} {unit}", f"{name} = {target}"
    if which == "surprise":  # the mean is in the explanation
        own = (mean_of + shown, mean_of, short_mean, quantity, quantity, quantity)
    else:
        own = (mean_of + shown, short_mean + shown, quantity + shown, quantity, quantity, quantity)
    return own[wording], (in_unit, in_unit, in_unit, in_unit, in_short, target)[wording]
