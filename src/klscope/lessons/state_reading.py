"""A state read from its section: labels, weights and locks."""

from __future__ import annotations

from klscope.files.weights_text import WeightError, parse_weights, quoted
from klscope.lessons.lesson import LessonState
from klscope.lessons.mistakes import ExpressionError, Mistakes
from klscope.lessons.names import listed, near
from klscope.lessons.sections import Section
from klscope.model.comparison import FEWEST_CATEGORIES, MOST_EDITABLE_CATEGORIES, Comparison, Side
from klscope.theory.distribution import DistributionError


def read_states(sections: list[Section], mistakes: Mistakes) -> dict[str, LessonState | None]:
    """Return the states by name; None for one that has a mistake, so that naming it is not another."""
    states: dict[str, LessonState | None] = {}
    for section in sections:
        name = section.title
        if len(name.split()) != 1 or any(sign in name for sign in ":{}"):
            if name:
                mistakes.add(section.line, f"{quoted(name)} is no name of a state", "write one word: '## state die'")
            continue
        if name in states:
            mistakes.add(section.line, f"there is a state {quoted(name)} already", "give each a name of its own")
            continue
        comparison = _comparison(section, mistakes)
        states[name] = None if comparison is None else LessonState(name, comparison)
    return states


def _comparison(section: Section, mistakes: Mistakes) -> Comparison | None:
    labels = None
    if "labels" in section.fields:
        try:
            labels = listed(section.fields["labels"].text)
        except ExpressionError as error:
            mistakes.add_error(section.line_of("labels"), error)
            return None
    p, q = (_weights(section, side, mistakes) for side in Side)
    if p is None or q is None:
        return None
    if not FEWEST_CATEGORIES <= len(p) <= MOST_EDITABLE_CATEGORIES:
        remedy = f"give from {FEWEST_CATEGORIES} to {MOST_EDITABLE_CATEGORIES}"
        mistakes.add(section.line_of("P"), f"P has {len(p)} weights", remedy)
        return None
    try:
        comparison = Comparison.from_weights(labels, p, q, origin=section.title)
    except DistributionError as error:
        mistakes.add(section.line, f"state {quoted(section.title)}: {error}", "give a label and two weights for each")
        return None
    return _locked(section, comparison, mistakes)


def _weights(section: Section, side: Side, mistakes: Mistakes) -> list[float] | None:
    text = section.value(side.value)
    if text is None:
        mistakes.add(section.line, f"state {quoted(section.title)} has no {side.value}", f"write {side.value}: 1, 2, 3")
        return None
    try:
        return parse_weights(text)
    except WeightError as error:
        what, _, remedy = str(error).partition("; ")
        mistakes.add(section.line_of(side.value), f"{side.value}: {what}", remedy or "write another weight")
        return None


def _locked(section: Section, comparison: Comparison, mistakes: Mistakes) -> Comparison:
    for side in Side:
        key = f"locks {side.value}"
        if key not in section.fields:
            continue
        try:
            names = listed(section.fields[key].text)
        except ExpressionError as error:
            mistakes.add_error(section.line_of(key), error)
            continue
        for name in names:
            if name not in comparison.labels:
                remedy = near(name, comparison.labels)
                mistakes.add(section.line_of(key), f"{key}: there is no category {quoted(name)}", remedy)
        comparison = comparison.with_locks(side, [label in names for label in comparison.labels])
    return comparison
