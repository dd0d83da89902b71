"""``klscope.show``: the window from Python code."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from klscope.by_name import load
from klscope.python.event_loops import interactive_shell
from klscope.python.given_pairs import read_pairs
from klscope.python.number_options import Options
from klscope.python.pair import Pair
from klscope.python.qt_check import check_qt


class Window(Pair):
    """The window that `klscope.show` opened; `labels`, `p`, `q` and `measures` are those of this moment.

    Parameters
    ----------
    explorer : Explorer
        The program behind the window: ``window``, ``store``.
    """

    def __init__(self, explorer: Any) -> None:
        super().__init__(explorer.documents.controller.state)
        self.explorer = explorer
        explorer.window.closed.connect(self._keep)

    def _keep(self) -> None:
        """Keep the last state; the window may be deleted."""
        self._held = self.explorer.documents.controller.state
        self.explorer = None

    @property
    def snapshot(self) -> Any:
        """The state of the user, now, also while a lesson is on screen; the last one if the window is closed."""
        return self._held if self.explorer is None else self.explorer.documents.controller.state

    @property
    def is_open(self) -> bool:
        """Whether the window is open."""
        return self.explorer is not None

    def close(self) -> None:
        """Close the window; what it showed last stays readable."""
        if self.explorer is not None:
            self.explorer.window.close()


def show(
    p: Any = None,
    q: Any = None,
    labels: Sequence[str] | None = None,
    *,
    numbers: str | None = None,
    p_numbers: str | None = None,
    q_numbers: str | None = None,
    temperature: float = 1.0,
) -> Pair:
    """Open the window on two distributions.

    In a script, and at the prompt of Python itself, it returns when the window is
    closed. In IPython and Jupyter, and where Qt's event loop runs already, it
    returns at once, and what it returns follows the window; IPython is told to run
    Qt's event loop (``%gui qt6``).

    Parameters
    ----------
    p : array_like, mapping, Series, DataFrame, tensor or Pair, optional
        P: ``n`` probabilities, counts or other weights, of which only the ratios
        count. A mapping (a dict, a Counter) or a pandas Series names its
        categories, and so does a DataFrame of one column; one of two columns has
        P and Q. An array of shape ``(rows, n)`` has a distribution in each row,
        which a strip under the charts leads through. Without ``p``, the window
        opens on the example *weather*.
    q : likewise, optional
        Q. Where both have names they are joined by them, and a name in one of them
        only has weight 0 in the other; else by position. Without ``q``, Q is
        uniform, and for rows of P the mean of the rows. One distribution is the Q,
        or P, of every row of the other; and whole numbers, one for each row of Q,
        are the classes that happened, from 0.
    labels : sequence of str, optional
        ``n`` names of the categories, for numbers without names.
    numbers, p_numbers, q_numbers : str, optional
        What the numbers of both, of P, of Q are: "logits" or "log-probabilities";
        weights ("probabilities", "percent", "counts") where nothing is said.
    temperature : float
        The temperature of the softmax of logits.

    Returns
    -------
    Pair
        ``labels``, ``p``, ``q``, ``measures``, ``save(path)``: of the last state, or,
        where the window is still open, of the state at the moment of reading, a
        `Window`.

    Raises
    ------
    TypeError, ValueError
        If they are no distributions, or do not fit each other; the message says
        what, where, and what to do.
    ImportError
        If another Qt than that of PySide6 is loaded.
    RuntimeError
        If no window can open here; the message says why.

    Examples
    --------
    >>> import klscope
    >>> pair = klscope.show([0.5, 0.3, 0.2], [1, 1, 1], ["a", "b", "c"])  # doctest: +SKIP
    >>> pair.q  # doctest: +SKIP
    """
    read = None
    if p is not None:
        read = read_pairs(p, q, labels, Options.of(numbers, p_numbers, q_numbers, temperature))
    elif q is not None or labels is not None:
        raise TypeError("p is None: give P; without p, q and labels the window opens on an example")
    platform = check_qt(for_window=True)
    window: Pair = load("klscope.python.opening", "open_window")(platform, read, interactive_shell())
    return window
