"""What is passed on of another program's output."""

import pytest

from bootstrap.processes import report_download


def test_only_large_downloads_are_told(capsys: pytest.CaptureFixture[str]) -> None:
    report_download("  Downloading pyside6_essentials-6.11.3-cp310-abi3.whl (79.9 MB)")
    report_download("  Downloading iniconfig-2.3.1-py3-none-any.whl (7.5 kB)")
    report_download("Downloading a b MB)")
    assert capsys.readouterr().err == "klscope: downloading pyside6_essentials (80 MB)…\n"
