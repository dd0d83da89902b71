"""Long texts. Oracle: the numbers from which they are made; the reader of lines for what it splits as well."""

import pytest

from klscope.files.tables.columnar import LONG, columns_of, first_lines
from klscope.files.tables.contents import DataError
from klscope.files.tables.grid import Separator, rows_of
from klscope.files.tables.limits import MOST_CATEGORIES, MOST_CELLS
from klscope.files.tables.options import NumberKind, ReadOptions
from small_cases import each
from table_texts import check, reading

N = LONG + 500
COUNTS = [float(k % 17 + 1) for k in range(N)]

LONG_TEXTS = [
    ("commas", "".join(f"w{k},{count:g}\n" for k, count in enumerate(COUNTS))),
    ("tabs, CRLF", "".join(f"w{k}\t{count:g}\r\n" for k, count in enumerate(COUNTS))),
    ("lone CR", "".join(f"w{k}\t{count:g}\r" for k, count in enumerate(COUNTS))),
    ("a heading", "word;count\n" + "".join(f"w{k};{count:g}\n" for k, count in enumerate(COUNTS))),
    ("a title", "My words\nword;count\n" + "".join(f"w{k};{count:g}\n" for k, count in enumerate(COUNTS))),
    ("quotes", '"word","count"\n' + "".join(f'"w{k}","{count:g}"\n' for k, count in enumerate(COUNTS))),
    ("quoted newlines", '"w\n0",1\n' + "".join(f'"w{k}",{count:g}\n' for k, count in enumerate(COUNTS) if k)),
    ("blanks", "".join(f"  w{k} {count:g}\n" for k, count in enumerate(COUNTS))),
    ("aligned", "".join(f"w{k:<8}  {count:g}\n" for k, count in enumerate(COUNTS))),
    ("a trailing separator", "".join(f"w{k},{count:g},\n" for k, count in enumerate(COUNTS))),
    ("empty lines", "".join(f"w{k},{count:g}\n\n" for k, count in enumerate(COUNTS))),
    ("empty rows", "".join(f"w{k},{count:g}\n,\n" for k, count in enumerate(COUNTS))),
    ("one column", "".join(f"{count:g}\n" for count in COUNTS)),
]


@each(("name", "text"), LONG_TEXTS)
def test_long_texts_are_read(name: str, text: str) -> None:
    pair = reading(text)
    check(pair, COUNTS)
    if name != "one column":
        assert pair.labels[1:] == tuple(f"w{k}" for k in range(1, N))


@each(
    ("name", "text"), [case for case in LONG_TEXTS if case[0] in ("commas", "quoted newlines", "blanks", "empty lines")]
)
def test_columns_are_those_of_the_reader_of_lines(name: str, text: str) -> None:
    separator = Separator.BLANKS if name == "blanks" else Separator.COMMA
    found = columns_of(text, separator)
    assert found is not None
    rows = rows_of(text, separator)
    assert list(found[0]) == [line for line, _ in rows]
    assert [list(cells) for cells in zip(*found[1], strict=True)] == [cells for _, cells in rows]


def test_a_mistake_far_below_is_named_by_its_line_in_the_file() -> None:
    text = "word,count\n\n" + "".join(f"w{k},{'x' if k == 2345 else 7}\n" for k in range(N))
    with pytest.raises(DataError, match=r"^data.txt: line 2348, column 'count': 'x' is not a number"):
        reading(text)
    with pytest.raises(DataError, match=r"^data.txt: line 2001 has 3 cells instead of 2"):
        reading("".join(f"w{k},1{',1' * (k == 2000)}\n" for k in range(N)))


def test_too_much_is_refused_before_it_is_read() -> None:
    with pytest.raises(DataError, match=f"at most {MOST_CATEGORIES:,} are read"):
        reading("a,1\n" * (MOST_CATEGORIES + 1000))
    with pytest.raises(DataError, match="cells, and at most"):
        reading(("1;" * 999 + "1\n") * (MOST_CELLS // 1000 + 1))
    with pytest.raises(DataError, match="there are 10,001 columns"):
        reading(("a," + ",".join("x" * 10_000) + "\n") * 3)
    samples = "x\ny\n" * (MOST_CATEGORIES // 2 + 500)
    check(reading(samples, ReadOptions(p_numbers=NumberKind.SAMPLES)), [1, 1], None, "x y")


def test_the_first_lines_are_at_least_ten() -> None:
    assert first_lines("a\n" * 99, 3, 1000) == "a\n" * 3
    assert first_lines("a" * 99 + "\n" + "b\n" * 30, 400, 50) == "a" * 99 + "\n" + "b\n" * 9
    assert first_lines("a\nb", 3, 1000) == "a\nb"
