"""The content of a document as JSON objects, and back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np

from klscope.files.documents.fields import Field
from klscope.files.documents.view_fields import read_view, record_of
from klscope.files.tables.limits import MOST_CATEGORIES
from klscope.files.weights_text import quoted
from klscope.model.comparison import FEWEST_CATEGORIES, Comparison, LabelError, Labels, Origin
from klscope.model.document import Document
from klscope.model.pins import MOST_PINS, Pin, PinRefusal, PinRefusedError, Pins
from klscope.model.properties import Properties
from klscope.theory.distribution import SUM_TOLERANCE, Distribution, exact_sum
from klscope.theory.editing import BoolArray, no_locks
from klscope.theory.reading import DistributionError
from klscope.wording import gettext

Keep = Callable[[Any, str], Any]
"""Returns what stands in the document for an array or for labels, given a name for it."""
MOST_SQUEEZES = 2**53
Known = dict[int, Labels]
"""Labels by the identity of the list that they were read from, which an archive has once for all that have them."""


def content_of(document: Document, keep: Keep) -> dict[str, Any]:
    """Return the JSON object of a document, but for its format and version."""
    properties, origin = document.properties, document.comparison.origin
    return {
        "title": properties.title,
        "notes": properties.notes,
        "comparison": _comparison_record(document.comparison, keep, ""),
        "origin": None
        if origin is None
        else {
            "name": origin.name,
            "source": origin.source,
            "comparison": _comparison_record(origin.comparison, keep, "origin_"),
        },
        "pins": [
            {"name": pin.name, "comparison": _comparison_record(pin.comparison, keep, f"pin_{number}_")}
            for number, pin in enumerate(document.pins.all, start=1)
        ],
        "compared_pin": document.pins.compared,
        "view": record_of(document.view),
    }


def _comparison_record(comparison: Comparison, keep: Keep, name: str) -> dict[str, Any]:
    return {
        "labels": keep(comparison.labels, f"{name}labels"),
        "p": _distribution_record(comparison.p, keep, f"{name}p"),
        "q": _distribution_record(comparison.q, keep, f"{name}q"),
        "p_locks": keep(np.flatnonzero(comparison.p_locks), f"{name}p_locks"),
        "q_locks": keep(np.flatnonzero(comparison.q_locks), f"{name}q_locks"),
    }


def _distribution_record(distribution: Distribution, keep: Keep, name: str) -> dict[str, Any]:
    record = {"probabilities": keep(distribution.probabilities, f"{name}_probabilities")}
    if distribution.log_probabilities is not None:
        record["log_probabilities"] = keep(distribution.log_probabilities, f"{name}_log_probabilities")
    if distribution.remembers:
        record["remembered"] = keep(distribution.remembered, f"{name}_remembered")
        record["squeezes"] = keep(distribution.squeezes, f"{name}_squeezes")
    return record


def document_of(whole: Field) -> Document:
    """Return the document that a JSON object holds.

    Raises
    ------
    FileError
        A field is missing, unknown or invalid.
    """
    known: Known = {}
    fields = whole.record(("comparison",), ("title", "notes", "origin", "pins", "compared_pin", "view"))
    comparison = _comparison(fields["comparison"], known)
    if "origin" in fields and fields["origin"].value is not None:
        origin = fields["origin"].record(("name", "comparison"), ("source",))
        source = origin["source"].text() if "source" in origin else ""
        begun = Origin(origin["name"].text(), _comparison(origin["comparison"], known), source)
        comparison = Comparison(
            comparison.labels, comparison.p, comparison.q, comparison.p_locks, comparison.q_locks, begun
        )
    texts = {name: fields[name].text() for name in ("title", "notes") if name in fields}
    view = read_view(fields["view"] if "view" in fields else Field({}, whole.name, "view"), comparison.n)
    return Document(comparison, view, _pins(fields, known), Properties(**texts))


def _pins(fields: dict[str, Field], known: Known) -> Pins:
    if "pins" not in fields:
        return Pins()
    pins = []
    for item in fields["pins"].items(MOST_PINS):
        pin = item.record(("name", "comparison"))
        pins.append(Pin(pin["name"].text(), _comparison(pin["comparison"], known)))
    compared = fields.get("compared_pin")
    if compared is not None and compared.value is not None and not pins:
        raise compared.error(gettext("there are no pins"))
    which = None if compared is None or compared.value is None else compared.integer(0, len(pins) - 1)
    try:
        return Pins(tuple(pins), which)
    except PinRefusedError as error:
        if error.refusal is PinRefusal.NAME_TAKEN:
            raise fields["pins"].error(gettext("two pins are called {name}", name=quoted(error.name))) from None
        raise fields["pins"].error(gettext("a pin has no name")) from None


def _comparison(field: Field, known: Known) -> Comparison:
    fields = field.record(("labels", "p", "q"), ("p_locks", "q_locks"))
    listed = fields["labels"].value
    labels = known.get(id(listed)) or known.setdefault(id(listed), _labels(fields["labels"]))
    n = len(labels)
    p, q = (_distribution(fields[side], n) for side in ("p", "q"))
    p_locks, q_locks = (_locks(fields.get(name), n) for name in ("p_locks", "q_locks"))
    return Comparison(labels, p, q, p_locks, q_locks)


def _locks(field: Field | None, n: int) -> BoolArray:
    locked = no_locks(n).copy()
    if field is not None:
        locked[list(field.positions(n))] = True
    return locked


def _labels(field: Field) -> Labels:
    texts: Sequence[str] = field.texts(MOST_CATEGORIES)
    if len(texts) < FEWEST_CATEGORIES:
        raise field.error(gettext("there is one category, and at least two are needed"))
    try:
        return Labels(texts)
    except LabelError as error:
        if error.taken_by is None:
            raise field.error(gettext("category {position} has no name", position=error.position)) from None
        raise field.error(
            gettext(
                "categories {first} and {second} are both called {name}",
                first=error.taken_by,
                second=error.position,
                name=quoted(error.label),
            )
        ) from None


def _distribution(field: Field, n: int) -> Distribution:
    fields = field.record(("probabilities",), ("log_probabilities", "remembered", "squeezes"))
    probabilities = fields["probabilities"].numbers(n)
    wrong = np.flatnonzero(~((probabilities >= 0.0) & (probabilities <= 1.0)))
    if wrong.size:
        place = int(wrong[0])
        raise fields["probabilities"].error(
            gettext(
                "{value} at position {position} is not a probability", value=probabilities[place], position=place + 1
            )
        )
    whole = exact_sum(probabilities)
    if not abs(whole - 1.0) <= SUM_TOLERANCE:
        raise fields["probabilities"].error(gettext("they sum to {sum}, not to 1", sum=repr(whole)))
    remembered = fields["remembered"].numbers(n) if "remembered" in fields else None
    squeezes = fields["squeezes"].numbers(n) if "squeezes" in fields else np.zeros(n)
    if not bool(((squeezes >= 0) & (squeezes <= MOST_SQUEEZES) & (squeezes == np.floor(squeezes))).all()):
        raise fields["squeezes"].error(gettext("they are not whole numbers of 0 or more"))
    try:
        distribution = Distribution(probabilities, remembered, squeezes.astype(np.int64))
    except DistributionError:
        raise field.error(gettext("the remembered ratios are not finite numbers of 0 or more")) from None
    if "log_probabilities" not in fields:
        return distribution
    try:
        return distribution.with_log_probabilities(fields["log_probabilities"].numbers(n))
    except DistributionError:
        raise fields["log_probabilities"].error(gettext("they are not the logarithms of the probabilities")) from None
