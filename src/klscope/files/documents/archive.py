"""The zip archive of a large document: its text, and the arrays and labels that it refers to."""

from __future__ import annotations

import io
import json
from typing import Any
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

import numpy as np

from klscope.files.documents.embedding import MOST_UNPACKED
from klscope.files.documents.fields import Field
from klscope.files.documents.json_text import in_text, read_json
from klscope.files.regular_files import FileError
from klscope.files.tables.codecs.numpy_header import read_header
from klscope.files.tables.codecs.zip_archives import check_entry, open_archive, read_entry
from klscope.files.tables.contents import DataError
from klscope.files.tables.data_source import DataSource
from klscope.files.tables.stored_bytes import StoredBytes
from klscope.files.weights_text import quoted
from klscope.wording import gettext

LONGEST_IN_TEXT = 100
"""A shorter array stands in the text itself."""
WHEN = (1980, 1, 1, 0, 0, 0)
"""The time of every entry, so that equal documents are equal bytes."""


class ArchiveWriter:
    """Collects the entries of an archive; an array that occurs again is stored once."""

    def __init__(self) -> None:
        self._buffer = io.BytesIO()
        self._archive = ZipFile(self._buffer, "w")
        self._known: dict[bytes, str] = {}
        self._labels: list[tuple[Any, str]] = []

    def keep(self, values: Any, name: str) -> Any:
        """Store an array or labels, and return what refers to it in the text."""
        if isinstance(values, np.ndarray):
            return in_text(values) if values.size < LONGEST_IN_TEXT else {"file": self._array(values, f"{name}.npy")}
        for known, entry in self._labels:
            if known is values or known == values:
                return {"file": entry}
        entry = f"{name}.json"
        self._labels.append((values, entry))
        text = json.dumps(list(values), ensure_ascii=False).encode("utf-8", "backslashreplace")
        self._write(entry, text, ZIP_DEFLATED)
        return {"file": entry}

    def _array(self, values: np.ndarray[Any, Any], entry: str) -> str:
        buffer = io.BytesIO()
        np.lib.format.write_array(buffer, np.ascontiguousarray(values), version=(1, 0), allow_pickle=False)
        content = buffer.getvalue()
        if content not in self._known:
            self._known[content] = entry
            self._write(entry, content, ZIP_STORED)  # random digits do not become shorter
        return self._known[content]

    def finished(self, entry: str, text: bytes) -> bytes:
        """Return the archive with the text of the document."""
        self._write(entry, text, ZIP_DEFLATED)
        self._archive.close()
        return self._buffer.getvalue()

    def _write(self, entry: str, content: bytes, method: int) -> None:
        info = ZipInfo(entry, WHEN)
        info.compress_type = method
        self._archive.writestr(info, content, compresslevel=1)


class ArchiveReader:
    """Reads the entries of an archive.

    Parameters
    ----------
    content
        The archive.
    name
        The name of the document in messages.

    Raises
    ------
    FileError
        It is damaged or too large.
    """

    def __init__(self, content: bytes, name: str) -> None:
        self._name = name
        try:
            self._archive = open_archive(StoredBytes(DataSource(name, None, content)))
        except DataError as error:
            raise FileError(name, gettext("the archive is damaged")) from error
        entries = self._archive.infolist()
        self._entries = {info.filename: info for info in entries}
        if sum(info.file_size for info in entries) > MOST_UNPACKED:
            raise FileError(name, gettext("it is longer than {limit} bytes", limit=f"{MOST_UNPACKED:,}"))
        self._resolved: dict[str, Any] = {}

    def content(self, entry: str) -> bytes:
        """Return the bytes of an entry; raise `FileError` where there is none."""
        info = self._entries.get(entry)
        if info is None:
            raise Field(None, self._name).error(gettext("there is no entry {name}", name=quoted(entry)))
        try:
            check_entry(info, MOST_UNPACKED, entry)
            return read_entry(self._archive, info, info.file_size, entry)
        except DataError as error:
            raise Field(None, self._name, entry).error(gettext("it is damaged")) from error

    def resolve(self, entry: Any) -> Any:
        """Return the array or the list that an entry holds; raise `FileError` for anything else."""
        if not isinstance(entry, str):
            raise Field(None, self._name).error(gettext("there is no entry {name}", name=repr(entry)))
        if entry not in self._resolved:
            content = self.content(entry)
            if entry.endswith(".json"):
                self._resolved[entry] = read_json(content, f"{self._name}: {entry}")
            else:
                self._resolved[entry] = self._array_of(content, entry)
        return self._resolved[entry]

    def _array_of(self, content: bytes, entry: str) -> np.ndarray[Any, Any]:
        field = Field(None, self._name, entry)
        try:
            header = read_header(lambda start, count: content[start : start + count], len(content), entry)
        except DataError as error:
            raise field.error(gettext("it is not a valid NumPy array")) from error
        if header.dtype.kind not in "fiu" or header.dtype.itemsize > 8:
            raise field.error(gettext("it is not an array of numbers"))
        return np.frombuffer(content, header.dtype, header.size, header.length).reshape(header.shape)
