"""The measures of a pair, printed for reading or as JSON: what `klscope measure` is for. Needs numpy, and no Qt."""

import argparse
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from klscope.command_line.exits import CannotRunError, output_encoding, write
from klscope.files import examples
from klscope.files.tables.pairing import PairReading
from klscope.files.writing.json_text import json_of, measured
from klscope.model.comparison import Comparison, default_labels
from klscope.theory import catalogue
from klscope.theory.catalogue_row import Scale
from klscope.theory.distribution import FloatArray, normalised
from klscope.theory.log_measured import measures_of
from klscope.theory.measures import Measures, measure
from klscope.theory.units import Unit
from klscope.wording import gettext

TERMS = ("entropy_terms", "cross_entropy_terms", "kl_terms")


def run(arguments: argparse.Namespace) -> int:
    """Print what the checked ``arguments`` ask for; return the exit code."""
    labels, p, q = _pair(arguments)
    if arguments.reading is not None:
        measures = measures_of(arguments.reading.p, arguments.reading.q)
    elif arguments.document is not None:
        measures = measures_of(arguments.document.comparison.p, arguments.document.comparison.q)
    elif arguments.example is not None:
        measures = measure(p, q)
    else:  # of the weights as they were given: scaled to a sum of 1, they have been rounded
        measures = measure(arguments.p_weights, arguments.q_weights)
    order = catalogue.DEFAULT_ORDER if arguments.order is None else arguments.order
    record: dict[str, Any] = {
        "unit": arguments.unit.singular,
        "labels": list(labels),
        "p": [float(value) for value in p],
        "q": [float(value) for value in q],
        **({} if arguments.reading is None else {"read": _read(arguments.reading)}),
        "order": order,
        **_measured(measures, arguments.unit, order),
    }
    if arguments.json:
        # What a terminal of one byte a character cannot show, JSON can escape.
        write(json_of(record, ascii_only=not output_encoding().lower().startswith("utf")))
    else:
        write("\n".join(_as_text(record, arguments.unit.label)))
    return 0


def _pair(arguments: argparse.Namespace) -> tuple[Sequence[str], FloatArray, FloatArray]:
    """The labels and both distributions, from a file, from an example or from the weights that were typed."""
    if arguments.reading is not None:
        return arguments.reading.labels, arguments.reading.p.probabilities, arguments.reading.q.probabilities
    if arguments.example is not None or arguments.document is not None:
        of_document = arguments.document is not None
        comparison = arguments.document.comparison if of_document else _example(arguments.example)
        return comparison.labels, comparison.p.probabilities, comparison.q.probabilities
    p, q = normalised(arguments.p_weights), normalised(arguments.q_weights)
    return arguments.label_list or default_labels(len(p)), p, q


def _read(reading: PairReading) -> dict[str, Any]:
    """How P and Q were read from files: where from, of what kind, and their sums before they were normalised."""
    sides = {"p": reading.p_side, "q": reading.q_side}
    kinds = {name: "uniform" if side.kind is None else side.kind.value for name, side in sides.items()}
    return {
        **{name: {"from": side.where, "kind": kinds[name]} for name, side in sides.items()},
        **{f"sum_{name}": side.total for name, side in sides.items()},
        "notes": list(reading.notes),
    }


def _example(name: str) -> Comparison:
    try:
        return examples.load(name).comparison
    except (OSError, ValueError) as error:
        raise CannotRunError(
            gettext("the example {name} cannot be read: {error}; install klscope again", name=name, error=error)
        ) from error


def _measured(measures: Measures, unit: Unit, order: float) -> dict[str, Any]:
    """All measures under their names, those that have a unit in this one, those with an order of this one."""
    values: dict[str, Any] = dict(measured(measures, unit, order))
    for name in TERMS:  # adding 0.0 turns −0 into 0
        values[name] = [float(unit.from_nats(float(term))) + 0.0 for term in getattr(measures, name)]
    return values


def _as_text(record: Mapping[str, Any], unit: str) -> Iterable[str]:
    """The record for reading: one measure a line, then one category a line, its name last as it may be wide."""
    width = max(len(known.name) for known in catalogue.MEASURES) + 2
    units = {Scale.INFORMATION: f" {unit}", Scale.ROOT: f" sqrt({unit})", Scale.NONE: ""}
    for known in catalogue.MEASURES:
        note = f"  (order {record['order']!r})" if known.takes_order else f"  ({known.also})" if known.also else ""
        yield f"{known.name:<{width}}{record[known.name]!r}{units[known.scale]}{note}"
    yield ""
    for side in ("p", "q"):
        total = record.get("read", {}).get(f"sum_{side}", 1.0)
        if abs(total - 1.0) > 1e-9:
            yield gettext("{side} was divided by its sum, {total}", side=side.upper(), total=f"{total:.15g}")
    columns = ("p", "q", *TERMS)
    rows = [columns, *zip(*([repr(value) for value in record[name]] for name in columns), strict=True)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(columns))]
    for row, label in zip(rows, ("label", *record["labels"]), strict=True):
        yield "  ".join([*(cell.ljust(size) for cell, size in zip(row, widths, strict=True)), label])
