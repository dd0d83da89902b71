"""Checks of expressions and goals while steps are read: states, labels, and whether a goal can be reached."""

from __future__ import annotations

import math

from klscope.files.weights_text import quoted
from klscope.lessons.expressions import Expression, evaluate, labels_in, printed
from klscope.lessons.goals import Goal, is_met, printed_condition
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

    def expression(self, expression: Expression, state: str | None, line: int) -> float | None:
        """Return the value of an expression in a state; None, and a mistake, if it has none."""
        if state is not None and not self.is_state(state, line):
            return None
        known = self.labels(labels_in(expression), state, line)
        found = None if state is None else self.states[state]
        return None if found is None or not known else self._value(expression, found, line)

    def _value(self, expression: Expression, state: LessonState, line: int) -> float | None:
        value = evaluate(expression, state, self.unit)
        if not math.isnan(value):
            return value
        what = gettext(
            "{expression} has no value in state {state}", expression=printed(expression), state=quoted(state.name)
        )
        self._mistakes.add(line, what, gettext("ask for something else"))
        return None

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
            where = gettext("any state") if name is None else gettext("state {state}", state=quoted(name))
            what = gettext("there is no category {label} in {where}", label=quoted(label), where=where)
            self._mistakes.add(line, what, near(label, known[:12]))
        return not missing

    def goal(self, goal: Goal, line: int, *, begins_here: bool) -> None:
        """Check a goal: its labels, that it can be reached, and that it is not met at the start."""
        known = self.labels(labels_in(goal), None, line)
        state = None if self.on_screen is None else self.states[self.on_screen]
        if not known or state is None:
            return
        hopeless = False
        for condition in goal.conditions:
            if not can_hold(condition, state.comparison.n, self.unit):
                hopeless = True
                what = gettext("'{condition}' can never be so", condition=printed_condition(condition))
                self._mistakes.add(line, what, gettext("ask for a value that can be reached"))
            for expression in vars(condition).values():
                if isinstance(expression, Expression):
                    self._value(expression, state, line)
        if begins_here and not hopeless and is_met(goal, state, state.comparison):
            self._mistakes.add(
                line,
                gettext("the goal is met before anything is done, in state {state}", state=quoted(state.name)),
                gettext("ask for something that is not so yet, or begin with another state"),
            )
