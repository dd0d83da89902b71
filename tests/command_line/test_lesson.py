"""klscope lesson check: one line for a sound lesson, one line for every mistake."""

import subprocess
import sys

import pytest
from lesson_texts import LESSON

from klscope.cli import main

CHALLENGES = """\
# Challenges
question: Can you?

## state coin
P: 3, 1
Q: 1, 1

## challenge: One
state: coin
Make it infinite.
goal: KL infinite
"""


@pytest.fixture
def lesson(tmp_path):
    path = tmp_path / "01-entropy.md"
    path.write_text(LESSON, encoding="utf-8")
    return path


def test_a_sound_lesson_takes_one_line(lesson, capsys: pytest.CaptureFixture[str]) -> None:
    challenges = lesson.with_name("challenges.md")
    challenges.write_text(CHALLENGES, encoding="utf-8")
    assert main(["lesson", "check", str(lesson), str(challenges)]) == 0
    out, err = capsys.readouterr()
    assert out.splitlines() == [f"{lesson}: 3 steps, no mistakes", f"{challenges}: 1 challenge, no mistakes"]
    assert err == ""


def test_every_mistake_takes_one_line_and_other_files_are_still_read(lesson, capsys) -> None:
    wrong, none = lesson.with_name("wrong.md"), lesson.with_name("none.md")
    wrong.write_text(LESSON.replace("view: entropy", "view: x\nveiw: y"), encoding="utf-8")
    assert main(["lesson", "check", str(wrong), str(none), str(lesson)]) == 2
    out, err = capsys.readouterr()
    assert out == f"{lesson}: 3 steps, no mistakes\n"
    lines = err.splitlines()
    assert lines[0].startswith(f"{wrong}:18: there is no view 'x'; it is one of kl-divergence")
    assert lines[1].startswith(f"{wrong}:19: there is no field veiw: here; did you mean view:?")
    assert lines[2] == f"{none}:1: it cannot be read: No such file or directory; name a file that is there"
    assert len(lines) == 3


def test_a_mistake_never_breaks_its_line(lesson, capsys) -> None:
    lesson.write_text(LESSON.replace("view: entropy", "view: \x1b[31m\x0b\u2028"), encoding="utf-8")
    assert main(["lesson", "check", str(lesson)]) == 2
    err = capsys.readouterr().err
    assert len(err.splitlines()) == 1
    assert "\x1b" not in err


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ([], "write klscope lesson check FILE"),
        (["chek", "a.md"], "knows no 'chek'; did you mean check?"),
        (["check"], "no lesson is named"),
        (["check", "a.md", "--answers"], "--answers is for klscope lesson handout"),
        (["check", "a.md", "--language", "en"], "--language is for klscope lesson handout"),
        (["handout"], "no lesson is named"),
        (["handout", "05"], "the file to write is missing"),
        (["handout", "05", "a.pdf", "b"], "'b' is one word too many"),
        (["handout", "05", "a.png"], "a handout's name ends in .pdf"),
        (["handout", "05", "nowhere/a.pdf"], "there is no folder 'nowhere'"),
        (["handout", "05", "a.pdf", "--language", "de"], "--language: 'de' is not one of en, "),
        (["handout", "05-substracting-entropy", "a.pdf"], "did you mean 05-subtracting-entropy?"),
        (["handout", "nothing", "a.pdf"], "there are 01-entropy, 02-cross-entropy"),
        (["check", "a.md", "--fast"], "there is no option '--fast' of klscope lesson"),
    ],
)
def test_wrong_words_take_one_line(capsys, words: list[str], says: str) -> None:
    assert main(["lesson", *words]) == 2
    err = capsys.readouterr().err
    assert err.startswith("klscope: ")
    assert says in err
    assert err.count("\n") == 1


def test_checking_a_lesson_loads_no_qt(lesson) -> None:
    script = (
        f"import sys; from klscope.cli import main; main(['lesson', 'check', {str(lesson)!r}]); print(*sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert "no mistakes" in done.stdout
    assert "PySide6" not in done.stdout.split()


def test_a_handout_of_what_has_mistakes_tells_them_as_a_check_does(lesson, tmp_path, capsys) -> None:
    lesson.write_text(LESSON.replace("view: entropy", "view: x\nveiw: y"), encoding="utf-8")
    challenges, none = lesson.with_name("challenges.md"), lesson.with_name("none.md")
    challenges.write_text(CHALLENGES, encoding="utf-8")
    told = []
    for file in (lesson, challenges, none):
        assert main(["lesson", "handout", str(file), str(tmp_path / "a.pdf")]) == 2
        told.append(capsys.readouterr().err.splitlines())
    assert [line.partition(";")[0] for line in told[0]] == [
        f"{lesson}:18: there is no view 'x'",
        f"{lesson}:19: there is no field veiw: here",
    ]
    assert told[1] == [f"{challenges}:1: these are challenges, which have no handout; name a lesson"]
    assert told[2] == [f"{none}:1: it cannot be read: No such file or directory; name a file that is there"]
    assert not (tmp_path / "a.pdf").exists()
