"""Messages of shops' workers, of which tables are made."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from app.domain.errors import SpreadsheetError
from app.spreadsheet.columns import guess_layout
from app.spreadsheet.flaws import Flaw, Level
from app.spreadsheet.known import Known
from app.spreadsheet.layout import ColumnKind
from app.spreadsheet.lines import Checked
from app.spreadsheet.meaning import Meaning
from app.spreadsheet.messages import MOST_LINES, looks_like_message, message_table
from app.spreadsheet.reading.opening import open_book
from app.spreadsheet.reading.pasting import pasted
from tests.spreadsheet.checking import checked
from tests.spreadsheet.in_memory import InMemorySheet

DATA = Path(__file__).parents[1] / "data"
KNOWN = Known(
    {
        "JACKET": ("M", "L", "XL"),
        "COAT": ("S", "M", "L"),
        "BAG": ("ONE SIZE",),
        "BOOTS": ("42", "42,5", "44"),
        "Кардиган синий": ("S", "M"),
    },
    {"4870012001199": ("JACKET", "XL")},
)
HEAD = ["Article", "Size", "Quantity", "Line of the message"]


def made(text: str, known: Known = KNOWN) -> list[list[str]]:
    """The rows below the headings, each without its line."""
    rows = whole(text, known)
    return [list(row[:3]) for row in rows[rows.index(HEAD) + 1 :]]


def lines(found: Checked) -> list[tuple[int, str, str, int | None]]:
    return [(line.row, line.article, line.size, line.pieces) for line in found.lines]


def whole(text: str, known: Known = KNOWN) -> list[list[str]]:
    table = message_table(pasted(text), known, str, lambda _done, _total: None)
    return [list(row) for row in table]


@pytest.mark.parametrize(
    ("line", "rows"),
    [
        ("JACKET M - 5", ["JACKET M 5"]),
        ("JACKET M 5 шт", ["JACKET M 5"]),
        ("JACKET M 5шт.", ["JACKET M 5"]),
        ("JACKET: M-3, L-5, XL – 2", ["JACKET M 3", "JACKET L 5", "JACKET XL 2"]),
        ("JACKET M:3; L:5", ["JACKET M 3", "JACKET L 5"]),
        ("JACKET L-1 XL-2", ["JACKET L 1", "JACKET XL 2"]),
        ("#JACKET XL +3", ["JACKET XL 3"]),
        ("арт. JACKET XL +3", ["JACKET XL 3"]),
        ("1) JACKET M х2", ["JACKET M 2"]),
        ("• JACKET M = 4", ["JACKET M 4"]),
        ("JACKET размер M — 4 штуки", ["JACKET M 4"]),
        ("[10:15, 12.11.2026] Иван: JACKET M - 4", ["JACKET M 4"]),
        ("12.11.2026, 10:15 - Иван: JACKET M - 4", ["JACKET M 4"]),
        ("BOOTS 42,5 - 1, 44-2", ["BOOTS 42,5 1", "BOOTS 44 2"]),
        ("BOOTS 42 2", ["BOOTS 42 2"]),
        ("BAG 2 шт", ["BAG  2"]),
        ("4870012001199 - 5", ["JACKET XL 5"]),
        ("NEW7 M - 1500 шт", ["NEW7 M 1500"]),
        ("SS24TS01 синий", ["SS24TS01  ?? SS24TS01 синий"]),
        ("JACKET M -5", ["JACKET M -5"]),
    ],
)
def test_what_a_line_says(line: str, rows: list[str]) -> None:
    assert [" ".join(row) for row in made(line)] == rows


def test_an_article_of_several_words_is_known_from_the_catalogue() -> None:
    assert made("Кардиган синий M 2") == [["Кардиган синий", "M", "2"]]


@pytest.mark.parametrize(
    "line",
    [
        "JACKET M",  # no number
        "JACKET M много",
        "JACKET M 5 12000",  # pieces, or a price?
        "JACKET M 12000",
        "JACKET M 1,5",
        "JACKET синий M 5",
        "BOOTS 42 44",  # two sizes
        "BOOTS 42-44",
        "JACKET M - 5, COAT L - 2",
        "JACKET M два",
        "NEW7 42",  # a size, or pieces?
        "NEW7 XL 52",
        "5 шт JACKET M",
        "JACKET M 52",  # its size in numbers, or pieces?
        "JACKET XL 170",
        "BOOTS 42 164",
        "BOOTS 42 - 44",  # 44 is another size of it
        "COAT S-L 2",  # of which of them?
        "COAT M/L - 2",
        "BOOTS 42-44 - 5",
        "JACKET M 100",  # a price, perhaps
        "BAG 900",
        "JACKET - 5",  # of which size?
        "JACKET M --5",
        "JACKET M 5 ✅",
        "JACKET M - 3 вернули",
        "нет JACKET M - 5",
        "не JACKET M - 5",
        "списали JACKET M - 5",
        "закажите JACKET M - 5",
        "Куртка JACKET M - 5",
        "10 JACKET M 5",
        "❌ JACKET M - 5",
        "> JACKET M - 5",
        "~JACKET M - 5~",
        "«JACKET» M - 5",
        "JACKET вместо COAT M - 5",
        "[12.11.2026 10:17] Асель: не JACKET M - 5",
        "12.11.2026, 10:16 - Иван: отмена JACKET M - 5",
    ],
)
def test_a_line_that_is_not_clear_has_its_text_where_its_number_would_be(line: str) -> None:
    row = made(line)[0]
    assert row[0]
    assert row[2] == f"?? {line}"
    found = checked(whole(f"{line}\nCOAT S - 1"), known=KNOWN)
    assert lines(found) == [(3, "COAT", "S", 1)]
    assert [(problem.row, problem.level) for problem in found.problems] == [(2, Level.ERROR)]


def test_an_article_stands_above_its_sizes_and_before_their_lines() -> None:
    assert whole("JACKET\nXL - 2\n\nL - 1\nCOAT:\nM: 3") == [
        HEAD,
        ["JACKET", "XL", "2", "JACKET / XL - 2"],
        ["JACKET", "L", "1", "JACKET / L - 1"],
        ["COAT", "M", "3", "COAT: / M: 3"],
    ]


@pytest.mark.parametrize("above", ["JACKET нет", "JACKET (чёрная)", "JACKET списали", "возврат JACKET"])
def test_sizes_below_an_article_with_more_words_are_not_clear(above: str) -> None:
    assert made(f"{above}\nL - 2") == [["JACKET", "", f"?? {above}"], ["JACKET", "L", "??↑ L - 2"]]


@pytest.mark.parametrize(
    "between", ["Джинсы синие:", "Спасибо!", "👍", "--------", "950 тг", "броня", "минус"]
)
def test_sizes_behind_other_words_are_not_sure_to_be_of_the_article_above_it(between: str) -> None:
    rows = made(f"JACKET M - 1\n{between}\nL - 2")
    assert rows[1:] == [["", "", ""], ["JACKET", "L", "??↑ L - 2"]]


def test_a_size_without_a_number_leaves_the_article_above_it_sure() -> None:
    assert made("COAT\nS\nM 2\nL - 1") == [
        ["COAT", "S", "?? S"],
        ["COAT", "M", "2"],
        ["COAT", "L", "1"],
    ]


def test_words_that_begin_with_an_article_are_not_that_article() -> None:
    known = Known({"Куртка": ("S", "M")})
    text = "Куртка M - 1\nКуртка красная\nM - 4\nКуртка красная M - 4"
    assert [row[2][:2] for row in made(text, known)] == ["1", "??", "??", "??"]


@pytest.mark.parametrize(
    "line",
    [
        *("44", "+44", "-44", "44,", "44 шт", "44 пара", "44?", "44:", "10", "42.11", "12-11"),
        *("возврат 44 - 2", "брак 44 2", "минус 44 - 2", "04: 44 - 2", "Всего 44 - 15", "Платье 44 - 2"),
    ],
)
def test_a_line_of_goods_below_an_article_is_an_error(line: str) -> None:
    found = checked(whole(f"BOOTS 42 - 2\n{line}"), known=KNOWN)
    assert lines(found) == [(2, "BOOTS", "42", 2)]
    assert [(one.row, one.level, one.flaw) for one in found.problems] == [
        (3, Level.ERROR, Flaw.UNCLEAR_LINE)
    ]


def test_a_product_that_nobody_knows_is_no_heading() -> None:
    """Neither where it stands first nor below others."""
    line = "Кардиган красный M 5"
    found = checked(whole(f"{line}\nJACKET M - 5\n{line}"), known=KNOWN)
    assert lines(found) == [(3, "JACKET", "M", 5)]
    assert [(one.row, one.flaw) for one in found.problems] == [
        (2, Flaw.UNCLEAR_LINE),
        (4, Flaw.UNCLEAR_LINE),
    ]


def test_lines_below_another_meaning_are_errors() -> None:
    text = "Приход:\nJACKET M - 5\nПродали:\nCOAT\nL - 9\nПриход\nCOAT L - 2\nВозврат\nCOAT M - 3"
    found = checked(whole(text), known=KNOWN)
    assert [line[1:] for line in lines(found)] == [("JACKET", "M", 5), ("COAT", "L", 2)]
    errors = [str(one.text) for one in found.problems if one.level is Level.ERROR]
    assert [error.partition(" stands below words with another meaning.")[0] for error in errors] == [
        "The line “L - 9”",
        "The line “COAT M - 3”",
    ]


def test_sizes_without_an_article_are_errors() -> None:
    found = checked(whole("M - 2\nL - 3\nJACKET M - 1"), known=KNOWN)
    assert lines(found) == [(4, "JACKET", "M", 1)]
    assert [one.flaw for one in found.problems] == [Flaw.UNCLEAR_LINE] * 2


def test_every_line_is_in_the_table() -> None:
    text = (DATA / "message.txt").read_text(encoding="utf-8")
    rows = whole(text)
    assert rows[:2] == [["Здравствуйте! Приход на 12.11"], HEAD]
    told = [row[-1] for row in rows if row != HEAD]
    parts = [part for line in told for part in line.split(" / ")]
    assert list(dict.fromkeys(parts)) == [line for line in text.splitlines() if line]


def test_the_table_is_understood_without_a_question() -> None:
    rows = whole((DATA / "message.txt").read_text(encoding="utf-8"))
    layout = guess_layout(rows)
    assert [column.kind for column in layout.columns.values()] == [
        *(ColumnKind.ARTICLE, ColumnKind.SIZE, ColumnKind.QUANTITY, ColumnKind.IGNORE)
    ]
    assert not any(column.is_doubtful for column in layout.columns.values())
    assert not layout.carries
    assert [line[1:] for line in lines(checked(rows, Meaning.RECEIPTS, known=KNOWN))] == [
        *(("JACKET", "XL", 5), ("JACKET", "L", 3)),
        *(("COAT", "S", 3), ("COAT", "M", 5), ("COAT", "L", 2)),
        *(("JACKET", "XL", 3), ("COAT", "M", 2), ("COAT", "L", 1)),
    ]


def test_totals_and_greetings_are_no_goods() -> None:
    told = (
        "Итого: 2 шт\nтел. 8-701-123-45-67, +77011234567\na@b.kz\nЦена 8900\nВопросы: +7 701 123 45 67\n"
        "завтра в 10:30\nкарта 4400 4301 1234 5678\nСпасибо за заказ"
    )
    assert made(f"JACKET M - 2\n{told}")[1:] == [["", "", ""]] * 8


@pytest.mark.parametrize(
    "text",
    [
        *("JACKET M - 5", "Здравствуйте!\nCOAT: S-3, M-5\nСпасибо!", "NEW7 M 5 шт"),
        *(
            "JACKET белая M - 5",
            "JACKET\nбелая: M-5 L-3",
            "JACKET M - 5 (было 10)",
            "JACKET\nM L XL\n1 2 3",
        ),
    ],
)
def test_what_is_a_message(text: str) -> None:
    assert looks_like_message(pasted(text).rows(), KNOWN)


@pytest.mark.parametrize(
    "text",
    [
        "Здравствуйте! Приход на 12.11 будет завтра.",
        "4607012345677\n4607012345684",
        "JACKET\nCOAT",
        "S\nM\nL",
        "12.11.2026\n13.11.2026",
    ],
)
def test_what_is_none(text: str) -> None:
    assert not looks_like_message(pasted(text).rows(), KNOWN)


def test_a_table_is_none_although_its_lines_read_like_one() -> None:
    sheet = open_book(DATA / "semicolons-utf-8.csv").sheets[0]
    layout = guess_layout(sheet.head(200))
    assert layout.header


def test_a_text_of_too_many_lines_is_none() -> None:
    with pytest.raises(SpreadsheetError, match="more than 2000 lines"):
        whole("JACKET M - 1\n" * (MOST_LINES + 1))


@pytest.mark.parametrize(
    "line",
    [
        "JACKET " + "- " * 100_000,
        "JACKET " + "M-5, " * 60_000,
        "A" * 300_000,
        "[" * 50_000 + "1" * 50_000,
        "1." * 100_000,
        "JACKET M" + " " * 100_000 + "5",
        "JACKET " + "42-" * 120 + "1",
        "M " + "м" * 390,
        ("S-1," * 99)[:395] + "x",
    ],
)
def test_no_line_takes_long(line: str) -> None:
    begun = time.perf_counter()
    message_table(InMemorySheet([[line]] * 20), KNOWN, str, lambda _done, _total: None)
    assert time.perf_counter() - begun < 2
