"""The examples in the docstrings of what Python code uses, and those of README.md. The oracle is what they say."""

import doctest
import re
from pathlib import Path

import pytest

import klscope
from klscope.by_name import load

MODULES = [
    "klscope",
    *(f"klscope.python.{path.stem}" for path in sorted((Path(klscope.__path__[0]) / "python").glob("[a-z]*.py"))),
    *(f"klscope.theory.{name}" for name in ("measures", "further_measures", "measures_of_order")),
]
README = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")
SECTION = README.partition("## From Python\n")[2].partition("\n## ")[0]
NEEDS_QT = pytest.mark.usefixtures("qapp")


@NEEDS_QT
@pytest.mark.parametrize("name", MODULES)
def test_the_examples_of_a_module(name: str) -> None:
    done = doctest.testmod(load(name), optionflags=doctest.ELLIPSIS)
    assert done.failed == 0


def test_every_public_function_has_an_example() -> None:
    functions = [name for name in klscope.__all__ if callable(getattr(klscope, name)) and name.islower()]
    assert len(functions) > 15
    assert [name for name in functions if "Examples\n    --------\n" not in getattr(klscope, name).__doc__] == []


@NEEDS_QT
def test_the_examples_of_the_readme(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    blocks = re.findall(r"```python\n(.*?)```", SECTION, re.DOTALL)
    found = doctest.DocTestParser().get_doctest("\n".join(blocks), {}, "README.md", "README.md", 0)
    assert len(found.examples) >= 8
    runner = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS)
    runner.run(found)
    assert runner.failures == 0
