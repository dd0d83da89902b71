"""The parser of expressions: labels are taken out, Python's parser reads operators and parentheses.

Only the nodes that `Source` names are accepted; nothing is executed.
"""

from __future__ import annotations

import ast
import difflib
import math
import re

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
from klscope.wording import gettext

LONGEST = 300
LABEL = r"\(\*(\d+)\)"
"""A label in `Source.text`, as a regular expression; its group is the index in `Source.labels`."""

_LABELLED = re.compile(r'\b(P|Q|term)\s*\(\s*(?:"((?:[^"]|"")*)"|([^()",]*))\s*\)')
_ALIKE = str.maketrans({"−": "-", "·": "*", "×": "*", "‖": ",", "∞": " inf "})
_TWO_WORDS = re.compile(r"\b(log)\s+(n)\b|\b(max)\s+([PQ])\b")
_UNKNOWN_SIGN = re.compile(r"[^\w\s.,()+*/-]")
_OPERATORS: dict[type[ast.operator], str] = {ast.Add: "+", ast.Sub: "-", ast.Mult: "*", ast.Div: "/"}
_LABEL_FORMS = tuple(form for name in ("P", "Q", "term") for form in (f"{name}(label)", f'{name}("a, b")'))


class Source:
    """A text with its labels taken out, so that it can be split at words, whatever the labels are.

    Attributes
    ----------
    whole
        The text, for messages.
    text
        The text with ``(*0)`` for the first label, ``(*1)`` for the second …
    labels
        The labels.
    """

    def __init__(self, whole: str) -> None:
        self.whole = whole.strip()
        if len(whole) > LONGEST:
            raise ExpressionError(
                gettext("{text} is longer than {longest} characters", text=quoted(whole), longest=LONGEST),
                gettext("split it, or put part of it into a state"),
            )
        self.labels: list[str] = []
        self.text = _LABELLED.sub(self._without_label, self.whole)

    def _without_label(self, found: re.Match[str]) -> str:
        label = found[3].strip() if found[2] is None else found[2].replace('""', '"')
        if not label.strip():
            return found[0]
        self.labels.append(label)
        return f"{found[1]}(*{len(self.labels) - 1})"

    def expression(self, part: str) -> Expression:
        """Parse a part of `text`; raises `ExpressionError`."""
        plain = _TWO_WORDS.sub(lambda found: "_".join(filter(None, found.groups())), part.translate(_ALIKE))
        if _UNKNOWN_SIGN.search(plain) is not None:
            raise self._no_expression()
        try:
            tree = ast.parse(plain.strip(), mode="eval")
        except (SyntaxError, ValueError, MemoryError, RecursionError):
            raise self._no_expression() from None
        return self._read(tree.body)

    def _read(self, node: ast.expr) -> Expression:
        match node:
            case ast.BinOp(left, operator, right) if type(operator) in _OPERATORS:
                return Operation(_OPERATORS[type(operator)], self._read(left), self._read(right))
            case ast.UnaryOp(ast.USub(), of):
                return Negative(self._read(of))
            case ast.Constant(int() | float() as value) if value is not True and value is not False:
                return Number(float(value))
            case ast.Call(ast.Name("P" | "Q" as side), [ast.Starred(ast.Constant(int(index)))], []):
                return Probability(Side(side), self.labels[index])
            case ast.Call(ast.Name("term"), [ast.Starred(ast.Constant(int(index)))], []):
                return KLTerm(self.labels[index])
            case ast.Call(ast.Name("log"), [of], []):
                return Logarithm(self._read(of))
            case ast.Call(ast.Name(name), [of], []) if (found := _ordered().get(name)) is not None:
                order = self._read(of)
                if isinstance(order, Number):
                    return MeasureValue(found, order.value)
                raise self._refused(name)
            case ast.Name(name) | ast.Call(ast.Name(name)):
                known = _known().get(ast.unparse(node).replace(" ", ""))
                if known is not None:
                    return known
                raise self._refused(name)
        raise self._no_expression()

    def _refused(self, name: str) -> ExpressionError:
        """Return the error for a name that is unknown, or not of what stands behind it."""
        every = (*_LABEL_FORMS, "log n", "log(EXPRESSION)", "max P", "max Q", *_known())
        every += tuple(f"{name}(2)" for name in _ordered())
        names = {form: re.split(r"[ (]", form)[0] for form in every}
        near = difflib.get_close_matches(name, names.values(), n=1)
        what = gettext("{word} cannot stand here in {text}", word=quoted(name), text=quoted(self.whole))
        forms = [form for form in every if names[form] == name]
        if forms:
            return ExpressionError(what, gettext("write {forms}", forms=gettext(" or ").join(forms)))
        return ExpressionError(what, gettext("did you mean {meant}?", meant=near[0]) if near else _what_to_write())

    def _no_expression(self) -> ExpressionError:
        return ExpressionError(gettext("{text} is no expression", text=quoted(self.whole)), _what_to_write())


def _known() -> dict[str, Expression]:
    """Return what needs no label and no order, as it is written."""
    found: dict[str, Expression] = {quantity.value.replace(" ", "_"): Whole(quantity) for quantity in Quantity}
    found["inf"] = Number(math.inf)
    for measure in catalogue.MEASURES:
        if not measure.takes_order:
            found[measure.written] = MeasureValue(measure.name)
            if "(" not in measure.written:
                found[f"{measure.written}(P,Q)"] = MeasureValue(measure.name)
    return found


def _ordered() -> dict[str, str]:
    """Return the names of the measures of an order, as they are written."""
    return {measure.written: measure.name for measure in catalogue.MEASURES if measure.takes_order}


def _what_to_write() -> str:
    return gettext("write P(label), H(P), H(P,Q), KL, JS, TV, a number … (resources/lessons/README.md has all)")


def read_expression(text: str) -> Expression:
    """Parse an expression; raises `ExpressionError`."""
    source = Source(text)
    return source.expression(source.text)
