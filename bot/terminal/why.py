"""`sources-say why`: every number and rule behind an answer, or behind there being none."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Iterable, Iterator, Sequence

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from bot.explaining import (
    MEASURES,
    NO_PARAGRAPHS,
    against_bar,
    bars,
    chance_shown,
    kinds_shown,
    mark_shown,
    outcome,
    resolution_shown,
    term_shown,
)
from bot.settings import Settings
from bot.terminal.card import INDENT, claim_with_words
from bot.terminal.console import show
from bot.wording import shortened
from corpus.answering.answer import Verdict
from corpus.answering.explanation import ExplainedParagraph, Explanation
from corpus.claims import Claim

LONGEST_FACT = 60
"""Columns of a fact beside its name, however wide the terminal; longer ones take several lines."""


async def explain_library(
    question: str, *, server_id: int, limit: int, passages: int
) -> Explanation:
    """Explain what the stored library of one server answers."""
    # the database is slow to import
    from bot.terminal.library import offer_samples, open_library  # noqa: PLC0415

    async with open_library(Settings.load()) as library:
        await offer_samples(library, server_id)
        return await library.explain(server_id, question, limit, passages=passages)


def explain_articles(
    question: str, sources: Sequence[str], *, limit: int, passages: int
) -> Explanation:
    """Explain what these files and URLs alone answer; nothing is stored."""
    from corpus import Corpus  # noqa: PLC0415 - only this way of asking reads articles
    from corpus.reading import load_file_or_url  # noqa: PLC0415

    loaded = [asyncio.run(load_file_or_url(source)) for source in sources]
    corpus = Corpus(each.article for each in loaded)
    return corpus.explain(question, limit, passages=passages)


def show_explanation(explanation: Explanation, *, as_json: bool) -> None:
    """Print an explanation as an account for people, or as one JSON object."""
    if as_json:
        print(json.dumps(explanation.as_json(), ensure_ascii=False))  # noqa: T201 - for programs
    else:
        show(account(explanation))


def account(explanation: Explanation) -> RenderableType:
    """Lay out how the question was read, and each of the best paragraphs with its numbers."""
    parts: list[RenderableType] = [Text(explanation.question, style="bold"), _asked(explanation)]
    if not explanation.paragraphs:
        parts.append(_indented(Text(NO_PARAGRAPHS, style="yellow")))
    for number, paragraph in enumerate(explanation.paragraphs, start=1):
        parts += [Text(), _heading(number, paragraph)]
        parts += map(_indented, _paragraph(paragraph, explanation.bar))
    return Group(*parts)


def _indented(part: RenderableType) -> RenderableType:
    return Padding(part, INDENT, expand=False)


def _asked(explanation: Explanation) -> RenderableType:
    asked = explanation.asked
    return _facts(
        [
            ("looked for", " · ".join(map(term_shown, asked.terms)) or "nothing"),
            ("asks for", kinds_shown(asked)),
            *bars(explanation).items(),
        ]
    )


def _heading(number: int, paragraph: ExplainedParagraph) -> RenderableType:
    passage = paragraph.passage
    where = Text.assemble(
        (f"{number}  ", "dim"), (passage.article.title, "bold"), f" · ¶ {passage.paragraph}"
    )
    style = "green" if paragraph.is_shown else "yellow"
    return Group(where, _indented(Text(outcome(paragraph), style=style)))


def _paragraph(paragraph: ExplainedParagraph, bar: float) -> Iterator[RenderableType]:
    passage = paragraph.passage
    start, end = paragraph.piece
    yield Text(shortened(passage.text[start:end]), style="italic")
    yield _measures(paragraph)
    facts = [("confidence", against_bar(paragraph, bar))]
    facts += [("bonus", f"+{paragraph.bonus:.2f} in order")] if paragraph.bonus else []
    facts.append(("answer", mark_shown(paragraph.mark, passage.text)))
    yield _facts(facts)
    for claim, verdict in passage.judged_claims():
        yield claim_with_words(claim, passage.text)
        yield _indented(_claim(claim, verdict))


def _measures(paragraph: ExplainedParagraph) -> RenderableType:
    """Set out what each measure that is not 0 adds, and their sums."""
    table = Table(box=None, pad_edge=False, show_footer=True, header_style="dim")
    logit = sum(measure.to_confidence for measure in paragraph.measures)
    sums = f"{paragraph.passage.score:.2f}", f"{logit:+.2f}"
    table.add_column("measure", "sum", footer_style="bold")
    table.add_column("value", "", justify="right")
    table.add_column("to score", sums[0], justify="right", footer_style="bold")
    table.add_column("to confidence", sums[1], justify="right", footer_style="bold")
    for name, value, to_score, to_confidence in paragraph.measures:
        if value or to_score or to_confidence:
            numbers = (_number(value), _added(to_score), _added(to_confidence))
            table.add_row(MEASURES[name], *numbers)
    return table


def _number(value: float | None) -> str:
    return "unread" if value is None else f"{value:.2f}"


def _added(value: float) -> Text:
    if not value:
        return Text("·", style="dim")
    return Text(f"{value:+.2f}", style="green" if value > 0 else "red")


def _claim(claim: Claim, verdict: Verdict) -> RenderableType:
    facts = [("claim", chance_shown(claim, verdict)), ("owner", resolution_shown(claim))]
    if claim.stance_words:
        facts.append(("stance", f"{claim.stance}, by “{' … '.join(claim.stance_words)}”"))
    if claim.relays:
        facts.append(("through", " · ".join(claim.relays)))
    return _facts(facts)


def _facts(facts: Iterable[tuple[str, str]]) -> RenderableType:
    """Set facts one under another, each beside its name."""
    table = Table(box=None, pad_edge=False, show_header=False, padding=(0, 2, 0, 0))
    table.add_column(style="dim", no_wrap=True)
    table.add_column(overflow="fold", max_width=LONGEST_FACT)
    for name, fact in facts:
        table.add_row(name, Text(fact))
    return table
