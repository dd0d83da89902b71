"""The text of a settings file. Oracle: QSettings, which writes what is read here and reads what is written here."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QByteArray, QSettings

from klscope.files.settings_text import read, write

NAMES = st.text(st.characters(exclude_characters="/\\\0\ufeff", exclude_categories=["Cs"]), min_size=1, max_size=12)
KEYS = st.lists(NAMES, min_size=2, max_size=3).map("/".join)
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
# QSettings writes a text with a NUL as another type, and leaves out a byte order mark at the beginning
KEPT_BY_QSETTINGS = TEXTS.filter(lambda text: "\0" not in text and not text.startswith("\ufeff"))
FRESH_FILES = settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)


def numbered(folder: Path) -> Path:
    """Return a file that QSettings has not seen: it remembers those it has."""
    return folder / f"{len(list(folder.iterdir()))}.ini"


@FRESH_FILES
@given(entries=st.dictionaries(KEYS, st.one_of(TEXTS, st.binary(max_size=30)), max_size=5))
def test_what_is_written_is_read_again_here_and_by_qsettings(tmp_path: Path, entries: dict) -> None:
    content = write(entries)
    assert read(content) == entries
    path = numbered(tmp_path)
    path.write_bytes(content)
    theirs = QSettings(str(path), QSettings.Format.IniFormat)
    for key, value in entries.items():
        found = theirs.value(key)
        assert (found.data() if isinstance(value, bytes) else found or "") == value, key


@FRESH_FILES
@given(entries=st.dictionaries(KEYS, st.one_of(KEPT_BY_QSETTINGS, st.binary(max_size=30)), max_size=5))
def test_what_qsettings_wrote_is_read(tmp_path: Path, entries: dict) -> None:
    path = numbered(tmp_path)
    path.write_text("")
    theirs = QSettings(str(path), QSettings.Format.IniFormat)
    for key, value in entries.items():
        theirs.setValue(key, QByteArray(value) if isinstance(value, bytes) else value)
    theirs.sync()
    assert read(path.read_bytes()) == entries


@pytest.mark.parametrize("value", [[1, "a"], {"a": 1}, None, 2.5 + 1j])
def test_other_types_are_left_out_and_the_rest_kept(tmp_path: Path, value: object) -> None:
    path = tmp_path / "types.ini"
    theirs = QSettings(str(path), QSettings.Format.IniFormat)
    theirs.setValue("a/odd", value)
    theirs.setValue("a/other", "kept")
    theirs.setValue("b/number", 7)
    theirs.sync()
    assert read(path.read_bytes()) == {"a/other": "kept", "b/number": "7"}


@pytest.mark.parametrize(
    "line",
    [
        "key",
        "=value",
        "k%y=value",
        "k y=value",
        'key="value',
        'key=val"ue',
        "key=a, b",
        "key=a;b",
        r"key=\q",
        "key=a\\",
        r"key=\x110000",
        r"key=\xd800",
        r"key=\x" + 5000 * "f",
        r"key=\7777777777777777777777",
        "key=@Invalid()",
        "key=@Variant(x)",
        r"key=\x40Variant(x)",
        r"key=@\x56ariant(x)",
        r'key="@Variant(\0\0\0\x7f)"',
        "key=@ByteArray(\N{EURO SIGN})",
        "key=@ByteArray(a",
    ],
)
def test_a_damaged_line_is_left_out_and_the_rest_kept(line: str) -> None:
    content = f"[a]\nfirst=1\n{line}\nlast=2\n".encode()
    assert read(content) == {"a/first": "1", "a/last": "2"}


def test_a_line_that_is_no_utf_8_is_left_out() -> None:
    assert read(b"[a]\nfirst=1\nkey=\xb2\xff\nk\xb2=1\nlast=2\n") == {"a/first": "1", "a/last": "2"}


@pytest.mark.parametrize("section", ["[b", "b]", "[b%]", "[]", "[b]]", "[\xb2]"])
def test_the_keys_under_a_damaged_heading_are_not_taken_for_those_of_the_section_before(section: str) -> None:
    found = read(f"[a]\nkey=1\n{section}\nkey=2\n[c]\nkey=3\n".encode("latin-1"))
    if section != "b]":  # which is no heading at all, and cannot be told from a damaged line
        assert found == {"a/key": "1", "c/key": "3"}


def test_what_stands_before_any_section_or_under_general_has_no_section() -> None:
    assert read(b"\xef\xbb\xbfa=1\r\n[General]\r\nb=2\r\n[%General]\r\nc=3") == {"a": "1", "b": "2", "General/c": "3"}
    assert read(write({"a": "1", "General/c": "3"})) == {"a": "1", "General/c": "3"}


def test_a_name_that_is_no_unicode_comes_back() -> None:
    name = b"\xff\xb2".decode(errors="surrogateescape")  # of a file in another encoding
    assert read(write({f"tick/own/{name}/3": "on", "text/a": name})) == {f"tick/own/{name}/3": "on"}


def test_reading_is_quick_however_the_text_is_damaged() -> None:
    """Its expressions never go back: 200,000 escapes before a mistake take a moment and not for ever."""
    assert read(b"[a]\nkey=" + 200_000 * b"\\x41\\1" + b'"\nlast=2') == {"a/last": "2"}
