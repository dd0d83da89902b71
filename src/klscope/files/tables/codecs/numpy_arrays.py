"""Arrays that `numpy.save` wrote."""

from __future__ import annotations

from dataclasses import replace

from klscope.files.tables.codecs.array_tables import Array, array_of, contents_of
from klscope.files.tables.codecs.numpy_header import read_header
from klscope.files.tables.contents import Contents
from klscope.files.tables.data_source import DataSource
from klscope.files.tables.options import ReadOptions
from klscope.files.tables.stored_bytes import StoredBytes
from klscope.files.tables.stored_rows import ReadBytes
from klscope.wording import gettext


def read(source: DataSource, options: ReadOptions) -> Contents:
    """Read an array."""
    stored = StoredBytes(source)
    array, left = array_from(stored.read, stored.size, source.name, source.path or source.name)
    contents = contents_of(source.name, {"": array}, options, "npy")
    if not left:
        return contents
    note = gettext("{count} bytes after the array are not read.", count=f"{left:,}")
    return replace(contents, notes=(*contents.notes, note))


def array_from(read: ReadBytes, size: int, name: str, path: str, key: str = "") -> tuple[Array, int]:
    """Return the array of a ``.npy`` file, and the number of bytes after it.

    Raises
    ------
    DataError
        It is damaged, or no table.
    """
    header = read_header(read, size, name)
    advice = gettext(
        "if you trust it, convert it in Python: {line}",
        line="import numpy; numpy.save('numbers.npy', "
        f"numpy.load({path!r}, allow_pickle=True){f'[{key!r}]' if key else ''}.astype(float))",
    )
    array = array_of(
        lambda start, count: read(header.length + start, count),
        header.dtype,
        header.shape,
        header.fortran_order,
        name,
        advice,
    )
    return array, size - header.length - header.size * header.dtype.itemsize
