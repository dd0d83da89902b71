"""Several selected categories: the effect of merging, dragging as a group, locking and merging.

Expected numbers: mpmath on the exact rationals; ratios to 1e-12.
"""

import re
from itertools import pairwise

import mpmath
import numpy as np
import pytest
from hands import ALT, CONTROL, NONE, SHIFT, Person, between, y_of
from PySide6.QtCore import QPoint, Qt

from klscope.model.comparison import Side

LETTERS = ("a", "b", "c", "d", "e", "f")
P, Q = [6, 1, 4, 2, 5, 2], [2, 3, 4, 6, 1, 4]


def bits(p, q) -> mpmath.mpf:
    """Return KL of weights in bits."""
    p, q = ([mpmath.mpf(float(one)) for one in row] for row in (p, q))
    pairs = [(a / sum(p), b / sum(q)) for a, b in zip(p, q, strict=True) if a]
    return sum(a * mpmath.log(a / b, 2) if b else mpmath.inf for a, b in pairs)


def together(values, group) -> list[float]:
    rest = [value for index, value in enumerate(values) if index not in group]
    return [sum(values[index] for index in group), *rest]


def select(person: Person, side: Side, *indices: int) -> None:
    """Point at each; click the first, and the others with Ctrl."""
    for place, index in enumerate(indices):
        at = person.chart(side).bar_top(index)
        person.mouse(side).move(at, NONE, pressed=False)  # a hand points before it presses
        person.mouse(side).click(at, CONTROL if place else NONE)


def said(person: Person) -> tuple[float, ...]:
    """Return the numbers of the sentence after the names."""
    found = re.fullmatch(
        r".*: merged, KL\(P‖Q\) goes from (\S+) to (\S+) bits: it never rises\. (\S+) is inside the group\.",
        person.sentence,
    )
    assert found is not None, person.sentence
    return tuple(float(number) for number in found.groups())


def expected(person: Person, group) -> list[float]:
    """Return what the sentence has to say: KL before, after, and the difference, to three places."""
    before, after = bits(person.p, person.q), bits(together(person.p, group), together(person.q, group))
    return pytest.approx([float(one) for one in (before, after, before - after)], abs=5.1e-4)


def test_the_sentence_is_read_before_it_is_done_and_lives_under_the_hand(start) -> None:
    person: Person = start(P, Q, LETTERS)
    group = (0, 2, 3)
    select(person, Side.Q, *group)
    assert person.sentence.startswith("a, c, d: merged, ")
    assert said(person) == expected(person, group)
    chart, top = person.q_chart, person.q_chart.bar_top(3)
    person.on_q.press(top, ALT)
    heard = []
    for at in between(top, top - QPoint(0, 40), 5):
        person.on_q.move(at)
        assert said(person) == expected(person, group)
        heard.append(person.sentence)
        assert abs(chart.bar_top(3).y() - at.y()) <= 1
    assert len(set(heard)) == 5
    person.on_q.release()
    assert said(person) == expected(person, group)
    assert person.command("undo").text() == "Undo Drag Q: d and 2 more"
    # of a category elsewhere, and of one of them, it speaks when it is pointed at
    person.on_q.move(chart.bar_top(1), pressed=False)
    assert person.sentence.startswith("b happens")


@pytest.mark.parametrize("side", list(Side))
def test_the_group_moves_as_one_and_all_ratios_last(start, side: Side) -> None:
    person: Person = start(P, Q, LETTERS)
    group, rest = [0, 2, 3], [1, 4, 5]
    select(person, side, *group)
    before, chart, mouse = person.state, person.chart(side), person.mouse(side)

    def values() -> np.ndarray:
        return person.p if side is Side.P else person.q

    first, top = values().copy(), chart.bar_top(2)
    mouse.press(top, ALT)
    path = [*between(top, top + QPoint(0, 25), 4), *between(top, top - QPoint(0, 30), 6)]
    for at in path:
        mouse.move(at)
        for half in (group, rest):
            np.testing.assert_allclose(
                values()[half] / values()[half].sum(), first[half] / first[half].sum(), rtol=1e-12
            )
        assert abs(chart.bar_top(2).y() - at.y()) <= 1
        assert values().sum() == pytest.approx(1.0, abs=1e-15)
    person.on_terms.move(QPoint(0, 0), pressed=False)
    mouse.release()
    assert person.steps == 1
    assert person.store.view.selected[-1] == 2
    assert set(person.store.view.selected) == set(group)
    person.do("undo")
    assert person.state == before
    assert set(person.store.view.selected) == set(group)  # undo never touches the selection


def test_far_above_and_far_below_it_stops_and_comes_back(start) -> None:
    person: Person = start(P, Q, LETTERS)
    group = [0, 2, 3]
    select(person, Side.Q, *group)
    first, chart, top = person.q.copy(), person.q_chart, person.q_chart.bar_top(0)
    person.on_q.press(top, ALT)
    person.on_q.move(QPoint(top.x(), round(chart.area.bottom) + 300))
    assert not person.q[group].any()
    person.on_q.move(top)
    assert person.q.tobytes() == first.tobytes()  # every event from the state at the press
    person.on_q.move(QPoint(top.x(), -3000))
    assert person.q[0] == pytest.approx(1 / 6, rel=1e-15)  # 2 : 4 : 6 of everything
    assert not person.q[[1, 4, 5]].any()
    person.on_q.release()
    person.enter(Side.Q, 1, "0.5")  # a value typed moves one bar; the group shares with those that have nothing
    np.testing.assert_allclose(person.q[group], [0.5 / 6, 1 / 6, 0.25], rtol=1e-14)


def test_dragged_to_nothing_and_let_go_the_group_remembers_its_ratios(start) -> None:
    person: Person = start(P, Q, LETTERS)
    group = [0, 2, 3]
    select(person, Side.Q, *group)
    top = person.q_chart.bar_top(0)
    person.on_q.drag(top, QPoint(top.x(), top.y() + 400), modifiers=ALT)
    assert not person.q[group].any()
    base = person.q_chart.bar_top(0)
    person.on_q.drag(base, base - QPoint(0, 20), modifiers=ALT)
    np.testing.assert_allclose(person.q[[2, 3]] / person.q[0], [2.0, 3.0], rtol=1e-12)
    assert person.steps == 2


def test_escape_gives_it_up_and_a_click_selects_the_one(start) -> None:
    person: Person = start(P, Q, LETTERS)
    select(person, Side.Q, 0, 2, 3)
    before, top = person.state, person.q_chart.bar_top(2)
    person.on_q.press(top, ALT)
    person.on_q.move(top - QPoint(0, 25))
    assert person.state != before
    person.keys(Qt.Key.Key_Escape, on=person.q_chart)
    person.on_q.release()
    assert (person.state, person.steps) == (before, 0)
    assert set(person.store.view.selected) == {0, 2, 3}
    person.on_q.click(person.q_chart.bar_top(2))
    assert person.store.view.selected == (2,)
    assert person.sentence.startswith("c happens")
    person.on_q.drag(top, top - QPoint(0, 25), modifiers=ALT)
    assert person.command("undo").text() == "Undo Drag Q: c"


def test_it_snaps_onto_its_dashed_line(start) -> None:
    person: Person = start(P, Q, LETTERS)
    select(person, Side.Q, 0, 2)
    chart, top = person.q_chart, person.q_chart.bar_top(0)
    line = round(y_of(chart, float(person.p[0])))
    person.on_q.drag(top, QPoint(top.x(), top.y() - 5), QPoint(top.x(), line + 2))
    assert person.q[0] == person.p[0] == 0.3
    assert person.q[2] == pytest.approx(0.6, rel=1e-15)


def test_keys_move_the_group(start) -> None:
    person: Person = start(P, Q, LETTERS)
    person.on_q.click(person.q_chart.bar_top(0))
    person.keys(Qt.Key.Key_Right, Qt.Key.Key_Right, modifiers=SHIFT, on=person.q_chart)
    first = person.q.copy()
    for key, change in ((Qt.Key.Key_Up, 0.01), (Qt.Key.Key_PageDown, -0.1)):
        was = person.q.copy()
        person.keys(key, on=person.q_chart)
        assert person.q[2] == round(was[2] + change, 12)
        for half in ([0, 1, 2], [3, 4, 5]):
            np.testing.assert_allclose(
                person.q[half] / person.q[half].sum(), first[half] / first[half].sum(), rtol=1e-12
            )
    assert person.command("undo").text() == "Undo Move Q: c and 2 more"
    assert person.steps == 2


def test_all_selected_have_nothing_beside_them_and_it_is_said(start) -> None:
    person: Person = start(P, Q, LETTERS)
    person.do("select_all")
    before, top = person.state, person.q_chart.bar_top(0)
    person.on_q.drag(top, top - QPoint(0, 20), modifiers=ALT)
    assert person.state == before
    assert person.sentence == (
        "The selected bars hold all that is free: no other bar could give or take. Select fewer of them."
    )


def test_the_group_is_locked_together_and_a_padlock_is_one_bars(start) -> None:
    person: Person = start(P, Q, LETTERS)
    select(person, Side.Q, 0, 2, 3)
    assert person.command("lock").text() == "Lock 3 Categories of Q"
    person.keys("l", on=person.q_chart)
    assert person.store.comparison.q_locks.tolist() == [True, False, True, True, False, False]
    assert person.command("lock").text() == "Unlock 3 Categories of Q"
    person.click_padlock(Side.Q, 2)
    assert person.store.comparison.q_locks.tolist() == [True, False, False, True, False, False]
    assert set(person.store.view.selected) == {0, 2, 3}
    held = person.q[[0, 3]].copy()
    top = person.q_chart.bar_top(2)  # the only one that is free of them: it moves alone
    person.on_q.drag(top, top - QPoint(0, 20), modifiers=ALT)
    assert person.q[[0, 3]].tobytes() == held.tobytes()
    assert person.q[2] > 0.2
    person.do("undo")
    locked = person.q_chart.bar_top(0)
    person.on_q.drag(locked, locked - QPoint(0, 20), modifiers=ALT)
    assert person.sentence == "a is locked: press L to open the lock."


def test_merging_does_what_was_said(start) -> None:
    person: Person = start(P, Q, LETTERS)
    group = (0, 2, 3)
    select(person, Side.Q, *group)
    before, after, lost = said(person)
    assert person.command("merge").text() == f"Merge 3 Selected Categories: KL {before:g} → {after:g}"
    truth = float(bits(together(person.p, group), together(person.q, group)))
    person.do("merge")
    assert person.sentence == f"Merged: KL(P‖Q) went from {before:g} to {after:g} bits: {lost:g} was inside the group."
    assert person.readouts()[2] == f"{truth:.4f}"
    assert person.labels[0] == "a + c + d"
    assert person.store.measures.kl_divergence == pytest.approx(truth * np.log(2.0), rel=1e-14)
    assert not person.command("merge").isEnabled()
    person.do("undo")
    assert len(person.labels) == 6


def test_merging_what_the_model_has_no_word_for_makes_it_finite(start) -> None:
    person: Person = start([2, 1, 1, 4], [1, 3, 0, 4], LETTERS[:4])
    assert person.readouts()[2] == "∞"
    select(person, Side.P, 1, 2)
    truth = float(bits([2, 2, 4], [1, 3, 4]))
    assert person.sentence == (f"b, c: merged, KL(P‖Q) goes from ∞ to {truth:.3f} bits: Q of the group is above 0.")
    assert person.command("merge").text() == f"Merge 2 Selected Categories: KL ∞ → {truth:.3f}"
    person.do("merge")
    assert person.readouts()[2] == f"{truth:.4f}"
    assert person.sentence.endswith("Q(b + c) is above 0.")


def test_selected_in_a_chart_they_are_marked_in_the_table(start) -> None:
    person: Person = start(P, Q, LETTERS)
    table = person.window.table
    person.window.tabs.setCurrentWidget(table)
    select(person, Side.Q, 4, 1)
    table.refresh()
    assert sorted(index.row() for index in table.selectionModel().selectedRows()) == [1, 4]


def test_no_pixel_of_the_other_selected_bars_is_out_of_step(start) -> None:
    # what is seen: tops of the group rise in the ratio of their values
    person: Person = start(P, Q, LETTERS)
    select(person, Side.Q, 0, 2, 3)
    chart, top = person.q_chart, person.q_chart.bar_top(3)
    person.on_q.press(top, ALT)
    person.on_q.move(top - QPoint(0, 18))
    heights = [chart.area.bottom - chart.bar_top(index).y() for index in (0, 2, 3)]
    assert all(
        abs(later / earlier - ratio) < 0.1 for (earlier, later), ratio in zip(pairwise(heights), (2, 1.5), strict=True)
    )
    person.on_q.release()
