"""Goals of lessons as readable text, with mathematical signs."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from PySide6.QtCore import QCoreApplication

from klscope.lessons.expressions import (
    Expression,
    KLTerm,
    Logarithm,
    MeasureValue,
    Negative,
    Operation,
    Probability,
    Quantity,
    Whole,
    level_of,
    printed,
)
from klscope.lessons.goal_readings import ConditionReading
from klscope.lessons.goals import Condition, Equality, Finiteness, Goal, Inequality, Locked, Untouched
from klscope.numerals import shortest
from klscope.theory.catalogue import named
from klscope.theory.catalogue_row import Direction

translate = QCoreApplication.translate
SIGNS = {"<=": "≤", ">=": "≥", "*": "·", "-": "−"}
"""The signs shown for typed relations and operators."""
DONE, OPEN = "✓", "○"


def goal_words(goal: Goal) -> str:
    """Return the conditions of a goal, separated by semicolons."""
    return "; ".join(condition_words(condition) for condition in goal.conditions)


def goal_html(goal: Goal, readings: Iterable[ConditionReading], reached: bool) -> str:
    """Return a goal as rich text with current values; several conditions are on separate lines."""
    pattern = translate("Lessons", "Reached: {goal}") if reached else translate("Lessons", "Goal: {goal}")
    pairs = zip(goal.conditions, readings, strict=True)
    lines = [(DONE if reading.holds else OPEN, _with_numbers(one, reading)) for one, reading in pairs]
    if len(lines) == 1:
        return escape(pattern.format(goal=lines[0][1]))
    # a table, so that wrapped lines align with the text, not with the mark
    cells = [f"<td>{mark}&nbsp;</td><td>{escape(words)}</td>" for mark, words in lines]
    head = f"<td rowspan='{len(cells)}'>{escape(pattern.format(goal='').strip())}&nbsp;&nbsp;</td>"
    rows = "".join(f"<tr>{cell}</tr>" for cell in (head + cells[0], *cells[1:]))
    return f"<table cellspacing='0' cellpadding='0'>{rows}</table>"


def _with_numbers(condition: Condition, reading: ConditionReading) -> str:
    words = condition_words(condition)
    if not reading.values:
        return words
    if len(reading.values) == 1:
        return translate("Lessons", "{condition} · now {value}").format(condition=words, value=reading.values[0])
    pattern = translate("Lessons", "{condition} · now {left} and {right}")
    return pattern.format(condition=words, left=reading.values[0], right=reading.values[1])


def condition_words(condition: Condition) -> str:
    """Return the text of a condition."""
    match condition:
        case Untouched(side, None):
            return translate("Lessons", "{side} as it was").format(side=side.value)
        case Untouched(side, str(label)):
            return translate("Lessons", "{side}({label}) as it was").format(side=side.value, label=label)
        case Locked(side, label):
            return translate("Lessons", "{side}({label}) locked").format(side=side.value, label=label)
        case Finiteness(of, True):
            return f"{expression_words(of)} = ∞"
        case Finiteness(of, False):
            return f"{expression_words(of)} < ∞"
        case Inequality(left, relation, right):
            return f"{expression_words(left)} {SIGNS.get(relation, relation)} {expression_words(right)}"
        case Equality(left, right, tolerance):
            within = "" if tolerance is None else f" ± {expression_words(tolerance)}"
            return f"{expression_words(left)} = {expression_words(right)}{within}"
    raise AssertionError(condition)


def limit_words(goal: Goal | None, of: Expression) -> str:
    """Return the relation and the limit of a goal on a single expression: "< 0.05"; else empty."""
    for condition in () if goal is None else goal.conditions:
        if isinstance(condition, Inequality | Equality) and condition.left == of:
            return condition_words(condition).removeprefix(expression_words(of)).strip()
    return ""


def expression_words(expression: Expression) -> str:
    """Return the text of an expression, with names of a lesson's file in words."""
    match expression:
        case Probability(side, label):
            return f"{side.value}({label})"
        case KLTerm(label):
            return translate("Lessons", "the term of {label}").format(label=label)
        case MeasureValue(name, order):
            return _of_measure(name, order)
        case Whole(quantity):
            return _of_whole(quantity)
        case Logarithm(inner):
            return f"log({expression_words(inner)})"
        case Negative(inner):
            return f"−{_inside(inner, 3)}"
        case Operation(operator, left, right):
            level = level_of(expression)
            return f"{_inside(left, level)} {SIGNS.get(operator, operator)} {_inside(right, level + 1)}"
        case _:
            return printed(expression)


def _of_measure(name: str, order: float) -> str:
    words = {
        "hellinger_distance": translate("Lessons", "the Hellinger distance"),
        "perplexity_p": translate("Lessons", "perplexity of P"),
        "perplexity_q": translate("Lessons", "perplexity of Q"),
        "cross_perplexity": translate("Lessons", "perplexity of Q on P"),
    }
    measure = named(name)
    text = words.get(name, measure.written if measure.direction is Direction.SYMMETRIC else measure.symbol)
    return f"{text}, α = {shortest(order)}" if measure.takes_order else text


def _of_whole(quantity: Quantity) -> str:
    words = {
        Quantity.LARGEST_P: translate("Lessons", "the largest P(i)"),
        Quantity.LARGEST_Q: translate("Lessons", "the largest Q(i)"),
    }
    return words.get(quantity, quantity.value)


def _inside(expression: Expression, level: int) -> str:
    text = expression_words(expression)
    return text if level_of(expression) >= level else f"({text})"
