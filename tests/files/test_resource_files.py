"""One resource root, whether klscope runs from a wheel or from a source checkout."""

from __future__ import annotations

import struct
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest

from klscope.files.resource_files import find_resource_root, resource_path


def make_package(parent: Path, *, packaged: bool) -> Path:
    package = parent / "klscope"
    (package / "files").mkdir(parents=True)
    if packaged:
        (package / "resources").mkdir()
    return package


def make_checkout(parent: Path) -> None:
    (parent / "pyproject.toml").touch()
    (parent / "resources").mkdir()


def test_a_wheel_has_its_resources_in_the_package(tmp_path: Path) -> None:
    package = make_package(tmp_path / "site-packages", packaged=True)
    assert find_resource_root(package) == package / "resources"


def test_a_checkout_has_them_at_its_top(tmp_path: Path) -> None:
    package = make_package(tmp_path / "src", packaged=False)
    make_checkout(tmp_path)
    assert find_resource_root(package) == tmp_path / "resources"


def test_packaged_resources_win(tmp_path: Path) -> None:
    package = make_package(tmp_path / "src", packaged=True)
    make_checkout(tmp_path)
    assert find_resource_root(package) == package / "resources"


def test_an_unrelated_folder_above_site_packages_is_not_taken(tmp_path: Path) -> None:
    package = make_package(tmp_path / "site-packages", packaged=False)
    (tmp_path / "resources").mkdir()
    with pytest.raises(FileNotFoundError, match="installed without its resources"):
        find_resource_root(package)


def test_this_very_installation_has_resources() -> None:
    assert resource_path().is_dir()
    assert resource_path("examples", "index.json").is_file()


def test_a_missing_resource_is_named() -> None:
    with pytest.raises(FileNotFoundError, match=r"no resource 'icons/nothing\.svg'"):
        resource_path("icons", "nothing.svg")


@pytest.mark.parametrize(
    "parts",
    [
        ("fonts", "Pretendard-Regular.otf"),
        ("fonts", "Pretendard-Bold.otf"),
        ("fonts", "LICENSE.txt"),
        ("icons", "klscope.svg"),
        ("klscope.desktop",),
    ],
)
def test_what_the_program_opens_is_there(parts: tuple[str, ...]) -> None:
    assert resource_path(*parts).stat().st_size > 0


ACTION_ICONS = [
    "undo",
    "redo",
    "export",
]


@pytest.mark.parametrize("name", ACTION_ICONS)
def test_an_action_icon_takes_its_one_colour_from_the_theme(name: str) -> None:
    path = resource_path("icons", f"{name}.svg")
    root = ElementTree.parse(path).getroot()
    assert root.get("viewBox") == "0 0 24 24"
    assert (root.get("fill"), root.get("stroke")) == ("none", "currentColor")
    assert "#" not in path.read_text(encoding="utf-8")


@pytest.mark.parametrize("size", [16, 32, 48, 128, 256])
def test_the_program_icon_has_every_size(size: int) -> None:
    header = resource_path("icons", f"klscope-{size}.png").read_bytes()[:24]
    assert header.startswith(b"\x89PNG")
    assert struct.unpack(">II", header[16:24]) == (size, size)


def test_finding_resources_loads_neither_qt_nor_numpy() -> None:
    program = (
        "import sys, klscope.files.resource_files; print(sorted({'PySide6', 'numpy', 'pyqtgraph'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
