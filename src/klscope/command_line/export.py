"""``klscope export``: what it takes, and whether it can be written; `klscope.export_command` draws a picture."""

import argparse
from collections.abc import Callable, Sequence

from klscope.command_line import export_data, export_sizes
from klscope.command_line.choices import UNITS, chosen, read_unit
from klscope.command_line.exits import usage_error
from klscope.command_line.loading import load, load_without_display
from klscope.command_line.outputs import check_output
from klscope.command_line.pair_options import add_pair_options, has_pair, read_pair, weights_help
from klscope.command_line.parser import Parser
from klscope.files import picture_formats
from klscope.files.catalogues import ENGLISH, languages
from klscope.files.weights_text import quoted
from klscope.files.writing import data_formats
from klscope.model.views import ViewMode
from klscope.wording import gettext

PICTURES = ("figure", "window", "p", "q", "terms", "landscape")
THEMES = ("light", "dark")
MOST_DIGITS = 12
BACKGROUNDS = ("white", "theme", "transparent")
LARGEST: dict[str, Callable[[], int]] = {
    "samples": lambda: load("klscope.model.evidence", "MOST_SAMPLES"),
    "seed": lambda: load("klscope.model.evidence", "SEEDS") - 1,
    "steps": lambda: load("klscope.model.training_run", "MOST_STEPS"),
}
"""The largest value of each number, imported when one is given."""

EXAMPLES = """\
  klscope export weather.png --example weather
  klscope export letters.svg letters.csv --p-column english --q-column german
  klscope export slide.png --p 0.5,0.5 --q 90%,10% --scale 4 --background transparent
  klscope export figure.pdf --example weather --width 17cm
  klscope export terms.png --example weather --what terms --unit nat --theme dark
  klscope export codes.svg --example weather --what terms --mode code-lengths
  klscope export drawn.png --example weather --mode evidence --samples 5000 --seed 7
  klscope export trained.png --example two-humps --mode training --steps 200
  klscope export table.csv --example letters --bom
  klscope export largest.tex --example letters --largest 5
"""


def modes() -> tuple[str, ...]:
    """Return what the figure and the terms can show."""
    return tuple(mode.value for mode in ViewMode)


def run(words: Sequence[str]) -> int:
    """Write the picture or the data that these words ask for; return the exit code."""
    arguments = _parser().read(words)
    arguments.unit_given, arguments.mode_given = arguments.unit is not None, arguments.mode is not None
    data = None if arguments.output is None else data_formats.format_of(arguments.output)
    if data is None:
        export_data.refuse_options(arguments)
        _check_picture(arguments)
    else:
        export_data.check(arguments, data)
    arguments.unit = read_unit(arguments.unit)
    arguments.language = chosen("--language", arguments.language, languages(), ENGLISH)
    read_pair(arguments, fewest=2)
    if not has_pair(arguments):
        raise usage_error("nothing to draw: give a file, --example NAME, or --p WEIGHTS and --q WEIGHTS")
    if arguments.output is None:
        raise usage_error("the file to write is missing: klscope export OUT.png …")
    return export_data.run(arguments, data) if data is not None else _draw(arguments)


def _check_picture(arguments: argparse.Namespace) -> None:
    arguments.what = chosen("--what", arguments.what, PICTURES, "figure")
    arguments.mode = chosen("--mode", arguments.mode, modes(), modes()[0])
    arguments.samples = _number(arguments, "samples", ViewMode.EVIDENCE, 1000)
    arguments.seed = _number(arguments, "seed", ViewMode.EVIDENCE, 1)
    arguments.steps = _number(arguments, "steps", ViewMode.TRAINING, 0)
    arguments.scale_of_picture = export_sizes.read_size(arguments)
    arguments.theme = chosen("--theme", arguments.theme, THEMES, "light")
    dark = arguments.theme == "dark"
    if dark and arguments.background == "white":
        raise usage_error("--background white has light colours: leave --theme dark out, or give --background theme")
    arguments.background = chosen("--background", arguments.background, BACKGROUNDS, "theme" if dark else "white")


def _draw(arguments: argparse.Namespace) -> int:
    """Draw the picture."""
    check_output(arguments.output, picture_formats.suffixes(), data_formats.suffixes())
    form = picture_formats.format_of(arguments.output)
    if form is not None:
        export_sizes.refuse_pixels(arguments, form)
    arguments.scale = arguments.scale_of_picture
    return int(load_without_display("klscope.export_command", "run")(arguments))


def _number(arguments: argparse.Namespace, name: str, mode: ViewMode, default: int) -> int:
    """Return the whole number given for an option that belongs to a mode."""
    option, text = f"--{name}", getattr(arguments, name)
    if text is None:
        return default
    if arguments.mode != mode.value:
        raise usage_error("{option} is for --mode {mode}; leave it out", option=option, mode=mode.value)
    most = LARGEST[name]()
    if not (text.isascii() and text.isdecimal() and len(text) <= MOST_DIGITS and int(text) <= most):
        raise usage_error(
            "{option}: {value} is not a whole number from 0 to {most}", option=option, value=quoted(text), most=most
        )
    return int(text)


def _parser() -> Parser:
    description = gettext("Write a picture of two distributions, or their data; needs no display.")
    pixels, shapes = (", ".join(picture_formats.suffixes(has_pixels)) for has_pixels in (True, False))
    endings = gettext(
        "The name's ending says what is written: pixels ({pixels}) or\nshapes, sharp at any size ({shapes}).\n",
        pixels=pixels,
        shapes=shapes,
    )
    parser = Parser(
        "klscope export",
        description,
        weights_help() + endings + export_data.endings(),
        EXAMPLES,
        gettext("OUT [OPTION …] [FILE [FILE]]"),
    )
    names = ", ".join(f"OUT{suffix}" for suffix in (*picture_formats.suffixes(), *data_formats.suffixes()))
    written = gettext("the file to write: {names}", names=names)
    parser.add_argument("output", metavar=gettext("OUT"), nargs="?", help=written)
    add_pair_options(parser)
    export_data.add_options(parser)
    parser.choice("--what", gettext("what to draw (figure)"), PICTURES)
    shown = gettext("what the figure and the terms show: {modes} (kl-divergence)", modes=", ".join(modes()))
    parser.value("--mode", shown, gettext("MODE"))
    parser.value("--samples", gettext("with --mode evidence: how many samples are drawn from P (1000)"), "N")
    parser.value("--seed", gettext("with --mode evidence: the seed they are drawn with (1)"), "N")
    parser.value("--steps", gettext("with --mode training: how many steps Q is trained first (0)"), "N")
    export_sizes.add_options(parser)
    parser.choice("--theme", gettext("colours (light)"), THEMES)
    parser.choice("--background", gettext("what is behind (white; with --theme dark: theme)"), BACKGROUNDS)
    without = gettext("leave out the data, by which klscope opens the picture again")
    parser.add_argument("--without-data", action="store_true", help=without)
    parser.choice("--unit", gettext("unit of information (bit)"), UNITS)
    parser.choice(
        "--language",
        gettext("language of the picture or of the headings, and of the example's categories (en)"),
        languages(),
    )
    return parser
