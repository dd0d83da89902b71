"""With what the view of a step begins: what may be said, and for which view."""

import pytest
from lesson_texts import line_of, with_line

from klscope.files.resource_files import resource_path
from klscope.lessons.format import read
from klscope.lessons.mistakes import ExpressionError, LessonError
from klscope.lessons.options_reading import named, read_options
from klscope.model.view_options import EvidenceOptions, TermsOptions, TrainingOptions, ViewOptions
from klscope.model.views import ViewMode
from klscope.theory.training import Family, Objective

TRAINING, EVIDENCE = ViewMode.TRAINING, ViewMode.EVIDENCE


@pytest.mark.parametrize(
    ("text", "view", "options"),
    [
        ("add Q − P", ViewMode.KL_DIVERGENCE, TermsOptions(with_mass_difference=True)),
        ("reverse", TRAINING, TrainingOptions(objective=Objective.REVERSE)),
        ("reverse,  one hump", TRAINING, TrainingOptions(objective=Objective.REVERSE, family=Family.UNIMODAL)),
        ("every bar free, forward", TRAINING, TrainingOptions()),
        ("1000 samples", EVIDENCE, EvidenceOptions(samples=1000)),
        ("seed 7 , 1 sample", EVIDENCE, EvidenceOptions(samples=1, seed=7)),
    ],
)
def test_what_is_said_is_read(text: str, view: ViewMode, options: ViewOptions) -> None:
    assert read_options(text, view) == options


@pytest.mark.parametrize(
    ("text", "view", "says"),
    [
        ("add Q − P", ViewMode.ENTROPY, "belongs to the view kl-divergence"),
        ("reverse", None, "write view: training above it"),
        ("reverse, forward", TRAINING, "sets one thing twice"),
        ("one humps", TRAINING, "did you mean one hump?"),
        ("", TRAINING, "no view begins with ''"),
        ("seed 7", EVIDENCE, "has a seed and no samples"),
        ("0 samples", EVIDENCE, "write a number from 1 to 100,000"),
        ("100001 samples", EVIDENCE, "write a number from 1 to 100,000"),
        ("10 samples, seed 2147483648", EVIDENCE, "write a number from 0 to 2,147,483,647"),
        ("-1 samples", EVIDENCE, "no view begins with '-1 samples'"),
    ],
)
def test_what_cannot_be(text: str, view: ViewMode | None, says: str) -> None:
    with pytest.raises(ExpressionError) as caught:
        read_options(text, view)
    assert says in str(caught.value)


def test_a_mistake_is_told_with_its_line() -> None:
    text = with_line("view: entropy", "view: training\nwith: backward")
    with pytest.raises(LessonError) as caught:
        read(text, "a.md")
    assert [mistake.line for mistake in caught.value.mistakes] == [line_of(text, "with: backward")]
    assert "no view begins with 'backward'" in str(caught.value)


@pytest.mark.parametrize(("name", "view"), [(word, setting[0]) for word, setting in named().items()])
def test_each_word_is_of_one_view_and_in_the_manual(name: str, view: ViewMode) -> None:
    read_options(name, view)
    assert [word for mode in ViewMode for word, *_ in mode.words].count(name) == 1
    assert f"`{name}`" in resource_path("lessons", "README.md").read_text(encoding="utf-8")
