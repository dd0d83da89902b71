"""Whether the data of a document are a person's own, typed or imported, rather than those of an example."""

from __future__ import annotations

from functools import cache

from klscope.files import catalogues, examples
from klscope.model.category_edits import AddCategory, Rename, SetLabels
from klscope.model.comparison import Comparison
from klscope.model.edits import Edit, Gesture, LoadComparison, Reset
from klscope.model.history import History
from klscope.model.set_weights import SetWeights
from klscope.model.snapshot import Snapshot

_TYPED = (SetWeights, SetLabels, Rename, AddCategory)


def has_own_data(state: Snapshot, had_before: bool = False) -> bool:
    """Return whether anything was typed or imported: what a person would miss.

    That is a title, notes, data whose origin is no example, a label that its example does not have in any language, a
    pin whose labels are those of no example, or a step in effect, since the data were last loaded or reset, in which a
    value or a label was typed. Bars of an example that were dragged are none, nor are categories removed or locked.

    Parameters
    ----------
    state
        The state of the user.
    had_before
        Whether that was so at the first of its undo steps, such as that of a document that was typed before.
    """
    title, notes = state.properties.title, state.properties.notes
    return (
        bool(title.strip() or notes.strip())
        or _are_own(state.history.present)
        or _was_typed(state.history, had_before)
        or any(_are_of_no_example(pin.comparison.labels) for pin in state.pins.all)
    )


def _are_own(comparison: Comparison) -> bool:
    origin = comparison.origin
    if origin is None or origin.name not in examples.names():
        return True
    if origin.comparison.labels == comparison.labels and origin.name == examples.FIRST:
        return False  # without reading files, at every step of the first minute
    return not set(comparison.labels).issubset(label for labels in _labels(origin.name) for label in labels)


def _are_of_no_example(labels: tuple[str, ...]) -> bool:
    return not any(labels in _labels(name) for name in examples.names())


@cache
def _labels(name: str) -> tuple[tuple[str, ...], ...]:
    """Return the labels of an example in every language."""
    return tuple(examples.load(name, language).comparison.labels for language in catalogues.languages())


def _was_typed(history: History, had_before: bool) -> bool:
    for step in reversed(history.steps[: history.position]):
        if isinstance(step.edit, (LoadComparison, Reset)):
            return False
        if is_typed(step.edit):
            return True
    return had_before


def is_typed(edit: Edit) -> bool:
    """Return whether an edit enters a value or a label that a person has typed or pasted."""
    return isinstance(edit, _TYPED) or getattr(edit, "gesture", None) is Gesture.TYPED
