"""Figures and claims made for tests."""

from __future__ import annotations

from collections.abc import Sequence

from corpus.answering.answer import Passage
from corpus.article import Article
from corpus.claims import Claim, Spans, Stance
from corpus.figures import Figure, figures_in


def claim_of(source: str, text: str, stance: Stance = Stance.ASSERTS) -> Claim:
    """Make a claim whose content is a whole paragraph."""
    spans = Spans((), (), ((0, len(text)),))
    return Claim(text, source, None, (), "said", stance, quoted=False, spans=spans)


def figures_of(article: Article, claims: Sequence[Claim] = ()) -> list[Figure]:
    """Read all figures of an article; each paragraph is given the same claims."""
    return [
        figure
        for paragraph in article.paragraphs
        for figure in figures_in(
            Passage(article, paragraph.number, paragraph.text, 0, 0, (), (), tuple(claims))
        )
    ]
