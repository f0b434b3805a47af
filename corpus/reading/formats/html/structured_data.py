"""What a page says about its article in schema.org's words, as JSON-LD."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from lxml.html import HtmlElement

_WRAPPINGS = (("<![CDATA[", "]]>"), ("<!--", "-->"), ("//<![CDATA[", "//]]>"))
"""What hides data from old browsers, before and behind it."""

_DEEPEST = 8
"""Objects inside each other that are looked into."""

_ARTICLES = ("article", "posting", "report")
"""Endings of schema.org's types of articles, in lower case: NewsArticle, BlogPosting, Report."""


def first_article(described: Iterable[dict[str, Any]]) -> dict[str, Any]:
    """Return the fields of the first article among objects, none where there is none."""
    return next(filter(_is_article, described), {})


def objects(tree: HtmlElement) -> Iterator[dict[str, Any]]:
    """Yield all objects of a page's JSON-LD, the outer ones first; what is no JSON is passed over."""
    for script in tree.iter("script"):
        if script.get("type", "").strip().lower() == "application/ld+json":
            try:
                data = json.loads(_unwrapped(script.text or ""), strict=False)
                yield from _within(data, _DEEPEST)
            except (ValueError, RecursionError):
                continue


def names(value: object) -> list[str]:
    """Return the names that a field gives: of persons, of organisations, or just as text."""
    if isinstance(value, list):
        return [name for part in value for name in names(part)]
    if isinstance(value, dict):
        return names(value.get("name"))
    return [value] if isinstance(value, str) and value.strip() else []


def _unwrapped(data: str) -> str:
    data = data.strip().removesuffix(";")
    for before, behind in _WRAPPINGS:
        data = data.removeprefix(before).removesuffix(behind).strip()
    return data


def _within(value: object, depth: int) -> Iterator[dict[str, Any]]:
    if isinstance(value, list) and depth:
        for part in value:
            yield from _within(part, depth - 1)
    elif isinstance(value, dict) and depth:
        yield value
        for part in value.values():
            if isinstance(part, list | dict):
                yield from _within(part, depth - 1)


def _is_article(data: dict[str, Any]) -> bool:
    kinds = data.get("@type")
    return any(
        isinstance(kind, str) and kind.lower().endswith(_ARTICLES)
        for kind in (kinds if isinstance(kinds, list) else [kinds])
    )
