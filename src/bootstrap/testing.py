"""``python3 tests``: the preparation for pytest."""

import os
import sys

from bootstrap.environment import Environment
from bootstrap.messages import say
from bootstrap.starting import EXIT_CANNOT_SET_UP, ROOT, become, prepare

ALL_AT_ONCE = [f"--numprocesses={(os.cpu_count() or 1) + 1}"]
"""The arguments of pytest if none is given: all tests, on one process more than there are cores, since some wait."""


def start_tests(arguments: "list[str]") -> int:
    """Run ``python3 tests [arguments of pytest]``: from any folder, and without a display unless requested."""
    environment = Environment(ROOT)
    code = prepare(environment, ("test",)) or check_libraries()
    if code:
        return code
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    arguments = [from_root(argument, os.getcwd()) for argument in arguments] or ALL_AT_ONCE
    os.chdir(environment.root)
    return become(environment, ["-m", "pytest", *arguments])


def check_libraries() -> int:
    """Print the system libraries and programs that the tests need and the machine lacks; stop if tests would fail."""
    if not sys.platform.startswith("linux"):
        return 0
    from klscope.system_libraries import (  # noqa: PLC0415 -- older Pythons cannot read it
        advice_for_tests,
        missing_for_all_tests,
        missing_for_some_tests,
    )

    for_all, for_some = missing_for_all_tests(), missing_for_some_tests()
    if for_all or for_some:
        say(advice_for_tests(for_all + for_some) + ("" if for_all else " (the tests that use them are skipped)"))
    return EXIT_CANNOT_SET_UP if for_all else 0


def from_root(argument: str, folder: str) -> str:
    """Return a path relative to the root, where pytest runs, for a test file relative to the current folder."""
    path = argument.split("::", 1)[0]
    here = os.path.join(folder, path)
    if path and not path.startswith("-") and os.path.exists(here) and not os.path.exists(os.path.join(ROOT, path)):
        return os.path.abspath(here) + argument[len(path) :]
    return argument
