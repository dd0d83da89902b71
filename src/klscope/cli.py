"""The command line: the window, and measure, export and doctor without one.

Nothing heavy is imported here. Each command loads, by name, what it needs when it runs: ``measure`` starts without
Qt, and a library that is missing is named in a sentence before Qt can abort over it.

Exit codes: 0 done; 2 wrong input, said in one line on stderr; 3 this machine lacks something, said likewise.
"""

import argparse
import csv
import difflib
import importlib
import json
import math
import os
import sys
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NoReturn

from klscope.files.weights_text import WeightError, parse_weights, quoted
from klscope.system_libraries import install_advice, library_in, missing_libraries

EXIT_USAGE = 2
EXIT_CANNOT_RUN = 3
EXIT_BROKEN_PIPE = 1
EXIT_INTERRUPTED = 130

COMMANDS = ("measure", "export", "doctor")
WINDOW_THEMES = ("light", "dark", "system")
PICTURE_THEMES = ("light", "dark")
UNITS = ("bit", "nat", "hartley")
PICTURES = ("figure", "window", "p", "q", "terms")
SCALES = ("1", "2", "4")
BACKGROUNDS = ("white", "theme", "transparent")
PICTURE_SUFFIXES = (".png",)

WITH_A_UNIT = (
    "entropy_p",
    "entropy_q",
    "cross_entropy",
    "reverse_cross_entropy",
    "kl_divergence",
    "reverse_kl_divergence",
    "jensen_shannon_divergence",
)
WITHOUT_UNIT = ("total_variation_distance", "hellinger_distance", "perplexity_p", "cross_perplexity")
TERMS = ("entropy_terms", "cross_entropy_terms", "kl_terms")

WEIGHTS_HELP = """\
Weights are parted by commas: 0.5, 1/4, 25%, 2e-4; they are divided by their sum, so counts will do.
"""

WINDOW_EPILOG = f"""\
{WEIGHTS_HELP}
commands (klscope COMMAND --help tells more):
  measure   print entropy, cross-entropy, divergences and their terms
  export    write a picture; needs no display
  doctor    show what klscope finds on this machine and what it lacks

examples:
  klscope
  klscope --example weather --theme dark
  klscope --p 1/2,1/4,1/8,1/8 --q 1/8,1/2,1/4,1/8 --labels sunny,cloudy,rain,snow
  klscope measure --p 0.5,0.5 --q 90%,10%
"""

MEASURE_EPILOG = f"""\
{WEIGHTS_HELP}
examples:
  klscope measure --example weather
  klscope measure --p 0.5,1/4,25% --q 1,1,2 --labels a,b,c
  klscope measure --p 10,20,30 --q 1,1,1 --unit nat --json
"""

EXPORT_EPILOG = f"""\
{WEIGHTS_HELP}
examples:
  klscope export weather.png --example weather
  klscope export slide.png --p 0.5,0.5 --q 90%,10% --scale 4 --background transparent
  klscope export terms.png --example weather --what terms --unit nat --theme dark
"""


class UsageError(Exception):
    """What was typed cannot be done; the text says what, where, and what to do."""


class CannotRunError(Exception):
    """This machine lacks something; the text says what, and what to do."""


class _Parser(argparse.ArgumentParser):
    """A parser that takes no abbreviations and leaves it to the caller to say what is wrong."""

    def __init__(self, program: str, description: str, epilog: str) -> None:
        super().__init__(
            prog=program,
            description=description,
            epilog=epilog,
            formatter_class=argparse.RawDescriptionHelpFormatter,
            allow_abbrev=False,
        )

    def value(self, option: str, help_text: str, metavar: str) -> None:
        """Add an option that takes one value, and may be given once."""
        self.add_argument(option, action=_Once, metavar=metavar, help=help_text)

    def choice(self, option: str, help_text: str, choices: Sequence[str]) -> None:
        """Add an option that takes one of some values; which, is checked by _chosen."""
        self.value(option, help_text, "|".join(choices))

    def error(self, message: str) -> NoReturn:
        """Raise what argparse would print, in our words."""
        subject, _, complaint = message.removeprefix("argument ").partition(": ")
        if complaint == "expected one argument":
            raise UsageError(f"{subject}: a value is missing; write {subject} VALUE (see {self.prog} --help)")
        raise UsageError(f"{message.removeprefix('argument ')} (see {self.prog} --help)")

    def read(self, words: Sequence[str]) -> argparse.Namespace:
        """Parse, and refuse what is left over."""
        arguments, unknown = self.parse_known_args(self._with_values(words))
        if unknown:
            word = unknown[0]
            name = word.partition("=")[0]
            known = self._option_string_actions if word.startswith("-") else COMMANDS
            kind = "option" if word.startswith("-") else "command"
            near = difflib.get_close_matches(name, list(known), n=1)
            if not near and word.startswith("-"):
                near = [option for option in known if option == "-" + name]
            hint = f"did you mean {near[0]}?" if near else f"see {self.prog} --help"
            where = "" if self.prog == "klscope" else f" of {self.prog}"
            if name in COMMANDS:
                raise UsageError(f"the command {name} must come first: klscope {name} …")
            if kind == "command" and where:
                raise UsageError(f"{quoted(word)} is one word too many for {self.prog}; see {self.prog} --help")
            raise UsageError(f"there is no {kind} {quoted(name)}{where}; {hint}")
        return arguments

    def _with_values(self, words: Sequence[str]) -> list[str]:
        """Tie a value that begins with a minus sign to its option: argparse takes ``--p -1,2`` for two options."""
        tied: list[str] = []
        waiting = False
        for word in words:
            if waiting and word.startswith("-") and not word.startswith("--"):
                tied[-1] += f"={word}"
                waiting = False
                continue
            tied.append(word)
            action = self._option_string_actions.get(word)
            waiting = isinstance(action, _Once) and word.startswith("--")
        return tied


class _Once(argparse.Action):
    """Store a value; a second one is a mistake and not a correction."""

    def __call__(
        self,
        _parser: argparse.ArgumentParser,
        namespace: argparse.Namespace,
        values: Any,
        option_string: str | None = None,
    ) -> None:
        if getattr(namespace, self.dest) is not None:
            raise UsageError(f"{option_string} is given twice; give it once")
        setattr(namespace, self.dest, values)


def _add_distributions(parser: _Parser) -> None:
    parser.value("--example", "a pair of distributions that comes with klscope", "NAME")
    parser.value("--p", "weights of P: what happens", "WEIGHTS")
    parser.value("--q", "weights of Q: what the model believes", "WEIGHTS")
    parser.value("--labels", "names of the categories, parted by commas", "NAMES")


def _window_parser() -> _Parser:
    parser = _Parser(
        "klscope",
        "Feel entropy, cross-entropy and Kullback-Leibler divergence: drag P and Q, and watch every term.",
        WINDOW_EPILOG,
    )
    parser.add_argument("--version", action="store_true", help="print the version and end")
    _add_distributions(parser)
    parser.choice("--theme", "colours of the window (as it was last time)", WINDOW_THEMES)
    return parser


def _measure_parser() -> _Parser:
    parser = _Parser("klscope measure", "Print entropy, cross-entropy, divergences and their terms.", MEASURE_EPILOG)
    _add_distributions(parser)
    parser.choice("--unit", "unit of information (bit)", UNITS)
    parser.add_argument("--json", action="store_true", help='print JSON with all digits; infinity is "inf"')
    return parser


def _export_parser() -> _Parser:
    parser = _Parser("klscope export", "Write a picture of two distributions; needs no display.", EXPORT_EPILOG)
    parser.add_argument("output", metavar="OUT.png", nargs="?", help="the file to write")
    _add_distributions(parser)
    parser.choice("--what", "what to draw (figure)", PICTURES)
    parser.choice("--scale", "pixels per point (1)", SCALES)
    parser.choice("--theme", "colours (light)", PICTURE_THEMES)
    parser.choice("--background", "what is behind (white)", BACKGROUNDS)
    parser.choice("--unit", "unit of information (bit)", UNITS)
    return parser


def _doctor_parser() -> _Parser:
    return _Parser("klscope doctor", "Show what klscope finds on this machine and what it lacks.", "")


def main(argv: Sequence[str] | None = None) -> int:
    """Run klscope with these words, the process's own by default, and return its exit code."""
    words = list(sys.argv[1:] if argv is None else argv)
    try:
        code = _run(words)
    except UsageError as error:
        return _complain(str(error), EXIT_USAGE)
    except CannotRunError as error:
        return _complain(str(error), EXIT_CANNOT_RUN)
    except BrokenPipeError:  # the reader has seen enough: klscope measure … | head
        return EXIT_BROKEN_PIPE
    except KeyboardInterrupt:
        return EXIT_INTERRUPTED
    except SystemExit as end:  # argparse after --help
        return end.code if isinstance(end.code, int) else 0
    return code


def _run(words: list[str]) -> int:
    command = words[0] if words and words[0] in COMMANDS else ""
    if command == "measure":
        return _measure(_measure_parser().read(words[1:]))
    if command == "export":
        return _export(_export_parser().read(words[1:]))
    if command == "doctor":
        _doctor_parser().read(words[1:])
        code: int = _load("klscope.doctor", "run")(_write)
        return code
    arguments = _window_parser().read(words)
    if arguments.version:
        _write(f"klscope {_load('importlib.metadata', 'version')('klscope')}")
        return 0
    return _window(arguments)


def _write(text: str) -> None:
    """Write a line on stdout at once; what its encoding lacks is escaped."""
    encoding = sys.stdout.encoding or "utf-8"
    try:
        print(text.encode(encoding, "backslashreplace").decode(encoding), flush=True)
    except OSError as error:
        # What is left in the buffer goes nowhere, or Python would complain once more at its end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        if isinstance(error, BrokenPipeError):
            raise
        raise CannotRunError(f"the output cannot be written: {error.strerror}") from error


def _complain(message: str, code: int) -> int:
    """Say in one line on stderr what is wrong."""
    printable = "".join(c if c.isprintable() else c.encode("unicode_escape").decode("ascii") for c in message)
    print(f"klscope: {printable}", file=sys.stderr)
    return code


def _window(arguments: argparse.Namespace) -> int:
    arguments.theme = _chosen("--theme", arguments.theme, WINDOW_THEMES, None)
    _read_distributions(arguments, fewest=2)
    system = _load("klscope.doctor", "window_system")()
    if system.obstacle is not None:
        raise CannotRunError(f"{system.obstacle}; a picture needs no window: klscope export OUT.png --example weather")
    if system.platform:
        os.environ["QT_QPA_PLATFORM"] = system.platform
    code: int = _load("klscope.window_command", "run")(arguments)
    return code


def _export(arguments: argparse.Namespace) -> int:
    arguments.what = _chosen("--what", arguments.what, PICTURES, "figure")
    arguments.scale = int(_chosen("--scale", arguments.scale, SCALES, "1") or 1)
    arguments.theme = _chosen("--theme", arguments.theme, PICTURE_THEMES, "light")
    arguments.background = _chosen("--background", arguments.background, BACKGROUNDS, "white")
    arguments.unit = _unit(arguments.unit)
    _read_distributions(arguments, fewest=2)
    if arguments.example is None and arguments.p_weights is None:
        raise UsageError("nothing to draw: give --example NAME, or --p WEIGHTS and --q WEIGHTS")
    _check_output(arguments.output)
    missing = missing_libraries(for_window=False)
    if missing:
        raise CannotRunError(install_advice(missing))
    # Also where something else is set: what that needs, a picture does not, and Qt would abort for want of it.
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    code: int = _load("klscope.export_command", "run")(arguments)
    return code


def _check_output(output: str | None) -> None:
    """Refuse a file that cannot become a picture before anything is drawn."""
    if output is None:
        raise UsageError("the file to write is missing: klscope export OUT.png …")
    suffix = os.path.splitext(output)[1]
    if suffix.lower() not in PICTURE_SUFFIXES:
        raise UsageError(f"{quoted(output)}: a picture's name ends in {' or '.join(PICTURE_SUFFIXES)}")
    folder = os.path.dirname(output) or "."
    if not os.path.isdir(folder):
        raise UsageError(f"{quoted(output)}: there is no folder {quoted(folder)}; make it first")
    if os.path.isdir(output):
        raise UsageError(f"{quoted(output)} is a folder; name a file")


def _measure(arguments: argparse.Namespace) -> int:
    arguments.unit = _unit(arguments.unit)
    _read_distributions(arguments, fewest=1)
    if arguments.example is not None:
        comparison = _example(arguments.example).comparison
        labels, p, q = comparison.labels, comparison.p.probabilities, comparison.q.probabilities
    elif arguments.p_weights is not None:
        normalised = _load("klscope.theory.distribution", "normalised")
        default_labels = _load("klscope.model.comparison", "default_labels")
        labels = arguments.label_list or default_labels(len(arguments.p_weights))
        p, q = normalised(arguments.p_weights), normalised(arguments.q_weights)
        _refuse_lost("--p", arguments.p_weights, p)
        _refuse_lost("--q", arguments.q_weights, q)
    else:
        raise UsageError("nothing to measure: give --example NAME, or --p WEIGHTS and --q WEIGHTS")
    values = _measured(p, q, arguments.unit)
    record: dict[str, Any] = {
        "unit": arguments.unit.singular,
        "labels": list(labels),
        "p": [float(value) for value in p],
        "q": [float(value) for value in q],
        **values,
    }
    if arguments.json:
        _write(_as_json(record))
    else:
        _write("\n".join(_as_text(record, arguments.unit.label)))
    return 0


def _measured(p: Any, q: Any, unit: Any) -> dict[str, Any]:
    """All measures under their names, those that have a unit in this one."""
    measures = _load("klscope.theory.measures", "measure")(p, q)
    # Adding 0.0 turns the −0 of a certain event into 0.
    values: dict[str, Any] = {name: float(unit.from_nats(getattr(measures, name))) + 0.0 for name in WITH_A_UNIT}
    values |= {name: float(getattr(measures, name)) + 0.0 for name in WITHOUT_UNIT}
    for name in TERMS:
        values[name] = [float(unit.from_nats(float(term))) + 0.0 for term in getattr(measures, name)]
    return values


def _without_infinity(record: Mapping[str, Any]) -> dict[str, Any]:
    """The record with infinity as the text "inf": JSON has no number for it."""

    def spelled(value: Any) -> Any:
        if isinstance(value, list):
            return [spelled(entry) for entry in value]
        return "inf" if isinstance(value, float) and math.isinf(value) else value

    return {key: spelled(value) for key, value in record.items()}


def _as_json(record: Mapping[str, Any]) -> str:
    """The record as JSON, a line for each key: a list stays together, however long."""
    # What a terminal of one byte a character cannot show, JSON can escape.
    narrow = not (sys.stdout.encoding or "").lower().startswith("utf")
    entries = (
        f"  {json.dumps(key)}: {json.dumps(value, ensure_ascii=narrow, allow_nan=False)}"
        for key, value in _without_infinity(record).items()
    )
    return "{\n" + ",\n".join(entries) + "\n}"


def _as_text(record: Mapping[str, Any], unit: str) -> Iterable[str]:
    """The record for reading: one measure a line, then one category a line, its name last as it may be wide."""
    width = max(len(name) for name in WITH_A_UNIT + WITHOUT_UNIT) + 2
    for name in WITH_A_UNIT:
        yield f"{name:<{width}}{record[name]!r} {unit}"
    for name in WITHOUT_UNIT:
        yield f"{name:<{width}}{record[name]!r}"
    yield ""
    columns = ("p", "q", *TERMS)
    rows = [columns, *zip(*([repr(value) for value in record[name]] for name in columns), strict=True)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(columns))]
    for row, label in zip(rows, ("label", *record["labels"]), strict=True):
        yield "  ".join([*(cell.ljust(size) for cell, size in zip(row, widths, strict=True)), label])


def _refuse_lost(option: str, weights: Sequence[float], probabilities: Sequence[float]) -> None:
    """Refuse a positive weight that became 0 beside far larger ones: it would change what is infinite."""
    for position, (weight, probability) in enumerate(zip(weights, probabilities, strict=True), start=1):
        if weight > 0.0 and probability == 0.0:
            raise UsageError(
                f"{option}: entry {position}: {weight!r} would become 0 beside the largest weight, {max(weights)!r}; "
                "write 0 if that is meant"
            )


def _read_distributions(arguments: argparse.Namespace, fewest: int) -> None:
    """Check --example, --p, --q and --labels together; set p_weights, q_weights and label_list, None where absent."""
    arguments.p_weights = arguments.q_weights = arguments.label_list = None
    given = [option for option in ("--p", "--q", "--labels") if getattr(arguments, option[2:]) is not None]
    if arguments.example is not None:
        if given:
            raise UsageError(f"--example and {given[0]} exclude each other; give one of them")
        _check_example(arguments.example)
        return
    if not given:
        return
    for option, other in (("--p", "--q"), ("--q", "--p")):
        if option not in given:
            raise UsageError(f"{option} is missing: {given[0]} needs {option} WEIGHTS{_and(other, given)}")
    p, q = _weights("--p", arguments.p), _weights("--q", arguments.q)
    if len(p) != len(q):
        raise UsageError(f"--p has {_counted(p)} and --q has {len(q)}; give both one for each category")
    if len(p) < fewest:
        raise UsageError(f"--p: there is {_counted(p)}; give at least {fewest}, one for each category")
    arguments.p_weights, arguments.q_weights = p, q
    if arguments.labels is not None:
        arguments.label_list = _labels(arguments.labels, len(p))


def _and(option: str, given: Sequence[str]) -> str:
    return "" if option in given else f" and {option} WEIGHTS"


def _counted(weights: Sequence[float]) -> str:
    return "1 weight" if len(weights) == 1 else f"{len(weights)} weights"


def _weights(option: str, text: str) -> list[float]:
    try:
        weights = parse_weights(text)
    except WeightError as error:
        raise UsageError(f"{option}: {error}") from None
    if not any(weights):
        raise UsageError(f"{option}: all weights are 0; make at least one of them positive")
    return weights


def _labels(text: str, n: int) -> list[str]:
    """Read the names of the categories; a name with a comma in it stands in double quotes."""
    for position, name in enumerate(text.split(","), start=1):
        if any(ord(c) < 32 or 0x7F <= ord(c) < 0xA0 or 0xD800 <= ord(c) < 0xE000 for c in name):
            raise UsageError(
                f"--labels: name {position}, {quoted(name)}, has a character that cannot be shown; remove it"
            )
    try:
        rows = list(csv.reader([text], skipinitialspace=True, strict=True))
    except csv.Error:
        raise UsageError(
            f'--labels: {quoted(text)} has a quotation mark out of place; put a name with a comma as "a, b"'
        ) from None
    labels = [label.strip() for label in rows[0]] if rows else []
    seen: dict[str, int] = {}
    for position, label in enumerate(labels, start=1):
        if not label:
            raise UsageError(f"--labels: name {position} is empty; give each category a name")
        if label in seen:
            raise UsageError(
                f"--labels: name {position}, {quoted(label)}, is the same as name {seen[label]}; make them differ"
            )
        seen[label] = position
    if len(labels) != n:
        names = "1 name" if len(labels) == 1 else f"{len(labels)} names"
        raise UsageError(f"--labels has {names} for {n} weights; give one for each category")
    return labels


def _chosen(option: str, value: str | None, choices: Sequence[str], default: str | None) -> str | None:
    """The value of an option that takes one of a few, or its default."""
    if value is None:
        return default
    if value not in choices:
        raise UsageError(
            f"{option}: {quoted(value)} is not one of {', '.join(choices)}{_nearest(value, choices).removesuffix('.')}"
        )
    return value


def _nearest(word: str, choices: Iterable[str]) -> str:
    near = difflib.get_close_matches(word, list(choices), n=1)
    return f"; did you mean {near[0]}?" if near else "."


def _unit(text: str | None) -> Any:
    """The unit called so, bits by default."""
    try:
        return _load("klscope.theory.units", "parse_unit")(UNITS[0] if text is None else text)
    except ValueError:
        raise UsageError(f"--unit: {quoted(str(text))} is not one of {', '.join(UNITS)}") from None


def _check_example(name: str) -> None:
    known = _example_names()
    if name not in known:
        raise UsageError(
            f"--example: there is no example {quoted(name)}{_nearest(name, known)} The examples are {', '.join(known)}"
        )


def _example_names() -> tuple[str, ...]:
    try:
        names: tuple[str, ...] = _load("klscope.files.examples", "names")()
    except (OSError, ValueError) as error:
        raise CannotRunError(f"the examples cannot be read: {error}; install klscope again") from error
    return names


def _example(name: str) -> Any:
    try:
        return _load("klscope.files.examples", "load")(name)
    except (OSError, ValueError) as error:
        raise CannotRunError(f"the example {name} cannot be read: {error}; install klscope again") from error


def _load(module: str, name: str) -> Any:
    """Load a part of klscope; what it stands on may be missing, and that takes a sentence and no traceback."""
    try:
        return getattr(importlib.import_module(module), name)
    except ImportError as error:
        library = library_in(str(error))
        if library is not None:
            raise CannotRunError(install_advice([library])) from error
        package = (error.name or "").partition(".")[0]
        if package in ("", "klscope"):
            raise
        if isinstance(error, ModuleNotFoundError):
            raise CannotRunError(
                f"{package} is not installed for {sys.executable}: start klscope with python3 src, which installs it"
            ) from error
        raise CannotRunError(f"{package} does not load: {error}; klscope doctor tells more") from error
