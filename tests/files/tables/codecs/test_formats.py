"""Formats are recognised by the first bytes of a file, whatever it is called; pickles are refused with a remedy."""

import io
import pickle
import zipfile
from pathlib import Path

import numpy as np
import pytest

from data_files import npy, npz, ods, safetensors, xlsx
from klscope.files.tables.codecs.table import CODECS, codec_of
from klscope.files.tables.contents import DataError
from klscope.files.tables.data_source import DataSource
from klscope.files.tables.opening import open_data
from klscope.files.tables.options import ReadOptions

ROWS = '<row r="1"><c r="A1"><v>1</v></c></row>'
ODS_ROWS = '<table:table-row><table:table-cell office:value-type="float" office:value="1"/></table:table-row>'
PICKLE = pickle.dumps([0.5, 0.5], 2)


def zipped(*names: str) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name in names:
            archive.writestr(name, b"")
    return file.getvalue()


def opened(folder: Path, name: str, content: bytes) -> str:
    (folder / name).write_bytes(content)
    return open_data(str(folder / name), ReadOptions()).format_name


@pytest.mark.parametrize("name", ["a", "a.csv", "a.json", "a.parquet", "a.zip"])
@pytest.mark.parametrize(
    ("content", "format_name"),
    [
        (npy([1.0, 2.0]), "npy"),
        (npz(p=[1.0, 2.0]), "npz"),
        (safetensors(p=("U8", [2], b"\1\2")), "safetensors"),
        (xlsx(ROWS), "xlsx"),
        (ods(ODS_ROWS), "ods"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_the_first_bytes_tell_the_format(tmp_path: Path, name: str, content: bytes, format_name: str) -> None:
    assert opened(tmp_path, name, content) == format_name


@pytest.mark.parametrize(
    ("name", "content", "line"),
    [
        ("m.pt", PICKLE, "numpy.save('m.npy', torch.load("),
        ("m.pth", zipped("m/data.pkl", "m/data/0"), "save_file(torch.load("),
        ("m.bin", zipped("archive/data.pkl"), "weights_only=True"),
        ("m.pt", b"PK\3\4 cut short", "weights_only=True"),
        ("m.pkl", PICKLE, "pickle.load(open("),
        ("m.pkl", b"(lp0\n.", "pickle.load(open("),
        ("m.dat", PICKLE, "pickle.load(open("),
        ("m.joblib", PICKLE, "joblib.load("),
        ("m.joblib", b"ZF\x02", "joblib.load("),
    ],
)
def test_pickles_are_refused_with_the_line_that_converts_them(
    tmp_path: Path, name: str, content: bytes, line: str
) -> None:
    with pytest.raises(DataError, match="can run any program") as caught:
        opened(tmp_path, name, content)
    assert line in str(caught.value)
    assert repr(str(tmp_path / name)) in str(caught.value)


def test_the_line_for_a_pickle_converts_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(DataError) as caught:
        opened(tmp_path, "it's.pkl", PICKLE)
    monkeypatch.chdir(tmp_path)
    with pytest.warns(ResourceWarning):
        exec(str(caught.value).rpartition("in Python: ")[2], {})  # the line is what a person is told to run
    assert np.load("it's.npy").tolist() == [0.5, 0.5]


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("a.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500), "save it as .xlsx, without a password"),
        ("a.xlsx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500), "save it as .xlsx, without a password"),
        ("a.xlsb", zipped("xl/workbook.bin"), "save it as .xlsx"),
        ("a.csv.gz", b"\x1f\x8b\x08" + bytes(20), "unpack it first"),
        ("a.csv", b"BZh91AY&SY", "unpack it first"),
        ("a.feather", b"ARROW1\0\0", "'a.parquet'"),
        ("a.h5", b"\x89HDF\r\n\x1a\n", "numpy.save"),
        ("a.zip", zipped("b.txt", "c.txt"), "a.zip is an archive of other files: 'b.txt', 'c.txt'; unpack it"),
        ("a.docx", zipped("word/document.xml"), "other files"),
        ("a.zip", zipped(), "empty archive"),
        ("a.zip", b"PK\3\4 cut short", "the archive is damaged"),
    ],
)
def test_other_files_are_refused_with_a_remedy(tmp_path: Path, name: str, content: bytes, says: str) -> None:
    with pytest.raises(DataError) as caught:
        opened(tmp_path, name, content)
    assert says in str(caught.value)


def test_a_suffix_tells_the_format_of_what_is_not_recognised() -> None:
    for codec in CODECS:
        for suffix in codec.suffixes:
            assert codec_of("A" + suffix.upper(), b"") is codec
    assert codec_of("a", b"name,p").name == "text"


@pytest.mark.parametrize(
    "codec", [codec for codec in CODECS if codec.module not in ("text", "json_values")], ids=lambda codec: codec.name
)
def test_a_file_of_text_is_refused_by_every_reader_of_others(codec: object) -> None:
    with pytest.raises(DataError):
        codec.read(DataSource("a", None, b"name,p\na,1\n"), ReadOptions())  # type: ignore[attr-defined]
