"""An empty environment: which Pythons there are, what can make one with them, and making it."""

import os
import sys

from bootstrap import processes
from bootstrap.environment import OLDEST_PYTHON, Environment, dotted
from bootstrap.messages import LAST_LINES, SetUpError, indented, say

OTHER_PYTHONS = ("python3.13", "python3.12", "python3.11", "python3.14", "python3")


def create(environment: Environment) -> None:
    """Make an empty environment, by the first way that works."""
    last_words = []  # type: list[str]
    ways = ways_to_make(environment.folder)
    say("creating .venv (once, about a minute)…")
    for command in ways:
        remove(environment.folder)
        code, lines = processes.run_to_the_end(command)
        if code == 0 and version_of(environment.python) is not None:
            return
        last_words = lines[-LAST_LINES:]
    remove(environment.folder)
    raise SetUpError(
        f"no virtual environment could be made in {environment.folder}:\n{indented(last_words)}\nOn Debian and "
        "Ubuntu, apt-get install python3-venv helps; else see that the folder can be written and the disk is not full."
    )


def remove(folder: str) -> None:
    """Take an environment away, whatever state it is in; a link is cut, not followed."""
    import shutil  # noqa: PLC0415 -- only an installation needs it

    if os.path.islink(folder) or os.path.isfile(folder):
        os.unlink(folder)
    elif os.path.isdir(folder):
        shutil.rmtree(folder)


def ways_to_make(folder: str) -> "list[list[str]]":
    """Commands that make an environment here, the best first; raises SetUpError where there is none."""
    own = [sys.executable] if sys.version_info >= OLDEST_PYTHON and sys.executable else []
    if own and has_venv(own[0]):
        return [[own[0], "-I", "-m", "venv", folder]]
    pythons = usable_pythons()
    if not pythons:
        raise SetUpError(
            f"Python {dotted(OLDEST_PYTHON)} or newer is needed, this is Python {dotted(sys.version_info[:2])}, and "
            f"there is no newer one on PATH (looked for {', '.join(OTHER_PYTHONS[:-1])}). Install one (Debian, Ubuntu: "
            "apt-get install python3 python3-venv; elsewhere: from python.org) and start again with it."
        )
    ways = [[python, "-I", "-m", "venv", folder] for python in pythons if python not in own and has_venv(python)]
    uv, virtualenv = processes.on_path("uv"), processes.on_path("virtualenv")
    # Another maker with the Python that was asked for comes before another Python.
    makers = []
    if uv is not None:
        makers.append([uv, "venv", "--quiet", "--seed", "--python", pythons[0], folder])
    if virtualenv is not None:
        makers.append([virtualenv, "--quiet", "--python", pythons[0], folder])
    ways = makers + ways if own else ways + makers
    if not ways:
        raise SetUpError(
            f"{pythons[0]} cannot make virtual environments: its module venv or ensurepip is missing. Install it "
            "(Debian, Ubuntu: apt-get install python3-venv; elsewhere: uv or virtualenv) and start again."
        )
    return ways


def usable_pythons() -> "list[str]":
    """This Python if it is new enough, then the others on PATH that are."""
    pythons = [sys.executable] if sys.version_info >= OLDEST_PYTHON and sys.executable else []
    for name in OTHER_PYTHONS:
        path = processes.on_path(name)
        if path is not None and path not in pythons:
            version = version_of(path)
            if version is not None and version >= OLDEST_PYTHON:
                pythons.append(path)
    return pythons


def version_of(python: str) -> "tuple[int, int] | None":
    """Major and minor version of an interpreter that can be started, else None (a shim may lead nowhere)."""
    code, lines = processes.run_to_the_end([python, "-I", "-c", "import sys; print(*sys.version_info[:2])"])
    try:
        major, minor = (int(word) for word in lines[-1].split())
    except (IndexError, ValueError):
        return None
    return (major, minor) if code == 0 else None


def has_venv(python: str) -> bool:
    """Whether an interpreter can make environments by itself (Debian packs that apart)."""
    return processes.run_to_the_end([python, "-I", "-c", "import venv, ensurepip"])[0] == 0
