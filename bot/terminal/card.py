"""An Answer as it looks in the terminal: the sentence, who says it, and where it stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from bot.wording import (
    NOTHING_FOUND,
    OWN_VOICE,
    SOURCES_DIFFER,
    THE_ARTICLE,
    content_shown,
    dateline,
    owner,
    quote_marked,
    verdict_line,
)
from corpus.answering.answer import Answer, Passage, Side
from corpus.article import Span
from corpus.checking import Verdict, asks_whether, check, statement_in
from corpus.claims import Claim

OTHER_CLAIMS_SHOWN = 3
"""Claims beside the answering sentences listed at most; the rest are counted."""

INDENT = (0, 0, 0, 2)


def answer_card(answer: Answer) -> RenderableType:
    """Lay out an answer: every passage with its claims, or the line that nothing was found."""
    if not answer.answered:
        return Text(NOTHING_FOUND, style="yellow")
    parts = [*_verdict(answer), *_differing(answer), *map(passage_card, answer.passages)]
    return Group(*_joined(parts))


def _verdict(answer: Answer) -> Iterator[RenderableType]:
    """Say whether it is true, if that was asked."""
    statement = statement_in(answer.question)
    if statement and (line := verdict_line(check(statement, answer))):
        yield Padding(Text(line, style="bold yellow"), INDENT, expand=False)


def _differing(answer: Answer) -> Iterator[RenderableType]:
    """Lay out the sides of the first disagreement, above the passages they stand in."""
    for each in answer.disagreements[:1]:
        headline = Verdict.DISPUTED if asks_whether(answer.question) else SOURCES_DIFFER
        lines = [Text(headline, style="bold yellow")]
        lines += [_side(side) for side in each.sides]
        yield Group(*(Padding(line, INDENT, expand=False) for line in lines))


def _side(side: Side) -> Text:
    if side.claim:
        return claim_line(side.claim, side.passage.text)
    return Text.assemble("— ", (THE_ARTICLE, "bold cyan"), (f" · {side.words}", "italic"))


def passage_card(passage: Passage) -> RenderableType:
    """Lay out one passage: each answering sentence over its owners, then the article."""
    lines = [*_sentences(passage), *_other_claims(passage), _where(passage)]
    return Group(*(Padding(line, INDENT, expand=False) for line in lines))


def _sentences(passage: Passage) -> Iterator[Text]:
    for span in passage.highlights:
        yield _quotation(passage, span)
        claims = passage.claims_in(span)
        if not claims:
            yield Text(f"— {OWN_VOICE}", style="cyan")
        for claim in claims:
            yield claim_line(claim, passage.text)


def _other_claims(passage: Passage) -> Iterator[Text]:
    shown = {claim for span in passage.highlights for claim in passage.claims_in(span)}
    everywhere = passage.claims_in((0, len(passage.text)))
    others = [claim for claim in everywhere if claim not in shown]
    if others:
        yield Text("also in this paragraph", style="dim")
    for claim in others[:OTHER_CLAIMS_SHOWN]:
        yield claim_line(claim, passage.text)
    if len(others) > OTHER_CLAIMS_SHOWN:
        yield Text(f"— and {len(others) - OTHER_CLAIMS_SHOWN} more", style="dim")


def _where(passage: Passage) -> Text:
    return Text(dateline(passage.article, passage.paragraph), style="dim")


def claim_line(claim: Claim, text: str) -> Text:
    """Lay out one claim found in `text`: owner, role and relays, stance, and its words."""
    who = owner(claim, text)
    return Text.assemble(
        f"— {who.caution}",
        (who.name, "bold cyan"),
        (who.details, "cyan"),
        (f" · {claim.stance}" if claim.stance else "", "magenta"),
        (f" · {content_shown(claim)}", "italic"),
    )


def _quotation(passage: Passage, span: Span) -> Text:
    """Quote a sentence, the asked words in bold and those that answer underlined too."""
    start, end = span
    opening, closing = quote_marked(passage.text[start:end])
    quoted = Text(opening + passage.text[start:end] + closing)
    marks = [(term, "bold") for term in passage.terms]
    marks += [(passage.answer, "bold underline")] if passage.answer else []
    for (mark_start, mark_end), style in marks:
        if start <= mark_start and mark_end <= end:
            before = len(opening) - start
            quoted.stylize(style, mark_start + before, mark_end + before)
    return quoted


def _joined(cards: Iterable[RenderableType]) -> Iterator[RenderableType]:
    for number, card in enumerate(cards):
        if number:
            yield Text()
        yield card
