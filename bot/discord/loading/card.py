"""What came of loading articles: what was read, what changed, and *Undo*."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from discord import ui

from bot.changes import summary
from bot.discord.kit.article_lines import ROOM_FOR_AUTHOR, beginning, headline
from bot.discord.kit.card import Card, Part, header, row_below, text_part
from bot.discord.kit.claims import claim_lines
from bot.discord.kit.fitting import ROOM, ROOM_FOR_LISTED_TITLE, cost, fitted_line, unbroken
from bot.discord.kit.in_context import ReadIt
from bot.discord.kit.quoting import harmless
from bot.discord.loading.changes import change_lines
from bot.discord.loading.loading import FailedLoad, FinishedLoad
from bot.discord.loading.undo import Undo, UndoOne
from bot.language import N_, gettext
from bot.wording import counted, date_shown
from corpus.library.changes import Changes

ROOM_FOR_REASON = 200
ROOM_FOR_WARNINGS = 100
"""Ten of them fit on one card."""

CLAIMS_SHOWN = 2
FIRST_CLAIMS = N_("The first claims in it:")

UNCHANGED = N_("It was loaded here already, and nothing has changed.")
KNOWN = N_("What changed since it was loaded here: {}")


def preview_card(loaded: FinishedLoad) -> Card:
    """Lay out one article as it was read, for its moderator to see whether that is right."""
    return Card(
        headline(loaded.article),
        text_part(f"**{_outcome(loaded)}** · {_facts(loaded)}{_author(loaded)}"),
        *([_changes(loaded.changed)] if loaded.changed else _beginning(loaded)),
        *(text_part(f"⚠️ {harmless(warning)}") for warning in loaded.warnings),
        *row_below([ReadIt(loaded.article.id), *_undo(loaded)]),
        private=True,
    )


def results_card(results: Sequence[FinishedLoad | FailedLoad]) -> Card:
    """Lay out what came of several, one under another, each with its *Undo*."""
    number = sum(isinstance(result, FinishedLoad) for result in results)
    first = header(gettext("{} of {} loaded").format(number, len(results)))
    return Card(first, *map(_line, results), private=True)


def _line(result: FinishedLoad | FailedLoad) -> Part:
    if isinstance(result, FailedLoad):
        name = fitted_line(result.submission.name, ROOM_FOR_LISTED_TITLE)
        return text_part(f"❌ **{name}**\n{fitted_line(result.why, ROOM_FOR_REASON)}")
    title = fitted_line(result.article.title, ROOM_FOR_LISTED_TITLE)
    text = f"✅ **{title}**\n-# {_outcome(result)} · {_facts(result)}"
    if result.changed and not result.changed.is_empty:
        text = f"{text} · {summary(result.changed)}"
    if warnings := fitted_line(" ".join(result.warnings), ROOM_FOR_WARNINGS):
        text = f"{text}\n-# ⚠️ {warnings}"
    if not result.may_be_undone:
        return text_part(text)
    undo = UndoOne(result.article.id, result.version)
    return ui.Section[Any](ui.TextDisplay(text), accessory=undo)


def _beginning(loaded: FinishedLoad) -> Iterator[Part]:
    """Quote how the article begins, and the first of its claims."""
    yield beginning(loaded.article)
    if loaded.claims:
        claims = claim_lines(loaded.claims[:CLAIMS_SHOWN], loaded.article.text)
        yield text_part(f"-# {gettext(FIRST_CLAIMS)}\n{claims}")


def _changes(changed: Changes) -> Part:
    if changed.is_empty:
        return text_part(gettext(UNCHANGED))
    lines = [gettext(KNOWN).format(summary(changed))]
    for line in change_lines(changed):
        if cost("\n".join([*lines, line])) > ROOM // 2:
            break
        lines.append(line)
    return text_part("\n".join(lines))


def _outcome(loaded: FinishedLoad) -> str:
    if loaded.changed is None:
        return gettext("Added")
    return gettext("Unchanged") if loaded.changed.is_empty else gettext("Updated")


def _facts(loaded: FinishedLoad) -> str:
    paragraphs = counted(len(loaded.article.paragraphs), "paragraph")
    claims = counted(len(loaded.claims), "claim")
    date = date_shown(loaded.article)
    published = unbroken(gettext("published {}").format(date)) if date else ""
    return " · ".join(filter(None, [paragraphs, claims, published]))


def _author(loaded: FinishedLoad) -> str:
    author = fitted_line(loaded.article.author or "", ROOM_FOR_AUTHOR)
    return f" · {gettext('by {}').format(author)}" if author else ""


def _undo(loaded: FinishedLoad) -> list[Part]:
    return [Undo(loaded.article.id, loaded.version)] if loaded.may_be_undone else []
