"""Says `painted` at a window's first picture.

Usage: python -m tests.benchmarks.start_child bare|polka FOLDER
"""

import sys


def bare() -> None:
    """What nobody can undercut: a PySide6 window with an empty table."""
    from PySide6.QtWidgets import QApplication, QMainWindow, QTableView

    class Window(QMainWindow):
        def paintEvent(self, event: object) -> None:
            print("painted", flush=True)

    application = QApplication([])
    window = Window()
    window.setCentralWidget(QTableView())
    window.resize(1280, 800)
    window.show()
    application.exec()


def polka(folder: str) -> None:
    """The way of `polka --data FOLDER`; the database must not have been touched by then."""
    from app.cli.arguments import build_parser
    from app.cli.folder import data_folder

    options = build_parser().parse_args(["--data", folder])
    from app.services.shop import Shop
    from app.ui.application import PolkaWindow, make_application
    from app.ui.single_instance import SingleInstance

    def on_painted() -> None:
        is_touched = "sqlalchemy" in sys.modules or (shop.folder / "polka.db").exists()
        print("painted too late" if is_touched else "painted", flush=True)

    application = make_application()
    shop = Shop(data_folder(options))
    instance = SingleInstance(shop.folder)
    window = PolkaWindow(shop)
    window.frame.painted.connect(on_painted)
    window.frame.show()
    application.exec()
    del instance


if sys.argv[1] == "bare":
    bare()
else:
    polka(sys.argv[2])
