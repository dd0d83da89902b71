"""Sentences about how P and Q were read."""

from __future__ import annotations

from collections.abc import Sequence

from klscope.files.tables.options import NumberKind
from klscope.files.tables.pairing import UNIFORM, PairReading
from klscope.files.tables.row_pairs import RowPairs
from klscope.files.tables.sides import SideReading
from klscope.numerals import shortest
from klscope.wording import gettext, mark, ngettext, translated

_KINDS = {
    NumberKind.PROBABILITIES: mark("probabilities"),
    NumberKind.PERCENT: mark("percent"),
    NumberKind.COUNTS: mark("counts"),
    NumberKind.LOGITS: mark("logits"),
    NumberKind.LOG_PROBABILITIES: mark("log-probabilities"),
    NumberKind.SAMPLES: mark("samples"),
}


def name_of(kind: NumberKind) -> str:
    """Return the name of a kind of numbers, in the current language."""
    return translated(_KINDS[kind])


def as_sentence(text: str, names: Sequence[str] = ()) -> str:
    """Return a message as a sentence; one that begins with the name of a file keeps its first letter."""
    if not any(text.startswith(name) for name in names if name):
        text = text[:1].upper() + text[1:]
    return text if text.endswith((".", "…", "。")) else text + "."


def of_pair(pair: PairReading) -> str:
    """Return one line on what P and Q were read from, and how."""
    count = ngettext("{count} category", "{count} categories", count=pair.n)
    parts = [gettext("P: {side}", side=of_side(pair.p_side)), gettext("Q: {side}", side=of_side(pair.q_side)), count]
    notes = [note for note in pair.notes if note != translated(UNIFORM)]  # said by the part on Q
    return " ".join(["; ".join(parts) + ".", *notes])


def of_side(side: SideReading) -> str:
    """Return where P or Q was read from, what its numbers are, and their sum where it was not 1."""
    if side.kind is None:
        return side.where
    if side.kind is NumberKind.LOGITS or abs(side.total - 1.0) < 1e-9:
        return gettext("{where} ({kind})", where=side.where, kind=name_of(side.kind))
    total = shortest(float(f"{side.total:.10g}"))
    return gettext("{where} ({kind}, sum {total})", where=side.where, kind=name_of(side.kind), total=total)


def of_rows(rows: RowPairs) -> str:
    """Return one line on the rows of a table that was opened."""
    line = gettext(
        "{source}: {count} rows of {n} categories ({kind}).",
        source=rows.source,
        count=f"{rows.count:,}",
        n=f"{rows.n:,}",
        kind=name_of(rows.p_kind),
    )
    if rows.added:
        line += " " + gettext("{number} is added to each count.", number=shortest(rows.added))
    return line
