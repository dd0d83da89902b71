"""The controller of commands: turns actions of menus and buttons into edits."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QObject

from klscope.controllers.editor import Editor
from klscope.model import category_edits, edits
from klscope.model.comparison import Comparison, Side

translate = QCoreApplication.translate

SEEDS = 2**31
"""The number of seeds, 0 … SEEDS − 1."""


def new_name(number: int) -> str:
    """Return the default name of a new category."""
    return translate("Commands", "new {number}").format(number=number)


class CommandController(QObject):
    """A method for each command, with its name; commands act on the active side and the selected category."""

    def __init__(self, editor: Editor, seed: int = 0) -> None:
        super().__init__(editor)
        self._editor = editor
        self._store = editor.store
        self._seed = seed

    @property
    def _side(self) -> Side:
        return self._store.view.active

    @property
    def _current(self) -> int:
        return self._store.view.current

    def undo(self) -> None:
        self._store.undo()

    def redo(self) -> None:
        self._store.redo()

    def copy_p_to_q(self) -> None:
        self._editor.perform(edits.Copy(Side.Q))

    def copy_q_to_p(self) -> None:
        self._editor.perform(edits.Copy(Side.P))

    def swap(self) -> None:
        self._editor.perform(edits.Swap())

    def uniform(self) -> None:
        self._editor.perform(edits.Uniform(self._side))

    def one_hot(self) -> None:
        """Put all probability on the selected category."""
        self._editor.perform(edits.OneHot(self._side, self._current))

    def random(self) -> None:
        """Draw the active side at random, by the next seed."""
        self.draw_random(self.next_seed)

    @property
    def next_seed(self) -> int:
        """The seed that `random` would use."""
        return (self._seed + 1) % SEEDS

    def draw_random(self, seed: int) -> None:
        """Draw the active side at random, by ``seed`` ≥ 0."""
        if self._editor.perform(edits.Random(self._side, seed)):
            self._seed = seed

    def preview_temperature(self, temperature: float) -> None:
        """Preview the active side sharpened, from the state before the dialog."""
        self._editor.preview(edits.Sharpen(self._side, temperature))

    def preview_smoothing(self, amount: float) -> None:
        self._editor.preview(edits.Smooth(self._side, amount))

    def commit(self) -> None:
        """Make the preview an undo step."""
        before = self._store.history
        self._store.commit()
        done = self._store.history.undoable
        if done is not None and self._store.history is not before:
            self._editor.performed.emit(done.edit)

    def lock(self) -> None:
        """Lock or unlock the selected categories of the active side, all alike."""
        comparison, selected = self._store.comparison, self._store.view.selected
        locked = bool(comparison.locks(self._side)[self._current])
        self._editor.perform(edits.SetLock(self._side, selected, not locked))

    def unlock_all(self) -> None:
        self._editor.perform(edits.UnlockAll())

    def add_category(self) -> bool:
        """Add a category with an unused name; return whether the limit allowed it."""
        labels = self._store.comparison.labels
        number = len(labels) + 1
        while new_name(number) in labels:
            number += 1
        added = self._editor.perform(category_edits.AddCategory(new_name(number)))
        if added:
            self._store.select((len(labels),))
        return added

    def remove(self) -> None:
        selected = self._store.view.selected
        if self._editor.perform(category_edits.RemoveCategories(tuple(sorted(selected)))):
            self._store.select((min(*selected, self._store.comparison.n - 1),))

    def merge(self) -> None:
        selected = tuple(sorted(self._store.view.selected))
        self._editor.perform(category_edits.MergeCategories(selected), selecting=selected[:1])

    def move_left(self) -> None:
        self._move(-1)

    def move_right(self) -> None:
        self._move(1)

    def _move(self, places: int) -> None:
        index = self._current
        place = index + places
        if 0 <= place < self._store.comparison.n and self._editor.perform(category_edits.MoveCategory(index, place)):
            self._store.select((place,))

    def open(self, comparison: Comparison) -> None:
        if self._editor.perform(edits.LoadComparison(comparison)):
            self._store.select((0,))

    def reset(self) -> None:
        """Restore the data as they were opened."""
        self._editor.perform(edits.Reset())

    def select_all(self) -> None:
        self._store.select(tuple(range(self._store.comparison.n)))
