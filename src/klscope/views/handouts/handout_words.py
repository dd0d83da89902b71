"""What a handout says besides its lesson, in the language of the sheet: that need not be the language of the window."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from klscope import wording
from klscope.lessons.lesson import StepKind
from klscope.theory.units import Unit
from klscope.views.words import language
from klscope.views.words.language import Language


@dataclass(frozen=True)
class HandoutWords:
    """The words of one language; what stands in braces is filled in."""

    kinds: dict[StepKind, str]
    units: dict[Unit, str]
    guess: str
    goal: str
    answers: str
    right: str
    hint: str
    reached: str
    open_numbers: str
    numbers: str
    page: str


WORDS = {
    "en": HandoutWords(
        kinds={
            StepKind.PREDICT: "Predict",
            StepKind.DO: "Do",
            StepKind.WHY: "Why",
            StepKind.CAREFUL: "Careful",
        },
        units={unit: unit.label for unit in Unit},
        guess="My guess, from {lowest} to {highest}:",
        goal="Goal: {goal}",
        answers="Answers",
        right="Right:",
        hint="Hint:",
        reached="When it is done:",
        open_numbers="Where there is a line, the number is the one on your own screen.",
        numbers="in {unit}",
        page="Page {page} of {pages}",
    ),
    "ko": HandoutWords(
        kinds={
            StepKind.PREDICT: "예측하기",
            StepKind.DO: "해 보기",
            StepKind.WHY: "왜 그럴까요",
            StepKind.CAREFUL: "조심하기",
        },
        units={Unit.BIT: "비트", Unit.NAT: "내트", Unit.HARTLEY: "하틀리"},
        guess="나의 예측({lowest}부터 {highest}까지):",
        goal="목표: {goal}",
        answers="정답",
        right="정답:",
        hint="힌트:",
        reached="다 하고 나면:",
        open_numbers="밑줄 친 빈칸의 수는 여러분의 화면에 나온 값이에요.",
        numbers="단위: {unit}",
        page="{page} / {pages}쪽",
    ),
}
"""By the code of the language."""


@contextmanager
def speaking(code: str) -> Iterator[None]:
    """Let what is made meanwhile, the charts of a picture, be in a language; then the window has its own again."""
    before, said = language.chosen(), wording.in_force()
    if language.code() == code:
        yield
        return
    language.install(Language(code))
    try:
        yield
    finally:
        language.install(before)
        wording.use(said)  # without a window it may be in a language that was never installed
