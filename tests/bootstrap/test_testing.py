"""What comes before pytest."""

import os
import sys
from pathlib import Path

import pytest

from bootstrap import processes
from bootstrap.environment import Environment
from bootstrap.system_packages import print_packages
from bootstrap.testing import check_libraries, from_root
from klscope import system_libraries


def test_a_file_is_named_from_where_the_person_is(tmp_path: Path) -> None:
    (tmp_path / "test_x.py").write_text("", encoding="utf-8")
    folder = str(tmp_path)
    assert from_root("test_x.py::test_y", folder) == f"{folder}/test_x.py::test_y".replace("/", os.sep)
    for same in ("-k", "-x", "tests", "none.py", ""):
        assert from_root(same, folder) == same


ADVICE = "the tests need libgssapi_krb5.so.2, which this system lacks: apt-get install libgssapi-krb5-2"


@pytest.mark.parametrize(
    ("code", "lines", "exit_code", "told"),
    [
        (1, [ADVICE], 3, f"klscope: {ADVICE}\n"),
        (0, ["the tests need maim"], 0, "klscope: the tests need maim (the tests that use them are skipped)\n"),
        (0, [], 0, ""),
    ],
)
def test_what_the_tests_lack_is_named_before_they_run(
    environment: Environment,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    code: int,
    lines: list[str],
    exit_code: int,
    told: str,
) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(processes, "run_to_the_end", lambda _: (code, lines))
    assert check_libraries(environment) == exit_code
    assert capsys.readouterr() == ("", told)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the wheels are complete elsewhere")
def test_the_question_is_one_that_python_can_answer(
    environment: Environment, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    environment.python = sys.executable
    asked = []
    run = processes.run_to_the_end

    def with_the_source(command: list[str]) -> "tuple[int, list[str]]":
        asked.append(command)
        lost = "from klscope import system_libraries as s; s._loads = lambda name: 'gssapi' not in name; "
        lost += "s.shutil.which = lambda name: name; s.read_os_release = lambda: {'ID': 'debian'}; "
        path = f"import sys; sys.path.insert(0, {str(Path(system_libraries.__file__).parents[1])!r}); "
        return run([*command[:-1], path + lost + command[-1]])

    monkeypatch.setattr(processes, "run_to_the_end", with_the_source)
    assert check_libraries(environment) == 3
    _, err = capsys.readouterr()
    assert err.endswith("apt-get install libgssapi-krb5-2\n")
    assert "the tests need libgssapi_krb5.so.2, which this system lacks" in err
    assert len(asked) == 1


def test_the_packages_are_printed_in_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    names = system_libraries.packages()
    assert print_packages() == (0 if names else 3)
    assert capsys.readouterr().out == (" ".join(names) + "\n" if names else "")


def test_a_system_whose_packages_are_not_known_is_told_so(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(system_libraries, "read_os_release", lambda: {"ID": "gentoo"})
    assert print_packages() == 3
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("klscope: the packages of this system are not known here")


def test_a_python_too_old_to_read_the_list_is_told_so(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "version_info", (3, 9, 2, "final", 0))
    assert print_packages() == 3
    assert capsys.readouterr().err == "klscope: Python 3.11 or newer is needed, this is Python 3.9.\n"
