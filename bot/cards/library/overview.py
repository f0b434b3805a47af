"""The library as a whole: how much is in it, and who changed it lately."""

from __future__ import annotations

from collections.abc import Sequence

from bot.cards.card import Card, header, text_part
from bot.library.moderating import audit_line
from bot.wording import counted
from corpus.library.store.audit import Line

NOBODY = "-# Nobody has changed it yet."


def overview_card(articles: int, claims: int, lines: Sequence[Line]) -> Card:
    """Lay out the library's size and the newest lines of the audit, newest first."""
    return Card(
        header(f"{counted(articles, 'article')} · {counted(claims, 'claim')}"),
        text_part("\n".join(map(_line, lines)) or NOBODY),
        private=True,
    )


def _line(line: Line) -> str:
    said = audit_line(line.who, line.act, line.article)
    return f"<t:{int(line.at.timestamp())}:R> {said}"
