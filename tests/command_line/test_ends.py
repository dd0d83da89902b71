"""How every command ends where its output, or what it says, cannot be written: one rule, `command_line.exits`.

Each is a process of its own, started as from a shell: what is held is its exit code, its one line or none on stderr,
and that Python adds nothing at its end. The oracle is the rule itself, written down in `exits` and in README.md.
"""

import os
import subprocess
import sys
from itertools import cycle
from pathlib import Path

import pytest
from lesson_texts import LESSON

from klscope.command_line.parser import COMMANDS
from klscope.files.resource_files import resource_path

pytestmark = pytest.mark.skipif(not Path("/dev/full").exists(), reason="a stream that is always full")

EXAMPLE = ["--example", "weather"]
SMALL_LESSON = "# T\nquestion: Q?\n\n## predict: A\na\n\n( ) a\n(*) b\n\n## why: B\nb\n\n## why: C\nc\n"
"""A lesson without pictures, which take most of the time of a handout."""
SOUND = str(resource_path("lessons", "en", "01-entropy.md"))
WRITE = {
    "window": ["--version"],
    "window --help": ["--help"],
    "measure": ["measure", *EXAMPLE],
    "measure --json": ["measure", *EXAMPLE, "--json"],
    "measure --help": ["measure", "--help"],
    "export --help": ["export", "--help"],
    "lesson check": ["lesson", "check", SOUND],
    "lesson --help": ["lesson", "--help"],
    "doctor": ["doctor"],
    "doctor --help": ["doctor", "--help"],
}
"""What writes on stdout, of every command."""
WRONG = {
    "window": ["--nothing"],
    "measure": ["measure", "--p", "1,x", "--q", "1,1"],
    "export": ["export", "a.bmp", *EXAMPLE],
    "lesson check": ["lesson", "check", "none.md"],
    "lesson handout": ["lesson", "handout", "nothing", "a.pdf"],
    "doctor": ["doctor", "--json"],
}
FULL = "klscope: the output cannot be written: No space left on device\n"
CLOSED = "klscope: the output cannot be written: standard output is closed\n"


def klscope(
    folder: Path, words: list[str], redirections: str = "", stdout: int = subprocess.PIPE, content: str | None = None
) -> "subprocess.CompletedProcess[str]":
    """Run klscope by a shell that redirects its streams."""
    environment = dict(os.environ, QT_QPA_PLATFORM="offscreen", HOME=str(folder), XDG_CONFIG_HOME=str(folder))
    return subprocess.run(
        ["sh", "-c", f'exec "$@" {redirections}', "sh", sys.executable, "-m", "klscope", *words],
        stdout=stdout,
        stderr=subprocess.PIPE,
        input=content,
        text=True,
        env=environment,
        cwd=folder,
        timeout=120,
        check=False,
    )


def test_every_command_is_here() -> None:
    for table in (WRITE, WRONG):
        assert {name.partition(" ")[0] for name in table} == {"window", *COMMANDS}


@pytest.mark.parametrize(
    ("name", "redirection"),
    [
        *((name, (">/dev/full", ">&-")[place % 2]) for place, name in enumerate(WRITE)),
        ("export --help", ">/dev/full"),  # all that it writes; of the others each writes into both
    ],
)
def test_what_cannot_be_written_on_stdout_ends_with_3_and_the_reason(
    tmp_path: Path, name: str, redirection: str
) -> None:
    done = klscope(tmp_path, WRITE[name], redirection)
    assert (done.returncode, done.stderr) == (3, FULL if redirection == ">/dev/full" else CLOSED)


def test_it_ends_with_3_where_the_reason_cannot_be_told_either(tmp_path: Path) -> None:
    assert klscope(tmp_path, WRITE["measure"], ">/dev/full 2>/dev/full").returncode == 3


@pytest.mark.parametrize("name", ["window", "measure", "export --help", "lesson check", "doctor"])
def test_a_pipe_that_nobody_reads_any_more_ends_with_1_and_without_a_word(tmp_path: Path, name: str) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    try:
        done = klscope(tmp_path, WRITE[name], stdout=writing)
    finally:
        os.close(writing)
    assert (done.returncode, done.stderr) == (1, "")


@pytest.mark.parametrize(
    ("name", "redirections"),
    list(zip(WRONG, cycle(["2>/dev/full", "2>&-", ">&- 2>&-", "<&- >&- 2>/dev/full"]), strict=False)),
)
def test_wrong_input_ends_with_2_whether_it_can_be_told_or_not(tmp_path: Path, name: str, redirections: str) -> None:
    told = klscope(tmp_path, WRONG[name])
    assert (told.returncode, told.stdout, told.stderr.count("\n")) == (2, "", 1)
    done = klscope(tmp_path, WRONG[name], redirections)
    assert (done.returncode, done.stdout, done.stderr) == (2, "", "")


@pytest.mark.parametrize(
    ("name", "redirections"), [("measure", "2>/dev/full"), ("measure", "<&-"), ("lesson check", "2>&-")]
)
def test_what_needs_not_be_told_does_not_mind_stderr(tmp_path: Path, name: str, redirections: str) -> None:
    assert klscope(tmp_path, WRITE[name], redirections).returncode == 0


@pytest.mark.parametrize(
    ("words", "redirections"),
    [
        (["export", "a.png", *EXAMPLE], "<&- >&- 2>&-"),
        (["lesson", "handout", "small.md", "a.pdf"], ">/dev/full"),
        (["lesson", "handout", "small.md", "a.pdf"], ">&-"),
    ],
)
def test_a_file_is_written_whole_by_a_command_that_needs_no_stdout(
    tmp_path: Path, words: list[str], redirections: str
) -> None:
    (tmp_path / "small.md").write_text(SMALL_LESSON, encoding="utf-8")
    done = klscope(tmp_path, words, redirections)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    [written] = tmp_path.glob("a.*")
    begin, end = {".png": (b"\x89PNG", b"IEND\xaeB`\x82"), ".pdf": (b"%PDF-", b"%%EOF\n")}[written.suffix]
    assert written.read_bytes().startswith(begin)
    assert written.read_bytes().endswith(end)


def test_no_file_takes_the_place_of_a_stream_that_is_closed() -> None:
    """Else what a library says on stderr would be written into the picture."""
    script = (
        "import os, sys; from klscope.cli import main; main(['--nothing']); "
        "sys.exit(os.open(os.devnull, os.O_RDONLY))"  # its number
    )
    command = ["sh", "-c", 'exec "$@" <&- >&- 2>&-', "sh", sys.executable, "-c", script]
    assert subprocess.run(command, check=False, timeout=120).returncode >= 3


@pytest.mark.parametrize(
    ("words", "name"),
    [
        (["export", "old.png", *EXAMPLE, "--scale", "2"], "old.png"),
        (["lesson", "handout", "../small.md", "old.pdf"], "old.pdf"),
    ],
)
def test_a_file_that_has_no_room_ends_with_3_and_the_old_one_is_whole(
    tmp_path: Path, words: list[str], name: str
) -> None:
    """No file may grow past 8 blocks of 512 bytes: for whoever writes it is as on a full disk."""
    folder = tmp_path / "pictures"
    folder.mkdir()
    (folder / name).write_bytes(b"the old one")
    (tmp_path / "small.md").write_text(SMALL_LESSON, encoding="utf-8")
    done = subprocess.run(
        ["sh", "-c", 'ulimit -f 8; exec "$@"', "sh", sys.executable, "-B", "-m", "klscope", *words],
        capture_output=True,
        text=True,
        env=dict(os.environ, QT_QPA_PLATFORM="offscreen", HOME=str(tmp_path)),
        cwd=folder,
        timeout=120,
        check=False,
    )
    assert (done.returncode, done.stdout) == (3, "")
    assert done.stderr == f"klscope: {name}: File too large\n"
    assert [path.name for path in folder.iterdir()] == [name]
    assert (folder / name).read_bytes() == b"the old one"


def test_a_lesson_is_read_from_standard_input(tmp_path: Path) -> None:
    done = klscope(tmp_path, ["lesson", "check", "-"], content=LESSON)
    assert (done.returncode, done.stdout, done.stderr) == (0, "-: 3 steps, no mistakes\n", "")
    done = klscope(tmp_path, ["lesson", "check", "-"], content=LESSON.replace("view: entropy", "view: x"))
    assert done.returncode == 2
    assert done.stderr.startswith("-:18: there is no view 'x'")
    done = klscope(tmp_path, ["lesson", "handout", "-", "a.pdf"], content=SMALL_LESSON)
    assert (done.returncode, done.stderr) == (0, "")
    assert (tmp_path / "a.pdf").read_bytes().startswith(b"%PDF-")


@pytest.mark.parametrize("action", [["check"], ["handout"]])
def test_what_never_ends_is_not_read_as_a_lesson(tmp_path: Path, action: list[str]) -> None:
    os.mkfifo(tmp_path / "fifo")
    (tmp_path / "large.md").touch()
    os.truncate(tmp_path / "large.md", 3_000_000_000)
    tells = {
        "/dev/zero": "it is a device; name a regular file",
        "fifo": "it is a FIFO (a named pipe); name a regular file",
        ".": "it is a folder; name a regular file",
        "large.md": "it is longer than 1,000,000 bytes; longer files are not read",
    }
    for name in tells if action == ["check"] else ["fifo"]:
        told = tells[name]
        done = klscope(tmp_path, ["lesson", *action, name, *(["a.pdf"] if action == ["handout"] else [])])
        assert (done.returncode, done.stdout) == (2, "")
        assert done.stderr == f"{name}:1: it cannot be read: {told}\n"
    done = klscope(tmp_path, ["lesson", *action, "-", *(["a.pdf"] if action == ["handout"] else [])], "</dev/zero")
    assert done.stderr == "-:1: it cannot be read: it is longer than 1,000,000 bytes; longer files are not read\n"
    assert done.returncode == 2
    assert not (tmp_path / "a.pdf").exists()


@pytest.mark.parametrize("words", [["export", "OUT.png", *EXAMPLE], ["lesson", "handout", "01", "OUT.pdf"]])
def test_what_is_there_and_is_no_regular_file_is_refused(tmp_path: Path, words: list[str]) -> None:
    suffix = next(word for word in words if word.startswith("OUT"))[3:]
    os.mkfifo(tmp_path / f"fifo{suffix}")
    (tmp_path / f"folder{suffix}").mkdir()
    (tmp_path / f"link{suffix}").symlink_to(f"fifo{suffix}")
    before = sorted(path.name for path in tmp_path.iterdir())
    kinds = {"fifo": "a FIFO (a named pipe)", "folder": "a folder", "link": "a FIFO (a named pipe)"}
    for name, kind in kinds.items() if suffix == ".png" else [("link", kinds["link"])]:
        done = klscope(tmp_path, [name + suffix if word.startswith("OUT") else word for word in words])
        assert (done.returncode, done.stdout) == (2, "")
        assert done.stderr == f"klscope: {name}{suffix}: it is {kind}; name a regular file\n"
    assert sorted(path.name for path in tmp_path.iterdir()) == before
    assert (tmp_path / f"fifo{suffix}").is_fifo()
    assert (tmp_path / f"link{suffix}").is_symlink()


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="a file's name may be any bytes")
def test_a_name_that_is_not_utf_8_is_written_and_read_as_it_is_and_told_escaped(tmp_path: Path) -> None:
    picture, sheet, lesson, link = (os.fsdecode(b"caf\xe9" + end) for end in (b".png", b".pdf", b".md", b".svg"))
    (tmp_path / lesson).write_text(SMALL_LESSON, encoding="utf-8")
    (tmp_path / link).symlink_to("/dev/zero")
    tells = {
        ("export", picture, *EXAMPLE): (0, "", ""),
        ("lesson", "check", lesson): (0, "caf\\udce9.md: 3 steps, no mistakes\n", ""),
        ("lesson", "handout", lesson, sheet): (0, "", ""),
        ("export", link, *EXAMPLE): (
            2,
            "",
            "klscope: caf\\udce9.svg: it is a device; name a regular file\n",
        ),
    }
    for words, told in tells.items():
        done = klscope(tmp_path, list(words))
        assert (done.returncode, done.stdout, done.stderr) == told
    assert {name for name in os.listdir(os.fsencode(tmp_path)) if name.startswith(b"caf")} == {
        b"caf\xe9.png",
        b"caf\xe9.pdf",
        b"caf\xe9.md",
        b"caf\xe9.svg",
    }
