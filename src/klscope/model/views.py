"""The table of views in the per-category pane; everything that lists or names them is made from it."""

from __future__ import annotations

from enum import Enum

from klscope.wording import QT_TRANSLATE_NOOP

Word = tuple[str, str, bool | float | str]
"""A word of lessons, the option that it sets, and the value."""


class ViewMode(Enum):
    """A view in the per-category pane: terms with one bar per category, or an explaining view.

    Its value is its name in lessons and on the command line. The order is that of menus, buttons and shortcuts: Alt+1,
    Alt+2 … The texts are translated in the context "Views" where they are shown.

    Attributes
    ----------
    title
        Its title in the head of the pane.
    command
        Its text in the menu.
    tip
        The tool tip of the button of terms; empty for a view, which is in a menu.
    folder
        The name of the view's module: for "code_lengths" the widget is ``CodeLengthsChart`` of
        ``klscope.views.code_lengths.code_lengths_chart``, with the object name ``codeLengthsChart``, and the function
        ``connect`` of ``klscope.connections.code_lengths`` connects it. Empty for terms.
    controls
        The controls of the view that lessons may highlight, by their names in lessons.
    words
        The words of lessons' ``with:`` for its options: each with the name of an option and the value, of an
        enumeration the value of the member.
    """

    _value_: str
    title: str
    command: str
    tip: str
    folder: str
    controls: tuple[str, ...]
    words: tuple[Word, ...]

    def __new__(
        cls,
        name: str,
        title: str,
        command: str,
        tip: str = "",
        folder: str = "",
        controls: tuple[str, ...] = (),
        words: tuple[Word, ...] = (),
    ) -> ViewMode:
        """Make a member; the class docstring describes the arguments."""
        row = object.__new__(cls)
        row._value_ = name
        row.title, row.command, row.tip, row.folder, row.controls = title, command, tip, folder, controls
        row.words = words
        return row

    KL_DIVERGENCE = (
        "kl-divergence",
        "KL(P‖Q)",
        QT_TRANSLATE_NOOP("Views", "KL(P‖Q) Terms"),
        QT_TRANSLATE_NOOP("Views", "What each category adds to the extra cost"),
        "",
        (),
        (("add Q − P", "with_mass_difference", True),),
    )
    CROSS_ENTROPY = (
        "cross-entropy",
        "H(P,Q)",
        QT_TRANSLATE_NOOP("Views", "H(P,Q) Terms"),
        QT_TRANSLATE_NOOP("Views", "Each category's surprise, believing Q"),
    )
    ENTROPY = (
        "entropy",
        "H(P)",
        QT_TRANSLATE_NOOP("Views", "H(P) Terms"),
        QT_TRANSLATE_NOOP("Views", "Each category's surprise, knowing P"),
    )
    CODE_LENGTHS = (
        "code-lengths",
        QT_TRANSLATE_NOOP("Views", "Code lengths"),
        QT_TRANSLATE_NOOP("Views", "Code Lengths"),
        "",
        "code_lengths",
    )
    LOSS_CURVES = (
        "loss-curves",
        QT_TRANSLATE_NOOP("Views", "Why the log?"),
        QT_TRANSLATE_NOOP("Views", "Why the Log?"),
        "",
        "loss_curves",
        ("marker",),
    )
    TRAINING = (
        "training",
        QT_TRANSLATE_NOOP("Views", "Training"),
        QT_TRANSLATE_NOOP("Views", "Training"),
        "",
        "training",
        ("objective", "family", "play"),
        (
            ("forward", "objective", "forward"),
            ("reverse", "objective", "reverse"),
            ("every bar free", "family", "softmax"),
            ("one hump", "family", "one-hump"),
        ),
    )
    EVIDENCE = (
        "evidence",
        QT_TRANSLATE_NOOP("Views", "Evidence"),
        QT_TRANSLATE_NOOP("Views", "Evidence"),
        "",
        "evidence",
        ("draw 1000", "run"),
    )

    @classmethod
    def called(cls, name: str) -> ViewMode:
        """Return the mode with this value; raises KeyError where there is none."""
        return {mode.value: mode for mode in cls}[name]

    @property
    def is_terms(self) -> bool:
        """Whether it shows one bar per category and no explaining view."""
        return not self.folder


TERMS = tuple(mode for mode in ViewMode if mode.is_terms)
"""The modes that show a bar per category."""
