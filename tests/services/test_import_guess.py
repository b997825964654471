"""How a file is understood at once, with what the catalogue knows."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.services.catalogue import add_product
from app.services.importing import Guess, guess, open_file
from app.services.shop import Shop
from app.services.views import ProductDraft, SizeDraft
from app.spreadsheet.layout import Kind
from tests.services.import_support import write_csv


@pytest.fixture
def stocked(shop: Shop) -> Shop:
    for number, article in enumerate(("FW22PK08", "FW22PK11", "FW23CT02"), 1):
        sizes = (SizeDraft("S", f"487001200001{number}", opening=4), SizeDraft("M", opening=2))
        add_product(shop, ProductDraft(article, price=None, sizes=sizes))
    return shop


def guessed(shop: Shop, path: Path, text: str) -> Guess:
    return guess(shop, open_file(write_csv(path / "f.csv", text)).sheets[0])


def test_a_column_of_known_articles_beats_a_better_heading(stocked: Shop, tmp_path: Path) -> None:
    text = "Код товара;Модель;Размер;Приход\nFW22PK08;Пуховик;S;1\nFW22PK11;Парка;M;2\nNEW;Пальто;S;1"
    layout = guessed(stocked, tmp_path, text).layout
    assert [layout.columns[index].kind for index in (1, 2)] == [Kind.ARTICLE, Kind.TITLE]
    assert not layout.columns[1].is_doubtful


def test_where_the_catalogue_knows_neither_of_two_a_person_is_asked(stocked: Shop, tmp_path: Path) -> None:
    text = "Код товара;Модель;Размер;Приход\nA-1;Z-100;S;1\nA-2;Z-200;M;2"
    layout = guessed(stocked, tmp_path, text).layout
    article = layout.find(Kind.ARTICLE)
    assert article is not None
    assert layout.columns[article].is_doubtful
    alone = guessed(stocked, tmp_path, text.replace("Код товара", "Цвет")).layout
    assert not alone.columns[2].is_doubtful


def test_known_barcodes_are_barcodes_whatever_stands_above_them(stocked: Shop, tmp_path: Path) -> None:
    text = "Артикул;Шифр;Приход\n4870012000011;x;1\n4870012000012;y;2"
    layout = guessed(stocked, tmp_path, text).layout
    assert (layout.find(Kind.BARCODE), layout.find(Kind.ARTICLE)) == (1, None)


def test_pieces_are_not_articles_although_articles_may_be_numbers(shop: Shop, tmp_path: Path) -> None:
    for article in ("1", "2", "3", "101"):
        add_product(shop, ProductDraft(article, price=None, sizes=(SizeDraft("S", opening=1),)))
    layout = guessed(shop, tmp_path, "Артикул;Размер;Кол-во\n101;S;1\n102;S;2\n103;M;3").layout
    assert (layout.find(Kind.ARTICLE), layout.find(Kind.QUANTITY)) == (1, 3)
