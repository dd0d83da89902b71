"""Someone uses the commands of the menus, and each does what its name says to what its name says.

Expected numbers: hand arithmetic on *weather*, mpmath for temperatures, NumPy's own Dirichlet for the random draw
(Dirichlet(1, …, 1) from the same generator), mpmath for readouts.
"""

import mpmath
import numpy as np
import pytest
from hands import CONTROL, SHIFT, Person
from measures_on_screen import readouts
from PySide6.QtCore import Qt

from klscope.model.comparison import Side


def tempered(values, temperature: float) -> list[float]:
    """Return p^(1/T) / Σ p^(1/T) by mpmath."""
    with mpmath.workdps(40):
        powers = [mpmath.mpf(x) ** (1 / mpmath.mpf(temperature)) if x else mpmath.mpf(0) for x in values]
        return [float(one / sum(powers)) for one in powers]


def select(person: Person, side: Side, *columns: int) -> None:
    for place, column in enumerate(columns):
        person.mouse(side).click(person.chart(side).bar_top(column), CONTROL if place else Qt.KeyboardModifier(0))


def test_q_from_p_leaves_nothing_to_learn(start) -> None:
    person: Person = start()
    p = person.p.copy()
    person.keys("m", modifiers=CONTROL, on=person.q_chart)
    assert person.q.tobytes() == p.tobytes() == person.p.tobytes()
    assert person.verdict == "Nothing left to learn."
    assert person.readouts() == ["1.7500", "1.7500", "0.0000"]
    assert not person.command("copy_p_to_q").isEnabled()
    assert not person.command("copy_q_to_p").isEnabled()


def test_p_from_q(start) -> None:
    person: Person = start()
    person.do("copy_q_to_p")
    assert person.p.tolist() == person.q.tolist() == [0.125, 0.5, 0.25, 0.125]
    assert person.verdict == "Nothing left to learn."


def test_swap_says_that_order_matters(start) -> None:
    person: Person = start()
    person.do("swap")
    # H(Q,P) = ⅛·1 + ½·2 + ¼·3 + ⅛·3 = 2.25
    assert person.sentence == "H(P,Q) changed from 2.375 to 2.25. Order matters."
    assert person.readouts() == ["1.7500", "2.2500", "0.5000"]
    person.do("swap")
    assert person.sentence == "H(P,Q) changed from 2.25 to 2.375. Order matters."


def test_swap_of_a_symmetric_pair_says_that_it_costs_the_same(start) -> None:
    person: Person = start([1, 3], [3, 1])
    person.do("swap")
    assert person.sentence.startswith("H(P,Q) stays ")


def test_uniform_and_one_hot_act_on_the_chart_pressed_last(start) -> None:
    person: Person = start()
    assert person.command("uniform").text() == "Uniform Q"
    person.do("uniform")
    assert person.q.tolist() == [0.25] * 4
    assert person.readouts() == ["1.7500", "2.0000", "0.2500"]  # H(P, uniform) = log₂ 4
    select(person, Side.P, 0)
    assert person.command("one_hot").text() == "One-Hot P at sunny"
    person.do("one_hot")
    assert person.p.tolist() == [1.0, 0.0, 0.0, 0.0]
    assert person.readouts() == ["0.0000", "2.0000", "2.0000"]
    assert person.verdict == "P is certain: all of H(P,Q) is extra cost."


def test_one_hot_remembers_the_ratios_as_a_drag_to_one_does(start) -> None:
    person: Person = start([0.4, 0.3, 0.2, 0.1], [1, 1, 1, 1])
    before = person.p.copy()
    select(person, Side.P, 0)
    person.do("one_hot")
    person.enter(Side.P, 0, "0.4")
    assert person.p.tobytes() == before.tobytes()


@pytest.mark.parametrize("seed", [0, 7, 2_147_483_647])
def test_a_typed_seed_gives_one_distribution(start, seed: int) -> None:
    person: Person = start()
    ends = []
    for _ in range(2):
        person.do("random_by_seed")
        assert person.dialog.windowTitle() == "Random Q"
        person.dialog.seed.setFocus()
        person.dialog.seed.selectAll()
        person.type(str(seed))
        person.dialog.accept()
        ends.append(person.q.tobytes())
        assert person.command("undo").text() == f"Undo Random Q, seed {seed}"
        person.do("uniform")
    assert ends[0] == ends[1]
    person.do("undo")
    np.testing.assert_allclose(person.q, np.random.default_rng(seed).dirichlet(np.ones(4)), rtol=1e-14)
    assert person.p.tolist() == [0.5, 0.25, 0.125, 0.125]


def test_random_shows_the_seed_that_would_give_it_again(start) -> None:
    person: Person = start()
    person.do("random")
    name, drawn = person.command("undo").text(), person.q.copy()
    seed = int(name.rpartition(" ")[2])
    person.do("random")
    assert person.q.tobytes() != drawn.tobytes()
    person.do("random_by_seed")
    assert person.dialog.seed.value() == seed + 2
    person.dialog.seed.setValue(seed)
    person.dialog.accept()
    assert person.q.tobytes() == drawn.tobytes()
    assert (person.q > 0).all()
    assert person.q.sum() == pytest.approx(1.0, abs=1e-15)


@pytest.mark.parametrize("temperature", [0.1, 0.5, 3.0, 10.0])
def test_sharpening_follows_the_slider_and_accept_makes_one_step(start, temperature: float) -> None:
    person: Person = start([5, 2, 0, 1], [6, 3, 0, 1])
    before = person.q.copy()
    person.do("sharpen")
    dialog = person.dialog
    for amount in (2.0, 0.3, temperature):  # each from the state at the press
        dialog.amount.setValue(amount)
        np.testing.assert_allclose(person.q, tempered(before.tolist(), amount), rtol=1e-13)
        assert person.readouts() == readouts(person.p, person.q)
        assert person.steps == 0
    dialog.accept()
    assert person.q[2] == 0.0
    assert person.steps == 1
    word = "Sharpen" if temperature < 1 else "Soften"
    assert person.command("undo").text() == f"Undo {word} Q, T = {temperature:g}"


def test_the_slider_moves_by_keys_and_cancel_takes_all_back(start) -> None:
    person: Person = start()
    before = person.state
    select(person, Side.P, 0)
    person.do("sharpen")
    dialog = person.dialog
    assert dialog.windowTitle() == "Sharpen or Soften P"
    assert dialog.amount.value() == 1.0
    dialog.slider.setFocus()
    person.keys(Qt.Key.Key_Left, Qt.Key.Key_PageDown, on=dialog.slider)
    assert dialog.amount.value() < 1.0
    np.testing.assert_allclose(person.p, tempered([0.5, 0.25, 0.125, 0.125], dialog.amount.value()), rtol=1e-13)
    person.keys(Qt.Key.Key_Escape, on=dialog.slider)
    assert person.state == before
    assert person.steps == 0


def test_accepting_t_of_one_is_no_step(start) -> None:
    person: Person = start()
    person.do("sharpen")
    person.dialog.amount.setValue(2.0)
    person.dialog.amount.setValue(1.0)
    person.dialog.accept()
    assert person.steps == 0


def test_smoothing_mixes_in_the_uniform(start) -> None:
    person: Person = start()
    person.do("smooth")
    for amount in (1.0, 0.2):
        person.dialog.amount.setValue(amount)
        expected = [(1 - amount) * q + amount / 4 for q in (0.125, 0.5, 0.25, 0.125)]
        np.testing.assert_allclose(person.q, expected, rtol=1e-15)
    person.dialog.accept()
    assert person.command("undo").text() == "Undo Smooth Q, λ = 0.2"


def test_an_added_category_is_at_zero_and_changes_nothing_else(start) -> None:
    person: Person = start()
    p, q, numbers = person.p.copy(), person.q.copy(), person.readouts()
    person.do("add")
    assert person.labels[4] == "new 5"
    assert person.p.tobytes() == np.append(p, 0.0).tobytes()
    assert person.q.tobytes() == np.append(q, 0.0).tobytes()
    assert person.readouts() == numbers
    assert person.store.view.selected == (4,)
    top = person.q_chart.bar_top(4)
    person.on_q.drag(top, top - (top - person.q_chart.bar_top(1)) / 4)
    assert person.q[4] > 0


def test_several_selected_are_removed_and_their_mass_is_shared_in_proportion(start) -> None:
    person: Person = start([0.4, 0.3, 0.2, 0.1], [0.1, 0.2, 0.3, 0.4])
    select(person, Side.P, 1, 3)
    person.do("remove")
    assert person.labels == ("A", "C")
    np.testing.assert_allclose(person.p, [2 / 3, 1 / 3], rtol=1e-15)
    np.testing.assert_allclose(person.q, [0.25, 0.75], rtol=1e-15)
    assert person.command("undo").text() == "Undo Remove B, D"
    before = person.state
    person.do("remove")
    assert person.sentence == "At least two categories must stay."
    assert person.state == before


def test_merging_adds_up_and_joins_names_and_locks_only_if_all_were(start) -> None:
    person: Person = start()
    assert not person.command("merge").isEnabled()
    for side, column in ((Side.P, 1), (Side.P, 3), (Side.Q, 1)):
        person.click_padlock(side, column)
    select(person, Side.Q, 3, 1)
    person.do("merge")
    assert person.labels == ("sunny", "cloudy + snow", "rain")
    assert person.p.tolist() == [0.5, 0.375, 0.125]
    assert person.q.tolist() == [0.125, 0.625, 0.25]
    assert person.store.comparison.p_locks.tolist() == [False, True, False]
    assert not person.store.comparison.q_locks.any()
    assert person.store.view.selected == (1,)


@pytest.mark.parametrize("how", ["name", "key"])
def test_a_category_is_renamed_in_place(start, how: str) -> None:
    person: Person = start()
    if how == "name":
        person.on_p.double_click(person.p_chart.name_place(2).center())
    else:
        select(person, Side.P, 2)
        person.keys(Qt.Key.Key_F2, on=person.p_chart)
    assert person.editor.text() == "rain"
    person.type("snow")
    person.keys(Qt.Key.Key_Return)
    assert "has the name of category" in person.sentence
    person.keys("a", modifiers=CONTROL)
    person.type("비")
    person.keys(Qt.Key.Key_Return)
    assert person.labels == ("sunny", "cloudy", "비", "snow")
    assert person.command("undo").text() == "Undo Rename rain to 비"


def test_moving_takes_both_sides_and_the_locks_along(start) -> None:
    person: Person = start()
    person.click_padlock(Side.Q, 2)
    select(person, Side.Q, 2)
    for _ in range(2):
        person.keys(Qt.Key.Key_Left, modifiers=Qt.KeyboardModifier.AltModifier, on=person.q_chart)
    assert person.labels == ("rain", "sunny", "cloudy", "snow")
    assert person.p.tolist() == [0.125, 0.5, 0.25, 0.125]
    assert person.q.tolist() == [0.25, 0.125, 0.5, 0.125]
    assert person.store.comparison.q_locks.tolist() == [True, False, False, False]
    assert not person.command("move_left").isEnabled()
    assert person.readouts() == ["1.7500", "2.3750", "0.6250"]


def test_unlock_all_and_select_all(start) -> None:
    person: Person = start()
    person.click_padlock(Side.P, 0)
    person.click_padlock(Side.Q, 1)
    person.do("unlock_all")
    assert not person.store.comparison.p_locks.any()
    assert not person.store.comparison.q_locks.any()
    person.keys("a", modifiers=CONTROL, on=person.q_chart)
    assert person.store.view.selected == (0, 1, 2, 3)
    before = person.state
    person.do("merge")
    assert person.sentence == "At least two categories must stay."
    assert person.state == before
    person.keys("l", modifiers=CONTROL | SHIFT, on=person.q_chart)
    assert person.steps == 3  # nothing to unlock: no step
