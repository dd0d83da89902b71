"""The environment made, completed or left, so that it is ready: everything that a first start does and no later one."""

import os

from bootstrap import processes
from bootstrap.creating import create, version_of
from bootstrap.environment import (
    OLDEST_PYTHON,
    UNFINISHED,
    Environment,
    Stamp,
    asking_python,
    dotted,
    is_unfinished,
    write_stamp,
)
from bootstrap.installing import install, packages_in
from bootstrap.messages import SetUpError, say


def set_up(environment: Environment, groups: "tuple[str, ...]") -> None:
    """Make the environment, complete it or leave it, so that it is ready for these groups."""
    with only_one_at_a_time(environment):
        if environment.is_ready(groups):
            return  # another start did it while this one waited
        stamp = environment.read_stamp()
        reason = must_be_made_anew(environment, stamp)
        if reason is not None:
            if reason:
                say(reason)
            create(environment)
        elif stamp is not None:
            groups = tuple(sorted(set(groups) | set(stamp.groups)))
        write_stamp(environment, UNFINISHED)
        try:
            install(environment, groups)
        except SetUpError:
            # pip fetches everything before it changes anything: what is there is what was there.
            if stamp is not None and reason is None:
                write_stamp(environment, stamp.text())
            else:
                os.unlink(environment.stamp)
            raise
        packages_folder, packages = packages_in(environment)
        made = Stamp(
            environment.folder,
            os.path.realpath(environment.python),
            asking_python(dotted(OLDEST_PYTHON)),
            groups,
            packages_folder,
            packages,
            environment.wanted(),
        )
        write_stamp(environment, made.text())
        say("ready.")


def must_be_made_anew(environment: Environment, stamp: "Stamp | None") -> "str | None":
    """Why the environment that is there is of no use, or None where pip can complete it."""
    if not os.path.lexists(environment.folder):
        return ""
    if is_unfinished(environment):
        return "the installation in .venv was interrupted: starting it anew"
    version = version_of(environment.python)
    if version is None or version < OLDEST_PYTHON:
        return ".venv is broken: making it anew"
    if stamp is not None and stamp.folder != environment.folder:
        return "this folder was moved: making .venv anew"
    asked_by = stamp.asked_by if stamp is not None else dotted(version)
    if asked_by != asking_python(asked_by):
        return f".venv was made for Python {asked_by}: making it anew for {asking_python(asked_by)}"
    if stamp is not None and not environment.is_whole(stamp):
        return "parts of .venv are gone: making it anew"
    if processes.run_to_the_end([environment.python, "-I", "-m", "pip", "--version"])[0] != 0:
        return ".venv has no pip: making it anew"
    return None


class only_one_at_a_time:  # noqa: N801 -- reads as a statement: with only_one_at_a_time(environment)
    """Two first starts at once wait for each other, where the system has such locks; nothing is left behind."""

    def __init__(self, environment: Environment) -> None:
        self.file = open(os.path.join(environment.root, "pyproject.toml"), "rb")  # noqa: SIM115 -- held until __exit__

    def __enter__(self) -> None:
        try:
            import fcntl  # noqa: PLC0415 -- unknown to Windows
        except ImportError:
            return
        try:
            fcntl.flock(self.file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            say("waiting for another klscope that is installing…")
            try:
                fcntl.flock(self.file, fcntl.LOCK_EX)
            except OSError:
                return  # a file system without locks

    def __exit__(self, *exception: object) -> None:
        self.file.close()
