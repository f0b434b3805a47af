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


GERMAN = (
    "Die Werft baut ab Mai zwölf Fähren, teilte die Direktorin Marta Lind am Montag mit.\n"
    "„Wir stellen 300 Leute ein“, said Jonas Berg, ein Sprecher der Gewerkschaft.\n"
)
DUTCH = "De burgemeester ontkent dat. “Het water was warm,” was de reactie, says Piet de Vries.\n"
SPANISH = (
    "La alcaldesa niega las acusaciones. «No es verdad», said Ana Ruiz, alcaldesa de Norhaven.\n"
)


@pytest.mark.parametrize("text", [GERMAN, DUTCH, SPANISH])
def test_no_claims_are_looked_for_in_another_language(text: str) -> None:
    assert find_claims(text) == []
    assert find_claims(text, SaidFinder()) == []
    assert paragraphs_within_reach(Article.from_paragraphs("Title", text.splitlines())) == 0


@pytest.mark.parametrize(
    "text",
    [
        "Olga Brandt said no.",
        "Kirby said: no comment.",
        "He said so.",
        "“Das ist doch ein Märchen, das glaubt kein Mensch mehr”, said Jonas Berg, the union's chief.",
        "«Non, la mairie ne paiera jamais pour cela», the mayor of Saint-Aubin said on Monday.",
    ],
)
def test_a_few_english_words_and_what_they_quote_are_looked_through(text: str) -> None:
    assert len(find_claims(text, SaidFinder())) == 1
