"""Two languages of a lesson: words may differ, and nothing else."""

import pytest
from languages_compared import compare_languages
from lesson_texts import LESSON

from klscope.lessons.format import read

KOREAN = """\
# 엔트로피란?
question: 얼마나 예측하기 어려운가?
unit: bit

## state die
labels: 일, 이, 삼, 사, 오, 육
P: 1, 1, 1, 1, 1, 1
Q: 1, 1, 1, 1, 1, 1
locks Q: 일, 이

## state coin
labels: 앞, 뒤
P: 99, 1
Q: 1, 1

## predict: 무엇이 더 놀라운가?
state: die
view: entropy
주사위를 던집니다.

동전은 옆에 있습니다.
( ) 동전
(*) 주사위
because: 주사위는 {H(P) of die}, 동전은 {H(P) of coin : 2}비트입니다.

## do: 주사위를 기울이기
state: die
glow: P(육), swap, uniform Q
*P의 육*을 끌어 올리세요.
goal: P(육) >= 0.98 and Q untouched
done: H(P)는 {H(P)}비트입니다.

## why: 공식
view: formula
formula: H(P) = −Σ P(i) * log P(i)
지금 H(P)는 {H(P)}비트입니다.
"""


def compared(text: str) -> list[str]:
    return compare_languages(read(LESSON, "en/01-a.md"), read(text, "ko/01-a.md"))


def test_words_labels_and_the_order_of_numbers_may_differ() -> None:
    assert compared(KOREAN) == []


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("unit: bit", "unit: nat", "the lesson: unit is bits in one and nats in the other"),
        ("P: 99, 1", "P: 98, 2", "state coin: P has other numbers"),
        ("locks Q: 일, 이", "locks Q: 일, 삼", "state die: Q has other locks"),
        ("view: entropy", "view: formula", "step 1: its tab is nothing in one and formula in the other"),
        ("glow: P(육), swap", "glow: P(오), swap", "step 2: what glows is P(#6), (swap), Q(uniform) in one and P(#5)"),
        (
            "view: entropy",
            "view: training\nwith: one hump",
            "step 1: what its view begins with is nothing in one and TrainingOptions",
        ),
        (
            "state: die\nglow: P(육), swap",
            "state: die\nview: training\nglow: P(육), play, swap",
            "step 2: what glows is P(#6), (swap)",
        ),
        ("(*) 주사위", "(*) 주사위\n( ) 둘 다", "step 1: the number of its answers is 2 in one and 3 in the other"),
        ("( ) 동전\n(*) 주사위", "(*) 동전\n( ) 주사위", "step 1: the right answer is 2 in one and 1 in the other"),
        ("{H(P) of coin : 2}", "{H(P) of coin}", "step 1: the numbers of its because"),
        ("P(육) >= 0.98", "P(오) >= 0.98", "step 2: its goal is P(#6) >= 0.98 and Q untouched in one and P(#5)"),
        ("P(육) >= 0.98", "P(육) >= 0.97", "step 2: its goal"),
        ("done: H(P)는 {H(P)}비트입니다.\n", "", "step 2: its done is there in one and nothing in the other"),
        (
            "지금 H(P)는 {H(P)}비트입니다.",
            "평균입니다.",
            "step 3: the numbers of its prose is {H(P) : 3} in one and nothing",
        ),
        ("## why: 공식", "## careful: 공식", "step 3: its kind is why in one and careful in the other"),
        ("## why: 공식", "## careful: 조심\n말.\n\n## why: 공식", "there are 3 steps in one and 4 in the other"),
        ("## state coin", "## state money", "the states are die, coin in one and die, money in the other"),
    ],
)
def test_what_differs_is_told(old: str, new: str, says: str) -> None:
    assert old in KOREAN
    text = KOREAN.replace(old, new, 1).replace("of coin", "of money" if "money" in new else "of coin")
    assert any(says in line for line in compared(text)), compared(text)


def test_a_guess_is_compared() -> None:
    answers = "( ) the coin\n(*) the die: every throw is\none of six\n"
    texts = [
        LESSON.replace(answers, "").replace("view: entropy\n", f"guess: H(P) of die from 0 to {most}\n")
        for most in (3, 4)
    ]
    one, other = (read(text, "a.md") for text in texts)
    assert compare_languages(one, other) == [
        "step 1: its guess is H(P) of die from 0 to 3 in one and H(P) of die from 0 to 4 in the other"
    ]


CHALLENGES = """\
# Challenges
question: Can you?

## state coin
labels: heads, tails
P: 3, 1
Q: 1, 1

## challenge: One
state: coin
gauge: Q(tails) toward 0
Make it infinite.
goal: KL infinite and Q(tails) < 0.1
hint: It is {H(P)} now.
"""


def test_challenges_are_compared() -> None:
    other = CHALLENGES.replace("tails", "뒤").replace("Make it infinite", "무한대로")
    one = read(CHALLENGES, "challenges.md")
    assert compare_languages(one, read(other, "challenges.md")) == []
    other = CHALLENGES.replace("toward 0", "toward 1").replace("{H(P)}", "it").replace("KL inf", "H(P,Q) inf")
    assert compare_languages(one, read(other, "challenges.md")) == [
        "step 1: its goal is KL infinite and Q(#2) < 0.1 in one and H(P,Q) infinite and Q(#2) < 0.1 in the other",
        "step 1: its gauge is Q(#2) toward 0 in one and Q(#2) toward 1 in the other",
        "step 1: the numbers of its hint is {H(P) : 3} in one and nothing in the other",
    ]
