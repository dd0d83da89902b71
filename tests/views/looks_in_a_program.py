"""A program that saves pictures of the window, its menus and a dialog: of klscope itself, or of another program.

``python looks_in_a_program.py ours FOLDER`` declares the application to be klscope's, ``other`` gives it another style
and another font.
"""

import sys
from pathlib import Path

from PySide6.QtGui import QFont
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from klscope.app import Explorer, opening
from klscope.views.application import claim
from klscope.views.theme import ThemeChoice


def main(whose: str, folder: Path) -> None:
    application = QApplication([])
    if whose == "ours":
        application.setStyle("Fusion")
        claim(application)
    else:
        application.setStyle("Windows")
        application.setFont(QFont("Courier", 19))
    explorer = Explorer(opening(), ThemeChoice.LIGHT)
    window = explorer.window
    window.show()
    QTest.qWait(500)

    def save(name: str) -> None:
        window.grab().save(str(folder / f"{name}.png"))

    for place in range(window.tabs.count()):
        window.tabs.setCurrentIndex(place)
        QTest.qWait(100)
        save(f"tab-{place}")
    explorer.set_theme(ThemeChoice.DARK)
    explorer.sizes.apply(1.25)
    QTest.qWait(300)
    save("dark-and-larger")
    for name in ("smooth", "export_image"):
        window.actions_by_name[name].trigger()
        QTest.qWait(300)
        for dialog in application.topLevelWidgets():
            if dialog.isVisible() and dialog is not window:
                dialog.grab().save(str(folder / f"{name}.png"))
                dialog.close()
    window.menus.examples.popup(window.pos())
    QTest.qWait(100)
    window.menus.examples.grab().save(str(folder / "menu.png"))
    window.menus.examples.close()
    window.close()


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
