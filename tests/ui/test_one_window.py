"""One window for a data folder, and how it ends: by the person, the session or a signal."""

from __future__ import annotations

import signal
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.services.receiving import free_port, load_listener, save_listener
from app.services.shop import Shop
from app.storage.secrets import session_secrets
from app.ui.application import PolkaWindow
from app.ui.desktop.choices import Closing, save_closing
from app.ui.single_instance import SingleInstance
from tests.cli.support import program

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support raise", extend=True)

RUN = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from app.services.receiving import free_port, load_listener, save_listener
from app.services.shop import Shop
from app.storage.secrets import session_secrets
from app.ui import application

def act():
    kept = [w for w in QGuiApplication.topLevelWindows() if w.isVisible()]
    print("shown" if kept else "hidden", flush=True)
    {act}

application.make_application()
QTimer.singleShot(2500, act)
sys.exit(application.run_window(Shop(Path(sys.argv[1]), secrets=session_secrets()), language="en", {how}))
"""


@pytest.fixture
def window(tmp_path: Path, qtbot: QtBot) -> Iterator[PolkaWindow]:
    """Open and on the screen; to be kept when it is closed."""
    made = PolkaWindow(Shop(tmp_path / "shop", secrets=session_secrets()), language="en", theme="light")
    save_closing(made.memory, Closing.KEEP)
    made.begin()
    qtbot.waitUntil(lambda: made.desktop is not None)
    yield made
    made.close()


def test_a_second_start_brings_a_hidden_window_back(window: PolkaWindow, qtbot: QtBot) -> None:
    first = SingleInstance(window.shop.folder)
    first.second_started.connect(window.bring_to_front)
    window.frame.hide()
    second = SingleInstance(window.shop.folder)
    assert first.is_first
    assert not second.is_first
    qtbot.waitUntil(window.frame.isVisible)
    first.close()


def test_a_second_start_says_that_the_first_comes_to_the_front(window: PolkaWindow, qtbot: QtBot) -> None:
    first = SingleInstance(window.shop.folder)
    first.second_started.connect(window.bring_to_front)
    window.frame.hide()
    with program("--data", window.shop.folder, QT_QPA_PLATFORM="offscreen") as second:
        qtbot.waitUntil(lambda: second.poll() is not None)
        out, err = second.communicate()
    assert (second.returncode, err) == (0, "")
    assert "comes to the front" in out
    assert window.frame.isVisible()
    first.close()


def test_a_demo_is_told_from_the_shop_by_its_title(tmp_path: Path, qtbot: QtBot) -> None:
    shop = Shop(tmp_path / "demo", secrets=session_secrets())
    made = PolkaWindow(shop, language="en", theme="light", is_temporary=True)
    made.begin()
    qtbot.waitUntil(lambda: made.desktop is not None)
    assert made.frame.windowTitle() == "Polka: demo"
    assert made.desktop is not None
    assert made.desktop.tray.icon.toolTip().startswith("Polka: demo")
    made.language.use("ru")
    qtbot.waitUntil(lambda: made.frame.windowTitle() == "Полка: демонстрация")
    made.close()


def test_another_folder_has_a_window_of_its_own(tmp_path: Path, qapp: object) -> None:
    one, other = SingleInstance(tmp_path / "one"), SingleInstance(tmp_path / "other")
    assert one.is_first
    assert other.is_first
    one.close()
    other.close()


def test_who_starts_while_the_first_ends_is_the_first(tmp_path: Path, qapp: object) -> None:
    ending = SingleInstance(tmp_path)
    ending.close()
    following = SingleInstance(tmp_path)
    assert following.is_first
    following.close()


def test_closing_keeps_the_window_and_quitting_ends_it(window: PolkaWindow, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(window.quit_requested):
        window.frame.close()
    assert window.engine is not None
    assert window.frame.isMinimized()  # this system has no tray
    window.bring_to_front()
    assert not window.frame.isMinimized()
    with qtbot.waitSignal(window.quit_requested):
        qtbot.keyClick(window.frame, Qt.Key.Key_Q, Qt.KeyboardModifier.ControlModifier)
    assert window.frame.close()


def test_closing_while_the_shop_is_being_opened_asks_as_later(tmp_path: Path, qtbot: QtBot) -> None:
    shop = Shop(tmp_path / "shop", secrets=session_secrets())
    shop.open()
    save_listener(shop, replace(load_listener(shop), enabled=True, port=free_port("127.0.0.1", 0)))
    shop.close()
    made = PolkaWindow(shop, language="en", theme="light")
    made.begin()
    with qtbot.assertNotEmitted(made.quit_requested):
        made.frame.close()
        qtbot.waitUntil(lambda: made.desktop is not None and made.desktop.question is not None)
    assert made.frame.isVisible()
    made.close()


def test_who_closes_twice_does_not_wait_for_the_shop(tmp_path: Path, qtbot: QtBot) -> None:
    made = PolkaWindow(Shop(tmp_path / "shop", secrets=session_secrets()), language="en", theme="light")
    made.begin()
    made.frame.close()
    with qtbot.waitSignal(made.quit_requested):
        made.frame.close()
    made.close()


def test_a_window_that_cannot_be_opened_is_closed_by_closing(tmp_path: Path, qtbot: QtBot) -> None:
    (tmp_path / "shop").mkdir()
    (tmp_path / "shop" / "polka.db").write_bytes(b"no database at all" * 1000)
    made = PolkaWindow(Shop(tmp_path / "shop", secrets=session_secrets()), language="en", theme="light")
    made.begin(is_hidden=True)
    qtbot.waitUntil(lambda: made.frame.is_failed)
    assert made.frame.isVisible()  # a failure is not hidden
    with qtbot.waitSignal(made.quit_requested):
        made.frame.close()
    made.close()


def ended(folder: Path, act: str, how: str = "") -> tuple[int, str, str]:
    command = [sys.executable, "-c", RUN.format(act=act, how=how), str(folder)]
    done = subprocess.run(command, check=False, capture_output=True, text=True, timeout=60)
    errors = [line for line in done.stderr.splitlines() if "This plugin does not support" not in line]
    return done.returncode, done.stdout.strip(), "\n".join(errors)


def test_the_end_of_the_session_ends_a_window_that_closing_would_keep(tmp_path: Path) -> None:
    memory = tmp_path / "window.ini"
    memory.write_text("[desktop]\nclosing=keep\n", encoding="utf-8")
    assert ended(tmp_path, "QGuiApplication.instance().quit()") == (0, "shown", "")


@pytest.mark.skipif(sys.platform == "win32", reason="signals are of another kind")
def test_a_signal_ends_it_in_order(tmp_path: Path) -> None:
    act = "import os, signal; os.kill(os.getpid(), signal.SIGTERM)"
    assert ended(tmp_path, act) == (0, "shown", "")


@pytest.mark.skipif(sys.platform == "win32", reason="signals are of another kind")
def test_a_start_with_the_system_works_and_ends(tmp_path: Path) -> None:
    with program("--hidden", "--data", tmp_path, QT_QPA_PLATFORM="offscreen") as polka:
        with pytest.raises(subprocess.TimeoutExpired):
            polka.wait(4)
        polka.send_signal(signal.SIGTERM)
        assert polka.wait(20) == 0
    assert (tmp_path / "polka.db").exists()
