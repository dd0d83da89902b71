"""Files of the format safetensors: eight bytes with the length of a header in JSON, the header, and the numbers.

They are read here because the library of this name cannot give numpy the types bfloat16 and float8.
"""

from __future__ import annotations

import json
import math
from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import NDArray

from klscope.files.tables.codecs.array_tables import Array, array_of, contents_of, shown_name
from klscope.files.tables.contents import Contents, DataError
from klscope.files.tables.data_source import DataSource
from klscope.files.tables.options import ReadOptions
from klscope.files.tables.stored_bytes import StoredBytes, incomplete
from klscope.files.tables.stored_rows import ReadBytes, StoredRows
from klscope.files.weights_text import quoted
from klscope.wording import gettext

LONGEST_HEADER = 10_000_000
"""The largest number of bytes of a header: about 100,000 tensors."""
MOST_TENSORS = 100_000
TYPES = {
    "BOOL": "?",
    **{f"{kind}{8 * size}": f"<{kind.lower()}{size}" for kind in "IU" for size in (1, 2, 4, 8)},
    **{f"F{8 * size}": f"<f{size}" for size in (2, 4, 8)},
}
"""The types that numpy has, by their names in the format."""


def _from_bfloat16(stored: NDArray[Any]) -> NDArray[Any]:
    """Return the numbers whose upper half as float32 is stored."""
    return (stored.astype(np.uint32) << 16).view(np.float32)


def _from_float8_e5m2(stored: NDArray[Any]) -> NDArray[Any]:
    """Return the numbers whose upper half as float16 is stored."""
    return (stored.astype(np.uint16) << 8).view(np.float16)


def _from_float8_e4m3(stored: NDArray[Any]) -> NDArray[Any]:
    """Return the numbers of 1 bit for the sign, 4 for the exponent and 3 for the mantissa; 0x7f is not a number."""
    numbers: NDArray[np.float32] = _E4M3[stored]
    return numbers


def _table_of_e4m3() -> NDArray[np.float32]:
    code = np.arange(256)
    exponent, mantissa = code >> 3 & 15, (code & 7) / 8
    magnitude = np.where(exponent == 0, np.ldexp(mantissa, -6), np.ldexp(1 + mantissa, exponent - 7))
    magnitude[code & 127 == 127] = np.nan
    return np.where(code < 128, magnitude, -magnitude).astype(np.float32)


_E4M3 = _table_of_e4m3()
DECODED: dict[str, tuple[str, Callable[[NDArray[Any]], NDArray[Any]]]] = {
    "BF16": ("<u2", _from_bfloat16),
    "F8_E5M2": ("u1", _from_float8_e5m2),
    "F8_E4M3": ("u1", _from_float8_e4m3),
}
"""The types that numpy does not have: what is stored, and how it becomes numbers."""


def read(source: DataSource, options: ReadOptions) -> Contents:
    """Read the tensors of a file."""
    stored = StoredBytes(source)
    start, header = _header(stored)
    arrays: dict[str, Array | DataError] = {}
    for name, entry in header.items():
        if name == "__metadata__":
            continue
        try:
            arrays[name] = _tensor(stored, start, entry, f"{source.name}, {shown_name(name)}")
        except DataError as error:
            arrays[name] = error
    return contents_of(source.name, arrays, options, "safetensors")


def _header(stored: StoredBytes) -> tuple[int, dict[str, Any]]:
    """Return where the numbers begin, and the header."""
    length = int.from_bytes(stored.read(0, min(8, stored.size)), "little")
    if stored.size < 8 or not 2 <= length <= stored.size - 8:
        raise _damaged(stored.name)
    if length > LONGEST_HEADER:
        raise DataError(gettext("{source}: the header has {count} bytes", source=stored.name, count=f"{length:,}"))
    try:
        header = json.loads(stored.read(8, length), object_pairs_hook=_without_duplicates)
    except (ValueError, RecursionError):
        raise _damaged(stored.name) from None
    if not isinstance(header, dict) or len(header) > MOST_TENSORS:
        raise _damaged(stored.name)
    return 8 + length, header


def _without_duplicates(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise ValueError("a key stands twice")
    return found


def _damaged(name: str) -> DataError:
    return DataError(gettext("{source} is not a valid safetensors file", source=name), incomplete())


def _tensor(stored: StoredBytes, start: int, entry: object, name: str) -> Array:
    if not isinstance(entry, dict):
        raise _damaged(name)
    kind, shape, offsets = entry.get("dtype"), _sizes(entry.get("shape")), _sizes(entry.get("data_offsets"))
    if not isinstance(kind, str) or shape is None or offsets is None or len(offsets) != 2:
        raise _damaged(name)
    decoded = DECODED.get(kind)
    if decoded is None and kind not in TYPES:
        raise DataError(
            gettext("{source} has the type {dtype}, which cannot be read", source=name, dtype=quoted(kind)),
            gettext("save it as float32"),
        )
    dtype = np.dtype(TYPES[kind] if decoded is None else decoded[0])
    first, end = offsets
    if end - first != math.prod(shape) * dtype.itemsize or start + end > stored.size:
        raise _damaged(name)
    numbers = array_of(_part(stored, start + first), dtype, shape, False, name, "")
    if decoded is None or not isinstance(numbers, StoredRows):
        return numbers
    return StoredRows(_part(stored, start + first), numbers.shape, dtype, False, decoded[1])


def _sizes(values: Any) -> tuple[int, ...] | None:
    """Return a list of sizes or positions; None if it is none."""
    if not isinstance(values, list) or len(values) > 32:
        return None
    return tuple(values) if all(type(value) is int and 0 <= value < 2**63 for value in values) else None


def _part(stored: StoredBytes, start: int) -> ReadBytes:
    return lambda first, count: stored.read(start + first, count)
