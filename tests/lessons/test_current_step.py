"""What a step needs on screen. Oracle: the labels that stand in its text, read by eye."""

from dataclasses import replace

from klscope.lessons import library
from klscope.lessons.current_step import labels_needed, missing_labels
from klscope.lessons.format import read
from klscope.lessons.lesson import Step
from klscope.model.comparison import Comparison

LESSON = """# What is needed?
question: What?

## state all
labels: a, b, c, d, e, f, g, h, i
P: 1, 1, 1, 1, 1, 1, 1, 1, 1
Q: 1, 1, 1, 1, 1, 1, 1, 1, 2

## predict: Guess
state: all
Of a state, {P(a) of all}; of the screen, {Q(b)}.

( ) {P(c)}
(*) {P(c) of all}
because: It is {term(d)}.

## do: Do
state: all
glow: Q(e), swap
Do.
goal: Q(f) > 0.5 and P(f) untouched
hint: Look at {P(g)}.
done: {Q(h)}.

## why: Why
formula: x = {P(i)}
So.
"""


def steps() -> tuple[Step, ...]:
    return read(LESSON, "needs.md").steps


def test_what_is_told_of_the_screen_is_needed_and_what_is_told_of_a_state_is_not() -> None:
    predict, do, why = steps()
    assert labels_needed(predict) == ("b", "c", "d")
    assert labels_needed(do) == ("f", "e", "h", "g")
    assert labels_needed(why) == ("i",)
    assert labels_needed(replace(do, goal=None, glow=())) == ("h", "g")


def test_what_is_not_there_is_missing() -> None:
    some = Comparison.from_weights(("e", "f", "b"), [1, 1, 1], [1, 1, 1])
    assert [missing_labels(step, some) for step in steps()] == [("c", "d"), ("h", "g"), ("i",)]


def test_no_step_of_ours_needs_what_its_state_lacks() -> None:
    for lesson in (library.load("01-entropy", "en"), library.load("challenges", "en")):
        for step in lesson.steps:
            if step.state is not None:
                assert missing_labels(step, lesson.states_by_name[step.state].comparison) == ()
