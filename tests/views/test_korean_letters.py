"""Korean is there where no typeface of the machine has it: the bundled one draws it, in the window and in pictures.

Oracle: which glyphs the text engine took, from which typeface; glyph 0 is the box that stands for a missing letter.
"""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

LINUX_ONLY = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="other systems have no fontconfig")
NO_FONTS = """<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>{folder}</dir><cachedir>{folder}</cachedir></fontconfig>"""
PROGRAM = """
import sys
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase, QImage, QPainter, QTextLayout
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QToolTip, QWidget
application = QApplication([])
assert set(QFontDatabase.families()) <= {"Monospace", "Sans Serif", "Serif"}  # names without a typeface
from klscope.app import create
from klscope.views.words import language
from klscope.views.export.drawing import draw_picture, title_of
from klscope.views.export.picture import Background, PictureChoice, What, render_picture
from klscope.views.export.picture_files import save_picture
language.install("ko")
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
    image = render_picture(PictureChoice(what, 2, Background.WHITE), explorer.window, explorer.store.snapshot, theme)
    save_picture(image, f"{sys.argv[1]}/{what.name}.png")
    snapshot = explorer.store.snapshot
    drawing = draw_picture(PictureChoice(what, 1, Background.WHITE), explorer.window, snapshot, theme)
    for suffix in ("svg", "pdf"):
        save_picture(drawing, f"{sys.argv[1]}/{what.name}.{suffix}", title_of(snapshot))
    # letters are shapes there: painted again, at 16 points a pixel, they are where those of the image are
    again = QImage(image.size(), image.format())
    again.fill("white")
    painter = QPainter(again)
    QSvgRenderer(f"{sys.argv[1]}/{what.name}.svg").render(painter)
    painter.end()
    smooth = Qt.TransformationMode.SmoothTransformation
    image, again = (one.scaled(one.size() / 32, mode=smooth) for one in (image, again))
    for x in range(image.width()):
        for y in range(image.height()):
            assert abs(image.pixelColor(x, y).lightness() - again.pixelColor(x, y).lightness()) < 25, (what, x, y)
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
        svg = (tmp_path / f"{name}.svg").read_text(encoding="utf-8")
        assert "<text" not in svg
        assert 'aria-label="맑음"' in svg
        pdf = (tmp_path / f"{name}.pdf").read_bytes()
        assert b"/FontFile" in pdf
        assert set(re.findall(rb"/FontName /(?:[A-Z]+\+)?([A-Za-z]+)", pdf)) == {b"Pretendard"}
