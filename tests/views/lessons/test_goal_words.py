"""Goals in words, and as lines with their numbers."""

import re
from html import unescape

import pytest

from klscope.lessons.expression_reading import read_expression
from klscope.lessons.goal_reading import read_goal
from klscope.lessons.goal_readings import read_goal_in
from klscope.lessons.lesson import LessonState
from klscope.model.comparison import Comparison
from klscope.theory.units import Unit
from klscope.views.lessons.goal_words import goal_html, goal_words, limit_words

PAIR = Comparison.from_weights(("a", "b-c", "x & y"), [2, 1, 1], [1, 1, 2])


def lines(goal: str, reached: bool = False) -> list[str]:
    """Return what is read, line by line."""
    read = read_goal(goal, Unit.BIT)
    html = goal_html(read, read_goal_in(read, LessonState("", PAIR), PAIR), reached)
    rows = html.replace("</table>", "").removesuffix("</tr>").split("</tr>")
    return [" ".join(unescape(re.sub("<[^>]*>", " ", row)).split()) for row in rows]


@pytest.mark.parametrize(
    ("english", "korean", "goal"),
    [
        ("the term of a ≤ −0.05", "‘a’의 항 ≤ −0.05", "term(a) <= -0.05"),
        ("the term of b-c < 1 − 2 · H(P)", "‘b-c’의 항 < 1 − 2 · H(P)", "term(b-c) < 1 - 2 * H(P)"),
        ("perplexity of P = 3 ± 0.01", "P의 퍼플렉서티 = 3 ± 0.01", "perplexity(P) = 3 ± 0.01"),
        ("the largest Q(i) > 0.7", "Q의 최댓값 > 0.7", "max Q > 0.7"),
        ("KL(P‖Q) = KL(Q‖P)", "KL(P‖Q) = KL(Q‖P)", "KL = KL(Q,P)"),
        ("2 · (H(P) + H(Q)) ≥ log(3)", "2 · (H(P) + H(Q)) ≥ log(3)", "2 * (H(P) + H(Q)) >= log(3)"),
        ("KL(Q‖P) = ∞; Q as it was", "KL(Q‖P) = ∞; Q 그대로", "KL(Q,P) infinite and Q untouched"),
    ],
)
@pytest.mark.parametrize("language", ["en", "ko"])
def test_a_goal_in_the_words_of_each_language(
    set_language, language: str, english: str, korean: str, goal: str
) -> None:
    set_language(language)
    assert goal_words(read_goal(goal, Unit.BIT)) == (english if language == "en" else korean)


def test_one_condition_is_one_line_with_its_number() -> None:
    assert lines("TV < 0.1") == ["Goal: TV < 0.1 · now 0.250"]
    assert lines("TV < 0.3", reached=True) == ["Reached: TV < 0.3 · now 0.250"]
    assert lines("P untouched") == ["Goal: P as it was"]


def test_several_conditions_stand_one_below_the_other_each_with_its_mark() -> None:
    assert lines('TV < 0.1 and H(P) = H(Q) ± 0.1 and P untouched and P("x & y") > 0.5') == [
        "Goal: ○ TV < 0.1 · now 0.250",
        "✓ H(P) = H(Q) ± 0.1 · now 1.500 and 1.500",
        "✓ P as it was",
        "○ P(x & y) > 0.5 · now 0.250",
    ]


def test_what_a_goal_asks_of_a_value() -> None:
    goal = read_goal("KL < 0.05 and H(P,Q) = log n ± 0.005 and P untouched", Unit.BIT)
    assert limit_words(goal, read_expression("KL")) == "< 0.05"
    assert limit_words(goal, read_expression("H(P,Q)")) == "= log n ± 0.005"
    assert limit_words(goal, read_expression("TV")) == ""
    assert limit_words(None, read_expression("KL")) == ""
