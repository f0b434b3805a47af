"""An article's words come back from storage as they were, or not at all."""

from __future__ import annotations

from dataclasses import replace
from hashlib import blake2b

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.answering import article_words as cutting
from corpus.answering.article_words import RULES, ArticleWords
from corpus.answering.units import LONGEST_UNIT, text_of, units_of
from corpus.article import Article, Paragraph
from corpus.languages.english import terms
from corpus.languages.english.document import Document

PARAGRAPHS = st.lists(
    st.text(max_size=120)
    | st.sampled_from(
        ["The U.S. sent $1.5 million.", "1.2.3\nmillion", "Зеленський — 30 %", "\ud83d half"]
    )
    | st.just("The ledger is missing, she said. " * (LONGEST_UNIT // 20)),
    max_size=6,
)

SAMPLE = Article.from_paragraphs(
    "The sample",
    [
        "Ana Ruiz, who runs the ferries, said on Monday that 1,500 troops were in Port Ellery.",
        "“Was it $4.5 million, or 30 %?” the U.S. envoy asked. No one knew: it was 1998.",
        "In São Tomé the F-16s’ pilots weren't paid because of Zelenskyy's visit … 東京 also waits.",
        "The witness spoke of the missing ledgers. It rained in May! " * 40,
        "",
    ],
)


def cut(article: Article) -> ArticleWords:
    document = Document.of_article(article)
    return ArticleWords.of(article, list(units_of(article, document)), document)


def stored(made: ArticleWords) -> tuple[object, ...]:
    row = made.terms
    return (made.codes.tolist(), list(row.terms), row.numbers.tolist(), row.starts.tolist())


@given(PARAGRAPHS)
def test_what_is_read_is_what_was_written(paragraphs: list[str]) -> None:
    made = cut(Article.from_paragraphs("T", paragraphs))
    read = ArticleWords.from_bytes(made.to_bytes())
    assert read is not None
    assert stored(read) == stored(made)
    assert read.codes.dtype == made.codes.dtype
    assert read.terms.numbers.dtype == made.terms.numbers.dtype


@given(PARAGRAPHS)
def test_every_unit_has_its_terms_and_a_token_for_each(paragraphs: list[str]) -> None:
    article = Article.from_paragraphs("T", paragraphs)
    made = cut(article)
    numbers, starts = made.terms.numbers.tolist(), made.terms.starts.tolist()
    assert len(made.codes) == len(numbers) == starts[-1]
    for n, unit in enumerate(units_of(article, Document.of_article(article))):
        own = [made.terms.terms[number] for number in numbers[starts[n] : starts[n + 1]]]
        assert own == terms(text_of(article, unit))


@pytest.mark.parametrize(
    ("heading", "replies"), [("Who runs the ferries?", True), ("The ferries of Ana Ruiz", False)]
)
def test_a_reply_is_found_by_the_words_of_its_question(heading: str, *, replies: bool) -> None:
    article = replace(SAMPLE, paragraphs=(Paragraph(1, "My sister and I.", heading),))
    made = cut(article)
    assert ("ferri" in made.terms.terms) is replies
    assert len(made.codes) == made.terms.starts[-1]


def test_the_words_of_other_rules_are_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    written = cut(SAMPLE).to_bytes()
    monkeypatch.setattr(cutting, "_MADE_BY", "rules that came later")
    assert ArticleWords.from_bytes(written) is None


def test_rules_that_cut_otherwise_have_another_number() -> None:
    """Where this fails, cutting has changed: raise `RULES` by one, then put both values here."""
    digest = blake2b(repr(stored(cut(SAMPLE))).encode(), digest_size=8).hexdigest()
    assert (RULES, digest) == (3, "2afa2ba1a688ac49")
