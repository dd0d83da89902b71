"""Reading of zip archives, which are what .npz, .xlsx and .ods files are, within limits."""

from __future__ import annotations

import zlib
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from klscope.files.tables.contents import DataError
from klscope.files.tables.stored_bytes import BytesFile, StoredBytes, incomplete
from klscope.files.weights_text import quoted
from klscope.wording import gettext

ERRORS = (BadZipFile, zlib.error, EOFError, OSError, ValueError, RuntimeError, IndexError)
"""What `zipfile` raises on damaged archives and on methods of compression that it does not know."""
LONGEST_DIRECTORY = 4_000_000
"""The largest number of bytes of the list of entries, which takes about 20 times as much when read."""
_END, _END_64, _LOCATOR_64 = b"PK\x05\x06", b"PK\x06\x06", b"PK\x06\x07"
_LENGTH_OF_END, _LENGTH_OF_END_64, _LENGTH_OF_LOCATOR, _LENGTH_OF_LOCAL_HEADER = 22, 56, 20, 30


def open_archive(stored: StoredBytes) -> ZipFile:
    """Open an archive.

    Raises
    ------
    DataError
        It is damaged, has very many entries, or two of one name.
    """
    try:
        if _length_of_directory(stored) > LONGEST_DIRECTORY:
            raise DataError(gettext("{source}: the archive has too many entries", source=stored.name))
        archive = ZipFile(BytesFile(stored))
        names = archive.namelist()
    except ERRORS as error:
        raise damaged(stored.name, error) from None
    if len(set(names)) < len(names):
        twice = next(name for name in names if names.count(name) > 1)
        raise DataError(gettext("{source}: two entries are called {name}", source=stored.name, name=quoted(twice)))
    return archive


def damaged(name: str, error: Exception) -> DataError:
    """Return the error for an archive that `zipfile` cannot read."""
    if isinstance(error, DataError):
        return error
    return DataError(gettext("{source}: the archive is damaged", source=name), incomplete())


def _length_of_directory(stored: StoredBytes) -> int:
    """Return the size of the list of entries, as `zipfile` will find it."""
    count = min(stored.size, _LENGTH_OF_END + 65_535)
    tail = stored.read(stored.size - count, count)
    end = tail.rfind(_END)
    if end < 0:
        return 0
    length = int.from_bytes(tail[end + 12 : end + 16], "little")
    locator = end - _LENGTH_OF_LOCATOR
    if locator >= 0 and tail[locator : locator + 4] == _LOCATOR_64:
        record = locator - _LENGTH_OF_END_64
        if record >= 0 and tail[record : record + 4] == _END_64:
            return max(length % 0xFFFFFFFF, int.from_bytes(tail[record + 40 : record + 48], "little"))
    return length


def check_entry(info: ZipInfo, most: int, name: str) -> None:
    """Refuse an entry that is encrypted, compressed in an unusual way, or larger than ``most`` bytes.

    Raises
    ------
    DataError
        It is.
    """
    if info.flag_bits & 1:
        raise DataError(gettext("{source} is encrypted", source=name), gettext("save it without a password"))
    if info.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
        raise DataError(gettext("{source} is compressed by a method that cannot be read", source=name))
    if info.file_size > most:
        raise too_large(name, info.file_size, most)


def read_entry(archive: ZipFile, info: ZipInfo, count: int, name: str) -> bytes:
    """Return the first bytes of an entry; all are checked if ``count`` is at least its size.

    Raises
    ------
    DataError
        It is damaged.
    """
    try:
        with archive.open(info) as file:
            parts, left = [], min(count, info.file_size)
            while left:
                part = file.read(min(left, 2**20))
                if not part:
                    raise EOFError
                parts.append(part)
                left -= len(part)
            if count >= info.file_size and file.read(1):  # compares the checksum, too
                raise EOFError
        return b"".join(parts)
    except ERRORS as error:
        raise damaged(name, error) from None


def too_large(name: str, size: int, most: int, remedy: str = "") -> DataError:
    """Return the error for what is larger than is read, in bytes."""
    return DataError(
        gettext(
            "{source} has {size} MB when it is unpacked, and at most {most} are read",
            source=name,
            size=f"{size // 10**6:,}",
            most=f"{most // 10**6:,}",
        ),
        remedy,
    )


def start_of_entry(stored: StoredBytes, info: ZipInfo) -> int:
    """Return where the bytes of an entry that is stored uncompressed begin.

    Raises
    ------
    DataError
        The archive is damaged.
    """
    header = stored.read(info.header_offset, _LENGTH_OF_LOCAL_HEADER)
    lengths = int.from_bytes(header[26:28], "little") + int.from_bytes(header[28:30], "little")
    return info.header_offset + _LENGTH_OF_LOCAL_HEADER + lengths
