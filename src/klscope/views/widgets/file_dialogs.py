"""The dialogs that ask for a file, which are Qt's own; they return at once, and call a function with the file."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QCoreApplication, QStandardPaths, Qt
from PySide6.QtWidgets import QFileDialog, QWidget

translate = QCoreApplication.translate
Location = QStandardPaths.StandardLocation


def ask_for_files(
    parent: QWidget,
    title: str,
    filters: Sequence[str],
    folder: str,
    take: Callable[[list[str]], None],
    several: bool = False,
    names_alone: bool = False,
) -> None:
    """Ask for a file to open.

    Parameters
    ----------
    parent, title
        The window that it belongs to, and its title.
    filters
        The name filters, as QFileDialog reads them; the first is chosen.
    folder
        Where it begins, if that is a folder.
    take
        Called with the chosen paths.
    several
        Whether several files can be chosen.
    names_alone
        Whether the filters are shown without their suffixes.
    """
    dialog = _dialog(parent, title, folder, Location.DocumentsLocation)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles if several else QFileDialog.FileMode.ExistingFile)
    dialog.setOption(QFileDialog.Option.HideNameFilterDetails, names_alone)
    dialog.setNameFilters(list(filters))
    dialog.filesSelected.connect(take)
    dialog.open()


def ask_where_to_save(
    parent: QWidget,
    title: str,
    suffixes: Mapping[str, str],
    folder: str,
    name: str,
    take: Callable[[str], None],
    place: Location = Location.DocumentsLocation,
    cancelled: Callable[[], None] | None = None,
) -> None:
    """Ask for the file to write.

    Parameters
    ----------
    parent, title
        The window that it belongs to, and its title.
    suffixes
        For each name filter, the suffix that a name without one gets.
    folder, place
        Where it begins: the folder, or where that is none this location of the system.
    name
        The suggested name; the first filter with its suffix is chosen.
    take, cancelled
        Called with the chosen path; called if none is chosen.
    """
    dialog = _dialog(parent, title, folder, place)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setNameFilters(list(suffixes))
    chosen = next((one for one, suffix in suffixes.items() if name.endswith(suffix)), next(iter(suffixes)))
    dialog.selectNameFilter(chosen)
    dialog.setDefaultSuffix(suffixes[chosen][1:])
    dialog.filterSelected.connect(lambda one: dialog.setDefaultSuffix(suffixes[one][1:]))
    dialog.selectFile(name)
    dialog.fileSelected.connect(take)
    if cancelled is not None:
        dialog.rejected.connect(cancelled)
    dialog.open()


def _dialog(parent: QWidget, title: str, folder: str, place: Location) -> QFileDialog:
    dialog = QFileDialog(parent, title)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setStyleSheet("QToolButton { padding: 3px; }")  # its small buttons with icons
    # Qt has no translation of these two in some languages, such as Korean
    dialog.setLabelText(QFileDialog.DialogLabel.LookIn, translate("FileDialogs", "Look &in:"))
    dialog.setLabelText(QFileDialog.DialogLabel.FileType, translate("FileDialogs", "Files of &type:"))
    places = (folder, QStandardPaths.writableLocation(place), os.path.expanduser("~"))
    dialog.setDirectory(next((one for one in places if one and os.path.isdir(one)), ""))
    return dialog
