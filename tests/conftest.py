"""What every test stands on: a shop in a folder of its own, no home folder, no real secret store."""

from __future__ import annotations

import gc
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.null.Keyring"

from app.services.shop import Shop
from app.storage.secrets import session_secrets


@pytest.fixture(autouse=True)
def _no_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    home = tmp_path / "home"
    home.mkdir()
    for name in ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "APPDATA", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(home))
    for name in ("POLKA_API_URL", "POLKA_API_TOKEN"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture(autouse=True)
def _qt_garbage_ends_on_this_thread(request: pytest.FixtureRequest) -> Iterator[None]:
    """See `app.ui.garbage`: what a test of the window leaves must not meet the threads of another."""
    if "qapp" not in request.fixturenames:
        yield
        return
    gc.disable()
    yield
    gc.collect(0)
    gc.enable()


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Shop]:
    """An open shop with a real SQLite file."""
    opened = Shop(tmp_path / "shop", secrets=session_secrets())
    opened.open()
    yield opened
    opened.close()
