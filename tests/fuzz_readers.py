"""Fuzzing of the readers of data and documents: seeds are mutated and read, each in a process under limits.

    python tests/fuzz_readers.py [--seconds N] [--seed N] [--reader NAME]…

For every reader in the table of codecs (`klscope.files.tables.codecs.table`) and that of documents, by default for 300
seconds each, bytes are changed, removed, repeated and moved; in archives, within their entries too, so that the
checksums hold. An input may be refused by `DataError` or `FileError`. A document that is read must be the same when it
is written and read again. Anything else is a finding: another error, a warning, the end of the process by a signal,
more than 2 seconds of the processor, or more than 500 MB. Findings are kept in the folder that is printed, and the exit
code is 1. A run is repeated by its seed. Processes are made by fork, so this needs POSIX.
"""

import argparse
import io
import json
import os
import random
import resource
import signal
import struct
import sys
import tempfile
import time
import traceback
import warnings
import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from data_files import npy, npz, ods, safetensors, xlsx
from klscope.files.documents.document_file import as_bytes, from_bytes, read_document
from klscope.files.documents.embedding import PNG_SIGNATURE, embed
from klscope.files.regular_files import FileError
from klscope.files.tables.codecs.table import CODECS
from klscope.files.tables.contents import DataError
from klscope.files.tables.opening import open_data
from klscope.files.tables.options import NumberKind, ReadOptions
from klscope.files.tables.pairing import read_pair

VERSIONS = Path(__file__).parent / "files" / "documents" / "versions"
MOST_SECONDS, LONGEST_WAIT = 2.0, 20
MOST_MEMORY = 500_000_000
TESTED_OPTIONS = (
    ReadOptions(),
    ReadOptions(p_key="p", q_key="q", p_numbers=NumberKind.LOGITS, q_numbers=NumberKind.LOGITS),
    ReadOptions(p_column="1", q_column="2", add_duplicates=True, header=False),
    ReadOptions(p_numbers=NumberKind.SAMPLES, p_row="1"),
)


XLSX_ROWS = (
    '<row r="1"><c r="A1" t="inlineStr"><is><t>name</t></is></c><c r="B1" t="str"><v>P</v></c></row>'
    '<row r="2"><c r="A2" t="s"><v>0</v></c><c r="B2"><v>0.25</v></c><c r="C2"><f>B2*2</f><v>0.5</v></c></row>'
    '<row r="3"><c r="A3" t="s"><v>1</v></c><c r="B3" s="2"><v>0.75</v></c><c r="C3" t="e"><v>#N/A</v></c></row>'
    '<row r="4"><c r="A4" s="1"><v>45000</v></c><c r="B4" t="b"><v>1</v></c><c r="C4"><f>NOW()</f></c></row>'
)
ODS_ROWS = (
    '<table:table-row><table:table-cell office:value-type="string"><text:p>a</text:p></table:table-cell>'
    '<table:table-cell office:value-type="float" office:value="0.25"/></table:table-row>'
    '<table:table-row table:number-rows-repeated="2"><table:table-cell office:value-type="percentage" '
    'office:value="0.5"/><table:table-cell table:number-columns-repeated="2" office:value-type="float" '
    'office:value="3"/></table:table-row>'
)
TEXTS = (
    "name,P,Q\na,0.25,0.5\nb,0.75,0.5\n",
    'Wetter;P;Q\n"sonnig;";1.234,5;50 %\nRegen;2,5;50 %\n',
    "| name | p |\n|---|---:|\n| a | 1/4 |\n| b | 3/4 |\n",
    "array([[0.1, 0.9],\n       [1e-3, 2.5]], dtype=float32)",
    "tensor([-1.5, 2.], grad_fn=<AddBackward0>)",
    "c(a = 0.25, b = 0.75)\n[1] 0.1 0.9\n",
    "# savetxt\n1.0e+00 2.0e+00\n-3.0e+00 4.0e+00\n",
    "1\xa0204\n3'456\n−7\n１２\n",
)


def parquet() -> list[bytes]:
    """Return files with nulls, a dictionary, halves, lists and an index, made in another process: see `findings`."""
    import pyarrow  # noqa: PLC0415  # it has threads, and a process with threads is not to be forked
    import pyarrow.parquet  # noqa: PLC0415

    tables = (
        pyarrow.table({"name": ["a", "b", None], "p": [0.25, 0.5, 0.25], "q": [1, None, 3]}),
        pyarrow.table(
            {
                "name": pyarrow.array(["a", "b", "a"]).dictionary_encode(),
                "p": pyarrow.array(np.array([1, 2, 3], "f2")),
                "q": [[1.0, 2.0], [3.0, 4.0], [5.0, 6.0]],
            }
        ),
    )
    found = []
    for table in tables:
        for compression in ("none", "snappy"):
            file = io.BytesIO()
            pyarrow.parquet.write_table(table, file, compression=compression)
            found.append(file.getvalue())
    return found


def documents() -> list[bytes]:
    """Return the documents that are kept of every version, and pictures that carry one of them."""
    kept = [path.read_bytes() for path in sorted(VERSIONS.iterdir())]
    small = min(kept, key=len)
    chunks = ((b"IHDR", bytes.fromhex("00000001000000010800000000")), (b"IDAT", zlib.compress(b"\0\0")), (b"IEND", b""))
    png = PNG_SIGNATURE + b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data)) for kind, data in chunks
    )
    pdf = b"%PDF-1.4\n1 0 obj\n<</Filter/FlateDecode>>\nstream\n" + zlib.compress(small) + b"\nendstream\nendobj\n"
    return [*kept, embed(png, small), embed(b'<svg xmlns="http://www.w3.org/2000/svg"></svg>', small), pdf]


def seeds() -> dict[str, list[bytes]]:
    """Return whole files for each codec that reads, by its name."""
    p = [0.25, 0.5, 0.25]
    fields = np.array([("a", 0.25, 3), ("b", 0.75, 4)], [("label", "U2"), ("p", ">f4"), ("q", "i8")])
    known = {
        "text": [text.encode() for text in TEXTS]
        + [TEXTS[0].encode("utf-16"), "이름,P\n맑음,1\n비,2\n".encode("cp949")],
        "JSON": [
            b'{"a": 0.25, "b": {"p": 1e5, "q": [1, 2]}}',
            b'[{"name": "a", "p": 0.5}, {"name": "b", "p": 0.5}]',
            b'{"p": [0.1, 0.9], "q": [0.5, 0.5]}\n',
            b'{"name": "a", "p": 1}\n{"name": "b", "p": 2}\n',
            b"[[1, 2], [3, 4]]",
        ],
        "NumPy array": [
            npy(p),
            npy(np.asfortranarray(np.eye(3, dtype=">f4"))),
            npy(fields),
            npy(["a", "b"]),
        ],
        "NumPy archive": [npz(p=p, q=p), npz(compressed=True, p=np.eye(4), labels=list("abcd")), npz(x=fields)],
        "safetensors": [
            safetensors(p=("F32", [3], np.array(p, "f4").tobytes()), q=("BF16", [3], b"\x80\x3e\0\x3f\x80\x3e")),
            safetensors(teacher=("F8_E4M3", [2, 2], b"\x01\x38\x70\x7f"), student=("I64", [2], bytes(16))),
        ],
        "Excel": [xlsx(XLSX_ROWS)],
        "OpenDocument": [ods(ODS_ROWS)],
        "Parquet": in_another_process(parquet),
        "document": documents(),
    }
    return {reader.name: known[reader.name] for reader in READERS}


def fork() -> int:
    """Return what `os.fork` returns, without its warning of threads: pytest's do nothing here."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        return os.fork()


def in_another_process(make: Callable[[], list[bytes]]) -> list[bytes]:
    """Return what a function returns, which loads what must not be in this process."""
    reading, writing = os.pipe()
    child = fork()
    if child == 0:
        os.close(reading)
        with open(writing, "wb") as file:
            file.write(json.dumps([list(one) for one in make()]).encode())
        os._exit(0)
    os.close(writing)
    with open(reading, "rb") as file:
        content = file.read()
    os.waitpid(child, 0)
    return [bytes(one) for one in json.loads(content)]


NOTABLE = [b"\0", b"\xff", b"\xff\xff\xff\xff", b"\x7f\xff\xff\xff", b"\0\0\0\x80", b"-", b"9" * 20, b"1e999", b"NaN"]
NOTABLE += [
    b"(",
    b"[" * 50,
    b"{",
    b'"',
    b"'",
    b",",
    b";",
    b"\t",
    b"\n",
    b"\r",
    b"<",
    b"/>",
    b"&amp;",
    b"&x;",
    b"%",
    b":",
]
NOTABLE += [
    "\u202e".encode(),
    "−".encode(),
    "٣".encode(),
    b"\xed\xa0\x80",
    b"XFD1048576",
    b"O",
    b"|O",
    b"L",
    b"\\u0000",
]


def mutated(content: bytes, chance: random.Random) -> bytes:
    """Return bytes with one to eight changes; of an archive, every other time within its entries."""
    if content.startswith(b"PK") and chance.random() < 0.5:
        return of_entries(content, chance)
    made = bytearray(content)
    for _ in range(chance.choice((1, 1, 1, 2, 3, 5, 8))):
        change(made, chance)
    return bytes(made)


def change(made: bytearray, chance: random.Random) -> None:
    start = chance.randrange(len(made) + 1)
    end = min(len(made), start + chance.choice((1, 1, 2, 4, 8, 40, 400)))
    match chance.randrange(7):
        case 0 if start < len(made):
            made[start] ^= 1 << chance.randrange(8)
        case 1 if start < len(made):
            made[start] = chance.randrange(256)
        case 2:
            del made[start:end]
        case 3:
            made[start:start] = made[start:end] * chance.choice((1, 2, 30))
        case 4:
            made[start:end] = chance.choice(NOTABLE)
        case 5:
            made[start:start] = chance.choice(NOTABLE)
        case _:
            del made[start if chance.random() < 0.3 else end :]


def of_entries(content: bytes, chance: random.Random) -> bytes:
    """Return an archive one of whose entries is changed."""
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(file, "w") as new:
        chosen = chance.choice(old.infolist())
        for info in old.infolist():
            entry = old.read(info)
            new.writestr(info.filename, mutated(entry, chance) if info is chosen else entry, info.compress_type)
    return file.getvalue()


@dataclass
class Finding:
    """An input that did more than to be read or refused."""

    reader: str
    number: int
    reason: str
    content: bytes = field(repr=False)


def read_everything(path: str, options: ReadOptions) -> None:
    """Read a file as far as P and Q."""
    contents = open_data(path, options)
    read_pair([contents], options, [])


def read_again(path: str, _options: ReadOptions) -> None:
    """Read a document, and what is written of it."""
    written = as_bytes(read_document(path))
    assert as_bytes(from_bytes(written, path)) == written


@dataclass(frozen=True)
class Reader:
    """A reader: its name, the suffix of its files, and a function that reads one."""

    name: str
    suffix: str
    read: Callable[[str, ReadOptions], None] = read_everything


READERS = (
    *(Reader(codec.name, codec.suffixes[0]) for codec in CODECS if not codec.refusal),
    Reader("document", ".klscope", read_again),
)


def tried(content: bytes, suffix: str, reader: Reader, options: ReadOptions, folder: str) -> str:
    """Return what is wrong with how an input is read; "" if nothing is."""
    path, report = os.path.join(folder, "input" + suffix), os.path.join(folder, "report")
    with open(path, "wb") as file:
        file.write(content)
    child = fork()
    if child == 0:
        code = 1
        try:
            resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
            signal.alarm(LONGEST_WAIT)
            warnings.simplefilter("error")
            reader.read(path, options)
            code = 0
        except (DataError, FileError) as error:
            code = 0 if str(error) else 1
        except BaseException:
            with open(report, "w", encoding="utf-8") as file:
                traceback.print_exc(file=file)
        finally:
            os._exit(code)
    _, status, used = os.wait4(child, 0)
    if os.WIFSIGNALED(status):
        return f"signal {os.WTERMSIG(status)}"
    if os.WEXITSTATUS(status):
        with open(report, encoding="utf-8") as file:
            return file.read()
    if used.ru_utime + used.ru_stime > MOST_SECONDS:
        return f"{used.ru_utime + used.ru_stime:.1f} s"
    return f"{used.ru_maxrss} kB" if used.ru_maxrss * 1024 > MOST_MEMORY else ""


def findings(reader: Reader, whole: list[bytes], seconds: float, most: int, seed: int) -> Iterator[Finding]:
    """Read whole files, and then mutated ones, for some seconds or so many times."""
    chance = random.Random(f"{seed} {reader.name}")
    end = time.monotonic() + seconds
    with tempfile.TemporaryDirectory() as folder:
        for number in range(most):
            if time.monotonic() > end:
                break
            content = whole[number] if number < len(whole) else mutated(chance.choice(whole), chance)
            suffix = reader.suffix if chance.random() < 0.9 else ".dat"
            wrong = tried(content, suffix, reader, chance.choice(TESTED_OPTIONS), folder)
            if wrong:
                yield Finding(reader.name, number, wrong, content)
        print(f"{reader.name}: {number + 1} inputs", file=sys.stderr)


def main() -> int:
    options = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    options.add_argument("--seconds", type=float, default=300, help="for each reader")
    options.add_argument("--seed", type=int, default=0)
    options.add_argument("--reader", action="append", help="a name in the table of codecs, or document; all by default")
    given = options.parse_args()
    found = 0
    kept = tempfile.mkdtemp(prefix="klscope-fuzz-")
    whole = seeds()
    for reader in READERS:
        if given.reader and reader.name not in given.reader:
            continue
        for finding in findings(reader, whole[reader.name], given.seconds, sys.maxsize, given.seed):
            found += 1
            name = os.path.join(kept, f"{finding.reader.replace(' ', '-')}-{finding.number}")
            with open(name, "wb") as file:
                file.write(finding.content)
            print(f"{name}: {finding.reason}", flush=True)
    print(f"{found} findings" + (f", in {kept}" if found else ""))
    return int(found > 0)


if __name__ == "__main__":
    sys.exit(main())
