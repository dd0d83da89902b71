"""A file is replaced as a whole or not at all, and nothing but a regular file is.

A full disk is an error of the call that would meet it, and, in a process of its own, the limit that the system sets
to the size of files (RLIMIT_FSIZE). A process is killed by itself in the middle of the write.
"""

import errno
import os
import signal
import socket
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from klscope.files import replacing
from klscope.files.catalogues import set_language
from klscope.files.regular_files import FileError
from klscope.files.replacing import replace_file

OLD, NEW = b"the old one", bytes(range(256)) * 1000

POSIX_ONLY = pytest.mark.skipif(os.name != "posix", reason="of POSIX")
LINUX_ONLY = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="a file's name may be any bytes")


@pytest.fixture
def old(tmp_path: Path) -> Path:
    path = tmp_path / "old.bin"
    path.write_bytes(OLD)
    return path


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_file_that_is_not_there_is_made_as_any_other(tmp_path: Path) -> None:
    replace_file(str(tmp_path / "new.bin"), NEW)
    (tmp_path / "any.bin").write_bytes(b"")
    assert (tmp_path / "new.bin").read_bytes() == NEW
    assert (tmp_path / "new.bin").stat().st_mode == (tmp_path / "any.bin").stat().st_mode
    assert names(tmp_path) == ["any.bin", "new.bin"]


def test_a_name_alone_is_of_the_folder_one_is_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    replace_file("new.bin", NEW)
    assert (tmp_path / "new.bin").read_bytes() == NEW


@POSIX_ONLY
@pytest.mark.parametrize("mode", [0o600, 0o640, 0o666, 0o755])
def test_permissions_owner_and_group_stay(old: Path, mode: int) -> None:
    owner = (4711, 4712) if os.geteuid() == 0 else (os.geteuid(), os.getegid())
    os.chown(old, *owner)
    old.chmod(mode)
    replace_file(str(old), NEW)
    found = old.stat()
    assert old.read_bytes() == NEW
    assert (stat.S_IMODE(found.st_mode), found.st_uid, found.st_gid) == (mode, *owner)


@POSIX_ONLY
def test_links_to_a_regular_file_are_followed_and_stay(old: Path, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    first, second = tmp_path / "elsewhere" / "first", tmp_path / "second"
    first.symlink_to("../old.bin")
    second.symlink_to(first)
    replace_file(str(second), NEW)
    assert old.read_bytes() == NEW
    assert not old.is_symlink()
    assert first.is_symlink()
    assert second.is_symlink()
    assert names(tmp_path) == ["elsewhere", "old.bin", "second"]


@POSIX_ONLY
def test_what_a_link_leads_to_is_made_where_it_is_not_there(tmp_path: Path) -> None:
    link = tmp_path / "link"
    link.symlink_to("target")
    replace_file(str(link), NEW)
    assert link.is_symlink()
    assert (tmp_path / "target").read_bytes() == NEW
    lost = tmp_path / "lost"
    lost.symlink_to("no/such/folder")
    with pytest.raises(FileError, match="its folder cannot be written: No such file or directory"):
        replace_file(str(lost), NEW)


def make_socket(path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(str(path))


@POSIX_ONLY
@pytest.mark.parametrize("linked", [False, True])
@pytest.mark.parametrize(
    ("make", "kind"),
    [
        (os.mkfifo, "it is a FIFO (a named pipe)"),
        (os.mkdir, "it is a folder"),
        (make_socket, "it is a socket"),
    ],
)
def test_nothing_but_a_regular_file_is_replaced(
    tmp_path: Path, make: Callable[[Path], None], kind: str, linked: bool
) -> None:
    other = tmp_path / "other"
    make(other)
    path = other
    if linked:
        path = tmp_path / "link"
        path.symlink_to("other")
    before = (names(tmp_path), other.stat())
    with pytest.raises(FileError) as error:
        replace_file(str(path), NEW)
    assert str(error.value) == f"{path}: {kind}; name a regular file"
    assert (names(tmp_path), other.stat()) == before


@POSIX_ONLY
def test_links_in_a_ring_are_told(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to("b")
    (tmp_path / "b").symlink_to("a")
    with pytest.raises(FileError, match="Too many levels of symbolic links"):
        replace_file(str(tmp_path / "a"), NEW)
    assert names(tmp_path) == ["a", "b"]


def test_a_file_that_may_not_be_written_is_not_replaced(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "access", lambda path, mode: (path, mode) != (str(old), os.W_OK))  # who is root may always
    with pytest.raises(FileError, match=r"old\.bin: Permission denied$"):
        replace_file(str(old), NEW)
    assert old.read_bytes() == OLD


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("", "Is a directory"),
        ("new/", "Is a directory"),
        ("new/.", "Is a directory"),
        ("new/..", "Is a directory"),
        ("no/such/new.bin", "its folder cannot be written: No such file or directory"),
        ("old.bin/new.bin", "Not a directory"),
        ("a" * 300, "File name too long"),
        ("a\0b", "no file can have this name"),
        ("a\ud800b", "no file can have this name"),
    ],
)
def test_a_name_that_cannot_be_is_refused(old: Path, monkeypatch: pytest.MonkeyPatch, name: str, says: str) -> None:
    monkeypatch.chdir(old.parent)
    with pytest.raises(FileError) as error:
        replace_file(name, NEW)
    assert str(error.value) == f"{name}: {says}"
    assert names(old.parent) == ["old.bin"]


@LINUX_ONLY
def test_a_name_is_the_bytes_it_was_given_as(tmp_path: Path) -> None:
    for name in (b"caf\xe9.bin", "café.bin".encode(), b"b" * 255):
        replace_file(os.path.join(tmp_path, os.fsdecode(name)), NEW)
        assert (Path(os.fsdecode(os.path.join(os.fsencode(tmp_path), name)))).read_bytes() == NEW
    assert sorted(os.listdir(os.fsencode(tmp_path))) == sorted([b"caf\xe9.bin", b"caf\xc3\xa9.bin", b"b" * 255])


@pytest.mark.parametrize(
    ("call", "number", "says"),
    [
        ("open", errno.EACCES, "its folder cannot be written: Permission denied"),
        ("open", errno.EROFS, "its folder cannot be written: Read-only file system"),
        ("write", errno.ENOSPC, "No space left on device"),
        ("write", errno.EDQUOT, "Disk quota exceeded"),
        ("fsync", errno.EIO, "Input/output error"),
        ("close", errno.ENOSPC, "No space left on device"),
        ("replace", errno.EBUSY, "Device or resource busy"),
    ],
)
@pytest.mark.parametrize("there", [True, False])
def test_whichever_call_fails_the_old_file_is_whole(
    old: Path, monkeypatch: pytest.MonkeyPatch, call: str, number: int, says: str, there: bool
) -> None:
    if not there:
        old.unlink()
    real = getattr(os, call)

    def fail(*arguments: object, **options: object) -> object:
        if call == "close":
            real(*arguments, **options)
        raise OSError(number, "what the system says")

    with monkeypatch.context() as patch:
        patch.setattr(os, call, fail)
        with pytest.raises(FileError) as error:
            replace_file(str(old), NEW)
    assert str(error.value) == f"{old}: {says}"
    assert names(old.parent) == (["old.bin"] if there else [])
    assert not there or old.read_bytes() == OLD


def test_the_reason_is_told_in_the_language_in_force(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> int:
        raise OSError(errno.ENOSPC, "")

    monkeypatch.setattr(os, "write", full)
    set_language("ko")
    try:
        with pytest.raises(FileError) as error:
            replace_file(str(old), NEW)
    finally:
        set_language("en")
    assert str(error.value) == f"{old}: 저장 공간이 없습니다"


def test_an_interruption_leaves_nothing_behind(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(_: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupt)
    with pytest.raises(KeyboardInterrupt):
        replace_file(str(old), NEW)
    assert old.read_bytes() == OLD
    assert names(old.parent) == ["old.bin"]


def test_all_is_written_by_calls_that_take_little(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = os.write
    monkeypatch.setattr(os, "write", lambda descriptor, data: real(descriptor, bytes(data[:1000])))
    replace_file(str(old), NEW)
    assert old.read_bytes() == NEW


@POSIX_ONLY
def test_the_content_is_on_the_disk_before_the_name_is_and_the_name_before_it_is_told(
    old: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    done: list[str] = []
    fsync, replace = os.fsync, os.replace

    def synced(descriptor: int) -> None:
        fsync(descriptor)
        done.append("folder" if stat.S_ISDIR(os.fstat(descriptor).st_mode) else "content")

    def replaced(source: str, target: str) -> None:
        replace(source, target)
        done.append("name")

    monkeypatch.setattr(os, "fsync", synced)
    monkeypatch.setattr(os, "replace", replaced)
    replace_file(str(old), NEW)
    assert done == ["content", "name", "folder"]
    done.clear()
    replace_file(str(old), OLD, written_through=False)
    assert done == ["name"]  # nothing is waited for
    assert old.read_bytes() == OLD


@POSIX_ONLY
def test_a_folder_that_cannot_be_written_through_does_no_harm(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fsync = os.fsync

    def refuse(descriptor: int) -> None:
        if stat.S_ISDIR(os.fstat(descriptor).st_mode):
            raise OSError(errno.EINVAL, "")
        fsync(descriptor)

    monkeypatch.setattr(os, "fsync", refuse)
    replace_file(str(old), NEW)
    assert old.read_bytes() == NEW


def in_a_process(old: Path, before: str) -> "subprocess.CompletedProcess[str]":
    """Replace the old file in a process of its own, after something was done there."""
    program = (
        "import os, signal, sys\n"
        "from klscope.files import replacing\n"
        "from klscope.files.regular_files import FileError\n"
        f"{before}\n"
        "try:\n"
        "    replacing.replace_file(sys.argv[1], bytes(200_000))\n"
        "except FileError as error:\n"
        "    sys.exit(error.reason)\n"
    )
    assert replacing.__file__ is not None
    command = [sys.executable, "-c", program, str(old)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


@POSIX_ONLY
def test_a_file_that_grows_past_what_the_system_allows_is_told(old: Path) -> None:
    done = in_a_process(old, "import resource\nresource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))")
    assert (done.returncode, done.stderr) == (1, "File too large\n")
    assert old.read_bytes() == OLD
    assert names(old.parent) == ["old.bin"]


@POSIX_ONLY
@pytest.mark.parametrize(
    "killed",
    [
        "write = os.write\n"
        "os.write = lambda descriptor, data: (write(descriptor, data[:70_000]), os.kill(os.getpid(), signal.SIGKILL))",
        "os.fsync = lambda descriptor: os.kill(os.getpid(), signal.SIGKILL)",
    ],
)
def test_a_process_that_is_killed_leaves_the_old_file_whole(old: Path, killed: str) -> None:
    assert in_a_process(old, killed).returncode == -signal.SIGKILL
    assert old.read_bytes() == OLD
    left = [name for name in names(old.parent) if name != "old.bin"]
    assert [name.startswith(".klscope-") and name.endswith(".tmp") for name in left] == [True]
