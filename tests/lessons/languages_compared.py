"""Comparison of two translations of a lesson: only the words may differ, not steps, states, goals or numbers."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import is_dataclass, replace
from typing import Any

import numpy as np

from klscope.lessons.expressions import Expression, printed
from klscope.lessons.goals import Goal, printed_condition
from klscope.lessons.lesson import (
    BarTarget,
    CommandTarget,
    ControlTarget,
    Lesson,
    LessonState,
    Step,
    Target,
)
from klscope.lessons.prose import Prose, placeholders
from klscope.model.comparison import Side

States = Mapping[str, LessonState]
Facts = dict[str, str]
"""What must be the same in both languages, by name."""


def compare_languages(one: Lesson, other: Lesson) -> list[str]:
    """Return sentences on the differences of two translations of a lesson, other than words and labels."""
    found = _differences("the lesson", _of_whole(one), _of_whole(other))
    found += _states(one.states, other.states)
    found += _numbered(_steps(one), _steps(other))
    return found


def _of_whole(one: Lesson) -> Facts:
    return {"name": one.name, "unit": one.unit.label, "kind": "challenges" if one.challenging else "a lesson"}


def _numbered(ones: Sequence[Facts], others: Sequence[Facts]) -> list[str]:
    found = [f"there are {len(ones)} steps in one and {len(others)} in the other"] if len(ones) != len(others) else []
    for number, (one, other) in enumerate(zip(ones, others, strict=False), start=1):
        found += _differences(f"step {number}", one, other)
    return found


def _differences(where: str, one: Facts, other: Facts) -> list[str]:
    return [
        f"{where}: {name} is {one[name] or 'nothing'} in one and {other.get(name) or 'nothing'} in the other"
        for name in one
        if one[name] != other.get(name, "")
    ]


def _states(ones: Sequence[LessonState], others: Sequence[LessonState]) -> list[str]:
    names, other_names = ([state.name for state in states] for states in (ones, others))
    if names != other_names:
        return [f"the states are {', '.join(names)} in one and {', '.join(other_names)} in the other"]
    found = []
    for one, other in zip(ones, others, strict=True):
        for side in Side:
            if one.comparison.distribution(side) != other.comparison.distribution(side):
                found.append(f"state {one.name}: {side.value} has other numbers")
            if not np.array_equal(one.comparison.locks(side), other.comparison.locks(side)):
                found.append(f"state {one.name}: {side.value} has other locks")
    return found


def _steps(lesson: Lesson) -> list[Facts]:
    states, on_screen, facts = lesson.states_by_name, None, []
    for step in lesson.steps:
        on_screen = step.state or on_screen
        facts.append(_of_step(step, _Places(states, on_screen)))
    return facts


def relabelled(node: Any, renamed: Callable[[str], str]) -> Any:
    """Return an expression or a condition with every label mapped by ``renamed``."""
    changes: dict[str, Any] = {}
    for name, value in vars(node).items():
        if name == "label" and value is not None:
            changes[name] = renamed(value)
        elif is_dataclass(value):
            changes[name] = relabelled(value, renamed)
    return replace(node, **changes)


class _Places:
    """Replaces labels by their position, ``#2`` for the second, which is the same in every language."""

    def __init__(self, states: States, on_screen: str | None) -> None:
        self._states = states
        self._on_screen = on_screen

    def _renamed(self, state: str | None) -> Callable[[str], str]:
        name = state or self._on_screen
        pairs = [self._states[name]] if name is not None else list(self._states.values())
        places: dict[str, str] = {}
        for pair in pairs:
            for place, label in enumerate(pair.comparison.labels, start=1):
                places.setdefault(label, f"#{place}")
        return lambda label: places.get(label, label)

    def expression(self, expression: Expression, state: str | None = None) -> str:
        """Return an expression with positions for labels."""
        of = "" if state is None else f" of {state}"
        return printed(relabelled(expression, self._renamed(state))) + of

    def goal(self, goal: Goal | None) -> str:
        """Return a goal with positions for labels."""
        if goal is None:
            return ""
        conditions = tuple(relabelled(condition, self._renamed(None)) for condition in goal.conditions)
        return " and ".join(printed_condition(condition) for condition in conditions)

    def numbers(self, prose: Prose) -> str:
        """Return the placeholders sorted by text, since their order depends on the language."""
        asked = placeholders(prose)
        return ", ".join(sorted(f"{{{self.expression(one.expression, one.state)} : {one.decimals}}}" for one in asked))

    def targets(self, targets: Iterable[Target]) -> str:
        """Return what is highlighted."""
        renamed = self._renamed(None)
        texts = []
        for target in targets:
            match target:
                case BarTarget(side, label):
                    texts.append(f"{side.value}({renamed(label)})")
                case CommandTarget(action, side):
                    texts.append(f"{'' if side is None else side.value}({action})")
                case ControlTarget():
                    texts.append(target.name)
        return ", ".join(texts)


def _of_step(step: Step, places: _Places) -> Facts:
    guess, gauge = step.guess, step.gauge
    facts = {
        "its kind": step.kind.value,
        "its state": step.state or "",
        "its view": "" if step.view is None else step.view.value,
        "its tab": "" if step.tab is None else step.tab.value,
        "what its view begins with": "" if step.view_options is None else repr(step.view_options),
        "what glows": places.targets(step.glow),
        "its goal": places.goal(step.goal),
        "its guess": ""
        if guess is None
        else f"{places.expression(guess.expression, guess.state)} from {guess.lowest:g} to {guess.highest:g}",
        "its gauge": "" if gauge is None else f"{places.expression(gauge.expression)} toward {gauge.toward:g}",
        "the number of its answers": str(len(step.options)),
        "the right answer": ", ".join(str(number) for number, one in enumerate(step.options, 1) if one.right),
        "the numbers of its prose": places.numbers(step.prose),
    }
    for number, option in enumerate(step.options, start=1):
        facts[f"the numbers of answer {number}"] = places.numbers((option.text,))
    for name in ("because", "done", "hint", "formula"):
        text = getattr(step, name)
        facts[f"its {name}"] = "" if text is None else "there"
        facts[f"the numbers of its {name}"] = "" if text is None else places.numbers((text,))
    return facts
