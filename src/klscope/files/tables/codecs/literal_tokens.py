"""The tokens of a literal, and their values."""

from __future__ import annotations

import re
from typing import Any

from klscope.files.tables.codecs.nested_values import Value, number_of, object_of
from klscope.files.weights_text import WeightError, parse_weight

_TOKEN = re.compile(
    r"""(?:\s++|\#[^\n]*+)*+(?:
        (?P<dots>\.\.\.|…)
      | (?P<number>[+-]?(?:[0-9](?:_?[0-9])*+(?:\.[0-9]*+)?|\.[0-9]++)(?:[eE][+-]?[0-9]++)?(?:/[0-9]++)?)L?(?![\w.])
      | (?P<special>[+-]?(?:inf|Inf|infinity|Infinity|nan|NaN)(?![\w.(]))
      | (?P<text>"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*')
      | (?P<opaque><(?:class\s[^<>\n]*|[A-Z]\w*Backward\w*[^<>\n]*|[uif]\d|f\d|\w+\sobject\sat[^<>\n]*)>)
      | (?P<tensor><tf\.(?:Tensor|Variable)[^<>]*?numpy=)
      | (?P<name>[A-Za-z_][\w.]*|`[^`\n]+`)
      | (?P<arrow><-)
      | (?P<sign>[\[\](){},:=;>])
      | (?P<end>\Z)
    )""",
    re.VERBOSE,
)
_BARE_NUMBER = r"[+-]?[0-9.]++[0-9.eE/+-]*+"
_BARE_LIST = re.compile(
    r"(\s*+[A-Za-z_][\w.]*+\s*+(?:=|<-|:)\s*+)"
    rf"({_BARE_NUMBER}(?:(?:,[ \t]++|[ \t]++|,(?=[0-9]*+\.)){_BARE_NUMBER})++)"  # 1,204 is one number
)
_PROMPT = re.compile("(?m)^>>> ")
_ESCAPES = {"n": "\n", "t": "\t", "r": "\r", "0": "\0"}


class NotALiteralError(ValueError):
    """The text is not a literal."""


class UnendedError(NotALiteralError):
    """The text ends within brackets, and was a literal up to there."""


class Tokens:
    """A text, a position in it, and the token there.

    Attributes
    ----------
    kind, token
        The kind of the current token, and its text.
    start
        The position where it begins.
    depth
        The number of values that contain it.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self.place = 0
        self.depth = 0
        self.kind, self.token = "", ""
        self.start = 0
        self.next()

    def next(self) -> None:
        """Go to the next token."""
        found = _TOKEN.match(self.text, self.place)
        if found is None:
            raise NotALiteralError
        self.kind = found.lastgroup or ""
        self.token = found[self.kind]
        self.start = found.start(self.kind)
        self.place = found.end()

    def wrong(self) -> NotALiteralError:
        """Return the error for the current token."""
        return UnendedError() if self.kind == "end" and self.depth > 0 else NotALiteralError()

    def takes(self, sign: str) -> bool:
        """Return whether the current token is this sign, and go past it if it is."""
        if self.kind == "sign" and self.token == sign:
            self.next()
            return True
        return False


def number(token: str) -> Value:
    """Return the value of a number or a fraction."""
    if "/" in token:
        sign, text = (-1.0, token[1:]) if token.startswith("-") else (1.0, token)
        try:
            return sign * parse_weight(text)
        except WeightError:
            raise NotALiteralError from None
    return number_of(token.replace("_", "").removeprefix("+"))


def number_of_text(text: str) -> Value:
    """Return the value of ``Decimal('0.1')`` and ``Fraction('1/3')``; a text that is no number stays one."""
    try:
        float(text)
        return number_of(text)
    except ValueError:
        return number(text) if re.fullmatch(r"[0-9]+/[0-9]+", text) else text


def unescaped(token: str) -> str:
    """Return a text without its quotation marks and escapes."""
    inner = token[1:-1]
    if "\\" not in inner:
        return inner
    return re.sub(
        r"\\(?:u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|(.))",
        lambda found: chr(int(found[1] or found[2], 16)) if found[3] is None else _ESCAPES.get(found[3], found[3]),
        inner,
    )


def prepared(text: str) -> str:
    """Return a text without prompts of Python, and with ``P = 0.1, 0.9`` in brackets."""
    text = _PROMPT.sub("    ", text) if text.startswith(">>>") else text
    return _with_brackets(text)


def _with_brackets(text: str) -> str:
    """Put the numbers of ``P = 0.1, 0.9`` in brackets, if all lines are such."""
    if not _BARE_LIST.match(text):
        return text
    lines = [line for line in text.splitlines() if line.strip()]
    found = [_BARE_LIST.fullmatch(line.rstrip().removesuffix(";")) for line in lines]
    if any(one is None for one in found):
        return text
    return "\n".join(f"{one[1]}[{one[2]}]" for one in found if one is not None)


def with_names(values: list[Value], attributes: dict[str, Any]) -> Value:
    """Return the value of ``structure(c(0.1, 0.9), names = c("a", "b"))``."""
    if len(values) != 1:
        raise NotALiteralError
    value = values[0]
    names = attributes.get("names", attributes.get(".Names"))
    if isinstance(value, list) and isinstance(names, list) and len(names) == len(value):
        return object_of(list(zip(map(key_text, names), value, strict=True)))
    return value


def key_text(value: Value) -> str:
    """Return the name that a key of a dictionary gives."""
    if isinstance(value, list):
        return ", ".join(map(key_text, value))
    return value if isinstance(value, str) else str(value)
