"""An Answer as it looks in the terminal: the sentence, who says it, and where it stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from bot.attribution import attribution, best_passage, who_differs
from bot.wording import (
    NEAREST,
    NOTHING_FOUND,
    SOURCES_DIFFER,
    THE_ARTICLE,
    beside_nothing,
    content_shown,
    counted,
    dateline,
    owner,
    quote_marked,
    verdict_line,
    voice,
)
from corpus.answering.answer import Answer, Passage, Side
from corpus.article import Span
from corpus.checking import Verdict, asks_whether, check, statement_in
from corpus.claims import Claim

SHOWN = 1
"""Passages shown at first; the others are a step away."""

INDENT = (0, 0, 0, 2)


def answer_card(
    answer: Answer, shown: int | None = None, *, how_to_see_more: str = ""
) -> RenderableType:
    """Lay out an answer: who says it, who says otherwise; or what is nearest, or that nothing is.

    Passages after the first `shown` are only counted, and `how_to_see_more` told; all are laid out
    where `shown` is None.
    """
    if answer.nearest:
        return Group(
            Text("\n".join([NEAREST, *beside_nothing(answer)]), style="yellow"),
            passage_card(answer.nearest),
        )
    if not answer.answered:
        return Text("\n".join([NOTHING_FOUND, *beside_nothing(answer)]), style="yellow")
    best = passage_card(best_passage(answer))
    others = [passage_card(passage) for passage in answer.found[1:shown]]
    rest = len(answer.found) - 1 - len(others)
    more = f"{counted(rest, 'more passage')}: {how_to_see_more}"
    below = [Text(more, style="dim")] if rest > 0 else []
    first = Group(*_verdict(answer), best, *_differing(answer))
    return Group(
        *_joined([first, *others]), *(Padding(line, INDENT, expand=False) for line in below)
    )


def _verdict(answer: Answer) -> Iterator[RenderableType]:
    """Say whether it is true, if that was asked."""
    statement = statement_in(answer.question)
    if statement and (line := verdict_line(check(statement, answer))):
        yield Padding(Text(line, style="bold yellow"), INDENT, expand=False)


def _differing(answer: Answer) -> Iterator[RenderableType]:
    """Lay out who contradicts the best passage's claim, or both sides where they are other claims."""
    sides = who_differs(answer)
    if sides:
        headline = Verdict.DISPUTED if asks_whether(answer.question) else SOURCES_DIFFER
        lines = [Text(headline, style="bold yellow"), *map(_side, sides)]
        yield from (Padding(line, INDENT, expand=False) for line in lines)


def _side(side: Side) -> Text:
    if side.claim:
        return claim_with_words(side.claim, side.passage.text)
    return Text.assemble("— ", (THE_ARTICLE, "bold cyan"), (f" · {side.words}", "italic"))


def passage_card(passage: Passage) -> RenderableType:
    """Lay out one passage: the words that answer and whose they are, the sentence, the article."""
    lines = [line for span in passage.highlights for line in _sentence(passage, span)]
    return Group(*(Padding(line, INDENT, expand=False) for line in [*lines, _where(passage)]))


def _sentence(passage: Passage, span: Span) -> Iterator[Text]:
    who = attribution(passage, span)
    words = Text(f"{who.answer} " if who.answer else "", style="bold")
    whose = words + (claim_line(who.lead, passage.text) if who.lead else _voice(passage))
    quotation = _quotation(passage, span)
    yield from (whose, quotation) if who.is_on_top else (quotation, whose)
    for claim in who.others:
        yield claim_with_words(claim, passage.text)


def _voice(passage: Passage) -> Text:
    return Text(f"— {voice(passage.article, passage.paragraph)}", style="cyan")


def _where(passage: Passage) -> Text:
    return Text(dateline(passage.article, passage.paragraph), style="dim")


def claim_line(claim: Claim, text: str) -> Text:
    """Lay out whose a claim is that was found in `text`: owner, role and relays, stance."""
    who = owner(claim, text)
    return Text.assemble(
        f"— {who.caution}",
        (who.name, "bold cyan"),
        (who.details, "cyan"),
        (f" · {claim.stance}" if claim.stance else "", "magenta"),
    )


def claim_with_words(claim: Claim, text: str) -> Text:
    """Lay out whose a claim is, and its words."""
    return claim_line(claim, text) + Text(f" · {content_shown(claim)}", style="italic")


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
