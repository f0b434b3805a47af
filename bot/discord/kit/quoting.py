"""Words of articles and people, escaped: Discord shows them and does nothing else with them.

Discord's Markdown takes a backslash before any ASCII punctuation as "the next character as it is"
(https://support.discord.com/hc/en-us/articles/210298617). So what would begin a mention, a link, a
timestamp, an emoji, a list, a heading and so on gets one, and no character is lost.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from urllib.parse import quote, urlsplit

from bot.language import gettext
from corpus.article import Span

_ACTIVE = re.compile(
    r"[\\`*_~|<>\[\]@]"  # escapes, code, emphasis, spoilers, quotes, mentions, links, timestamps
    r"|(?<=\])\("  # an address after a bracket could become that of a link of ours before it
    r"|:(?=\S)"  # web addresses, emoji
    r"|^(?P<before>[^\S\n]*(?:\d++(?=\.))?)[#+.-]",  # headings, small print and lists
    re.MULTILINE,
)

_JOINERS = "\u200c\u200d"
"""Spelling in Persian or Hindi and glue in emoji: between such letters they stay."""

_INVISIBLE = re.compile(
    "(?:["
    "\x00-\x08\x0b-\x1f\x7f-\x9f"  # controls, except tab and line feed
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u200e\u200f\u2028-\u202e"
    "\u2060-\u206f\u2800\u3164\ufeff\uffa0\ufff0-\ufffb"
    "\ud800-\udfff\U0001d173-\U0001d17a\U000e0000-\U000e0fff]"
    f"|(?<![\u0250-\U0010ffff])[{_JOINERS}]|[{_JOINERS}](?![\u0250-\U0010ffff]))+"
)
"""What nobody sees: controls, zero-width, direction overrides, fillers, tags, half surrogates."""

_MARK = "[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff]"
_STACKED = re.compile(f"({_MARK}{{4}}){_MARK}+")
"""More combining marks on one letter than any language has: they climb over the lines around it."""

_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")

LONGEST_LINK = 256
"""Characters of an address that may stand in a card: several share its 4,000 with what they are for."""

_LIKE_A_LINK = re.compile(r"[\[\]]|://")
"""In a link's label: Discord would take its end from a bracket, and refuses a label with an address."""


def visible(text: str) -> str:
    """Show invisible characters by their code point, a run of them once: "⟨U+200B × 4000⟩"."""
    shown = _INVISIBLE.sub(_named, text.replace("\r\n", "\n"))
    return _STACKED.sub(r"\1", shown)


def harmless(text: str) -> str:
    """Escape a text so that Discord shows exactly what `visible` returns for it."""
    return _ACTIVE.sub(_escape, visible(text))


def in_one_line(text: str) -> str:
    """Escape a text for one line: runs of white space become one space."""
    return harmless(" ".join(text.split()))


def words_of(markdown: str) -> str:
    """Return the words that `harmless` escaped."""
    return _ESCAPED.sub(r"\1", markdown)


def bold(text: str) -> str:
    """Write a text in bold, on one line; a text without words stays as it is."""
    line = in_one_line(text)
    return f"**{line}**" if line else ""


def marked(
    text: str,
    spans: Iterable[Span],
    start: int = 0,
    end: int | None = None,
    *,
    answer: Span | None = None,
) -> str:
    """Write `text[start:end]` with the spans in it in bold, and the answer underlined too.

    Spans are in order; all are offsets into `text`. One that touches the answer is left out.
    """
    end = len(text) if end is None else end
    marks = [(span, "**", "**") for span in _joined(spans) if not _touches(span, answer)]
    if answer:
        marks.append((answer, "__**", "**__"))
    pieces: list[str] = []
    at = start
    for (span_start, span_end), opening, closing in sorted(marks):
        if at <= span_start < span_end <= end:
            pieces += [
                harmless(text[at:span_start]),
                opening,
                harmless(text[span_start:span_end]),
                closing,
            ]
            at = span_end
    return "".join([*pieces, harmless(text[at:end])])


def _touches(span: Span, answer: Span | None) -> bool:
    return answer is not None and span[0] <= answer[1] and answer[0] <= span[1]


def block_quote(markdown: str) -> str:
    """Write lines that are escaped already as a quotation."""
    return "\n".join(f"> {line}" for line in markdown.split("\n"))


def link(label: str, url: str | None) -> str:
    """Write a link to a web page; the label alone where the address is none, or too long."""
    shown = in_one_line(label)
    target = _target(url) if url else None
    if target is None:
        return shown
    if _LIKE_A_LINK.search(label) or not shown:
        return f"{shown} [↗]({target})".strip()
    return f"[{shown}]({target})"


def _escape(match: re.Match[str]) -> str:
    before = match["before"] or ""
    return f"{before}\\{match[0][len(before) :]}"


def _named(match: re.Match[str]) -> str:
    run = match[0]
    if len(set(run)) > 1:
        return gettext("⟨{} invisible characters⟩").format(len(run))
    times = f" × {len(run)}" if len(run) > 1 else ""
    return f"⟨U+{ord(run[0]):04X}{times}⟩"


def _joined(spans: Iterable[Span]) -> Iterator[Span]:
    """Join spans that touch: Discord reads "**a****b**" as something else."""
    last: Span | None = None
    for start, end in spans:
        if last and start <= last[1]:
            last = last[0], max(last[1], end)
            continue
        if last:
            yield last
        last = start, end
    if last:
        yield last


def _target(url: str) -> str | None:
    """Return a web address without anything that could end a link early, or None for what is none."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    if parts.scheme.lower() not in {"http", "https"} or not parts.hostname:
        return None
    target = quote(url, safe="/:?#@!$&'*+,;=%~-._")
    return target if len(target) <= LONGEST_LINK else None
