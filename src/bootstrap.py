"""Make the project's own virtual environment once, then start the program or the tests in it.

``python3 src`` and ``python3 tests`` are all the set-up there is. This file is read by whatever Python a
machine calls ``python3``, so it must parse on old ones (3.6 and newer: annotations of newer kinds are quoted),
needs the standard library only, and on the usual path, where nothing has changed since the last start, imports
nothing but ``os`` and ``sys``: that start should cost no more than the interpreter itself.

What was installed is remembered in ``.venv/klscope-stamp``, word for word and not as a hash: comparing a few
kilobytes needs no import. The stamp's first line says ``unfinished`` while an installation is under way, so
that one that was interrupted is made anew and not trusted.
"""

import os
import sys

OLDEST_PYTHON = (3, 11)
OTHER_PYTHONS = ("python3.13", "python3.12", "python3.11", "python3.14", "python3")
EXIT_CANNOT_SET_UP = 3
EXIT_INTERRUPTED = 130
UNFINISHED = "unfinished\n"
LARGE_DOWNLOAD_MEGABYTES = 5.0
LAST_LINES_OF_PIP = 6
LONGEST_LINE_OF_PIP = 240
PIP_FRAMES = (
    "note:",
    "hint:",
    "×",
    "╰─>",
    "[",
    "exit code:",
    "error: subprocess-exited",
    "Installing build",
    "Obtaining",
)

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))


def what_is_installed(project: str) -> str:
    """The part of pyproject.toml that an installation depends on.

    The settings of linters and tests change often and install nothing. Cut by the tables' headings, which stand
    at the beginning of a line: to read the TOML would take longer than the rest of a start.
    """
    kept, keep = [], True
    for line in project.splitlines():
        if line.startswith("["):
            keep = line.startswith("[tool.hatch") or not line.startswith("[tool.")
        if keep and line.strip() and not line.startswith("#"):
            kept.append(line)
    return "\n".join(kept)


class SetUpError(Exception):
    """The environment cannot be made; the text says why and what to do."""


class Environment:
    """The virtual environment of one checkout: where its parts are, and whether it is fit for use."""

    def __init__(self, root: str) -> None:
        self.root = os.path.realpath(root)
        self.folder = os.path.join(self.root, ".venv")
        self.constraints = os.path.join(self.root, ".constraints.lock")
        self.stamp = os.path.join(self.folder, "klscope-stamp")
        windows = os.name == "nt"
        self.python = os.path.join(self.folder, *(("Scripts", "python.exe") if windows else ("bin", "python")))

    def wanted(self) -> str:
        """Everything that decides what is installed, as the stamp spells it."""
        with open(os.path.join(self.root, "pyproject.toml"), encoding="utf-8") as file:
            project = file.read()
        with open(self.constraints, encoding="utf-8") as file:
            return what_is_installed(project) + "\n" + file.read()

    def read_stamp(self) -> "Stamp | None":
        """What was installed last; None where there is no stamp, or one that is not whole."""
        try:
            with open(self.stamp, encoding="utf-8") as file:
                return Stamp.parse(file.read())
        except (OSError, ValueError):
            return None

    def is_whole(self, stamp: "Stamp") -> bool:
        """Whether the environment still is where and what it was when the stamp was set.

        A moved folder breaks every script in it, an upgraded system Python looks for its packages elsewhere, and
        a package that someone deleted is missed here rather than in a traceback.
        """
        if stamp.folder != self.folder or stamp.interpreter != os.path.realpath(self.python):
            return False
        try:
            present = set(os.listdir(stamp.packages_folder))
        except OSError:
            return False
        return os.path.exists(self.python) and present.issuperset(stamp.packages)

    def is_ready(self, groups: "tuple[str, ...]") -> bool:
        """Whether nothing at all is to be done before a start."""
        stamp = self.read_stamp()
        return (
            stamp is not None
            and stamp.asked_by == asking_python(stamp.asked_by)
            and set(groups) <= set(stamp.groups)
            and self.is_whole(stamp)
            and stamp.wanted == self.wanted()
        )


class Stamp:
    """What an environment was made of: four lines, the names of its packages, and the files that asked for it."""

    def __init__(
        self,
        folder: str,
        interpreter: str,
        asked_by: str,
        groups: "tuple[str, ...]",
        packages_folder: str,
        packages: "tuple[str, ...]",
        wanted: str,
    ) -> None:
        self.folder = folder
        self.interpreter = interpreter
        self.asked_by = asked_by
        self.groups = groups
        self.packages_folder = packages_folder
        self.packages = packages
        self.wanted = wanted

    def text(self) -> str:
        """The stamp as it is written down."""
        head = (
            self.folder,
            self.interpreter,
            self.asked_by,
            " ".join(self.groups),
            self.packages_folder,
            " ".join(self.packages),
        )
        return "\n".join(head) + "\n" + self.wanted

    @classmethod
    def parse(cls, text: str) -> "Stamp":
        """Read what text() wrote; raises ValueError for anything else, an unfinished installation included."""
        folder, interpreter, asked_by, groups, packages_folder, packages, wanted = text.split("\n", 6)
        return cls(
            folder, interpreter, asked_by, tuple(groups.split()), packages_folder, tuple(packages.split()), wanted
        )


def asking_python(otherwise: str) -> str:
    """Major and minor version of this Python, or `otherwise` where it is too old to have a say.

    ``python3.13 tests`` means Python 3.13, so an environment that another version asked for is made anew. A
    Python that cannot run klscope at all only borrows the environment that is there.
    """
    if sys.version_info < OLDEST_PYTHON:
        return otherwise
    return dotted(sys.version_info[:2])


def dotted(version: "tuple[int, ...]") -> str:
    """Spell a version: 3.11."""
    return ".".join(str(part) for part in version)


def say(text: str) -> None:
    """Tell the person on stderr: stdout belongs to the program that is started."""
    if not (sys.stderr.encoding or "").lower().startswith("utf"):
        text = text.replace("…", "...")
    sys.stderr.write("klscope: " + text + "\n")
    sys.stderr.flush()


def run_to_the_end(command: "list[str]", environment: "dict[str, str] | None" = None) -> "tuple[int, list[str]]":
    """Run a command without a terminal; its exit code and what it printed, line by line."""
    import subprocess  # noqa: PLC0415 -- only an installation needs it, and it costs as much as the whole start

    try:
        process = subprocess.Popen(
            command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, env=environment
        )
    except OSError as error:
        return 127, [str(error)]
    lines = []
    assert process.stdout is not None
    try:
        for raw in process.stdout:
            line = raw.decode("utf-8", "replace").rstrip()
            if line:
                lines.append(line)
                report_download(line)
    except BaseException:
        process.kill()
        process.wait()
        raise
    process.stdout.close()
    return process.wait(), lines


def report_download(line: str) -> None:
    """Pass on the one thing of pip's chatter that explains a wait: a large file on its way."""
    words = line.split()
    if len(words) == 4 and words[0] == "Downloading" and words[3] == "MB)":
        try:
            megabytes = float(words[2].lstrip("("))
        except ValueError:
            return
        if megabytes >= LARGE_DOWNLOAD_MEGABYTES:
            name = words[1].rsplit("/", 1)[-1].split("-", 1)[0]
            say(f"downloading {name} ({megabytes:.0f} MB)…")


def on_path(name: str) -> "str | None":
    """Where a program is, None where it is not."""
    import shutil  # noqa: PLC0415 -- as above

    return shutil.which(name)


def version_of(python: str) -> "tuple[int, int] | None":
    """Major and minor version of an interpreter that can be started, else None (a shim may lead nowhere)."""
    code, lines = run_to_the_end([python, "-I", "-c", "import sys; print(*sys.version_info[:2])"])
    try:
        major, minor = (int(word) for word in lines[-1].split())
    except (IndexError, ValueError):
        return None
    return (major, minor) if code == 0 else None


def has_venv(python: str) -> bool:
    """Whether an interpreter can make environments by itself (Debian packs that apart)."""
    return run_to_the_end([python, "-I", "-c", "import venv, ensurepip"])[0] == 0


def usable_pythons() -> "list[str]":
    """This Python if it is new enough, then the others on PATH that are."""
    pythons = [sys.executable] if sys.version_info >= OLDEST_PYTHON and sys.executable else []
    for name in OTHER_PYTHONS:
        path = on_path(name)
        if path is not None and path not in pythons:
            version = version_of(path)
            if version is not None and version >= OLDEST_PYTHON:
                pythons.append(path)
    return pythons


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
    uv, virtualenv = on_path("uv"), on_path("virtualenv")
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


def remove(folder: str) -> None:
    """Take an environment away, whatever state it is in; a link is cut, not followed."""
    import shutil  # noqa: PLC0415 -- as above

    if os.path.islink(folder) or os.path.isfile(folder):
        os.unlink(folder)
    elif os.path.isdir(folder):
        shutil.rmtree(folder)


def create(environment: Environment) -> None:
    """Make an empty environment, by the first way that works."""
    last_words = []  # type: list[str]
    ways = ways_to_make(environment.folder)
    say("creating .venv (once, about a minute)…")
    for command in ways:
        remove(environment.folder)
        code, lines = run_to_the_end(command)
        if code == 0 and version_of(environment.python) is not None:
            return
        last_words = lines[-LAST_LINES_OF_PIP:]
    remove(environment.folder)
    raise SetUpError(
        f"no virtual environment could be made in {environment.folder}:\n{indented(last_words)}\nOn Debian and "
        "Ubuntu, apt-get install python3-venv helps; else see that the folder can be written and the disk is not full."
    )


def indented(lines: "list[str]") -> str:
    """Another program's words, set apart from ours."""
    return "\n".join("    " + line for line in lines)


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
    code, lines = run_to_the_end(
        [
            environment.python,
            "-I",
            "-c",
            "import sys; sys.path.insert(0, sys.argv[1]); import bootstrap as b; "
            "print(*b.group_requirements(b.Environment(sys.argv[2]), tuple(sys.argv[3:])), sep='\\n')",
            os.path.dirname(os.path.abspath(__file__)),
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


def install(environment: Environment, groups: "tuple[str, ...]") -> None:
    """Put klscope, editable, and the groups' packages into the environment, at the pinned versions."""
    say("installing " + " and ".join(["klscope", *(f"its {group} tools" for group in groups)]) + "…")
    command = [environment.python, "-I", "-m", "pip", "install", "--no-user", "-c", environment.constraints]
    command += ["-e", environment.root]
    command += group_requirements(environment, groups)
    code, lines = run_to_the_end(command, pip_environment(environment))
    if code != 0:
        raise SetUpError(
            "pip could not install what klscope needs. Its last words:\n"
            + indented(telling(lines))
            + "\n"
            + advice_on_pip("\n".join(lines))
        )


def telling(lines: "list[str]") -> "list[str]":
    """The last of pip's lines that say something of their own: half of what it prints is frames and notes.

    A connection that failed comes first: pip mentions it early on, and ends with guesses about versions.
    """
    kept = []  # type: list[str]
    broken = ""
    for line in lines:
        text = line.strip(" │")
        if "connection broken by" in text:
            broken = text.split("connection broken by", 1)[1].strip()[:LONGEST_LINE_OF_PIP]
        elif text and not text.startswith(PIP_FRAMES) and text not in kept:
            kept.append(text if len(text) <= LONGEST_LINE_OF_PIP else text[:LONGEST_LINE_OF_PIP] + "…")
    return [broken, kept[-1]] if broken and kept else kept[-LAST_LINES_OF_PIP:]


def advice_on_pip(output: str) -> str:
    """What to do about pip's failure, as far as its words tell."""
    lowered = output.lower()
    if "no module named pip" in lowered:
        return "Delete the folder .venv and start again."
    if "no space left" in lowered or "disk quota" in lowered:
        return "The disk is full: make room (about 700 MB) and start again."
    unreachable = ("connection", "resolution", "timed out", "ssl", "proxy", "network", "max retries")
    if any(word in lowered for word in unreachable):
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


def packages_in(environment: Environment) -> "tuple[str, tuple[str, ...]]":
    """The environment's folder of packages, and the packages whose loss should be noticed."""
    code, lines = run_to_the_end(
        [environment.python, "-I", "-c", "import sysconfig; print(sysconfig.get_path('platlib'))"]
    )
    if code != 0:
        raise SetUpError("the Python in .venv does not start:\n" + indented(lines[-LAST_LINES_OF_PIP:]))
    folder = lines[-1]
    names = [
        name
        for name in os.listdir(folder)
        # Not what carries a version in its name (an upgrade by hand is no damage) nor what has a space in it.
        if not name.endswith((".dist-info", ".egg-info")) and "__pycache__" not in name and " " not in name
    ]
    return folder, tuple(sorted(names))


def write_stamp(environment: Environment, text: str) -> None:
    """Write the stamp in one piece."""
    with open(environment.stamp + ".new", "w", encoding="utf-8", newline="\n") as file:
        file.write(text)
    os.replace(environment.stamp + ".new", environment.stamp)


def is_unfinished(environment: Environment) -> bool:
    """Whether an installation began here and never ended."""
    try:
        with open(environment.stamp, encoding="utf-8") as file:
            return file.read() == UNFINISHED
    except (OSError, ValueError):
        return False


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
    if run_to_the_end([environment.python, "-I", "-m", "pip", "--version"])[0] != 0:
        return ".venv has no pip: making it anew"
    return None


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


def prepare(environment: Environment, groups: "tuple[str, ...]") -> int:
    """See that the environment is ready; 0, or the exit code after saying what is wrong."""
    try:
        if not environment.is_ready(groups):
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
    sys.stdout.flush()
    sys.stderr.flush()
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


def start_program(arguments: "list[str]") -> int:
    """``python3 src [arguments of klscope]``."""
    environment = Environment(ROOT)
    return prepare(environment, ()) or become(environment, ["-m", "klscope", *arguments])


def start_tests(arguments: "list[str]") -> int:
    """``python3 tests [arguments of pytest]``: from any folder, without a display unless one is asked for."""
    environment = Environment(ROOT)
    code = prepare(environment, ("test",)) or check_libraries(environment)
    if code:
        return code
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    arguments = [from_root(argument, os.getcwd()) for argument in arguments]
    os.chdir(environment.root)
    return become(environment, ["-m", "pytest", *arguments])


def check_libraries(environment: Environment) -> int:
    """Name the system libraries that the tests would fail for, before pytest shows it as a traceback."""
    if not sys.platform.startswith("linux"):
        return 0
    code, lines = run_to_the_end(
        [
            environment.python,
            "-I",
            "-c",
            "import sys; from klscope.system_libraries import install_advice, missing_libraries; "
            "missing = missing_libraries(for_window=False); "
            "missing and sys.exit(install_advice(missing))",
        ]
    )
    if code:
        say(" ".join(lines[-1:]))
        return EXIT_CANNOT_SET_UP
    return 0


def from_root(argument: str, folder: str) -> str:
    """A test file named from the folder the person is in, as pytest, which runs at the root, needs it."""
    path = argument.split("::", 1)[0]
    here = os.path.join(folder, path)
    if path and not path.startswith("-") and os.path.exists(here) and not os.path.exists(os.path.join(ROOT, path)):
        return os.path.abspath(here) + argument[len(path) :]
    return argument


def main(groups: "list[str]") -> int:
    """``python3 src/bootstrap.py [dependency group…]``: make the environment and start nothing."""
    return prepare(Environment(ROOT), tuple(groups))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
