"""``klscope export`` writes the picture that was asked for, without a display, or says in a line why not."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import numpy as np
import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QColor, QImage

from klscope import app
from klscope.cli import main
from klscope.command_line.export import modes
from klscope.model.views import ViewMode
from klscope.views.export.picture import Background, PictureChoice, What, render_picture
from klscope.views.export.png import as_png
from klscope.views.theme import DARK, LIGHT, ThemeChoice

SOURCE = Path(__file__).resolve().parents[1] / "src"
WEATHER = ("--p", "4,2,1,1", "--q", "1,4,2,1")

EXPLORERS: list[app.Explorer] = []

pytestmark = pytest.mark.usefixtures("qapp", "_process")


class RecordedExplorer(app.Explorer):
    """Known to the test, which has to do what the end of the process does."""

    def __init__(self, *arguments: Any) -> None:
        super().__init__(*arguments)
        EXPLORERS.append(self)


@pytest.fixture
def _process(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Let the platform that the command names, and its window, be forgotten after a test."""
    monkeypatch.setenv("QT_QPA_PLATFORM", os.environ.get("QT_QPA_PLATFORM", "offscreen"))
    monkeypatch.setattr(app, "Explorer", RecordedExplorer)
    yield
    end()


def end() -> None:
    while EXPLORERS:
        explorer = EXPLORERS.pop()
        explorer.window.deleteLater()
        explorer.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def output(tmp_path: Path) -> Path:
    return tmp_path / "out.png"


def export(output: Path, *words: str) -> QImage:
    assert main(["export", str(output), *words]) == 0
    end()
    return QImage(str(output))


@pytest.mark.parametrize("platform", [{}, {"QT_QPA_PLATFORM": "nonsense"}])
def test_without_display_or_settings_a_figure_is_written(
    output: Path, tmp_path: Path, platform: dict[str, str]
) -> None:
    names = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "XDG_RUNTIME_DIR")
    environment = {name: value for name, value in os.environ.items() if name not in names}
    environment |= {"PYTHONPATH": str(SOURCE), "HOME": str(tmp_path)} | platform
    done = subprocess.run(
        [sys.executable, "-m", "klscope", "export", str(output), "--example", "letters", "--scale", "2"],
        capture_output=True,
        check=False,
        text=True,
        env=environment,
        cwd=tmp_path,
        timeout=60,
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    image = QImage(str(output))
    assert (image.width(), image.height(), image.dotsPerMeterX()) == (2560, 1440, 7559)  # 192 / 0.0254


def test_weights_and_an_example_give_the_same_figure(output: Path) -> None:
    by_weights = export(output, *WEATHER, "--labels", "sunny,cloudy,rain,snow")
    assert export(output, "--example", "weather") == by_weights
    assert export(output, *WEATHER) != by_weights  # A, B, C, D
    assert export(output, "--example", "weather", "--unit", "nat") != by_weights


@pytest.mark.parametrize("what", ["figure", "window", "p", "q", "terms"])
def test_each_kind_at_a_scale(output: Path, what: str) -> None:
    one, two = export(output, *WEATHER, "--what", what), export(output, *WEATHER, "--what", what, "--scale", "2")
    assert two.size() == one.size() * 2
    assert (one.dotsPerMeterX(), two.dotsPerMeterX()) == (3780, 7559)  # 96 and 192 / 0.0254
    if what in ("figure", "window"):
        assert (one.width(), one.height()) == (1280, 720 if what == "figure" else 800)


def test_theme_and_background(output: Path) -> None:
    corners = {
        (): QColor("white"),
        ("--scale", "4", "--background", "theme"): QColor(LIGHT.window),
        ("--theme", "dark"): QColor(DARK.window),
        ("--background", "transparent"): QColor(0, 0, 0, 0),
        ("--theme", "dark", "--background", "transparent"): QColor(0, 0, 0, 0),
    }
    pictures = []
    for words, corner in corners.items():
        image = export(output, *WEATHER, *words)
        assert image.pixelColor(1, 1) == corner, words
        assert (image.width(), image.dotsPerMeterX()) == (
            (5120, 15118) if "4" in words else (1280, 3780)
        )  # 384 / 0.0254
        pictures.append(image)
    assert pictures[3] != pictures[4]


@pytest.mark.parametrize("name", ["a" * 300 + ".png", "a" * 300 + ".svg", "folder/out.png", "folder/out.pdf"])
def test_what_cannot_be_written_takes_a_line_and_exit_code_3(
    tmp_path: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    path = tmp_path / name
    if "/" in name:  # it goes away while the picture is drawn
        monkeypatch.setattr("os.path.isdir", lambda folder: str(folder) == str(path.parent))
    assert main(["export", str(path), *WEATHER]) == 3
    out, err = capfd.readouterr()
    assert out == ""
    assert err.startswith(f"klscope: {path}: ")
    assert err.count("\n") == 1


def test_svg_and_pdf_are_written_by_the_names_ending(tmp_path: Path) -> None:
    svg, pdf = tmp_path / "out.svg", tmp_path / "out.PDF"
    for output in (svg, pdf):
        assert main(["export", str(output), *WEATHER, "--what", "q", "--theme", "dark"]) == 0
        end()
    root = ElementTree.parse(svg).getroot()
    assert root.tag == "{http://www.w3.org/2000/svg}svg"
    assert root[0].text == "H(P) = 1.75, H(P,Q) = 2.375, KL(P‖Q) = 0.625 bits"
    assert root[1].get("fill") == DARK.window.lower()
    assert pdf.read_bytes().startswith(b"%PDF-")


@pytest.mark.parametrize("ending", ["png", "svg"])
def test_a_picture_speaks_the_language_that_is_asked_for(
    tmp_path: Path, set_language: Callable[[str], None], ending: str
) -> None:
    english, korean, labelled = (tmp_path / f"{name}.{ending}" for name in ("english", "korean", "labelled"))
    assert main(["export", str(english), "--example", "weather"]) == 0
    assert main(["export", str(korean), "--example", "weather", "--language", "ko"]) == 0
    set_language("en")
    assert main(["export", str(labelled), *WEATHER, "--labels", "맑음,흐림,비,눈"]) == 0
    end()
    assert len({path.read_bytes() for path in (english, korean, labelled)}) == 3
    if ending == "svg":
        said = [[node.get("aria-label") for node in ElementTree.parse(path).iter()] for path in (english, korean)]
        assert "sunny" in said[0]
        assert "맑음" in said[1]
        assert "average surprise, knowing P" in said[0]
        assert "를 알 때 평균 정보량" in said[1]  # its P is of another script, and stands before it by itself


def test_the_terms_are_those_of_the_mode(output: Path) -> None:
    pictures = [export(output, *WEATHER, "--what", "terms", "--mode", mode) for mode in modes()]
    assert len({picture.size().width() for picture in pictures}) == 1
    assert all(one != other for place, one in enumerate(pictures) for other in pictures[:place])
    assert export(output, *WEATHER, "--what", "terms") == pictures[0]


def test_training_takes_so_many_steps(output: Path) -> None:
    """Oracle: gradient descent in the logits, by hand; its step is P − Q."""
    assert main(["export", str(output), *WEATHER, "--mode", "training", "--steps", "25"]) == 0
    comparison, steps = EXPLORERS[-1].store.comparison, EXPLORERS[-1].store.history.steps
    end()
    p, logits = np.array([4, 2, 1, 1]) / 8, np.log(np.array([1, 4, 2, 1]) / 8)
    for _ in range(25):
        logits += p - np.exp(logits) / np.exp(logits).sum()
    assert comparison.q.probabilities == pytest.approx(np.exp(logits) / np.exp(logits).sum(), rel=1e-9)
    assert comparison.p.probabilities.tolist() == p.tolist()
    assert len(steps) == 1
    assert QImage(str(output)) != export(output, *WEATHER, "--mode", "training")


def test_training_shows_what_the_window_does_step_by_step(output: Path) -> None:
    exported = export(output, *WEATHER, "--mode", "training", "--steps", "3")
    explorer = app.create([4, 2, 1, 1], [1, 4, 2, 1])
    explorer.set_theme(ThemeChoice.LIGHT)
    EXPLORERS.append(explorer)
    explorer.store.set_mode(ViewMode.TRAINING)
    for _ in range(3):
        explorer.window.terms_card.made_view(ViewMode.TRAINING).controls.stepped.emit()
    assert drawn(explorer) == exported


def test_evidence_shows_what_the_window_draws(output: Path) -> None:
    exported = export(output, *WEATHER, "--mode", "evidence", "--samples", "2000", "--seed", "7")
    explorer = app.create([4, 2, 1, 1], [1, 4, 2, 1])
    explorer.set_theme(ThemeChoice.LIGHT)
    EXPLORERS.append(explorer)
    explorer.store.set_mode(ViewMode.EVIDENCE)
    view = explorer.window.terms_card.made_view(ViewMode.EVIDENCE)
    view.controls.seed_typed.emit("7")
    view.controls.more_requested.emit(1000)
    view.controls.more_requested.emit(1000)
    assert drawn(explorer) == exported
    assert exported != export(output, *WEATHER, "--mode", "evidence", "--samples", "2000", "--seed", "8")
    thousand = export(output, *WEATHER, "--mode", "evidence")
    assert thousand == export(output, *WEATHER, "--mode", "evidence", "--samples", "1000", "--seed", "1")


def drawn(explorer: app.Explorer) -> QImage:
    """Return the picture that the window itself makes of its state."""
    choice = PictureChoice(What.FIGURE, 1, Background.WHITE)
    image = render_picture(choice, explorer.window, explorer.store.snapshot, LIGHT)
    return QImage.fromData(as_png(image))
