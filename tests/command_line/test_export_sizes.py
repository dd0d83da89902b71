"""The options of klscope export for the size of a picture."""

from argparse import Namespace
from pathlib import Path
from types import SimpleNamespace

import pytest

from command_words import WEATHER, loading
from klscope.cli import main
from klscope.files.picture_sizes import COLUMN, SLIDE, PaperWidth, PictureScale, PixelWidth


@pytest.mark.parametrize(
    ("output", "words", "scale"),
    [
        ("a.png", (), 1),
        ("a.png", ("--scale", "4"), 4),
        ("a.png", ("--size", "1920x1080"), PixelWidth(1920)),
        ("a.png", ("--size", "800×600"), PixelWidth(800)),
        ("a.png", ("--size", "800"), PixelWidth(800)),
        ("a.svg", ("--size", "slide"), SLIDE),
        ("a.pdf", ("--size", "column"), COLUMN),
        ("a.png", ("--width", "85mm"), COLUMN),
        ("a.svg", ("--width", "8.5cm"), COLUMN),
        ("a.png", ("--width", "12.5 cm", "--dpi", "600"), PaperWidth(125.0, 600)),
    ],
)
def test_a_size_is_handed_on(
    qt_variables: pytest.MonkeyPatch, tmp_path: Path, output: str, words: tuple[str, ...], scale: PictureScale
) -> None:
    received: list[Namespace] = []
    loading(qt_variables, export_command=SimpleNamespace(run=lambda arguments: received.append(arguments) or 0))
    assert main(["export", str(tmp_path / output), *WEATHER, *words]) == 0
    assert [arguments.scale for arguments in received] == [scale]


NO_SIZE = "is none of slide, column, and no size from 16 to 10000 pixels such as 1920x1080"
NO_WIDTH = "is no width from 10 mm to 1000 mm, such as 85mm or 8.5cm"


@pytest.mark.parametrize(
    ("output", "words", "says"),
    [
        ("a.png", ("--size", "poster"), f"--size: 'poster' {NO_SIZE}"),
        ("a.png", ("--size", "1920x"), f"--size: '1920x' {NO_SIZE}"),
        ("a.png", ("--size", "15"), f"--size: '15' {NO_SIZE}"),
        ("a.png", ("--size", "10001x100"), f"--size: '10001x100' {NO_SIZE}"),
        ("a.png", ("--size", "９00"), NO_SIZE),
        ("a.png", ("--width", "85"), f"--width: '85' {NO_WIDTH}"),
        ("a.png", ("--width", "9.9mm"), f"--width: '9.9mm' {NO_WIDTH}"),
        ("a.png", ("--width", "101cm"), f"--width: '101cm' {NO_WIDTH}"),
        ("a.png", ("--width", "nan mm"), f"--width: 'nan mm' {NO_WIDTH}"),
        ("a.png", ("--width", "85mm", "--dpi", "29"), "--dpi: '29' is not a whole number from 30 to 1200"),
        ("a.png", ("--width", "85mm", "--dpi", "3e2"), "--dpi: '3e2' is not a whole number from 30 to 1200"),
        (
            "a.png",
            ("--width", "900mm", "--dpi", "1200"),
            "--width 900mm at 1200 DPI is 42520 pixels, and not 16 to 10000: give another --dpi",
        ),
        ("a.png", ("--dpi", "300"), "--dpi is for --width; leave it out, or give a width such as --width 85mm"),
        ("a.png", ("--scale", "2", "--width", "85mm"), "--scale, --width: give one of them"),
        ("a.png", ("--size", "slide", "--width", "85mm"), "--size, --width: give one of them"),
        ("a.svg", ("--size", "800"), "--size is for .png: .svg has no pixels, and is sharp at any size"),
        (
            "a.pdf",
            ("--width", "85mm", "--dpi", "300"),
            "--dpi is for .png: .pdf has no pixels,",
        ),
        ("a.csv", ("--size", "slide"), "--size is for pictures; leave it out, or write a picture"),
        ("a.csv", ("--width", "85mm"), "--width is for pictures; leave it out, or write a picture"),
    ],
)
def test_what_is_no_size_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], output: str, words: tuple[str, ...], says: str
) -> None:
    assert main(["export", str(tmp_path / output), *WEATHER, *words]) == 2
    said = capsys.readouterr().err
    assert says in said
    assert said.count("\n") == 1
    assert not list(tmp_path.iterdir())
