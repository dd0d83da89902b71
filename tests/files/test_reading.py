"""What a person names is read if it is a regular file or standard input, and no longer than the limit."""

import errno
import os
import socket
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from klscope.files.reading import read_bytes
from klscope.files.regular_files import FileError

LIMIT = 100_000
POSIX_ONLY = pytest.mark.skipif(os.name != "posix", reason="of POSIX")
READ_STANDARD_INPUT = (
    "import sys\n"
    "from klscope.files.reading import read_bytes\n"
    "from klscope.files.regular_files import FileError\n"
    "try:\n"
    f"    print(len(read_bytes('-', {LIMIT})))\n"
    "except FileError as error:\n"
    "    print(error)\n"
)


@pytest.mark.parametrize("length", [0, 1, LIMIT - 1, LIMIT])
def test_a_file_is_read_up_to_the_limit(tmp_path: Path, length: int) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"\r\n\x1a" * (length // 3) + b"x" * (length % 3))
    assert read_bytes(str(path), LIMIT) == path.read_bytes()


@pytest.mark.parametrize("length", [LIMIT + 1, 3_000_000_000])
def test_a_longer_file_is_refused_with_the_limit(tmp_path: Path, length: int) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"")
    os.truncate(path, length)  # a hole: it takes no room
    with pytest.raises(FileError) as error:
        read_bytes(str(path), LIMIT)
    assert str(error.value) == f"{path}: it is longer than 100,000 bytes; longer files are not read"


def test_a_file_that_grows_while_it_is_read_is_read_no_further_than_the_limit(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"x")
    read, taken = os.read, []

    def grow(descriptor: int, most: int) -> bytes:
        with path.open("ab") as file:
            file.write(b"x" * 60_000)
        taken.append(read(descriptor, most))
        return taken[-1]

    monkeypatch.setattr(os, "read", grow)
    with pytest.raises(FileError, match="longer than 100,000 bytes"):
        read_bytes(str(path), LIMIT)
    assert sum(map(len, taken)) == LIMIT + 1


def make_socket(path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(str(path))


@POSIX_ONLY
@pytest.mark.parametrize("linked", [False, True])
@pytest.mark.parametrize(
    ("make", "kind"),
    [
        (os.mkfifo, "it is a FIFO (a named pipe)"),  # with no writer: to open it as any other file would never end
        (os.mkdir, "it is a folder"),
        (make_socket, "it is a socket"),
        (lambda path: path.symlink_to("/dev/zero"), "it is a device"),
    ],
)
def test_nothing_but_a_regular_file_is_read(
    tmp_path: Path, make: Callable[[Path], None], kind: str, linked: bool
) -> None:
    path = tmp_path / "other"
    make(path)
    if linked:
        path = tmp_path / "link"
        path.symlink_to("other")
    with pytest.raises(FileError) as error:
        read_bytes(str(path), LIMIT)
    assert str(error.value) == f"{path}: {kind}; name a regular file"


@POSIX_ONLY
def test_what_takes_the_files_place_is_neither_read_nor_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, fifo = tmp_path / "a", tmp_path / "fifo"
    path.write_bytes(b"x")
    os.mkfifo(fifo)
    opened = os.open
    monkeypatch.setattr(os, "open", lambda _path, *arguments: opened(fifo, *arguments))
    with pytest.raises(FileError, match="it is a FIFO"):
        read_bytes(str(path), LIMIT)


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("none", "No such file or directory; name a file that is there"),
        ("a" * 300, "File name too long"),
        ("a\0b", "no file can have this name"),
    ],
)
def test_what_cannot_be_read_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, says: str) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(FileError) as error:
        read_bytes(name, LIMIT)
    assert str(error.value) == f"{name}: {says}"


def test_a_failing_disk_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"x")

    def fail(*_: object) -> bytes:
        raise OSError(errno.EIO, "")

    monkeypatch.setattr(os, "read", fail)
    with pytest.raises(FileError, match=r"Input/output error$"):
        read_bytes(str(path), LIMIT)


def standard_input(given: int | None, content: bytes | None = None) -> str:
    """Return what comes of reading standard input in a process that is given this."""
    command = [sys.executable, "-c", READ_STANDARD_INPUT]
    done = subprocess.run(command, stdin=given, input=content, capture_output=True, check=True, timeout=60)
    return done.stdout.decode().strip()


@pytest.mark.parametrize("length", [0, LIMIT])
def test_standard_input_is_read_to_its_end(length: int) -> None:
    assert standard_input(None, b"x" * length) == str(length)


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="what never ends")
def test_standard_input_without_end_is_refused_with_the_limit() -> None:
    with open("/dev/zero", "rb") as zero:
        assert standard_input(zero.fileno()) == "-: it is longer than 100,000 bytes; longer files are not read"


@POSIX_ONLY
def test_standard_input_that_is_closed_is_told() -> None:
    command = ["sh", "-c", 'exec "$@" <&-', "sh", sys.executable, "-c", READ_STANDARD_INPUT]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=60)
    assert done.stdout == "-: standard input is closed\n"
