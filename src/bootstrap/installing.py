"""The first start: makes the environment, and installs klscope and its packages with pip."""

import os
import shutil
import subprocess
import sys

from bootstrap.environment import Environment
from bootstrap.messages import SetUpError, say

LAST_LINES, LONGEST_LINE = 6, 240
LED_ELSEWHERE = ("PIP_USER", "PIP_TARGET", "PIP_PREFIX", "PIP_ROOT", "PIP_QUIET", "PIP_VERBOSE", "PIP_REQUIRE_HASHES")
"""Settings of pip that lead out of .venv, or hide what it says."""


def set_up(environment: Environment, groups: "tuple[str, ...]") -> None:
    """Make or complete the environment for these groups."""
    stamp = environment.read_stamp()
    if stamp is None:
        create(environment)
    else:
        groups = tuple(sorted({*groups, *stamp[1]}))
        os.unlink(environment.stamp)
    try:
        install(environment, groups)
    except SetUpError:
        if stamp is not None:  # pip downloads everything before it changes anything: the old packages are still there
            environment.write_stamp(stamp[1], stamp[2])
        raise
    environment.write_stamp(groups, environment.wanted())
    say("ready.")


def create(environment: Environment) -> None:
    """Make an empty environment in place of the old one; a link is removed, not followed."""
    try:
        import ensurepip  # noqa: F401, PLC0415 -- only asked for: Debian has it in a package of its own
        import venv  # noqa: F401, PLC0415 -- as above
    except ImportError as error:
        raise SetUpError(
            f"{sys.executable} cannot make virtual environments: its module venv or ensurepip is missing. Install it "
            "(Debian, Ubuntu: apt-get install python3-venv) and start again."
        ) from error
    say("creating .venv (once: about 100 MB to download, and a minute)…")
    if os.path.islink(environment.folder) or os.path.isfile(environment.folder):
        os.unlink(environment.folder)
    elif os.path.isdir(environment.folder):
        shutil.rmtree(environment.folder)
    code, lines = run_to_the_end([sys.executable, "-I", "-m", "venv", environment.folder])
    if code != 0:
        raise SetUpError(
            f"no virtual environment could be made in {environment.folder}:\n{last_words(lines)}\nSee that the folder "
            "can be written and the disk is not full; on Debian and Ubuntu, apt-get install python3-venv helps."
        )


def install(environment: Environment, groups: "tuple[str, ...]") -> None:
    """Install klscope, editable, and the packages of the groups, at the pinned versions."""
    import tomllib  # noqa: PLC0415 -- unknown to the older Pythons that may read this file

    say("installing " + " and ".join(["klscope", *(f"its {group} tools" for group in groups)]) + "…")
    with open(os.path.join(environment.root, "pyproject.toml"), "rb") as file:
        requirements = requirements_of(tomllib.load(file), groups)
    command = [environment.python, "-I", "-m", "pip", "install", "--no-user", "-c", environment.constraints]
    variables = {name: value for name, value in os.environ.items() if name not in LED_ELSEWHERE}
    # The build tools are pinned too: old versions of pip read the first variable, new ones the second.
    variables.setdefault("PIP_CONSTRAINT", environment.constraints)
    variables.setdefault("PIP_BUILD_CONSTRAINT", environment.constraints)
    variables.update(PIP_DISABLE_PIP_VERSION_CHECK="1", PIP_NO_INPUT="1", PIP_PROGRESS_BAR="off")
    code, lines = run_to_the_end([*command, "-e", environment.root, *requirements], variables)
    if code != 0:
        said = last_words(lines)
        raise SetUpError(f"pip could not install what klscope needs. Its last words:\n{said}\n{advice_on_pip(lines)}")
    # pip compiles packages, but not the editable project; compiling now speeds up the first start
    source = os.path.join(environment.root, "src", "klscope")
    run_to_the_end([environment.python, "-I", "-m", "compileall", "-q", source])


def requirements_of(pyproject: "dict[str, object]", groups: "tuple[str, ...]") -> "list[str]":
    """Return the requirements of dependency groups, with `include-group`.

    ``pip install --group`` needs pip 25.1, which Python 3.11 and 3.12 do not bring.
    """
    table = pyproject.get("dependency-groups", {})
    assert isinstance(table, dict)
    found = []  # type: list[str]
    for group in groups:
        for entry in table[group]:
            found += requirements_of(pyproject, (entry["include-group"],)) if isinstance(entry, dict) else [entry]
    return found


def run_to_the_end(command: "list[str]", variables: "dict[str, str] | None" = None) -> "tuple[int, list[str]]":
    """Run a command without a terminal; return its exit code and its output lines."""
    try:
        done = subprocess.run(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            env=variables,
            check=False,
        )
    except OSError as error:
        return 127, [str(error)]
    return done.returncode, [line for line in done.stdout.decode("utf-8", "replace").splitlines() if line.strip()]


def last_words(lines: "list[str]") -> str:
    """Return the lines in which another program reports an error, or its last lines, indented."""
    told = [line.strip(" │") for line in lines if "ERROR" in line or "connection broken by" in line]
    return "\n".join("    " + line[:LONGEST_LINE] for line in list(dict.fromkeys(told or lines))[-LAST_LINES:])


def advice_on_pip(lines: "list[str]") -> str:
    """Return advice on pip's failure, by its messages."""
    lowered = "\n".join(lines).lower()
    if "no space left" in lowered or "disk quota" in lowered:
        return "The disk is full: make room (about 700 MB) and start again."
    if any(word in lowered for word in ("connection", "resolution", "timed out", "ssl", "proxy", "max retries")):
        return (
            "It seems that the package index cannot be reached: check the network (behind a proxy set HTTPS_PROXY; for "
            "an index of your own: pip config set global.index-url ADDRESS) and start again."
        )
    if "no matching distribution" in lowered:
        return (
            "The package index that pip is set up for does not have it for this machine and this Python: try Python "
            "3.11, 3.12 or 3.13 on a 64-bit system, or see pip config list."
        )
    return "Put that right, or delete the folder .venv, and start again."
