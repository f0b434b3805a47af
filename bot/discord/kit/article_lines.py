"""How an article is named on a card: its title, how it begins, where something stands in it."""

from __future__ import annotations

from datetime import UTC, datetime, time
from urllib.parse import quote

from bot.discord.kit.card import Part, header, text_part
from bot.discord.kit.fitting import (
    DOT,
    ROOM_FOR_TITLE,
    cost,
    fitted_line,
    paragraph_mark,
    unbroken,
)
from bot.discord.kit.quoting import block_quote, link
from bot.wording import LONGEST_DATED_TITLE, age_shown, shortened
from corpus.article import Article

WORDS_OF_AN_END = 4
"""Words that tell where a quotation begins on a page, and as many where it ends."""

ROOM_FOR_BEGINNING = 300

ROOM_FOR_AUTHOR = 150
"""What the name of an author, a publisher or a file may cost."""


def headline(article: Article) -> Part:
    """Write an article's title as the header of a card, linked to the page."""
    return header(linked_title(article.title, article.url))


def linked_title(title: str, url: str | None) -> str:
    """Write a title, linked to the article's page where both fit."""
    linked = link(shortened(title), url)
    return linked if cost(linked) <= ROOM_FOR_TITLE else fitted_line(title, ROOM_FOR_TITLE)


def beginning(article: Article) -> Part:
    """Quote how an article begins."""
    text = article.paragraphs[0].text if article.paragraphs else ""
    return text_part(block_quote(fitted_line(text, ROOM_FOR_BEGINNING)))


def dateline(
    article: Article, paragraph: int | None = None, room: int = 500, *, quoted: str = ""
) -> str:
    """Write where something stands: title, paragraph, date, and how old it is if it is old.

    The title is linked where that fits; so is the paragraph, to the words `quoted` from it.
    """
    date = published(article)
    mark = paragraph_link(article, paragraph, quoted) if paragraph else None
    title = shortened(article.title, LONGEST_DATED_TITLE)
    after = _after(mark, date)
    linked = f"-# {link(title, article.url)}{after}"
    if cost(linked) <= room:
        return linked
    after = _after(paragraph_mark(paragraph) if paragraph else None, date)
    return f"-# {fitted_line(title, room - cost(after) - 3)}{after}"


def _after(*parts: str | None) -> str:
    return "".join(f"{DOT}{part}" for part in parts if part)


def published(article: Article) -> str | None:
    """Write the day of publication, which each reader sees in their own language, or None.

    Noon of that day in UTC is the same day almost everywhere. The form is Discord's
    (https://discord.com/developers/docs/reference#message-formatting).
    """
    if article.published is None:
        return None
    noon = datetime.combine(article.published, time(12), UTC)
    age = age_shown(article)
    return f"<t:{int(noon.timestamp())}:D>{f'{DOT}{unbroken(age)}' if age else ''}"


def paragraph_link(article: Article, paragraph: int, quoted: str = "") -> str:
    """Write the number of a paragraph, linked to the words quoted from it on the article's page.

    It is the bare number where there is no page, or where the address would be too long.
    """
    mark = paragraph_mark(paragraph)
    return link(mark, page_at(article.url, quoted)) if article.url and quoted else mark


def page_at(url: str, quoted: str) -> str:
    """Return the address that opens a page at some words and marks them, where browsers can.

    It names the words' beginning and end (https://wicg.github.io/scroll-to-text-fragment).
    """
    words = quoted.split()
    ends = [words] if len(words) <= 2 * WORDS_OF_AN_END else _ends(words)
    directive = ",".join(_escaped(" ".join(end)) for end in ends)
    page, mark, fragment = url.partition("#")
    return f"{page}#{fragment if mark else ''}:~:text={directive}"


def _ends(words: list[str]) -> list[list[str]]:
    return [words[:WORDS_OF_AN_END], words[-WORDS_OF_AN_END:]]


def _escaped(words: str) -> str:
    return quote(words, safe="").replace("-", "%2D")
