"""Lines and cells of a text. Oracle: by hand."""

import pytest

from klscope.files.tables.grid import Separator, split
from klscope.files.tables.mistakes import MistakeKind


def texts(text: str, separator: Separator) -> list[list[str]]:
    return [[cell.text for cell in row] for row in split(text, separator).rows]


@pytest.mark.parametrize(
    ("text", "separator", "cells"),
    [
        ("a\t1\r\nb\t2\r\n", Separator.TAB, [["a", "1"], ["b", "2"]]),
        ("a\t1\rb\t2", Separator.TAB, [["a", "1"], ["b", "2"]]),
        ("\ufeffa;1\nb;2", Separator.SEMICOLON, [["a", "1"], ["b", "2"]]),
        ("a;1;\nb;2;", Separator.SEMICOLON, [["a", "1"], ["b", "2"]]),  # nothing behind the last one
        ('"a, b",1\n"c ""d""",2', Separator.COMMA, [["a, b", "1"], ['c "d"', "2"]]),
        ('"new\nline",1\nb,2', Separator.COMMA, [["new line", "1"], ["b", "2"]]),
        ("| a | 1 |\n|:--|--:|\n| b | 2 |", Separator.PIPE, [["a", "1"], ["b", "2"]]),
        ("a | 1\nb | 2", Separator.PIPE, [["a", "1"], ["b", "2"]]),
        ("0.5  1\n 0.25   2 ", Separator.BLANKS, [["0.5", "1"], ["0.25", "2"]]),
        ("new york  0.5\nrome      1", Separator.BLANKS, [["new york", "0.5"], ["rome", "1"]]),
        ("new york 0.5 1\nrome 1 2", Separator.BLANKS, [["new york", "0.5", "1"], ["rome", "1", "2"]]),
        ("1 204\n95", Separator.NONE, [["1 204"], ["95"]]),
        ("a\t\n\nb\t3", Separator.TAB, [["a", ""], ["b", "3"]]),
    ],
)
def test_cells(text: str, separator: Separator, cells: list[list[str]]) -> None:
    assert texts(text, separator) == cells


def test_cells_know_their_place_in_the_text_also_behind_empty_lines_and_quoted_ones() -> None:
    grid = split('x,1\n\n"two\nlines",2\ny,3', Separator.COMMA)
    assert [(row[1].line, row[1].place, row[1].text) for row in grid.rows] == [(1, 2, "1"), (3, 2, "2"), (5, 2, "3")]
    assert grid.transposed().rows[0][2].line == 5


@pytest.mark.parametrize(
    ("text", "kind", "line", "cells"),
    [
        ("1\t2\n3\t4\n5\t6\t7", MistakeKind.MORE_CELLS, 3, 3),
        ("a\t2\t3\nb\t4\nc\t5\t6", MistakeKind.FEWER_CELLS, 2, 2),
    ],
)
def test_lines_of_another_length_are_named(text: str, kind: MistakeKind, line: int, cells: int) -> None:
    mistakes = split(text, Separator.TAB).mistakes
    assert [(mistake.kind, mistake.line, mistake.place) for mistake in mistakes] == [(kind, line, cells)]
    assert not mistakes[0].in_a_cell


def test_a_quotation_mark_that_does_not_end_is_named() -> None:
    grid = split('a,1\n"b,2\nc,3', Separator.COMMA)
    assert grid.rows == ()
    assert [(mistake.kind, mistake.line) for mistake in grid.mistakes] == [(MistakeKind.QUOTES, 2)]


@pytest.mark.parametrize("text", ["", "\n\n", " \t \n"])
def test_a_text_without_a_cell(text: str) -> None:
    assert [mistake.kind for mistake in split(text, Separator.TAB).mistakes] == [MistakeKind.NOTHING]
