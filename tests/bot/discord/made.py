"""Claims and passages made for the tests of cards."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.conversation import Asked, Talked
from bot.discord.asking.buttons import answer_with_buttons
from bot.discord.kit.card import Card
from corpus.answering.answer import Answer, Passage
from corpus.article import Article
from corpus.claims import Claim, Spans, Stance


def claim_of(source: str | None, content: str, **other: object) -> Claim:
    """Make a claim whose content begins its paragraph."""
    spans = Spans((), (), ((0, len(content)),))
    claim = Claim(content, source, None, (), "said", Stance.ASSERTS, quoted=False, spans=spans)
    return replace(claim, **other)  # type: ignore[arg-type] # a test gives fields what they take


def card_of(
    question: str, passages: Sequence[Passage], *, shown: int = 1, about: str | None = None
) -> Card:
    """Make the card of an answer with these passages."""
    asked = Asked(question, about)
    return answer_with_buttons(asked, Talked(Answer(question, tuple(passages)), about), shown=shown)


def passage_of(article: Article, number: int, *claims: Claim) -> Passage:
    """Make a passage of a whole paragraph, which is one answering sentence."""
    text = article.paragraphs[number - 1].text
    return Passage(article, number, text, 1.0, 1.0, ((0, len(text)),), (), claims)
