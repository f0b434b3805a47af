"""Read Markdown as Discord's app does: the words a person sees, and what it does beside showing them.

The patterns are those of the app's own parser (a fork of simple-markdown), in its order, as far as
people have described them; where they are in doubt, the wider one stands here.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import NamedTuple

BLOCKS = {
    "heading": re.compile(r" *#{1,3}\s+(?=\S)"),
    "small": re.compile(r" *-#\s+(?=\S)"),
    "list": re.compile(r"\s*(?:[*+-]|\d+\.)\s"),
    "quote": re.compile(r"\s*>(?:>>)? "),
}
"""What a line may begin with."""

ESCAPE = re.compile(r"\\([^0-9A-Za-z\s])")

ACTS = {
    "link": re.compile(
        r"\[(?P<text>(?:\[[^\]]*\]|[^\[\]]|\](?=[^\[]*\]))*)\]"
        r"\(\s*<?(?P<url>(?:[^\s\\]|\\.)*?)>?(?:\s+['\"].*?['\"])?\s*\)",
        re.DOTALL,
    ),
    "url": re.compile(r"<?(?:https?|steam|discord)://[^\s<]+[^<.,:;\"'\]\s]>?"),
    "code": re.compile(r"(`+)(?P<text>[\s\S]*?[^`])\1(?!`)"),
    "spoiler": re.compile(r"\|\|(?P<text>[\s\S]+?)\|\|"),
    "bold": re.compile(r"\*\*(?P<text>(?:\\[\s\S]|[^\\])+?)\*\*(?!\*)"),
    "underline": re.compile(r"__(?P<text>(?:\\[\s\S]|[^\\])+?)__(?!_)"),
    "strike": re.compile(r"~~(?P<text>[\s\S]+?)~~(?!_)"),
    "italics": re.compile(
        r"\b_(?P<text>(?:__|\\[\s\S]|[^\\_])+?)_\b|\*(?=\S)(?P<stars>(?:\*\*|\\[\s\S]|[^\\*])+?)\*(?!\*)"
    ),
    "command": re.compile(r"<(?P<text>/[^:>]+):\d+>"),
    "mention": re.compile(r"<@[!&]?\d+>|<#\d+>|@everyone|@here|<id:\w+>"),
    "emoji": re.compile(r"<a?:\w+:\d+>|:[^\s:]+?:"),
    "time": re.compile(r"<t:(?P<seconds>-?\d+)(?::[tTdDfFR])?>"),
}


class Read(NamedTuple):
    """What a person sees of a text, what the app does with it, and where links lead."""

    words: str
    acts: list[str]
    links: list[str]


def with_plain_commands(markdown: str) -> str:
    """Write commands that can be clicked as our own words name them."""
    return re.sub(r"</([^:>]+):\d+>", r"`/\1`", markdown)


def read(markdown: str) -> Read:
    acts: list[str] = []
    links: list[str] = []
    lines = [_begin(line, acts) for line in markdown.split("\n")]
    return Read(_inline("\n".join(lines), acts, links), acts, links)


def _begin(line: str, acts: list[str]) -> str:
    for act, pattern in BLOCKS.items():
        if found := pattern.match(line):
            acts.append(act)
            return _begin(line[found.end() :], acts)
    return line


def _inline(text: str, acts: list[str], links: list[str]) -> str:
    words: list[str] = []
    at = 0
    while at < len(text):
        if found := ESCAPE.match(text, at):
            words.append(found[1])
            at = found.end()
            continue
        act, found = next(
            ((act, match) for act, p in ACTS.items() if (match := p.match(text, at))), ("", None)
        )
        if found is None:
            words.append(text[at])
            at += 1
            continue
        acts.append(act)
        groups = found.groupdict()
        if act == "link":
            links.append(groups["url"])
        if act == "time":
            words.append(_day(int(groups["seconds"])))
            at = found.end()
            continue
        inside = groups.get("text") or groups.get("stars")
        words.append(_inline(inside, acts, links) if inside else found[0])
        at = found.end()
    return "".join(words)


def _day(seconds: int) -> str:
    """Write the day of a timestamp; the app writes it in the language and the time zone of its reader."""
    day = datetime.fromtimestamp(seconds, UTC)
    return f"{day.day} {day:%B %Y}"
