"""The names of files that may hold a document; imports nothing that takes time."""

from __future__ import annotations

import os

from klscope.files import picture_formats

SUFFIX = ".klscope"


def is_document_file(path: str) -> bool:
    """Return whether a path names a document, rather than a picture that carries one."""
    return os.path.splitext(path)[1].lower() == SUFFIX


def may_be_document(path: str) -> bool:
    """Return whether a path names a document or a picture, by its suffix."""
    return is_document_file(path) or picture_formats.format_of(path) is not None
