"""The names of an example's categories in another language: everywhere in the history at once, and no step of it.

They are the program's own words, as those of a menu are. Names that a person typed stay what they are.
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
"""What stands between the names of categories that were merged."""


def relabelled(comparison: Comparison, words: Words) -> Comparison:
    """Return a comparison with the names that ``words`` knows replaced; itself where two would be alike or none is."""
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
    """What a change of language does to the history and the pins.

    Parameters
    ----------
    vocabularies
        The words of each origin, by its name.
    common
        Words that are replaced wherever they stand.
    """

    def __init__(self, vocabularies: Mapping[str, Words], common: Words) -> None:
        self._vocabularies, self._common = vocabularies, common
        self._known: dict[int, Comparison] = {}
        self._words_by_labels: dict[tuple[str, ...], Words] = {}

    def _words_of(self, comparison: Comparison) -> Words:
        """Return the words that go with a comparison: by its origin, else those of one with the same names."""
        if comparison.origin is None:
            return self._words_by_labels.get(comparison.labels, {})
        words = self._vocabularies.get(comparison.origin.name, {})
        self._words_by_labels[comparison.labels] = words
        return words

    def of(self, comparison: Comparison) -> Comparison:
        """Return a comparison in the other language; one and the same, one and the same."""
        if id(comparison) not in self._known:
            words = {**self._common, **self._words_of(comparison)}
            self._known[id(comparison)] = relabelled(comparison, words)
        return self._known[id(comparison)]

    def of_history(self, history: History) -> History:
        """Return the history, its steps as many and its position as it was."""
        steps = tuple(
            replace(step, edit=self._of_edit(step.edit), before=self.of(step.before), after=self.of(step.after))
            for step in history.steps
        )
        return History(self.of(history.first), steps, history.position)

    def _of_edit(self, edit: Edit) -> Edit:
        """Return an edit with the name that it gave a new category."""
        if isinstance(edit, AddCategory):
            return replace(edit, label=self._common.get(edit.label, edit.label))
        return edit

    def of_pins(self, pins: Pins) -> Pins:
        """Return the pins, which are states of the history: call this after `of_history`."""
        return Pins(tuple(replace(pin, comparison=self.of(pin.comparison)) for pin in pins.all), pins.compared)
