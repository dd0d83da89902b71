"""What a table becomes under a paste. Oracle: by hand, after the rule that a paste replaces the whole or one column."""

import pytest

from klscope.files.tables.filling import Kept, fill
from klscope.files.tables.places import NAMES, P, Q
from klscope.files.tables.reading import read_table

THREE = (("a", "b", "c"), ("1", "1", "2"), ("2", "1", "1"))


@pytest.mark.parametrize(
    ("text", "under_cursor", "columns", "kept"),
    [
        ("7\n8\n9", P, (("a", "b", "c"), ("7", "8", "9"), ("2", "1", "1")), Kept.AS_IT_WAS),
        ("7\n8\n9", Q, (("a", "b", "c"), ("1", "1", "2"), ("7", "8", "9")), Kept.AS_IT_WAS),
        ("7\n8\n9", NAMES, (("7", "8", "9"), ("1", "1", "2"), ("2", "1", "1")), Kept.AS_IT_WAS),
        ("Q\n7\n8\n9", P, (("a", "b", "c"), ("1", "1", "2"), ("7", "8", "9")), Kept.AS_IT_WAS),
        ("x\ny\nz", Q, (("x", "y", "z"), ("1", "1", "2"), ("2", "1", "1")), Kept.AS_IT_WAS),
        ("7\n8", Q, (("A", "B"), ("", ""), ("7", "8")), Kept.EMPTIED),
        ("7\n8\n9\n3", P, (("A", "B", "C", "D"), ("7", "8", "9", "3"), ("",) * 4), Kept.EMPTIED),
        ("7\n8", NAMES, (("A", "B"), ("7", "8"), ("", "")), Kept.EMPTIED),
        ("a 7\nb 8\nc 9", Q, (("a", "b", "c"), ("1", "1", "2"), ("7", "8", "9")), Kept.AS_IT_WAS),
        ("c 7\na 8\nb 9", P, (("c", "a", "b"), ("7", "8", "9"), ("1", "2", "1")), Kept.BY_NAME),
        ("x 7\ny 8\nz 9", P, (("x", "y", "z"), ("7", "8", "9"), ("", "", "")), Kept.EMPTIED),
        ("7 1\n8 2\n9 3", P, (("a", "b", "c"), ("7", "8", "9"), ("1", "2", "3")), None),
        ("7 1\n8 2", P, (("A", "B"), ("7", "8"), ("1", "2")), None),
        ("x 7 1\ny 8 2", Q, (("x", "y"), ("7", "8"), ("1", "2")), None),
    ],
)
def test_a_paste_replaces_the_whole_or_leaves_alone_what_it_does_not_hold(
    text: str, under_cursor: int, columns: tuple, kept: Kept | None
) -> None:
    filled = fill(THREE, 0, under_cursor, read_table(text))
    assert filled is not None
    assert filled.columns == columns
    assert filled.kept is kept
    for texts, cells, place in zip(filled.columns, filled.origins, range(3), strict=True):
        assert (place in filled.pasted) is (cells[0] is not None)
        assert all(cell is None or cell.text == text for cell, text in zip(cells, texts, strict=True))


def test_names_alone_of_another_number_fit_nowhere() -> None:
    assert fill(THREE, 0, NAMES, read_table("x\ny")) is None


@pytest.mark.parametrize(
    ("text", "row", "under_cursor", "columns"),
    [
        (" 1,204 ", 1, Q, (("a", "b", "c"), ("1", "1", "2"), ("2", "1204", "1"))),
        (" 1,204 ", 2, NAMES, (("a", "b", "1,204"), ("1", "1", "2"), ("2", "1", "1"))),
        ("sunny", 0, P, (("a", "b", "c"), ("sunny", "1", "2"), ("2", "1", "1"))),
    ],
)
def test_one_value_goes_into_its_cell(text: str, row: int, under_cursor: int, columns: tuple) -> None:
    filled = fill(THREE, row, under_cursor, read_table(text))
    assert filled is not None
    assert filled.columns == columns
