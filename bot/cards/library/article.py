"""An article as it is stored: what is known of it, and where it came from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from babel import Locale, UnknownLocaleError

from bot.buttons.in_context import ReadIt
from bot.cards.card import Card, line_between, row, text_part
from bot.cards.fitting import fitted_line
from bot.cards.library.headline import beginning, headline
from bot.cards.unbroken import unbroken
from bot.wording import counted, date_shown
from corpus.article import Article
from corpus.library.store import Entry
from corpus.reading import Original

ROOM_FOR_NAME = 150
CHANNELS_NAMED = 10


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
        line_between(),
        row(ReadIt(article.id)),
        private=True,
    )


def _facts(article: Article, claims: int) -> Iterator[str]:
    named = [article.author, article.publisher]
    names = [fitted_line(name, ROOM_FOR_NAME) for name in named if name]
    if facts := " · ".join(filter(None, [*names, _date(article), _language(article)])):
        yield facts
    yield f"{counted(len(article.paragraphs), 'paragraph')} · {counted(claims, 'claim')}"


def _date(article: Article) -> str | None:
    date = date_shown(article)
    return unbroken(f"published {date}") if date else None


def _language(article: Article) -> str | None:
    """Give the English name of an article's language, or its code where that has none."""
    if not article.language:
        return None
    try:
        return Locale(article.language).english_name
    except UnknownLocaleError:
        return fitted_line(article.language, ROOM_FOR_NAME)


def _origin(original: Original | None, entry: Entry, channels: Sequence[int]) -> Iterator[str]:
    by = f" by <@{entry.loaded_by}>" if entry.loaded_by else ""
    yield f"-# Loaded <t:{int(entry.loaded_at.timestamp())}:f>{by}"
    if original and not entry.url:
        name = fitted_line(original.name, ROOM_FOR_NAME)
        kilobytes = f"{max(len(original.body) // 1024, 1):,} KB"
        yield f"-# From {name} · {kilobytes}"
    if channels:
        named = ", ".join(f"<#{channel}>" for channel in channels[:CHANNELS_NAMED])
        yield f"-# Among the few that are searched in {named}"
