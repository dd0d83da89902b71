"""Where the files that ship with the program are found. It knows one folder, not what lies in it, and no Qt.

A wheel carries the repository's top-level ``resources`` as ``klscope/resources``; a source checkout (and an editable
install of it) has it two folders above the package. Both are real folders, for a font has to be opened by path.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parents[1]


def find_resource_root(package: Path) -> Path:
    """Return the resource folder that belongs to the ``klscope`` package at ``package``.

    Raises
    ------
    FileNotFoundError
        If there is neither a packaged folder nor a source checkout around the package.
    """
    packaged = package / "resources"
    if packaged.is_dir():
        return packaged
    checkout = package.parent.parent
    # Without the pyproject.toml, any folder that happens to lie above site-packages could pass for ours.
    if (checkout / "pyproject.toml").is_file() and (checkout / "resources").is_dir():
        return checkout / "resources"
    raise FileNotFoundError(f"klscope was installed without its resources: there is no folder {packaged}")


@cache
def _resource_root() -> Path:
    return find_resource_root(_PACKAGE)


def resource_path(*parts: str) -> Path:
    """Return the path of one resource, a file or a folder: ``resource_path("icons", "klscope.svg")``.

    Raises
    ------
    FileNotFoundError
        If there is no such resource.
    """
    path = _resource_root().joinpath(*parts)
    if not path.exists():
        raise FileNotFoundError(f"klscope has no resource {'/'.join(parts)!r} in {_resource_root()}")
    return path
