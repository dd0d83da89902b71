"""What `import klscope` loads and offers. The oracle is the specification: no Qt, and nearly nothing."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

import klscope


def run(program: str, *words: str) -> str:
    done = subprocess.run([sys.executable, "-c", program, *words], capture_output=True, text=True, check=True)
    return done.stdout


def test_the_import_loads_no_qt_and_no_numpy() -> None:
    loaded = run("import sys; before = set(sys.modules); import klscope; print(*set(sys.modules) - before)").split()
    assert {one for one in loaded if one.startswith("klscope")} == {"klscope", "klscope.by_name"}
    assert not {"numpy", "PySide6", "argparse"}.intersection(loaded)


@pytest.mark.parametrize("name", ["measure", "kl_divergence", "read", "Pair", "show", "figure", "Window"])
def test_no_name_loads_qt_before_it_is_used(name: str) -> None:
    program = "import sys, klscope; getattr(klscope, sys.argv[1]); print({'PySide6', 'pandas'} & set(sys.modules))"
    assert run(program, name).strip() == "set()"


def test_names_for_mypy_are_those_at_run_time() -> None:
    tree = ast.parse(Path(str(klscope.__file__)).read_text(encoding="utf-8"))
    block = next(node for node in tree.body if isinstance(node, ast.If))
    typed = {
        alias.asname: f"{node.module}.{alias.name}"
        for node in block.body
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
    }
    assert typed == {name: f"{klscope._MODULES[name]}.{name}" for name in klscope.__all__}
    assert set(klscope.__all__) <= set(dir(klscope))


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="module 'klscope' has no attribute 'shwo'"):
        klscope.shwo  # noqa: B018
