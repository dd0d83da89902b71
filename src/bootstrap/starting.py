"""See that the project's own virtual environment is there, then go on in it: what every start does.

``python3 src`` and ``python3 tests`` are all the set-up there is. This package is read by whatever Python a machine
calls ``python3``, so it must parse on old ones (3.6 and newer: annotations of newer kinds are quoted), which are told
that they are too old, and needs the standard library only. On the usual path, where nothing has changed since the last
start, it imports nothing but ``os``, ``sys`` and the modules named at the top here.
"""

import os
import sys

from bootstrap.environment import OLDEST_PYTHON, Environment, dotted
from bootstrap.messages import SetUpError, say

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
EXIT_CANNOT_SET_UP = 3
EXIT_INTERRUPTED = 130


def start_program(arguments: "list[str]") -> int:
    """``python3 src [arguments of klscope]``."""
    environment = Environment(ROOT)
    return prepare(environment, ()) or become(environment, ["-m", "klscope", *arguments])


def is_too_old() -> bool:
    """Whether this Python cannot run klscope, which is said."""
    if sys.version_info >= OLDEST_PYTHON:
        return False
    say(
        f"Python {dotted(OLDEST_PYTHON)} or newer is needed, this is Python {dotted(sys.version_info[:2])}. Install it "
        "(Debian, Ubuntu: apt-get install python3 python3-venv; elsewhere: from python.org) and start again with it."
    )
    return True


def prepare(environment: Environment, groups: "tuple[str, ...]") -> int:
    """See that the environment is ready; 0, or the exit code after saying what is wrong."""
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
    """Go on as the environment's Python, which keeps terminal, signals and exit code.

    ``-P`` keeps the working folder off the module path: a numpy.py lying there is none of our business.
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
    """``python3 src/bootstrap packages``: print them in one line, for the installer of this distribution."""
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
