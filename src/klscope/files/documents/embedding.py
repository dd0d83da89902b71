"""Documents in pictures: PNG, SVG and PDF files that carry the document they show.

- PNG: a text chunk (iTXt, compressed) with the keyword `KEYWORD` (W3C, Portable Network Graphics, 11.3.3.4).
- SVG: an element in ``metadata`` at the end, with the compressed document in base64.
- PDF: an attachment, which the writer of the PDF adds. Its stream is found by its content, wherever a program that
  saved the file again has put it: a PDF has no streams inside of other objects.

What is read is found without a parser of XML or of PDF, so that nothing in a file is expanded or executed.
"""

from __future__ import annotations

import re
import struct
import zlib
from base64 import b64decode, b64encode
from binascii import Error as Base64Error
from collections.abc import Iterator

from klscope.files.documents.names import SUFFIX
from klscope.files.documents.versions import FORMAT
from klscope.wording import gettext

KEYWORD = FORMAT.encode()
ATTACHMENT = f"state{SUFFIX}"
"""The name of the attachment of a PDF."""
MOST_UNPACKED = 400_000_000
"""The largest size of a document when it is unpacked, in bytes."""
PNG_SIGNATURE, PDF_SIGNATURE, ZIP_SIGNATURE = b"\x89PNG\r\n\x1a\n", b"%PDF-", b"PK\x03\x04"
NAMESPACE = "urn:klscope:document"
LONGEST_START = 1_000
"""Where in an SVG the root element begins at the latest, in bytes."""
_IN_BASE64 = b"base64:"
_TEXT_CHUNK, _LAST_CHUNK = b"iTXt", b"IEND"
_ELEMENT = re.compile(rb"<((?:[A-Za-z_][\w.-]*:)?document)\b[^<>]*>([A-Za-z0-9+/=\s]*)</\1>")
"""Programs that save an SVG again may give the namespace another prefix."""
_ROOT = re.compile(rb"<svg[\s>]")
_STREAM = re.compile(rb"\bstream\r?\n")


class EmbeddingError(Exception):
    """A document in a picture is damaged; the message says how."""


def is_picture(content: bytes) -> bool:
    """Return whether a file is a PNG, an SVG or a PDF, by its first bytes."""
    return content.startswith((PNG_SIGNATURE, PDF_SIGNATURE)) or _is_svg(content)


def _is_svg(content: bytes) -> bool:
    start = content[:LONGEST_START]
    return start.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<") and _ROOT.search(start) is not None


def embed(picture: bytes, document: bytes) -> bytes:
    """Return a PNG or an SVG that carries a document.

    Raises
    ------
    ValueError
        It is another format.
    """
    if picture.startswith(PNG_SIGNATURE):
        end = picture.rindex(_LAST_CHUNK) - 4
        text = document if not document.startswith(ZIP_SIGNATURE) else _IN_BASE64 + b64encode(document)
        chunk = _TEXT_CHUNK + KEYWORD + b"\0\1\0\0\0" + zlib.compress(text)
        whole = struct.pack(">I", len(chunk) - 4) + chunk + struct.pack(">I", zlib.crc32(chunk))
        return picture[:end] + whole + picture[end:]
    if _is_svg(picture):
        end = picture.rindex(b"</svg>")
        text = b64encode(zlib.compress(document))
        element = b'<klscope:document xmlns:klscope="%s">%s</klscope:document>' % (NAMESPACE.encode(), text)
        return picture[:end] + b"<metadata>" + element + b"</metadata>\n" + picture[end:]
    raise ValueError("the picture is neither a PNG nor an SVG")


def embedded_in(picture: bytes) -> bytes | None:
    """Return the document that a picture carries; None where it carries none.

    Raises
    ------
    EmbeddingError
        The document is damaged or too long.
    """
    if picture.startswith(PNG_SIGNATURE):
        return _in_png(picture)
    if picture.startswith(PDF_SIGNATURE):
        return _in_pdf(picture)
    found = _ELEMENT.search(picture) if NAMESPACE.encode() in picture else None
    if found is None:
        return None
    try:
        return _unpacked(b64decode(found[2]))
    except Base64Error:
        raise _damaged() from None


def _in_png(picture: bytes) -> bytes | None:
    for kind, chunk, checksum in _chunks(picture):
        keyword, _, rest = chunk.partition(b"\0")
        if kind != _TEXT_CHUNK or keyword != KEYWORD:
            continue
        if zlib.crc32(kind + chunk) != checksum or len(rest) < 4 or rest[1:2] != b"\0":
            raise _damaged()
        _language, _, text = rest[2:].partition(b"\0")
        _translated, _, text = text.partition(b"\0")
        text = _unpacked(text) if rest[:1] == b"\1" else text
        if not text.startswith(_IN_BASE64):
            return text
        try:
            return b64decode(text[len(_IN_BASE64) :], validate=True)
        except Base64Error:
            raise _damaged() from None
    return None


def _chunks(picture: bytes) -> Iterator[tuple[bytes, bytes, int]]:
    """Yield the type, the data and the checksum of each chunk, up to one that is cut short."""
    place = len(PNG_SIGNATURE)
    while place + 12 <= len(picture):
        length = int.from_bytes(picture[place : place + 4], "big")
        end = place + 8 + length
        if end + 4 > len(picture):
            return
        checksum = int.from_bytes(picture[end : end + 4], "big")
        yield picture[place + 4 : place + 8], picture[place + 8 : end], checksum
        place = end + 4


def _in_pdf(picture: bytes) -> bytes | None:
    for found in _STREAM.finditer(picture):
        start = found.end()
        if start + 2 > len(picture):
            return None
        if _is_document(picture[start : start + LONGEST_START]):
            end = picture.find(b"endstream", start)
            if end < 0:
                raise _damaged()
            return picture[start:end].removesuffix(b"\n").removesuffix(b"\r")
        if picture[start] & 0x8F != 0x08 or ((picture[start] << 8) + picture[start + 1]) % 31:
            continue  # it does not begin as a compressed stream does (RFC 1950)
        try:
            first = zlib.decompressobj().decompress(picture[start : start + LONGEST_START], LONGEST_START)
        except zlib.error:
            continue
        if _is_document(first):
            return _unpacked(memoryview(picture)[start:])
    return None


def _is_document(start: bytes) -> bool:
    return start.startswith(ZIP_SIGNATURE) or (start.startswith(b"{") and KEYWORD in start)


def _unpacked(content: bytes | memoryview) -> bytes:
    unpacking = zlib.decompressobj()
    try:
        document = unpacking.decompress(content, MOST_UNPACKED)
    except zlib.error:
        raise _damaged() from None
    if unpacking.unconsumed_tail:
        raise EmbeddingError(gettext("the document in it is longer than {limit} bytes", limit=f"{MOST_UNPACKED:,}"))
    if not unpacking.eof:
        raise _damaged()
    return document


def _damaged() -> EmbeddingError:
    return EmbeddingError(gettext("the document in it is damaged"))
