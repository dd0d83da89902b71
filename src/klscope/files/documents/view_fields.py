"""The view state as JSON, and back: made from the records of options, so that a new option needs no code here."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from enum import Enum
from typing import Any, get_type_hints

from klscope.files.documents.fields import Field
from klscope.files.weights_text import quoted
from klscope.model.evidence import SEEDS
from klscope.model.training_run import FASTEST, SLOWEST
from klscope.model.view_options import LARGEST_ORDER
from klscope.model.view_state import ViewState
from klscope.theory.sampling import MOST_SAMPLES
from klscope.wording import gettext

RANGES: dict[str, tuple[float, float]] = {
    "seed": (0, SEEDS - 1),
    "samples": (0, MOST_SAMPLES),
    "alpha": (0.0, LARGEST_ORDER),
    "softmax_rate": (SLOWEST, FASTEST),
    "unimodal_rate": (SLOWEST, FASTEST),
}
"""The range of each option that is a number."""


def record_of(options: Any) -> dict[str, Any]:
    """Return a view state, or the options of a view, as a JSON object."""
    return {one.name: _plain(getattr(options, one.name)) for one in fields(options)}


def _plain(value: Any) -> Any:
    if isinstance(value, Enum):
        return value.value
    if is_dataclass(value):
        return record_of(value)
    return list(value) if isinstance(value, tuple) else value


def read_view(field: Field, n: int) -> ViewState:
    """Return the view state of ``n`` categories that a JSON object holds; fields left out have their usual value.

    Raises
    ------
    FileError
        A field has an invalid value, or there is one of another name.
    """
    view: ViewState = _read_record(field, ViewState, n)
    return view.fitting(n)


def _read_record(field: Field, kind: type[Any], n: int) -> Any:
    known = get_type_hints(kind)
    found = field.record((), tuple(one.name for one in fields(kind)))
    return kind(**{name: _read_value(value, name, known[name], n) for name, value in found.items()})


def _read_value(field: Field, name: str, kind: Any, n: int) -> Any:
    if kind is bool:
        return field.flag()
    if kind is int:
        least, most = RANGES[name]
        return field.integer(int(least), int(most))
    if kind is float:
        return field.number(*RANGES[name])
    if isinstance(kind, type) and issubclass(kind, Enum):
        return _member(field, kind)
    if is_dataclass(kind):
        return _read_record(field, kind, n)  # type: ignore[arg-type]  # it is a class
    return field.positions(n)


def _member(field: Field, kind: type[Enum]) -> Enum:
    text = field.text()
    for member in kind:
        if member.value == text:
            return member
    names = ", ".join(str(member.value) for member in kind)
    raise field.error(gettext("{name} is none of {names}", name=quoted(text), names=names))
