"""``klscope measure``: what it takes; `klscope.command_line.measure_report` prints what comes of it."""

import math
from collections.abc import Sequence

from klscope.command_line.choices import UNITS, read_unit
from klscope.command_line.exits import usage_error
from klscope.command_line.loading import load
from klscope.command_line.pair_options import add_pair_options, has_pair, read_pair, weights_help
from klscope.command_line.parser import Parser
from klscope.files.weights_text import quoted
from klscope.wording import gettext

EXAMPLES = """\
  klscope measure words.csv
  klscope measure letters.csv --p-column english --q-column german
  klscope measure logits.npy --p-row 1 --q-row 2 --numbers logits --json
  klscope measure --example weather
  klscope measure --p 0.5,1/4,25% --q 1,1,2 --labels a,b,c
  klscope measure --p 10,20,30 --q 1,1,1 --unit nat --json
"""


def run(words: Sequence[str]) -> int:
    """Print the measures of the pair that these words name; return the exit code."""
    arguments = _parser().read(words)
    arguments.unit = read_unit(arguments.unit)
    arguments.order = _order(arguments.order)
    read_pair(arguments, fewest=1)
    if not has_pair(arguments):
        raise usage_error("nothing to measure: give a file, --example NAME, or --p WEIGHTS and --q WEIGHTS")
    return int(load("klscope.command_line.measure_report", "run")(arguments))


def _order(text: str | None) -> float | None:
    """The order α that was typed; None where none was."""
    if text is None:
        return None
    try:
        order = float(text)
    except ValueError:
        order = math.nan
    if not order >= 0.0:
        raise usage_error("{option}: {value} is not a number from 0 on, or inf", option="--order", value=quoted(text))
    return order


def _parser() -> Parser:
    description = gettext("Print entropy, cross-entropy, divergences and their terms.")
    parser = Parser("klscope measure", description, weights_help(), EXAMPLES, gettext("[OPTION …] [FILE [FILE]]"))
    add_pair_options(parser)
    parser.choice("--unit", gettext("unit of information (bit)"), UNITS)
    parser.value("--order", gettext("order of the Rényi and Tsallis divergences (2)"), gettext("NUMBER"))
    parser.add_argument("--json", action="store_true", help=gettext('print JSON with all digits; infinity is "inf"'))
    return parser
