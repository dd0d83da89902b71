"""One pair or a pair for each row, and the kind of all rows. Oracle: the arrays, by hand."""

import numpy as np
import pytest

from klscope.files.tables import row_reading
from klscope.files.tables.contents import Contents, DataError, NumberTable, Question
from klscope.files.tables.data_reading import read_contents, read_data
from klscope.files.tables.options import Match, NumberKind, ReadOptions
from klscope.files.tables.reading_words import of_rows
from klscope.files.tables.row_reading import row_pairs, without_what_is_for_one_pair
from klscope.model.comparison import Comparison, Side

KIND = NumberKind
SQUARE = np.array([[0.1, 0.2, 0.3, 0.4], [0.4, 0.3, 0.2, 0.1], [0.25, 0.25, 0.25, 0.25], [0.7, 0.1, 0.1, 0.1]])


def contents(values, name="a.npy"):
    return Contents(name, {"": NumberTable(np.asarray(values))})


def read(*arrays, **options):
    return read_contents(tuple(contents(one, f"{k}.npy") for k, one in enumerate(arrays)), ReadOptions(**options), None)


@pytest.mark.parametrize("at", [0, 7, 999])
def test_one_row_of_logits_makes_all_of_them_logits(monkeypatch, at):
    monkeypatch.setattr(row_reading, "CELLS_AT_ONCE", 30)  # several blocks
    rows = np.full((1000, 3), 1.5)
    rows[at] = [1.0, -2.0, 0.5]
    reading = read(rows)
    assert reading.rows.p_kind is KIND.LOGITS
    assert [one.question for one in reading.asked] == [Question.NUMBERS]


def test_the_kind_of_all_rows():
    for rows, kind in (
        (SQUARE, KIND.PROBABILITIES),
        (np.log(SQUARE), KIND.LOG_PROBABILITIES),
        (100.0 * SQUARE, KIND.PERCENT),
        ((100.0 * SQUARE).astype(int), KIND.COUNTS),
        (np.vstack([SQUARE, [[np.nan, 1.0, 1.0, 1.0]]]), KIND.PROBABILITIES),
    ):
        assert read(rows).rows.p_kind is kind
    with pytest.raises(DataError, match="no row is a distribution"):
        row_pairs((contents(np.full((3, 2), np.nan), "nothing.npy"), contents(SQUARE[:3, :2])), ReadOptions(), [])


def test_classes_are_whole_numbers_one_for_each_row():
    for classes in ([0, 3, 1, 1], [0.0, 3.0, 1.0, 1.0]):
        assert read(classes, SQUARE).rows.p_kind is KIND.SAMPLES
    assert read([0, 1, -100, 1, 2], SQUARE[[0, 1, 2, 3, 3]]).rows.count == 5  # −100 is left out of a loss by custom
    for weights in ([0.1, 0.2, 0.3, 0.4], [10, 20, 30, 40], [0, 1, 2]):
        reading = read(weights, SQUARE)
        assert reading.rows is None
        assert Question.ROWS in [one.question for one in reading.asked], weights
    assert read([0, 3, 1, 1], SQUARE, p_numbers=KIND.COUNTS).rows is None


def test_a_class_that_is_no_number_is_told_with_its_row():
    reading = read([0.0, np.nan, 2.0, 1.0, 1.0], SQUARE[[0, 1, 2, 3, 3]])
    with pytest.raises(DataError, match="row 2: class nan is not one of 0 to 3") as told:
        reading.rows.comparison(1)
    assert told.value.row == 1
    assert np.isnan(reading.rows.divergences(0, 5)).tolist() == [False, True, False, False, False]


@pytest.mark.parametrize("kept", list(Side))
def test_the_present_side_is_no_list_of_classes(kept):
    present = Comparison.from_weights(tuple("abcd"), [0, 0, 1, 0], [0, 0, 1, 0])
    reading = read_data([lambda _: contents(SQUARE)], ReadOptions(), (kept, present))
    assert reading.rows is None
    assert Question.ROWS in [one.question for one in reading.asked]


def test_the_arrays_of_an_archive_are_found_as_those_of_one_pair():
    archive = Contents("a.npz", {"Teacher": NumberTable(SQUARE), "student": NumberTable(SQUARE[::-1])})
    found = row_pairs((archive,), ReadOptions(p_key="teacher", q_key="STUDENT"), [])
    assert found.comparison(0).q.probabilities.tolist() == SQUARE[3].tolist()
    assert row_pairs((archive,), ReadOptions(p_key="student"), []).q is None
    assert row_pairs((archive,), ReadOptions(), []) is None  # which is P is asked
    reading = read_contents((archive,), ReadOptions(p_key="teacher", q_key="studnt"), None)
    assert "there is no table 'studnt'; choose from 'Teacher', 'student'" in str(reading.error)


def test_a_file_of_several_arrays_beside_another_file():
    archive = Contents("a.npz", {"p": NumberTable(SQUARE), "b": NumberTable(np.ones(4))})
    assert row_pairs((archive, contents(SQUARE)), ReadOptions(), []).q is not None


def test_options_for_one_pair_are_refused_and_a_number_is_added():
    counts = np.array([[1, 3], [2, 2], [0, 4]])
    rows = read(counts, counts, add=1.0, match=Match.POSITION).rows
    assert rows.comparison(2).p.probabilities == pytest.approx([1 / 6, 5 / 6])
    assert of_rows(rows).endswith("3 rows of 2 categories (counts). 1 is added to each count.")
    for options, words in (
        ({"rest": True}, "missing from 1"),
        ({"leave_out_empty": True}, "left out of one pair"),
        ({"match": Match.FOLDED}, "by position alone"),
        ({"match": Match.LABEL}, "by position alone"),
        ({"temperature": 2.0}, "a temperature is for logits"),
    ):
        reading = read(counts, counts, **options)
        assert words in str(reading.error)
        assert without_what_is_for_one_pair(reading.options).changed(temperature=1.0) == ReadOptions()
    assert "only counts" in str(read(SQUARE, add=1.0).error)


def test_rows_with_other_names_are_not_matched_by_position_in_silence():
    names, rows = tuple("abcd"), ("w", "x", "y", "z")
    p = Contents("p.csv", {"": NumberTable(SQUARE, names, rows)})
    for other, words in (
        (NumberTable(SQUARE, names[::-1], rows), "the categories of P and of Q"),
        (NumberTable(SQUARE, names, rows[::-1]), "the rows of P and of Q"),
    ):
        both = (p, Contents("q.csv", {"": other}))
        reading = read_contents(both, ReadOptions(), None)
        assert words in str(reading.error)
        assert reading.error.question is Question.MATCH
        assert read_contents(both, ReadOptions(match=Match.POSITION), None).rows.q is other
    for same in (NumberTable(SQUARE, names, rows), NumberTable(SQUARE)):
        assert read_contents((p, Contents("q.csv", {"": same})), ReadOptions(), None).rows.q is same
