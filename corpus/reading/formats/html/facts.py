"""The facts around a web page's article: title, authors, date and publisher.

A page says each of them several times, to machines and to people, and not always the same. What
several places agree on is preferred to what one says.
"""

from __future__ import annotations

import re
from collections import Counter
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any
from urllib.parse import urlsplit

from htmldate import find_date
from lxml.html import HtmlElement

from corpus.reading.formats.html.authors import named_authors
from corpus.reading.formats.html.structured_data import first_article, names, objects
from corpus.reading.visible import one_line

_SEPARATOR = re.compile(r"\s+(?:[|•·–—-]|::|»|«|/)\s+|\s*\|\s*|\s+::\s+")
"""What stands between a page's title and its site's name."""

_DESCRIPTIONS = ("description", "og.description", "twitter.description", "dc.description")

_PUBLISHED = (
    "article.published_time", "og.published_time", "og.article.published_time", "datepublished",
    "parsely-pub-date", "sailthru.date", "dc.date.issued", "dcterms.created", "dcterms.date",
    "dc.date", "pubdate", "publishdate", "publish-date", "citation_publication_date", "ptime",
)  # fmt: skip
"""The names of meta elements that say when an article came out, in lower case."""

_AUTHORS = (
    "author", "authors", "article.author", "byl", "citation_author", "dc.creator", "dcterm.creator",
    "dcterms.creator", "og.article.author", "og.author", "parsely-author", "sailthru.author",
)  # fmt: skip
"""The names of meta elements that name an author, in lower case."""

_DATE = re.compile(r"(\d{4})-?(\d{2})-?(\d{2})(?!\d)")

_EARLIEST = 1990
"""The year before which no article has come out on the web."""

_ADDRESS = re.compile(r"^(?:https?:|www\.)|[a-z0-9]\.[a-z]{2,}$|/")

_SITE_WORDS = 5
"""Words of the longest site's name at the end of a title."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What a page says about its article; what it does not say is None or empty.

    `authors` are those that each place names, see `named_authors`.
    `description` is all that it says for search engines and networks, on one line.
    """

    title: str | None
    authors: list[list[str]]
    publisher: str | None
    published: date | None
    description: str


def read_facts(tree: HtmlElement, url: str | None) -> Facts:
    """Read the facts of a page that is complete: its head and its scripts are looked at."""
    meta = _Meta(tree)
    described = list(objects(tree))
    data = first_article(described)
    publisher = _publisher(tree, meta, described, url)
    return Facts(
        title=_title(tree, meta, data, publisher),
        authors=named_authors(tree, _declared(meta, data), publisher),
        publisher=publisher,
        published=_published(tree, meta, data, url),
        description=one_line("\n".join(meta.all(*_DESCRIPTIONS))),
    )


def _declared(meta: _Meta, data: dict[str, Any]) -> list[list[str]]:
    """Return the authors that each field for machines gives."""
    return [names(data.get("author")), *(meta.all(field) for field in _AUTHORS)]


class _Meta:
    """The contents of a page's meta elements, by name or property.

    Names are in lower case with full stops: "dc.title" for "DC:title".
    """

    def __init__(self, tree: HtmlElement) -> None:
        self._contents: dict[str, list[str]] = {}
        for element in tree.iter("meta"):
            named = " ".join(element.get(key, "") for key in ("name", "property", "itemprop"))
            content = one_line(element.get("content", ""))
            for name in dict.fromkeys(named.lower().replace(":", ".").split()) if content else ():
                self._contents.setdefault(name, []).append(content)

    def all(self, *fields: str) -> list[str]:
        """Return all contents of these fields, in the fields' order."""
        return [content for field in fields for content in self._contents.get(field, ())]


def _title(
    tree: HtmlElement, meta: _Meta, data: dict[str, Any], publisher: str | None
) -> str | None:
    """Return the title that most places agree on; of equals, the one meant for people to share."""
    page = tree.find(".//head/title")
    said = [
        *meta.all("og.title", "dc.title"),
        *names(data.get("headline")),
        *meta.all("twitter.title", "parsely-title", "citation_title"),
        one_line(page.text_content()) if page is not None else "",
        *(one_line(h1.text_content()) for h1 in tree.iter("h1")),
    ]
    titles = [title for text in said if (title := _without_site(one_line(text), publisher))]
    bare = [_bare(title) for title in titles]
    agreed = {title: sum(_bare(title) in other for other in bare if other) for title in titles}
    return max(titles, key=lambda title: agreed[title], default=None)


def _without_site(title: str, publisher: str | None) -> str:
    """Return a title without the site's name before or after it."""
    site = _bare(publisher or "")
    for separator in _SEPARATOR.finditer(title) if site else ():
        before, after = title[: separator.start()], title[separator.end() :]
        if _bare(after) in {site, f"the{site}"}:
            return before
        if _bare(before) == site:
            return _without_site(after, publisher)
    return title


def _publisher(
    tree: HtmlElement, meta: _Meta, described: list[dict[str, Any]], url: str | None
) -> str | None:
    """Return the paper's name: what it calls itself, or else how its titles end."""
    page = tree.find(".//head/title")
    title = one_line(page.text_content()) if page is not None else ""
    host = _host(url) or _host(next(iter(meta.all("og.url")), None))
    ends = [part for part in _SEPARATOR.split(title)[1:] if len(part.split()) <= _SITE_WORDS]
    organisations = (data for data in described if "Organization" in str(data.get("@type")))
    said = [
        *meta.all("og.site_name"),
        *names(first_article(described).get("publisher")),
        *meta.all("application-name", "apple-mobile-web-app-title", "dc.publisher", "publisher"),
        *(part for part in reversed(ends) if host and _bare(part) in _bare(host)),
        *(name for organisation in organisations for name in names(organisation.get("name"))),
        *ends[-1:],
        *(handle.lstrip("@") for handle in meta.all("twitter.site")),
    ]
    sayings = (_SEPARATOR.split(one_line(saying))[0] for saying in said)
    return next((saying for saying in sayings if not _is_address(saying)), host or None)


def _is_address(name: str) -> bool:
    """Tell whether a name is a site's address or no name at all, not what a paper is called."""
    return not any(map(str.isalpha, name)) or (" " not in name and bool(_ADDRESS.search(name)))


def _host(url: str | None) -> str:
    with suppress(ValueError):
        return (urlsplit(url or "").hostname or "").removeprefix("www.")
    return ""


def _published(
    tree: HtmlElement, meta: _Meta, data: dict[str, Any], url: str | None
) -> date | None:
    """Return when it first came out: the day that most fields give, or else what htmldate finds."""
    times = (
        time.get("datetime", "")
        for time in tree.iter("time")
        if "pubdate" in time.attrib or "datePublished" in time.get("itemprop", "")
    )
    said = [*names(data.get("datePublished")), *meta.all(*_PUBLISHED), *times]
    days = Counter(filter(None, map(_day, said)))
    if days:
        return min(days, key=lambda day: (-days[day], day))  # of equals, the earliest
    found = find_date(
        tree,
        url=url,
        original_date=True,
        extensive_search=False,  # it would take any date that stands on the page
        max_date=datetime.now(UTC).date().isoformat(),
    )
    return _day(found or "")


def _day(text: str) -> date | None:
    """Return the day that a time in ISO 8601 begins with, if an article can be from it."""
    stamp = _DATE.match(text.strip())
    with suppress(ValueError):
        if stamp and int(stamp[1]) >= _EARLIEST:
            day = date(int(stamp[1]), int(stamp[2]), int(stamp[3]))
            return day if day <= datetime.now(UTC).date() else None
    return None


def _bare(text: str) -> str:
    return "".join(filter(str.isalnum, text.casefold()))
