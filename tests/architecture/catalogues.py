"""The check of gettext catalogues for texts that are shown without Qt, and their update.

`translations.py`, whose commands do for both, asks this. Held are: what is translated is a literal, and is given what
it puts in, by name; what ends in an error or in help is translated; every ``klscope.po`` in ``resources/translations``
has all the texts, finished and not doubtful, and no others; a translation puts in what its original does, ends its last
line where that does, and glues no Korean particle to what is put in; the ``.mo`` beside it, which is what a program
reads, says the same.
"""

import ast
import io
import re
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import read_mo, write_mo
from babel.messages.pofile import read_po, write_po
from korean_particles import glued

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "src"
LANGUAGES = ROOT / "resources" / "translations"
KEYWORDS = {"gettext": None, "ngettext": (1, 2), "mark": None, "usage_error": None}
TAKES_WORDS = {
    *("UsageError", "CannotRunError", "ExpressionError", "Mistake", "FileError", "WeightError"),
    *("write", "complain_plainly", "tell", "add_error", "choice", "value", "Parser"),
}
MISTAKES = {"mistakes", "_mistakes"}
"""What `add` adds words to."""
WORDS = re.compile(r"[A-Za-z]{3,} +[A-Za-z]{2,}")
COMMANDS = re.compile(r"klscope( (lesson|measure|export|doctor|handout|check))*")


# -- the source -------------------------------------------------------------------------------------------------


def literal(node: ast.expr) -> str | None:
    """Return the text of a literal, that of an f-string without its expressions; None for anything else."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    if isinstance(node, ast.JoinedStr):
        return "".join(part.value if isinstance(part, ast.Constant) else "…" for part in node.values)
    return None


def put_in(text: str) -> set[str]:
    """Return the names of the placeholders in a text."""
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


def faults_of_call(call: ast.Call) -> Iterator[str]:
    """Return the faults of one call."""
    name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
    if isinstance(call.func, ast.Name) and name in KEYWORDS:
        texts = [node.value if isinstance(node, ast.Constant) else None for node in call.args]
        if len(texts) != (2 if name == "ngettext" else 1) or not all(isinstance(text, str) for text in texts):
            yield f"{name} takes literals"
        elif name != "mark":
            given = {keyword.arg for keyword in call.keywords}
            wanted = set().union(*(put_in(str(text)) for text in texts))
            if given != wanted | ({"count"} if name == "ngettext" else set()):
                yield f"{texts[0]!r} puts in {sorted(wanted)} and is given {sorted(map(str, given))}"
        return
    adds = name == "add" and isinstance(call.func, ast.Attribute) and _last_name(call.func.value) in MISTAKES
    if name in TAKES_WORDS or adds:
        for argument in (*call.args, *(keyword.value for keyword in call.keywords)):
            text = literal(argument)
            if text and WORDS.search(COMMANDS.sub("", text)):
                yield f"{name}({text!r}) is not translatable"


def _last_name(node: ast.expr) -> str:
    return node.attr if isinstance(node, ast.Attribute) else getattr(node, "id", "")


def hidden(tree: ast.AST) -> Iterator[str]:
    """Return texts inside f-strings, which the extractor does not read."""
    for node in ast.walk(tree):
        for inner in ast.walk(node) if isinstance(node, ast.JoinedStr) else ():
            if isinstance(inner, ast.Call) and isinstance(inner.func, ast.Name) and inner.func.id in KEYWORDS:
                yield f"{ast.unparse(inner)} stands in an f-string, where no translator sees it"


def faults_of_source() -> Iterator[str]:
    """Return the calls that would show untranslatable text."""
    for module in sorted(SOURCE.glob("klscope/**/*.py")):
        tree, where = ast.parse(module.read_text(encoding="utf-8")), module.relative_to(ROOT)
        yield from (f"{where}: {fault}" for fault in hidden(tree))
        calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call)]
        yield from (f"{where}:{call.lineno}: {fault}" for call in calls for fault in faults_of_call(call))


def wanted() -> Catalog:
    """Return all translatable texts."""
    catalog = Catalog()
    found = extract_from_dir(SOURCE, [("klscope/**.py", "python")], keywords=KEYWORDS)
    for file, _, text, _, _ in found:
        catalog.add(text, locations=[(Path(file).as_posix(), 0)])
    return without_formats(catalog)


def without_formats(catalog: Catalog) -> Catalog:
    """Return a catalogue in which ``25% or`` is no instruction of Python's ``%``; what is put in stands in braces."""
    for message in catalog:
        message.flags -= {"python-format", "python-brace-format"}
    return catalog


# -- the languages ----------------------------------------------------------------------------------------------


def folders() -> list[Path]:
    """Return the folder of each language."""
    return [path.parent for path in sorted(LANGUAGES.glob("*/LC_MESSAGES"))]


def catalogues() -> list[Path]:
    """Return the catalogue of each language, whether it exists or not."""
    return [folder / "LC_MESSAGES" / "klscope.po" for folder in folders()]


def read(path: Path) -> Catalog:
    """Return the catalogue of a language; a new one is empty."""
    if not path.is_file():
        return Catalog(locale=path.parents[1].name, project="klscope", fuzzy=False)
    with path.open("rb") as file:
        return read_po(file, locale=path.parents[1].name)


def forms(text: str | tuple[str, ...] | list[str]) -> tuple[str, ...]:
    """Return all plural forms of a text."""
    return (text,) if isinstance(text, str) else tuple(text)


def faults_of_language(path: Path, template: Catalog) -> Iterator[str]:
    """Return the faults of one language."""
    language, name = read(path), path.relative_to(path.parents[2]).as_posix()
    for message in template:
        there = language.get(message.id) if message.id else None
        if message.id and (there is None or not all(forms(there.string))):
            yield f"{name}: {forms(message.id)[0]!r} is not translated"
    known = {forms(message.id)[0] for message in template}
    for message in (*language, *language.obsolete.values()):
        if not message.id:
            continue
        if forms(message.id)[0] not in known or forms(message.id)[0] in language.obsolete:
            yield f"{name}: {forms(message.id)[0]!r} is in the program no more"
        elif message.fuzzy:
            yield f"{name}: {forms(message.id)[0]!r} is marked as doubtful"
        for text in filter(None, forms(message.string)):
            yield from (f"{name}: {text!r} {fault}" for fault in ill_fitting(message, text))


def ill_fitting(message: Message, text: str) -> Iterator[str]:
    """Return the differences between a translation and its original in placeholders and line ends."""
    originals = forms(message.id)
    try:
        fits = put_in(text) == set().union(*map(put_in, originals))
    except ValueError:
        fits = False
    if not fits:
        yield f"does not put in what {originals[0]!r} does"
    if text.endswith("\n") != originals[0].endswith("\n"):
        yield "ends its last line otherwise"
    yield from (f"has {behind!r} right behind what is put in" for behind in glued(text))


def released(language: Catalog) -> bytes:
    """Return the contents of the compiled catalogue."""
    made = io.BytesIO()
    write_mo(made, language)
    return made.getvalue()


def outdated(path: Path) -> Iterator[str]:
    """Return a fault if the ``.mo`` differs from the ``.po``."""
    made = path.with_suffix(".mo")
    there = made.read_bytes() if made.is_file() else b""
    if not there or contents(there) != contents(released(read(path))):
        yield f"{made.relative_to(made.parents[2])} is not what {path.name} says: run translations.py with --update"


def contents(made: bytes) -> dict[tuple[str, ...], tuple[str, ...]]:
    """Return the texts of a ``.mo``, without its header fields of time and author."""
    return {forms(message.id): forms(message.string) for message in read_mo(io.BytesIO(made)) if message.id}


def update() -> None:
    """Update all languages from the source, and compile them."""
    template = wanted()
    for path in catalogues():
        language = read(path)
        language.update(template, no_fuzzy_matching=True, update_creation_date=False)
        language.obsolete.clear()
        with path.open("wb") as file:
            write_po(file, without_formats(language), width=120, include_lineno=False)
        path.with_suffix(".mo").write_bytes(released(language))


def faults() -> tuple[list[str], int]:
    """Return all faults, and the number of texts."""
    template = wanted()
    found = list(faults_of_source())
    for path in catalogues():
        found += [*faults_of_language(path, template), *outdated(path)]
    return found, len(template)
