"""The table of formats that data are read from; a row is all that a new format needs besides its module."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass

from klscope.by_name import load
from klscope.files.tables.contents import Contents, DataError
from klscope.files.tables.data_source import DataSource
from klscope.files.tables.options import ReadOptions
from klscope.wording import gettext, mark, translated


@dataclass(frozen=True)
class Codec:
    """A format of data files.

    Attributes
    ----------
    name
        Its name: "CSV".
    suffixes
        The suffixes of its files.
    signatures
        First bytes by which files are recognised whatever they are called.
    module
        The module with ``read(source, options)``, which is imported when it is used.
    files
        The name filter of a file dialog, to be passed to `translated`.
    is_text
        Whether a text of this format can be pasted.
    refusal
        Why files of this format are not read and what to do, to be passed to `translated`; empty if they are.
    """

    name: str
    suffixes: tuple[str, ...]
    module: str = ""
    signatures: tuple[bytes, ...] = ()
    files: str = ""
    is_text: bool = False
    refusal: str = ""

    def read(self, source: DataSource, options: ReadOptions) -> Contents:
        """Read the tables of a file.

        Raises
        ------
        DataError
            It cannot be read; the message says what and where.
        """
        if self.refusal:
            raise DataError(translated(self.refusal))
        reader: Callable[[DataSource, ReadOptions], Contents] = load(
            f"klscope.files.tables.codecs.{self.module}", "read"
        )
        return reader(source, options)


TEXT = Codec("text", (".csv", ".tsv", ".txt", ".tab", ".dat", ".md"), "text", files=mark("Text tables"), is_text=True)
CODECS: tuple[Codec, ...] = (
    TEXT,
    Codec("JSON", (".json", ".jsonl", ".ndjson"), "json_values", files=mark("JSON"), is_text=True),
    Codec("NumPy array", (".npy",), "numpy_arrays", (b"\x93NUMPY",), mark("NumPy arrays")),
    Codec("NumPy archive", (".npz",), "numpy_archives", files=mark("NumPy archives")),
    Codec("safetensors", (".safetensors",), "safetensors", files=mark("safetensors")),
    Codec("Excel", (".xlsx",), "spreadsheets", files=mark("Spreadsheets")),
    Codec("OpenDocument", (".ods",), "spreadsheets", files=mark("Spreadsheets")),
    Codec("Parquet", (".parquet",), "parquet", (b"PAR1",), mark("Parquet")),
    Codec(
        "PyTorch",
        (".pt", ".pth", ".pkl", ".pickle", ".ckpt"),
        signatures=(b"\x80\x02", b"\x80\x03", b"\x80\x04", b"\x80\x05"),
        refusal=mark(
            "a pickle can run any program when it is read, so it is not; "
            "convert it in Python: numpy.save('p.npy', torch.load('FILE', weights_only=True))"
        ),
    ),
)


def codec_of(name: str, first_bytes: bytes) -> Codec:
    """Return the format of a file: by its first bytes, else by the suffix of its name, else text."""
    for codec in CODECS:
        if first_bytes.startswith(codec.signatures or (b"\0" * 16,)):
            return codec
    suffix = os.path.splitext(name)[1].lower()
    return next((codec for codec in CODECS if suffix in codec.suffixes), TEXT)


def suffixes() -> tuple[str, ...]:
    """Return the suffixes of all formats that are read."""
    return tuple(suffix for codec in CODECS if not codec.refusal for suffix in codec.suffixes)


def parquet_missing() -> str:
    """Return what to do where Parquet files cannot be read."""
    return gettext("install its reader: pip install 'klscope[parquet]'")
