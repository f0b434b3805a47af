"""How articles look in the terminal: a list of them, one with its paragraphs, what changed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from bot.terminal.console import console
from bot.wording import date_shown, shortened
from corpus.article import Article
from corpus.library.changes import Changes
from corpus.library.store import Entry

NO_ARTICLES = "No articles. Load one with `sources-say article add FILE_OR_URL`."


def article_table(entries: Sequence[Entry]) -> RenderableType:
    """Lay out a list of articles, given in the order loaded, newest first.

    On a terminal it is a table; a pipe gets a line an article, its parts apart by tabs.
    """
    if not entries:
        return Text(NO_ARTICLES)
    rows = [
        (entry.id, _day(entry) or "", str(entry.paragraphs), entry.title)
        for entry in reversed(entries)
    ]
    if not console.is_terminal:
        return Text("\n".join("\t".join(row) for row in rows))
    table = Table(box=None, pad_edge=False, header_style="dim")
    for heading in ("id", "published", "¶", "title"):
        table.add_column(heading, justify="right" if heading == "¶" else "left")
    for row in rows:
        table.add_row(*(Text(cell) for cell in row))
    return table


def entry_as_json(entry: Entry) -> dict[str, Any]:
    """Return what `article list --json` prints for an article."""
    return {
        "id": entry.id,
        "title": entry.title,
        "url": entry.url,
        "published": _day(entry),
        "paragraphs": entry.paragraphs,
        "loaded_at": entry.loaded_at.isoformat(),
    }


def _day(entry: Entry) -> str | None:
    return entry.published.isoformat() if entry.published else None


def article_page(article: Article) -> RenderableType:
    """Lay out a whole article: title, facts, headings, numbered paragraphs, captions."""
    facts = (article.author, article.publisher, date_shown(article), article.url)
    return Group(
        Text(article.title, style="bold"),
        Text(" · ".join(fact for fact in facts if fact), style="dim"),
        *_body(article),
        *(Text(f"\n[{caption}]", style="dim") for caption in article.captions),
    )


def _body(article: Article) -> Iterator[Text]:
    heading = None
    for paragraph in article.paragraphs:
        if paragraph.heading and paragraph.heading != heading:
            yield Text(f"\n{paragraph.heading}", style="bold")
        heading = paragraph.heading
        yield Text.assemble((f"\n¶ {paragraph.number}  ", "cyan"), paragraph.text)


def article_as_json(article: Article) -> dict[str, Any]:
    """Return what `article show --json` prints."""
    return {
        "id": article.id,
        "title": article.title,
        "url": article.url,
        "author": article.author,
        "publisher": article.publisher,
        "published": article.published.isoformat() if article.published else None,
        "language": article.language,
        "paragraphs": [
            {"number": paragraph.number, "text": paragraph.text, "heading": paragraph.heading}
            for paragraph in article.paragraphs
        ],
        "captions": list(article.captions),
    }


def change_lines(changed: Changes) -> Iterator[Text]:
    """Write a line for each thing that changed between two loads of an article."""
    facts = {"title": changed.title, "author": changed.author, "date": changed.published}
    for name, change in facts.items():
        if change:
            yield Text(f"{name}: {change[0] or 'none'} → {change[1] or 'none'}")
    for paragraph in changed.added:
        yield Text(f"+ ¶ {paragraph.number}  {shortened(paragraph.text)}", style="green")
    for paragraph in changed.removed:
        yield Text(f"− ¶ {paragraph.number}  {shortened(paragraph.text)}", style="red")
    for rewording in changed.reworded:
        yield Text(f"− ¶ {rewording.old.number}  {shortened(rewording.old.text)}", style="red")
        yield Text(f"+ ¶ {rewording.new.number}  {shortened(rewording.new.text)}", style="green")
