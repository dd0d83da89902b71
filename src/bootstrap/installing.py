"""klscope and the packages it needs, put into an environment by pip."""

import os
import sys

from bootstrap import processes
from bootstrap.environment import OLDEST_PYTHON, Environment
from bootstrap.messages import LAST_LINES, SetUpError, indented, say
from bootstrap.pip_words import advice_on_pip, telling


def install(environment: Environment, groups: "tuple[str, ...]") -> None:
    """Put klscope, editable, and the groups' packages into the environment, at the pinned versions."""
    say("installing " + " and ".join(["klscope", *(f"its {group} tools" for group in groups)]) + "…")
    command = [environment.python, "-I", "-m", "pip", "install", "--no-user", "-c", environment.constraints]
    command += ["-e", environment.root]
    command += group_requirements(environment, groups)
    code, lines = processes.run_to_the_end(command, pip_environment(environment))
    if code != 0:
        raise SetUpError(
            "pip could not install what klscope needs. Its last words:\n"
            + indented(telling(lines))
            + "\n"
            + advice_on_pip("\n".join(lines))
        )
    # pip compiles the packages, but not what it leaves where it is: the first window should not wait for that. Where it
    # cannot be written, Python compiles in memory at each start, as it always would.
    processes.run_to_the_end(
        [environment.python, "-I", "-m", "compileall", "-q", os.path.join(environment.root, "src", "klscope")]
    )


def requirements_of(pyproject: "dict[str, object]", groups: "tuple[str, ...]") -> "list[str]":
    """The requirements of dependency groups, `include-group` followed.

    Read here rather than by ``pip install --group``, which only pip 25.1 knows: the pip that comes with Python
    3.11 or 3.12 then need not be replaced first.
    """
    table = pyproject.get("dependency-groups", {})
    assert isinstance(table, dict)
    found = []  # type: list[str]
    for group in groups:
        for entry in table[group]:
            if isinstance(entry, dict):
                found.extend(requirements_of(pyproject, (entry["include-group"],)))
            else:
                found.append(entry)
    return found


def group_requirements(environment: Environment, groups: "tuple[str, ...]") -> "list[str]":
    """As requirements_of, read by the environment's own Python: the one that runs this may know no TOML."""
    if not groups:
        return []
    if sys.version_info >= OLDEST_PYTHON:
        import tomllib  # noqa: PLC0415 -- unknown to the older Pythons this file must run on

        with open(os.path.join(environment.root, "pyproject.toml"), "rb") as file:
            return requirements_of(tomllib.load(file), groups)
    code, lines = processes.run_to_the_end(
        [
            environment.python,
            "-I",
            "-c",
            "import sys; sys.path.insert(0, sys.argv[1]); from bootstrap.environment import Environment; "
            "from bootstrap.installing import group_requirements; "
            "print(*group_requirements(Environment(sys.argv[2]), tuple(sys.argv[3:])), sep='\\n')",
            os.path.dirname(os.path.dirname(os.path.abspath(__file__))),
            environment.root,
            *groups,
        ]
    )
    if code != 0:
        raise SetUpError("the dependency groups in pyproject.toml cannot be read:\n" + indented(lines[-3:]))
    return lines


def pip_environment(environment: Environment) -> "dict[str, str]":
    """The person's own settings for pip (index, proxy, certificates), without those that lead out of .venv."""
    variables = dict(os.environ)
    for name in ("PIP_USER", "PIP_TARGET", "PIP_PREFIX", "PIP_ROOT", "PIP_QUIET", "PIP_VERBOSE", "PIP_REQUIRE_HASHES"):
        variables.pop(name, None)
    # The tools that build the editable package are pinned too: old pips heed the first, new ones the second.
    variables.setdefault("PIP_CONSTRAINT", environment.constraints)
    variables.setdefault("PIP_BUILD_CONSTRAINT", environment.constraints)
    variables["PIP_DISABLE_PIP_VERSION_CHECK"] = "1"
    variables["PIP_NO_INPUT"] = "1"
    variables["PIP_PROGRESS_BAR"] = "off"
    return variables


def packages_in(environment: Environment) -> "tuple[str, tuple[str, ...]]":
    """The environment's folder of packages, and the packages whose loss should be noticed."""
    code, lines = processes.run_to_the_end(
        [environment.python, "-I", "-c", "import sysconfig; print(sysconfig.get_path('platlib'))"]
    )
    if code != 0:
        raise SetUpError("the Python in .venv does not start:\n" + indented(lines[-LAST_LINES:]))
    folder = lines[-1]
    names = [
        name
        for name in os.listdir(folder)
        # Not what carries a version in its name (an upgrade by hand is no damage) nor what has a space in it.
        if not name.endswith((".dist-info", ".egg-info")) and "__pycache__" not in name and " " not in name
    ]
    return folder, tuple(sorted(names))
