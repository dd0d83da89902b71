"""JSON files: one value, or one in each line; numbers are read exactly, as in other texts."""

from __future__ import annotations

import json
import math
import re

from klscope.files.tables.codecs.encodings import decoded
from klscope.files.tables.codecs.nested_lists import too_deep
from klscope.files.tables.codecs.nested_tables import contents_of
from klscope.files.tables.codecs.nested_values import Value, number_of, object_of
from klscope.files.tables.contents import Contents, DataError
from klscope.files.tables.data_source import DataSource
from klscope.files.tables.limits import MOST_CELLS
from klscope.files.tables.options import ReadOptions
from klscope.files.weights_text import quoted
from klscope.wording import gettext

FORMAT_NAME = "JSON"
_BEGINS_LIKE_JSON = re.compile(r'\s*[\[{]\s*(?:["\[{\]}]|-?[0-9]|true|false|null|-?Infinity|NaN)')
_LONGEST_QUOTED = 20
_CONSTANTS = {"NaN": math.nan, "Infinity": math.inf, "-Infinity": -math.inf}
_DECODER = json.JSONDecoder(
    object_pairs_hook=object_of,
    parse_float=number_of,
    parse_int=number_of,
    parse_constant=_CONSTANTS.__getitem__,
    strict=False,
)


class NotJsonError(ValueError):
    """A text that is not JSON, and the position of the error."""

    def __init__(self, text: str, place: int) -> None:
        super().__init__(place)
        self.text, self.place = text, place

    def as_data_error(self) -> DataError:
        """Return the error that says where and what."""
        before = self.text[: self.place]
        found = self.text[self.place :].lstrip().partition("\n")[0][:_LONGEST_QUOTED]
        line, column = before.count("\n") + 1, self.place - before.rfind("\n")
        if not found:
            return DataError(
                gettext("line {line}, character {column}: the text ends before the JSON does", line=line, column=column)
            )
        return DataError(
            gettext("line {line}, character {column}: {text} is not JSON", line=line, column=column, text=quoted(found))
        )


def read(source: DataSource, options: ReadOptions) -> Contents:
    """Read a JSON file: a value, or a value in each line."""
    text = decoded(source.read(), options.encoding)
    if not text.strip():
        raise DataError(gettext("there is nothing to read"))
    try:
        value = parsed(text)
    except NotJsonError as error:
        raise error.as_data_error() from None
    return contents_of(value, source.name, options, FORMAT_NAME)


def begins_like_json(text: str) -> bool:
    """Return whether a text may be a list or an object of JSON."""
    return _BEGINS_LIKE_JSON.match(text) is not None


def parsed(text: str) -> Value:
    """Return the value of a JSON text; the values of several lines are a list.

    Raises
    ------
    NotJsonError
        The text is not JSON.
    DataError
        It has too many or too deeply nested items.
    """
    if text.count(",") > MOST_CELLS:
        raise DataError(
            gettext("there are more than {most} items", most=f"{MOST_CELLS:,}"),
            gettext("save the numbers in a format such as .npy"),
        )
    try:
        return _value(text)
    except json.JSONDecodeError as error:
        try:
            return _lines(text)
        except json.JSONDecodeError:
            raise NotJsonError(text, error.pos) from None
    except RecursionError:
        raise too_deep() from None


def _value(text: str) -> Value:
    value: Value = _DECODER.decode(text)
    return value


def _lines(text: str) -> Value:
    """Return the values of lines; a single line that is not JSON raises the error of the whole."""
    lines = [line for line in text.split("\n") if line.strip()]
    first = _value(lines[0])
    try:
        return [first, *map(_value, lines[1:])]
    except RecursionError:
        raise too_deep() from None
