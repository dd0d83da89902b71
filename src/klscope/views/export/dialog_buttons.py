"""The buttons of an export dialog."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from klscope.views.magnification import set_font_size

translate = QCoreApplication.translate


def add_export_buttons(
    dialog: QDialog,
    column: QVBoxLayout,
    save: Callable[[], None],
    copy: Callable[[], None],
    copy_tip: str,
    *before: QWidget,
) -> tuple[QPushButton, QPushButton]:
    """Add Close, Copy and Save, which is the default, at the end of a dialog; return Save and Copy.

    ``before`` are widgets at the other end of the row.
    """
    saving = QPushButton(translate("ExportDialog", "&Save…"))
    copying = QPushButton(translate("ExportDialog", "&Copy"))
    closing = QPushButton(translate("ExportDialog", "Close"))
    saving.setDefault(True)
    copying.setToolTip(copy_tip)
    row = QHBoxLayout()
    column.addLayout(row)
    for widget in before:
        row.addWidget(widget)
    row.addStretch(1)
    for button in (closing, copying, saving):
        set_font_size(button, 13)
        row.addWidget(button)
    closing.clicked.connect(dialog.reject)
    copying.clicked.connect(lambda _=False: copy())
    saving.clicked.connect(lambda _=False: save())
    return saving, copying
