"""The project's virtual environment as it is: where its parts are, what it was made of, whether it is fit for use.

What was installed is remembered in ``.venv/klscope-stamp``, word for word and not as a hash: comparing a few
kilobytes needs no import. The stamp's first line says ``unfinished`` while an installation is under way, so
that one that was interrupted is made anew and not trusted.
"""

import os
import sys

OLDEST_PYTHON = (3, 11)
UNFINISHED = "unfinished\n"


class Environment:
    """The virtual environment of one checkout: where its parts are, and whether it is fit for use."""

    def __init__(self, root: str) -> None:
        self.root = os.path.realpath(root)
        self.folder = os.path.join(self.root, ".venv")
        self.constraints = os.path.join(self.root, ".constraints.lock")
        self.stamp = os.path.join(self.folder, "klscope-stamp")
        windows = os.name == "nt"
        self.python = os.path.join(self.folder, *(("Scripts", "python.exe") if windows else ("bin", "python")))

    def wanted(self) -> str:
        """Everything that decides what is installed, as the stamp spells it."""
        with open(os.path.join(self.root, "pyproject.toml"), encoding="utf-8") as file:
            project = file.read()
        with open(self.constraints, encoding="utf-8") as file:
            return what_is_installed(project) + "\n" + file.read()

    def read_stamp(self) -> "Stamp | None":
        """What was installed last; None where there is no stamp, or one that is not whole."""
        try:
            with open(self.stamp, encoding="utf-8") as file:
                return Stamp.parse(file.read())
        except (OSError, ValueError):
            return None

    def is_whole(self, stamp: "Stamp") -> bool:
        """Whether the environment still is where and what it was when the stamp was set.

        A moved folder breaks every script in it, an upgraded system Python looks for its packages elsewhere, and
        a package that someone deleted is missed here rather than in a traceback.
        """
        if stamp.folder != self.folder or stamp.interpreter != os.path.realpath(self.python):
            return False
        try:
            present = set(os.listdir(stamp.packages_folder))
        except OSError:
            return False
        return os.path.exists(self.python) and present.issuperset(stamp.packages)

    def is_ready(self, groups: "tuple[str, ...]") -> bool:
        """Whether nothing at all is to be done before a start."""
        stamp = self.read_stamp()
        return (
            stamp is not None
            and stamp.asked_by == asking_python(stamp.asked_by)
            and set(groups) <= set(stamp.groups)
            and self.is_whole(stamp)
            and stamp.wanted == self.wanted()
        )


def what_is_installed(project: str) -> str:
    """The part of pyproject.toml that an installation depends on.

    The settings of linters and tests change often and install nothing. Cut by the tables' headings, which stand
    at the beginning of a line: to read the TOML would take longer than the rest of a start.
    """
    kept, keep = [], True
    for line in project.splitlines():
        if line.startswith("["):
            keep = line.startswith("[tool.hatch") or not line.startswith("[tool.")
        if keep and line.strip() and not line.startswith("#"):
            kept.append(line)
    return "\n".join(kept)


class Stamp:
    """What an environment was made of: four lines, the names of its packages, and the files that asked for it."""

    def __init__(
        self,
        folder: str,
        interpreter: str,
        asked_by: str,
        groups: "tuple[str, ...]",
        packages_folder: str,
        packages: "tuple[str, ...]",
        wanted: str,
    ) -> None:
        self.folder = folder
        self.interpreter = interpreter
        self.asked_by = asked_by
        self.groups = groups
        self.packages_folder = packages_folder
        self.packages = packages
        self.wanted = wanted

    def text(self) -> str:
        """The stamp as it is written down."""
        head = (
            self.folder,
            self.interpreter,
            self.asked_by,
            " ".join(self.groups),
            self.packages_folder,
            " ".join(self.packages),
        )
        return "\n".join(head) + "\n" + self.wanted

    @classmethod
    def parse(cls, text: str) -> "Stamp":
        """Read what text() wrote; raises ValueError for anything else, an unfinished installation included."""
        folder, interpreter, asked_by, groups, packages_folder, packages, wanted = text.split("\n", 6)
        return cls(
            folder, interpreter, asked_by, tuple(groups.split()), packages_folder, tuple(packages.split()), wanted
        )


def write_stamp(environment: Environment, text: str) -> None:
    """Write the stamp in one piece."""
    with open(environment.stamp + ".new", "w", encoding="utf-8", newline="\n") as file:
        file.write(text)
    os.replace(environment.stamp + ".new", environment.stamp)


def is_unfinished(environment: Environment) -> bool:
    """Whether an installation began here and never ended."""
    try:
        with open(environment.stamp, encoding="utf-8") as file:
            return file.read() == UNFINISHED
    except (OSError, ValueError):
        return False


def asking_python(otherwise: str) -> str:
    """Major and minor version of this Python, or `otherwise` where it is too old to have a say.

    ``python3.13 tests`` means Python 3.13, so an environment that another version asked for is made anew. A
    Python that cannot run klscope at all only borrows the environment that is there.
    """
    if sys.version_info < OLDEST_PYTHON:
        return otherwise
    return dotted(sys.version_info[:2])


def dotted(version: "tuple[int, ...]") -> str:
    """Spell a version: 3.11."""
    return ".".join(str(part) for part in version)
