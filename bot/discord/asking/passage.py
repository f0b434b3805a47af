"""One passage on a card: the words that answer and whose they are, over the sentence they stand in."""

from __future__ import annotations

from bot.attribution import Attribution, attribution
from bot.discord.kit.claims import claim_line, claim_with_words, shortest_claim_line
from bot.discord.kit.fitting import cost, fitted
from bot.discord.kit.quoting import block_quote, bold
from bot.wording import voice
from corpus.answering.answer import Passage
from corpus.article import Span

OTHERS_SHOWN = 2
"""Further claims of a sentence on its card; the rest are behind *Who says what*."""

LEAST_QUOTED = 120
"""Room that a quoted sentence always gets."""


def passage_text(passage: Passage, room: int) -> str:
    """Write a passage so that it costs `room` at most, of 350 or more for each answering sentence.

    First claims are left out, then the quotations are cut.
    """
    spans = passage.highlights or ((0, len(passage.text)),)
    return "\n".join(_sentence(passage, span, room // len(spans)) for span in spans)


def _sentence(passage: Passage, span: Span, room: int) -> str:
    """Write one answering sentence as a quotation, with those who said it."""
    who = attribution(passage, span)
    whose = _whose(who, passage, room - LEAST_QUOTED)
    others = _others(who, passage.text, room - LEAST_QUOTED - cost(whose))
    start, end = span
    quoted = fitted(
        passage.text,
        room - cost(whose) - cost(others) - 5,
        terms=passage.terms,
        answer=passage.answer,
        start=start,
        end=end,
    )
    quotation = block_quote(quoted)
    parts = [whose, quotation, others] if who.is_on_top else [quotation, whose, others]
    return "\n".join(filter(None, parts))


def _whose(who: Attribution, passage: Passage, room: int) -> str:
    """Write the words that answer, and whose they are."""
    words = f"{bold(who.answer)} " if who.answer else ""
    if who.lead is None:
        return f"{words}— *{voice(passage.article, passage.paragraph)}*"
    line = words + claim_line(who.lead, passage.text)
    if cost(line) > room:
        line = words + shortest_claim_line(who.lead, passage.text)
    return line if words or not who.is_on_top else line.removeprefix("— ")


def _others(who: Attribution, text: str, room: int) -> str:
    """Write as many of the other claims as there is room for."""
    lines = [claim_with_words(claim, text) for claim in who.others[:OTHERS_SHOWN]]
    while lines and cost("\n".join(lines)) > room:
        lines.pop()
    return "\n".join(lines)
