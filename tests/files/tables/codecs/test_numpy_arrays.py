"""Arrays that `numpy.save` wrote, of any order and type, and damaged ones. Oracle: numpy in memory."""

import io
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from data_files import npy
from klscope.files.tables.codecs.numpy_arrays import read
from klscope.files.tables.contents import ColumnsTable, Contents, DataError, NumberTable, RowsTable
from klscope.files.tables.data_source import DataSource
from klscope.files.tables.opening import open_data
from klscope.files.tables.options import NumberKind, ReadOptions
from klscope.files.tables.pairing import read_pair


def opened(content: bytes) -> Contents:
    return read(DataSource("a.npy", None, content), ReadOptions())


def table_of(array: object) -> Any:
    return opened(npy(array)).tables[""]


def with_header(header: str, body: bytes = b"", version: int = 1) -> bytes:
    text = header.encode()
    return b"\x93NUMPY" + bytes([version, 0]) + len(text).to_bytes(2 if version == 1 else 4, "little") + text + body


@pytest.mark.parametrize("dtype", ["<f8", ">f8", "<f4", ">f4", "<f2", ">f2", "<i8", ">i4", "i1", "u1", "<u8", "?"])
@pytest.mark.parametrize("order", ["C", "F"])
def test_numbers(dtype: str, order: str) -> None:
    array = np.asarray(np.arange(12).reshape(3, 4), dtype=dtype, order=order)  # type: ignore[call-overload]
    table = table_of(array)
    assert isinstance(table, NumberTable)
    np.testing.assert_array_equal(np.asarray(table.values), array)


def test_long_doubles_become_doubles() -> None:
    values = table_of(np.array([0.25, 0.75], np.longdouble)).values
    assert values.dtype == np.float64
    assert values[:].tolist() == [0.25, 0.75]


def test_axes_of_length_one_in_front_are_dropped() -> None:
    assert table_of(np.ones((1, 1, 2, 3))).values.shape == (2, 3)


@pytest.mark.parametrize("version", [(1, 0), (2, 0), (3, 0)])
def test_versions(version: tuple[int, int]) -> None:
    file = io.BytesIO()
    np.lib.format.write_array(file, np.array([0.5, 0.5]), version)
    assert opened(file.getvalue()).tables[""].values[:].tolist() == [0.5, 0.5]  # type: ignore[union-attr]


def test_a_header_of_python_2() -> None:
    content = with_header("{'descr': '<f8', 'fortran_order': False, 'shape': (2L,), }", np.array([1.0, 3.0]).tobytes())
    assert opened(content).tables[""].values[:].tolist() == [1.0, 3.0]  # type: ignore[union-attr]


def test_fields_are_columns(tmp_path: Path) -> None:
    array = np.array([("a", 0.25, 0.5), ("b", 0.75, 0.5)], [("label", "<U3"), ("p", ">f4"), ("q", "<f8")])
    table = table_of(array)
    assert isinstance(table, ColumnsTable)
    assert [name for name, _ in table.columns] == ["label", "p", "q"]
    path = tmp_path / "a.npy"
    np.save(path, array)
    asked: list[DataError] = []
    pair = read_pair([open_data(str(path), ReadOptions())], ReadOptions(), asked)
    assert (pair.labels, asked) == (("a", "b"), [])
    assert pair.p.probabilities.tolist() == [0.25, 0.75]
    assert pair.q.probabilities.tolist() == [0.5, 0.5]


def test_fields_with_padding_titles_and_arrays() -> None:
    aligned = np.dtype([("n", "i1"), ("p", "f8")], align=True)
    assert [name for name, _ in table_of(np.zeros(2, aligned)).columns] == ["n", "p"]
    wide = np.zeros(2, [(("title", "p"), "f8"), ("wide", "f8", (3,))])
    assert [name for name, _ in table_of(wide).columns] == ["p"]


@pytest.mark.parametrize("array", [["b", "가나"], [b"b", "가나".encode()]])
def test_texts_are_samples(array: list[Any]) -> None:
    table = table_of(array)
    assert isinstance(table, RowsTable)
    assert table.rows == [["b"], ["가나"]]


def test_texts_are_counted_as_samples() -> None:
    options = ReadOptions(p_numbers=NumberKind.SAMPLES)
    pair = read_pair([opened(npy(["cat", "dog", "cat", "cat"]))], options, [])
    assert dict(zip(pair.labels, pair.p.probabilities.tolist(), strict=True)) == {"cat": 0.75, "dog": 0.25}


def test_dates_are_texts() -> None:
    assert table_of(np.array(["2026-11-30"], "M8[D]")).rows == [["2026-11-30"]]


@pytest.mark.parametrize(
    ("array", "says"),
    [
        (1.5, r"a.npy has the shape \(\), and one or two dimensions are expected"),
        (np.zeros((2, 3, 4)), "the shape 2 × 3 × 4"),
        ([1j], "the type complex128, and real numbers are expected; save it as float64"),
        (np.zeros(2, "V2"), "and real numbers are expected"),
        (np.zeros(1, "m8[s]"), "and real numbers are expected"),
        (np.array([b"\xff"]), "a text that cannot be decoded"),
        (np.array([0x110000], "<u4").view("<U1"), "a text that cannot be decoded"),
        (np.zeros(2, [("x", "c16")]), "no field of numbers"),
    ],
)
def test_what_is_no_table_is_refused(array: object, says: str) -> None:
    with pytest.raises(DataError, match=says):
        table_of(array)


def test_objects_are_refused_with_the_line_that_converts_them(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "it's.npy"
    np.save(path, np.array([1, 2.5, None][:2], object), allow_pickle=True)
    with pytest.raises(DataError, match="can run any program when they are read") as caught:
        open_data(str(path), ReadOptions())
    monkeypatch.chdir(tmp_path)
    line = str(caught.value).rpartition("in Python: ")[2]
    exec(line, {})  # the line is what a person is told to run
    assert np.load("numbers.npy").tolist() == [1.0, 2.5]


ONE = np.array([1.0]).tobytes()


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"\x93NUMPY", "first bytes"),
        (b"name,p\na,1\n12345", "first bytes"),
        (with_header("{}", version=9), "version 9 is unknown"),
        (
            with_header("{'descr': '<f8', 'fortran_order': False, 'shape': (2,), }", ONE),
            "its header announces 83 bytes",
        ),
        (with_header("{'descr': '<f8', 'fortran_order': False, 'shape': (10**9,), }", ONE), "header cannot be read"),
        (
            with_header(f"{{'descr': '<f8', 'fortran_order': False, 'shape': ({10**18}, {10**18}), }}", ONE),
            "bytes, and it has",
        ),
        (with_header("{'descr': '<f8', 'fortran_order': False, 'shape': (-1,), }", ONE), "header cannot be read"),
        (with_header("{'descr': '<f8', 'fortran_order': False, 'shape': (True,), }", ONE), "header cannot be read"),
        (with_header("{'descr': '<f8', 'fortran_order': 1, 'shape': (1,), }", ONE), "header cannot be read"),
        (with_header("{'descr': '<f8', 'fortran_order': False}", ONE), "header cannot be read"),
        (with_header("{'descr': 'f8,f8', 'fortran_order': False, 'shape': (1,)}", ONE), "header cannot be read"),
        (with_header("{'descr': '<U999999999', 'fortran_order': False, 'shape': (1,)}", ONE), "NumPy array"),
        (with_header("(" * 5000, ONE), "header cannot be read"),
        (with_header("-" * 9000 + "1", ONE), "header cannot be read"),
        (with_header("__import__('os')", ONE), "header cannot be read"),
        (b"\x93NUMPY\x02\0\xff\xff\xff\xff" + ONE, "its header has 4,294,967,295 bytes"),
    ],
)
def test_damaged_headers_are_refused(content: bytes, says: str) -> None:
    with pytest.raises(DataError, match=says):
        opened(content)


def test_bytes_behind_the_array_are_noted() -> None:
    assert opened(npy([0.5, 0.5]) + b"123").notes == ("3 bytes after the array are not read.",)


def test_texts_of_no_length() -> None:
    assert table_of(np.array(["", ""], "U0")).rows == [[""], [""]]
