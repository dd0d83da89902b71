r"""Reader and writer of settings in the INI format of QSettings.

QSettings is not used for reading: it decodes every value of a section as soon as one key of the section is read, and
in PySide6 a value that begins with ``@Variant(`` may hold a pickled Python object, which is then executed. Here a value
is a text or the bytes of ``@ByteArray(…)``; every other value is skipped.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

Value = str | bytes
UNDECODABLE = "\N{REPLACEMENT CHARACTER}"
"""What the decoder puts in place of bytes that are not UTF-8."""

_CONTROL = {"a": "\a", "b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t", "v": "\v"}
_ESCAPE = re.compile(r"""\\(?:x([0-9A-Fa-f]+)|([0-7]+)|([abfnrtv"?'\\]))""")
_KEY = re.compile(r"(?:[A-Za-z0-9_.\-\\]|%U[0-9A-Fa-f]{4}|%[0-9A-Fa-f]{2})+")
_KEY_ESCAPE = re.compile(r"%U([0-9A-Fa-f]{4})|%([0-9A-Fa-f]{2})")
_ODD_IN_KEYS = re.compile(r"[^A-Za-z0-9_.\-]")
_ODD_IN_VALUES = re.compile(rf'[\\"]|[\0-\x1f\x7f-\x9f\ud800-\udfff{UNDECODABLE}][0-9A-Fa-f]*')
"""Characters to escape: those of the format, control characters, and surrogates.

A hexadecimal digit after a numeric escape would be read as part of it, and is escaped too.
"""
_BYTES, _END = "@ByteArray(", ")"
_GENERAL = "General"
"""The section of keys without one."""


def read(content: bytes) -> dict[str, Value]:
    """Return the values of a settings file by key, ``section/name``; what cannot be decoded is skipped."""
    entries: dict[str, Value] = {}
    section: str | None = ""
    text = content.decode("utf-8-sig", errors="replace")
    for line in (line.strip(" \t") for line in re.split(r"[\r\n]+", text)):
        if line.startswith("["):
            section = _section(line)
            continue
        name, equals, written = line.partition("=")
        key, value = _key(name.rstrip(" \t")), _value(written.lstrip(" \t"))
        if section is not None and equals and key and value is not None:
            entries[section + key] = value
    return entries


def write(entries: Mapping[str, Value]) -> bytes:
    """Return the content of a settings file with these entries, readable by `read` and QSettings."""
    sections: dict[str, list[str]] = {}
    for key in sorted(entries):
        section, slash, name = key.partition("/")
        if not slash:
            section, name = "", key
        sections.setdefault(section, []).append(f"{_written_key(name)}={_written_value(entries[key])}")
    blocks = [f"[{_written_section(section)}]\n" + "\n".join(lines) + "\n" for section, lines in sections.items()]
    return "\n".join(blocks).encode()


def _section(line: str) -> str | None:
    """Return the prefix of the keys of a section; None if its name is malformed."""
    name = line[1:-1] if line.endswith("]") else ""
    if name == _GENERAL:
        return ""
    section = _key("General" if name == f"%{_GENERAL}" else name)
    return None if section is None else f"{section}/"


def _key(written: str) -> str | None:
    if _KEY.fullmatch(written) is None:
        return None
    plain = _KEY_ESCAPE.sub(lambda found: chr(int(found[1] or found[2], 16)), written.replace("\\", "/"))
    # surrogate pairs become one character
    return plain.encode("utf-16", "surrogatepass").decode("utf-16", "surrogatepass")


def _value(written: str) -> Value | None:
    """Return a value; None if it is a list, of another type, or malformed."""
    if UNDECODABLE in written:
        return None
    is_quoted = len(written) > 1 and written[0] == written[-1] == '"'
    if is_quoted:
        written = written[1:-1]
    if re.search(r'[\\"]' if is_quoted else r'[\\",;]', _ESCAPE.sub("", written)):
        return None
    try:
        value = _ESCAPE.sub(_character, written)
        value.encode()  # a lone surrogate could not be written back
        if value.startswith(_BYTES) and value.endswith(_END):
            return value[len(_BYTES) : -len(_END)].encode("latin-1")
    except (ValueError, OverflowError):
        return None
    if value.startswith("@@"):
        return value[1:]
    return None if value.startswith("@") else value


def _character(escape: re.Match[str]) -> str:
    hexadecimal, octal, letter = escape.groups()
    if letter is not None:
        return _CONTROL.get(letter, letter)
    return chr(int(hexadecimal, 16) if hexadecimal is not None else int(octal, 8))


def _written_section(section: str) -> str:
    if not section:
        return _GENERAL
    return f"%{_GENERAL}" if section == _GENERAL else _written_key(section)


def _written_key(key: str) -> str:
    return _ODD_IN_KEYS.sub(lambda found: _escaped_in_key(found[0]), key)


def _escaped_in_key(character: str) -> str:
    if character == "/":
        return "\\"
    units = character.encode("utf-16-be", "surrogatepass")
    codes = [int.from_bytes(units[at : at + 2], "big") for at in range(0, len(units), 2)]
    return "".join(f"%{code:02X}" if code <= 0xFF else f"%U{code:04X}" for code in codes)


def _written_value(value: Value) -> str:
    if isinstance(value, bytes):
        text = f"{_BYTES}{value.decode('latin-1')}{_END}"
    else:
        text = f"@{value}" if value.startswith("@") else value
    written = _ODD_IN_VALUES.sub(_escaped_in_value, text)
    return f'"{written}"' if written != written.strip(" ") or re.search('[;,="]', written) else written


def _escaped_in_value(found: re.Match[str]) -> str:
    if found[0] in '\\"':
        return f"\\{found[0]}"
    return "".join(f"\\x{ord(character):x}" for character in found[0])
