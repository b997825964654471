"""What people call the columns of their sheets, in Russian, English and Kazakh."""

from __future__ import annotations

from app.spreadsheet.layout import ColumnKind

_LISTS: dict[ColumnKind, dict[float, str]] = {
    # how sure the words are: of two columns the surer one gets the kind
    ColumnKind.ARTICLE: {
        1.0: (
            "артикул, арт, артикул поставщика, артикул товара, артикулы, article, sku, article "
            "number, item number, style, vendor code, supplierproductid, supplier product id, "
            "supplier sku, part number, товар коды, тауар коды, тауар артикулі, артикулі"
        ),
        0.98: "артикул продавца, ваш артикул, код артикула, артикул производителя",
        0.9: "модель, код модели, номенклатурный номер, model, item code, style code",
        0.8: "код, код товара, код номенклатуры, code, product code, item, коды",
    },
    ColumnKind.TITLE: {
        1.0: (
            "наименование, название, наименование товара, название товара, атауы, тауар, тауар "
            "атауы, тауардың атауы"
        ),
        0.95: (
            "номенклатура, товар, товары, продукт, полное наименование, title, name, product "
            "name, product, item name, description"
        ),
        0.8: "описание, номенклатура характеристика, номенклатура товары",
    },
    ColumnKind.SIZE: {
        1.0: (
            "размер, размеры, разм, р р, размер товара, размер производителя, size, sizes, size "
            "name, eu size, размер eu, российский размер, өлшем, өлшемі, мөлшері, өлшемдері"
        ),
        0.7: "характеристика, характеристика номенклатуры, вариант, variant, option",
    },
    ColumnKind.QUANTITY: {
        1.0: (
            "количество, кол во, кол, колво, колич, кол во шт, к во, приход, поступление, "
            "поступило, принято, получено, оприходовано, quantity, qty, pieces, pcs, units, "
            "count, amount of pieces, саны, сан, мөлшер, дана, кіріс, келді, сатылды, қайтарым"
        ),
        0.97: (
            "продано, выкуплено, продажи, продажа, реализация, реализовано, расход, возврат, возвраты, "
            "возвращено, отмена, отменено, списано, received, receipts, sold, returned, "
            "cancelled, shipped"
        ),
        0.9: "отгружено, отгрузка, заказано, заказ, штук, шт",
    },
    ColumnKind.STOCK: {
        1.0: (
            "остаток, остатки, остаток на складе, конечный остаток, в наличии, stock, in stock, "
            "on hand, available, balance, inventory, left, қалдық, қалдығы, қоймада, қоймадағы "
            "қалдық, бар"
        ),
        0.97: (
            "наличие, факт, фактическое количество, количество факт, свободный остаток, доступно, "
            "на складе, доступный остаток, остаток на конец, кон остаток"
        ),
        0.5: "начальный остаток, остаток на начало, нач остаток, учет, план",
    },
    ColumnKind.PRICE: {
        1.0: (
            "цена, цена продажи, розничная цена, цена розничная, новая цена, price, retail price, "
            "new price, newprice, rrp, sale price, msrp, баға, бағасы, сату бағасы, жаңа баға, "
            "бөлшек баға"
        ),
        0.98: "розница, розн, ррц, цена тг, цена со скидкой, цена для сайта, цена реализации",
        0.6: "стоимость, старая цена, цена до скидки, old price, мрц, прайс",
        0.5: "оптовая цена, цена оптовая, wholesale price, опт",
    },
    ColumnKind.BARCODE: {
        1.0: (
            "штрихкод, штрих код, шк, штрихкоды, баркод, штрих коды, barcode, ean, ean13, ean 13, "
            "gtin, upc, bar code, штрих код товара, штрихкод товара, сызықша код"
        ),
    },
    ColumnKind.SIZE_ID: {
        1.0: "sizeid, size id, id размера, код размера, ид размера, номер размера",
    },
    ColumnKind.PRODUCT_ID: {
        1.0: (
            "productid, product id, id товара, ид товара, номер товара, marketplace id, id "
            "маркетплейса, номер на маркетплейсе, тауар id"
        ),
        0.5: "id, ид",
    },
    ColumnKind.IGNORE: {
        1.0: (
            "n, n п п, пп, п п, номер, номер строки, no, row, р с, сумма, итого, всего, total, "
            "ttl, amount, sum, сомасы, барлығы, бренд, brand, цвет, color, colour, түсі, пол, сезон, "
            "season, состав, страна, страна происхождения, country, материал, коллекция, ед, ед "
            "изм, единица, единица измерения, unit, вес, объем, склад, warehouse, дата, date, "
            "комментарий, примечание, фото, категория, category, группа, вид, тип, поставщик, "
            "supplier, себестоимость, закупочная цена, цена закупки, закуп, cost, скидка, "
            "discount, ндс, ставка ндс, vat, наценка, валюта, image, photo, url, ссылка, link, "
            "статус, status, тнвэд, строка сообщения, line of the message"
        ),
    },
}

SYNONYMS: dict[ColumnKind, dict[str, float]] = {
    kind: {word: sure for sure, words in lists.items() for word in words.split(", ")}
    for kind, lists in _LISTS.items()
}
"""Headings without case, signs and «ё», and how sure each is, from 0 to 1."""

EXPLANATIONS = ("как заполнить", "how to fill in", "инструкция", "справка", "instructions", "readme")
"""Names of sheets that tell how the others are filled in, as those of our own templates."""

TOTALS = ("итого", "всего", "итог", "общий итог", "барлығы", "жиыны", "total", "grand total", "subtotal")
"""How a row of totals begins."""

TOTALS_AFTER = ("итог", "итого", "total")
"""How Excel's subtotals end: “SS21CA2N Total”."""
