"""One passage on a card: the answering sentence word for word, and whose it is."""

from __future__ import annotations

from bot.discord.kit.claims import claim_line, claim_lines, shortest_claim_line
from bot.discord.kit.fitting import cost, fitted
from bot.discord.kit.quoting import block_quote
from bot.wording import voice
from corpus.answering.answer import Passage
from corpus.article import Span

CLAIMS_SHOWN = 3
"""Claims under a sentence at most; the others are behind *Who says what*."""

LEAST_QUOTED = 120
"""Room that a quoted sentence always gets."""


def passage_text(passage: Passage, room: int) -> str:
    """Write a passage so that it costs `room` at most, of 350 or more for each answering sentence.

    First claims are left out, then the quotations are cut.
    """
    spans = passage.highlights or ((0, len(passage.text)),)
    return "\n".join(_sentence(passage, span, room // len(spans)) for span in spans)


def _sentence(passage: Passage, span: Span, room: int) -> str:
    """Write one answering sentence as a quotation, over those who said it."""
    whose = _whose(passage, span, room - LEAST_QUOTED)
    start, end = span
    quoted = fitted(
        passage.text,
        room - cost(whose) - 4,
        terms=passage.terms,
        answer=passage.answer,
        start=start,
        end=end,
    )
    return f"{block_quote(quoted)}\n{whose}"


def _whose(passage: Passage, span: Span, room: int) -> str:
    """Write as many claims as there is room for; one, without its content, in any case."""
    claims = passage.claims_in(span)
    if not claims:
        return f"— *{voice(passage.article, passage.paragraph)}*"
    for count in range(min(len(claims), CLAIMS_SHOWN), 1, -1):
        lines = claim_lines(claims[:count], passage.text)
        if cost(lines) <= room:
            return lines
    line = claim_line(claims[0], passage.text)
    return line if cost(line) <= room else shortest_claim_line(claims[0], passage.text)
