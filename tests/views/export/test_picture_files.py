"""A picture comes into a file as a whole or not at all, in the form its name asks for."""

from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtGui import QImage

from klscope.app import Explorer, create
from klscope.files.picture_formats import FORMATS
from klscope.files.regular_files import FileError
from klscope.views.export.picture import Background, PictureChoice, What, render_picture
from klscope.views.export.picture_files import form_of, save_picture
from klscope.views.export.vectors.primitives import Drawing
from klscope.views.theme import LIGHT, ThemeChoice

BLANK = QImage(4, 4, QImage.Format.Format_RGB32)


@pytest.fixture
def explorer(qapp):
    made = create()
    made.set_theme(ThemeChoice.LIGHT)
    yield made
    made.window.close()
    made.window.deleteLater()
    made.deleteLater()
    qapp.processEvents()


@pytest.mark.parametrize("background", Background)
def test_a_file_gives_back_what_was_drawn(explorer: Explorer, tmp_path: Path, background: Background) -> None:
    path = str(tmp_path / "Wetter ☂.PNG")
    choice = PictureChoice(What.FIGURE, 2, background)
    image = render_picture(choice, explorer.window, explorer.store.snapshot, LIGHT)
    save_picture(image, path)
    read = QImage(path)
    form = QImage.Format.Format_ARGB32
    assert read.convertToFormat(form) == image.convertToFormat(form)
    assert read.dotsPerMeterX() == read.dotsPerMeterY() == 7559
    assert read.hasAlphaChannel() == (background is Background.TRANSPARENT)


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("picture.jpg", "ends in .png, .svg, .pdf"),
        ("picture", "ends in .png, .svg, .pdf"),
        ("no/such/folder.png", "its folder cannot be written: No such file or directory"),
        ("no/such/folder.svg", "No such file or directory"),
        ("no/such/folder.pdf", "No such file or directory"),
        ("a" * 300 + ".png", "too long"),
    ],
)
def test_what_cannot_be_written_is_named_with_the_reason(tmp_path: Path, name: str, says: str) -> None:
    path = str(tmp_path / name)
    with pytest.raises(FileError) as error:
        save_picture(Drawing(4, 4, ()) if path.endswith(("svg", "pdf")) else BLANK, path)
    assert str(error.value).startswith(path)
    assert says in str(error.value)
    assert list(tmp_path.iterdir()) == []


def test_a_file_stays_until_the_new_one_is_complete(tmp_path: Path) -> None:
    path = tmp_path / "a.png"
    path.write_bytes(b"the old one")
    with pytest.raises(FileError, match=r"a\.png: there is too little memory for it"):
        save_picture(QImage(), str(path))  # what Qt leaves where it has no room for an image
    assert path.read_bytes() == b"the old one"
    assert list(tmp_path.iterdir()) == [path]


def test_the_ending_says_what_is_written(qapp, tmp_path: Path) -> None:
    assert qapp is not None
    drawing = Drawing(40, 30, ())
    for name in ("a.SVG", "a.pdf"):
        save_picture(drawing, str(tmp_path / name), "Wetter ☂")
    root = ElementTree.fromstring((tmp_path / "a.SVG").read_bytes())
    assert [child.text for child in root] == ["Wetter ☂"]
    pdf = (tmp_path / "a.pdf").read_bytes()
    assert pdf.startswith(b"%PDF-")
    assert "Wetter ☂".encode("utf-16-be") in pdf
    assert [form_of(name) for name in ("x/A.Png", "b.svg", "c.PDF")] == list(FORMATS)
    assert [form.has_pixels for form in FORMATS] == [True, False, False]
    assert len(list(tmp_path.iterdir())) == 2
