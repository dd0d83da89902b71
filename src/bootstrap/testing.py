"""``python3 tests``: what comes before pytest."""

import os
import sys

from bootstrap import processes
from bootstrap.environment import Environment
from bootstrap.messages import say
from bootstrap.starting import EXIT_CANNOT_SET_UP, ROOT, become, prepare

ALL_AT_ONCE = ["--numprocesses=auto"]
"""What is given to pytest by someone who gives nothing: all tests, on all cores."""


def start_tests(arguments: "list[str]") -> int:
    """``python3 tests [arguments of pytest]``: from any folder, without a display unless one is asked for."""
    environment = Environment(ROOT)
    code = prepare(environment, ("test",)) or check_libraries(environment)
    if code:
        return code
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    arguments = [from_root(argument, os.getcwd()) for argument in arguments] or ALL_AT_ONCE
    os.chdir(environment.root)
    return become(environment, ["-m", "pytest", *arguments])


def check_libraries(environment: Environment) -> int:
    """Name the system's libraries and programs that the tests lack; they do not start where some would fail."""
    if not sys.platform.startswith("linux"):
        return 0
    code, lines = processes.run_to_the_end(
        [
            environment.python,
            "-I",
            "-c",
            "import sys; from klscope.system_libraries import advice_for_tests, missing_for_all_tests, "
            "missing_for_some_tests; "
            "for_all, for_some = missing_for_all_tests(), missing_for_some_tests(); "
            "lacking = for_all + for_some; "
            "lacking and print(advice_for_tests(lacking)); "
            "sys.exit(bool(for_all))",
        ]
    )
    if lines:
        say(lines[-1] + ("" if code else " (the tests that use them are skipped)"))
    return EXIT_CANNOT_SET_UP if code else 0


def from_root(argument: str, folder: str) -> str:
    """A test file named from the folder the person is in, as pytest, which runs at the root, needs it."""
    path = argument.split("::", 1)[0]
    here = os.path.join(folder, path)
    if path and not path.startswith("-") and os.path.exists(here) and not os.path.exists(os.path.join(ROOT, path)):
        return os.path.abspath(here) + argument[len(path) :]
    return argument
