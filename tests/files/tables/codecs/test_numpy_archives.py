"""Archives that `numpy.savez` wrote, damaged ones and bombs. Oracle: numpy in memory, and `zipfile`."""

import io
import zipfile
from pathlib import Path

import numpy as np
import pytest

from data_files import npy, npz
from klscope.files.tables.codecs import numpy_archives, zip_archives
from klscope.files.tables.codecs.numpy_archives import read
from klscope.files.tables.contents import Contents, DataError, NumberTable
from klscope.files.tables.data_source import DataSource
from klscope.files.tables.opening import open_data
from klscope.files.tables.options import ReadOptions
from klscope.files.tables.pairing import read_pair


def opened(content: bytes, options: ReadOptions | None = None) -> Contents:
    return read(DataSource("a.npz", None, content), options or ReadOptions())


@pytest.mark.parametrize("compressed", [False, True])
def test_arrays_by_name(compressed: bool) -> None:
    contents = opened(npz(compressed, p=[0.25, 0.75], q=np.asfortranarray(np.eye(2, 3)), n=np.array([1, 2], ">i4")))
    values = {name: np.asarray(table.values).tolist() for name, table in contents.tables.items()}  # type: ignore[union-attr]
    assert values == {"p": [0.25, 0.75], "q": np.eye(2, 3).tolist(), "n": [1, 2]}


def test_texts_called_labels_name_the_categories_of_arrays_of_their_length() -> None:
    contents = opened(npz(labels=["a", "b"], p=[0.25, 0.75], q=[[0.5, 0.5]], long=[1, 2, 3]))
    labels = {name: table.labels for name, table in contents.tables.items()}  # type: ignore[union-attr]
    assert labels == {"p": ("a", "b"), "q": ("a", "b"), "long": None}
    assert read_pair([contents], ReadOptions(), []).labels == ("a", "b")


def test_what_is_no_table_is_left_out_and_said() -> None:
    contents = opened(npz(x=[0.25, 0.75], temperature=2.0, names=["a", "b", "c"]))
    assert list(contents.tables) == ["x"]
    assert contents.notes == ("Left out, because they are not tables of numbers: 'temperature', 'names'.",)


@pytest.mark.parametrize("options", [ReadOptions(p_key="z", q_key="q"), ReadOptions(q_key="z")])
def test_what_is_asked_for_and_is_no_table_is_refused(options: ReadOptions) -> None:
    with pytest.raises(DataError, match=r"a\.npz, z has the type complex128"):
        opened(npz(p=[1.0, 2.0], q=[1.0, 2.0], z=[1j]), options)


def test_p_is_not_left_out_in_silence() -> None:
    with pytest.raises(DataError, match=r"a\.npz, p has the shape"):
        opened(npz(p=1.0, q=[1.0, 2.0]))


def test_objects_are_refused_with_the_line_that_converts_them(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.npz"
    np.savez(path, p=np.array([1, 3], object), allow_pickle=True)
    with pytest.raises(DataError) as caught:
        open_data(str(path), ReadOptions())
    monkeypatch.chdir(tmp_path)
    exec(str(caught.value).rpartition("in Python: ")[2], {})  # the line is what a person is told to run
    assert np.load("numbers.npy").tolist() == [1.0, 3.0]


def test_a_large_array_that_is_stored_uncompressed_is_read_on_demand(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(numpy_archives, "MOST_CHECKED", 0)
    monkeypatch.setattr(numpy_archives, "read_entry", None)
    array = np.arange(60.0).reshape(6, 10)
    table = opened(npz(x=[1, 2], p=array)).tables["p"]
    assert isinstance(table, NumberTable)
    np.testing.assert_array_equal(table.values[4], array[4])


def test_an_entry_is_unpacked_when_its_rows_are_read() -> None:
    content = bytearray(npz(True, p=np.random.default_rng(1).random((400, 400))))
    content[len(content) // 2] ^= 1
    table = opened(bytes(content)).tables["p"]
    assert isinstance(table, NumberTable)
    with pytest.raises(DataError, match=r"a\.npz, p: the archive is damaged"):
        table.values[399]


def zipped(entries: dict[str, bytes]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in entries.items():
            archive.writestr(name, content)
    return file.getvalue()


def test_a_bomb_is_refused() -> None:
    content = zipped({"p.npy": npy(np.zeros(26_000_000))})
    assert len(content) < 300_000
    with pytest.raises(DataError, match="p has 208 MB when it is unpacked, and at most 200 are read"):
        opened(content)


def test_an_entry_that_lies_about_its_size_is_refused() -> None:
    content = bytearray(zipped({"p.npy": npy(np.arange(10_000.0))}))
    entry = content.rfind(b"PK\x01\x02")
    content[entry + 24 : entry + 28] = (200).to_bytes(4, "little")
    with pytest.raises(DataError):
        np.asarray(opened(bytes(content)).tables["p"].values)  # type: ignore[union-attr]


def test_an_encrypted_entry_is_refused() -> None:
    content = bytearray(npz(p=[1.0, 2.0]))
    content[content.rfind(b"PK\x01\x02") + 8] |= 1
    with pytest.raises(DataError, match="is encrypted; save it without a password"):
        opened(bytes(content))


def test_another_compression_is_refused() -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_LZMA) as archive:
        archive.writestr("p.npy", npy([1.0, 2.0]))
    with pytest.raises(DataError, match="compressed by a method that cannot be read"):
        opened(file.getvalue())


def test_many_entries_are_refused_before_they_are_listed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(zip_archives, "LONGEST_DIRECTORY", 100)
    assert list(opened(npz(p=[1.0, 2.0])).tables) == ["p"]
    monkeypatch.setattr(zip_archives, "ZipFile", None)
    with pytest.raises(DataError, match="too many entries"):
        opened(npz(p=[1.0, 2.0], q=[1.0, 2.0]))


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_two_entries_of_one_name_are_refused() -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("p.npy", npy([1.0, 2.0]))
        archive.writestr("p.npy", npy([2.0, 1.0]))
    with pytest.raises(DataError, match=r"two entries are called 'p\.npy'"):
        opened(file.getvalue())


def test_no_archive_and_an_empty_one_are_refused() -> None:
    with pytest.raises(DataError, match="the archive is damaged"):
        opened(b"p,q\n1,2\n")
    with pytest.raises(DataError, match="no array of numbers"):
        opened(zipped({"a.txt": b"a"}))
