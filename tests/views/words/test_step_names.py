"""What undo steps are called. Oracle: names written by hand after the specification's "Drag Q: sunny"."""

import importlib
import inspect
import pkgutil

import numpy as np
import pytest
from states import WEATHER, comparison_of

from klscope import model
from klscope.model import category_edits, edits, training_edits
from klscope.model.comparison import Side
from klscope.model.history import History
from klscope.model.pins import Pin
from klscope.model.set_weights import SetWeights
from klscope.views.words.step_names import edit_name, step_name

P, Q = Side.P, Side.Q
OTHER = comparison_of([1, 1], [1, 3]).originating("coin")
NAMES = [
    (edits.SetProbability(Q, 0, 0.5), "Drag Q: sunny"),
    (edits.SetProbability(P, 3, 0.5, edits.Gesture.KEYS), "Move P: snow"),
    (edits.SetProbability(Q, 1, 1 / 3, edits.Gesture.TYPED), "Set Q: cloudy = 0.333"),
    (edits.ScaleGroup(Q, (0, 1, 3), 0, 0.5), "Drag Q: sunny and 2 more"),
    (edits.ScaleGroup(P, (1, 3), 3, 0.5, edits.Gesture.KEYS), "Move P: snow and 1 more"),
    (edits.Paint(P, ((0, 0.1), (1, 0.2))), "Paint P"),
    (edits.SetDistribution(Q, (0.7, 0.1, 0.1, 0.1)), "Drag Q in the landscape"),
    (edits.SetDistribution(P, (0.7, 0.1, 0.1, 0.1), edits.Gesture.KEYS), "Move P in the landscape"),
    (edits.Copy(Q), "Q ← P"),
    (edits.Copy(P), "P ← Q"),
    (edits.Swap(), "Swap P and Q"),
    (edits.Uniform(P), "Uniform P"),
    (edits.OneHot(Q, 2), "One-Hot Q: rain"),
    (edits.Random(Q, 42), "Random Q, seed 42"),
    (edits.Sharpen(P, 0.5), "Sharpen P, T = 0.5"),
    (edits.Sharpen(P, 2.0), "Soften P, T = 2"),
    (edits.Smooth(Q, 0.05), "Smooth Q, λ = 0.05"),
    (SetWeights(np.ones(4), None), "Edit values"),
    (category_edits.Rename(3, "hail"), "Rename snow to hail"),
    (edits.SetLock(P, (0,), True), "Lock P: sunny"),
    (edits.SetLock(Q, (0, 2), False), "Unlock Q: sunny, rain"),
    (edits.SetLock(Q, (0, 1, 2, 3), True), "Lock Q: sunny, cloudy, rain…"),
    (edits.UnlockAll(), "Unlock all"),
    (category_edits.AddCategory("hail"), "Add hail"),
    (category_edits.RemoveCategories((1, 2)), "Remove cloudy, rain"),
    (category_edits.MergeCategories((2, 3)), "Merge rain, snow"),
    (category_edits.MoveCategory(3, 0), "Move snow"),
    (edits.LoadComparison(OTHER), "Open ‘coin’"),
    (edits.ShowRow(OTHER), "Open ‘coin’"),
    (edits.ProposeComparison(OTHER), "Open ‘coin’"),
    (edits.Reset(), "Reset to ‘weather’"),
    (edits.ReturnToPin(Pin("A", OTHER)), "Return to pin A"),
    (training_edits.Train(np.full(4, 0.25), 1), "Train Q: 1 step"),
    (training_edits.Train(np.full(4, 0.25), 120), "Train Q: 120 steps"),
    (training_edits.RestartTraining(OTHER.q), "Restart training"),
]


@pytest.mark.parametrize(("edit", "name"), NAMES, ids=[name for _, name in NAMES])
def test_names(edit, name):
    assert edit_name(edit, WEATHER) == name


def test_every_edit_has_a_name():
    assert kinds(edits.Edit) == {type(edit) for edit, _ in NAMES}


def kinds(kind):
    """Return the classes below one that can be made, wherever in the model they stand."""
    for module in pkgutil.iter_modules(model.__path__, f"{model.__name__}."):
        importlib.import_module(module.name)
    own = set() if inspect.isabstract(kind) else {kind}
    return own.union(*map(kinds, kind.__subclasses__()))


def test_a_step_is_named_by_what_there_was_before_it():
    rename = category_edits.Rename(0, "bright")
    history = History(WEATHER).with_step(rename, rename.apply(WEATHER))
    remove = category_edits.RemoveCategories((0,))
    history = history.with_step(remove, remove.apply(history.present))
    assert [step_name(step) for step in history.steps] == ["Rename sunny to bright", "Remove bright"]


def test_data_without_an_origin_have_no_name_and_do_no_harm():
    nameless = comparison_of([1, 1], [1, 3])
    assert edit_name(edits.LoadComparison(nameless), WEATHER) == "Open ‘’"
    assert edit_name(edits.Reset(), nameless) == "Reset to ‘’"


def test_braces_in_a_name_are_letters():
    odd = comparison_of([1, 1], [1, 3], ("{side}", "b"))
    assert edit_name(edits.SetProbability(Q, 0, 0.5), odd) == "Drag Q: {side}"
