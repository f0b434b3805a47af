"""Turn Discord's Markdown into HTML, with the patterns by which the tests read it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape
from itertools import groupby

from tests.bot.discord.discord_markdown import ACTS, BLOCKS, ESCAPE, read

BLOCK_TAGS = {"heading": "h3", "small": "small", "quote": "blockquote", "plain": "p"}
TAGS = {"bold": "strong", "italics": "em", "underline": "u", "strike": "s", "command": "mark"}


def text_as_html(markdown: str) -> str:
    """Write a text display's Markdown as HTML; acts that none of our cards has stay as written."""
    blocks = groupby(map(_block, markdown.split("\n")), key=lambda block: block[0])
    return "".join(_block_as_html(kind, [words for _, words in lines]) for kind, lines in blocks)


def _block_as_html(kind: str, lines: list[str]) -> str:
    tag, words = BLOCK_TAGS[kind], _inline_as_html("\n".join(lines))
    return f"<{tag}>{words}</{tag}>"


def _block(line: str) -> tuple[str, str]:
    """Say what kind of block a line belongs to, and give the words in it."""
    for kind in ("heading", "small", "quote"):
        if begun := BLOCKS[kind].match(line):
            return kind, line[begun.end() :]
    return "plain", line


def _inline_as_html(markdown: str) -> str:
    return "".join(_pieces(markdown))


def _pieces(markdown: str) -> Iterator[str]:
    at = 0
    while at < len(markdown):
        if escaped := ESCAPE.match(markdown, at):
            yield escape(escaped[1])
            at = escaped.end()
            continue
        act, found = _act_at(markdown, at)
        if found is None:
            yield escape(markdown[at])
            at += 1
            continue
        yield _act_as_html(act, found)
        at = found.end()


def _act_at(markdown: str, at: int) -> tuple[str, re.Match[str] | None]:
    for act, pattern in ACTS.items():
        if found := pattern.match(markdown, at):
            return act, found
    return "", None


def _act_as_html(act: str, found: re.Match[str]) -> str:
    groups = found.groupdict()
    words = groups.get("text") or groups.get("stars") or ""
    if act == "link":
        return f'<a href="{escape(groups["url"])}">{_inline_as_html(words)}</a>'
    if act == "time":
        return escape(read(found[0]).words)
    if act == "code":
        return f"<code>{escape(words)}</code>"
    if tag := TAGS.get(act):
        return f"<{tag}>{_inline_as_html(words)}</{tag}>"
    return escape(found[0])
