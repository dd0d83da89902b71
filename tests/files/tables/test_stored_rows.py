"""Arrays in a file are read by rows and columns, and refused once the file has changed. Oracle: numpy in memory."""

import os
import time
from pathlib import Path

import numpy as np
import pytest

from klscope.files.tables import stored_bytes
from klscope.files.tables.array_layout import StoredColumns, frame_of_numbers
from klscope.files.tables.contents import DataError, NumberTable
from klscope.files.tables.data_source import DataSource
from klscope.files.tables.options import ReadOptions
from klscope.files.tables.stored_bytes import BytesFile, StoredBytes
from klscope.files.tables.stored_rows import StoredRows

NUMBERS = np.arange(35, dtype=np.float64).reshape(7, 5) / 8


def rows_of(array: np.ndarray, order: str = "C") -> StoredRows:
    content = array.tobytes(order)  # type: ignore[arg-type]
    return StoredRows(StoredBytes(DataSource("a", None, content)).read, array.shape, array.dtype, order == "F")


@pytest.mark.parametrize("order", ["C", "F"])
@pytest.mark.parametrize("dtype", ["<f8", ">f8", ">f4", "<f2", ">i2", "u1", "?"])
def test_rows_slices_and_columns_are_those_of_numpy(dtype: str, order: str) -> None:
    array = NUMBERS.astype(dtype)
    rows = rows_of(array, order)
    assert (rows.ndim, rows.size, len(rows), rows.shape) == (2, 35, 7, (7, 5))
    assert rows.dtype == array.dtype.newbyteorder("=")
    assert rows.dtype.isnative
    for index in (
        0,
        6,
        -1,
        slice(None),
        slice(2, 5),
        slice(5, 2, -1),
        slice(None, None, 3),
        slice(6, None, -2),
        slice(3, 3),
    ):
        np.testing.assert_array_equal(rows[index], array[index])
    for k in range(5):
        np.testing.assert_array_equal(rows.column(k), array[:, k])
    np.testing.assert_array_equal(np.asarray(rows), array)


def test_rows_can_be_iterated_over_and_end() -> None:
    np.testing.assert_array_equal(np.stack(list(rows_of(NUMBERS))), NUMBERS)
    with pytest.raises(IndexError):
        rows_of(NUMBERS)[7]


def test_a_number_of_an_array_of_one_dimension() -> None:
    rows = rows_of(NUMBERS[3])
    assert float(rows[2]) == NUMBERS[3, 2]
    np.testing.assert_array_equal(rows[1:4], NUMBERS[3, 1:4])


@pytest.fixture
def kept_open(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(stored_bytes, "MOST_IN_MEMORY", 0)
    path = tmp_path / "numbers"
    path.write_bytes(NUMBERS.tobytes())
    return path


def opened(path: Path) -> StoredRows:
    return StoredRows(StoredBytes(DataSource.of_path(str(path))).read, NUMBERS.shape, NUMBERS.dtype)


def test_a_file_is_read_on_demand(kept_open: Path) -> None:
    np.testing.assert_array_equal(opened(kept_open)[4], NUMBERS[4])


def test_a_file_that_became_shorter_is_refused(kept_open: Path) -> None:
    rows = opened(kept_open)
    os.truncate(kept_open, 100)
    with pytest.raises(DataError, match="numbers: the file was changed since it was opened; open it again"):
        rows[6]


def test_a_file_that_was_written_to_is_refused(kept_open: Path) -> None:
    rows = opened(kept_open)
    with open(kept_open, "r+b") as file:
        file.write(b"x")
    os.utime(kept_open, ns=(0, time.time_ns() + 10**9))
    with pytest.raises(DataError, match="was changed"):
        rows[6]


def test_a_file_that_is_replaced_or_deleted_is_read_on(kept_open: Path) -> None:
    rows = opened(kept_open)
    kept_open.with_name("other").write_bytes(bytes(8))
    os.replace(kept_open.with_name("other"), kept_open)
    np.testing.assert_array_equal(rows[6], NUMBERS[6])


@pytest.mark.skipif(not os.path.isdir("/proc/self/fd"), reason="of Linux")
def test_a_file_is_closed_when_it_is_no_longer_used(kept_open: Path) -> None:
    rows = opened(kept_open)
    name = str(kept_open)
    assert name in [os.path.realpath(f"/proc/self/fd/{one}") for one in os.listdir("/proc/self/fd")]
    del rows
    assert name not in [os.path.realpath(f"/proc/self/fd/{one}") for one in os.listdir("/proc/self/fd")]


def test_a_small_file_is_not_kept_open(tmp_path: Path) -> None:
    path = tmp_path / "numbers"
    path.write_bytes(NUMBERS.tobytes())
    rows = opened(path)
    path.write_bytes(b"")
    np.testing.assert_array_equal(rows[6], NUMBERS[6])


def test_more_than_there_is_cannot_be_read() -> None:
    stored = StoredBytes(DataSource("a", None, b"12345678"))
    for start, count in ((0, 9), (8, 1), (-1, 2), (0, -1)):
        with pytest.raises(DataError, match="a: the file is shorter than it says"):
            stored.read(start, count)


def test_a_slice_takes_no_more_memory_than_is_allowed() -> None:
    rows = StoredRows(lambda _, count: bytes(count), (10**9, 1000), "u1")
    assert rows[10**9 - 1].sum() == 0
    with pytest.raises(DataError, match="at most 500"):
        rows[:]


def test_bytes_are_a_file() -> None:
    file = BytesFile(StoredBytes(DataSource("a", None, b"12345678")))
    assert (file.readable(), file.seekable()) == (True, True)
    assert (file.seek(-3, os.SEEK_END), file.read(2), file.tell(), file.read(), file.read(1)) == (
        5,
        b"67",
        7,
        b"8",
        b"",
    )
    assert (file.seek(1), file.seek(2, os.SEEK_CUR), file.readall()) == (1, 3, b"45678")
    with pytest.raises(OSError, match="before"):
        file.seek(-1)


def test_a_large_array_is_laid_out_without_being_read() -> None:
    read = []

    def zeros(_: int, count: int) -> bytes:
        read.append(count)
        return bytes(count)

    frame = frame_of_numbers(NumberTable(StoredRows(zeros, (100_000, 1_000), "<f4")), ReadOptions())
    assert (len(frame.columns), frame.n, frame.by_rows, read) == (100_000, 1_000, True, [])
    assert frame.columns[99_999].number == 100_000
    assert len(frame.columns[99_999].cells) == 1_000
    assert read == [4_000]
    assert frame.columns.index(frame.columns[7]) == 7


def test_the_columns_of_a_large_array() -> None:
    columns = StoredColumns(rows_of(NUMBERS), False, None)
    assert len(columns) == 5
    np.testing.assert_array_equal(columns[3].cells, NUMBERS[:, 3])
    assert [column.number for column in columns[1:3]] == [2, 3]


@pytest.mark.parametrize("shape", [(0,), (0, 5), (5, 0)])
def test_an_empty_array_is_refused(shape: tuple[int, ...]) -> None:
    with pytest.raises(DataError, match="there is nothing to read"):
        frame_of_numbers(NumberTable(StoredRows(lambda *_: b"", shape, "<f8")), ReadOptions())
