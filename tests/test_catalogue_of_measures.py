"""What is made from the table of the measures: one row more is enough for a measure to be everywhere.

The measure that is added is the largest P(i), whose value is plain to see.
"""

import json
import re
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel

from klscope.cli import main
from klscope.lessons.expression_reading import read_expression
from klscope.lessons.expressions import evaluate, printed
from klscope.lessons.lesson import LessonState
from klscope.lessons.ranges import range_of
from klscope.model.comparison import Comparison
from klscope.model.history import History
from klscope.model.snapshot import Snapshot
from klscope.model.view_state import ViewState
from klscope.theory import catalogue
from klscope.theory.catalogue_row import Direction, Measure, Place, Scale
from klscope.theory.units import Unit
from klscope.views.lessons.goal_words import expression_words
from klscope.views.measures.measures_panel import MeasuresPanel
from klscope.views.measures.measures_rows import words
from klscope.views.theme import LIGHT

LARGEST = Measure(
    "largest_probability",
    symbol="max P",
    written="largest(P)",
    value=lambda of, _: float(of.p.max() / of.p.sum()),
    range=("0", "1"),
    scale=Scale.NONE,
    direction=Direction.OF_P,
    place=Place.COMMON,
)
PAIR = Comparison.from_weights(None, [4, 2, 1, 1], [1, 4, 2, 1])


@pytest.fixture
def _one_more(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(catalogue, "MEASURES", (*catalogue.MEASURES, LARGEST))


@pytest.mark.usefixtures("_one_more")
def test_one_row_more_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["measure", "--p", "4,2,1,1", "--q", "1,4,2,1"]) == 0
    assert ["largest_probability", "0.5"] in [line.split() for line in capsys.readouterr().out.splitlines()]
    assert main(["measure", "--p", "4,2,1,1", "--q", "1,4,2,1", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["largest_probability"] == 0.5


@pytest.mark.usefixtures("_one_more")
def test_one_row_more_is_in_the_panel(qtbot) -> None:
    panel = MeasuresPanel(LIGHT)
    qtbot.addWidget(panel)
    panel.show()
    panel.show_snapshot(Snapshot.of(PAIR, ViewState(), History(PAIR)))
    (value,) = [label for label in panel.findChildren(QLabel) if label.accessibleName() == "max P"]
    assert value.text() == "0.5000"


@pytest.mark.usefixtures("_one_more")
def test_one_row_more_can_be_written_in_a_lesson() -> None:
    expression = read_expression("2 * largest(P)")
    assert printed(expression) == "2 * largest(P)"
    assert evaluate(expression, LessonState("pair", PAIR), Unit.BIT) == 1.0
    assert range_of(expression, 4, Unit.BIT) == (0.0, 2.0)
    assert expression_words(expression) == "2 · max P"


def test_every_measure_of_the_panel_has_its_words_and_their_range_is_that_of_the_table() -> None:
    shown = {row.name: row for row in catalogue.MEASURES if row.place is not None}
    assert list(words()) == list(shown)
    for name, (_, meaning) in words().items():
        low, high = shown[name].range
        assert f", {low} to {high}: " in meaning or meaning.startswith(("mean KL", "root of JS")), name
        assert f"{low} to {high}: " in meaning, name


def test_the_list_in_the_readme_is_the_table() -> None:
    text = (Path(__file__).parents[1] / "README.md").read_text(encoding="utf-8")
    units = {Scale.INFORMATION: "bits, nats, hartleys", Scale.ROOT: "their roots", Scale.NONE: "–"}
    expected = [
        (
            f"`{row.name}`" + (f" ({row.also})" if row.also else ""),
            row.symbol + (" of order α" if row.takes_order else ""),
            " … ".join(row.range),
            units[row.scale],
        )
        for row in catalogue.MEASURES
    ]
    table = text.partition("| measure | symbol | range | unit |")[2].split("\n\n")[0]
    listed = [tuple(re.split(r" \| ", line.strip("| "))) for line in table.splitlines()[2:]]
    assert listed == expected
