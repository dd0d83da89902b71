"""Translation of an example's category names in the whole history, without an undo step.

Names that the user typed are kept.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from klscope.model.category_edits import AddCategory
from klscope.model.comparison import Comparison
from klscope.model.edits import Edit
from klscope.model.history import History
from klscope.model.pins import Pins

Words = Mapping[str, str]
JOINT = " + "
"""The separator of names of merged categories."""


def relabelled(comparison: Comparison, words: Words) -> Comparison:
    """Return a comparison with the names in ``words`` replaced; itself if no name is, or two would be equal."""
    labels = tuple(JOINT.join(words.get(part, part) for part in label.split(JOINT)) for label in comparison.labels)
    if len(set(labels)) < len(labels):
        labels = comparison.labels
    origin = comparison.origin
    if origin is not None:
        origin = replace(origin, comparison=relabelled(origin.comparison, words))
    if labels == comparison.labels and origin == comparison.origin:
        return comparison
    return replace(comparison, labels=labels, origin=origin)


class Relabelling:
    """Translates the names in a history and in pins after a change of language.

    Parameters
    ----------
    vocabularies
        The translations of each origin, by its name.
    common
        Translations that apply to all comparisons.
    """

    def __init__(self, vocabularies: Mapping[str, Words], common: Words) -> None:
        self._vocabularies, self._common = vocabularies, common
        self._known: dict[int, Comparison] = {}
        self._words_by_labels: dict[tuple[str, ...], Words] = {}

    def _words_of(self, comparison: Comparison) -> Words:
        """Return the translations for a comparison: those of its origin, else of an origin with the same names."""
        if comparison.origin is None:
            return self._words_by_labels.get(comparison.labels, {})
        words = self._vocabularies.get(comparison.origin.name, {})
        self._words_by_labels[comparison.labels] = words
        return words

    def of(self, comparison: Comparison) -> Comparison:
        """Return the translated comparison; the same object for the same object."""
        if id(comparison) not in self._known:
            words = {**self._common, **self._words_of(comparison)}
            self._known[id(comparison)] = relabelled(comparison, words)
        return self._known[id(comparison)]

    def of_history(self, history: History) -> History:
        """Return the translated history, with the same steps and position."""
        steps = tuple(
            replace(step, edit=self._of_edit(step.edit), before=self.of(step.before), after=self.of(step.after))
            for step in history.steps
        )
        return History(self.of(history.first), steps, history.position)

    def _of_edit(self, edit: Edit) -> Edit:
        """Return an edit with the name of its new category translated."""
        if isinstance(edit, AddCategory):
            return replace(edit, label=self._common.get(edit.label, edit.label))
        return edit

    def of_pins(self, pins: Pins) -> Pins:
        """Return the translated pins, which share comparisons with the history: call this after `of_history`."""
        return Pins(tuple(replace(pin, comparison=self.of(pin.comparison)) for pin in pins.all), pins.compared)
