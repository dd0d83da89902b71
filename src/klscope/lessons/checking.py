"""Checks of expressions and goals while steps are read: states, labels, and whether a goal can be reached."""

from __future__ import annotations

import math

from klscope.files.weights_text import quoted
from klscope.lessons.expressions import Expression, evaluate, labels_in, printed
from klscope.lessons.goals import Goal, expressions_in, goal_labels, is_met, printed_condition
from klscope.lessons.lesson import LessonState
from klscope.lessons.mistakes import Mistakes
from klscope.lessons.names import near
from klscope.lessons.prose import Placeholder
from klscope.lessons.ranges import can_hold
from klscope.theory.units import Unit
from klscope.wording import gettext


class Checker:
    """Checks against the states of a lesson, and against the state on screen at the step that is read."""

    def __init__(self, states: dict[str, LessonState | None], unit: Unit, mistakes: Mistakes) -> None:
        self.states = states
        self.unit = unit
        self.on_screen: str | None = None
        self._mistakes = mistakes

    def is_state(self, name: str, line: int) -> bool:
        """Return whether a state of this name exists; add a mistake if not."""
        if name in self.states:
            return True
        remedy = near(name, self.states) if self.states else gettext("write it: '## state {name}'", name=name)
        self._mistakes.add(line, gettext("there is no state {name}", name=quoted(name)), remedy)
        return False

    def expression(self, expression: Expression, state: str | None, line: int) -> None:
        """Check the labels of an expression and, if it is of a state, that it has a value."""
        if state is not None and not self.is_state(state, line):
            return
        known = self.labels(labels_in(expression), state, line)
        found = None if state is None else self.states[state]
        if known and found is not None and math.isnan(evaluate(expression, found, self.unit)):
            what = gettext(
                "{expression} has no value in state {state}", expression=printed(expression), state=quoted(found.name)
            )
            self._mistakes.add(line, what, gettext("ask for something else"))

    def placeholder(self, asked: Placeholder, line: int) -> None:
        """Check a placeholder."""
        self.expression(asked.expression, asked.state, line)

    def labels(self, labels: tuple[str, ...], state: str | None, line: int) -> bool:
        """Return whether a state, by default the one on screen, has these labels; add a mistake for each missing."""
        name = self.on_screen if state is None else state
        if name is not None:
            found = self.states[name]
            if found is None:
                return False
            known = found.comparison.labels
        else:
            if None in self.states.values():
                return False
            every = [label for one in self.states.values() if one is not None for label in one.comparison.labels]
            known = tuple(dict.fromkeys(every))
        missing = [label for label in labels if label not in known]
        for label in missing:
            self._mistakes.add(line, _no_category(quoted(label), name), near(label, known[:12]))
        return not missing

    def goal(self, goal: Goal, line: int, *, begins_here: bool) -> None:
        """Check a goal: its labels, that it can be reached, and that it is not met at the start."""
        known = self.labels(goal_labels(goal), None, line)
        state = None if self.on_screen is None else self.states[self.on_screen]
        if not known or state is None:
            return
        hopeless = False
        for condition in goal.conditions:
            if not can_hold(condition, state.comparison.n, self.unit):
                hopeless = True
                what = gettext("'{condition}' can never be so", condition=printed_condition(condition))
                self._mistakes.add(line, what, gettext("ask for a value that can be reached"))
            for expression in expressions_in(condition):
                if math.isnan(evaluate(expression, state, self.unit)):
                    what = gettext("{expression} has no value where the step begins", expression=printed(expression))
                    self._mistakes.add(line, what, gettext("ask for something else"))
        if begins_here and not hopeless and is_met(goal, state, state.comparison):
            self._mistakes.add(
                line,
                gettext("the goal is met before anything is done, in state {state}", state=quoted(state.name)),
                gettext("ask for something that is not so yet, or begin with another state"),
            )


def _no_category(label: str, state: str | None) -> str:
    """Return the message that a state, or if None any state, has no category with this label."""
    if state is None:
        return gettext("there is no category {label} in any state", label=label)
    return gettext("there is no category {label} in state {state}", label=label, state=quoted(state))
