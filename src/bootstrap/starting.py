"""Every start: makes the project's virtual environment if necessary, then runs klscope in it.

``python3 src`` and ``python3 tests`` need no other set-up. Any ``python3`` of a machine runs this package, so it must
parse on Python 3.6 and newer (newer annotations are quoted), where it prints that Python is too old, and needs the
standard library only. If nothing has changed since the last start, it imports nothing but ``os``, ``sys`` and the
modules named at the top here.
"""

import os
import sys

from bootstrap.environment import OLDEST_PYTHON, Environment, dotted
from bootstrap.messages import SetUpError, say

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
EXIT_CANNOT_SET_UP = 3
EXIT_INTERRUPTED = 130


def start_program(arguments: "list[str]") -> int:
    """Run ``python3 src [arguments of klscope]``."""
    environment = Environment(ROOT)
    return prepare(environment, ()) or become(environment, ["-m", "klscope", *arguments])


def is_too_old() -> bool:
    """Return whether this Python cannot run klscope, after a message."""
    if sys.version_info >= OLDEST_PYTHON:
        return False
    say(
        f"Python {dotted(OLDEST_PYTHON)} or newer is needed, this is Python {dotted(sys.version_info[:2])}. Install it "
        "(Debian, Ubuntu: apt-get install python3 python3-venv; elsewhere: from python.org) and start again with it."
    )
    return True


def prepare(environment: Environment, groups: "tuple[str, ...]") -> int:
    """Make the environment ready; return 0, or an exit code after a message."""
    if is_too_old():
        return EXIT_CANNOT_SET_UP
    try:
        if not environment.is_ready(groups):
            from bootstrap.installing import set_up  # noqa: PLC0415 -- few starts need it, and it costs as much as they

            set_up(environment, groups)
    except SetUpError as error:
        say(str(error))
        return EXIT_CANNOT_SET_UP
    except OSError as error:
        say(
            f"cannot set up {environment.folder}: {error}. See that the folder can be written and the disk is not full."
        )
        return EXIT_CANNOT_SET_UP
    except KeyboardInterrupt:
        say("stopped; the next start begins the installation anew.")
        return EXIT_INTERRUPTED
    return 0


def become(environment: Environment, arguments: "list[str]") -> int:
    """Replace this process by the environment's Python, which keeps terminal, signals and exit code.

    ``-P`` keeps the working folder off the module path, where a numpy.py may lie.
    """
    command = [environment.python, "-P", *arguments]
    if os.name == "posix":
        try:
            os.execv(environment.python, command)
        except OSError as error:
            say(f"{environment.python} does not start: {error}. Delete the folder .venv and start again.")
            return EXIT_CANNOT_SET_UP
    import subprocess  # noqa: PLC0415 -- os.execv on Windows returns to the prompt at once, so a child it is

    try:
        return subprocess.call(command)
    except KeyboardInterrupt:
        return EXIT_INTERRUPTED


def print_packages() -> int:
    """Run ``python3 src/bootstrap packages``: print the packages in one line, for the system's installer."""
    if is_too_old():
        return EXIT_CANNOT_SET_UP
    from klscope.system_libraries import packages  # noqa: PLC0415 -- older Pythons cannot read it

    names = packages()
    if not names:
        say(
            "the packages of this system are not known here: src/klscope/system_libraries.py has those of Debian, "
            "Fedora and Arch, and what each of them brings."
        )
        return EXIT_CANNOT_SET_UP
    print(" ".join(names))
    return 0
