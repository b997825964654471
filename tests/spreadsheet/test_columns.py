"""Which column is what, by headings and by values."""

import pytest

from app.spreadsheet.columns import guess_layout
from app.spreadsheet.headings import heading_kind, nearly_heading_kind
from app.spreadsheet.layout import ColumnKind, Layout
from app.spreadsheet.meaning import Meaning
from app.spreadsheet.sheet import Area
from app.spreadsheet.suited import suited
from tests.spreadsheet.in_memory import table


def kinds(layout: Layout) -> str:
    """The kinds of the columns in order; a size of a wide sheet as itself, an ignored column as -."""
    marks = {ColumnKind.IGNORE: "-"}
    return " ".join(
        column.size if column.kind is ColumnKind.ONE_OF_SIZES else marks.get(column.kind, column.kind.value)
        for _, column in sorted(layout.columns.items())
    )


def test_the_only_column_of_pieces_is_that_although_most_of_it_are_words() -> None:
    rows = table(
        "| Артикул | Размер | Остаток |\n| A-1 | S | много |\n| A-1 | M | есть |\n| A-1 | L | 100+ |"
    )
    assert kinds(guess_layout(rows)) == "article size stock"


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("Коли-чество (объем)", ColumnKind.QUANTITY),
        ("коли-\nчество", ColumnKind.QUANTITY),
        ("Арти\N{SOFT HYPHEN}кул", ColumnKind.ARTICLE),
        ("Штрих-код", ColumnKind.BARCODE),
        ("Цена-остаток", ColumnKind.PRICE),
    ],
)
def test_words_that_are_divided_in_a_heading(heading: str, kind: ColumnKind) -> None:
    said = heading_kind(heading)
    assert said is not None and said.kind is kind


def test_the_row_of_column_numbers_of_a_form_belongs_to_its_heading() -> None:
    rows = table("""
        | № п/п | Код товара | Название | Единица |       | Количество |
        |       |            |          | код     | знак  |            |
        | А     | 1          | 1а       | 2       | 2а    | 3          |
        | 1     | A-1        | Сумка    | 796     | шт    | 8          |
    """)
    assert guess_layout(rows).header == (1, 2, 3)


def test_an_article_of_one_letter_with_1_2_3_pieces_is_data() -> None:
    rows = table("| Артикул | S | M | L |\n| А | 1 | 2 | 3 |\n| Б | 1 | 2 | 3 |")
    assert guess_layout(rows).header == (1,)


def test_a_hidden_column_is_taken_only_where_no_visible_one_will_do_and_is_asked_about_then() -> None:
    rows = table("| Артикул | Кол-во | Кол-во факт |\n| A-1 | 50 | 5 |\n| B-2 | 30 | 3 |")
    for meaning in (Meaning.RECEIPTS, Meaning.COUNT):
        layout = suited(guess_layout(rows, hidden=[2]), meaning)
        assert kinds(layout).split()[1:] in (["-", "quantity"], ["-", "stock"])
    layout = suited(guess_layout([row[:2] for row in rows], hidden=[2]), Meaning.RECEIPTS)
    assert kinds(layout) == "article quantity"
    assert [layout.columns[index].is_doubtful for index in (1, 2)] == [False, True]


def test_a_plan_that_is_seen_is_not_taken_in_place_of_what_came_and_is_hidden() -> None:
    rows = table("| Артикул | Приход | Приход план |\n| A-1 | 1 | 10 |\n| B-2 | 3 | 10 |")
    layout = suited(guess_layout(rows, hidden=[2]), Meaning.RECEIPTS)
    assert kinds(layout) == "article quantity -"
    assert layout.columns[2].is_doubtful


def test_columns_are_as_they_are_where_all_of_them_are_hidden() -> None:
    rows = table("| Артикул | Кол-во |\n| A-1 | 50 |")
    layout = suited(guess_layout(rows, hidden=[1, 2]), Meaning.RECEIPTS)
    assert kinds(layout) == "article quantity" and not layout.columns[2].is_doubtful


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("Артикул", ColumnKind.ARTICLE),
        ("Арт.", ColumnKind.ARTICLE),
        ("АРТИКУЛ ТОВАРА", ColumnKind.ARTICLE),
        ("Код", ColumnKind.ARTICLE),
        ("SKU", ColumnKind.ARTICLE),
        ("Vendor code", ColumnKind.ARTICLE),
        ("Номенклатура", ColumnKind.TITLE),
        ("Наименование товара", ColumnKind.TITLE),
        ("Тауар атауы", ColumnKind.TITLE),
        ("Размер", ColumnKind.SIZE),
        ("Р-р", ColumnKind.SIZE),
        ("Size", ColumnKind.SIZE),
        ("Өлшем", ColumnKind.SIZE),
        ("Характеристика", ColumnKind.SIZE),
        ("Кол-во", ColumnKind.QUANTITY),
        ("Кол - во, шт.", ColumnKind.QUANTITY),
        ("Количество", ColumnKind.QUANTITY),
        ("Приход", ColumnKind.QUANTITY),
        ("Q-ty", ColumnKind.QUANTITY),
        ("Саны", ColumnKind.QUANTITY),
        ("Остаток", ColumnKind.STOCK),
        ("Остаток на 24.11.2026", ColumnKind.STOCK),
        ("Конечный остаток", ColumnKind.STOCK),
        ("In stock", ColumnKind.STOCK),
        ("Қалдық", ColumnKind.STOCK),
        ("Цена", ColumnKind.PRICE),
        ("Цена, тг", ColumnKind.PRICE),
        ("РРЦ", ColumnKind.PRICE),
        ("Розничная цена (₸)", ColumnKind.PRICE),
        ("Баға", ColumnKind.PRICE),
        ("Штрихкод", ColumnKind.BARCODE),
        ("Штрих-код", ColumnKind.BARCODE),
        ("EAN-13", ColumnKind.BARCODE),
        ("sizeId", ColumnKind.SIZE_ID),
        ("ID товара", ColumnKind.PRODUCT_ID),
        ("№ п/п", ColumnKind.IGNORE),
        ("Сумма продажи", ColumnKind.IGNORE),
        ("Цена закупочная", ColumnKind.IGNORE),
        ("Ед. изм.", ColumnKind.IGNORE),
    ],
)
def test_a_heading_is_recognised_by_its_words(heading: str, kind: ColumnKind) -> None:
    said = heading_kind(heading)
    assert said is not None
    assert said.kind is kind


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("Артикль", ColumnKind.ARTICLE),
        ("Количесво", ColumnKind.QUANTITY),
        ("Шрихкод", ColumnKind.BARCODE),
        ("Наименовние", ColumnKind.TITLE),
        ("Quantety", ColumnKind.QUANTITY),
        ("Остатк", ColumnKind.STOCK),
    ],
)
def test_a_slip_of_the_finger_in_a_heading_is_forgiven(heading: str, kind: ColumnKind) -> None:
    said = nearly_heading_kind(heading)
    assert said is not None
    assert said.kind is kind
    assert said.confidence < 0.8


@pytest.mark.parametrize("heading", ["", "Foo", "12", "Иванов", "2024", "—"])
def test_a_heading_that_says_nothing_is_nothing(heading: str) -> None:
    assert heading_kind(heading) is None
    assert nearly_heading_kind(heading) is None


def test_a_plain_list_is_understood() -> None:
    layout = guess_layout(
        table("""
            | Артикул  | Наименование   | Размер | Кол-во | Цена  |
            | SS21CA2N | Пальто женское | S      | 2      | 76000 |
            | SS21CA2N | Пальто женское | M      | 1      | 76000 |
        """)
    )
    assert kinds(layout) == "article title size quantity price"
    assert (layout.header, layout.first_row) == ((1,), 2)
    assert not layout.carries
    assert layout.columns[3].samples == ("S", "M")
    assert layout.columns[1].label == "Артикул"


def test_the_header_may_stand_below_the_name_of_the_company() -> None:
    layout = guess_layout(
        table("""
            | ТОО «Ромашка» |         |        |         |        |
            |               |         |        |         |        |
            | Приход от 24.11.2026 |  |        |         |        |
            | № | Код       | Размер  | Приход | Цена    | Сумма  |
            | 1 | FW20KT11  | 42      | 3      | 12500   | 37500  |
        """)
    )
    assert kinds(layout) == "- article size quantity price -"
    assert (layout.header, layout.first_row) == ((4,), 5)


def test_both_rows_of_a_merged_header_are_joined() -> None:
    rows = table("""
        | Артикул | Наименование | Остаток |        | Цена |
        |         |              | Алматы  | Астана |      |
        | A-1     | Пальто       | 5       | 2      | 100  |
        | A-2     | Пальто       | 3       | 0      | 100  |
    """)
    merged = [Area(1, 1, 2, 1), Area(1, 2, 2, 2), Area(1, 3, 1, 4), Area(1, 5, 2, 5)]
    layout = guess_layout(rows, merged)
    assert layout.header == (1, 2)
    assert layout.first_row == 3
    assert [layout.columns[index].label for index in (1, 3, 4)] == [
        "Артикул",
        "Остаток Алматы",
        "Остаток Астана",
    ]
    assert kinds(layout) == "article title place place price"


def test_the_lower_heading_says_which_part_of_the_upper_one_it_is() -> None:
    rows = table("""
        | № п/п | Товар        |          | Ед. изм. |     | Количество | Цена, тг  |
        |       | наименование | артикул  | наим.    | код |            |           |
        | 1     | 2            | 3        | 4        | 5   | 6          | 7         |
        | 1     | Пальто       | SS21CA2N | шт       | 796 | 2          | 76 000,00 |
    """)
    layout = guess_layout(rows, [Area(1, 1, 2, 1), Area(1, 2, 1, 3), Area(1, 4, 1, 5)])
    assert kinds(layout) == "- title article - - quantity price"
    assert (layout.header, layout.first_row) == ((1, 2, 3), 4)


def test_of_two_columns_with_the_same_heading_none_is_sure() -> None:
    layout = guess_layout(table("| Артикул | Остаток утром | Остаток вечером |\n| A-1 | 5 | 2 |"))
    assert kinds(layout) == "article stock -"
    assert layout.columns[2].confidence == 0.5


def test_the_row_of_column_numbers_in_a_form_is_part_of_the_header() -> None:
    layout = guess_layout(
        table("""
            | Артикул | Размер | Количество |
            | 1       | 2      | 3          |
            | A-1     | S      | 7          |
        """)
    )
    assert (layout.header, layout.first_row) == ((1, 2), 3)
    assert layout.columns[1].samples == ("A-1",)


def test_without_a_header_the_values_tell() -> None:
    layout = guess_layout(
        table("""
            | SS21CA2N | Пальто женское | 4601234567893 | S | 2 | 76000 |
            | SS21CA3N | Пальто мужское | 4006381333931 | M | 1 | 54000 |
            | SS21CA4N | Плащ детский   | 5901234123457 | L | 4 | 12500 |
        """)
    )
    assert kinds(layout) == "article title barcode size quantity price"
    assert (layout.header, layout.first_row) == ((), 1)
    assert layout.columns[1].confidence <= 0.5


def test_values_overrule_a_heading_that_is_wrong() -> None:
    layout = guess_layout(
        table("""
            | Артикул | Размер        | Кол-во | Цена  |
            | A-1     | 4601234567893 | 1      | 76000 |
            | A-2     | 4006381333931 | 2      | 54000 |
        """)
    )
    assert kinds(layout) == "article barcode quantity price"


def test_codes_are_no_prices() -> None:
    layout = guess_layout(
        table("""
            | Артикул | Штрихкод      | Размер | Цена продажи |
            | A-1     | 4601234567893 | S      | нет          |
            | A-2     | 4006381333931 | M      | 54000        |
        """)
    )
    assert kinds(layout) == "article barcode size price"


def test_the_surest_of_two_prices_is_taken() -> None:
    layout = guess_layout(
        table("""
            | Артикул | Старая цена | Цена закупочная | Новая цена |
            | A-1     | 90000       | 30000           | 76000      |
        """)
    )
    assert kinds(layout) == "article - - price"


def test_an_article_beats_a_code() -> None:
    layout = guess_layout(
        table("""
            | Код   | Артикул | Размер | Остаток |
            | 00012 | A-1     | S      | 4       |
        """)
    )
    assert kinds(layout) == "- article size stock"


def test_a_name_stands_for_an_article_that_is_nowhere() -> None:
    layout = guess_layout(
        table("""
            | Номенклатура    | Размер | Количество |
            | Пальто SS21CA2N | S      | 4          |
        """)
    )
    assert kinds(layout) == "article size quantity"
    assert layout.columns[1].confidence < 0.5


def test_a_name_beside_a_number_is_no_header() -> None:
    layout = guess_layout(table("| Модель 5 | 3 |\n| Модель 6 | 4 |\n| Модель 7 | 1 |"))
    assert (layout.header, layout.first_row) == ((), 1)
    assert kinds(layout) == "article quantity"


def test_an_empty_sheet_has_no_columns() -> None:
    assert guess_layout([]).columns == {}
    assert guess_layout([[""], ["", " "]]).find(ColumnKind.ARTICLE) is None


def test_a_correction_moves_the_kind() -> None:
    layout = guess_layout(table("| Код | Артикул | Кол-во |\n| 12 | A-1 | 4 |"))
    corrected = layout.with_column(1, ColumnKind.ARTICLE)
    assert kinds(corrected) == "article - quantity"
    assert corrected.columns[1].confidence == 1
    assert kinds(layout) == "- article quantity"


def test_sizes_below_each_other_replace_sizes_side_by_side() -> None:
    layout = guess_layout(table("| Артикул | S | M | L | Прочее |\n| A-1 | 1 | 2 | 3 | x |"))
    assert kinds(layout) == "article S M L -"
    assert kinds(layout.with_column(5, ColumnKind.SIZE)) == "article - - - size"
    assert kinds(layout.with_column(5, ColumnKind.ONE_OF_SIZES, "XL")) == "article S M L XL"


def test_a_fingerprint_is_the_headings_and_nothing_else() -> None:
    head = "| Артикул | Размер | Кол-во |"
    first = guess_layout(table(f"{head}\n| A-1 | S | 4 |"))
    later = guess_layout(table("| ТОО |\n| артикул | РАЗМЕР | Кол-во |\n| B-7 | 42 | 40 |"))
    other = guess_layout(table("| Артикул | Цвет | Кол-во |\n| A-1 | S | 4 |"))
    assert first.fingerprint == later.fingerprint != other.fingerprint
    assert first.with_column(2, ColumnKind.IGNORE).fingerprint == first.fingerprint
