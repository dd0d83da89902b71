"""The texts of the Huffman code: its mean lengths and their bounds, in bits."""

from __future__ import annotations

from math import isinf, isnan, log
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from klscope.model.evidence import SampleStatistics
from klscope.numerals import read
from klscope.views.evidence.evidence_words import SENTENCE_SIZE, fitting, whole
from klscope.views.painting.axes import Range
from klscope.views.words import numbers
from klscope.views.words.names import short_name
from klscope.views.words.sums import equality

translate = QCoreApplication.translate
MOST_DIGITS = 12


class Length(NamedTuple):
    """A number of bits with its name and symbol.

    Attributes
    ----------
    sign
        "entropy" and "cross" for bounds, "code" for an expected length, "samples" for a mean of samples.
    bound
        The upper end of Shannon's bound, from ``least``, in bits; None if not shown.
    """

    name: str
    bits: float
    sign: str
    least: float | None = None
    bound: float | None = None


def in_bits(nats: float) -> float:
    """Convert nats to bits."""
    return nats / log(2.0)


def lengths(statistics: SampleStatistics) -> list[Length]:
    """Return the mean lengths and their bounds, from top to bottom."""
    measures = statistics.snapshot.measures
    count = statistics.count
    rows = [
        Length("H(P)", in_bits(measures.entropy_p), "entropy"),
        Length("H(P,Q)", in_bits(measures.cross_entropy), "cross"),
        Length(translate("Evidence", "code, P happens"), statistics.bits_when_p_happens, "code"),
        Length(
            translate("Evidence", "code, {count} samples").format(count=whole(count)),
            statistics.bits_of_samples,
            "samples",
        ),
    ]
    least = in_bits(measures.entropy_q)
    of_q = Length(
        translate("Evidence", "code, Q happens"), statistics.bits_when_q_happens, "code", least=least, bound=least + 1.0
    )
    return [*(row for row in rows if not isnan(row.bits)), of_q]


def scale_of(rows: list[Length]) -> Range:
    """Return the range of all finite numbers; it need not include 0."""
    values = [value for row in rows for value in (row.bits, row.least, row.bound) if value is not None]
    finite = [value for value in values if not isinf(value)]
    low, high = min(finite), max(finite)
    free = 0.08 * (high - low)  # Shannon's bound is one bit wide, so this is never 0
    return Range(low - free, high + free)


def sentence(statistics: SampleStatistics, room: float) -> str:
    """Return the longest version of the explanation that fits ``room`` pixels."""
    snapshot = statistics.snapshot
    if isinf(statistics.bits_when_p_happens):
        label = short_name(snapshot.comparison.labels[snapshot.infinite[0]])
        versions = [
            translate(
                "Evidence", "A Huffman code built for Q has no code word for {label}, which happens: ∞ bits per symbol."
            ),
            translate("Evidence", "The code for Q has no code word for {label}: ∞ bits."),
        ]
        return fitting([text.format(label=label) for text in versions], SENTENCE_SIZE, room)
    bits = numbers.value(statistics.bits_when_p_happens, 3)
    target = numbers.value(in_bits(snapshot.measures.cross_entropy), 3)
    versions = [
        translate(
            "Evidence",
            "A Huffman code built for Q, in whole bits: {bits} bits per symbol when P happens; H(P,Q) = {target} bits.",
        ),
        translate("Evidence", "A Huffman code for Q takes {bits} bits per symbol; H(P,Q) = {target} bits."),
        translate("Evidence", "Huffman code for Q: {bits} bits per symbol."),
    ]
    return fitting([text.format(bits=bits, target=target) for text in versions], SENTENCE_SIZE, room)


def shannon(statistics: SampleStatistics) -> list[str]:
    """Return Shannon's bound with its values, the longest version first."""
    least, mean = in_bits(statistics.snapshot.measures.entropy_q), statistics.bits_when_q_happens
    digits = 3
    while digits < MOST_DIGITS and round(mean, digits) == round(least + 1.0, digits):
        digits += 1  # a mean close to its bound must not be rounded to it
    texts = (numbers.value(number, digits) for number in (least, mean, least + 1.0))
    values = dict(zip(("least", "mean", "bound"), texts, strict=True))
    values["sign"] = equality(read(values["least"]) + 1 == read(values["bound"]))
    return [
        translate("Evidence", "Shannon: H(Q) = {least} ≤ {mean} < H(Q) + 1 {sign} {bound}").format(**values),
        translate("Evidence", "Shannon: {least} ≤ {mean} < {bound}").format(**values),
        translate("Evidence", "{least} ≤ {mean} < {bound}").format(**values),
    ]


def word_text(word: str | None) -> str:
    """Return the text of a code word, also of an empty or missing one."""
    if word is None:
        return translate("Evidence", "no code word")
    return word or translate("Evidence", "empty: 0 bits")


def tool_tip(statistics: SampleStatistics, index: int) -> str:
    """Return a category's code word, its length and its number of samples."""
    comparison, word = statistics.snapshot.comparison, statistics.code.words[index]
    words = word_text(word) if word is None else translate("Evidence", "code word {word}").format(word=word_text(word))
    lines = [comparison.labels[index], words]
    if word:
        lines.append(translate("Evidence", "{count} bits").format(count=len(word)))
    surprise = in_bits(-log(q)) if (q := float(comparison.q.probabilities[index])) else float("inf")
    lines.append(translate("Evidence", "−log₂ Q = {value} bits").format(value=numbers.short(surprise + 0.0)))
    if statistics.count:
        lines.append(
            translate("Evidence", "drawn {count} of {total} times").format(
                count=whole(int(statistics.counts[index])), total=whole(statistics.count)
            )
        )
    return "\n".join(lines)
