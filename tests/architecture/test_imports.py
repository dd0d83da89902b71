"""Tests of import rules: which modules import which, and which stay free of Qt."""

import ast
import subprocess
import sys
import tomllib
from pathlib import Path

from klscope.model.views import ViewMode

SOURCE = Path(__file__).resolve().parents[2] / "src"
PACKAGE = SOURCE / "klscope"
MODULES = sorted(PACKAGE.rglob("*.py"))
LONGEST_FILE = 300
LATE = {
    "klscope/views/commands/prompts.py": "the window stands sooner without the dialogs",
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


def test_the_program_starts_without_the_readers_of_data_files() -> None:
    program = (
        "import sys\n"
        "import klscope.cli, klscope.app, klscope.window_command, klscope.files.tables.codecs.table\n"
        "readers = 'klscope.files.tables.codecs.'\n"
        "libraries = {'python_calamine', 'pyarrow'}\n"
        "print(*(name for name in sys.modules if name in libraries or name.startswith(readers)))\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert set(done.stdout.split()) <= {"klscope.files.tables.codecs.table"}


def test_packages_are_empty_but_for_the_names_of_python_code() -> None:
    packages = [path for path in MODULES if path.name == "__init__.py" and path.read_bytes()]
    assert [path_id(path) for path in packages] == ["klscope/__init__.py"]


def imports_inside_functions(path: Path) -> list[int]:
    """Return the lines of imports that are inside functions."""
    return [
        inner.lineno
        for outer in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(outer, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda)
        for inner in ast.walk(outer)
        if isinstance(inner, ast.Import | ast.ImportFrom)
    ]


def test_imports_stand_at_the_top() -> None:
    found = {path_id(path): imports_inside_functions(path) for path in MODULES if path_id(path) not in LATE}
    assert {path: lines for path, lines in found.items() if lines} == {}


def test_no_file_is_too_long_to_read() -> None:
    lengths = {path_id(path): len(path.read_text(encoding="utf-8").splitlines()) for path in SOURCE.rglob("*.py")}
    assert {path: length for path, length in lengths.items() if length > LONGEST_FILE} == {}


def test_every_part_has_a_layer() -> None:
    assert parts_of(PACKAGE) - {"klscope.__main__"} == set(layered("klscope"))
    assert parts_of(PACKAGE / "views") == set(layered("klscope.views"))


def test_the_explaining_views_share_a_layer_and_import_no_other() -> None:
    layers = layered("klscope.views")
    explaining = {f"klscope.views.{mode.folder}" for mode in ViewMode if mode.folder}
    assert len({layers[name] for name in explaining}) == 1


def parts_of(folder: Path) -> set[str]:
    """Return the modules and packages in the folder of a package."""
    paths = (path for path in folder.iterdir() if path.suffix == ".py" or list(path.glob("*.py")))
    return {module_name(path) for path in paths} - {module_name(folder)}


def layered(package: str) -> dict[str, int]:
    """Return the parts of a package that its contract of layers names, with the layer of each."""
    with open(SOURCE.parent / "pyproject.toml", "rb") as file:
        contracts = tomllib.load(file)["tool"]["importlinter"]["contracts"]
    for contract in contracts:
        if contract["type"] == "layers" and contract["layers"][0].rpartition(".")[0] == package:
            layers = enumerate(contract["layers"])
            return {part.strip(): place for place, layer in layers for part in layer.split("|")}
    raise AssertionError(f"no contract of layers for {package}")
