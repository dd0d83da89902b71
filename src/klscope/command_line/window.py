"""The arguments of ``klscope`` without a command, and the check for a display; `klscope.window_command` runs it."""

import argparse
import builtins
import gc
import os
from collections.abc import Sequence
from typing import Any

from klscope.command_line.choices import UNITS, chosen, did_you_mean, read_unit
from klscope.command_line.exits import EXIT_BY_SIGNAL, CannotRunError, UsageError, write
from klscope.command_line.loading import load
from klscope.command_line.pair_options import add_pair_options, read_pair, weights_help
from klscope.command_line.parser import COMMANDS, Parser
from klscope.files.catalogues import languages
from klscope.files.handing_over import hand_over
from klscope.files.reading import STANDARD_INPUT
from klscope.files.weights_text import quoted
from klscope.wording import gettext

THEMES = ("light", "dark", "system")

EXAMPLES = """\
  klscope
  klscope words.csv
  klscope --example weather --theme dark
  klscope --p 1/2,1/4,1/8,1/8 --q 1/8,1/2,1/4,1/8 --labels sunny,cloudy,rain,snow
  klscope measure --p 0.5,0.5 --q 90%,10%
"""


def run(words: Sequence[str]) -> int:
    """Open the window; return the exit code."""
    arguments = _parser().read(words)
    if arguments.version:
        write(f"klscope {load('importlib.metadata', 'version')('klscope')}")
        return 0
    arguments.theme = chosen("--theme", arguments.theme, THEMES, None)
    arguments.language = chosen("--language", arguments.language, (*languages(), "system"), None)
    if arguments.unit is not None:
        arguments.unit = read_unit(arguments.unit)
    _refuse_commands(arguments.files)
    if _has_files_alone(arguments) and hand_over(arguments.files, os.environ):
        return 0
    read_pair(arguments, fewest=2, for_window=True)
    system = load("klscope.window_system", "window_system")()
    if system.obstacle is not None:
        raise CannotRunError(
            gettext(
                "{obstacle}; a picture needs no window: klscope export OUT.png --example weather",
                obstacle=system.obstacle,
            )
        )
    if system.platform:
        os.environ["QT_QPA_PLATFORM"] = system.platform
    ended_by: int = _load_window()(arguments)
    return EXIT_BY_SIGNAL + ended_by if ended_by else 0


def _has_files_alone(arguments: argparse.Namespace) -> bool:
    """Return whether files are to be opened, and nothing else is said."""
    others = {name: value for name, value in vars(arguments).items() if name != "files"}
    return bool(arguments.files) and STANDARD_INPUT not in arguments.files and not any(others.values())


def _refuse_commands(files: Sequence[str]) -> None:
    """Refuse a command after an option, and a misspelt one; a file of such a name is ./measure."""
    for name in files:
        if name in COMMANDS:
            raise UsageError(gettext("the command {command} must come first: klscope {command} …", command=name))
        if name != STANDARD_INPUT and not os.path.lexists(name) and os.path.basename(name) == name and "." not in name:
            near = did_you_mean(name, COMMANDS)
            hint = near or gettext("see {program} --help", program="klscope")
            raise UsageError(gettext("there is no command or file {name}; {hint}", name=quoted(name), hint=hint))


def _load_window() -> Any:
    """Import the window, in the least time."""
    # One thread is enough for a window: starting a pool takes 50 ms on many cores.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    gc.disable()  # imports create no garbage, and collecting takes time
    python_import = builtins.__import__
    load("PySide6.QtCore", "QObject")
    # PySide's own reads the source of every module that is imported, for ``from __feature__ import``, which is not used
    builtins.__import__ = python_import
    run_window = load("klscope.window_command", "run")
    gc.freeze()
    gc.enable()
    return run_window


def _parser() -> Parser:
    parser = Parser(
        "klscope",
        gettext("Feel entropy, cross-entropy and Kullback-Leibler divergence: drag P and Q, and watch every term."),
        f"{weights_help()}\n{_commands()}",
        EXAMPLES,
        gettext("[OPTION …] [FILE [FILE]]"),
    )
    parser.add_argument("--version", action="store_true", help=gettext("print the version and end"))
    add_pair_options(parser)
    parser.choice("--unit", gettext("unit of information (bit, or that of the document)"), UNITS)
    parser.choice("--theme", gettext("colours of the window (as it was last time)"), THEMES)
    parser.choice(
        "--language",
        gettext("language of the window (as it was last time; at first the system's)"),
        (*languages(), "system"),
    )
    return parser


def _commands() -> str:
    return gettext("""\
commands (klscope COMMAND --help tells more):
  measure   print entropy, cross-entropy, divergences and their terms
  export    write a picture or data; needs no display
  lesson    check the text of lessons, or print one as a handout
  doctor    show what klscope finds on this machine and what it lacks
""")
