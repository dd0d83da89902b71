"""Turns what a person typed into edits: one value, one name, or whole vectors of weights."""

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
    """Exact entry. Every method returns what was wrong, None if the edit was made."""

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
        """Give a category the typed probability: ``0.3``, ``1/6``, ``30%``, ``2e-4``."""
        try:
            value = parse_weight(text)
        except WeightError as error:
            return error
        self._editor.warn_of_equal_shares(side, index)
        return self._perform(edits.SetProbability(side, index, value, edits.Gesture.TYPED))

    def rename(self, index: int, text: str) -> EditRefusedError | None:
        """Give a category the typed name."""
        return self._perform(category_edits.Rename(index, text))

    def set_weights(
        self, labels: tuple[str, ...] | None, p: Sequence[float] | None, q: Sequence[float] | None
    ) -> EditRefusedError | None:
        """Apply names and whole vectors, unscaled; None leaves names or a side as they are."""
        vectors = [None if one is None else np.array(one, dtype=np.float64) for one in (p, q)]
        return self._perform(SetWeights(vectors[0], vectors[1], labels))
