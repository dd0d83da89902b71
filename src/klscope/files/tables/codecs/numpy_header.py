"""The header of a ``.npy`` file: the type, the order and the shape of its array.

It is read here rather than by numpy, which warns on some headers, makes any type that a header names, and has no
function for the header of version 3.
"""

from __future__ import annotations

import ast
import math
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np

from klscope.files.tables.contents import DataError
from klscope.wording import gettext

MAGIC = b"\x93NUMPY"
LONGEST_HEADER = 10_000
"""The largest number of bytes of a header, as in numpy."""
MOST_FIELDS = 1_000
_SIMPLE = re.compile(r"[<>=|]?(\?|[biufcSUVOMm]\d{0,9}(\[\w{1,20}\])?)")
_LONG_OF_PYTHON_2 = re.compile(r"(?<=\d)L(?=[,) ])")


@dataclass(frozen=True)
class Header:
    """The header of an array.

    Attributes
    ----------
    dtype
        The type of an element; it may be structured, or one whose elements are not numbers.
    fortran_order
        Whether the first index varies fastest.
    shape
        The shape.
    length
        The number of bytes before the array.
    """

    dtype: np.dtype[Any]
    fortran_order: bool
    shape: tuple[int, ...]
    length: int

    @property
    def size(self) -> int:
        """The number of elements."""
        return math.prod(self.shape)


def read_header(read: Callable[[int, int], bytes], size: int, name: str) -> Header:
    """Read the header of an array.

    Parameters
    ----------
    read
        Returns bytes from a position on, given the position and their number.
    size
        The number of bytes there are.
    name
        The name of the array in messages.

    Raises
    ------
    DataError
        There is no valid header, or fewer bytes than it says.
    """
    begin = read(0, min(12, size))
    if not begin.startswith(MAGIC) or len(begin) < 12:
        raise _damaged(name, gettext("its first bytes are not those of one"))
    version = begin[6]
    if version not in (1, 2, 3):
        raise _damaged(name, gettext("version {version} is unknown", version=version))
    start = 10 if version == 1 else 12
    length = int.from_bytes(begin[8:start], "little")
    if length > LONGEST_HEADER or start + length > size:
        raise _damaged(name, gettext("its header has {count} bytes", count=f"{length:,}"))
    try:
        text = read(start, length).decode("utf-8" if version == 3 else "latin-1")
        fields = ast.literal_eval(_LONG_OF_PYTHON_2.sub("", text).strip())
        dtype, order, shape = dtype_of(fields["descr"]), fields["fortran_order"], fields["shape"]
        if len(fields) != 3 or type(order) is not bool or not _is_shape(shape):
            raise ValueError(text)
    except (ValueError, TypeError, SyntaxError, KeyError, AttributeError, MemoryError, RecursionError):
        raise _damaged(name, gettext("its header cannot be read")) from None
    header = Header(dtype, order, shape, start + length)
    if header.length + header.size * dtype.itemsize > size:
        raise _damaged(
            name,
            gettext(
                "its header announces {count} bytes, and it has {size}",
                count=f"{header.length + header.size * dtype.itemsize:,}",
                size=f"{size:,}",
            ),
        )
    return header


def _is_shape(shape: object) -> bool:
    return (
        isinstance(shape, tuple)
        and len(shape) <= 32
        and all(type(length) is int and 0 <= length < 2**63 for length in shape)
    )


def dtype_of(descr: object) -> np.dtype[Any]:
    """Return the type that a header describes; fields without a name are left out.

    Raises
    ------
    ValueError, TypeError
        It is no type that numpy writes.
    """
    if isinstance(descr, str):
        if not _SIMPLE.fullmatch(descr):
            raise ValueError(descr)
        return np.dtype(descr)
    if not isinstance(descr, list) or not 0 < len(descr) <= MOST_FIELDS:
        raise TypeError(descr)
    names: list[str] = []
    formats: list[Any] = []
    offsets: list[int] = []
    offset = 0
    for field in descr:
        if not isinstance(field, tuple) or len(field) not in (2, 3):
            raise TypeError(field)
        name, kind = field[0], dtype_of(field[1])
        if len(field) == 3:
            if not _is_shape(field[2]) or math.prod(field[2]) * kind.itemsize >= 2**31:
                raise ValueError(field)
            kind = np.dtype((kind, field[2]))
        if name != "":
            names.append(name[-1] if isinstance(name, tuple) else name)
            formats.append(kind)
            offsets.append(offset)
        offset += kind.itemsize
        if offset >= 2**31:
            raise ValueError(field)
    return np.dtype({"names": names, "formats": formats, "offsets": offsets, "itemsize": offset})


def _damaged(name: str, reason: str) -> DataError:
    return DataError(
        gettext("{source} is not a valid NumPy array: {reason}", source=name, reason=reason),
        gettext("save it once more with numpy.save"),
    )
