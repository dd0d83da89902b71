"""The controller of text entry: turns typed values, names and weights into edits."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QObject

from klscope.controllers.editor import Editor
from klscope.files.weights_text import WeightError, parse_weight
from klscope.model import category_edits, edits
from klscope.model.comparison import Side
from klscope.model.set_weights import SetWeights
from klscope.theory.editing import EditRefusedError


class EntryController(QObject):
    """Exact entry. Each method returns an error message, or None if the edit was applied."""

    def __init__(self, editor: Editor) -> None:
        super().__init__(editor)
        self._editor = editor

    def _perform(self, edit: edits.Edit) -> EditRefusedError | None:
        try:
            self._editor.store.perform(edit)
        except EditRefusedError as error:
            return error
        self._editor.performed.emit(edit)
        return None

    def set_value(self, side: Side, index: int, text: str) -> WeightError | EditRefusedError | None:
        """Set the probability of a category from text: ``0.3``, ``1/6``, ``30%``, ``2e-4``."""
        try:
            value = parse_weight(text)
        except WeightError as error:
            return error
        self._editor.warn_of_equal_shares(side, index)
        return self._perform(edits.SetProbability(side, index, value, edits.Gesture.TYPED))

    def rename(self, index: int, text: str) -> EditRefusedError | None:
        """Rename a category."""
        return self._perform(category_edits.Rename(index, text))

    def set_weights(
        self, labels: tuple[str, ...] | None, p: Sequence[float] | None, q: Sequence[float] | None
    ) -> EditRefusedError | None:
        """Set labels and unscaled weights; None keeps labels or a side."""
        vectors = [None if one is None else np.array(one, dtype=np.float64) for one in (p, q)]
        return self._perform(SetWeights(vectors[0], vectors[1], labels))
