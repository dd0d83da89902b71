"""The paths of the files that ship with the program.

A wheel carries the repository's top-level ``resources`` as ``klscope/resources``; a source checkout (and an editable
install of it) has it two folders above the package. Both are real folders, because Qt opens a font by its path.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parents[1]


def find_resource_root(package: Path) -> Path:
    """Return the resource folder of the klscope package at ``package``; raise FileNotFoundError if there is none."""
    packaged = package / "resources"
    if packaged.is_dir():
        return packaged
    checkout = package.parent.parent
    # The check for pyproject.toml excludes an unrelated folder above site-packages.
    if (checkout / "pyproject.toml").is_file() and (checkout / "resources").is_dir():
        return checkout / "resources"
    raise FileNotFoundError(f"klscope was installed without its resources: there is no folder {packaged}")


@cache
def _resource_root() -> Path:
    return find_resource_root(_PACKAGE)


def resource_path(*parts: str) -> Path:
    """Return the path of one resource, a file or a folder: ``resource_path("icons", "klscope.svg")``.

    Raise FileNotFoundError if there is none.
    """
    path = _resource_root().joinpath(*parts)
    if not path.exists():
        raise FileNotFoundError(f"klscope has no resource {'/'.join(parts)!r} in {_resource_root()}")
    return path
