"""Print superfluous and missing files of a wheel.

    python tests/architecture/wheel_content.py klscope-0.1.0-py3-none-any.whl

A wheel has the package, its metadata, and those resources that the program opens. The pictures of README.md and the
sources of the translations (.ts, .po) are for readers of the checkout; the source distribution has them. Exits 1 if
something is wrong.
"""

import sys
import zipfile
from collections.abc import Iterable
from fnmatch import fnmatchcase
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
METADATA = "klscope-*.dist-info/*"
RESOURCES = (
    "examples/*.json",
    "fonts/*.otf",
    "fonts/LICENSE.txt",
    "icons/*.png",
    "icons/*.svg",
    "lessons/*.md",
    "translations/*.mo",
    "translations/*.qm",
)
"""Patterns in ``resources``; a star stands for folders too."""


def wanted() -> set[str]:
    """Return the names that a wheel made of this checkout must have."""
    package = [path for pattern in ("*.py", "py.typed") for path in (ROOT / "src" / "klscope").rglob(pattern)]
    resources = [path for path in (ROOT / "resources").rglob("*") if path.is_file()]
    inside = {path.relative_to(ROOT / "src").as_posix() for path in package}
    names = {path.relative_to(ROOT / "resources").as_posix() for path in resources}
    return inside | {f"klscope/resources/{name}" for name in names if matches(name, RESOURCES)}


def matches(name: str, patterns: Iterable[str]) -> bool:
    """Return whether a name matches any pattern."""
    return any(fnmatchcase(name, pattern) for pattern in patterns)


def faults(names: Iterable[str]) -> list[str]:
    """Return the faults of the names in a wheel."""
    kept = {name for name in names if not matches(name, [METADATA])}
    expected = wanted()
    return [f"{name} is read by nobody" for name in sorted(kept - expected)] + [
        f"{name} is not in the wheel" for name in sorted(expected - kept)
    ]


def main(path: str) -> int:
    """Print the faults, and return the exit status."""
    with zipfile.ZipFile(path) as wheel:
        entries = wheel.infolist()
    found = faults(entry.filename for entry in entries)
    for fault in found:
        print(fault)
    total = sum(entry.file_size for entry in entries)
    print(f"{len(entries)} files, {total:,} bytes, {Path(path).stat().st_size:,} packed")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
