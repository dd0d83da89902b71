"""The reader of lessons: what a good text becomes, and that every mistake is told with its line and a way out."""

import re
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lesson_texts import LESSON, line_of, with_line

from klscope.files.resource_files import resource_path
from klscope.lessons.expressions import MeasureValue, Quantity
from klscope.lessons.format import read, read_file
from klscope.lessons.goals import Inequality, Untouched
from klscope.lessons.lesson import BarTarget, CommandTarget, Gauge, Guess, Lesson, StepKind, Tab
from klscope.lessons.mistakes import LessonError
from klscope.lessons.names import commands, controls, views
from klscope.lessons.prose import filled, plain
from klscope.lessons.sections import FIELDS
from klscope.model.comparison import Side
from klscope.model.views import ViewMode
from klscope.theory.catalogue import MEASURES
from klscope.theory.units import Unit
from small_cases import each


def mistakes(text: str) -> list[str]:
    """Return the mistakes as lines of a report, without the file's name."""
    with pytest.raises(LessonError) as caught:
        read(text, "01-test.md")
    return [str(mistake).removeprefix("01-test.md:") for mistake in caught.value.mistakes]


def test_a_lesson_is_read() -> None:
    lesson = read(LESSON, "folder/01-entropy.md")
    assert (lesson.name, lesson.title, lesson.question) == (
        "01-entropy",
        "What is entropy?",
        "How unpredictable is it?",
    )
    assert lesson.unit is Unit.BIT
    assert [state.name for state in lesson.states] == ["die", "coin"]
    die = lesson.states_by_name["die"].comparison
    assert die.labels == ("one", "two", "three", "four", "five", "six")
    assert die.q_locks.tolist() == [True, True, False, False, False, False]
    assert not die.p_locks.any()
    assert die.p.probabilities.tolist() == [float(Fraction(1, 6))] * 6
    assert [step.kind for step in lesson.steps] == [StepKind.PREDICT, StepKind.DO, StepKind.WHY]


def test_its_steps_have_what_was_written() -> None:
    lesson = read(LESSON, "01-entropy.md")
    predict, do, why = lesson.steps
    assert (predict.title, predict.state, predict.view) == ("Which is more surprising?", "die", ViewMode.ENTROPY)
    assert [option.right for option in predict.options] == [False, True]

    def shown(paragraph) -> str:
        state = lesson.states_by_name["die"]
        return plain(filled(paragraph, state, lesson.states_by_name, lesson.unit))

    assert shown(predict.options[1].text) == "the die: every throw is one of six"
    # log₂ 6 = 2.58496; the coin's −.99 log₂ .99 − .01 log₂ .01 = 0.080793
    assert shown(predict.because) == "Its average is 0.08 bits, the die's 2.585."
    assert do.glow == (BarTarget(Side.P, "six"), CommandTarget("swap"), CommandTarget("uniform", Side.Q))
    assert do.goal.unit is Unit.BIT
    assert [type(condition) for condition in do.goal.conditions] == [Inequality, Untouched]
    assert (why.view, why.tab) == (None, Tab.FORMULA)
    assert shown(why.formula) == "H(P) = −Σ P(i) * log P(i)"
    assert [shown(paragraph) for paragraph in why.prose] == ["Now H(P) is 2.585 bits.", "It is an average."]


def test_nats_are_the_unit_where_none_is_named() -> None:
    assert read(with_line("unit: bit", ""), "a.md").unit is Unit.NAT


def test_windows_line_ends_and_a_mark_at_the_beginning_do_no_harm(tmp_path) -> None:
    path = tmp_path / "01-entropy.md"
    path.write_bytes(b"\xef\xbb\xbf" + LESSON.replace("\n", "\r\n").encode())
    assert read_file(str(path)) == read(LESSON, "01-entropy.md")


def test_a_guess_takes_the_place_of_answers() -> None:
    text = LESSON.replace("view: entropy\n", "guess: H(P) of coin from 0 to 1/2\n")
    for line in ("( ) the coin", "(*) the die: every throw is", "one of six"):
        text = with_line(line, "", text)
    step = read(text, "a.md").steps[0]
    assert step.guess == Guess(MeasureValue("entropy_p"), "coin", 0.0, 0.5)


ONE = [
    ("question: How unpredictable is it?", "", "there is no question", "# What is entropy?"),
    ("question: How unpredictable is it?", "question: Is it 0.5?", "the number 0.5 is typed"),
    ("unit: bit", "unit: byte", "there is no unit 'byte'"),
    ("unit: bit", "units: bit", "did you mean unit:?"),
    ("unit: bit", "unit: bit\nunit: nat", "unit: is there already, on line 3", "unit: nat"),
    ("unit: bit", "unit: bit\nSome prose.", "'Some prose.' cannot stand here"),
    ("## state die", "## stat die", "did you mean state?"),
    ("labels: heads, tails", "labels: heads", "1 labels, 2 weights", "## state coin"),
    ("labels: heads, tails", "labels: heads, heads", "a label is empty, or stands twice", "## state coin"),
    ("labels: heads, tails", 'labels: "heads, tails', "quotation mark"),
    ("P: 0.99, 0.01", "", "state 'coin' has no P", "## state coin"),
    ("P: 0.99, 0.01", "P: 0.99, x", "P: entry 2: 'x' is not a number"),
    (
        "P: 0.99, 0.01",
        "P: 1e308, 1e-308",
        "P: entry 2: 1e-308 would become 0 beside the largest weight, 1e308",
        "P: 1e308",
    ),
    ("P: 0.99, 0.01", "P: 0, 0", "P or Q has no weight above 0", "## state coin"),
    ("locks Q: one, two", "locks Q: one, to", "locks Q: there is no category 'to'; did you mean two?"),
    ("locks Q: one, two", "lock Q: one", "did you mean locks Q:?"),
    ("view: entropy", "view: entropie", "did you mean entropy?"),
    ("view: formula", "veiw: formula", "did you mean view:?"),
    ("view: formula", "view: formula, table", "'formula, table' are two views of a kind"),
    ("state: die\nview: entropy", "state: dye\nview: entropy", "no state 'dye'; did you mean die?", "state: dye"),
    ("( ) the coin", "(*) the coin", "2 answers, 2 of them right", "(*) the coin"),
    ("(*) the die: every throw is", "( ) the die: every throw is", "2 answers, 0 of them right", "( ) the coin"),
    ("( ) the coin", "", "1 answers, 1 of them right", "(*) the die"),
    ("( ) the coin", "( )\n( ) the coin", "( ) is empty", "( )"),
    ("view: entropy", "guess: KL of die from 0 to 1", "guess: alone", "( ) the coin"),
    ("the die's {H(P) of die}.", "the die's {H(P) of dice}.", "there is no state 'dice'; did you mean die?"),
    ("the die's {H(P) of die}.", "the die's {P(tails) of die}.", "there is no category 'tails' in state 'die'"),
    ("the die's {H(P) of die}.", "the die's {P(tails)}.", "there is no category 'tails' in state 'die'"),
    ("the die's {H(P) of die}.", "the die's {log(-1) of die}.", "log(-1) has no value in state 'die'"),
    ("the die's {H(P) of die}.", "the die's 2.585.", "the number 2.585 is typed into prose"),
    ("the die's {H(P) of die}.", "the die's.\n\nMore.", "a paragraph stands after answers or fields"),
    ("glow: P(six), swap, uniform Q", "glow: P(sixth)", "there is no category 'sixth' in state 'die'"),
    ("glow: P(six), swap, uniform Q", "glow: swop", "did you mean swap?"),
    ("glow: P(six), swap, uniform Q", "glow: play", "'play' belongs to the view training; write view: training"),
    ("goal: P(six) >= 0.98 and Q untouched", "", "this do has no goal", "## do: Load"),
    ("goal: P(six) >= 0.98 and Q untouched", "goal: P(six) > 1", "'P(six) > 1' can never be so"),
    ("goal: P(six) >= 0.98 and Q untouched", "goal: KL < 0", "'KL < 0' can never be so"),
    ("goal: P(six) >= 0.98 and Q untouched", "goal: P(six) > 0.1", "met before anything is done, in state 'die'"),
    ("goal: P(six) >= 0.98 and Q untouched", "goal: P(six)", "'P(six)' is no goal"),
    ("goal: P(six) >= 0.98 and Q untouched", "gaol: P(six) > 0.98", "did you mean goal:?"),
    ("Drag *P's six* up.", "", "this do has no paragraph", "## do: Load"),
    ("Drag *P's six* up.", "Drag *P's six up.", "a star opens an emphasis that nothing closes"),
    ("Drag *P's six* up.", "Drag it.\nview: entropy", "view: stands too late"),
    ("Drag *P's six* up.", "Drag it.\n( ) yes", "answers under a predict"),
    ("done: H(P) fell to {H(P)} bits.", "done:", "done is empty"),
    ("done: H(P) fell to {H(P)} bits.", "done: Well.\n\nMore.", "a paragraph stands after answers or fields"),
    ("view: formula", "goal: KL > 1", "there is no field goal: here"),
    ("## why: What the formula says", "## why:", "this why has no title"),
    ("## why: What the formula says", "## Why: It", "did you mean why?"),
    ("It is an average.", "# Another\nIt is.", "begin it with ## state", "# Another"),
]


@pytest.mark.parametrize("case", ONE, ids=lambda case: case[2])
def test_a_mistake_is_told_with_its_line_and_a_way_out(case: tuple[str, ...]) -> None:
    old, new, says, *on = case
    assert old in LESSON
    text = LESSON.replace(old, new, 1)
    found = mistakes(text)
    assert len(found) == 1, found
    line, what, remedy = re.fullmatch(r"(\d+): (.+?); (.+)", found[0]).groups()
    assert says in f"{what}; {remedy}"
    wanted = on[0] if on else new.split("\n")[-1]
    assert text.split("\n")[int(line) - 1].startswith(wanted)


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("## state coin", "## state die", "11: 'die' cannot name a state; write one word, another for each"),
        ("## state coin", "## state a coin", "11: 'a coin' cannot name a state; write one word"),
        (
            "## predict: Which is more surprising?",
            "## why: It",
            "16: the lesson begins with a why; begin with a predict",
        ),
        ("# What is entropy?", "Look:\n# What is entropy?", "1: there is no field Look: here; the fields here are"),
    ],
)
def test_a_mistake_that_brings_others_is_told_as_well(old: str, new: str, says: str) -> None:
    assert any(line.startswith(says) for line in mistakes(LESSON.replace(old, new, 1)))


def test_all_mistakes_are_told_in_order() -> None:
    text = LESSON
    wanted = ["unit: byte", "P: 0.99, x", "view: entropie", "goal: KL < 0"]
    for old, new, *_ in ONE:
        text = text.replace(old, new, 1) if new in wanted else text
    found = mistakes(text)
    assert [int(line.partition(":")[0]) for line in found] == [line_of(text, line) for line in wanted]


def test_what_is_wrong_with_a_state_is_told_once_and_not_wherever_it_is_named() -> None:
    assert len(mistakes(LESSON.replace("P: 1, 1, 1, 1, 1, 1", "P: 1, 1, 1, 1, 1, x"))) == 1


@pytest.mark.parametrize(("number", "line"), [(2, 1), (6, None)])
def test_a_lesson_has_three_to_five_steps(number: int, line: int | None) -> None:
    head, predict, do, why = re.split(r"(?=## (?:predict|do|why))", LESSON)
    text = head + predict + (why + "\n") * (number - 1)
    told = f"there are {number} steps; make it 3 to 5"
    where = line or [place for place, words in enumerate(text.split("\n"), 1) if words.startswith("## why")][4]
    assert mistakes(text) == [f"{where}: {told}"]
    assert do


def test_after_a_do_step_what_is_on_screen_is_not_known() -> None:
    again = "## do: Back\nDrag it back.\ngoal: P(six) < 0.5\n\n## why: What the formula says"
    assert read(with_line("## why: What the formula says", again), "a.md").steps[2].state is None


@pytest.mark.parametrize(
    ("guess", "says"),
    [
        ("KL of die", "write guess: EXPRESSION of STATE from A to B"),
        ("KL from 0 to 1", "write guess:"),
        ("KL of die from 1 to 0", "A below B"),
        ("KL of die from 0 to inf", "write guess:"),
        ("KL of die from 0 to x", "write guess:"),
        ("KL of dye from 0 to 1", "there is no state 'dye'"),
        ("H(P) of die from 0 to 2", "2.58496 is to be guessed, which is out of range"),
    ],
)
def test_a_guess_that_cannot_be_made(guess: str, says: str) -> None:
    text = LESSON.replace("view: entropy\n", f"guess: {guess}\n")
    for line in ("( ) the coin", "(*) the die: every throw is", "one of six"):
        text = with_line(line, "", text)
    found = mistakes(text)
    assert len(found) == 1
    assert says in found[0]


@pytest.mark.parametrize("text", ["", "\n\n", "// only a remark\n"])
def test_nothing_is_no_lesson(text: str) -> None:
    assert mistakes(text)[-1] == "1: there is no title; begin with '# Title'"


def test_a_text_without_end_is_refused() -> None:
    assert "longer than 200,000 characters" in mistakes("a" * 200_001)[0]


def test_what_is_no_utf_8_is_told_with_its_line(tmp_path) -> None:
    path = tmp_path / "a.md"
    path.write_bytes(b"# Title\nquestion: \xff\n")
    with pytest.raises(LessonError, match=r"a\.md:2: this is no UTF-8 text; save it as UTF-8"):
        read_file(str(path))


def examples_of_the_manual() -> list[str]:
    text = resource_path("lessons", "README.md").read_text(encoding="utf-8")
    return re.findall(r"^```\n(.*?)^```", text, re.DOTALL | re.MULTILINE)


def test_the_lesson_in_the_manual_is_one() -> None:
    lesson = read(examples_of_the_manual()[0], "README.md")
    assert [step.kind for step in lesson.steps] == [StepKind.PREDICT, StepKind.DO, StepKind.WHY]
    live = lesson.states_by_name["certain"]
    words = [
        plain(filled(step.because or step.done or (), live, lesson.states_by_name, lesson.unit))
        for step in lesson.steps
    ]
    # KL((¾, ¼)‖(½, ½)) = 1 − H(¼) = 1 − 0.811278 bits
    assert words[0] == "The first pays 0.189 bits a day, the second ∞: one rainy day is enough."
    assert words[1] == "P(rain) is 0.25, and Q(rain) is 0."


@each("name", [*commands(), *controls(), *views(), *(key for keys in FIELDS.values() for key in keys)])
def test_the_manual_names_all_there_is(name: str) -> None:
    manual = resource_path("lessons", "README.md").read_text(encoding="utf-8")
    assert f"`{name}`" in manual or f"`{name}:" in manual


@pytest.mark.parametrize(
    "written",
    [row.written + ("(2)" if row.takes_order else "") for row in MEASURES] + [quantity.value for quantity in Quantity],
)
def test_the_manual_names_every_measure(written: str) -> None:
    assert f"`{written}`" in resource_path("lessons", "README.md").read_text(encoding="utf-8")


def test_the_challenges_in_the_manual_are_some() -> None:
    challenges = read(examples_of_the_manual()[1], "challenges.md")
    [challenge] = challenges.steps
    assert challenge.state == "weather"
    assert challenge.gauge == Gauge(MeasureValue("kl_divergence"), 0.1)
    assert len(challenge.goal.conditions) == 3


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("state: weather\n", "", "this challenge has no state:"),
        ("goal: KL = 0.1 ± 0.005 and Q(snow) untouched and P untouched\n", "", "this challenge has no goal"),
        ("gauge: KL toward 0.1", "gauge: KL to 0.1", "write gauge: EXPRESSION toward NUMBER"),
        ("gauge: KL toward 0.1", "gauge: KLM toward 0.1", "did you mean KL?"),
        ("gauge: KL toward 0.1", "gauge: P(hail) toward 0.1", "there is no category 'hail'"),
        ("gauge: KL toward 0.1", "gauge: KL toward far", "write gauge:"),
        ("± 0.005", "± 1", "met before anything is done"),
        ("view: kl-divergence", "glow: Q(snow)", "there is no field glow: here"),
    ],
)
def test_mistakes_in_challenges(old: str, new: str, says: str) -> None:
    text = examples_of_the_manual()[1]
    assert old in text
    assert any(says in line for line in mistakes(text.replace(old, new, 1)))


def test_steps_and_challenges_do_not_mix() -> None:
    challenges = examples_of_the_manual()[1]
    assert any("a step stands among challenges" in line for line in mistakes(challenges + "\n## why: It\nIs.\n"))


LINES = [*LESSON.split("\n"), *examples_of_the_manual()[1].split("\n"), "## ", "#", "{", "*", "key: value"]


@given(st.text() | st.lists(st.sampled_from(LINES) | st.text(max_size=30), max_size=40).map("\n".join))
def test_any_text_is_a_lesson_or_has_mistakes(text: str) -> None:
    try:
        found = read(text, "any.md")
    except LessonError as error:
        told = error.mistakes
    else:
        assert isinstance(found, Lesson)
        return
    assert told
    assert all(mistake.line >= 1 and mistake.what and mistake.remedy for mistake in told)
