"""What every test stands on: a shop in a folder of its own, no home folder, no real secret store.

A test fails that leaves a thread or a window behind, reaches beyond this machine, or logs a warning that
it did not say it expects: `@pytest.mark.expects_log("part of the message")`.
"""

from __future__ import annotations

import gc
import logging
import os
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from tests import guards

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.null.Keyring"

from app.services.shop import Shop
from app.storage.secrets import session_secrets

guards.forbid_network()
settings.register_profile("polka", deadline=None)  # machines are busy now and then
settings.load_profile("polka")

PROXIES = ("http_proxy", "https_proxy", "all_proxy", "no_proxy")


@pytest.fixture(autouse=True)
def _leaves_nothing_behind(request: pytest.FixtureRequest) -> Iterator[None]:
    before = set(threading.enumerate())
    kept = guards.KeptRecords()
    guards.reached_out.clear()
    logging.getLogger().addHandler(kept)
    yield
    windows = guards.windows_left()
    threads = guards.threads_left(before)
    logging.getLogger().removeHandler(kept)
    assert not windows, f"windows left open: {windows}"
    assert not threads, f"threads left: {threads}"
    assert not guards.reached_out, f"reached out to {guards.reached_out}"
    expected = [mark.args[0] for mark in request.node.iter_markers("expects_log")]
    messages = [f"{record.levelname} {record.name}: {record.getMessage()}" for record in kept.records]
    surprises = [text for text in messages if not any(words in text for words in expected)]
    assert not surprises, f"unexpected in the log: {surprises}"
    missing = [words for words in expected if not any(words in text for text in messages)]
    assert not missing, f"expected in the log: {missing}"


@pytest.fixture(autouse=True)
def _no_home(_leaves_nothing_behind: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    home = tmp_path / "home"
    home.mkdir()
    for name in ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "APPDATA", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(home))
    own = ("POLKA_API_URL", "POLKA_API_TOKEN", "DBUS_SESSION_BUS_ADDRESS")
    for name in (*own, *PROXIES, *map(str.upper, PROXIES)):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture(autouse=True)
def _qt_garbage_ends_on_this_thread(request: pytest.FixtureRequest) -> Iterator[None]:
    """See `app.ui.garbage`: what a test of the window leaves must not meet the threads of another."""
    if "qapp" not in request.fixturenames:
        yield
        return
    gc.disable()
    yield
    gc.collect()  # all generations: what is left would be ended by a thread of a later test
    gc.enable()


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Shop]:
    """An open shop with a real SQLite file."""
    opened = Shop(tmp_path / "shop", secrets=session_secrets())
    opened.open()
    yield opened
    opened.close()
