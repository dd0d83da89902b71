"""Data as files of NumPy: an array of records, or an archive of arrays by name."""

from __future__ import annotations

import io
from typing import Any
from zipfile import ZIP_STORED, ZipFile, ZipInfo

import numpy as np
from numpy.typing import NDArray

from klscope.files.weights_text import quoted
from klscope.files.writing.data_table import DataTable, WritingError
from klscope.wording import gettext

_WHEN = (1980, 1, 1, 0, 0, 0)
"""The time of every entry, so that equal data are equal bytes."""


def as_npy(table: DataTable) -> bytes:
    """Return one array of shape ``(rows,)`` with the fields ``label``, ``p``, ``q`` and the other columns."""
    texts = _texts(table.labels)
    fields: list[Any] = [("label", texts.dtype), *((one.key, np.float64) for one in table.columns)]
    records = np.zeros(texts.size, dtype=fields)
    records["label"] = texts
    for column in table.columns:
        records[column.key] = column.values
    return _npy(records)


def as_npz(table: DataTable) -> bytes:
    """Return the arrays ``labels``, ``p``, ``q``, the other columns and ``unit``.

    Log-probabilities, where P or Q were given by them, are ``log_p`` and ``log_q``, in nats.
    """
    arrays: dict[str, NDArray[Any]] = {"labels": _texts(table.labels)}
    arrays |= {one.key: one.values for one in table.columns}
    arrays |= table.logarithms()
    arrays["unit"] = np.array([table.snapshot.view.unit.singular])
    buffer = io.BytesIO()
    with ZipFile(buffer, "w", ZIP_STORED) as archive:
        for key, array in arrays.items():
            archive.writestr(ZipInfo(f"{key}.npy", _WHEN), _npy(array))
    return buffer.getvalue()


def _texts(labels: list[str]) -> NDArray[np.str_]:
    """Return labels as an array; NumPy drops null characters at the end of a text."""
    for label in labels:
        if label.endswith("\0"):
            raise WritingError(
                gettext("the name {name} ends in a null character, which NumPy drops; rename it", name=quoted(label))
            )
    return np.array(labels, dtype=np.str_)


def _npy(array: NDArray[Any]) -> bytes:
    buffer = io.BytesIO()
    np.lib.format.write_array(buffer, np.ascontiguousarray(array), version=None, allow_pickle=False)
    return buffer.getvalue()
