"""The first start of the program, and the tasks that it offers.

Expected numbers: hand arithmetic on *weather* (1.75, 2.375, 0.625 bits; terms +1, −¼, −⅛, 0), mpmath after a drag,
and for a copied line whatever Python prints when it runs it.
"""

import subprocess
import sys

import mpmath
import numpy as np
import pytest
from hands import ALT, CONTROL, Person, between, y_of
from measures_on_screen import readouts, three
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QToolButton, QWidget

from klscope.model.comparison import Side
from klscope.model.views import ViewMode
from klscope.remembering import remember
from klscope.theory.units import Unit
from klscope.views.preferences.preferences import Preferences

LN2 = 0.6931471805599453


def ticks(person: Person) -> list[bool]:
    labels = person.window.try_panel.findChildren(QLabel)
    marks = {label.accessibleName(): label.text() for label in labels if label.accessibleName().startswith("Step")}
    assert len(marks) == 3
    return [f"Step {number}, done" in marks and marks[f"Step {number}, done"] == "✓" for number in (1, 2, 3)]


def texts(widget: QWidget, kind: type = QLabel) -> list[str]:
    return [one.text() for one in widget.findChildren(kind) if one.isVisible()]


def button(person: Person, text: str):
    found = [one for one in person.window.findChildren(QToolButton) if one.text() == text]
    found += [one for one in person.window.findChildren(QPushButton) if one.text() == text]
    return found[0]


def test_it_opens_on_weather_all_of_which_can_be_checked_by_head(start) -> None:
    person: Person = start()
    assert person.labels == ("sunny", "cloudy", "rain", "snow")
    assert person.readouts() == ["1.7500", "2.3750", "0.6250"]
    assert person.store.snapshot.shown_terms.tolist() == [1.0, -0.25, -0.125, 0.0]
    assert "+1.000 − 0.375 = 0.625 bits" in texts(person.window.terms_head)
    assert person.sentence == (
        "sunny happens half the time. Believing Q it surprises you by 3 bits; knowing P, by 1. "
        "Extra cost: 0.5 × (3 − 1) = +1.000 bits"
    )
    assert person.verdict == "Q is worse here than guessing uniformly."  # 2.375 > log₂ 4
    assert person.window.tabs.currentWidget() is person.window.try_panel
    assert ticks(person) == [False, False, False]
    assert not person.command("undo").isEnabled()


def test_three_things_to_try_are_ticked_when_done_and_stay_so(start) -> None:
    person: Person = start()
    assert "Drag Q's sunny to its dashed line." in texts(person.window.try_panel)
    top = person.q_chart.bar_top(0)
    person.on_q.drag(top, top - QPoint(0, 20))
    top = person.q_chart.bar_top(0)
    line = QPoint(top.x(), round(y_of(person.q_chart, 0.5)))
    person.on_q.press(top)
    for at in between(top, line, 12):
        person.on_q.move(at)
    assert ticks(person) == [False, False, False]  # not before it is let go
    person.on_q.release()
    assert person.readouts()[2] == "0.0287"
    assert person.readouts() == readouts(person.p, person.q)
    assert ticks(person) == [True, False, False]
    person.do("undo")
    person.do("undo")
    button(person, "P ↔ Q").click()
    assert ticks(person) == [True, True, False]
    assert person.sentence == "H(P,Q) changed from 2.375 to 2.25. Order matters."
    top = person.q_chart.bar_top(1)
    person.on_q.drag(top, QPoint(top.x(), 4000))
    assert ticks(person) == [True, True, True]
    assert "All three done" in texts(person.window.try_panel)
    assert person.window.tabs.currentWidget() is person.window.try_panel  # nothing jumps under the hand
    person.do("reset")
    assert ticks(person) == [True, True, True]


def test_other_ways_there_do_not_count(start) -> None:
    person: Person = start()
    person.do("copy_p_to_q")
    top = person.p_chart.bar_top(0)
    person.on_p.drag(top, QPoint(top.x(), 4000), modifiers=ALT)
    assert ticks(person) == [False, False, False]


def test_what_was_chosen_and_tried_is_there_the_next_time(start) -> None:
    first: Person = start()
    remember(first.explorer, Preferences())
    first.do("swap")
    first.choose(first.window.menus.units, "Hartleys")
    first.keys("3", modifiers=ALT, on=first.q_chart)
    first.window.close()
    second: Person = start()
    remember(second.explorer, Preferences())
    assert ticks(second) == [False, True, False]
    assert second.store.view.unit is Unit.HARTLEY
    assert second.store.view.mode is ViewMode.ENTROPY
    assert second.readouts() == readouts([0.5, 0.25, 0.125, 0.125], [0.125, 0.5, 0.25, 0.125], "hartleys")


def do_all_three(person: Person) -> None:
    person.enter(Side.Q, 0, "0.5")
    person.do("swap")
    person.enter(Side.Q, 1, "0")
    assert ticks(person) == [True, True, True]


def tab_titles(person: Person) -> list[str]:
    tabs = person.window.tabs
    return [tabs.tabText(place) for place in range(tabs.count()) if tabs.isTabVisible(place)]


LATER = ["Formula", "Table", "More measures", "Landscape"]


def test_when_all_three_are_done_the_lessons_take_their_place_at_once_or_at_the_next_start(start, qtbot) -> None:
    first: Person = start()
    remember(first.explorer, Preferences())
    button(first, "Lessons").click()
    assert tab_titles(first) == ["Lessons", "Try", *LATER]  # not before they are done
    first.do("first_steps")
    do_all_three(first)
    assert tab_titles(first) == ["Lessons", "Try", *LATER]
    button(first, "On to the lessons →").click()
    assert tab_titles(first) == ["Lessons", *LATER]
    assert first.window.tabs.currentWidget() is first.explorer.lessons.session.panel
    first.window.close()

    second: Person = start()
    remember(second.explorer, Preferences())
    assert tab_titles(second) == ["Lessons", *LATER]
    qtbot.waitUntil(lambda: second.explorer.lessons.session is not None)  # after the first picture
    tabs = second.window.tabs
    assert tabs.currentWidget() is second.explorer.lessons.session.panel
    assert tab_titles(second) == ["Lessons", *LATER]
    second.do("first_steps")
    assert tabs.currentWidget() is second.window.try_panel
    assert tab_titles(second) == ["Lessons", "Try", *LATER]
    assert ticks(second) == [True, True, True]
    button(second, "On to the lessons →").click()
    assert tab_titles(second) == ["Lessons", *LATER]
    assert tabs.currentWidget() is second.explorer.lessons.session.panel


def test_whoever_asks_for_lessons_before_their_first_picture_gets_one_tab_of_them(start) -> None:
    person: Person = start()
    person.explorer.lessons.replace_try_panel()
    person.explorer.lessons.replace_try_panel()
    person.do("lessons")
    assert tab_titles(person) == ["Lessons", *LATER]
    person.explorer.lessons.replace_try_panel()
    person.do("first_steps")
    assert tab_titles(person) == ["Lessons", "Try", *LATER]


def test_whoever_went_to_another_tab_meanwhile_stays_there(start, qtbot) -> None:
    person: Person = start()
    person.explorer.lessons.replace_try_panel()
    person.window.tabs.currentWidget().repaint()  # it asks for the lessons …
    person.window.tabs.setCurrentWidget(person.window.measures)  # … and is left before they come
    QTest.qWait(0)
    assert person.window.tabs.currentWidget() is person.window.measures
    assert person.explorer.lessons.session is None
    person.window.tabs.setCurrentIndex(0)
    qtbot.waitUntil(lambda: person.explorer.lessons.session is not None)
    assert tab_titles(person) == ["Lessons", *LATER]


@pytest.mark.parametrize(("entry", "factor"), [("Bits", 1.0), ("Nats", LN2), ("Hartleys", 0.30102999566398120)])
def test_the_unit_changes_every_number_that_has_one(start, entry: str, factor: float) -> None:
    person: Person = start()
    person.choose(person.window.menus.units, entry)
    unit = entry.lower()
    assert person.readouts() == [f"{number * factor:.4f}" for number in (1.75, 2.375, 0.625)]
    assert texts(person.window.readouts, QToolButton) == [f"{unit} ▼"] * 3
    np.testing.assert_allclose(
        person.store.snapshot.shown_terms, np.array([1.0, -0.25, -0.125, 0.0]) * factor, rtol=1e-14
    )
    assert f"by {3 * factor:.3f}".rstrip("0").rstrip(".") + f" {unit}" in person.sentence
    assert any(text.endswith(f" {unit}") for text in texts(person.window.terms_head))
    assert person.steps == 0


@pytest.mark.parametrize(
    ("name", "mode", "terms", "total"),
    [
        ("H(P,Q)", ViewMode.CROSS_ENTROPY, [1.5, 0.25, 0.25, 0.375], "1.750 + 0.625 = 2.375 bits"),
        ("H(P)", ViewMode.ENTROPY, [0.5, 0.5, 0.375, 0.375], "H(P) = 1.750 bits"),
        ("KL(P‖Q)", ViewMode.KL_DIVERGENCE, [1.0, -0.25, -0.125, 0.0], "+1.000 − 0.375 = 0.625 bits"),
    ],
)
def test_each_mode_shows_its_terms_and_their_sum(start, name: str, mode: ViewMode, terms, total: str) -> None:
    person: Person = start()
    button(person, "H(P)").click()
    button(person, name).click()
    assert person.store.view.mode is mode
    assert person.store.snapshot.shown_terms.tolist() == terms
    assert total in texts(person.window.terms_head)
    assert person.steps == 0


@pytest.mark.parametrize(("entry", "scale"), [("Bits", 1 / LN2), ("Nats", 1.0), ("Hartleys", 0.4342944819032518)])
def test_adding_q_minus_p_makes_every_term_non_negative_and_keeps_the_sum(start, entry: str, scale: float) -> None:
    person: Person = start()
    person.choose(person.window.menus.units, entry)
    plain = person.store.snapshot.shown_terms.copy()
    total = texts(person.window.terms_head)[-1].rpartition("= ")[2]
    button(person, "+ Q − P").click()
    terms = person.store.snapshot.shown_terms
    expected = plain + (person.q - person.p) * scale
    np.testing.assert_allclose(terms, expected, rtol=1e-13, atol=1e-15)
    assert (terms >= 0).all()
    assert terms.sum() == pytest.approx(plain.sum(), rel=1e-14)
    said = " ".join(texts(person.window.terms_head))
    assert total in said
    added = {"Bits": "(Q(i) − P(i)) · log₂ e", "Nats": "Q(i) − P(i)", "Hartleys": "(Q(i) − P(i)) · log₁₀ e"}
    assert said.count(f"+ {added[entry]}") == 1
    person.keys("k", modifiers=CONTROL, on=person.q_chart)
    assert person.store.snapshot.shown_terms.tolist() == plain.tolist()
    assert person.steps == 0


@pytest.mark.parametrize("unit", ["bits", "nats", "hartleys"])
@pytest.mark.parametrize("infinite", [False, True])
def test_a_copied_readout_is_a_line_of_python_that_prints_it(start, unit: str, infinite: bool) -> None:
    person: Person = start([3, 1, 4, 0], [1, 0, 5, 9] if infinite else [1, 1, 5, 9])
    person.choose(person.window.menus.units, unit.title())
    lines = []
    for name in ("entropyReadout", "crossEntropyReadout", "divergenceReadout"):
        readout = person.window.findChild(QLabel, name)
        readout.setFocus()
        person.keys("c", modifiers=CONTROL)
        lines.append(QApplication.clipboard().text())
        assert person.sentence == "Copied: a line of Python that computes it."
    assert all("\n" not in line for line in lines)
    done = subprocess.run(
        [sys.executable, "-I", "-c", "\n".join(lines)], capture_output=True, text=True, check=True, timeout=30
    )
    printed = [mpmath.mpf(text) for text in done.stdout.split()]
    for value, truth in zip(printed, three(person.p, person.q, unit), strict=True):
        assert value == truth or abs(value - truth) < 1e-14
    assert person.readouts() == readouts(person.p, person.q, unit)


def test_the_manual_and_the_first_steps_are_in_the_help_menu(start) -> None:
    person: Person = start()
    person.keys(Qt.Key.Key_F1, on=person.q_chart)
    assert person.dialog.windowTitle() == "Mouse and Keyboard"
    person.dialog.reject()
    person.window.tabs.setCurrentWidget(person.window.measures)
    person.do("first_steps")
    assert person.window.tabs.currentWidget() is person.window.try_panel
