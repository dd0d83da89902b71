"""``klscope measure``: what it takes; `klscope.command_line.measure_report` prints what comes of it."""

from collections.abc import Sequence

from klscope.command_line.choices import UNITS, read_unit
from klscope.command_line.exits import UsageError
from klscope.command_line.loading import load
from klscope.command_line.pair_options import WEIGHTS_HELP, add_pair_options, read_pair
from klscope.command_line.parser import Parser

EPILOG = f"""\
{WEIGHTS_HELP}
examples:
  klscope measure --example weather
  klscope measure --p 0.5,1/4,25% --q 1,1,2 --labels a,b,c
  klscope measure --p 10,20,30 --q 1,1,1 --unit nat --json
"""


def run(words: Sequence[str]) -> int:
    """Print the measures of the pair that these words name; return the exit code."""
    arguments = _parser().read(words)
    arguments.unit = read_unit(arguments.unit)
    read_pair(arguments, fewest=1)
    if arguments.example is None and arguments.p_weights is None:
        raise UsageError("nothing to measure: give --example NAME, or --p WEIGHTS and --q WEIGHTS")
    code: int = load("klscope.command_line.measure_report", "run")(arguments)
    return code


def _parser() -> Parser:
    parser = Parser("klscope measure", "Print entropy, cross-entropy, divergences and their terms.", EPILOG)
    add_pair_options(parser)
    parser.choice("--unit", "unit of information (bit)", UNITS)
    parser.add_argument("--json", action="store_true", help='print JSON with all digits; infinity is "inf"')
    return parser
