"""The reader of states: labels, weights and locks."""

from __future__ import annotations

from klscope.files.weights_text import WeightError, lost_weight, parse_weights, quoted
from klscope.lessons.lesson import LessonState
from klscope.lessons.mistakes import ExpressionError, Mistakes
from klscope.lessons.names import listed, near
from klscope.lessons.sections import Section
from klscope.model.comparison import FEWEST_CATEGORIES, MOST_EDITABLE_CATEGORIES, Comparison, LabelError, Side
from klscope.theory.reading import DistributionError, LostWeightError
from klscope.wording import gettext, ngettext


def read_states(sections: list[Section], mistakes: Mistakes) -> dict[str, LessonState | None]:
    """Return the states by name; None for a state with mistakes, so that references to it are valid."""
    states: dict[str, LessonState | None] = {}
    for section in sections:
        name = section.title
        if len(name.split()) != 1 or any(sign in name for sign in ":{}"):
            if name:
                what = gettext("{name} is no name of a state", name=quoted(name))
                mistakes.add(section.line, what, gettext("write one word: '## state die'"))
            continue
        if name in states:
            what = gettext("there is a state {name} already", name=quoted(name))
            mistakes.add(section.line, what, gettext("give each a name of its own"))
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
        remedy = gettext("give from {fewest} to {most}", fewest=FEWEST_CATEGORIES, most=MOST_EDITABLE_CATEGORIES)
        what = ngettext("P has {count} weight", "P has {count} weights", count=len(p))
        mistakes.add(section.line_of("P"), what, remedy)
        return None
    try:
        comparison = Comparison.from_weights(labels, p, q, origin=section.title)
    except LostWeightError as error:
        _add_wrong_weight(section, error.name, lost_weight(error.position, error.weight, error.largest), mistakes)
        return None
    except DistributionError as error:
        what = gettext(
            "state {name}: {reason}", name=quoted(section.title), reason=_reason(error, labels, {"P": p, "Q": q})
        )
        mistakes.add(section.line, what, gettext("give a label and two weights for each"))
        return None
    return _locked(section, comparison, mistakes)


def _reason(error: DistributionError, labels: list[str] | None, weights: dict[str, list[float]]) -> str:
    """Return the translated reason why labels and weights are not a valid state."""
    if isinstance(error, LabelError):
        if error.taken_by is None:
            return gettext("category {position} has no name", position=error.position)
        return gettext(
            "category {position} has the name of category {other}: {label}",
            position=error.position,
            other=error.taken_by,
            label=quoted(error.label),
        )
    for side, values in weights.items():
        if not any(values):
            return gettext("{side}: all weights are 0; at least one must be positive", side=side)
    return gettext(
        "{labels} labels, {p} weights for P, {q} for Q; the numbers must agree",
        labels=len(weights["P"]) if labels is None else len(labels),
        p=len(weights["P"]),
        q=len(weights["Q"]),
    )


def _weights(section: Section, side: Side, mistakes: Mistakes) -> list[float] | None:
    text = section.value(side.value)
    if text is None:
        what = gettext("state {name} has no {side}", name=quoted(section.title), side=side.value)
        mistakes.add(section.line, what, gettext("write {side}: 1, 2, 3", side=side.value))
        return None
    try:
        return parse_weights(text)
    except WeightError as error:
        _add_wrong_weight(section, side.value, error, mistakes)
        return None


def _add_wrong_weight(section: Section, side: str, error: WeightError, mistakes: Mistakes) -> None:
    """Add the error of a weight, at its line."""
    remedy = error.remedy or gettext("write another weight")
    mistakes.add(section.line_of(side), f"{side}: {error.what}", remedy)


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
                what = gettext("{field}: there is no category {label}", field=key, label=quoted(name))
                mistakes.add(section.line_of(key), what, remedy)
        comparison = comparison.with_locks(side, [label in names for label in comparison.labels])
    return comparison
