"""Wide tables of numbers. Oracle: the arrays from which they are written, by numpy.savetxt, csv and by hand."""

import csv
import io

import numpy as np
import pytest

from klscope.files.tables.codecs.number_lines import LEAST_COLUMNS, number_table
from klscope.files.tables.contents import DataError, NumberTable
from klscope.files.tables.options import NumberKind, ReadOptions
from small_cases import each
from table_texts import check, reading

N = 45
NAMES = [f"class {k}" for k in range(N)]
COUNTS = np.random.default_rng(5).integers(0, 9, (N, N))
NUMBERS = np.random.default_rng(6).normal(size=(30, N))


def table(text: str, options: ReadOptions | None = None) -> NumberTable:
    found = number_table(text, options or ReadOptions())
    assert found is not None
    return found


def written(rows: list[list[object]], **options: str) -> str:
    lines = io.StringIO()
    csv.writer(lines, lineterminator="\n", **options).writerows(rows)
    return lines.getvalue()


CONFUSION = [["true\\predicted", *NAMES], *([name, *row] for name, row in zip(NAMES, COUNTS.tolist(), strict=True))]
CONFUSIONS = [
    ("commas", written(CONFUSION)),
    ("semicolons, all quoted", written(CONFUSION, delimiter=";", quoting=csv.QUOTE_ALL)),
    ("tabs", written(CONFUSION, delimiter="\t")),
    ("an empty corner", written([["", *NAMES], *CONFUSION[1:]])),
    ("no corner", written([NAMES, *CONFUSION[1:]])),
    ("trailing separators", "".join(f"{line},\n" for line in written(CONFUSION).splitlines())),
    ("empty lines", "\n" + written(CONFUSION).replace("\n", "\n\n")),
]


@each("text", [text for _, text in CONFUSIONS])
def test_a_confusion_matrix_keeps_its_names(text: str) -> None:
    found = table(text)
    assert found.labels == tuple(NAMES)
    assert found.row_names == tuple(NAMES)
    assert found.values.dtype == np.int64
    np.testing.assert_array_equal(found.values, COUNTS)
    pair = reading(text.replace("\n", "\r\n"), ReadOptions(p_row="class 7", q_row="class 9"))
    check(pair, COUNTS[7].tolist(), COUNTS[9].tolist())
    assert pair.labels == tuple(NAMES)
    pair = reading(text, ReadOptions(p_column="class 7", q_column="class 9"))
    check(pair, COUNTS[:, 7].tolist(), COUNTS[:, 9].tolist())


def test_numbers_without_names_are_rows() -> None:
    for delimiter in (",", " ", "\t"):
        lines = io.StringIO()
        np.savetxt(lines, NUMBERS, delimiter=delimiter, fmt="%.17g")
        found = table(lines.getvalue())
        np.testing.assert_array_equal(found.values, NUMBERS)
        assert found.labels is None
        assert found.row_names is None


def test_a_row_of_numbers_above_is_a_heading_where_the_corner_or_an_option_says_so() -> None:
    body = written([[k, *row] for k, row in enumerate(NUMBERS.tolist())])
    numbered = ",".join(["", *map(str, range(N))]) + "\n" + body  # as pandas writes it
    found = table(numbered)
    assert found.labels == tuple(map(str, range(N)))
    assert found.row_names == tuple(map(str, range(30)))
    np.testing.assert_array_equal(found.values, NUMBERS)
    named = written([list(range(N)), *NUMBERS.tolist()])
    assert table(named).values.shape == (31, N)
    assert table(named, ReadOptions(header=True)).labels == tuple(map(str, range(N)))


WRONG = [
    ("x", "^line 12, column 'class 3': 'x' is not a number"),
    ("", "^line 12, column 'class 3': there is no number here"),
    ("nan", "^line 12, column 'class 3': 'nan' is not a finite number"),
    ("1e999", "^line 12, column 'class 3': '1e999' is too large"),
    ("1e-400", "^line 12, column 'class 3': '1e-400' is too small"),
    ("1_0", "^line 12, column 'class 3': '1_0' is not a number"),
    ("1,5", "^line 12 has 47 cells instead of 46"),
]


@each(("cell", "said"), WRONG)
def test_a_cell_that_is_no_number_is_named(cell: str, said: str) -> None:
    rows = [line.split(",") for line in written(CONFUSION).splitlines()]
    rows[11][4] = cell
    with pytest.raises(DataError, match=said):
        number_table("\n".join(map(",".join, rows)), ReadOptions())


def test_minus_infinity_and_a_minus_sign_are_numbers() -> None:
    rows = [line.split(",") for line in written(CONFUSION).splitlines()]
    rows[2][3], rows[2][4] = "-inf", "−4"
    values = table("\n".join(map(",".join, rows))).values
    assert values[1, 2] == -np.inf
    assert values[1, 3] == -4.0


OTHER_TEXTS = [
    ("few columns", written([[1, 2, 3]] * 5)),
    ("one line", ",".join(["1"] * N)),
    ("words", written([NAMES] * 5)),
    ("percent signs", written([["50%"] * N] * 5)),
    ("decimal commas", ";".join(["0,5"] * N) + "\n" + ";".join(["0,5"] * N)),
    ("a percent sign below", written([[50] * N, ["50"] * N, ["50%"] * N])),
    ("a title", "Confusions\n" + written(CONFUSION)),
    ("a note below", written(CONFUSION) + "Source: me\n"),
]


@each("text", [text for _, text in OTHER_TEXTS])
def test_another_text_is_left_to_the_reader_of_cells(text: str) -> None:
    assert number_table(text, ReadOptions()) is None


def test_options_that_need_texts_leave_it_as_well() -> None:
    text = written(CONFUSION)
    for options in (ReadOptions(label_column="class 1"), ReadOptions(p_numbers=NumberKind.SAMPLES)):
        assert number_table(text, options) is None


def test_too_many_columns_and_cells_are_refused_at_once() -> None:
    with pytest.raises(DataError, match="there are 10,001 columns"):
        number_table(("1," * 10_000 + "1\n") * 3, ReadOptions())
    with pytest.raises(DataError, match="cells, and at most 20,000,000"):
        number_table(("1 " * LEAST_COLUMNS + "\n") * 1_000_001, ReadOptions())
