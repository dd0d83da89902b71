"""Text as data: its encoding, printed arrays, and tables."""

from __future__ import annotations

from klscope.files.tables.contents import Contents, DataError, Question, TextTable
from klscope.files.tables.data_source import DataSource
from klscope.files.tables.options import ReadOptions
from klscope.wording import gettext


def read(source: DataSource, options: ReadOptions) -> Contents:
    """Read a text."""
    return Contents(source.name, {"": TextTable(decoded(source.read(), options))}, format_name="text")


def decoded(content: bytes, options: ReadOptions) -> str:
    """Return the characters of a text: in UTF-8 or UTF-16 by its byte order mark, else UTF-8, else CP949."""
    if options.encoding is not None:
        encodings = [options.encoding]
    elif content.startswith((b"\xff\xfe", b"\xfe\xff")):
        encodings = ["utf-16"]
    else:
        encodings = ["utf-8-sig", "cp949"]
    for encoding in encodings:
        try:
            return content.decode(encoding)
        except (UnicodeError, LookupError):
            pass
    raise DataError(
        gettext("the text is not in {encoding}", encoding=encodings[0].removesuffix("-sig")),
        gettext("say which encoding it has"),
        Question.ENCODING,
    )
