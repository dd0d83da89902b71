"""Writes the files of ``klscope export`` and ``klscope lesson handout``, without a display."""

from __future__ import annotations

import argparse

from klscope import app
from klscope.controllers.training import TrainingController
from klscope.files import examples
from klscope.files.documents import document_file
from klscope.lessons.lesson import Lesson
from klscope.model.document import Document
from klscope.model.view_options import EvidenceOptions
from klscope.model.views import ViewMode
from klscope.views.application import made_application, style_application
from klscope.views.export.drawing import draw_picture, title_of
from klscope.views.export.picture import Background, PictureChoice, What, render_picture
from klscope.views.export.picture_files import form_of, save_picture
from klscope.views.handouts.handout import write_handout
from klscope.views.theme import LIGHT, ThemeChoice, resolve
from klscope.views.words import language


def start() -> None:
    """Create the QApplication, with the style that the themes are made for."""
    made_application().setStyle("Fusion")


def run(arguments: argparse.Namespace) -> int:
    """Write the picture for the checked ``arguments`` to their output, or raise FileError; return the exit code."""
    start()
    if arguments.language != language.code():  # otherwise messages stay in the language of the terminal
        language.install(arguments.language)
    theme = ThemeChoice(arguments.theme)
    document = arguments.document
    if document is not None:
        explorer = app.Explorer(document.comparison, theme)
        explorer.documents.take(document, "", b"")
    elif arguments.reading is not None:
        explorer = app.Explorer(arguments.reading.comparison(), theme)
    elif arguments.example is not None:
        explorer = app.Explorer(examples.load(arguments.example, arguments.language).comparison, theme)
    else:
        explorer = app.create(arguments.p_weights, arguments.q_weights, arguments.label_list)
        explorer.set_theme(theme)
    if document is None or arguments.unit_given:  # a document has its own
        explorer.store.set_unit(arguments.unit)
    if document is None or arguments.mode_given:
        _show_view(explorer, arguments)
    choice = PictureChoice(What(arguments.what), arguments.scale, Background(arguments.background))
    snapshot = explorer.store.snapshot
    make = render_picture if form_of(arguments.output).has_pixels else draw_picture
    picture = make(choice, explorer.window, snapshot, resolve(theme))
    content = None if arguments.without_data else document_file.as_bytes(Document.of(snapshot))
    save_picture(picture, arguments.output, title_of(snapshot), content)
    return 0


def _show_view(explorer: app.Explorer, arguments: argparse.Namespace) -> None:
    """Show the view ``arguments.mode``, after drawing samples or making training steps."""
    mode = ViewMode.called(arguments.mode)
    explorer.store.set_mode(mode)
    if mode is ViewMode.EVIDENCE:
        explorer.store.set_options(EvidenceOptions(arguments.seed, arguments.samples))
    elif mode is ViewMode.TRAINING and arguments.steps:
        for controller in explorer.editor.findChildren(TrainingController):  # that of the view
            controller.step(arguments.steps)


def run_handout(lesson: Lesson, output: str, spoken: str, answers: bool) -> int:
    """Write ``lesson`` as a PDF to ``output``, or raise FileError; return the exit code."""
    start()
    style_application(LIGHT)
    write_handout(lesson, output, spoken, answers=answers)
    return 0
