"""Setting Q to 0 where P is positive: ∞ is shown and explained, and can be dragged back.

Expected numbers: mpmath for the finite sum and JS; *weather* by hand; the axis for what a pull of so many pixels means.
"""

import mpmath
import pytest
from hands import ALT, CONTROL, Person
from measures_on_screen import more, readouts, written
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtWidgets import QLabel

from klscope.model.comparison import Side


def take_to_zero(person: Person, index: int = 0) -> None:
    top = person.q_chart.bar_top(index)
    person.on_q.drag(top, QPoint(top.x(), 5000), modifiers=ALT)
    assert person.q[index] == 0.0


def cap(person: Person, index: int = 0) -> QPointF:
    area = person.window.terms_chart.area
    return QPointF(area.column_centre(index), area.top + 12.0)


def finite_sum(person: Person) -> float:
    """Return the sum of the finite terms of KL in bits, by mpmath."""
    pairs = [(mpmath.mpf(x), mpmath.mpf(y)) for x, y in zip(person.p.tolist(), person.q.tolist(), strict=True)]
    return float(sum(x * mpmath.log(x / y, 2) for x, y in pairs if x and y))


def test_infinity_is_shown_and_the_category_that_causes_it_is_named(start) -> None:
    person: Person = start()
    take_to_zero(person)
    assert person.readouts() == ["1.7500", "∞", "∞"]
    assert person.verdict.startswith("P(sunny) = 0.5 but Q(sunny) = 0: the model gives sunny probability 0.")
    person.do("undo")
    assert person.readouts() == ["1.7500", "2.3750", "0.6250"]
    assert "no word" not in person.verdict


def test_the_finite_sum_and_js_are_told_apart(start) -> None:
    person: Person = start()
    take_to_zero(person)
    # Q is 0, 4/7, 2/7, 1/7: the finite terms are ¼ log₂ 7/16, ⅛ log₂ 7/16, ⅛ log₂ 7/8
    assert finite_sum(person) == pytest.approx(-0.471323, abs=1e-5)
    assert "The finite terms sum to −0.471 bits" in person.verdict
    js = more(person.p, person.q)["JS(P,Q)"]
    assert f"JS stays finite: {written(js)} bits." in person.verdict
    person.window.tabs.setCurrentWidget(person.window.measures)
    labels = person.window.measures.findChildren(QLabel)
    assert [one.text() for one in labels if one.accessibleName() == "JS(P,Q)"] == [f"{written(js)} bits"]


def test_where_nothing_happens_zero_belief_costs_nothing(start) -> None:
    person: Person = start([0.5, 0.5, 0.0], [0.25, 0.5, 0.25])
    take_to_zero(person, 2)
    assert person.readouts() == ["1.0000", *readouts(person.p, person.q)[1:]]
    assert "∞" not in person.readouts()
    assert "no word" not in person.verdict


@pytest.mark.parametrize("chunks", [1, 40])
def test_pulling_the_cap_down_raises_q_from_zero(start, chunks: int) -> None:
    person: Person = start([1, 1, 1, 1, 1], [4, 3, 4, 5, 4], ["sunny", "b", "c", "d", "e"])
    take_to_zero(person)
    steps, ratios = person.steps, person.q[1:] / person.q[3]
    chart, top = person.window.terms_chart, cap(person)
    scale = person.window.scale.top
    assert scale == 0.4
    person.on_terms.press(top)
    for chunk in range(1, chunks + 1):
        person.on_terms.move(top + QPointF(0, 40.0 * chunk / chunks))
        if 40.0 * chunk / chunks >= 2.0:
            assert "∞" not in person.readouts()
            assert person.readouts() == readouts(person.p, person.q)
    person.on_terms.release()
    assert person.q[0] == pytest.approx(40.0 / chart.area.height * scale, rel=1e-12)
    assert (person.q[1:] / person.q[3]).tolist() == pytest.approx(ratios.tolist(), rel=1e-14)
    assert person.steps == steps + 1
    assert person.command("undo").text() == "Undo Drag Q: sunny"


def test_a_click_on_the_cap_only_selects(start) -> None:
    person: Person = start()
    take_to_zero(person, 2)
    person.on_q.click(person.q_chart.bar_top(0))
    before, steps = person.state, person.steps
    person.on_terms.click(cap(person, 2))
    assert person.state == before
    assert person.steps == steps
    assert person.store.view.current == 2


@pytest.mark.parametrize("how", ["escape", "undo"])
def test_a_pull_can_be_given_up(start, how: str) -> None:
    person: Person = start()
    take_to_zero(person)
    before, steps, top = person.state, person.steps, cap(person)
    person.on_terms.press(top)
    person.on_terms.move(top + QPointF(0, 30))
    assert person.state != before
    if how == "escape":
        person.keys(Qt.Key.Key_Escape, on=person.window.terms_chart)
    else:
        person.keys("z", modifiers=CONTROL, on=person.window.terms_chart)
    assert person.state == before
    person.on_terms.move(top + QPointF(0, 60))  # the button is still down: nothing is held any more
    person.on_terms.release()
    assert person.state == before
    assert person.steps == steps


def test_a_locked_zero_is_not_pulled(start) -> None:
    person: Person = start()
    take_to_zero(person)
    person.click_padlock(Side.Q, 0)
    before = person.state
    person.on_terms.drag(cap(person), cap(person) + QPointF(0, 20), cap(person) + QPointF(0, 40))
    assert person.state == before
    assert person.sentence == "sunny is locked: press L to open the lock."


def test_smoothing_is_a_command_that_leads_back_from_infinity(start) -> None:
    person: Person = start()
    take_to_zero(person)
    person.do("smooth")
    person.dialog.amount.setValue(0.1)
    assert person.readouts() == readouts(person.p, person.q)
    person.dialog.accept()
    assert person.q[0] == pytest.approx(0.025, rel=1e-14)
    assert "∞" not in person.readouts()
    assert person.command("undo").text() == "Undo Smooth Q, λ = 0.1"


def test_a_certain_event_has_zero_entropy_without_a_sign(start) -> None:
    person: Person = start([1, 0], [1, 1])
    assert person.readouts() == ["0.0000", "1.0000", "1.0000"]
    person.do("copy_p_to_q")
    assert person.readouts() == ["0.0000", "0.0000", "0.0000"]
