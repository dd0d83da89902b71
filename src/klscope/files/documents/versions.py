"""The versions of the format of documents: a file of an older one is changed into the present one when it is read."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from klscope.files.documents.fields import Field
from klscope.files.regular_files import FileError
from klscope.wording import gettext

FORMAT = "klscope document"
VERSION = 1


class NewerVersionError(FileError):
    """A document of a newer version of the format, which this program cannot read."""


MIGRATIONS: dict[int, Callable[[dict[str, Any]], dict[str, Any]]] = {}
"""For each older version, a function from its JSON object to that of the next version."""


def as_present_version(value: Any, name: str) -> dict[str, Any]:
    """Return the content of a document in the present version, without its format and version.

    Raises
    ------
    FileError
        It is no document, or one of a newer version.
    """
    whole = Field(value, name)
    found = value.get("format") if isinstance(value, dict) else None
    if not isinstance(found, str) or found != FORMAT:
        raise whole.error(gettext("it is not a klscope document"))
    version = value.get("version")
    if type(version) is not int or version < 1:
        raise whole.error(gettext("its version is not a whole number of 1 or more"))
    if version > VERSION:
        raise NewerVersionError(
            name,
            gettext("it was written by a newer klscope (version {version} of the format)", version=version),
            gettext("install a newer klscope; this one reads up to version {version}", version=VERSION),
        )
    content = {key: one for key, one in value.items() if key not in ("format", "version")}
    for older in range(version, VERSION):
        content = MIGRATIONS[older](content)
    return content
