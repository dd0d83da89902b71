"""Drawings have text in them: the bundled typeface is there."""

import pytest

from klscope.views import fonts


@pytest.fixture(autouse=True)
def _typeface(qapp) -> None:
    assert qapp is not None  # which a typeface needs
    fonts.load()
