"""Translated names of undo steps."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from klscope.model import category_edits, edits, training_edits
from klscope.model.comparison import Comparison
from klscope.model.history import Step
from klscope.model.set_weights import SetWeights
from klscope.views.words import numbers
from klscope.views.words.names import origin_name, short_list, short_name

translate = QCoreApplication.translate


def step_name(step: Step) -> str:
    """Return the name of an undo step: "Drag Q: sunny"."""
    return edit_name(step.edit, step.before)


def edit_name(edit: edits.Edit, before: Comparison) -> str:
    """Return the name of an edit made on ``before``."""
    labels = before.labels
    match edit:
        case edits.SetProbability(side, index, value, gesture):
            patterns = {
                edits.Gesture.DRAG: translate("Steps", "Drag {side}: {label}"),
                edits.Gesture.KEYS: translate("Steps", "Move {side}: {label}"),
                edits.Gesture.TYPED: translate("Steps", "Set {side}: {label} = {value}"),
            }
            return patterns[gesture].format(
                side=side.value, label=short_name(labels[index]), value=numbers.short(value)
            )
        case edits.ScaleGroup(side, indices, index, _, gesture):
            pattern = (
                translate("Steps", "Move {side}: {label} and {others} more")
                if gesture is edits.Gesture.KEYS
                else translate("Steps", "Drag {side}: {label} and {others} more")
            )
            return pattern.format(side=side.value, label=short_name(labels[index]), others=len(indices) - 1)
        case edits.Paint(side, _):
            return translate("Steps", "Paint {side}").format(side=side.value)
        case edits.SetDistribution(side, _, gesture):
            pattern = (
                translate("Steps", "Move {side} in the landscape")
                if gesture is edits.Gesture.KEYS
                else translate("Steps", "Drag {side} in the landscape")
            )
            return pattern.format(side=side.value)
        case edits.Copy(target):
            return f"{target.value} ← {target.other.value}"
        case edits.Swap():
            return translate("Steps", "Swap P and Q")
        case edits.Uniform(side):
            return translate("Steps", "Uniform {side}").format(side=side.value)
        case edits.OneHot(side, index):
            return translate("Steps", "One-Hot {side}: {label}").format(
                side=side.value, label=short_name(labels[index])
            )
        case edits.Random(side, seed):
            return translate("Steps", "Random {side}, seed {seed}").format(side=side.value, seed=seed)
        case edits.Sharpen(side, temperature):
            pattern = (
                translate("Steps", "Sharpen {side}, T = {value}")
                if temperature < 1
                else translate("Steps", "Soften {side}, T = {value}")
            )
            return pattern.format(side=side.value, value=numbers.short(temperature))
        case edits.Smooth(side, amount):
            return translate("Steps", "Smooth {side}, λ = {value}").format(side=side.value, value=numbers.short(amount))
        case training_edits.Train(_, steps):
            pattern = (
                translate("Steps", "Train Q: 1 step") if steps == 1 else translate("Steps", "Train Q: {steps} steps")
            )
            return pattern.format(steps=steps)
        case training_edits.RestartTraining():
            return translate("Steps", "Restart training")
        case SetWeights():
            return translate("Steps", "Edit values")
        case category_edits.Rename(index, label):
            return translate("Steps", "Rename {old} to {new}").format(
                old=short_name(labels[index]), new=short_name(label)
            )
        case edits.SetLock(side, indices, locked):
            pattern = (
                translate("Steps", "Lock {side}: {label}") if locked else translate("Steps", "Unlock {side}: {label}")
            )
            return pattern.format(side=side.value, label=short_list(labels, indices))
        case edits.UnlockAll():
            return translate("Steps", "Unlock all")
        case category_edits.AddCategory(label):
            return translate("Steps", "Add {label}").format(label=short_name(label))
        case category_edits.RemoveCategories(indices):
            return translate("Steps", "Remove {label}").format(label=short_list(labels, indices))
        case category_edits.MergeCategories(indices):
            return translate("Steps", "Merge {label}").format(label=short_list(labels, indices))
        case category_edits.MoveCategory(index, _):
            return translate("Steps", "Move {label}").format(label=short_name(labels[index]))
        case edits.LoadComparison(comparison):
            name = origin_name(comparison.origin.name) if comparison.origin else ""
            return translate("Steps", "Open ‘{name}’").format(name=name)
        case edits.Reset():
            name = origin_name(before.origin.name) if before.origin else ""
            return translate("Steps", "Reset to ‘{name}’").format(name=name)
        case edits.ReturnToPin(pin):
            return translate("Steps", "Return to pin {name}").format(name=short_name(pin.name))
        case _:
            raise NotImplementedError(type(edit).__name__)
