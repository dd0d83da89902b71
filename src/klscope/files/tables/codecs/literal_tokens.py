"""The words, numbers and signs of a literal, and their values."""

from __future__ import annotations

import re

from klscope.files.tables.codecs.nested_values import Value, number_of
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
_ESCAPES = {"n": "\n", "t": "\t", "r": "\r", "0": "\0"}


class NotALiteralError(ValueError):
    """The text is not a literal."""


class UnendedError(NotALiteralError):
    """The text ends within brackets, and was a literal up to there."""


class Tokens:
    """A text and the place in it, with the token that stands there.

    Attributes
    ----------
    kind, token
        What stands here, and its text.
    start
        Where it begins.
    depth
        In how many values it stands.
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
        """Return the error for what stands here."""
        return UnendedError() if self.kind == "end" and self.depth > 0 else NotALiteralError()

    def takes(self, sign: str) -> bool:
        """Return whether a sign stands here, and go past it if it does."""
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
