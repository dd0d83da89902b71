"""Data and measures as JSON: one flat object, with lists for the categories."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from typing import Any

from klscope.files.writing.data_table import DataTable
from klscope.theory import catalogue
from klscope.theory.measures import Measures
from klscope.theory.units import Unit


def as_json(table: DataTable) -> str:
    """Return the table: ``unit``, ``labels``, ``p``, ``q``, the other columns, and with the whole table all measures.

    Log-probabilities, where P or Q were given by them, are ``log_p`` and ``log_q``, in nats.
    """
    view, measures = table.snapshot.view, table.snapshot.measures
    record: dict[str, Any] = {"unit": view.unit.singular, "labels": table.labels}
    for column in table.columns[:2]:
        record[column.key] = column.values.tolist()
    record |= {key: values.tolist() for key, values in table.logarithms().items()}
    if table.is_largest:
        record["kl_divergence"] = table.snapshot.kl_divergence
    else:
        record["order"] = catalogue.DEFAULT_ORDER
        record |= measured(measures, view.unit, catalogue.DEFAULT_ORDER)
    record |= {column.key: column.values.tolist() for column in table.columns[2:]}
    if table.words is not None:
        record["code_words"] = list(table.words[1])
    return json_of(record) + "\n"


def measured(measures: Measures, unit: Unit, order: float) -> dict[str, float]:
    """Return all measures by name, those that have a unit in this one, those with an order of this one."""
    return {known.name: known.in_unit(measures, unit, order) for known in catalogue.MEASURES}


def json_of(record: Mapping[str, Any], ascii_only: bool = False) -> str:
    """Return a record as JSON, a line for each key: a list stays together, however long."""
    entries = (
        f"  {json.dumps(key)}: {json.dumps(_spelled(value), ensure_ascii=ascii_only, allow_nan=False)}"
        for key, value in record.items()
    )
    return "{\n" + ",\n".join(entries) + "\n}"


def _spelled(value: Any) -> Any:
    """Return a value with the texts "inf", "-inf" and "nan" for what JSON has no number for."""
    if isinstance(value, list):
        return [_spelled(entry) for entry in value]
    if isinstance(value, dict):
        return {key: _spelled(entry) for key, entry in value.items()}
    return repr(value) if isinstance(value, float) and not math.isfinite(value) else value
