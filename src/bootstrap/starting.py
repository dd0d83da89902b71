"""See that the project's own virtual environment is there, then go on in it: what every start does.

``python3 src`` and ``python3 tests`` are all the set-up there is. This package is read by whatever Python a machine
calls ``python3``, so it must parse on old ones (3.6 and newer: annotations of newer kinds are quoted), and needs the
standard library only. On the usual path, where nothing has changed since the last start, it imports nothing but
``os``, ``sys`` and the modules named at the top here: that start should cost no more than the interpreter itself.
"""

import os

from bootstrap.environment import Environment
from bootstrap.messages import SetUpError, say

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
EXIT_CANNOT_SET_UP = 3
EXIT_INTERRUPTED = 130


def start_program(arguments: "list[str]") -> int:
    """``python3 src [arguments of klscope]``."""
    environment = Environment(ROOT)
    return prepare(environment, ()) or become(environment, ["-m", "klscope", *arguments])


def prepare(environment: Environment, groups: "tuple[str, ...]") -> int:
    """See that the environment is ready; 0, or the exit code after saying what is wrong."""
    try:
        if not environment.is_ready(groups):
            from bootstrap.set_up import set_up  # noqa: PLC0415 -- few starts need it, and it costs as much as they do

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
