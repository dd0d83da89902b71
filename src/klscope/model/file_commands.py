"""The commands of the menu File, a part of the table in `klscope.model.commands`."""

from __future__ import annotations

from klscope.model.command import SAME, Command, Menu
from klscope.wording import QT_TRANSLATE_NOOP

FILE_MENU = Menu(
    "file",
    QT_TRANSLATE_NOOP("Menus", "&File"),
    (
        (
            Command(
                "new_document",
                QT_TRANSLATE_NOOP("Actions", "New"),
                ("Ctrl+N",),
                manual=QT_TRANSLATE_NOOP("Manual", "a new document; open one, or the one that a picture carries"),
            ),
            Command("open_document", QT_TRANSLATE_NOOP("Actions", "Open…"), ("Ctrl+O",), manual=SAME),
            "recent",
            Command(
                "new_window",
                QT_TRANSLATE_NOOP("Actions", "New Window"),
                ("Ctrl+Shift+N",),
                manual=QT_TRANSLATE_NOOP("Manual", "another window, with a document of its own"),
                keeps_proposal=True,
            ),
            Command("continue_unsaved", QT_TRANSLATE_NOOP("Actions", "Continue Unsaved Work")),
        ),
        (
            Command(
                "open_data",
                QT_TRANSLATE_NOOP("Actions", "Open Data…"),
                ("Ctrl+Shift+O",),
                manual=QT_TRANSLATE_NOOP("Manual", "open data from a file; read the file again"),
                keeps_proposal=True,
            ),
            Command(
                "reload_data",
                QT_TRANSLATE_NOOP("Actions", "Read the Data Again"),
                ("F5",),
                manual=SAME,
                keeps_proposal=True,
            ),
            Command(
                "change_reading", QT_TRANSLATE_NOOP("Actions", "Change How the Data Are Read…"), keeps_proposal=True
            ),
        ),
        ("examples", Command("open_lesson", QT_TRANSLATE_NOOP("Actions", "Open Lesson…"))),
        (
            Command(
                "save_document",
                QT_TRANSLATE_NOOP("Actions", "Save"),
                ("Ctrl+S",),
                manual=QT_TRANSLATE_NOOP("Manual", "save the document; save it under another name"),
                keeps_proposal=True,
            ),
            Command(
                "save_document_as",
                QT_TRANSLATE_NOOP("Actions", "Save As…"),
                ("Ctrl+Shift+S",),
                manual=SAME,
                keeps_proposal=True,
            ),
            Command("revert_document", QT_TRANSLATE_NOOP("Actions", "Revert to Saved")),
            Command("document_properties", QT_TRANSLATE_NOOP("Actions", "Properties…"), keeps_proposal=True),
        ),
        (
            Command(
                "export_image",
                QT_TRANSLATE_NOOP("Actions", "Export Image…"),
                ("Ctrl+E",),
                manual=QT_TRANSLATE_NOOP("Manual", "export a picture; copy one"),
                keeps_proposal=True,
            ),
            Command(
                "copy_image",
                QT_TRANSLATE_NOOP("Actions", "Copy Image"),
                ("Ctrl+Shift+C",),
                manual=SAME,
                keeps_proposal=True,
            ),
            Command(
                "export_data",
                QT_TRANSLATE_NOOP("Actions", "Export Data…"),
                ("Ctrl+Shift+E",),
                manual=QT_TRANSLATE_NOOP("Manual", "export the numbers: CSV, JSON, LaTeX, Python …"),
                keeps_proposal=True,
            ),
        ),
        (
            Command(
                "close_window",
                QT_TRANSLATE_NOOP("Actions", "Close"),
                ("Ctrl+W",),
                manual=QT_TRANSLATE_NOOP("Manual", "close the window; close all of them"),
                keeps_proposal=True,
            ),
            Command("quit", QT_TRANSLATE_NOOP("Actions", "Quit"), ("Ctrl+Q",), manual=SAME, keeps_proposal=True),
        ),
    ),
)
