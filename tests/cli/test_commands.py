"""What can be typed after `polka`, and how it ends: 0 done, 1 it could not be done, 2 not understood."""

from __future__ import annotations

import json
import socket
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from sqlalchemy import text

from app.domain.action import Action
from app.sandbox.faults import NAMES
from app.services import reading
from app.services.connection import save_token
from app.services.editing import queue_action
from app.services.receiving import load_listener, save_listener
from app.services.settings import ConnectionSettings, save_connection
from app.services.shop import Shop
from app.storage import inbox as table
from tests.cli.support import polka
from tests.services.support import JACKET, add_simple_product

COMMANDS = ("demo", "serve", "sandbox", "send", "import", "list", "doctor")
SALE = b'{"products":[{"id":17,"sizes":[{"value":"L","count":3,"soldCount":1}]}]}'


@pytest.fixture
def folder(shop: Shop) -> Path:
    """The folder of a shop with one jacket."""
    add_simple_product(shop, "SS21CA2N", JACKET, price=Decimal("82000.50"), marketplace_id=17)
    return shop.folder


def test_help_names_every_command_and_the_exit_codes() -> None:
    ended = polka("--help")
    assert ended.code == 0
    assert all(f"\n    {command} " in ended.out for command in COMMANDS)
    assert "0 done, 1 it could not be done, 2 the command was not understood" in " ".join(ended.out.split())


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself_and_every_option(command: str) -> None:
    ended = polka(command, "--help")
    assert ended.code == 0
    options = ended.out.partition("options:\n")[2].partition("\n\n")[0]
    for block in options.split("\n  -")[1:]:
        assert len(block.split()) > 2, block


def test_the_version_is_told() -> None:
    assert polka("--version").out.startswith("Polka 0.")


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("nonsense", "invalid choice"),
        ("--theme pink", "invalid choice"),
        ("--language de", "invalid choice"),
        ("list", "required"),
        ("list nonsense", "invalid choice"),
        ("list products --limit -1", "not a whole number from 1"),
        ("list products --limit 0", "not a whole number from 1"),
        ("list products --limit ten", "not a whole number from 1"),
        ("list products --limit 99999999999999999999", "not a whole number from 1"),
        ("doctor --data=", "it is empty"),
        ("send", "required"),
        ("send --product A --action steal", "invalid choice"),
        ("send --product A --action sold", "for example --size XL=1"),
        ("send --product A --action sold --size XL", "does not say how many"),
        ("send --product A --action sold --size =1", "it is empty"),
        ("send --product A --action sold --size XL=", "“XL=”: The quantity is a whole number"),
        ("send --product A --action sold --size XL=0", "Zero pieces change nothing"),
        ("send --product A --action sold --size XL=-1", "without a minus"),
        ("send --product A --action sold --size XL=1.5", "Pieces are whole"),
        (
            "send --product A --action sold --size XL=1000000000000",
            "more than 1\xa0000\xa0000",
        ),
        ("send --product A --action sold --size XL=1 --size XL=2", "size XL is given twice"),
        ("send --product A --action sold --size XL=1 --price 0", "cannot be zero"),
        ("send --product A --action sold --size XL=1 --price -1", "below zero"),
        ("send --product A --action sold --size XL=1 --price 76.000", "thousands or decimals"),
        ("send --product A --action price", "needs --price"),
        ("send --product A --action price --price 5 --size XL=1", "takes no --size"),
        ("list events --unanswered", "is for deliveries"),
        ("send --product= --action price --price 5", "it is empty"),
        ("send --product \udcff --action price --price 5", "not text"),
        ("sandbox --port 99999", "not a port"),
        ("sandbox --port -1", "not a port"),
        ("sandbox --port x", "not a port"),
        ("sandbox --fault 504x", "there is no fault “504x”; there are 301, 302"),
        ("sandbox --fault latency=x", "there is no fault"),
        ("sandbox --webhook localhost:80", "not a web address"),
        ("sandbox --sell-every 0", "not a number of seconds above zero"),
        ("sandbox --sell-every nan", "not a number of seconds above zero"),
        ("sandbox --count right", "invalid choice"),
    ],
)
def test_what_is_not_understood_is_told_in_a_line(typed: str, words: str) -> None:
    ended = polka(*typed.split())
    assert ended.code == 2
    assert ended.out == ""
    assert words in ended.err.splitlines()[-1]
    assert "Traceback" not in ended.err


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("send --product nothing --action sold --size XL=1", "no product with the article nothing"),
        ("send --product SS21CA2N --action sold --size XXL=1", "SS21CA2N has no size XXL"),
        ("send --product SS21CA2N --action sold --size XL=1 --size XXL=1", "SS21CA2N has no size XXL"),
    ],
)
def test_what_is_not_there_is_told_and_nothing_is_queued(folder: Path, typed: str, words: str) -> None:
    ended = polka(*typed.split(), "--data", folder)
    assert (ended.code, ended.out) == (1, "")
    assert words in ended.err
    assert "Nothing was queued" in ended.err
    assert polka("list", "deliveries", "--data", folder).out == ""


def test_an_action_is_queued_and_listed(folder: Path) -> None:
    send = ("send", "--data", folder, "--product", " SS21CA2N ", "--action", "sold")
    assert polka(*send, "--size", "XL=1", "--size", "L=2", "--price", "76 000,50").out == "Queued: 1, 2\n"
    lines = [
        json.loads(line)
        for line in polka("list", "deliveries", "--json", "--data", folder).out.splitlines()
    ]
    assert [(line["id"], line["action"], line["state"], line["who"]) for line in lines] == [
        (2, "sold", "queued", "script"),
        (1, "price", "queued", "script"),
    ]
    assert lines[1]["price"] == "76000.50"
    assert [(size["value"], size["quantity"]) for size in lines[0]["lines"]] == [("XL", 1), ("L", 2)]
    words = polka("list", "deliveries", "--data", folder, "--limit", "1").out
    assert "SS21CA2N  sold  XL=1, L=2  queued" in words
    assert len(words.splitlines()) == 1


def test_every_list_is_json_a_line(shop: Shop, folder: Path) -> None:
    for body in (SALE, b"garbage", SALE.replace(b"17", b"99")):
        with shop.database.write() as connection:
            row = {"received_at": 1e9, "sender": "", "headers": "[]", "body": body, "state": "new"}
            table.keep(connection, [row])
        reading.read_new(shop)
    queue_action(shop, "SS21CA2N", Action.SOLD, {"XL": 1}, None, "test")
    for what, count in (("deliveries", 1), ("events", 3), ("products", 1)):
        lines = polka("list", what, "--json", "--data", folder).out.splitlines()
        assert len([json.loads(line) for line in lines]) == count
        assert len(polka("list", what, "--data", folder).out.splitlines()) == count
    product = json.loads(polka("list", "products", "--json", "--data", folder).out)
    assert (product["article"], product["price"]) == ("SS21CA2N", "82000.50")
    assert [(size["value"], size["here"]) for size in product["sizes"]] == [("XL", 2), ("L", 3), ("M", 2)]


def test_a_folder_that_cannot_be_used_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    for command in (
        ("list", "products"),
        ("serve",),
        ("send", "--product=A", "--action=price", "--price=5"),
    ):
        ended = polka(*command, "--data", tmp_path / "file" / "folder")
        assert (ended.code, ended.out) == (1, "")
        assert "may not write to" in ended.err
        assert len(ended.err.splitlines()) == 1


def test_the_help_of_the_sandbox_names_every_fault() -> None:
    words = set(polka("sandbox", "--help").out.replace(",", " ").split())
    assert words >= NAMES


def test_a_sandbox_whose_port_is_taken_says_so() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        ended = polka("sandbox", "--port", port)
    assert (ended.code, ended.out) == (1, "")
    assert f"Port {port} cannot be listened on." in ended.err
    assert "--port" in ended.err


def test_without_a_screen_the_window_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("sys.platform", "linux")
    for command in ((), ("demo",)):
        ended = polka(*command)
        assert ended.code == 1
        assert "There is no screen here" in ended.err
        assert "polka serve" in ended.err
    assert "--data is not used" in polka("--data", "somewhere", "demo").err


def found(out: str) -> dict[str, str]:
    return {name: words.strip() for name, _, words in (line.partition(":") for line in out.splitlines())}


def test_the_doctor_tells_what_support_needs_and_no_secret(
    shop: Shop, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    url = "https://market.example/api/key-1b2c?token=query-3d4e"
    save_connection(shop, ConnectionSettings(url=url))
    save_token(shop, "token-5f6a", session_only=True)
    public = "https://me:pass-7b8c@tunnel.example/path-9d0e"
    listener = replace(load_listener(shop), enabled=True, port=18999)
    save_listener(shop, listener)
    monkeypatch.setenv("POLKA_API_TOKEN", "token-5f6a")
    with pytest.raises(Exception, match="public address"):
        save_listener(shop, replace(listener, public_url=public))
    save_listener(shop, replace(listener, public_url="https://tunnel.example/path-9d0e"))
    queue_action(shop, "SS21CA2N", Action.SOLD, {"L": 6}, None, "anna")
    ended = polka("doctor", "--data", folder)
    assert (ended.code, ended.err) == (0, "")
    told = found(ended.out)
    assert told["data folder"] == str(folder)
    size = sum(path.stat().st_size for path in folder.glob("polka.db*") if path.suffix != ".db-shm")
    assert told["database"] == f"sound, {size:,} bytes"
    assert told["stock"] == "every stock is the sum of its movements"
    assert told["sizes to look at"] == "1 oversold, 0 with another flag"
    assert told["corrections"] == "0 wait to be sent"
    assert (told["rejected deliveries"], told["refused posts"]) == ("0", "0")
    assert told["keyring"] == "This system has no secret store that Polka could use."
    assert told["API URL"] == "https://market.example/…"
    assert told["token"] == "is there"
    assert told["environment"] == "POLKA_API_TOKEN win over what is saved"
    assert told["listener"].startswith("on, 127.0.0.1 port 18999")
    assert told["public address"] == "https://tunnel.example/…"
    assert told["deliveries"].startswith("1 in all")
    assert told["pyside6-essentials"]
    for secret in ("token-5f6a", "query-3d4e", "key-1b2c", "path-9d0e", listener.secret):
        assert secret not in ended.out


def test_the_doctor_makes_nothing_where_there_is_nothing(tmp_path: Path) -> None:
    ended = polka("doctor", "--data", tmp_path / "new")
    assert ended.code == 0
    assert "none yet" in found(ended.out)["database"]
    assert not (tmp_path / "new").exists()


def test_the_doctor_says_what_is_wrong_with_the_data(shop: Shop, folder: Path) -> None:
    with shop.database.write() as connection:
        connection.execute(text("UPDATE sizes SET here = here + 1 WHERE value <> 'XL'"))
    ended = polka("doctor", "--data", folder)
    assert ended.code == 1
    assert "NOT SOUND" in found(ended.out)["database"]
    problems = [line.partition(":")[2].strip() for line in ended.out.splitlines() if "problem" in line]
    assert problems == [
        "Sizes whose stock is not the sum of their movements: 2.",
        "SS21CA2N, size L: stock 5, sum of the movements 4.",
        "SS21CA2N, size M: stock 3, sum of the movements 2.",
    ]


@pytest.mark.parametrize("kept", [0, 3000])
def test_the_doctor_survives_a_damaged_database(shop: Shop, folder: Path, kept: int) -> None:
    shop.close()
    path = folder / "polka.db"
    path.write_bytes(path.read_bytes()[:kept] + b"\xa5" * 10_000)
    ended = polka("doctor", "--data", folder)
    assert ended.code == 1
    assert "damaged" in found(ended.out)["database"]
    assert found(ended.out)["sqlite"]
