"""A test that `klscope.files.replacing` alone writes files, and `files.reading` alone reads the user's files.

Held by the source: whatever opens, makes, renames or deletes a file, or hands a name to something of Qt that does,
stands in the table below with what it is for.
"""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

SOURCE = Path(__file__).resolve().parents[2] / "src"
OF_OS = {
    *("open", "fdopen", "rename", "renames", "replace", "unlink", "remove", "removedirs", "rmdir", "mkdir", "makedirs"),
    *("link", "symlink", "truncate", "mkfifo", "mknod", "chmod", "chown", "utime", "popen", "system"),
}
OF_MODULES = {
    "os": OF_OS,
    "io": {"open", "FileIO", "open_code"},
    "codecs": {"open"},
    "numpy": {"load", "save", "savez", "loadtxt", "savetxt", "genfromtxt", "fromfile", "memmap"},
    "np": {"load", "save", "savez", "loadtxt", "savetxt", "genfromtxt", "fromfile", "memmap"},
    "gzip": {"open"},
    "bz2": {"open"},
    "lzma": {"open"},
}
WHOLE_MODULES = {"shutil", "tempfile", "fileinput", "mmap", "zipfile", "tarfile", "sqlite3", "shelve", "dbm"}
OF_QT = {
    *("QFile", "QSaveFile", "QTemporaryFile", "QTemporaryDir", "QLockFile", "QDir"),
    *("QImageReader", "QImageWriter", "QPdfWriter", "QPrinter", "QSvgGenerator", "QTextDocumentWriter"),
}
OF_PATHS = {
    *("read_text", "read_bytes", "write_text", "write_bytes", "touch", "mkdir", "rmdir", "unlink"),
    *("symlink_to", "hardlink_to", "tofile"),
}
MODE = re.compile(r"[rwxa][bt+]*")

ALLOWED = {
    "files/replacing.py": {"os.open", "os.replace", "os.unlink"},
    "files/reading.py": {"os.open"},
    # the folder of temporary files, for a socket
    "files/handing_over.py": {"tempfile", "os.mkdir"},
    "receiving.py": {"os.replace", "os.unlink"},
    # the files of sessions, which are written by `files/replacing.py`: moved, deleted, locked
    "files/process_lock.py": {"os.open", "os.unlink"},
    "files/recovery.py": {"os.makedirs", "os.replace", "os.rmdir", "os.unlink"},
    # archives in memory, or whose bytes `files/reading.py` has read or opened
    "files/documents/archive.py": {"zipfile"},
    "files/tables/codecs/numpy_archives.py": {"zipfile"},
    "files/tables/codecs/sheet_scan.py": {"zipfile"},
    "files/tables/codecs/spreadsheet_process.py": {"zipfile"},
    "files/tables/codecs/zip_archives.py": {"zipfile"},
    "files/writing/numpy_arrays.py": {"zipfile"},
    # the null device in the place of a stream that is closed or cannot be written
    "command_line/exits.py": {"os.open"},
    # in memory
    "views/export/png.py": {"QImageWriter"},
    "views/export/pdf_document.py": {"QPdfWriter"},
    # what ships with the program
    "files/catalogues.py": {".open('rb')"},
    "files/examples.py": {".read_text"},
    "lessons/library.py": {".read_text"},
    "views/icons.py": {".read_bytes"},
    # /etc/os-release, and whether a program is there
    "system_libraries.py": {"open", "shutil"},
    # the folder of the settings, and the lock beside them
    "views/preferences/settings_file.py": {".mkdir", "QLockFile"},
}


def uses(tree: ast.AST) -> Iterator[str]:
    """Return the calls of a module that read or write files directly."""
    for node in ast.walk(tree):
        match node:
            case ast.Import(names=names):
                yield from (one.name for one in names if one.name.partition(".")[0] in WHOLE_MODULES)
            case ast.ImportFrom(module=str(module), names=names):
                if module.partition(".")[0] in WHOLE_MODULES:
                    yield module
                taken = OF_MODULES.get(module, set())
                yield from (f"{module}.{one.name}" for one in names if one.name in taken)
            case ast.Name(id=name) if name in OF_QT:
                yield name
            case ast.Attribute(value=ast.Name(id=module), attr=name) if name in OF_MODULES.get(module, set()):
                yield f"{module}.{name}"
            case ast.Attribute(attr=name) if name in OF_PATHS | OF_QT:
                yield f".{name}"
            case ast.Call(func=ast.Name(id="open")):
                yield "open"
            case ast.Call(func=ast.Attribute(attr="open"), args=[ast.Constant(value=str(mode)), *_]):
                if MODE.fullmatch(mode):
                    yield f".open({mode!r})"
            case ast.Call(func=ast.Attribute(value=ast.Call(func=ast.Name(id="Path")), attr="open")):
                yield "Path.open"
            case ast.Call(func=ast.Attribute(attr="save"), args=[_, *_]):
                yield ".save"


def test_every_module_that_reads_or_writes_files_is_one_of_those_that_may() -> None:
    found: dict[str, set[str]] = {}
    for path in sorted((SOURCE / "klscope").rglob("*.py")):
        used = set(uses(ast.parse(path.read_text(encoding="utf-8"))))
        if used:
            found[path.relative_to(SOURCE / "klscope").as_posix()] = used
    assert found == ALLOWED


@pytest.mark.parametrize(
    ("line", "use"),
    [
        ("open(path, 'w')", "open"),
        ("with open(path) as file: pass", "open"),
        ("path.open('wb')", ".open('wb')"),
        ("Path(name).open()", "Path.open"),
        ("path.write_bytes(data)", ".write_bytes"),
        ("make = path.write_text", ".write_text"),
        ("os.open(path, os.O_WRONLY)", "os.open"),
        ("from os import replace", "os.replace"),
        ("import tempfile", "tempfile"),
        ("from shutil import copy", "shutil"),
        ("np.savetxt(path, values)", "np.savetxt"),
        ("values.tofile(path)", ".tofile"),
        ("QSaveFile(path)", "QSaveFile"),
        ("QtCore.QFile(path)", ".QFile"),
        ("QPdfWriter(path)", "QPdfWriter"),
        ("image.save(path)", ".save"),
        ("QImageWriter(path, b'png')", "QImageWriter"),
    ],
)
def test_whoever_writes_past_the_one_way_is_found(line: str, use: str) -> None:
    assert list(uses(ast.parse(line))) == [use]


@pytest.mark.parametrize(
    "line", ["painter.save()", "lessons.open(name)", "dialog.open()", "text.replace('a', 'b')", "save_picture(a, b)"]
)
def test_what_has_nothing_to_do_with_files_is_let_be(line: str) -> None:
    assert list(uses(ast.parse(line))) == []
