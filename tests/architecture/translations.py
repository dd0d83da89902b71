"""Print untranslatable texts, and missing or faulty translations.

    python tests/architecture/translations.py
    python tests/architecture/translations.py --update

Held are: whatever is handed to a widget as words is `translate("Context", "words")`; both are literals, for the tools
that collect them read source and do not run it; what `.format` puts in has a name, for its place differs between
languages; every language in `resources/translations` (Qt's .ts) has all the words, finished, and no others; a
translation puts in what its original does; in Korean no particle stands right behind what is put in, for it would
have to fit what is not known yet; the .qm beside each .ts, which is what a program reads, is made of it. Exits 1 if
something is wrong.

What is said without Qt stands in catalogues of GNU gettext (.po, .mo); `catalogues` holds the like of them, and is
asked and updated here too.

With --update the .ts files are first brought up to date with the source by lupdate (new words are unfinished, those
that are gone are dropped) and the .qm files are made by lrelease. Whoever translates does so between two updates, with
Qt Linguist or a text editor. Both tools come with PySide6; what handles the catalogues is Babel.

A new language is a new folder `resources/translations/CODE/LC_MESSAGES`: the next update makes its two files.
"""

import ast
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import catalogues
from korean_particles import glued

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "src" / "klscope"
LANGUAGES = ROOT / "resources" / "translations"
IN_A_WINDOW = (
    "app.py",
    "recovering.py",
    "remembering.py",
    "window_command.py",
    "connections",
    "views",
    "controllers",
    "model/views.py",
    "model/commands.py",
    "model/file_commands.py",
)
"""What is said elsewhere, which knows no Qt, is held by `catalogues`."""
TAKES_WORDS = {
    *("setText", "setTitle", "setToolTip", "setStatusTip", "setWhatsThis", "setWindowTitle", "setPlaceholderText"),
    *("setAccessibleName", "setAccessibleDescription", "setTabText", "setLabelText", "setSuffix", "setPrefix"),
    *("addAction", "addMenu", "addSection", "addTab", "addRow", "addItem", "insertRow", "showMessage", "say"),
    *("QLabel", "QPushButton", "QToolButton", "QCheckBox", "QRadioButton", "QGroupBox", "QAction", "QMenu"),
}
WORDS = re.compile(r"[A-Za-z]{3,}")
NAMES = {"klscope"}
PUT_IN = re.compile(r"\{(\w+)\}")
TOOLS = Path(sys.executable).parent


def modules() -> list[Path]:
    """Return the modules with texts in the window."""
    return [path for place in IN_A_WINDOW for path in sorted([SOURCE / place, *(SOURCE / place).rglob("*.py")])]


def name_of(call: ast.Call) -> str:
    """Return the last part of the name of a called function."""
    called = call.func
    return called.attr if isinstance(called, ast.Attribute) else called.id if isinstance(called, ast.Name) else ""


def literal(node: ast.expr) -> str | None:
    """Return the text of a literal, that of an f-string without its expressions; None for anything else."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    if isinstance(node, ast.JoinedStr):
        return " ".join(part.value for part in node.values if isinstance(part, ast.Constant))
    return None


def is_translate(call: ast.Call) -> bool:
    """Return whether a call is our translate, or marks a text for it, and not a painter's."""
    return isinstance(call.func, ast.Name) and call.func.id in ("translate", "QT_TRANSLATE_NOOP")


def faults_of_call(call: ast.Call) -> Iterator[str]:
    """Return the faults of one call."""
    if is_translate(call):
        texts = [node.value for node in call.args if isinstance(node, ast.Constant) and isinstance(node.value, str)]
        if len(texts) != 2 or len(call.args) != 2:
            yield f"{name_of(call)} takes two literals: the context and the words"
        elif re.search(r"\{\d*\}|%\w", texts[1].replace(" %", "")):
            yield f"what is put into {texts[1]!r} needs a name"
    elif name_of(call) in TAKES_WORDS:
        for argument in call.args:
            text = literal(argument)
            if text and set(WORDS.findall(text)) - NAMES:
                yield f"{name_of(call)}({text!r}) is not translatable"


def words_in(tree: ast.AST) -> set[tuple[str, str]]:
    """Return the contexts and texts that are translatable."""
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call) and is_translate(node)]
    pairs = [tuple(literal(argument) for argument in call.args) for call in calls]
    return {(pair[0], pair[1]) for pair in pairs if len(pair) == 2 and pair[0] and pair[1]}


def messages(language: Path) -> Iterator[tuple[str, str, str, bool]]:
    """Return context, original, translation and whether it is finished, of all in a file of translations."""
    for context in ElementTree.parse(language).getroot().iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            text = "" if translation is None else translation.text or ""
            finished = translation is not None and bool(text) and translation.get("type") is None
            yield context.findtext("name", ""), message.findtext("source", ""), text, finished


def lacking(language: Path, words: set[tuple[str, str]]) -> list[str]:
    """Return the texts that a language lacks."""
    done = {(context, source) for context, source, _, finished in messages(language) if finished}
    return [f"{language.name}: {context}: {text!r} is not translated" for context, text in sorted(words - done)]


def stale(language: Path, words: set[tuple[str, str]]) -> list[str]:
    """Return the texts of a language that the program no longer has."""
    there = {(context, source) for context, source, _, _ in messages(language)}
    return [
        f"{language.name}: {context}: {text!r} is in the program no more" for context, text in sorted(there - words)
    ]


def ill_fitting(language: Path) -> list[str]:
    """Return the translations with wrong placeholders or particles."""
    found = []
    for context, source, text, _ in messages(language):
        where = f"{language.name}: {context}: {text!r}"
        if set(PUT_IN.findall(source)) != set(PUT_IN.findall(text)):
            found.append(f"{where} does not put in what {source!r} does")
        found += [f"{where}: {behind!r} must not stand right behind what is put in" for behind in glued(text)]
    return found


def released(language: Path) -> bytes:
    """Return the result of lrelease for a language."""
    with tempfile.TemporaryDirectory() as folder:
        made = Path(folder) / "made.qm"
        run("pyside6-lrelease", "-silent", str(language), "-qm", str(made))
        return made.read_bytes()


def outdated(language: Path) -> list[str]:
    """Return a fault if the .qm file differs from the .ts file."""
    made = language.with_suffix(".qm")
    if made.is_file() and made.read_bytes() == released(language):
        return []
    return [f"{made.name} is not what lrelease makes of {language.name}: run this script with --update"]


def files() -> list[Path]:
    """Return the .ts file of each language, whether it exists or not."""
    return [LANGUAGES / f"klscope_{folder.name}.ts" for folder in catalogues.folders()]


def run(tool: str, *arguments: str) -> None:
    """Run a tool of Qt; raise CalledProcessError if it fails."""
    subprocess.run([str(TOOLS / tool), *arguments], check=True, cwd=ROOT, stdout=subprocess.DEVNULL)


def update() -> None:
    """Update all .ts files from the source, and compile the .qm files."""
    for language in files():
        code = language.stem.partition("_")[2]
        options = ("-extensions", "py", "-no-obsolete", "-locations", "none")
        if not language.is_file():
            options = (*options, "-target-language", code)
        run("pyside6-lupdate", *options, str(SOURCE), "-ts", str(language))
        language.with_suffix(".qm").write_bytes(released(language))


def faults() -> tuple[list[str], int]:
    """Return all faults, and the number of texts."""
    found, words = [], set()
    for path in modules():
        if path.suffix != ".py":
            continue
        tree = ast.parse(path.read_text(encoding="utf-8"))
        words |= words_in(tree)
        for node in ast.walk(tree):
            if isinstance(node, ast.Call):
                place = f"{path.relative_to(ROOT)}:{node.lineno}"
                found += [f"{place}: {fault}" for fault in faults_of_call(node)]
    for language in files():
        if not language.is_file():
            found.append(f"{language.name} is missing: run this script with --update")
            continue
        found += [*lacking(language, words), *stale(language, words), *ill_fitting(language), *outdated(language)]
    return found, len(words)


def main(arguments: list[str]) -> int:
    """Print the faults, and return the exit status."""
    if arguments == ["--update"]:
        update()
        catalogues.update()
    (found, count), (others, without_qt) = faults(), catalogues.faults()
    found += others
    for fault in found:
        print(fault)
    languages = [path.name for path in catalogues.folders()]
    print(f"{count} translatable texts in the window, {without_qt} without Qt")
    print(f"languages besides English: {', '.join(languages) or 'none yet'}")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
