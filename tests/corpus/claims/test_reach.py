"""How far into a text claims are looked for."""

from __future__ import annotations

import pytest

from corpus.article import Article
from corpus.claims import find_claims
from corpus.claims.reach import MOST_CHARACTERS, paragraphs_within_reach
from corpus.languages.english.document import Document
from tests.corpus.claims.marked import SaidFinder

SENTENCE = "Ana Ruiz said that it rained. "


def article(*lengths: int) -> Article:
    """Make an article with paragraphs of so many characters each."""
    paragraphs = [(SENTENCE * (length // len(SENTENCE) + 1))[:length] for length in lengths]
    return Article.from_paragraphs("It rained", paragraphs)


@pytest.mark.parametrize(
    ("lengths", "read"),
    [
        ((100, 200), 2),
        ((MOST_CHARACTERS - 102, 100), 2),
        ((MOST_CHARACTERS - 101, 100), 1),
        ((60, 60, MOST_CHARACTERS, 60), 2),
        ((MOST_CHARACTERS,), 1),
        ((MOST_CHARACTERS + 1, 60), 0),
        ((), 0),
    ],
)
def test_whole_paragraphs_are_read_up_to_the_limit(lengths: tuple[int, ...], read: int) -> None:
    long = article(*lengths)
    assert paragraphs_within_reach(long) == read
    document = Document.of_article(long)
    claims = find_claims(document, SaidFinder())
    with_claims = {document.paragraph_at(claim.spans.cue[0][0]) for claim in claims}
    assert with_claims == set(range(read))


def test_a_text_of_lines_is_read_as_far_as_an_article() -> None:
    text = f"{SENTENCE.strip()}\n" * 5_000
    claims = find_claims(text, SaidFinder())
    assert max(claim.spans.cue[-1][1] for claim in claims) < MOST_CHARACTERS
    assert len(claims) == MOST_CHARACTERS // len(SENTENCE)
