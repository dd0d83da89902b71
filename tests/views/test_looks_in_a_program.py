"""The window in an application of another program looks as in klscope itself, the oracle, pixel by pixel."""

import os
import subprocess
import sys
from pathlib import Path

from PySide6.QtGui import QImage


def test_the_window_looks_the_same_in_an_application_of_another_program(tmp_path: Path) -> None:
    program = Path(__file__).with_name("looks_in_a_program.py")
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "XDG_CONFIG_HOME": str(tmp_path)}
    running = []
    for whose in ("ours", "other"):
        (tmp_path / whose).mkdir()
        words = [sys.executable, str(program), whose, str(tmp_path / whose)]
        running.append(subprocess.Popen(words, env=environment, stderr=subprocess.DEVNULL))
    assert [one.wait(60) for one in running] == [0, 0]
    names = sorted(path.name for path in (tmp_path / "ours").iterdir())
    assert {"dark-and-larger.png", "export_image.png", "menu.png", "smooth.png", "tab-0.png"} <= set(names)
    assert sorted(path.name for path in (tmp_path / "other").iterdir()) == names
    unlike = [name for name in names if QImage(str(tmp_path / "ours" / name)) != QImage(str(tmp_path / "other" / name))]
    assert unlike == []
