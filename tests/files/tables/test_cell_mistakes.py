"""All mistakes in the cells of a table, at their rows and columns. Oracle: the mistakes that were put in."""

import pytest

from klscope.files.tables.cell_mistakes import MOST_MISTAKES
from klscope.files.tables.data_reading import read_contents
from klscope.files.tables.opening import open_text
from klscope.files.tables.options import NumberKind, ReadOptions


def mistakes(*texts, **options):
    given = ReadOptions(**options)
    contents = tuple(open_text(text, f"{k}.csv", given) for k, text in enumerate(texts))
    reading = read_contents(contents, given, None)
    assert reading.error is not None
    assert reading.pair is None
    return [(one.row, one.column, one.what) for one in reading.mistakes]


def test_each_cell_is_named_with_its_own_text():
    lines = [f"item {k},{k},{k + 1}" for k in range(1, 501)]
    lines[299], lines[305], lines[410] = "item 300,1O2,5", "item 306,~,7", "item 411,12,n/a"
    found = mistakes("name,before,after\n" + "\n".join(lines))
    assert found == [
        (299, 2, "line 301, column 'before': '1O2' is not a number"),
        (305, 2, "line 307, column 'before': '~' is not a number"),
        (410, 3, "line 412, column 'after': 'n/a' is not a number"),
    ]


def test_names_that_are_empty_or_stand_twice():
    found = mistakes("name,before,after\na,1,2\n,3,4\na,5,6\nb,7,8\na,1,1\n")
    assert [(row, column) for row, column, _ in found] == [(1, 1), (2, 1), (4, 1)]
    assert found[1][2] == "line 4: the name 'a' is already used in line 2"


def test_negative_numbers_where_the_kind_has_none():
    found = mistakes("name,before,after\na,-1,2\nb,3,-4\n", p_numbers=NumberKind.COUNTS, q_numbers=NumberKind.COUNTS)
    assert [(row, column) for row, column, _ in found] == [(0, 2), (1, 3)]


def test_rows_without_any_number_are_no_mistakes():
    assert [row for row, _, _ in mistakes("name,before,after\na,1,2\nb,,\nc,3,x\nd,4,5\n")] == [2]


def test_both_of_two_files_are_looked_through():
    found = mistakes("a,1\nb,x\nc,2\nd,3\n", "a,1\nb,2\nc,y\nd,4\n")
    assert [(row, what.rsplit(":", 1)[1]) for row, _, what in found] == [
        (1, " 'x' is not a number"),
        (2, " 'y' is not a number"),
    ]


def test_there_is_a_limit():
    lines = [f"item {k},{k},{k}" for k in range(1000)]
    lines += [f"bad {k},x{k},1" for k in range(300)]
    assert len(mistakes("name,before,after\n" + "\n".join(lines))) == MOST_MISTAKES


@pytest.mark.parametrize("text", ["a,1,2\nb,3\nc,4,5\nd,1,1\n"])
def test_a_line_that_fits_no_table_is_shown_among_the_lines(text):
    reading = read_contents((open_text(text, "x.csv", ReadOptions()),), ReadOptions(), None)
    assert reading.error is not None
    assert [list(frame.columns[0].cells)[:2] for frame in reading.frames] == [["a,1,2", "b,3"]]
