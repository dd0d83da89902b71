"""The arguments of ``klscope lesson``; `lesson_report` checks files, `lesson_handout` writes handouts."""

from collections.abc import Sequence

from klscope.command_line.choices import chosen, did_you_mean
from klscope.command_line.exits import UsageError, usage_error
from klscope.command_line.loading import load
from klscope.command_line.outputs import check_output
from klscope.command_line.parser import Parser
from klscope.files.catalogues import ENGLISH, languages
from klscope.files.weights_text import quoted
from klscope.wording import gettext

ACTIONS = ("check", "handout")
EXAMPLES = """\
  klscope lesson check 01-entropy.md
  klscope lesson check resources/lessons/en/*.md
  klscope lesson handout 05-subtracting-entropy sheet.pdf
  klscope lesson handout 05 teacher.pdf --language ko --answers
  klscope lesson handout my-lesson.md sheet.pdf
"""


def run(words: Sequence[str]) -> int:
    """Check lessons, or write a handout; return the exit code."""
    arguments = _parser().read(words)
    if arguments.action is None:
        raise usage_error("nothing to do: write klscope lesson check FILE, or klscope lesson handout NAME OUT.pdf")
    if arguments.action not in ACTIONS:
        raise UsageError(_unknown_action(arguments.action))
    if arguments.action == "handout":
        language = chosen("--language", arguments.language, languages(), ENGLISH)
        name, output = _handout_words(arguments.words)
        return int(load("klscope.command_line.lesson_handout", "run")(name, output, language, arguments.answers))
    for option, value in (("--language", arguments.language), ("--answers", arguments.answers or None)):
        if value is not None:
            raise usage_error("{option} is for klscope lesson handout; leave it out", option=option)
    if not arguments.words:
        raise usage_error("no lesson is named: write klscope lesson check FILE")
    return int(load("klscope.command_line.lesson_report", "run")(arguments.words))


def _parser() -> Parser:
    description = gettext("Check the text of lessons, or write one as a PDF to hand out.")
    parser = Parser("klscope lesson", description, _explanation(), EXAMPLES)
    parser.add_argument("action", nargs="?", metavar="check|handout", help=gettext("what to do"))
    parser.add_argument(
        "words", nargs="*", metavar=gettext("FILE"), help=gettext("check: texts of lessons; handout: NAME OUT.pdf")
    )
    parser.choice("--language", gettext("handout: language of the lesson and the sheet (en)"), languages())
    parser.add_argument("--answers", action="store_true", help=gettext("handout: add a last page with the answers"))
    return parser


def _explanation() -> str:
    return gettext("""\
check tells every mistake in one line, FILE:LINE: what is wrong; what to do, and the exit code is 2.
How a lesson is written is told in README.md beside the lessons: resources/lessons. The file - is standard input.

handout writes a lesson with the picture of every step as a PDF on A4, without a display. NAME is a lesson that comes
with klscope, 05-subtracting-entropy or only 05, or a file of your own. The answers are left out, so that the sheet can
be handed out; --answers adds them on a page of their own at the end.
""")


def _unknown_action(action: str) -> str:
    hint = did_you_mean(action, ACTIONS)
    if not hint:
        return gettext(
            "klscope lesson knows no {action}. Write klscope lesson check FILE, or klscope lesson handout NAME OUT.pdf",
            action=quoted(action),
        )
    return gettext(
        "klscope lesson knows no {action}; {hint} "
        "Write klscope lesson check FILE, or klscope lesson handout NAME OUT.pdf",
        action=quoted(action),
        hint=hint,
    )


def _handout_words(words: Sequence[str]) -> tuple[str, str]:
    if not words:
        raise usage_error("no lesson is named: write klscope lesson handout NAME OUT.pdf")
    if len(words) == 1:
        raise usage_error("the file to write is missing: write klscope lesson handout NAME OUT.pdf")
    if len(words) > 2:
        raise usage_error(
            "{word} is one word too many: write klscope lesson handout NAME OUT.pdf", word=quoted(words[2])
        )
    check_output(words[1], (".pdf",))
    return words[0], words[1]
