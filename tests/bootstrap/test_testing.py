"""What comes before pytest."""

import os
import sys
from pathlib import Path

import pytest

from bootstrap.starting import print_packages
from bootstrap.testing import check_libraries, from_root
from klscope import system_libraries


def test_a_file_is_named_from_where_the_person_is(tmp_path: Path) -> None:
    (tmp_path / "test_x.py").write_text("", encoding="utf-8")
    folder = str(tmp_path)
    assert from_root("test_x.py::test_y", folder) == f"{folder}/test_x.py::test_y".replace("/", os.sep)
    for same in ("-k", "-x", "tests", "none.py", ""):
        assert from_root(same, folder) == same


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the wheels are complete elsewhere")
@pytest.mark.parametrize(
    ("library", "program", "exit_code", "told"),
    [
        ("libgssapi_krb5.so.2", "", 3, "the tests need libgssapi_krb5.so.2, which this system lacks: "),
        ("", "maim", 0, "the tests need maim, which this system lacks: "),
        ("", "", 0, ""),
    ],
)
def test_what_the_tests_lack_is_named_before_they_run(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    library: str,
    program: str,
    exit_code: int,
    told: str,
) -> None:
    monkeypatch.setattr(system_libraries, "_loads", lambda name: name != library)
    monkeypatch.setattr(system_libraries.shutil, "which", lambda name: None if name == program else name)
    assert check_libraries() == exit_code
    out, err = capsys.readouterr()
    assert out == ""
    assert told in err
    assert err.endswith(" (the tests that use them are skipped)\n") is bool(program)
    assert bool(err) is bool(told)


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
    assert "Python 3.11 or newer is needed, this is Python 3.9. " in capsys.readouterr().err
