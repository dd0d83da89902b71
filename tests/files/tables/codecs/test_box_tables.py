"""Tables drawn with lines; the texts are prints of polars, DuckDB and rich. Expected values by hand."""

import pytest

from klscope.files.tables.contents import DataError
from table_texts import check, reading

POLARS = """\
shape: (2, 3)
┌──────┬─────┬─────┐
│ w    ┆ p   ┆ q   │
│ ---  ┆ --- ┆ --- │
│ str  ┆ f64 ┆ f64 │
╞══════╪═════╪═════╡
│ a    ┆ 0.1 ┆ 0.2 │
│ b    ┆ 0.9 ┆ 0.8 │
└──────┴─────┴─────┘
"""
DUCKDB = """\
┌─────────┬───────┐
│  word   │   n   │
│ varchar │ int64 │
├─────────┼───────┤
│ New York│    12 │
│ of      │     8 │
└─────────┴───────┘
"""
RICH = """\
┏━━━━━━┳━━━━┓
┃ word ┃ n  ┃
┡━━━━━━╇━━━━┩
│ the  │ 12 │
│ of   │ 8  │
└──────┴────┘
"""


def test_polars() -> None:
    check(reading(POLARS), [0.1, 0.9], [0.2, 0.8], "a b")


def test_duckdb() -> None:
    pair = reading(DUCKDB)
    check(pair, [12, 8])
    assert list(pair.labels) == ["New York", "of"]


def test_rich() -> None:
    check(reading(RICH), [12, 8], None, "the of")


def test_a_mistake_is_named_by_its_line() -> None:
    with pytest.raises(DataError, match="line 8, column 'p': 'x' is not a number"):
        reading(POLARS.replace("0.9", "x  "))


def test_an_abbreviated_one_is_refused() -> None:
    with pytest.raises(DataError, match="line 7: the output is abbreviated"):
        reading(POLARS.replace("│ a    ┆ 0.1 ┆ 0.2 │", "│ …    ┆ …   ┆ …   │"))
