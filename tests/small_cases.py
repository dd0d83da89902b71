"""Many cases of one small property as one test: pytest needs more time for a test than such a case does."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable
from typing import Any


def each(names: str | tuple[str, ...], cases: Iterable[Any]) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Let one test check all cases in turn; ``names`` and ``cases`` as of ``pytest.mark.parametrize``.

    The case that fails is named in a note. It is for what needs no fixture: what a case leaves, the next one finds.
    """
    rows = [{names: case} if isinstance(names, str) else dict(zip(names, case, strict=True)) for case in cases]
    assert rows, "no case to check"

    def decorate(check: Callable[..., None]) -> Callable[..., None]:
        signature = inspect.signature(check)
        assert rows[0].keys() <= signature.parameters.keys(), f"{check.__name__} has other arguments"

        def test(**others: Any) -> None:
            for row in rows:
                try:
                    check(**row, **others)
                except BaseException as error:
                    error.add_note(f"of {check.__name__}, the case {row}")
                    raise

        kept = [one for one in signature.parameters.values() if one.name not in rows[0]]
        test.__signature__ = signature.replace(parameters=kept)  # type: ignore[attr-defined]  # what pytest looks at
        test.__name__, test.__doc__, test.__module__ = check.__name__, check.__doc__, check.__module__
        test.pytestmark = list(getattr(check, "pytestmark", ()))  # type: ignore[attr-defined]
        return test

    return decorate
