"""What came of loading articles: what was read, what changed, and *Undo*."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from discord import ui

from bot.buttons.in_context import ReadIt
from bot.buttons.library.undo import Undo, UndoOne
from bot.cards.card import Card, Part, header, line_between, row, text_part
from bot.cards.claim_lines import claim_lines
from bot.cards.fitting import ROOM, cost, fitted_line
from bot.cards.library.changes import change_lines
from bot.cards.library.headline import beginning, headline
from bot.cards.unbroken import unbroken
from bot.library.loading import Done, Failed
from bot.quoting import harmless
from bot.wording import counted, date_shown
from corpus.library.changes import Changes

ROOM_FOR_TITLE_IN_LIST = 90
ROOM_FOR_REASON = 200
ROOM_FOR_WARNINGS = 100
"""Ten of them fit on one card."""

ROOM_FOR_AUTHOR = 150

CLAIMS_SHOWN = 2
FIRST_CLAIMS = "-# The first claims in it:"

UNCHANGED = "It was loaded here already, and nothing has changed."
KNOWN = "What changed since it was loaded here: {}"


def preview_card(done: Done) -> Card:
    """Lay out one article as it was read, for its moderator to see whether that is right."""
    return Card(
        headline(done.article),
        text_part(f"**{_outcome(done)}** · {_facts(done)}{_author(done)}"),
        *([_changes(done.changed)] if done.changed else _beginning(done)),
        *(text_part(f"⚠️ {harmless(warning)}") for warning in done.warnings),
        line_between(),
        row(ReadIt(done.article.id), *_undo(done)),
        private=True,
    )


def results_card(results: Sequence[Done | Failed]) -> Card:
    """Lay out what came of several, one under another, each with its *Undo*."""
    loaded = sum(isinstance(result, Done) for result in results)
    first = header(f"{loaded} of {len(results)} loaded")
    return Card(first, *map(_line, results), private=True)


def _line(result: Done | Failed) -> Part:
    if isinstance(result, Failed):
        name = fitted_line(result.handed.name, ROOM_FOR_TITLE_IN_LIST)
        return text_part(f"❌ **{name}**\n{fitted_line(result.why, ROOM_FOR_REASON)}")
    title = fitted_line(result.article.title, ROOM_FOR_TITLE_IN_LIST)
    text = f"✅ **{title}**\n-# {_outcome(result)} · {_facts(result)}"
    if result.changed and not result.changed.is_empty:
        text = f"{text} · {result.changed.summary}"
    if warnings := fitted_line(" ".join(result.warnings), ROOM_FOR_WARNINGS):
        text = f"{text}\n-# ⚠️ {warnings}"
    if not _may_be_undone(result):
        return text_part(text)
    undo = UndoOne(result.article.id, result.version)
    return ui.Section[Any](ui.TextDisplay(text), accessory=undo)


def _beginning(done: Done) -> Iterator[Part]:
    """Quote how the article begins, and the first of its claims."""
    yield beginning(done.article)
    if done.claims:
        claims = claim_lines(done.claims[:CLAIMS_SHOWN], done.article.text)
        yield text_part(f"{FIRST_CLAIMS}\n{claims}")


def _changes(changed: Changes) -> Part:
    if changed.is_empty:
        return text_part(UNCHANGED)
    lines = [KNOWN.format(changed.summary)]
    for line in change_lines(changed):
        if cost("\n".join([*lines, line])) > ROOM // 2:
            break
        lines.append(line)
    return text_part("\n".join(lines))


def _outcome(done: Done) -> str:
    if done.changed is None:
        return "Added"
    return "Unchanged" if done.changed.is_empty else "Updated"


def _facts(done: Done) -> str:
    paragraphs = counted(len(done.article.paragraphs), "paragraph")
    claims = counted(len(done.claims), "claim")
    date = date_shown(done.article)
    published = unbroken(f"published {date}") if date else ""
    return " · ".join(filter(None, [paragraphs, claims, published]))


def _author(done: Done) -> str:
    author = fitted_line(done.article.author or "", ROOM_FOR_AUTHOR)
    return f" · by {author}" if author else ""


def _undo(done: Done) -> list[Part]:
    return [Undo(done.article.id, done.version)] if _may_be_undone(done) else []


def _may_be_undone(done: Done) -> bool:
    return done.changed is None or not done.changed.is_empty
