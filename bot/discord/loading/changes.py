"""What an update changed in an article, line by line."""

from __future__ import annotations

from collections.abc import Iterator

from bot.discord.kit.fitting import fitted_line
from bot.language import gettext
from bot.wording import day_shown, double_marks
from corpus.library.changes import Changes

MOST_LINES = 8
ROOM_FOR_TEXT = 220

WORDS_BEFORE = 40
"""Characters that are shown before the first difference of two versions of a paragraph."""


def change_lines(changed: Changes) -> list[str]:
    """Write the first changes as Markdown, a line or two each, and how many more there are."""
    lines = list(_lines(changed))
    more = len(lines) - MOST_LINES
    return [
        *lines[:MOST_LINES],
        *(["-# " + gettext("… and {} more").format(more)] if more > 0 else []),
    ]


def _lines(changed: Changes) -> Iterator[str]:
    if changed.title:
        old, new = changed.title
        yield _changed(gettext("Title"), _quoted(old), _quoted(new))
    if changed.author:
        was, now = (_quoted(name) if name else gettext("none") for name in changed.author)
        yield _changed(gettext("Author"), was, now)
    if changed.published:
        before, after = (day_shown(day) if day else gettext("none") for day in changed.published)
        yield _changed(gettext("Date"), before, after)
    for rewording in changed.reworded:
        before, after = _where_they_differ(rewording.old.text, rewording.new.text)
        yield _changed(f"¶ {rewording.new.number}", _quoted(before), _quoted(after))
    for paragraph in changed.added:
        yield gettext("**¶ {}** added: {}").format(paragraph.number, _quoted(paragraph.text))
    for paragraph in changed.removed:
        yield gettext("~~¶ {}~~ removed: {}").format(paragraph.number, _quoted(paragraph.text))


def _changed(what: str, before: str, now: str) -> str:
    return gettext("**{}** is now {}\n-# was {}").format(what, now, before)


def _where_they_differ(old: str, new: str) -> tuple[str, str]:
    """Begin both versions some words before their first difference, however late that comes."""
    pairs = enumerate(zip(old, new, strict=False))
    difference = next((at for at, (before, now) in pairs if before != now), min(len(old), len(new)))
    start = old.rfind(" ", 0, max(difference - WORDS_BEFORE, 0)) + 1
    if start == 0:
        return old, new
    return f"… {old[start:]}", f"… {new[start:]}"


def _quoted(text: str) -> str:
    opening, closing = double_marks()
    return f"{opening}{fitted_line(text, ROOM_FOR_TEXT)}{closing}"
