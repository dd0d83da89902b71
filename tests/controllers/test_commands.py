"""Commands act on the active side and the selected category. Oracle: *weather* by hand; a store, no window."""

import pytest

from klscope.controllers.commands import CommandController
from klscope.controllers.editor import Editor
from klscope.model.category_edits import Rename
from klscope.model.comparison import Comparison, Side
from klscope.model.store import Store
from klscope.theory.editing import Refusal

WEATHER = Comparison.from_weights(("sunny", "cloudy", "rain", "snow"), [4, 2, 1, 1], [1, 4, 2, 1], "weather")


class Desk:
    """A store with its commands, and what was made and refused."""

    def __init__(self, comparison=WEATHER, seed=7):
        self.store = Store(comparison)
        self.editor = Editor(self.store)
        self.do = CommandController(self.editor, seed)
        self.made, self.refusals = [], []
        self.editor.performed.connect(lambda edit: self.made.append(type(edit).__name__))
        self.editor.refused.connect(lambda error: self.refusals.append(error.refusal))

    @property
    def p(self):
        return self.store.comparison.p.probabilities.tolist()

    @property
    def q(self):
        return self.store.comparison.q.probabilities.tolist()

    @property
    def labels(self):
        return self.store.comparison.labels


@pytest.fixture
def desk():
    return Desk()


def test_copies_and_swap(desk):
    p, q = desk.p, desk.q
    desk.do.copy_p_to_q()
    assert (desk.p, desk.q) == (p, p)
    desk.do.undo()
    desk.do.copy_q_to_p()
    assert (desk.p, desk.q) == (q, q)
    desk.do.undo()
    desk.do.swap()
    assert (desk.p, desk.q) == (q, p)
    desk.do.undo()
    assert (desk.p, desk.q) == (p, q)
    desk.do.redo()
    assert (desk.p, desk.q) == (q, p)
    assert desk.made == ["Copy", "Copy", "Swap"]


@pytest.mark.parametrize("side", [Side.P, Side.Q])
def test_commands_act_on_the_active_side_alone(desk, side):
    desk.store.set_active(side)
    other = desk.store.comparison.distribution(side.other)
    desk.store.select((2,))
    desk.do.uniform()
    assert desk.store.comparison.distribution(side).probabilities.tolist() == [0.25] * 4
    desk.do.one_hot()
    assert desk.store.comparison.distribution(side).probabilities.tolist() == [0, 0, 1, 0]
    desk.do.random()
    assert desk.store.comparison.distribution(side).probabilities.min() > 0
    assert desk.store.comparison.distribution(side.other) == other


def test_a_seed_is_one_distribution_and_random_goes_on_from_it(desk):
    assert desk.do.next_seed == 8
    desk.do.random()
    drawn = desk.q
    desk.do.random()
    assert desk.q != drawn
    desk.do.draw_random(8)
    assert desk.q == drawn
    assert desk.do.next_seed == 9
    again = Desk(seed=0)
    again.do.draw_random(8)
    assert again.q == drawn


def test_a_slider_previews_from_the_press_and_is_one_step(desk):
    for temperature in (0.1, 5.0, 0.5):
        desk.do.preview_temperature(temperature)
    # squares of 1, 4, 2, 1: 1, 16, 4, 1 of 22
    assert desk.q == pytest.approx([1 / 22, 16 / 22, 4 / 22, 1 / 22])
    assert desk.store.history.position == 0
    desk.do.commit()
    assert desk.store.history.position == 1
    desk.do.preview_smoothing(1.0)
    assert desk.q == pytest.approx([0.25] * 4)
    desk.store.cancel()
    assert desk.q == pytest.approx([1 / 22, 16 / 22, 4 / 22, 1 / 22])
    assert desk.store.history.position == 1


def test_selected_categories_are_locked_together_the_way_the_current_one_asks(desk):
    desk.store.select((0, 2))
    desk.do.lock()
    assert desk.store.comparison.q_locks.tolist() == [True, False, True, False]
    desk.store.select((1, 2))
    desk.do.lock()  # the current one, 2, is locked: all are opened
    assert desk.store.comparison.q_locks.tolist() == [True, False, False, False]
    desk.do.unlock_all()
    assert not desk.store.comparison.q_locks.any()


def test_add_names_and_selects_the_new_one_at_zero(desk):
    desk.do.add_category()
    assert desk.labels == ("sunny", "cloudy", "rain", "snow", "new 5")
    assert (desk.p[4], desk.q[4]) == (0.0, 0.0)
    assert desk.store.view.selected == (4,)
    desk.editor.perform(Rename(4, "new 6"))
    desk.do.add_category()
    assert desk.labels[5] == "new 7"  # nobody's name is taken


def test_remove_shares_in_proportion_and_selects_what_is_left(desk):
    desk.store.select((3,))
    desk.do.remove()
    assert desk.p == pytest.approx([4 / 7, 2 / 7, 1 / 7])
    assert desk.q == pytest.approx([1 / 7, 4 / 7, 2 / 7])
    assert desk.store.view.selected == (2,)
    desk.store.select((0, 1))
    desk.do.remove()
    assert desk.refusals == [Refusal.TOO_FEW]
    assert desk.store.comparison.n == 3


def test_merge_adds_at_the_first_ones_place(desk):
    desk.store.select((3, 1))
    desk.do.merge()
    assert desk.labels == ("sunny", "cloudy + snow", "rain")
    assert desk.p == [0.5, 0.375, 0.125]
    assert desk.q == [0.125, 0.625, 0.25]
    assert desk.store.view.selected == (1,)


def test_categories_move_with_their_values_and_stop_at_the_ends(desk):
    desk.store.select((3,))
    desk.do.move_left()
    assert desk.labels == ("sunny", "cloudy", "snow", "rain")
    assert desk.q == [0.125, 0.5, 0.125, 0.25]
    assert desk.store.view.current == 2
    desk.do.move_right()
    desk.do.move_right()
    assert desk.labels == WEATHER.labels
    assert desk.store.history.position == 2


def test_open_selects_the_first_and_reset_returns_to_it(desk):
    coin = Comparison.from_weights(("heads", "tails"), [1, 1], [1, 3], "coin")
    desk.store.select((3,))
    desk.do.open(coin)
    assert (desk.labels, desk.store.view.selected) == (("heads", "tails"), (0,))
    desk.do.swap()
    desk.do.reset()
    assert desk.q == [0.25, 0.75]
    desk.do.undo()
    desk.do.undo()
    desk.do.undo()
    assert desk.store.comparison == WEATHER
    desk.do.reset()
    assert desk.made == ["LoadComparison", "Swap", "Reset", "Reset"]


def test_what_is_shown_is_no_step(desk):
    desk.do.select_all()
    assert set(desk.store.view.selected) == {0, 1, 2, 3}
    view = desk.store.view
    assert desk.store.history.position == 0
    desk.do.undo()
    assert desk.store.view == view


def test_with_everything_locked_commands_refuse_and_change_nothing(desk):
    desk.do.select_all()
    desk.do.lock()
    before = desk.q
    for command in (desk.do.uniform, desk.do.random, lambda: desk.do.preview_smoothing(0.5)):
        command()
        assert desk.q == before
    assert desk.refusals == [Refusal.NOTHING_FREE] * 3
    assert not desk.store.in_gesture
