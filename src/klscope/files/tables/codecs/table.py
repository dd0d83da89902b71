"""The table of formats that data are read from; a row is all that a new format needs besides its module."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from klscope.by_name import load
from klscope.files.tables.contents import Contents, DataError
from klscope.files.tables.data_source import DataSource
from klscope.files.tables.options import ReadOptions
from klscope.wording import mark, translated


@dataclass(frozen=True)
class Codec:
    """A format of data files.

    Attributes
    ----------
    name
        Its name: "NumPy array".
    suffixes
        The suffixes of its files.
    signatures
        First bytes by which files are recognised whatever they are called.
    module
        The module with ``read(source, options)``, which is imported when it is used.
    files
        The name filter of a file dialog, to be passed to `translated`.
    refusal
        Why files of this format are not read and what to do, to be passed to `translated`; empty if they are. It may
        have ``{line}`` and ``{other_line}``.
    lines
        Lines of Python that convert a file, put in there. They may have ``{file}``, ``{npy}``, ``{safetensors}`` and
        ``{parquet}``: the path, and names of files to be written, in quotation marks.
    entries
        The ends of names of entries by which a zip archive is recognised.
    """

    name: str
    suffixes: tuple[str, ...]
    module: str = ""
    signatures: tuple[bytes, ...] = ()
    files: str = ""
    refusal: str = ""
    lines: tuple[str, ...] = ()
    entries: tuple[str, ...] = ()

    def read(self, source: DataSource, options: ReadOptions) -> Contents:
        """Read the tables of a file.

        Raises
        ------
        DataError
            It cannot be read; the message says what and where.
        """
        if self.refusal:
            raise DataError(self._refusal_of(source))
        reader: Callable[[DataSource, ReadOptions], Contents] = load(
            f"klscope.files.tables.codecs.{self.module}", "read"
        )
        return reader(source, options)

    def _refusal_of(self, source: DataSource) -> str:
        name = os.path.splitext(source.name)[0]
        names = {suffix: repr(f"{name}.{suffix}") for suffix in ("npy", "safetensors", "parquet")}
        lines = [line.format(file=repr(source.path or source.name), **names) for line in self.lines]
        return translated(self.refusal).format(**dict(zip(("line", "other_line"), lines, strict=False)))


TEXT = Codec("text", (".csv", ".tsv", ".txt", ".tab", ".dat", ".md"), "text", files=mark("Text tables"))
_PICKLES = (b"\x80\x02", b"\x80\x03", b"\x80\x04", b"\x80\x05")
_OF_A_PICKLE = mark(
    "pickles can run any program when they are read, and are refused; if you trust it, convert it in Python: {line}"
)
CODECS: tuple[Codec, ...] = (
    TEXT,
    Codec("JSON", (".json", ".jsonl", ".ndjson"), "json_values", files=mark("JSON")),
    Codec("NumPy array", (".npy",), "numpy_arrays", (b"\x93NUMPY",), mark("NumPy arrays")),
    Codec("NumPy archive", (".npz",), "numpy_archives", files=mark("NumPy archives"), entries=(".npy",)),
    Codec("safetensors", (".safetensors",), "safetensors", files=mark("safetensors")),
    Codec("Excel", (".xlsx", ".xlsm"), "spreadsheets", files=mark("Spreadsheets"), entries=("xl/workbook.xml",)),
    Codec("OpenDocument", (".ods",), "spreadsheets", files=mark("Spreadsheets"), entries=("content.xml",)),
    Codec("Parquet", (".parquet",), "parquet", (b"PAR1",), mark("Parquet")),
    Codec(
        "PyTorch",
        (".pt", ".pth", ".ckpt"),
        signatures=_PICKLES,
        entries=("data.pkl",),
        refusal=mark(
            "PyTorch files are pickles, which can run any program when they are read, and are refused; convert it in "
            "Python, if it holds one tensor: {line}; if it holds several: {other_line}"
        ),
        lines=(
            "import numpy, torch; numpy.save({npy}, torch.load({file}, map_location='cpu', weights_only=True)"
            ".detach().double().numpy())",
            "import torch; from safetensors.torch import save_file; save_file(torch.load({file}, map_location='cpu', "
            "weights_only=True), {safetensors})",
        ),
    ),
    Codec(
        "joblib",
        (".joblib",),
        signatures=_PICKLES,
        refusal=_OF_A_PICKLE,
        lines=("import joblib, numpy; numpy.save({npy}, numpy.asarray(joblib.load({file}), dtype=float))",),
    ),
    Codec(
        "pickle",
        (".pkl", ".pickle"),
        signatures=_PICKLES,
        refusal=_OF_A_PICKLE,
        lines=("import numpy, pickle; numpy.save({npy}, numpy.asarray(pickle.load(open({file}, 'rb')), dtype=float))",),
    ),
    Codec(
        "Excel 97",
        (".xls", ".xlsb"),
        signatures=(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",),
        entries=("xl/workbook.bin",),
        refusal=mark(
            "Excel files of this kind (.xls, .xlsb, encrypted) cannot be read; save it as .xlsx, without a password"
        ),
    ),
    Codec(
        "compressed",
        (".gz", ".bz2", ".xz", ".zst"),
        signatures=(b"\x1f\x8b\x08", b"BZh", b"\xfd7zXZ\0", b"\x28\xb5\x2f\xfd"),
        refusal=mark("compressed files cannot be read; unpack it first"),
    ),
    Codec(
        "Feather",
        (".feather", ".arrow"),
        signatures=(b"ARROW1",),
        refusal=mark("Arrow files cannot be read; convert it in Python: {line}"),
        lines=(
            "import pyarrow.feather, pyarrow.parquet; "
            "pyarrow.parquet.write_table(pyarrow.feather.read_table({file}), {parquet})",
        ),
    ),
    Codec(
        "HDF5",
        (".h5", ".hdf5", ".keras"),
        signatures=(b"\x89HDF\r\n\x1a\n",),
        refusal=mark("HDF5 files cannot be read; save the numbers in it with numpy.save"),
    ),
)
SIGNATURE_OF_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
LONGEST_HEADER_OF_SAFETENSORS = 100_000_000
"""Up to this length a file is recognised; its reader refuses headers of a tenth of it, with a better message."""


def codec_of(name: str, first_bytes: bytes) -> Codec:
    """Return the format of a file: by its first bytes, else by the suffix of its name, else text."""
    suffix = os.path.splitext(name)[1].lower()
    fitting = [codec for codec in CODECS if codec.signatures and first_bytes.startswith(codec.signatures)]
    if fitting:  # those of pickles are the same
        return next((codec for codec in fitting if suffix in codec.suffixes), fitting[-1])
    length = int.from_bytes(first_bytes[:8], "little")
    if first_bytes[8:9] == b"{" and 2 <= length <= LONGEST_HEADER_OF_SAFETENSORS:
        return next(codec for codec in CODECS if codec.name == "safetensors")
    return next((codec for codec in CODECS if suffix in codec.suffixes), TEXT)


def codec_of_archive(entries: Sequence[str]) -> Codec | None:
    """Return the format of a zip archive with these entries; None if it is none of these."""
    return next((codec for codec in CODECS if codec.entries and any(map(_ends(codec.entries), entries))), None)


def _ends(ends: tuple[str, ...]) -> Callable[[str], bool]:
    return lambda entry: entry.endswith(ends)


def suffixes_by_name() -> dict[str, tuple[str, ...]]:
    """Return the suffixes that are read, by the name of their files, to be passed to `translated`."""
    found: dict[str, tuple[str, ...]] = {}
    for codec in CODECS:
        if not codec.refusal:
            found[codec.files] = (*found.get(codec.files, ()), *codec.suffixes)
    return found
