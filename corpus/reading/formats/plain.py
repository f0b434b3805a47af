"""Plain text: which lines are one paragraph, and whether the first is a title."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import dropwhile, pairwise

from corpus.errors import ReadingError
from corpus.reading.bylines import read_byline
from corpus.reading.decoding import decode
from corpus.reading.draft import Draft, Hints, TextBlock, first_blocks, heading, paragraph
from corpus.reading.format import Format
from corpus.reading.furniture import is_furniture
from corpus.reading.legibility import is_legible
from corpus.reading.limits import MAX_DRAFT_CHARACTERS, MAX_TEXT_BYTES
from corpus.reading.sentence_or_headline import ends_sentence, is_headline

PLAIN = Format(
    label="plain text",
    endings=(".txt", ".text"),
    media_types=("text/plain",),
    parser=__name__,
    trusts_name=False,  # people and servers call Markdown and web pages so, too
    max_bytes=MAX_TEXT_BYTES,
    is_parsed_apart=False,
)

_NO_LANGUAGE = (
    "This is not text in any language: if it is an article, save it anew or paste the text."
)

_LINE_END = re.compile(r"\r\n|[\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_BLANK_LINES = re.compile(r"\n(?:[ \t\u00a0]*\n)+")

_WIDEST_WRAP = 120
"""Characters: longer lines were not broken by a typewriter's or a mail program's margin."""

_LONG_LINES = 0.1
"""The share of longer lines up to which a text still counts as wrapped; web addresses are long."""

_FULL_LINE = 0.7
"""The share of the widest line from which a line counts as filled, so that its sentence goes on.
A line broken because the next word did not fit is rarely shorter."""

_LONGEST_HEADING = 60
"""Characters of a heading inside a text."""

_HEAD_LINES = 10
"""Lines at a text's top among which bylines are looked for."""


def parse(body: bytes, hints: Hints) -> Draft:
    """Read plain text as paragraphs, with its first block as title where it looks like one.

    Raise ReadingError for what is no text in any language.
    """
    text = decode(body, hints.charset)[:MAX_DRAFT_CHARACTERS]
    if not is_legible(text):
        raise ReadingError(_NO_LANGUAGE)
    groups = _groups(text)
    if _is_hard_wrapped(groups):
        groups = [_joined(group, is_head=not position) for position, group in enumerate(groups)]
    lines = (text for group in groups for text in group)
    blocks = first_blocks(_with_headings(list(dropwhile(is_furniture, lines))))
    if hints.title or len(blocks) < 2 or not is_headline(blocks[0].text):  # noqa: PLR2004
        return Draft(blocks)
    return Draft(blocks[1:], title=blocks[0].text)


def _groups(text: str) -> list[list[str]]:
    """Split text at blank lines into groups of lines, none of them blank."""
    unified = _LINE_END.sub("\n", text)
    groups = (group.split("\n") for group in _BLANK_LINES.split(unified))
    kept = ([line.rstrip() for line in group if line.strip()] for group in groups)
    return [group for group in kept if group]


def _is_hard_wrapped(groups: list[list[str]]) -> bool:
    """Tell whether lines were broken at a margin, rather than one line being one paragraph.

    In wrapped text most lines stop in mid-sentence; where a line is a paragraph, only headings do.
    """
    lines = [line for group in groups for line in group]
    broken = [line for group in groups for line in group[:-1]]
    if not broken or sum(len(line) > _WIDEST_WRAP for line in lines) > _LONG_LINES * len(lines):
        return False
    return sum(not ends_sentence(line) for line in broken) * 2 > len(broken)


def _joined(group: list[str], *, is_head: bool) -> list[str]:
    """Return a group's paragraphs, the lines that were broken at the margin joined by a space.

    In a text's head, the lines before the first blank one, bylines stay apart.
    """
    full = max(map(len, group)) * _FULL_LINE
    indented = group[0][0].isspace()
    paragraphs = [[group[0]]]
    for position, (before, line) in enumerate(pairwise(group)):
        runs_on = line.lstrip()[0].islower() or len(before) >= full
        starts_anew = line[0].isspace() and not before[0].isspace() and not indented
        may_be_byline = is_head and position < _HEAD_LINES
        is_byline = may_be_byline and (read_byline(before) or read_byline(line))
        if runs_on and not starts_anew and not is_byline:
            paragraphs[-1].append(line)
        else:
            paragraphs.append([line])
    return [" ".join(map(str.strip, lines)) for lines in paragraphs]


def _with_headings(texts: list[str]) -> Iterator[TextBlock]:
    """Yield paragraphs, and as headings the short lines that stand between two sentences."""
    for before, text, after in zip(["", *texts], texts, [*texts[1:], ""], strict=False):
        announces = before.endswith(":")  # a list follows, of links more often than not
        between = ends_sentence(before) and ends_sentence(after) and not announces
        is_heading = between and len(text) <= _LONGEST_HEADING and is_headline(text)
        yield heading(text) if is_heading and not ends_sentence(text) else paragraph(text)
