"""Why the system refuses a file: it tells so in English, whoever asks, Python or Qt."""

from __future__ import annotations

from klscope.wording import marked, said

REASONS = (
    marked("No such file or directory"),
    marked("Permission denied"),
    marked("Operation not permitted"),
    marked("Is a directory"),
    marked("Not a directory"),
    marked("Filename refers to a directory"),
    marked("No space left on device"),
    marked("Read-only file system"),
    marked("File name too long"),
    marked("Too many open files"),
    marked("Input/output error"),
    marked("Unknown error"),
    marked("embedded null byte"),
)
"""Those that are met with; another is said as it comes."""


def reason(told: str) -> str:
    """Return what the system told, in the language in force."""
    return said(told)


def reason_of(error: OSError) -> str:
    """Return why a file was refused, in the language in force."""
    return reason(error.strerror or str(error))
