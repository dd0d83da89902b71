"""Parquet files of every type of column. Oracle: the Python values that pyarrow wrote."""

import datetime
import decimal
import importlib.util
import io
import json
from typing import Any

import numpy as np
import pyarrow
import pyarrow.parquet
import pytest

from klscope.files.tables.codecs import parquet, parquet_process
from klscope.files.tables.codecs.parquet import read
from klscope.files.tables.contents import ColumnsTable, Contents, DataError, NumberTable
from klscope.files.tables.data_source import DataSource
from klscope.files.tables.options import ReadOptions
from klscope.files.tables.pairing import read_pair


def written(columns: dict[str, Any], metadata: dict[bytes, bytes] | None = None) -> bytes:
    file = io.BytesIO()
    table = pyarrow.table(columns)
    pyarrow.parquet.write_table(table.replace_schema_metadata(metadata) if metadata else table, file)
    return file.getvalue()


def opened(content: bytes, options: ReadOptions | None = None) -> Contents:
    return read(DataSource("a.parquet", None, content), options or ReadOptions())


EVERY_TYPE = {
    "name": ["a", "b", None],
    "dictionary": pyarrow.array(["x", "y", "x"]).dictionary_encode(),
    "half": pyarrow.array(np.array([0.5, 0.25, 0.25], "f2")),
    "whole": pyarrow.array([9007199254740993, None, 3]),
    "all": pyarrow.array([9007199254740993, 2, 3]),
    "decimal": [decimal.Decimal("0.50"), None, decimal.Decimal("0.25")],
    "boolean": [True, False, None],
    "date": [datetime.date(2026, 11, 30), None, None],
    "bytes": [b"a", b"\xff", b""],
    "list": [[1.0, 2.0], [3.0, 4.0], [5.0, 6.0]],
    "ragged": [[1.0], [3.0, 4.0], None],
    "fields": [{"a": 1}, {"a": 2}, None],
}


@pytest.fixture(scope="module")
def every_type() -> bytes:
    return written(EVERY_TYPE)


def test_columns_of_every_type(every_type: bytes) -> None:
    contents = opened(every_type)
    table = contents.tables[""]
    assert isinstance(table, ColumnsTable)
    columns = {name: cells if isinstance(cells, list) else cells.tolist() for name, cells in table.columns}  # type: ignore[union-attr]
    assert columns == {
        "name": ["a", "b", ""],
        "dictionary": ["x", "y", "x"],
        "half": [0.5, 0.25, 0.25],
        "whole": ["9007199254740993", "", "3"],
        "all": [9007199254740993, 2, 3],
        "decimal": ["0.50", "", "0.25"],
        "boolean": ["True", "False", ""],
        "date": ["2026-11-30", "", ""],
        "bytes": ["a", "\\xff", ""],
    }
    assert contents.notes == ("Left out, because they are not tables of numbers: 'fields', 'ragged', 'list'.",)


def test_a_column_of_lists_is_an_array_where_it_is_asked_for(every_type: bytes) -> None:
    table = opened(every_type, ReadOptions(p_key="list")).tables["list"]
    assert isinstance(table, NumberTable)
    assert np.asarray(table.values).tolist() == [[1.0, 2.0], [3.0, 4.0], [5.0, 6.0]]


def test_columns_of_lists_alone_are_arrays() -> None:
    contents = opened(written({"p": [[0.25, 0.75]], "q": [[0.5, 0.5]], "name": ["a"]}))
    pair = read_pair([contents], ReadOptions(), [])
    assert (pair.p.probabilities.tolist(), pair.q.probabilities.tolist()) == ([0.25, 0.75], [0.5, 0.5])


def test_names_and_two_columns() -> None:
    asked: list[DataError] = []
    pair = read_pair([opened(written({"w": ["a", "b"], "x": [1, 3], "y": [0.5, 0.5]}))], ReadOptions(), asked)
    assert (pair.labels, pair.p.probabilities.tolist(), asked) == (("a", "b"), [0.25, 0.75], [])


@pytest.mark.parametrize("index", [["x", "y", "z"], [10, 20, 30]])
def test_the_index_of_a_data_frame_names_the_rows(index: list[object]) -> None:
    pandas = json.dumps({"index_columns": ["__index_level_0__"]}).encode()
    content = written({"p": [1, 2, 1], "q": [2, 1, 1], "__index_level_0__": index}, {b"pandas": pandas})
    pair = read_pair([opened(content)], ReadOptions(), [])
    assert pair.labels == tuple(map(str, index))


@pytest.mark.parametrize("metadata", [b"{", b"[]", b'{"index_columns": [{"kind": "range"}]}', b"[" * 10_000])
def test_other_metadata_changes_nothing(metadata: bytes) -> None:
    contents = opened(written({"p": [1, 2]}, {b"pandas": metadata}))
    assert isinstance(contents.tables[""], ColumnsTable)


def test_a_null_is_refused_at_its_row_and_column() -> None:
    with pytest.raises(DataError, match="row 2, column 'q'"):
        read_pair([opened(written({"name": ["a", "b"], "p": [1, 2], "q": [1, None]}))], ReadOptions(), [])


def test_not_a_number_is_refused_at_its_row_and_column() -> None:
    with pytest.raises(DataError, match="row 2, column 'p': nan is not a finite number"):
        read_pair([opened(written({"name": ["a", "b"], "p": [1.0, np.nan]}))], ReadOptions(), [])


@pytest.mark.parametrize("content", [b"", b"PAR1", b"PAR1" + bytes(100) + b"PAR1", written({"p": [1]})[:-9] + b"PAR1"])
def test_damaged_files_are_refused(content: bytes) -> None:
    with pytest.raises(DataError, match="not a valid Parquet file"):
        opened(content)


def test_a_file_without_rows_is_refused() -> None:
    with pytest.raises(DataError, match="there is nothing to read"):
        opened(written({"p": pyarrow.array([], "double")}))


def test_a_small_file_of_many_cells_is_refused() -> None:
    content = written({"p": pyarrow.array(np.zeros(30_000_000, "i1"))})
    assert len(content) < 1_000_000
    with pytest.raises(DataError, match="30,000,000 cells, more than can be read"):
        opened(content)


def test_without_pyarrow_the_line_that_installs_it_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parquet, "LIBRARY", "library_that_is_not_there")
    assert importlib.util.find_spec(parquet.LIBRARY) is None
    with pytest.raises(DataError, match=r'python.* -m pip install "klscope\[parquet\]"'):
        opened(b"PAR1")


def test_texts_of_cells() -> None:
    cells = [None, "a", b"a\xff", 0.1, 1, True, decimal.Decimal("1.50")]
    assert [parquet_process.text_of(cell) for cell in cells] == ["", "a", "a\\xff", "0.1", "1", "True", "1.50"]
