"""One passage on a card: the answering sentence word for word, whose it is, and where it stands."""

from __future__ import annotations

from bot.cards.claim_lines import claim_line, claim_lines, shortest_claim_line
from bot.cards.fitting import cost, fitted, fitted_line
from bot.cards.unbroken import DOT, paragraph_mark, unbroken
from bot.quoting import block_quote, link
from bot.wording import OWN_VOICE, date_shown, shortened
from corpus.answering.answer import Passage
from corpus.article import Article, Span

CLAIMS_SHOWN = 3
"""Claims under a sentence at most; the others are behind *Who says what*."""

LEAST_QUOTED = 120
"""Room that a quoted sentence always gets."""

LONGEST_TITLE = 60
"""Characters of a title beside a date: two lines on a phone."""


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
        return f"— *{OWN_VOICE}*"
    for count in range(min(len(claims), CLAIMS_SHOWN), 1, -1):
        lines = claim_lines(claims[:count], passage.text)
        if cost(lines) <= room:
            return lines
    line = claim_line(claims[0], passage.text)
    return line if cost(line) <= room else shortest_claim_line(claims[0], passage.text)


def dateline(article: Article, paragraph: int | None = None, room: int = 500) -> str:
    """Write where something stands: linked title, paragraph, date; without link where it is long."""
    date = date_shown(article)
    parts = [paragraph_mark(paragraph) if paragraph else None, unbroken(date) if date else None]
    after = "".join(f"{DOT}{part}" for part in parts if part)
    title = shortened(article.title, LONGEST_TITLE)
    linked = f"-# {link(title, article.url)}{after}"
    if cost(linked) <= room:
        return linked
    return f"-# {fitted_line(title, room - cost(after) - 3)}{after}"
