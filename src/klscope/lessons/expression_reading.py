"""The parser of expressions: a scanner and a recursive descent parser."""

from __future__ import annotations

import difflib
import re
from dataclasses import dataclass

from klscope.files.weights_text import quoted
from klscope.lessons.expressions import (
    Expression,
    KLTerm,
    Logarithm,
    MeasureValue,
    Negative,
    Number,
    Operation,
    Probability,
    Quantity,
    Whole,
)
from klscope.lessons.mistakes import ExpressionError
from klscope.model.comparison import Side
from klscope.theory import catalogue
from klscope.theory.catalogue_row import Measure
from klscope.wording import gettext

LONGEST = 300
DEEPEST = 20

_TOKEN = re.compile(
    r"(?P<number>(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?|∞)"
    r"|(?P<name>[^\W\d_]\w*)"
    r"|(?P<symbol><=|>=|\+-|[-+−*·×/()<>=≤≥±,‖])"
    r"|(?P<other>.)",
    re.DOTALL,
)
_LABEL = re.compile(r'\s*\(\s*(?:"((?:[^"]|"")*)"|([^()",]*))\s*\)')
_ALIKE = {"−": "-", "·": "*", "×": "*", "≤": "<=", "≥": ">=", "+-": "±", "‖": ","}
_SIDES = {"P": Side.P, "Q": Side.Q}
_FIXED_NAMES = ("P", "Q", "term", "log", "max", "inf", "n")


def _forms(name: str) -> dict[str, Measure]:
    """Return the measures that a function gives, by what stands in its parentheses; "" where it stands alone."""
    forms: dict[str, Measure] = {}
    for measure in catalogue.MEASURES:
        function, _, inside = measure.written.partition("(")
        if function == name:
            forms[inside.removesuffix(")")] = measure
            if not inside and not measure.takes_order:
                forms["P,Q"] = measure
    return forms


def _names() -> tuple[str, ...]:
    functions = (measure.written.partition("(")[0] for measure in catalogue.MEASURES)
    return (*_FIXED_NAMES, *dict.fromkeys(functions))


@dataclass(frozen=True)
class Token:
    """A token: its kind (number, name, symbol, other or end), its text, and its start and end."""

    kind: str
    text: str
    start: int
    end: int


class Scanner:
    """Yields the tokens of a text on demand: the text after an expression (``of STATE``) has another grammar."""

    def __init__(self, text: str) -> None:
        if len(text) > LONGEST:
            raise ExpressionError(
                gettext("{text} is longer than {longest} characters", text=quoted(text), longest=LONGEST),
                gettext("split it, or put part of it into a state"),
            )
        self.text = text
        self._place = 0

    def peek(self) -> Token:
        """Return the next token without consuming it."""
        start = self._place
        while start < len(self.text) and self.text[start].isspace():
            start += 1
        found = _TOKEN.match(self.text, start)
        if found is None:
            return Token("end", "", start, start)
        kind = str(found.lastgroup)
        text = found[0]
        return Token(kind, _ALIKE.get(text, text) if kind == "symbol" else text, start, found.end())

    def take(self) -> Token:
        """Return and consume the next token."""
        token = self.peek()
        self._place = token.end
        return token

    def took(self, *texts: str) -> str | None:
        """Consume the next token if it is one of ``texts`` and return it; else return None."""
        token = self.peek()
        if token.kind in ("name", "symbol") and token.text in texts:
            self._place = token.end
            return token.text
        return None

    def label(self, name: str) -> str:
        """Read the ``(label)`` of ``P(label)``; a label with a parenthesis or a comma is in double quotes."""
        found = _LABEL.match(self.text, self._place)
        if found is None:
            raise ExpressionError(
                gettext("{name} has no label in {text}", name=name, text=quoted(self.text)),
                gettext(
                    'write {name}(label), and {name}("label") '
                    "if the label has a comma, a parenthesis or a quotation mark",
                    name=name,
                ),
            )
        label = found[2].strip() if found[1] is None else found[1].replace('""', '"')
        if not label.strip():
            raise ExpressionError(
                gettext("{name}() in {text} names no category", name=name, text=quoted(self.text)),
                gettext("write {name}(label)", name=name),
            )
        self._place = found.end()
        return label

    def skip(self, words: str) -> None:
        """Skip ``words`` and the spaces before them."""
        self._place = self.text.index(words, self._place) + len(words)

    def rest(self) -> str:
        """Return the text not yet consumed."""
        return self.text[self._place :].strip()

    def unexpected(self) -> ExpressionError:
        """Return the error for an unexpected token."""
        token = self.peek()
        if token.kind == "end":
            return ExpressionError(gettext("{text} ends too early", text=quoted(self.text.strip())), _what_to_write())
        near = difflib.get_close_matches(token.text, _names(), n=1) if token.kind == "name" else []
        meant = near[0] if near and near[0] != token.text else None
        return ExpressionError(
            gettext("{word} cannot stand here in {text}", word=quoted(token.text), text=quoted(self.text)),
            _what_to_write() if meant is None else gettext("did you mean {meant}?", meant=meant),
        )


def _what_to_write() -> str:
    return gettext("write P(label), H(P), H(P,Q), KL, JS, TV, a number … (resources/lessons/README.md has all)")


def read_expression(text: str) -> Expression:
    """Parse an expression; raises `ExpressionError`."""
    scanner = Scanner(text)
    expression = expression_of(scanner)
    if scanner.peek().kind != "end":
        raise scanner.unexpected()
    return expression


def expression_of(scanner: Scanner, depth: int = 0) -> Expression:
    """Parse the longest expression at the position of the scanner."""
    left = _product_of(scanner, depth)
    while (operator := scanner.took("+", "-")) is not None:
        left = Operation(operator, left, _product_of(scanner, depth))
    return left


def _product_of(scanner: Scanner, depth: int) -> Expression:
    left = _factor_of(scanner, depth)
    while (operator := scanner.took("*", "/")) is not None:
        left = Operation(operator, left, _factor_of(scanner, depth))
    return left


def _factor_of(scanner: Scanner, depth: int) -> Expression:
    if depth > DEEPEST:
        raise ExpressionError(
            gettext("{text} has too many parentheses or signs in one another", text=quoted(scanner.text)),
            gettext("simplify it"),
        )
    if scanner.took("-") is not None:
        return Negative(_factor_of(scanner, depth + 1))
    if scanner.took("(") is not None:
        return _closed(scanner, depth)
    token = scanner.peek()
    if token.kind == "number":
        scanner.take()
        return Number(float("inf") if token.text == "∞" else float(token.text))
    if token.kind != "name" or token.text not in _names():
        raise scanner.unexpected()
    return _named(scanner, scanner.take().text, depth)


def _named(scanner: Scanner, name: str, depth: int) -> Expression:
    if name in _SIDES:
        return Probability(_SIDES[name], scanner.label(name))
    if name == "term":
        return KLTerm(scanner.label(name))
    if name == "inf":
        return Number(float("inf"))
    if name == "n":
        return Whole(Quantity.NUMBER_OF_CATEGORIES)
    if name == "max":
        side = scanner.took("P", "Q")
        if side is None:
            raise ExpressionError(
                gettext("max is of nothing in {text}", text=quoted(scanner.text)), gettext("write max P or max Q")
            )
        return Whole(Quantity.LARGEST_P if side == "P" else Quantity.LARGEST_Q)
    if name != "log":
        return _measure(scanner, name)
    if scanner.took("n") is not None:
        return Whole(Quantity.LOG_N)
    if scanner.took("(") is None:
        raise ExpressionError(
            gettext("log is of nothing in {text}", text=quoted(scanner.text)), gettext("write log n or log(EXPRESSION)")
        )
    return Logarithm(_closed(scanner, depth))


def _closed(scanner: Scanner, depth: int) -> Expression:
    inner = expression_of(scanner, depth + 1)
    if scanner.took(")") is None:
        raise scanner.unexpected()
    return inner


def _measure(scanner: Scanner, name: str) -> Expression:
    forms = _forms(name)
    if "" in forms and forms[""].takes_order:
        return MeasureValue(forms[""].name, _order(scanner, name))
    sides = ""
    if scanner.took("(") is not None:
        while (part := scanner.took("P", "Q", ",")) is not None:
            sides += part
        if scanner.took(")") is None or not sides:
            sides = "?"
    if sides not in forms:
        written = gettext(" or ").join(f"{name}({inside})" for inside in forms if inside)
        raise ExpressionError(
            gettext("{name} is not of P and Q in {text}", name=name, text=quoted(scanner.text)),
            gettext("write {forms}", forms=written),
        )
    return MeasureValue(forms[sides].name)


def _order(scanner: Scanner, name: str) -> float:
    """Read ``(α)``, of ``Renyi(0.5)``."""
    if scanner.took("(") is not None:
        token = scanner.take()
        if (token.kind == "number" or token.text == "inf") and scanner.took(")") is not None:
            return float(token.text.replace("∞", "inf"))
    raise ExpressionError(
        gettext("{name} has no order in {text}", name=name, text=quoted(scanner.text)),
        gettext("write {name}(2), or another number from 0 on", name=name),
    )
