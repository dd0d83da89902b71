"""The house rules that a machine can hold: who may import whom, and what stays free of Qt."""

import ast
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

SOURCE = Path(__file__).resolve().parents[2] / "src"
PACKAGE = SOURCE / "klscope"
MODULES = sorted(PACKAGE.rglob("*.py"))
LONGEST_FILE = 300
LATE = {
    "klscope/views/prompts.py": "the window stands sooner without the dialogs",
}


def module_name(path: Path) -> str:
    parts = path.relative_to(SOURCE).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def path_id(path: Path) -> str:
    return path.relative_to(SOURCE).as_posix()


def without_qt() -> list[str]:
    free = [PACKAGE / "theory", PACKAGE / "model", PACKAGE / "files", PACKAGE / "lessons"]
    names = [module_name(path) for folder in free for path in sorted(folder.rglob("*.py"))]
    return [name for name in names if name != "klscope.model.store"]


def test_theory_model_and_files_import_no_qt() -> None:
    names = without_qt()
    assert {"klscope.theory.editing", "klscope.model.snapshot"} <= set(names)
    program = (
        "import importlib, sys\n"
        "for name in sys.argv[1:]:\n"
        "    importlib.import_module(name)\n"
        "print(*sorted({m.partition('.')[0] for m in sys.modules} & {'PySide6', 'shiboken6', 'pyqtgraph', 'scipy'}))\n"
    )
    done = subprocess.run([sys.executable, "-c", program, *names], capture_output=True, text=True, check=True)
    assert done.stdout.split() == []


@pytest.mark.parametrize("path", [path for path in MODULES if path.name == "__init__.py"], ids=path_id)
def test_packages_are_empty(path: Path) -> None:
    assert path.read_bytes() == b""


@pytest.mark.parametrize("path", [path for path in MODULES if path.name != "__init__.py"], ids=path_id)
def test_imports_stand_at_the_top(path: Path) -> None:
    if path_id(path) in LATE:
        return
    tree = ast.parse(path.read_text(encoding="utf-8"))
    inside = [
        inner.lineno
        for outer in ast.walk(tree)
        if isinstance(outer, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda)
        for inner in ast.walk(outer)
        if isinstance(inner, ast.Import | ast.ImportFrom)
    ]
    assert inside == []


@pytest.mark.parametrize("path", sorted(SOURCE.rglob("*.py")), ids=path_id)
def test_no_file_is_too_long_to_read(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= LONGEST_FILE


def test_every_part_has_a_layer() -> None:
    with open(SOURCE.parent / "pyproject.toml", "rb") as file:
        contracts = tomllib.load(file)["tool"]["importlinter"]["contracts"]
    layers = next(contract["layers"] for contract in contracts if contract["type"] == "layers")
    placed = {part.strip() for layer in layers for part in layer.split("|")}
    parts = {f"klscope.{path.stem}" for path in PACKAGE.iterdir() if path.suffix == ".py" or list(path.glob("*.py"))}
    assert parts - {"klscope.__init__", "klscope.__main__"} == placed
