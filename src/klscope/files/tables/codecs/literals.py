"""Texts as Python, numpy, torch, JAX, TensorFlow and R print or write values: ``array([0.1, 0.9])``, ``c(a = 0.1)``.

A text is such a value only if all of it is one, or a sequence of values or of named values: ``p = [0.1, 0.9]``.
Nothing is evaluated.
"""

from __future__ import annotations

import math
import re
from typing import Any

from klscope.files.tables.codecs.literal_tokens import (
    NotALiteralError,
    Tokens,
    UnendedError,
    key_text,
    number,
    number_of_text,
    prepared,
    unescaped,
    with_names,
)
from klscope.files.tables.codecs.nested_values import Value, is_number, object_of
from klscope.files.tables.contents import DEEPEST, DataError
from klscope.wording import gettext

FORMAT_NAME = "Python or R"
LONGEST = 20_000_000
"""The largest number of characters of a print that is read."""
_BEGINS_LIKE_A_LITERAL = re.compile(
    r"\s*+(?:#[^\n]*+\n\s*+)*+(?:Out\[\d+\]:\s*)?"
    r"(?:[\[({<]|[A-Za-z_][\w.]*+\s*+(?:\(|<-|=(?!=)|:|containing:))"
)
_WORDS: dict[str, Value] = {
    **dict.fromkeys(("None", "NULL", "NA")),
    **dict.fromkeys(("True", "TRUE"), True),
    **dict.fromkeys(("False", "FALSE"), False),
}
_ARRAYS = frozenset(
    ("array", "asarray", "matrix", "tensor", "Tensor", "as_tensor", "Parameter", "Array", "DeviceArray", "deque")
).union(("dict_items", "dict_values", "odict_items", "odict_values"))
_OBJECTS = frozenset(("Counter", "OrderedDict", "defaultdict", "mappingproxy"))
_SCALARS = re.compile(r"(?:u?int|float|bfloat|longdouble|str_|Decimal|Fraction|bool)\d*_?")
_LISTS = frozenset(("c", "list", "tuple", "dict", "structure"))
_CLOSING = {"[": "]", "(": ")", "{": "}"}


def parse(text: str) -> Value:
    """Return the value of a text that is a literal; None if it is none.

    Raises
    ------
    DataError
        It is one, but abbreviated, without its end, or nested too deeply.
    """
    text = prepared(text)
    if not _BEGINS_LIKE_A_LITERAL.match(text):
        return None
    if len(text) > LONGEST:
        if text.lstrip()[0] not in _CLOSING:
            return None
        what = gettext("the output is longer than {most} characters", most=f"{LONGEST:,}")
        raise DataError(what, gettext("save the numbers in a format such as .npy"))
    try:
        return _Reader(text).value()
    except UnendedError:
        line = text.rstrip().count("\n") + 1
        raise DataError(
            gettext("line {line}: a bracket is not closed", line=line), gettext("copy all of the output")
        ) from None
    except NotALiteralError:
        return None


class _Reader(Tokens):
    """A reader by recursive descent."""

    def value(self) -> Value:
        """Read the whole text."""
        named: list[tuple[str, Any]] = []
        values: list[Value] = []
        while self.kind != "end":
            if self.kind == "name" and self.token == "Out":
                self._prompt()
            name = self._assigned_name("=:")
            value = self._value()
            if name is None and (not isinstance(value, (list, dict)) or named):
                raise self.wrong()
            if name is not None and values:
                raise self.wrong()
            if name is None:
                values.append(value)
            else:
                named.append((name, value))
            while self.takes(",") or self.takes(";"):
                pass
        if named:
            return named[0][1] if len(named) == 1 and not is_number(named[0][1]) else object_of(named)
        if len(values) == 2 and all(isinstance(value, dict) for value in values):
            return {"P": values[0], "Q": values[1]}
        return values[0] if len(values) == 1 else values

    def _prompt(self) -> None:
        """Skip ``Out[3]:``."""
        self.next()
        if not (self.takes("[") and self.kind == "number"):
            raise self.wrong()
        self.next()
        if not (self.takes("]") and self.takes(":")):
            raise self.wrong()

    def _assigned_name(self, signs: str = "=") -> str | None:
        """Take a name and the sign of an assignment behind it, if they come next."""
        if self.kind != "name":
            return None
        before = self.place, self.kind, self.token, self.start
        name = self.token.strip("`")
        self.next()
        if self.kind == "arrow" or (self.kind == "sign" and self.token in signs):
            self.next()
            return name
        self.place, self.kind, self.token, self.start = before
        return None

    def _value(self) -> Value:
        self.depth += 1
        if self.depth > DEEPEST:
            raise DataError(
                gettext("lists or objects are nested more than {most} deep", most=DEEPEST),
                gettext("write the numbers as a list, or as an object of names and numbers"),
            )
        try:
            return self._inner_value()
        finally:
            self.depth -= 1

    def _inner_value(self) -> Value:
        kind, token = self.kind, self.token
        if kind == "dots":
            raise self._abbreviated()
        self._next_unless_end()
        if kind == "number":
            return number(token)
        if kind == "special":
            return math.nan if token.lower().endswith("nan") else -math.inf if token.startswith("-") else math.inf
        if kind == "text":
            return unescaped(token)
        if kind == "tensor":
            value = self._value()
            if not self.takes(">"):
                raise self.wrong()
            return value
        if kind == "sign" and token == "{":
            return self._dictionary()
        if kind == "sign" and token in "[(":
            return self._list(_CLOSING[token])
        if kind == "name":
            return self._named(token)
        raise self.wrong()

    def _next_unless_end(self) -> None:
        if self.kind == "end":
            raise self.wrong() if self.depth > 1 else NotALiteralError
        self.next()

    def _abbreviated(self) -> DataError:
        line = self.text.count("\n", 0, self.start) + 1
        return DataError(
            gettext("line {line}: the output is abbreviated, numbers are missing at '...'", line=line),
            gettext("print all: numpy.set_printoptions(threshold=sys.maxsize), torch.set_printoptions(profile='full')"),
        )

    def _list(self, closing: str) -> list[Any]:
        """Read the items of a list, all with commas between them or all with blanks, as numpy prints them."""
        values: list[Any] = []
        commas = 0
        while not self.takes(closing):
            values.append(self._value())
            if self.takes(","):
                commas += 1
            elif commas and not (self.kind == "sign" and self.token == closing):
                raise self.wrong()
        if commas not in (0, len(values) - 1, len(values)):
            raise self.wrong()
        return values

    def _dictionary(self) -> dict[str, Any]:
        pairs: list[tuple[str, Any]] = []
        while not self.takes("}"):
            key = self._value()
            if not self.takes(":"):
                raise self.wrong()
            pairs.append((key_text(key), self._value()))
            if not self.takes(",") and not (self.kind == "sign" and self.token == "}"):
                raise self.wrong()
        return object_of(pairs)

    def _named(self, name: str) -> Value:
        if name in _WORDS:
            return _WORDS[name]
        if name == "Parameter" and self.kind == "name" and self.token == "containing":
            self.next()
            if not self.takes(":"):
                raise self.wrong()
            return self._value()
        if not self.takes("("):
            raise NotALiteralError
        last = name.rpartition(".")[2]
        if name in _LISTS:
            return self._arguments_as_values(name)
        if last in _ARRAYS or last in _OBJECTS or _SCALARS.fullmatch(last):
            return self._first_argument(last)
        raise self.wrong()

    def _arguments_as_values(self, name: str) -> Value:
        """Read ``c(0.1, 0.9)`` or ``c(a = 0.1, b = 0.9)``."""
        pairs: list[tuple[str, Any]] = []
        values: list[Value] = []
        while not self.takes(")"):
            key = self._assigned_name() if self.kind == "name" else self._quoted_name()
            value = self._value()
            if key is None:
                values.append(value)
            else:
                pairs.append((key, value))
            if not self.takes(",") and not (self.kind == "sign" and self.token == ")"):
                raise self.wrong()
        if name == "structure":
            return with_names(values, dict(pairs))
        if name in ("tuple", "dict") and len(values) == 1 and not pairs:
            return values[0]
        if pairs and values:
            raise self.wrong()
        if pairs:
            return object_of(pairs)
        inner = [value for value in values if isinstance(value, list)]
        if name == "c" and values and len(inner) == len(values):
            return [one for value in inner for one in value]
        return values

    def _quoted_name(self) -> str | None:
        if self.kind != "text":
            return None
        before = self.place, self.kind, self.token, self.start
        name = unescaped(self.token)
        self.next()
        if self.takes("="):
            return name
        self.place, self.kind, self.token, self.start = before
        return None

    def _first_argument(self, name: str) -> Value:
        """Read the value of ``array(…, dtype=float32)``, and skip the other arguments."""
        value: Value = {} if name in _OBJECTS else []
        is_first = True
        while not self.takes(")"):
            named = self._assigned_name() is not None
            read = self._argument()
            is_type = name == "defaultdict" or (name == "array" and isinstance(read, str))
            if not named and is_first and not (is_type and not isinstance(read, (dict, list))):
                value, is_first = read, False
            elif not named and name == "Fraction" and isinstance(value, int) and isinstance(read, int) and read:
                value = value / read
            if not self.takes(",") and not (self.kind == "sign" and self.token == ")"):
                raise self.wrong()
        if _SCALARS.fullmatch(name) and isinstance(value, str) and name in ("Decimal", "Fraction"):
            return number_of_text(value)
        return value

    def _argument(self) -> Value:
        """Read an argument, which may be the name of a type: ``torch.float64``, ``<SumBackward0>``."""
        if self.kind == "opaque":
            self.next()
            return None
        if self.kind == "name" and self.token not in _WORDS:
            before = self.place, self.kind, self.token, self.start
            self.next()
            if self.kind == "sign" and self.token in ",)":
                return None
            if self.takes("("):
                self.place, self.kind, self.token, self.start = before
                if self.token.rpartition(".")[2] in ("dtype", "device", "type"):
                    self.next()
                    return self._list_in_parentheses()
            else:
                self.place, self.kind, self.token, self.start = before
        return self._value()

    def _list_in_parentheses(self) -> Value:
        """Skip ``dtype('float32')`` and ``device(type='cuda', index=0)``."""
        if not self.takes("("):
            raise self.wrong()
        while not self.takes(")"):
            self._assigned_name()
            self._argument()
            self.takes(",")
        return None
