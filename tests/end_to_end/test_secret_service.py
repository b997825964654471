"""The token in a real Secret Service (gnome-keyring on a bus of its own), and nowhere else."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

TOKEN = "tok-7f3e9b52-only-in-the-keyring"
NEEDED = ("dbus-run-session", "gnome-keyring-daemon")

SAVE = """
import logging, sys
from pathlib import Path
from app.services.connection import save_token
from app.services.settings import ConnectionSettings, save_connection
from app.services.shop import Shop
logging.basicConfig(filename=Path(sys.argv[1]) / "logs.txt", level=logging.DEBUG)
shop = Shop(Path(sys.argv[1])); shop.open()
save_connection(shop, ConnectionSettings(url="https://market.example/api"))
save_token(shop, sys.argv[2]); shop.close()
"""

LOAD = """
import sys
from pathlib import Path
from app.services.connection import load_token
from app.services.shop import Shop
shop = Shop(Path(sys.argv[1])); shop.open()
print(load_token(shop)); shop.close()
"""

SESSION = """
printf password | gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1
"$PYTHON" -c "$SAVE" "$FOLDER" "$TOKEN" && "$PYTHON" -c "$LOAD" "$FOLDER"
"""

pytestmark = [
    pytest.mark.secret_service,
    pytest.mark.skipif(not all(map(shutil.which, NEEDED)), reason=f"needs {' and '.join(NEEDED)} (Linux)"),
]


def test_the_token_is_in_the_secret_service_and_nowhere_else(tmp_path: Path) -> None:
    data, home, runtime = (tmp_path / name for name in ("data", "keyring-home", "runtime"))
    for folder in (data, home, runtime):
        folder.mkdir(mode=0o700)
    environment = {
        "PATH": os.environ["PATH"],
        "PYTHONPATH": str(Path(__file__).parents[2]),
        "HOME": str(home),
        "XDG_RUNTIME_DIR": str(runtime),
        "PYTHON": sys.executable,
        "SAVE": SAVE,
        "LOAD": LOAD,
        "FOLDER": str(data),
        "TOKEN": TOKEN,
    }
    answer = subprocess.run(
        ["dbus-run-session", "--", "sh", "-c", SESSION],
        env=environment,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert answer.stdout.strip() == TOKEN, answer.stderr
    files = [path for path in data.rglob("*") if path.is_file()]
    assert any(path.name == "polka.db" for path in files)
    assert [path for path in files if TOKEN.encode() in path.read_bytes()] == []
