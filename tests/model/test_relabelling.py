"""Translation of example names in the whole history, without other changes."""

from klscope.model.category_edits import MergeCategories, Rename
from klscope.model.comparison import Comparison
from klscope.model.edits import Swap
from klscope.model.history import History
from klscope.model.pins import NO_PINS
from klscope.model.relabelling import Relabelling, relabelled

WORDS = {"sunny": "맑음", "rain": "비", "snow": "눈"}
SKY = Comparison.from_weights(("sunny", "rain", "snow"), [1, 2, 3], [3, 2, 1], "sky")


def korean() -> Relabelling:
    return Relabelling({"sky": WORDS}, {})


def test_known_names_are_replaced_in_merged_ones_too_and_in_the_origin() -> None:
    merged = MergeCategories((0, 2)).apply(Rename(1, "hail").apply(SKY))
    found = relabelled(merged, WORDS)
    assert found.labels == ("맑음 + 눈", "hail")
    assert found.origin is not None
    assert found.origin.comparison.labels == ("맑음", "비", "눈")
    assert found.p is merged.p
    assert found.q is merged.q


def test_no_two_names_become_one() -> None:
    clash = Rename(1, "맑음").apply(SKY)
    assert relabelled(clash, WORDS).labels == clash.labels


def test_what_knows_none_of_the_words_is_itself() -> None:
    other = Comparison.from_weights(("a", "b"), [1, 1], [1, 2], "other")
    assert relabelled(other, WORDS) is other


def test_only_data_of_that_origin_are_meant() -> None:
    own = Comparison.from_weights(("sunny", "rain"), [1, 1], [1, 2], "mine")
    assert korean().of(own) is own


def test_a_history_keeps_its_steps_its_place_and_what_is_one() -> None:
    swapped = Swap().apply(SKY)
    history = History(SKY).with_step(Swap(), swapped).with_step(Swap(), SKY).at(1)
    found = korean().of_history(history)
    assert found.position == 1
    assert [step.edit for step in found.steps] == [Swap(), Swap()]
    assert found.first is found.steps[0].before
    assert found.steps[0].after is found.steps[1].before
    assert found.present.labels == ("맑음", "비", "눈")


def test_a_pin_has_the_words_of_the_state_that_was_pinned() -> None:
    renamed = Rename(1, "hail").apply(SKY)
    relabelling = korean()
    relabelling.of_history(History(SKY).with_step(Rename(1, "hail"), renamed))
    pins = relabelling.of_pins(NO_PINS.add(renamed))
    assert pins.all[0].comparison.labels == ("맑음", "hail", "눈")
    assert pins.compared == 0
