"""Named vectors and tables as R prints them. Oracle: the values of R's own examples (mtcars), by hand."""

import pytest

from klscope.files.tables.contents import DataError
from small_cases import each
from table_texts import check, reading

READ = [
    ("   apple   banana \n     0.1      0.2 \n    date \n     0.7 \n", [1, 2, 7], None, "apple banana date"),
    ("a b\n3 2\nc\n1\n", [3, 2, 1], None, "a b c"),
    ("\n 4  6  8 \n11  7 14 \n", [11, 7, 14], None, "4 6 8"),
    ("cyl\n 4  6  8 \n11  7 14 \n", [11, 7, 14], None, "4 6 8"),
    ("x\na b c \n3 2 1 \n", [3, 2, 1], None, "a b c"),
    ("   gear\ncyl  3  4\n  4  1  8\n  6  2  4\n  8 12  0\n", [1, 2, 12], [8, 4, 0], "4 6 8"),
    # no prints of R
    ("1 2 \n3 4 \n", [1, 3], [2, 4], None),
    ("\n4 2 \n3 4 \n", [4, 3], [2, 4], None),
    ("a 1\nb 2\nc 3\nd 4\n", [1, 2, 3, 4], None, "a b c d"),
    ("word n\na    1\nb    2\nc    3\n", [1, 2, 3], None, "a b c"),
]


@each(("text", "p", "q", "labels"), READ)
def test_prints_are_read(text: str, p: list[float], q: list[float] | None, labels: str | None) -> None:
    check(reading(text), p, q, labels)


def test_names_may_have_blanks() -> None:
    pair = reading("New York    Maine \n       3        1 \n")
    assert list(pair.labels) == ["New York", "Maine"]
    check(pair, [3, 1])


def test_a_line_of_another_length_is_still_refused() -> None:
    with pytest.raises(DataError, match="line 3 has 1 cell"):
        reading("a b c\n1 2 3\n4\n")
