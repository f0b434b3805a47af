"""Loading an article in the terminal, from wherever it is, and saying what came of it."""

from __future__ import annotations

import asyncio
import sys

from rich.text import Text

from bot.changes import summary
from bot.terminal.console import note, show
from bot.wording import counted, reach_shown
from corpus.library import Library
from corpus.library.changes import changes
from corpus.library.store import Saved
from corpus.reading import LoadedArticle, load_file_or_url, load_text

STANDARD_INPUT = "-"


async def load(source: str, *, title: str | None = None, url: str | None = None) -> LoadedArticle:
    """Read the article at a web address, in a file, or from the input if the source is "-".

    `title` and `url` are those of a text from the input. Raises ReadingError, with what to do.
    """
    if source == STANDARD_INPUT:
        text = await asyncio.to_thread(sys.stdin.buffer.read)
        return load_text(text.decode("utf-8", "replace"), title=title, url=url)
    return await load_file_or_url(source)


async def save(library: Library, server: int, loaded: LoadedArticle) -> Saved:
    """Store what was read, or update what is there already, and say which, with any warnings."""
    saved = await library.add(server, loaded.article, original=loaded.original)
    count = f"{counted(len(saved.article.paragraphs), 'paragraph')} · {saved.article.id}"
    if saved.previous is None:
        show(outcome("Loaded", saved.article.title, count))
    elif saved.changed:
        changed = summary(changes(saved.previous, saved.article))
        show(outcome("Updated", saved.article.title, changed))
    else:
        show(outcome("Unchanged", saved.article.title, count))
    for warning in filter(None, [*loaded.warnings, reach_shown(saved.article)]):
        note(f"  {warning}")
    return saved


def outcome(verb: str, title: str, said: str) -> Text:
    """Lay out a line on what became of an article."""
    return Text.assemble((verb, "green"), " ", (title, "bold"), f" · {said}")
