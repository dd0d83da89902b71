"""Lines of a lesson: they end where a reader may pause, never inside a formula or before a unit."""

import re

import pytest
from PySide6.QtGui import QTextDocument, QTextOption
from PySide6.QtWidgets import QLabel

from klscope.lessons import library
from klscope.model.comparison import Comparison
from klscope.model.history import History
from klscope.model.snapshot import Snapshot
from klscope.model.view_state import ViewState
from klscope.views.lessons.goal_words import goal_words
from klscope.views.lessons.lesson_text import LessonText, formula_html, lesson_html
from klscope.views.lessons.line_breaks import MOST_HELD, NO_BREAK_SPACE, WORD_JOINER, held, held_html

PANE = 464 - 30 - 16
"""What the narrowest pane leaves of its width for text, with a scroll bar."""


def snapshot_of(comparison: Comparison) -> Snapshot:
    return Snapshot.of(comparison, ViewState(), History(comparison))


def seen(text: str) -> str:
    return text.replace(NO_BREAK_SPACE, "_").replace(WORD_JOINER, "~")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("so log x ≤ x − 1, and q = 0.99 here", "so log_x_≤_x_−_1, and q_=_0.99 here"),
        ("it is 0.5 bits, ∞ nats, 70 times in 100, 94 % of", "it is 0.5_bits, ∞_nats, 70_times in 100, 94_% of"),
        ("of at most log n = 2.585 bits or H / log n", "of at most log_n_=_2.585_bits or H_/_log_n"),
        ("KL < 0.05; P as it was; Q(snow) locked", "KL_<_0.05; P_as_it_was; Q(snow)_locked"),
        ("KL < 0.05; P 그대로; Q(b) 고정", "KL_<_0.05; P_그~대~로~; Q(b)_고~정"),
        ("The log says so, and P is 5 of them.", "The log says so, and P is 5 of them."),
        ("고양이 −0.3, 100번 중 17 번", "고~양~이_−0.3, 100~번 중 17_번"),
        ("Q ← P(Ctrl+M)를", "Q_←_P(Ctrl+M)~를"),
        ("log (P(i)/Q(i))", "log_(P(i)/~Q(i))"),
        # longer than what is held: parted before its outermost, weakest signs
        ("KL(P‖Q) = H(P,Q) − H(P) = log n − H(P)", "KL(P‖Q) =_H(P,Q)_−_H(P) =_log_n_−_H(P)"),
        (
            "Σ [ P(i) · log (P(i) / Q(i)) + Q(i) − P(i) ]",
            "Σ_[_P(i) ·_log_(P(i)_/_Q(i)) +_Q(i) −_P(i)_]",
        ),
    ],
)
def test_what_is_held_together(text: str, expected: str) -> None:
    assert seen(held(text)) == expected
    assert held(text).replace(NO_BREAK_SPACE, " ").replace(WORD_JOINER, "") == text


def test_it_is_held_across_bold_letters_and_not_across_paragraphs() -> None:
    html = "<p style='x'>KL is <b>0.4</b> nats &lt; it</p><p>= y &amp; z</p>"
    assert seen(held_html(html)) == "<p style='x'>KL is <b>0.4</b>_nats_&lt;_it</p><p>=_y &amp; z</p>"


def test_a_label_returns_the_text_that_was_set(show) -> None:
    label = show(LessonText(), PANE, 40)
    label.show_html("<p><b>0.5</b> 비트 &lt; 1</p>")
    assert label.text() == "<p><b>0.5</b> 비트 &lt; 1</p>"
    assert seen(QLabel.text(label)) == "<p><b>0.5</b>_비~트_&lt;_1</p>"
    assert label.accessibleName() == "0.5 비트 < 1"


def lines_of(label: LessonText) -> list[tuple[str, float]]:
    """Return the lines that a label breaks its text into, each with its width."""
    document = QTextDocument()
    document.setDocumentMargin(0)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WordWrap)
    document.setDefaultTextOption(option)
    document.setDefaultFont(label.font())
    document.setHtml(QLabel.text(label))
    document.setTextWidth(PANE)
    document.size()
    found, block = [], document.begin()
    while block.isValid():
        layout = block.layout()
        for place in range(layout.lineCount()):
            line = layout.lineAt(place)
            text = block.text()[line.textStart() : line.textStart() + line.textLength()]
            found.append((text.replace(NO_BREAK_SPACE, " ").replace(WORD_JOINER, "").strip(), line.naturalTextWidth()))
        block = block.next()
    return found


ENDS = re.compile(r"(?:^|[\s(])(?:[=−+·/×≤≥<>≈±←→]|log|−?Σ|ln)$")
STARTS = re.compile(r"^(?:bits?|nats?|비트|내트|번)\b|^(?:as it was|그대로)")


@pytest.mark.parametrize("language", ["en", "ko"])
@pytest.mark.parametrize("name", library.names("en"))
def test_no_line_of_any_step_overflows_or_ends_inside_a_formula(show, language: str, name: str) -> None:
    lesson = library.load(name, language)
    label, bold = show(LessonText(), PANE, 400), show(LessonText(15, bold=True), PANE, 400)
    live = lesson.states[0].comparison
    for step in lesson.steps:
        live = live if step.state is None else lesson.states_by_name[step.state].comparison
        snapshot = snapshot_of(live)
        told = [one for one in (*step.prose, step.because, step.done, step.hint) if one is not None]
        label.show_html(lesson_html(told, lesson, snapshot))
        lines = lines_of(label)
        if step.goal is not None:
            label.show_html(f"Goal: {goal_words(step.goal).replace('<', '&lt;')}")
            lines += lines_of(label)
        if step.formula is not None:
            bold.show_html(formula_html(step.formula, lesson, snapshot))
            lines += lines_of(bold)
        for (text, width), (following, _) in zip(lines, [*lines[1:], ("", 0.0)], strict=True):
            assert width <= PANE, text
            assert not ENDS.search(text), text
            assert not (re.search(r"[\d∞]$", text) and STARTS.match(following)), text


def test_two_formulas_stand_on_lines_of_their_own(show) -> None:
    label = show(LessonText(15, bold=True), PANE, 100)
    lesson = library.load("09-asymmetry", "en")
    formula = next(step.formula for step in lesson.steps if step.formula is not None)
    label.show_html(formula_html(formula, lesson, snapshot_of(lesson.states[0].comparison)))
    assert [text for text, _ in lines_of(label)] == [
        "KL(P‖Q) = Σ P(i) · log (P(i) / Q(i))",
        "KL(Q‖P) = Σ Q(i) · log (Q(i) / P(i))",
    ]


def test_what_is_held_is_short_enough_for_large_letters() -> None:
    formula = "KL(P‖Q) = Σ P(i) · log (P(i) / Q(i)) = H(P,Q) − H(P) + Q(i) − P(i)"
    assert max(map(len, held(formula).split(" "))) <= MOST_HELD
