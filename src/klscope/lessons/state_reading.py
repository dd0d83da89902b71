"""The reader of states: labels, weights and locks."""

from __future__ import annotations

from functools import partial

from klscope.files.weights_text import WeightError, lost_weight, parse_weights, quoted
from klscope.lessons.lesson import LessonState
from klscope.lessons.mistakes import ExpressionError, Mistakes
from klscope.lessons.names import listed, near
from klscope.lessons.sections import Section
from klscope.model.comparison import FEWEST_CATEGORIES, MOST_EDITABLE_CATEGORIES, Comparison, Side, default_labels
from klscope.theory.reading import LostWeightError
from klscope.wording import gettext


def read_states(sections: list[Section], mistakes: Mistakes) -> dict[str, LessonState | None]:
    """Return the states by name; None for a state with mistakes, so that references to it are valid."""
    states: dict[str, LessonState | None] = {}
    for section in sections:
        name = section.title
        if name in states or len(name.split()) != 1 or any(sign in name for sign in ":{}"):
            if name:
                what = gettext("{name} cannot name a state", name=quoted(name))
                mistakes.add(section.line, what, gettext("write one word, another for each: '## state die'"))
            continue
        comparison = _comparison(section, mistakes)
        states[name] = None if comparison is None else LessonState(name, comparison)
    return states


def _comparison(section: Section, mistakes: Mistakes) -> Comparison | None:
    p, q = (mistakes.attempt(section.line_of(side.value), partial(_weights, section, side)) for side in Side)
    labels = mistakes.attempt(section.line_of("labels"), partial(_names, section, "labels"))
    if p is None or q is None or labels is None:
        return None
    if "labels" not in section.fields:
        labels = list(default_labels(len(p)))
    what = _mismatch(labels, p, q)
    if what:
        mistakes.add(section.line, what, gettext("give a label and two weights for each category"))
        return None
    try:
        comparison = Comparison.from_weights(labels, p, q, origin=section.title)
    except LostWeightError as error:
        lost = lost_weight(error.position, error.weight, error.largest)
        mistakes.add(section.line_of(error.name), f"{error.name}: {lost.what}", lost.remedy)
        return None
    for side in Side:
        comparison = _locked(section, side, comparison, mistakes)
    return comparison


def _mismatch(labels: list[str], p: list[float], q: list[float]) -> str:
    """Return why labels and weights are not a valid state; empty if they are."""
    if not len(labels) == len(p) == len(q):
        return gettext(
            "there are {labels} labels, {p} weights for P, {q} for Q", labels=len(labels), p=len(p), q=len(q)
        )
    if not FEWEST_CATEGORIES <= len(p) <= MOST_EDITABLE_CATEGORIES:
        return gettext(
            "{count} categories are not from {fewest} to {most}",
            count=len(p),
            fewest=FEWEST_CATEGORIES,
            most=MOST_EDITABLE_CATEGORIES,
        )
    if len({label for label in labels if label}) < len(labels):
        return gettext("a label is empty, or stands twice")
    return "" if any(p) and any(q) else gettext("P or Q has no weight above 0")


def _names(section: Section, key: str) -> list[str]:
    text = section.value(key)
    return [] if text is None else listed(text)


def _weights(section: Section, side: Side) -> list[float]:
    text = section.value(side.value)
    if text is None:
        what = gettext("state {name} has no {side}", name=quoted(section.title), side=side.value)
        raise ExpressionError(what, gettext("write {side}: 1, 2, 3", side=side.value))
    try:
        return parse_weights(text)
    except WeightError as error:
        raise ExpressionError(f"{side.value}: {error.what}", error.remedy or gettext("write another weight")) from error


def _locked(section: Section, side: Side, comparison: Comparison, mistakes: Mistakes) -> Comparison:
    key = f"locks {side.value}"
    names = mistakes.attempt(section.line_of(key), partial(_names, section, key)) or []
    for name in names:
        if name not in comparison.labels:
            what = gettext("{field}: there is no category {label}", field=key, label=quoted(name))
            mistakes.add(section.line_of(key), what, near(name, comparison.labels))
    return comparison.with_locks(side, [label in names for label in comparison.labels])
