"""Documents: files ``.klscope``, which hold a state with its pins, and how it is shown.

A document is a JSON text. Above `MOST_IN_JSON` categories it is a zip archive with that text, ``document.json``, and
the arrays as ``.npy`` files and the labels as lists in JSON beside it, to which the text refers by ``{"file": NAME}``.
Every number keeps all its digits: what is read equals what was written, bit for bit. Equal states are equal bytes.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from klscope.files.documents.archive import ArchiveReader, ArchiveWriter
from klscope.files.documents.content import content_of, document_of
from klscope.files.documents.embedding import ZIP_SIGNATURE, EmbeddingError, embedded_in, is_picture
from klscope.files.documents.fields import Field
from klscope.files.documents.json_text import in_text, read_json, write_json
from klscope.files.documents.versions import FORMAT, VERSION, as_present_version
from klscope.files.reading import read_bytes
from klscope.files.regular_files import FileError
from klscope.files.replacing import replace_file
from klscope.model.document import Document
from klscope.wording import gettext

MOST_IN_JSON = 5_000
"""The largest number of categories of a document that is one JSON text."""
LARGEST = 1_000_000_000
"""The largest size of a document or of a picture that may have one, in bytes."""
MAIN = "document.json"


def as_bytes(document: Document) -> bytes:
    """Return the content of the file of a document."""
    sizes = [document.comparison.n, *(pin.comparison.n for pin in document.pins.all)]
    if document.comparison.origin is not None:
        sizes.append(document.comparison.origin.comparison.n)
    if max(sizes) <= MOST_IN_JSON:
        return write_json(_headed(content_of(document, _inline)))
    archive = ArchiveWriter()
    return archive.finished(MAIN, write_json(_headed(content_of(document, archive.keep))))


def _headed(content: dict[str, Any]) -> dict[str, Any]:
    return {"format": FORMAT, "version": VERSION, **content}


def _inline(values: Any, _name: str) -> Any:
    return in_text(values) if isinstance(values, np.ndarray) else list(values)


def from_bytes(content: bytes, name: str) -> Document:
    """Return the document that the content of its file holds.

    Parameters
    ----------
    content
        As `as_bytes` returned it, in this or an older version, or a picture that carries it.
    name
        The name of the file in messages.

    Raises
    ------
    FileError
        It is no document, one of a newer version, or invalid; the message says where.
    """
    if is_picture(content):
        content = _carried_by(content, name)
    if content.startswith(ZIP_SIGNATURE):
        archive = ArchiveReader(content, name)
        value = read_json(archive.content(MAIN), name, archive.resolve)
    else:
        value = read_json(content, name)
    return document_of(Field(as_present_version(value, name), name))


def _carried_by(picture: bytes, name: str) -> bytes:
    try:
        content = embedded_in(picture)
    except EmbeddingError as error:
        raise FileError(name, str(error), gettext("export the picture once more")) from error
    if content is None:
        what = gettext("this picture carries no klscope document")
        raise FileError(name, what, gettext("open one that klscope exported with its data"))
    return content


def read_document(path: str) -> Document:
    """Read the file of a document, or a picture that carries one.

    Raises
    ------
    FileError
        The file cannot be read, or has no valid document.
    """
    return from_bytes(read_file(path), path)


def read_file(path: str) -> bytes:
    """Return the content of a document's file; raise `FileError` where it cannot be read."""
    return read_bytes(path, LARGEST)


def write_document(document: Document, path: str) -> bytes:
    """Write the file of a document, atomically, and return its content.

    Raises
    ------
    FileError
        It cannot be written, and is as it was.
    """
    try:
        content = as_bytes(document)
    except MemoryError as error:
        raise FileError(path, gettext("there is too little memory for it")) from error
    replace_file(path, content)
    return content
