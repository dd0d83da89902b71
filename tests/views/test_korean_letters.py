"""Korean is there where no typeface of the machine has it: the bundled one draws it, in the window and in pictures.

Oracle: which glyphs the text engine took, from which typeface; glyph 0 is the box that stands for a missing letter.
"""

import os
import subprocess
import sys
from pathlib import Path

import pytest

LINUX_ONLY = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="other systems have no fontconfig")
NO_FONTS = """<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>{folder}</dir><cachedir>{folder}</cachedir></fontconfig>"""
PROGRAM = """
import sys
from PySide6.QtGui import QFontDatabase, QImage, QTextLayout
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QToolTip, QWidget
application = QApplication([])
assert set(QFontDatabase.families()) <= {"Monospace", "Sans Serif", "Serif"}  # names without a typeface
from klscope.app import create
from klscope.views import language
from klscope.views.picture import Background, PictureChoice, What, render_picture, save_picture
language.install(language.Language.KOREAN)
explorer = create()
explorer.window.show()
application.processEvents()


def missing(text, face):
    layout = QTextLayout(text, face)
    layout.beginLayout()
    layout.createLine()
    layout.endLayout()
    runs = layout.glyphRuns()
    return not runs or any(0 in run.glyphIndexes() or run.rawFont().familyName() != "Pretendard" for run in runs)


texts = 0
for widget in (*explorer.window.findChildren(QLabel), *explorer.window.findChildren(QMenu)):
    lines = [widget.text()] if isinstance(widget, QLabel) else [one.text() for one in widget.actions()]
    for text in filter(str.strip, lines):
        texts += 1
        assert not missing(text.replace("\\t", " "), widget.font()), text
assert not missing("정보량", QToolTip.font())
assert texts > 100, texts
theme = explorer.window.p_chart.theme
for what in (What.FIGURE, What.WINDOW):
    image = render_picture(PictureChoice(what, 1, Background.WHITE), explorer.window, explorer.store.snapshot, theme)
    save_picture(image, f"{sys.argv[1]}/{what.name}.png")
"""


@LINUX_ONLY
def test_without_any_font_on_the_machine(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    configuration = tmp_path / "fonts.conf"
    configuration.write_text(NO_FONTS.format(folder=tmp_path / "empty"), encoding="utf-8")
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "FONTCONFIG_FILE": str(configuration)}
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(tmp_path)],
        env=environment | {"HOME": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr
    for name in ("FIGURE", "WINDOW"):
        assert (tmp_path / f"{name}.png").stat().st_size > 10_000
