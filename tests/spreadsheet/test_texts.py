"""Whatever table is written as CSV comes back, in every encoding and with every separator."""

from __future__ import annotations

import csv
import io
import tempfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.spreadsheet.reading.delimiters import DELIMITERS
from app.spreadsheet.reading.encodings import NAMES, guess_encodings
from app.spreadsheet.reading.opening import open_book

RUSSIAN = st.sampled_from("абвгдежзийклмнопрстуфхцчшщъыьэюяАБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЭЮЯёЁ№ 0123456789")
AWKWARD = st.sampled_from(" \"'\n\t;,|=-+@")
CELL = st.text(RUSSIAN | AWKWARD | st.sampled_from("abcXYZ"), max_size=12)
ROWS = st.lists(st.lists(CELL, min_size=2, max_size=6), min_size=1, max_size=15)

HEADER = ["Артикул", "Размер", "Остаток", "Цена"]


@given(rows=ROWS, encoding=st.sampled_from(sorted(NAMES)), delimiter=st.sampled_from(DELIMITERS))
def test_rows_come_back_in_the_encoding_that_a_person_chose(
    rows: list[list[str]], encoding: str, delimiter: str
) -> None:
    rows = [[cell.encode(encoding, "ignore").decode(encoding) for cell in row] for row in rows]
    data = f"sep={delimiter}\r\n{_written(rows, delimiter)}".encode(encoding)

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "table.csv")
        path.write_bytes(data)
        book = open_book(path, encoding=encoding)

        assert book.delimiter == delimiter
        assert list(book.sheets[0].rows()) == rows


@given(
    words=st.lists(st.text(RUSSIAN, min_size=3, max_size=12), min_size=4, max_size=40),
    encoding=st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "cp1251", "cp866"]),
    delimiter=st.sampled_from(DELIMITERS),
)
def test_a_suppliers_table_is_read_without_being_told_how(
    words: list[str], encoding: str, delimiter: str
) -> None:
    rows = [HEADER, *([word, "42-44", "5", "1990"] for word in words)]

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "table.csv")
        path.write_bytes(_written(rows, delimiter).encode(encoding))
        book = open_book(path)

        assert book.delimiter == delimiter
        assert list(book.sheets[0].rows()) == rows


@given(st.binary(max_size=300))
def test_any_bytes_are_a_text_or_none(data: bytes) -> None:
    for encoding in guess_encodings(data):
        data.decode(encoding, "replace")


@pytest.mark.parametrize("letters", ["Бағасы", "Өлшемі", "Ұзын", "Қызыл"])
def test_kazakh_letters_tell_their_encoding(letters: str) -> None:
    assert list(guess_encodings(f"Атауы;{letters};Саны\n".encode("kz1048"))) == ["kz1048"]


def _written(rows: list[list[str]], delimiter: str) -> str:
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=delimiter).writerows(rows)
    return text.getvalue()
