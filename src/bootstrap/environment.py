"""The state of the project's virtual environment.

What was installed is stored in ``.venv/klscope-stamp`` as text, which is compared without imports. The stamp is removed
during an installation, so an interrupted one is detected.
"""

import os
import sys

OLDEST_PYTHON = (3, 11)


class Environment:
    """The virtual environment of one checkout: its paths, and what was installed."""

    def __init__(self, root: str) -> None:
        self.root = os.path.realpath(root)
        self.folder = os.path.join(self.root, ".venv")
        self.constraints = os.path.join(self.root, ".constraints.lock")
        self.stamp = os.path.join(self.folder, "klscope-stamp")
        windows = os.name == "nt"
        self.python = os.path.join(self.folder, *(("Scripts", "python.exe") if windows else ("bin", "python")))

    def made_of(self) -> str:
        """The inputs that require a new environment: a moved folder breaks scripts, another Python the packages."""
        return f"{self.folder}, Python {dotted(sys.version_info[:2])}"

    def wanted(self) -> str:
        """The inputs that determine the installed packages."""
        with open(os.path.join(self.root, "pyproject.toml"), encoding="utf-8") as file:
            project = file.read()
        with open(self.constraints, encoding="utf-8") as file:
            return what_is_installed(project) + "\n" + file.read()

    def read_stamp(self) -> "tuple[str, tuple[str, ...], str] | None":
        """The inputs, groups and packages of the last installation; None if there is none or it was interrupted."""
        try:
            with open(self.stamp, encoding="utf-8") as file:
                made_of, groups, wanted = file.read().split("\n", 2)
        except (OSError, ValueError):
            return None
        fits = made_of == self.made_of() and os.path.exists(self.python)
        return (made_of, tuple(groups.split()), wanted) if fits else None

    def write_stamp(self, groups: "tuple[str, ...]", wanted: str) -> None:
        """Store what is installed, atomically."""
        with open(self.stamp + ".new", "w", encoding="utf-8", newline="\n") as file:
            file.write(f"{self.made_of()}\n{' '.join(groups)}\n{wanted}")
        os.replace(self.stamp + ".new", self.stamp)

    def is_ready(self, groups: "tuple[str, ...]") -> bool:
        """Whether the environment is ready for these groups."""
        stamp = self.read_stamp()
        return stamp is not None and set(groups) <= set(stamp[1]) and stamp[2] == self.wanted()


def what_is_installed(project: str) -> str:
    """The part of pyproject.toml that an installation depends on.

    Settings of linters and tests change often and install nothing. Tables are split at their headings, because parsing
    TOML takes longer than the rest of a start.
    """
    kept, keep = [], True
    for line in project.splitlines():
        if line.startswith("["):
            keep = line.startswith("[tool.hatch") or not line.startswith("[tool.")
        if keep and line.strip() and not line.startswith("#"):
            kept.append(line)
    return "\n".join(kept)


def dotted(version: "tuple[int, ...]") -> str:
    """Format a version: 3.11."""
    return ".".join(str(part) for part in version)
