"""Print what a translator would not get to see, and what translations lack.

    python tests/architecture/translations.py

Held are: whatever is handed to a widget as words is `translate("Context", "words")`; both are literals, for the tools
that collect them read source and do not run it; what `.format` puts in has a name, for its place differs between
languages; every language in `resources/translations` has all the words. Exits 1 if something is wrong.
"""

import ast
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "src" / "klscope"
LANGUAGES = ROOT / "resources" / "translations"
IN_A_WINDOW = ("app.py", "window_command.py", "views", "controllers")
"""The command line speaks English only: what reads it are scripts as much as people."""
TAKES_WORDS = {
    *("setText", "setTitle", "setToolTip", "setStatusTip", "setWhatsThis", "setWindowTitle", "setPlaceholderText"),
    *("setAccessibleName", "setAccessibleDescription", "setTabText", "setLabelText", "setSuffix", "setPrefix"),
    *("addAction", "addMenu", "addSection", "addTab", "addRow", "addItem", "insertRow", "showMessage", "say"),
    *("QLabel", "QPushButton", "QToolButton", "QCheckBox", "QRadioButton", "QGroupBox", "QAction", "QMenu"),
}
WORDS = re.compile(r"[A-Za-z]{3,}")
NAMES = {"klscope"}


def modules() -> list[Path]:
    """Return the files whose words are seen in the window."""
    return [path for place in IN_A_WINDOW for path in sorted([SOURCE / place, *(SOURCE / place).rglob("*.py")])]


def name_of(call: ast.Call) -> str:
    """Return the last part of what is called."""
    called = call.func
    return called.attr if isinstance(called, ast.Attribute) else called.id if isinstance(called, ast.Name) else ""


def literal(node: ast.expr) -> str | None:
    """Return a literal's text, an f-string's without what it puts in; None for anything else."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    if isinstance(node, ast.JoinedStr):
        return " ".join(part.value for part in node.values if isinstance(part, ast.Constant))
    return None


def is_translate(call: ast.Call) -> bool:
    """Tell our translate from a painter's."""
    return isinstance(call.func, ast.Name) and call.func.id == "translate"


def faults_of_call(call: ast.Call) -> Iterator[str]:
    """Return what is wrong with one call."""
    if is_translate(call):
        texts = [node.value for node in call.args if isinstance(node, ast.Constant) and isinstance(node.value, str)]
        if len(texts) != 2 or len(call.args) != 2:
            yield "translate takes two literals: the context and the words"
        elif re.search(r"\{\d*\}|%\w", texts[1].replace(" %", "")):
            yield f"what is put into {texts[1]!r} needs a name"
    elif name_of(call) in TAKES_WORDS:
        for argument in call.args:
            text = literal(argument)
            if text and set(WORDS.findall(text)) - NAMES:
                yield f"{name_of(call)}({text!r}) is not translatable"


def words_in(tree: ast.AST) -> set[tuple[str, str]]:
    """Return the contexts and words that are translatable."""
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call) and is_translate(node)]
    pairs = [tuple(literal(argument) for argument in call.args) for call in calls]
    return {(pair[0], pair[1]) for pair in pairs if len(pair) == 2 and pair[0] and pair[1]}


def lacking(language: Path, words: set[tuple[str, str]]) -> list[str]:
    """Return the words that a file of translations (Qt's .ts) lacks."""
    done = set()
    for context in ElementTree.parse(language).getroot().iter("context"):
        name = context.findtext("name", "")
        for message in context.iter("message"):
            translation = message.find("translation")
            if translation is not None and translation.text and translation.get("type") is None:
                done.add((name, message.findtext("source", "")))
    return [f"{language.name}: {context}: {text!r} is not translated" for context, text in sorted(words - done)]


def faults() -> tuple[list[str], int]:
    """Return everything that is wrong, and how many words there are."""
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
    for language in sorted(LANGUAGES.glob("*.ts")):
        found += lacking(language, words)
    return found, len(words)


def main() -> int:
    """Print, and return the exit status."""
    found, count = faults()
    for fault in found:
        print(fault)
    languages = [path.stem for path in sorted(LANGUAGES.glob("*.ts"))]
    print(f"{count} translatable texts; languages besides English: {', '.join(languages) or 'none yet'}")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
