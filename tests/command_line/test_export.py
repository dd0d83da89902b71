"""klscope export: what reaches the drawing."""

import os
from argparse import Namespace
from pathlib import Path
from types import SimpleNamespace

import pytest

from command_words import WEATHER, loading
from klscope.cli import main


def test_export_draws_without_a_display(qt_variables: pytest.MonkeyPatch, tmp_path: Path) -> None:
    received: list[Namespace] = []
    loading(qt_variables, export_command=SimpleNamespace(run=lambda arguments: received.append(arguments) or 0))
    qt_variables.setenv("QT_QPA_PLATFORM", "xcb")
    output = str(tmp_path / "a.PNG")
    assert main(["export", output, *WEATHER]) == 0
    assert main(["export", "--example", "weather", "--what", "q", "--scale", "4", "--unit", "nat", output]) == 0
    assert os.environ["QT_QPA_PLATFORM"] == "offscreen"
    plain, chosen = received
    assert (plain.output, plain.what, plain.scale, plain.theme, plain.background) == (
        output,
        "figure",
        1,
        "light",
        "white",
    )
    assert plain.unit.label == "bits"
    assert plain.mode == "kl-divergence"
    assert (chosen.what, chosen.scale, chosen.unit.label, chosen.example) == ("q", 4, "nats", "weather")


@pytest.mark.parametrize("name", ["a.svg", "a.PDF"])
def test_a_scale_is_refused_where_there_are_no_pixels(
    qt_variables: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    received: list[Namespace] = []
    loading(qt_variables, export_command=SimpleNamespace(run=lambda arguments: received.append(arguments) or 0))
    output = str(tmp_path / name)
    assert main(["export", output, *WEATHER, "--scale", "2"]) == 2
    suffix = output[-4:].lower()
    assert (
        capsys.readouterr().err == f"klscope: --scale is for .png: {suffix} has no pixels, and is sharp at any size\n"
    )
    assert main(["export", output, *WEATHER]) == 0
    assert [arguments.output for arguments in received] == [output]


def test_another_ending_is_refused_with_those_there_are(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export", str(tmp_path / "a.jpg"), *WEATHER]) == 2
    assert "a picture's name ends in .png, .svg, .pdf, that of data in .csv, .tsv, .json," in capsys.readouterr().err


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("--samples", "5"), "--samples is for --mode evidence; leave it out"),
        (("--mode", "training", "--seed", "5"), "--seed is for --mode evidence; leave it out"),
        (("--mode", "evidence", "--steps", "5"), "--steps is for --mode training; leave it out"),
        (("--mode", "evidence", "--samples", "1e3"), "--samples: '1e3' is not a whole number from 0 to 100000"),
        (("--mode", "evidence", "--samples", "100001"), "is not a whole number from 0 to 100000"),
        (("--mode", "evidence", "--seed", "2147483648"), "is not a whole number from 0 to 2147483647"),
        (("--mode", "training", "--steps", "10001"), "is not a whole number from 0 to 10000"),
        (("--mode", "training", "--steps", "-1"), "'-1' is not a whole number"),
        (("--mode", "training", "--steps", "²"), "'²' is not a whole number"),
        (("--mode", "training", "--steps", "9" * 5000), "is not a whole number"),
    ],
)
def test_the_options_of_a_view_are_checked(tmp_path: Path, capsys, words: tuple[str, ...], says: str) -> None:
    assert main(["export", str(tmp_path / "a.png"), *WEATHER, *words]) == 2
    told = capsys.readouterr().err
    assert says in told
    assert told.count("\n") == 1


def test_the_options_of_a_view_are_handed_on(qt_variables: pytest.MonkeyPatch, tmp_path: Path) -> None:
    received: list[Namespace] = []
    loading(qt_variables, export_command=SimpleNamespace(run=lambda arguments: received.append(arguments) or 0))
    for words in ((), ("--mode", "evidence", "--samples", "0", "--seed", "9"), ("--mode", "training", "--steps", "8")):
        assert main(["export", str(tmp_path / "a.png"), *WEATHER, *words]) == 0
    assert [(one.samples, one.seed, one.steps) for one in received] == [(1000, 1, 0), (0, 9, 0), (1000, 1, 8)]
