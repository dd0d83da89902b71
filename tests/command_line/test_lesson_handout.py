"""``klscope lesson handout`` writes a PDF without a display, or says in a line why not."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from lesson_texts import LESSON
from PySide6.QtCore import QCoreApplication, QEvent

from klscope import export_command
from klscope.cli import main
from klscope.files.resource_files import resource_path
from klscope.lessons import library
from klscope.lessons.lesson import Lesson

SOURCE = Path(__file__).resolve().parents[2] / "src"


pytestmark = pytest.mark.usefixtures("qapp", "_process")


@pytest.fixture
def _process(monkeypatch: pytest.MonkeyPatch):
    """Let the platform that the command names, and its figures, be forgotten after a test."""
    monkeypatch.setenv("QT_QPA_PLATFORM", os.environ.get("QT_QPA_PLATFORM", "offscreen"))
    yield
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_without_display_or_settings_a_handout_is_written(tmp_path: Path) -> None:
    names = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "XDG_RUNTIME_DIR")
    environment = {name: value for name, value in os.environ.items() if name not in names}
    environment |= {"PYTHONPATH": str(SOURCE), "HOME": str(tmp_path)}
    (tmp_path / "own.md").write_text(LESSON, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "klscope", "lesson", "handout", "own.md", "a.pdf", "--language", "ko", "--answers"],
        capture_output=True,
        check=False,
        text=True,
        env=environment,
        cwd=tmp_path,
        timeout=60,
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert (tmp_path / "a.pdf").read_bytes().startswith(b"%PDF-")


def test_a_name_a_number_and_a_file_are_the_same_lesson(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    written: list[Lesson] = []
    monkeypatch.setattr(export_command, "write_handout", lambda lesson, *_arguments, **_options: written.append(lesson))
    for name in ("01-entropy", "01", str(resource_path("lessons", "en", "01-entropy.md"))):
        assert main(["lesson", "handout", name, str(tmp_path / "a.pdf")]) == 0
    assert written == [library.load("01-entropy", "en")] * 3


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="a folder that nobody can write into")
def test_a_file_that_cannot_be_written_takes_a_line_in_the_language_asked_for(korean_terminal, capsys) -> None:
    korean_terminal.setenv("LANGUAGE", "en")
    assert main(["lesson", "handout", "01", "/proc/a.pdf", "--language", "ko"]) == 3
    err = capsys.readouterr().err
    assert err.count("\n") == 1
    assert re.fullmatch(r"klscope: /proc/a\.pdf: [가-힣 ()]+\n", err)
