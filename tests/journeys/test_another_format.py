"""A format of pictures is a row of a table: one more is in the dialog, on the command line and in what errors list."""

import re
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from command_words import WEATHER, loading
from klscope.cli import main
from klscope.files import picture_formats
from klscope.files.picture_formats import FORMATS, PictureFormat
from klscope.files.regular_files import FileError
from klscope.views.export.export_dialog import ExportDialog
from klscope.views.export.picture import PictureChoice
from klscope.views.export.picture_files import save_picture
from klscope.views.export.pictures import name_filter

IMAGE = QImage(4, 3, QImage.Format.Format_RGB32)


def as_bmp(image: QImage) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "BMP")
    return bytes(buffer.data().data())


BMP = PictureFormat("BMP", ".bmp", "image/bmp", True, "BMP images", "Pixels, all of them", ("bmp_writer", "as_bmp"))

SUFFIXES = ", ".join((*(one.suffix for one in FORMATS), ".bmp"))


@pytest.fixture(autouse=True)
def _one_more(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(picture_formats, "FORMATS", (*FORMATS, BMP))
    monkeypatch.setitem(sys.modules, "bmp_writer", SimpleNamespace(as_bmp=as_bmp))


def test_the_dialog_offers_it(qtbot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    dialog = ExportDialog(lambda _: IMAGE, PictureChoice(form=BMP), window)
    assert [button.text() for button in dialog.form.buttons.values()] == [*(one.name for one in FORMATS), "BMP"]
    assert dialog.form.buttons[BMP].isChecked()
    assert dialog.form.buttons[BMP].toolTip() == "Pixels, all of them"
    assert dialog.scale.isEnabled()
    assert name_filter(BMP) == "BMP images (*.bmp)"


def test_it_is_written(tmp_path: Path) -> None:
    save_picture(IMAGE, str(tmp_path / "a.BMP"))
    assert QImage(str(tmp_path / "a.BMP"), "BMP").size() == IMAGE.size()
    with pytest.raises(FileError, match=f"ends in {re.escape(SUFFIXES)}$"):
        save_picture(IMAGE, str(tmp_path / "a.tif"))


def test_the_command_line_takes_it(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys) -> None:
    received: list[Any] = []
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    loading(monkeypatch, export_command=SimpleNamespace(run=lambda arguments: received.append(arguments) or 0))
    assert main(["export", str(tmp_path / "a.bmp"), "--scale", "4", *WEATHER]) == 0
    assert received[0].output == str(tmp_path / "a.bmp")
    assert main(["export", str(tmp_path / "a.tif"), *WEATHER]) == 2
    assert capsys.readouterr().err.partition(", that of data")[0].endswith(f"a picture's name ends in {SUFFIXES}")
    assert main(["export", "--help"]) == 0
    told = " ".join(capsys.readouterr().out.split())
    assert SUFFIXES.replace(".", "OUT.") in told
    pixels = [one.suffix for one in FORMATS if one.has_pixels]
    assert f"pixels ({', '.join(pixels)}, .bmp)" in told
