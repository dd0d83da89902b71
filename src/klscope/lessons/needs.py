"""The categories that a step needs: those of its goal, of its live numbers and of what it highlights."""

from __future__ import annotations

from klscope.lessons.expressions import labels_in
from klscope.lessons.lesson import BarTarget, Step
from klscope.lessons.prose import placeholders
from klscope.model.comparison import Comparison


def labels_needed(step: Step) -> tuple[str, ...]:
    """Return the labels that a step uses of the current comparison, in order, without duplicates."""
    found = [] if step.goal is None else list(labels_in(step.goal))
    found += [one.label for one in step.glow if isinstance(one, BarTarget)]
    texts = (*(option.text for option in step.options), step.because, step.done, step.hint, step.formula)
    prose = (*step.prose, *(text for text in texts if text is not None))
    for number in placeholders(prose):
        if number.state is None:
            found += labels_in(number.expression)
    if step.gauge is not None:
        found += labels_in(step.gauge.expression)
    return tuple(dict.fromkeys(found))


def missing_labels(step: Step, comparison: Comparison) -> tuple[str, ...]:
    """Return the labels that a step needs and ``comparison`` lacks."""
    return tuple(label for label in labels_needed(step) if label not in comparison.labels)
