"""Archives of arrays that `numpy.savez` or `numpy.savez_compressed` wrote."""

from __future__ import annotations

from functools import cached_property
from zipfile import ZIP_STORED, ZipFile, ZipInfo

from klscope.files.tables.codecs.array_tables import Array, contents_of, shown_name
from klscope.files.tables.codecs.numpy_arrays import array_from
from klscope.files.tables.codecs.zip_archives import check_entry, open_archive, read_entry, start_of_entry
from klscope.files.tables.contents import Contents, DataError
from klscope.files.tables.data_source import DataSource
from klscope.files.tables.options import ReadOptions
from klscope.files.tables.stored_bytes import StoredBytes
from klscope.files.tables.stored_rows import ReadBytes

MOST_UNPACKED = 200_000_000
"""The largest array that is read from a compressed archive, in bytes."""
MOST_CHECKED = 4_000_000
"""The size up to which an array that is stored uncompressed is read at once, and its checksum compared."""
BEGINNING = 10_012
"""The number of bytes in which every header ends."""


def read(source: DataSource, options: ReadOptions) -> Contents:
    """Read the arrays of an archive."""
    stored = StoredBytes(source)
    archive = open_archive(stored)
    arrays: dict[str, Array | DataError] = {}
    for info in archive.infolist():
        if not info.filename.endswith(".npy"):
            continue
        name = info.filename.removesuffix(".npy")
        shown = f"{source.name}, {shown_name(name)}"
        try:
            read_part = _reader(stored, archive, info, shown)
            arrays[name] = array_from(read_part, info.file_size, shown, source.path or source.name, name)[0]
        except DataError as error:
            arrays[name] = error
    return contents_of(source.name, arrays, options, "npz")


def _reader(stored: StoredBytes, archive: ZipFile, info: ZipInfo, name: str) -> ReadBytes:
    if info.compress_type == ZIP_STORED and info.file_size > MOST_CHECKED:
        check_entry(info, info.compress_size, name)
        start = start_of_entry(stored, info)
        return lambda first, count: stored.read(start + first, count)
    check_entry(info, MOST_UNPACKED, name)
    return UnpackedEntry(archive, info, name).read


class UnpackedEntry:
    """An entry of an archive that is unpacked when more than its beginning is read."""

    def __init__(self, archive: ZipFile, info: ZipInfo, name: str) -> None:
        self._archive, self._info, self._name = archive, info, name

    def read(self, start: int, count: int) -> bytes:
        """Return bytes from a position on."""
        content = self._beginning if start + count <= len(self._beginning) else self._whole
        return content[start : start + count]

    @cached_property
    def _beginning(self) -> bytes:
        return read_entry(self._archive, self._info, BEGINNING, self._name)

    @cached_property
    def _whole(self) -> bytes:
        return read_entry(self._archive, self._info, self._info.file_size, self._name)
