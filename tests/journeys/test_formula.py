"""The formulas in the whole window: the sum follows drags, terms can be hovered, and formulas copied."""

import subprocess
import sys

import pytest
from hands import Mouse, y_of
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication

from klscope.views.theme import DARK, LIGHT, ThemeChoice


def open_formulas(person):
    person.window.tabs.setCurrentWidget(person.window.formula)
    assert person.window.formula.isVisible()
    return person.window.formula


def last(panel, name):
    return panel.sheet.sums[name].chips[-1].text


def place_of(panel, name, text):
    (chip,) = [chip for chip in panel.sheet.sums[name].chips if chip.text == text]
    return chip.place.center()


def test_a_dragged_bar_moves_the_sum(start):
    person = start()
    panel = open_formulas(person)
    assert last(panel, "kl_divergence") == "= 0.625 bits"
    chart = person.q_chart
    top = chart.bar_top(0)
    person.on_q.press(top)
    person.on_q.move(QPoint(top.x(), round(y_of(chart, 0.7))))
    person.qtbot.waitUntil(lambda: last(panel, "kl_divergence") != "= 0.625 bits", timeout=2000)
    person.on_q.release()
    panel.refresh()
    shown = float(last(panel, "kl_divergence").split()[1])
    assert shown == pytest.approx(person.store.snapshot.kl_divergence, abs=5e-5)
    assert shown == pytest.approx(float(person.readouts()[2]), abs=1e-4)  # in as many digits as add up, those in four
    assert float(last(panel, "cross_entropy").split()[1]) == pytest.approx(float(person.readouts()[1]), abs=1e-4)
    person.do("undo")
    person.qtbot.waitUntil(lambda: last(panel, "kl_divergence") == "= 0.625 bits", timeout=2000)


def test_pointing_at_a_term_points_at_its_category_and_the_other_way_round(start):
    person = start()
    panel = open_formulas(person)
    view = panel.sheet.sums["entropy"]
    mouse = Mouse(view)
    mouse.move(place_of(panel, "entropy", "− 0.25·log₂ 0.25"), pressed=False)
    assert person.sentence.startswith("cloudy happens a quarter of the time.")
    assert [chip.text for chip in view.chips if view.is_lit(chip)] == ["− 0.25·log₂ 0.25", "+ 0.5"]
    mouse.move(QPoint(view.width() - 2, view.height() - 2), pressed=False)
    assert not person.sentence.startswith("cloudy")
    person.on_p.move(person.p_chart.bar_top(0), pressed=False)
    assert [chip.text for chip in view.chips if view.is_lit(chip)] == ["−0.5·log₂ 0.5", "0.5"]


def test_keys_point_at_one_term_after_the_other(start):
    person = start()
    panel = open_formulas(person)
    panel.setFocus()
    view = panel.sheet.sums["entropy"]
    heard = []
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_Left, Qt.Key.Key_Escape):
        person.keys(key, on=panel)
        heard.append((person.q_chart.pointed, sum(view.is_lit(chip) for chip in view.chips)))
    assert heard == [(0, 2), (1, 2), (0, 2), (0, 2), (-1, 0)]
    person.keys(Qt.Key.Key_Right, on=panel)
    person.q_chart.setFocus()
    assert person.q_chart.pointed == -1


def test_a_formula_is_copied_by_keyboard_as_python_that_gives_the_number(start):
    person = start()
    panel = open_formulas(person)
    steps = person.steps
    panel.sheet.buttons["kl_divergence"].setFocus()
    person.keys(Qt.Key.Key_Space)
    menu = panel.sheet.menu_of("kl_divergence")
    person.qtbot.waitUntil(menu.isVisible)
    person.keys(Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Return, on=menu)
    assert person.sentence == "Copied: KL(P‖Q) as Python."
    program = QApplication.clipboard().text()
    ran = subprocess.run([sys.executable, "-I", "-"], input=program, capture_output=True, text=True, check=True)
    assert f"{float(ran.stdout):.4f}" == person.readouts()[2]
    assert person.steps == steps


def test_the_formulas_take_the_colours_of_the_theme_before_and_after_they_are_opened(start):
    person = start()
    person.explorer.set_theme(ThemeChoice.DARK)
    panel = open_formulas(person)
    for choice, theme in ((None, DARK), (ThemeChoice.LIGHT, LIGHT)):
        if choice is not None:
            person.explorer.set_theme(choice)
        for view in (*panel.sheet.formulas.values(), *panel.sheet.sums.values()):
            image = view.grab().toImage()
            seen = {image.pixelColor(x, y).name().upper() for x in range(image.width()) for y in range(image.height())}
            assert theme.ink in seen
