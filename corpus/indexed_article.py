"""One article of a corpus in memory, with all that searching and showing it takes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from corpus.answering.features import Candidate
from corpus.answering.searchable import Searchable
from corpus.answering.units import Unit, text_of
from corpus.article import Article
from corpus.claims import Claim, claims_within, find_claims
from corpus.index import Match
from corpus.languages.english import terms
from corpus.languages.english.document import Document


@dataclass(slots=True)
class IndexedArticle:
    """An article, its units and their words; `claims` are found in `article.text` when asked for.

    Units are numbered from 0, paragraphs from 1.
    """

    article: Article
    units: tuple[Unit, ...]
    searchable: Searchable
    claims: Sequence[Claim] | None

    def text_of(self, position: int) -> str:
        """Return the text of a unit."""
        return text_of(self.article, self.units[position])

    def positions_around(self, position: int) -> list[int]:
        """List the numbers of all units, the nearest to `position` first."""
        return sorted(range(len(self.units)), key=lambda other: abs(other - position))

    def candidate(self, match: Match) -> Candidate:
        """Make a unit that matches ready to be measured."""
        return Candidate(
            article_id=match.article_id,
            position=match.position,
            paragraph=self.units[match.position].paragraph,
            score=match.score,
            codes=self.searchable.unit(match.position),
            title=self.searchable.title,
            asks=self.searchable.asks[match.position],
        )

    def all_claims(self) -> Sequence[Claim]:
        """Return the article's claims, with offsets into its text, in the order of the text."""
        if self.claims is None:
            self.claims = find_claims(Document.of_article(self.article))
        return self.claims

    def terms_of_title(self) -> frozenset[str]:
        """Return the terms of the title."""
        return frozenset(terms(self.article.title))

    def terms_before(self, paragraph: int) -> frozenset[str]:
        """Return the terms of the paragraph before one."""
        before = self.article.paragraphs[paragraph - 2].text if paragraph > 1 else ""
        return frozenset(terms(before))

    def claims_in(self, paragraph: int) -> list[Claim]:
        """Return the claims in a paragraph, with offsets into it."""
        text = self.article.text
        start = self.article.paragraph_starts[paragraph - 1]
        end = start + len(self.article.paragraphs[paragraph - 1].text)
        return claims_within(self.all_claims(), text, start, end)
