"""Sentences that are kept and shown later, perhaps in another language."""

from hypothesis import given
from hypothesis import strategies as st

from app.domain.text import Text, translate

SAID = translate("Test", "{sentence} It said: “{said}”")


@given(st.text(st.characters(exclude_categories=["Cs"])), st.integers())
def test_a_sentence_is_the_same_after_it_was_kept(said: str, figure: int) -> None:
    inner = translate("Test", "Stock {before} → {after}.").format(before=figure, after="{after}")
    sentence = SAID.format(sentence=inner, said=said)
    kept = Text.loads(sentence.dumps())
    assert str(kept) == str(sentence) == f"Stock {figure} → {{after}}. It said: “{said}”"
    assert kept is not None
    assert (kept.context, kept.source) == ("Test", SAID.source)


def test_a_count_chooses_the_form() -> None:
    assert [str(translate("Test", "%n row(s)", "", count)) for count in (0, 1, 2)] == [
        "0 rows",
        "1 row",
        "2 rows",
    ]
    assert str(translate("Test", "size(s)")) == "size(s)"


def test_no_sentence_stays_none() -> None:
    assert Text.loads(None) is None
