"""Two sources that contradict one another, each with its own words."""

from __future__ import annotations

from collections.abc import Sequence

from bot.cards.fitting import fitted_line
from bot.quoting import harmless
from bot.wording import PROBABLY, content_words, quote_marked
from corpus.answering.answer import Passage
from corpus.claims import Claim
from corpus.contradictions import contradiction_in

HEADLINE = "⚖️ **Sources differ**"
ROOM_FOR_NAME = 80

ROOM_FOR_WORDS = 90
"""About two lines on a phone for each side."""

WORDS_BEFORE_FIGURE = 30
"""Characters shown before a figure that stands so late that the cut would take it away."""


def contradiction(passages: Sequence[Passage], question: str = "") -> str:
    """Write the first two sources that contradict one another, a line for each, or nothing."""
    pair = contradiction_in(passages, question)
    if not pair:
        return ""
    say_stance = pair[0].stance is not pair[1].stance  # that tells them apart, or else the figures
    return "\n".join([HEADLINE, *(_side(claim, say_stance=say_stance) for claim in pair)])


def _side(claim: Claim, *, say_stance: bool) -> str:
    caution = "" if claim.is_sure else PROBABLY
    who = fitted_line(claim.source or "", ROOM_FOR_NAME)
    stance = f" *{harmless(claim.stance)}*" if say_stance else ""
    opening, closing = quote_marked(content_words(claim))
    words = fitted_line(_with_figure(content_words(claim)), ROOM_FOR_WORDS)
    return f"{caution}**{who}**{stance}: {opening}{words}{closing}"


def _with_figure(content: str) -> str:
    """Begin a content some words before its first figure where that would else be cut away."""
    figure = next((at for at, character in enumerate(content) if character.isdigit()), 0)
    if figure + WORDS_BEFORE_FIGURE <= ROOM_FOR_WORDS:
        return content
    start = content.rfind(" ", 0, figure - WORDS_BEFORE_FIGURE) + 1
    return f"… {content[start:]}"
