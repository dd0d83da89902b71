"""Readings of data for the window: alone, with the present Q, with empty categories. Oracle: hand arithmetic."""

import pytest

from klscope.files.tables.contents import Question
from klscope.files.tables.data_reading import read_contents
from klscope.files.tables.opening import open_text
from klscope.files.tables.options import ReadOptions
from klscope.model.comparison import Comparison, Side

PRESENT = Comparison.from_weights(("a", "b", "c"), [1, 1, 2], [2, 1, 1])


def reading_of(*texts, **options):
    given = ReadOptions(**options)
    return read_contents(tuple(open_text(text, "x.csv", given) for text in texts), given, None)


def test_the_present_q_is_kept_beside_a_file_and_left_again():
    reading = reading_of("name,n\na,3\nb,1\n")
    kept = reading.with_present(PRESENT, reading.options)
    assert kept.replaced is Side.P
    assert kept.opened is reading.opened
    assert kept.pair.labels == ("a", "b", "c")
    assert kept.pair.p.probabilities.tolist() == [0.75, 0.25, 0.0]
    assert kept.pair.q.probabilities.tolist() == [0.5, 0.25, 0.25]
    alone = kept.alone(kept.options)
    assert alone.replaced is None
    assert alone.pair.q.probabilities.tolist() == [0.5, 0.5]


def test_categories_that_are_empty_on_both_sides_can_be_left_out():
    text = "w,p,q\na,1,3\nb,0,0\nc,1,1\nd,0,0\n"
    assert reading_of(text).empty_in_both == 2
    left = reading_of(text, leave_out_empty=True)
    assert left.pair.labels == ("a", "c")
    assert left.pair.q.probabilities.tolist() == [0.75, 0.25]
    assert left.empty_in_both == 0
    assert reading_of(text, leave_out_empty=False).pair.n == 4


def test_the_letters_p_and_q_are_letters():
    letters = "abcdefghijklmnopqrstuvwxyz"
    lines = [f"{letter},{k + 1.5},{40 - k / 2}" for k, letter in enumerate(letters)]
    pair = reading_of("letter,english,german\n" + "\n".join(lines)).pair
    assert pair.labels == tuple(letters)


def test_a_matrix_of_named_rows_is_asked_about():
    names = [f"class {k}" for k in range(30)]
    lines = ["true," + ",".join(names), *(f"{name}," + ",".join(["1"] * 30) for name in names)]
    reading = reading_of("\n".join(lines))
    assert reading.rows is not None
    assert [one.question for one in reading.asked] == [Question.ROWS]
    assert not reading.is_clear


def test_columns_of_one_table_are_percent_together():
    pair = reading_of("l,x,y\na,60.5,60.5\nb,39.5,36.5\n").pair
    assert pair.p_side.kind is pair.q_side.kind
    assert pair.q_side.total == pytest.approx(97.0)
