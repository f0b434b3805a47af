"""One passage on a card: the answering sentence word for word, whose it is, and where it stands."""

from __future__ import annotations

from bot.cards.claim_lines import claim_line
from bot.cards.fitting import cost, fitted, fitted_line
from bot.quoting import block_quote, link
from bot.wording import OWN_VOICE, date_shown, shortened
from corpus.answering.answer import Passage
from corpus.article import Article, Span

CLAIMS_SHOWN = 3
"""Claims under a sentence at most; the others are behind *Who says what*."""

LEAST_QUOTED = 120
"""Room that a quoted sentence always gets."""


def passage_text(passage: Passage, room: int) -> str:
    """Write a passage so that it costs `room` at most, of 600 or more.

    First claims are left out, then the quotations are cut.
    """
    where = dateline(passage.article, passage.paragraph, room // 3)
    spans = passage.highlights or ((0, len(passage.text)),)
    room = (room - cost(where)) // len(spans)
    return "\n".join([*(_sentence(passage, span, room) for span in spans), where])


def _sentence(passage: Passage, span: Span, room: int) -> str:
    """Write one answering sentence as a quotation, over those who said it."""
    whose = _whose(passage, span, room - LEAST_QUOTED)
    start, end = span
    quoted = fitted(passage.text, room - cost(whose) - 4, terms=passage.terms, start=start, end=end)
    return f"{block_quote(quoted)}\n{whose}"


def _whose(passage: Passage, span: Span, room: int) -> str:
    """Write as many claims as there is room for; one, without its content, in any case."""
    claims = passage.claims_in(span)
    if not claims:
        return f"— *{OWN_VOICE}*"
    for count in range(min(len(claims), CLAIMS_SHOWN), 1, -1):
        lines = "\n".join(
            claim_line(claim, passage.text, with_content=True) for claim in claims[:count]
        )
        if cost(lines) <= room:
            return lines
    return claim_line(claims[0], passage.text)


def dateline(article: Article, paragraph: int | None = None, room: int = 500) -> str:
    """Write where something stands: linked title, paragraph, date; without link where it is long."""
    parts = [f"¶ {paragraph}" if paragraph else None, date_shown(article)]
    after = "".join(f" · {part}" for part in parts if part)
    linked = f"-# {link(shortened(article.title), article.url)}{after}"
    if cost(linked) <= room:
        return linked
    return f"-# {fitted_line(article.title, room - cost(after) - 3)}{after}"
