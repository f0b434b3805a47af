"""Markdown, by CommonMark's rules, with the front matter that site generators put above it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

from markdown_it import MarkdownIt
from markdown_it.token import Token

from corpus.reading.dates import find_stamps
from corpus.reading.decoding import decode
from corpus.reading.draft import (
    BlockKind,
    Draft,
    Hints,
    TextBlock,
    caption,
    first_blocks,
    heading,
    item,
    paragraph,
)
from corpus.reading.interviews import asks
from corpus.reading.limits import MAX_DRAFT_CHARACTERS
from corpus.reading.runs import Runs

_FRONT_MATTER = re.compile(r"\A\s*---[ \t]*\r?\n((?:[^\n]*\n){0,60}?)---[ \t]*(?:\r?\n|\Z)")
_FIELD = re.compile(r"^([A-Za-z_-]+)[ \t]*:[ \t]*(.+?)[ \t]*\r?$", re.MULTILINE)

_AUTHOR = ("author", "authors", "by", "byline")
_PUBLISHER = ("publisher", "site_name", "site", "source_name", "publication")
_DATE = ("date", "published", "publishdate", "pubdate")
_URL = ("url", "canonical_url", "canonical", "source", "link")
_LANGUAGE = ("lang", "language")

_SUP = re.compile(r"<(/?)sup\b[^>]*>", re.IGNORECASE)
_FOOTNOTE = re.compile(r"\[\^[^\]\s]{1,40}\]:?")
"""A footnote's mark in the text, or before the footnote itself."""

_EMPHASISED_LINE = 3
"""Tokens of a line that is emphasised as a whole: the opening mark, the text, the closing mark."""

_TAG = re.compile(r"<!--.*?-->|<[^<>]*>", re.DOTALL)


def parse(body: bytes, hints: Hints) -> Draft:
    """Read Markdown; its title is the front matter's, or else its first heading."""
    text = decode(body, hints.charset)
    fields, text = _front_matter(text)
    blocks = first_blocks(_blocks(_parser().parse(text[:MAX_DRAFT_CHARACTERS])))
    title = fields.get("title")
    if not title and blocks and blocks[0].kind is BlockKind.HEADING:
        title, blocks = blocks[0].text, blocks[1:]
    stamps = find_stamps(_first(fields, _DATE) or "")
    address = _first(fields, _URL) or ""
    return Draft(
        blocks,
        title=title,
        author=_first(fields, _AUTHOR),
        publisher=_first(fields, _PUBLISHER),
        published=stamps[0].day if stamps else None,
        url=hints.url or (address if address.startswith(("http://", "https://")) else None),
        language=_first(fields, _LANGUAGE),
    )


def _parser() -> MarkdownIt:
    """Make a parser for prose: indented text is a paragraph, not code."""
    return MarkdownIt("commonmark").enable(["table", "strikethrough"]).disable("code")


def _front_matter(text: str) -> tuple[dict[str, str], str]:
    """Separate the simple fields of a YAML front matter from the text below it."""
    matter = _FRONT_MATTER.match(text)
    if not matter:
        return {}, text
    fields = {name.lower(): value.strip("\"'[]") for name, value in _FIELD.findall(matter[1])}
    return fields, text[matter.end() :]


def _first(fields: dict[str, str], names: tuple[str, ...]) -> str | None:
    return next((fields[name] for name in names if fields.get(name)), None)


def _blocks(tokens: list[Token]) -> Iterator[TextBlock]:
    in_heading = False
    list_depth = 0
    row: list[str] | None = None
    for token in tokens:
        if token.type in {"heading_open", "heading_close"}:
            in_heading = token.type == "heading_open"
        elif token.type in {"list_item_open", "list_item_close"}:
            list_depth += token.nesting
        elif token.type == "tr_open":
            row = []
        elif token.type == "tr_close":
            yield item(" | ".join(row or []))
            row = None
        elif token.type in {"fence", "html_block"}:
            yield paragraph(unescape(_TAG.sub(" ", token.content)))
        elif token.type == "inline" and row is not None:
            row.append(_plain(token))
        elif token.type == "inline":
            is_heading = in_heading or _is_question(token)
            make = heading if is_heading else item if list_depth else paragraph
            yield from _inline(token, make(_plain(token)))


def _inline(token: Token, block: TextBlock) -> Iterator[TextBlock]:
    """Yield the block, and as captions the descriptions of the pictures in it."""
    if block.text.strip():
        yield block
    for child in token.children or []:
        if child.type == "image" and child.content:
            yield caption(child.content)


def _plain(token: Token) -> str:
    """Return what a reader sees of an inline token: its words without the marks around them."""
    runs = Runs()
    is_raised = False
    for child in token.children or []:
        if child.type in {"softbreak", "hardbreak"}:
            runs.add(" ")
        elif child.type == "html_inline" and (tag := _SUP.fullmatch(child.content)):
            is_raised = not tag[1]
        elif child.type in {"text", "code_inline"}:
            text = _FOOTNOTE.sub("", child.content) if child.type == "text" else child.content
            runs.add(text, is_raised=is_raised)
    return runs.take()


def _is_question(token: Token) -> bool:
    """Tell whether all of a line is emphasised and asks something: in an interview."""
    kinds = [child.type for child in token.children or [] if child.type != "text" or child.content]
    return (
        len(kinds) == _EMPHASISED_LINE
        and kinds[0] in {"strong_open", "em_open"}
        and asks(_plain(token))
    )
