"""``python3 src/bootstrap packages``: the packages of the system that the window and the tests need."""

import sys

from bootstrap.environment import OLDEST_PYTHON, dotted
from bootstrap.messages import say
from bootstrap.starting import EXIT_CANNOT_SET_UP


def print_packages() -> int:
    """Print them in one line, for the installer of this distribution; nothing need be installed for it but Python."""
    if sys.version_info < OLDEST_PYTHON:
        say(f"Python {dotted(OLDEST_PYTHON)} or newer is needed, this is Python {dotted(sys.version_info[:2])}.")
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
