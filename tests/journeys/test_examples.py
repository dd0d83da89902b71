"""The examples: each opens from the menu with the right numbers, and *Reset* restores it.

Expected numbers: mpmath, from the doubles of the example; *weather* and the two dice by hand.
"""

import json
from pathlib import Path

import pytest
from hands import ALT, Person
from measures_on_screen import more, readouts
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QLabel, QToolButton

import klscope
from klscope.model.comparison import Side

FOLDER = Path(klscope.__file__).parents[2] / "resources" / "examples"
INDEX = json.loads((FOLDER / "index.json").read_text(encoding="utf-8"))
UNITS = {"bits": "Bits", "nats": "Nats", "hartleys": "Hartleys"}


def shown_measures(person: Person) -> dict[str, str]:
    """Return what stands under *More measures*, by name."""
    panel = person.window.measures
    person.window.tabs.setCurrentWidget(panel)
    labels = [label for label in panel.findChildren(QLabel) if label.accessibleName()]
    return {label.accessibleName(): label.text() for label in labels}


def test_the_menu_offers_every_example_with_its_reason(start) -> None:
    person: Person = start()
    entries = [action for action in person.window.menus.examples.actions() if not action.isSeparator()]
    assert [action.text().split("\t") for action in entries] == [[entry["title"], entry["reason"]] for entry in INDEX]
    assert len(entries) == 15
    buttons = {one.text(): one.menu() for one in person.window.findChildren(QToolButton)}
    assert buttons["Example: weather ▼"] is person.window.menus.examples


@pytest.mark.parametrize("unit", UNITS)
def test_every_example_opens_with_the_numbers_mpmath_gives(start, unit: str) -> None:
    person: Person = start()
    person.choose(person.window.menus.units, UNITS[unit])
    for entry in reversed(INDEX):
        person.choose(person.window.menus.examples, entry["title"])
        assert person.readouts() == readouts(person.p, person.q, unit), entry["name"]
        assert person.command("reset").text() == f"Reset to ‘{entry['name']}’"
        assert person.command("undo").text() == f"Undo Open ‘{entry['name']}’"
        record = json.loads((FOLDER / f"{entry['name']}.json").read_text(encoding="utf-8"))
        assert list(person.labels) == record["labels"]


def test_what_a_hand_can_check(start) -> None:
    person: Person = start()
    assert person.readouts() == ["1.7500", "2.3750", "0.6250"]
    person.choose(person.window.menus.examples, "Fair die, believed loaded")
    assert person.readouts()[0] == "2.5850"  # log₂ 6
    assert person.p.tolist() == [1 / 6] * 6


def test_more_measures_are_those_of_mpmath(start) -> None:
    person: Person = start()
    for unit in UNITS:
        person.choose(person.window.menus.units, UNITS[unit])
        for title in ("English read as German", "Weather", "Nothing in common"):
            person.choose(person.window.menus.examples, title)
            shown = shown_measures(person)
            for name, value in more(person.p, person.q, unit).items():
                number, _, written_unit = shown[name].partition(" ")
                assert float(number.replace("−", "-").replace("∞", "inf")) == pytest.approx(float(value), abs=6e-5)
                has_unit = name in ("H(Q)", "H(Q,P)", "KL(Q‖P)", "JS(P,Q)")
                assert written_unit == (unit if has_unit else "")


@pytest.mark.parametrize("name", ["weather", "soft-labels", "zipf-100"])
def test_reset_restores_labels_values_and_locks_and_can_be_undone(start, name: str) -> None:
    person: Person = start()
    title = next(entry["title"] for entry in INDEX if entry["name"] == name)
    person.do("uniform")
    person.choose(person.window.menus.examples, title)
    before = person.state
    top = person.p_chart.bar_top(0)
    person.on_p.drag(top, top + QPoint(0, 30), modifiers=ALT)
    person.explorer.entry.rename(1, "another")
    person.window.chart(Side.Q).lock_toggled.emit(0)
    person.do("remove")
    changed, steps = person.state, person.steps
    person.do("reset")
    assert person.state == before
    assert person.steps == steps + 1
    assert person.command("reset").text() == f"Reset to ‘{name}’"
    person.do("undo")
    assert person.state == changed


def test_undo_of_opening_brings_the_old_data_and_the_old_reset_back(start) -> None:
    person: Person = start([1, 3], [1, 1], ["yes", "no"])
    before = person.state
    assert person.command("reset").text() == "Reset to ‘the data you started with’"
    person.choose(person.window.menus.examples, "Weather")
    assert person.command("reset").text() == "Reset to ‘weather’"
    person.do("undo")
    assert person.state == before
    assert person.command("reset").text() == "Reset to ‘the data you started with’"
