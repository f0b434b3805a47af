from hypothesis import given
from hypothesis import strategies as st

from corpus.answering.units import LONGEST_UNIT, units_of
from corpus.article import Article
from corpus.languages.english.document import Document

SENTENCE = "The committee heard from eleven witnesses on the second day of the hearing. "


def test_a_paragraph_of_ordinary_length_is_one_unit() -> None:
    article = Article.from_paragraphs("Title", ["One.", "Two. And more."])
    assert [
        (unit.paragraph, unit.start, unit.end)
        for unit in units_of(article, Document.of_article(article))
    ] == [
        (1, 0, 4),
        (2, 0, 14),
    ]


def test_a_very_long_paragraph_is_cut_between_sentences_and_keeps_its_number() -> None:
    text = (SENTENCE * 60).strip()
    article = Article.from_paragraphs("Title", ["Short.", text])
    units = list(units_of(article, Document.of_article(article)))[1:]
    assert len(units) > 1
    assert {unit.paragraph for unit in units} == {2}
    for unit in units:
        piece = text[unit.start : unit.end]
        assert len(piece) <= LONGEST_UNIT
        assert piece.startswith("The committee")
        assert piece.endswith("hearing.")


def test_a_sentence_longer_than_a_unit_stays_whole() -> None:
    text = "word " * 1_000 + "end."
    article = Article.from_paragraphs("Title", [text])
    units = list(units_of(article, Document.of_article(article)))
    assert [(unit.start, unit.end) for unit in units] == [(0, len(text))]


@given(st.lists(st.text(min_size=1, max_size=4_000), max_size=4))
def test_no_word_is_lost_between_units(paragraphs: list[str]) -> None:
    article = Article.from_paragraphs("Title", paragraphs)
    for paragraph in article.paragraphs:
        held = [
            paragraph.text[unit.start : unit.end]
            for unit in units_of(article, Document.of_article(article))
            if unit.paragraph == paragraph.number
        ]
        assert "".join("".join(held).split()) == "".join(paragraph.text.split())
