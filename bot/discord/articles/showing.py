"""`/library show`: one article as it is stored, or all of them in numbers and who changed them."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator, Sequence

from discord import app_commands

from bot.discord.errors import DeclinedError
from bot.discord.kit.article_lines import ROOM_FOR_AUTHOR, beginning, headline
from bot.discord.kit.card import Card, header, row_below, text_part
from bot.discord.kit.choices import Choices, chosen_article_id, suggest_articles
from bot.discord.kit.fitting import fitted_line, unbroken
from bot.discord.kit.in_context import ReadIt
from bot.discord.kit.moderators import audit_line, library_commands
from bot.discord.kit.notices import ARTICLE_GONE
from bot.discord.kit.sending import respond_in_time
from bot.discord.service import Interaction, server_of, service_of
from bot.discord.service.server_settings import load_settings
from bot.language import N_, gettext
from bot.wording import counted, date_shown, language_name, reach_shown
from corpus.article import Article
from corpus.library.store import Entry, audit
from corpus.library.store.audit import Line
from corpus.reading import Original

CHANGES_SHOWN = 10
CHANNELS_NAMED = 10
NOBODY = N_("Nobody has changed it yet.")


@library_commands.command(
    name="show", description="See an article as it is stored, or who changed the library"
)
@app_commands.describe(article="One article; without it, the library as a whole")
async def show(interaction: Interaction, article: str | None = None) -> None:
    """Show one article, or the whole."""
    making = _show_article(interaction, article) if article else _show_all(interaction)
    await respond_in_time(interaction, making, private=True)


@show.autocomplete("article")
async def _articles(interaction: Interaction, typed: str) -> Choices:
    return await suggest_articles(interaction, typed)


async def _show_article(interaction: Interaction, chosen: str) -> Card:
    library, server = service_of(interaction).library, server_of(interaction)
    article_id = await chosen_article_id(library, server, chosen)
    entries = await library.articles(server)
    entry = next((entry for entry in entries if entry.id == article_id), None)
    stored = await library.store.with_original(server, article_id)
    if entry is None or stored is None:
        raise DeclinedError(gettext(ARTICLE_GONE))
    claims = (await library.claims(server, [article_id]))[article_id]
    settings = await load_settings(library.store, server)
    channels = [channel for channel, ids in settings.channels.items() if article_id in ids]
    return article_card(*stored, entry, claims=len(claims), channels=channels)


async def _show_all(interaction: Interaction) -> Card:
    library, server = service_of(interaction).library, server_of(interaction)
    entries = await library.articles(server)
    claims = await library.claims(server)
    number = await asyncio.to_thread(lambda: sum(map(len, claims.values())))
    changes = await audit.newest(library.store, server, CHANGES_SHOWN)
    return overview_card(len(entries), number, changes)


def overview_card(articles: int, claims: int, changes: Sequence[Line]) -> Card:
    """Lay out how much is loaded, and the newest lines of the audit, newest first."""
    return Card(
        header(f"{counted(articles, 'article')} · {counted(claims, 'claim')}"),
        text_part("\n".join(map(_change, changes)) or f"-# {gettext(NOBODY)}"),
        private=True,
    )


def _change(line: Line) -> str:
    said = audit_line(line.who, line.act, line.article)
    return f"<t:{int(line.at.timestamp())}:R> {said}"


def article_card(
    article: Article,
    original: Original | None,
    entry: Entry,
    *,
    claims: int,
    channels: Sequence[int],
) -> Card:
    """Lay out an article's facts; `channels` are those that search it among a few."""
    return Card(
        headline(article),
        text_part("\n".join(_facts(article, claims))),
        beginning(article),
        text_part("\n".join(_origin(original, entry, channels))),
        *row_below([ReadIt(article.id)]),
        private=True,
    )


def _facts(article: Article, claims: int) -> Iterator[str]:
    named = [article.author, article.publisher]
    names = [fitted_line(name, ROOM_FOR_AUTHOR) for name in named if name]
    if facts := " · ".join(filter(None, [*names, _date(article), _language(article)])):
        yield facts
    yield f"{counted(len(article.paragraphs), 'paragraph')} · {counted(claims, 'claim')}"
    if reach := reach_shown(article):
        yield f"-# {reach}"


def _date(article: Article) -> str | None:
    date = date_shown(article)
    return unbroken(gettext("published {}").format(date)) if date else None


def _language(article: Article) -> str | None:
    if not article.language:
        return None
    return fitted_line(language_name(article.language), ROOM_FOR_AUTHOR)


def _origin(original: Original | None, entry: Entry, channels: Sequence[int]) -> Iterator[str]:
    when = f"<t:{int(entry.loaded_at.timestamp())}:f>"
    if entry.loaded_by:
        yield "-# " + gettext("Loaded {} by {}").format(when, f"<@{entry.loaded_by}>")
    else:
        yield "-# " + gettext("Loaded {}").format(when)
    if original and not entry.url:
        name = fitted_line(original.name, ROOM_FOR_AUTHOR)
        kilobytes = f"{max(len(original.body) // 1024, 1):,} KB"
        yield f"-# {gettext('From {}').format(name)} · {kilobytes}"
    if channels:
        named = ", ".join(f"<#{channel}>" for channel in channels[:CHANNELS_NAMED])
        yield "-# " + gettext("Among the few that are searched in {}").format(named)
