"""JSON as it stands in a document: an object's fields on lines of their own, lists of numbers and texts in one line."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import numpy as np

from klscope.files.documents.fields import MINUS_INFINITY, Field
from klscope.wording import gettext


class JsonError(Exception):
    """What JSON permits, and a document does not; the message says what."""


def in_text(values: np.ndarray[Any, Any]) -> list[Any]:
    """Return the numbers of an array as a text has them: JSON has none for −∞."""
    return [MINUS_INFINITY if value == -np.inf else value for value in values.tolist()]


def write_json(value: Any) -> bytes:
    """Return the text of a value as UTF-8; half of a surrogate pair, which UTF-8 has no bytes for, is escaped."""
    return f"{_text(value, '')}\n".encode("utf-8", "backslashreplace")  # which is the escape of JSON, too


def _text(value: Any, indent: str) -> str:
    inner = indent + "  "
    if isinstance(value, dict) and value:
        lines = [f"{inner}{json.dumps(key)}: {_text(one, inner)}" for key, one in value.items()]
        return "{\n" + ",\n".join(lines) + f"\n{indent}}}"
    if isinstance(value, list) and any(isinstance(one, (dict, list)) for one in value):
        return "[\n" + ",\n".join(f"{inner}{_text(one, inner)}" for one in value) + f"\n{indent}]"
    return json.dumps(value, ensure_ascii=False, allow_nan=False)


def read_json(content: bytes, name: str, resolve: Callable[[str], Any] | None = None) -> Any:
    """Return the value of a JSON text.

    Parameters
    ----------
    content
        UTF-8, with or without a byte order mark.
    name
        The name of the document in messages.
    resolve
        Returns what ``{"file": NAME}`` stands for; None where nothing does.

    Raises
    ------
    FileError
        It is no JSON, or an object has a field twice.
    """

    def made(pairs: list[tuple[str, Any]]) -> Any:
        record = dict(pairs)
        if len(record) < len(pairs):
            seen: set[str] = set()
            for twice, _ in pairs:
                if twice in seen:
                    break
                seen.add(twice)
            raise JsonError(gettext("the field {key} stands there twice", key=json.dumps(twice, ensure_ascii=False)))
        if resolve is not None and record.keys() == {"file"}:
            return resolve(record["file"])
        return record

    def refuse(text: str) -> None:
        raise JsonError(gettext("{value} is not a number of JSON", value=text))

    try:
        return json.loads(content.decode("utf-8-sig"), object_pairs_hook=made, parse_constant=refuse)
    except UnicodeDecodeError as error:
        reason = gettext("byte {position} is not UTF-8", position=error.start + 1)
    except json.JSONDecodeError as error:
        reason = gettext("line {line}, column {column}: it is not valid JSON", line=error.lineno, column=error.colno)
    except RecursionError:
        reason = gettext("it is nested too deeply")
    except JsonError as error:
        reason = str(error)
    except ValueError:  # Python does not read integers of thousands of digits
        reason = gettext("a number in it is too long")
    raise Field(None, name).error(reason)
