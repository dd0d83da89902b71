"""What parts without Qt say, in the window and in a shell: in the language that is in force when it is said."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from hands import Person
from PySide6.QtWidgets import QDialog, QTextBrowser
from words_on_screen import foreign

from klscope.connections.language import set_language as set_window_language

BROKEN = "# Mine\nquestion: Why?\n\n## do: x\ngoal: P(one >= 3\n\nText.\n"


def told(person: Person, path: Path) -> str:
    """Open a file as a lesson; return what the dialog says, and close it."""
    person.explorer.lessons.session.open_file(path)
    dialog = next(one for one in person.window.findChildren(QDialog, "lessonMistakes") if one.isVisible())
    text = dialog.findChild(QTextBrowser).toPlainText()
    dialog.close()
    return text


def test_mistakes_in_a_lesson_are_told_in_the_language_that_was_chosen_meanwhile(
    start, set_language, tmp_path: Path
) -> None:
    set_language("en")
    person: Person = start()
    person.do("lessons")
    path = tmp_path / "mine.md"
    path.write_text(BROKEN, encoding="utf-8")
    english = told(person, path)
    assert "'P(one >= 3' is no expression; write P(label)" in english
    assert foreign([("dialog", english)], "en") == set()
    set_window_language(person.explorer.context, "ko")
    korean = told(person, path)
    assert "'P(one >= 3': 식으로 읽을 수 없습니다. P(이름)" in korean
    assert "첫 단계가 predict가 아닙니다" in korean
    assert "읽을 수 없습니다: 그런 파일이나 폴더가 없습니다" in told(person, tmp_path / "none.md")
    set_window_language(person.explorer.context, "en")
    assert told(person, path) == english


def run(*words: str, **variables: str) -> "subprocess.CompletedProcess[str]":
    """Run klscope as a process of its own, in an environment that asks for a language by ``variables`` alone."""
    kept = {
        name: value for name, value in os.environ.items() if name not in ("LANG", "LANGUAGE", "LC_ALL", "LC_MESSAGES")
    }
    command = [sys.executable, "-m", "klscope", *words]
    environment = {**kept, "PYTHONUTF8": "1", **variables}
    return subprocess.run(command, env=environment, capture_output=True, encoding="utf-8", check=False, timeout=60)


@pytest.mark.parametrize("variables", [{"LANG": "ko_KR.UTF-8"}, {"LANGUAGE": "ko"}, {"LC_ALL": "ko_KR.UTF-8"}])
def test_a_korean_shell_is_spoken_to_in_korean(variables: dict[str, str]) -> None:
    done = run("measure", "--p", "1,x", "--q", "1,1", **variables)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "klscope: --p: 2번째 값: 'x': 수가 아닙니다. 0 이상의 수를 쓰세요. 예: 0.25, 1/4, 25%, 2e-4\n"


@pytest.mark.parametrize("variables", [{}, {"LANG": "C.UTF-8"}, {"LANG": "ko_KR.UTF-8", "LC_ALL": "C"}])
def test_any_other_shell_is_spoken_to_in_english(variables: dict[str, str]) -> None:
    done = run("measure", "--p", "1,x", "--q", "1,1", **variables)
    assert done.stderr.startswith("klscope: --p: entry 2: 'x' is not a number; write a number from 0 up, such as ")


def test_what_programs_read_is_the_same_in_every_language() -> None:
    words = ("measure", "--example", "weather")
    in_english, in_korean = (run(*words, "--json", LANGUAGE=language) for language in ("en", "ko"))
    assert in_korean.stdout == in_english.stdout
    assert json.loads(in_korean.stdout)["unit"] == "bit"


def test_korean_needs_no_qt() -> None:
    script = (
        "import sys; from klscope.cli import main; main(['measure', '--example', 'weather']); main(['measure', '-h']); "
        "sys.exit(any(name.startswith(('PySide6', 'shiboken6', 'pyqtgraph')) for name in sys.modules))"
    )
    environment = {**os.environ, "PYTHONUTF8": "1", "LANG": "ko_KR.UTF-8", "LANGUAGE": "ko"}
    done = subprocess.run(
        [sys.executable, "-c", script], env=environment, capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0
    assert "사용법: klscope measure" in done.stdout
