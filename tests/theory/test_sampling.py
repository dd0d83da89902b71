"""Samples: what is drawn is drawn in proportion, never the impossible, and means and errors are the textbook's."""

import math
import statistics

import numpy as np
import pytest
from drawn_samples import draw

from klscope.theory.sampling import (
    MOST_CELLS,
    MOST_SAMPLES,
    SortedUniforms,
    running_mean,
    sample_numbers,
    uniforms,
)

LAST_BELOW_ONE = math.nextafter(1.0, 0.0)
SHAPES = [
    [0.5, 0.25, 0.125, 0.125],
    [0.0, 0.3, 0.0, 0.7, 0.0],
    [1.0, 0.0],
    [0.1] * 10,
    [1.0],
    [1e-300, 1.0 - 1e-16, 0.0],
]


def by_hand(probabilities, number):
    """Return the category whose stretch holds a number: the definition, looked up from the left."""
    end = 0.0
    for index, probability in enumerate(probabilities):
        end += probability
        if number < end and probability > 0.0:
            return index
    return max(index for index, probability in enumerate(probabilities) if probability > 0.0)


@pytest.mark.parametrize("shape", SHAPES)
def test_a_number_picks_the_category_whose_stretch_holds_it(shape):
    numbers = np.concatenate((uniforms(3, 500), [0.0, 0.5, LAST_BELOW_ONE]))
    drawn = draw(np.array(shape), numbers)
    assert drawn.tolist() == [by_hand(shape, number) for number in numbers.tolist()]


def test_the_impossible_is_never_drawn_at_either_end():
    # ten times 0.1 sum to 0.9999999999999999: the last number lies beyond
    short = np.array([0.0, *([0.1] * 10), 0.0])
    assert draw(short, np.array([0.0, LAST_BELOW_ONE])).tolist() == [1, 10]


def test_fewer_numbers_of_a_seed_are_the_first_of_more():
    few, many = uniforms(7, 10), uniforms(7, 1_000)
    assert few.tolist() == many[:10].tolist()
    assert not many.flags.writeable
    assert uniforms(8, 10).tolist() != few.tolist()


def test_frequencies_are_those_of_the_distribution():
    shape = np.array(SHAPES[0])
    count = 40_000
    counts = np.bincount(draw(shape, uniforms(1, count)))
    # χ² with 3 degrees of freedom: 16.27 is passed once in a thousand (Abramowitz and Stegun, table 26.8)
    assert ((counts - count * shape) ** 2 / (count * shape)).sum() < 16.27


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("count", [0, 1, 2, 77, 5_000])
def test_sorted_numbers_are_counted_as_they_are_drawn(shape, count):
    numbers = uniforms(5, count)
    tally = SortedUniforms.of(numbers, len(shape)).counted(np.array(shape))
    drawn = draw(np.array(shape), numbers)
    assert tally.numbers.tolist() == sample_numbers(count).tolist()
    for number, counts in zip(tally.numbers, tally.counts, strict=True):
        assert counts.tolist() == np.bincount(drawn[:number], minlength=len(shape)).tolist()
    assert tally.last.tolist() == np.bincount(drawn, minlength=len(shape)).tolist()


def test_a_number_on_an_edge_is_counted_where_it_is_drawn():
    shape, numbers = np.array([0.5, 0.0, 0.25, 0.25]), np.array([0.75, 0.5, 0.0, 0.25])
    assert draw(shape, numbers).tolist() == [3, 2, 0, 0]
    assert SortedUniforms.of(numbers, 4).counted(shape).last.tolist() == [2, 0, 1, 1]


def test_means_are_looked_at_after_the_first_after_the_last_and_ever_further_apart():
    numbers = sample_numbers(12_345)
    assert numbers[0] == 1
    assert numbers[-1] == 12_345
    assert (np.diff(numbers) > 0).all()
    assert numbers[:15].tolist() == list(range(1, 16))
    assert numbers.size < 240
    assert set(sample_numbers(1_000)[:-1].tolist()) <= set(numbers.tolist())
    assert sample_numbers(0).size == 0
    assert sample_numbers(MOST_SAMPLES)[-1] == MOST_SAMPLES


def test_very_many_categories_are_counted_after_fewer_samples():
    n = 200_000
    tally = SortedUniforms.of(uniforms(1, 100), n).counted(np.full(n, 1.0 / n))
    assert tally.counts.size <= MOST_CELLS
    assert tally.numbers[-1] == tally.last.sum() == 100


@pytest.mark.parametrize("worth", [[1.0, 2.0, 3.0, 3.0], [1e9, 1e9 + 1.0, 1e9 + 2.0, 1e9], [-1.0, 0.3, 0.3, 7.0]])
def test_means_and_errors_are_those_of_the_sample(worth):
    shape, values = np.array(SHAPES[0]), np.array(worth)
    numbers = uniforms(11, 300)
    seen = running_mean(SortedUniforms.of(numbers, 4).counted(shape), values)
    drawn = values[draw(shape, numbers)].tolist()
    assert np.isnan(seen.errors[0])
    for number, mean, error in list(zip(seen.numbers.tolist(), seen.means, seen.errors, strict=True))[1:]:
        assert mean == pytest.approx(statistics.fmean(drawn[:number]), rel=1e-14)
        expected = statistics.stdev(drawn[:number]) / math.sqrt(number)
        assert error == pytest.approx(expected, rel=1e-9, abs=1e-15)


def test_equal_values_have_no_error():
    seen = running_mean(SortedUniforms.of(uniforms(1, 50), 2).counted(np.array([0.5, 0.5])), np.array([0.1, 0.1]))
    assert seen.means == pytest.approx(np.full(seen.numbers.size, 0.1), rel=1e-15)
    assert seen.errors[1:] == pytest.approx(np.zeros(seen.numbers.size - 1), abs=1e-16)


def test_one_infinite_sample_makes_the_mean_infinite_from_there_on():
    shape, values = np.array([0.9, 0.1, 0.0]), np.array([1.0, np.inf, -np.inf])
    numbers = uniforms(2, 200)
    first = draw(shape, numbers).tolist().index(1) + 1
    seen = running_mean(SortedUniforms.of(numbers, 3).counted(shape), values)
    assert (seen.means[seen.numbers < first] == 1.0).all()
    assert (seen.means[seen.numbers >= first] == np.inf).all()
    assert np.isnan(seen.errors[seen.numbers >= first]).all()
    assert first > 2


def test_what_is_never_drawn_may_be_worth_anything():
    tally = SortedUniforms.of(uniforms(2, 50), 3).counted(np.array([0.5, 0.5, 0.0]))
    for nothing in (np.nan, np.inf, -np.inf):
        assert np.isfinite(running_mean(tally, np.array([1.0, 2.0, nothing])).means).all()


def test_no_sample_no_mean():
    tally = SortedUniforms.of(uniforms(2, 0), 3).counted(np.array([0.5, 0.5, 0.0]))
    assert tally.last.tolist() == [0.0, 0.0, 0.0]
    seen = running_mean(tally, np.array([1.0, 2.0, 3.0]))
    assert seen.means.size == seen.errors.size == 0
