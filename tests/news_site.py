"""A news site on loopback: pages, and feeds of them in RSS, which behave as a test wants."""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from functools import partial
from hashlib import sha256
from html import escape
from ipaddress import IPv4Address, IPv6Address

from aiohttp import web

from corpus.library.following import Web
from corpus.reading import load_url
from corpus.reading.feeds import fetch_feed

PAGE = """<!doctype html><html lang="en"><head><title>{title}</title></head>
<body><article><h1>{title}</h1>{paragraphs}</article></body></html>"""

RSS = """<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel>
<title>{title}</title><link>{site}</link>{more}{items}</channel></rss>"""

ITEM = """<item><title>{title}</title><link>{link}</link>
<guid isPermaLink="false">{guid}</guid><description>{text}</description></item>"""


def is_loopback(address: IPv4Address | IPv6Address) -> bool:
    return address.is_loopback


LOOPBACK = Web(
    partial(fetch_feed, is_allowed=is_loopback), partial(load_url, is_allowed=is_loopback)
)


@dataclass
class Asked:
    """A request as it arrived."""

    path: str
    headers: Mapping[str, str]


@dataclass
class NewsSite:
    """A site whose feeds list what was posted, newest first.

    `answers` are given instead of what is at a path; `more` stands in every feed.
    """

    url: str = ""
    pages: dict[str, str] = field(default_factory=dict)
    feeds: dict[str, list[str]] = field(default_factory=dict)
    answers: dict[str, web.Response] = field(default_factory=dict)
    asked: list[Asked] = field(default_factory=list)
    more: str = ""

    def post(
        self,
        title: str,
        *paragraphs: str,
        path: str = "",
        guid: str = "",
        feed: str = "/feed",
        link: str = "",
        text: str = "",
    ) -> str:
        """Publish a page and put it on top of a feed; returns the page's address."""
        path = path or f"/{sha256(title.encode()).hexdigest()[:8]}"
        paragraphs = paragraphs or story(title)
        body = "".join(f"<p>{escape(paragraph)}</p>" for paragraph in paragraphs)
        self.pages[path] = PAGE.format(title=escape(title), paragraphs=body)
        item = ITEM.format(
            title=escape(escape(title)),
            link=link or self.url + path,
            guid=guid or path,
            text=escape(escape(text)),
        )
        self.feeds.setdefault(feed, []).insert(0, item)
        return self.url + path

    def paths_asked(self) -> list[str]:
        """Return the paths asked for since the last call."""
        paths = [asked.path for asked in self.asked]
        self.asked.clear()
        return paths

    async def answer(self, request: web.BaseRequest) -> web.StreamResponse:
        self.asked.append(Asked(request.path, dict(request.headers)))
        if answer := self.answers.get(request.path):
            return web.Response(
                status=answer.status, headers=answer.headers, body=answer.body or b""
            )
        if request.path in self.feeds:
            return self._feed(request)
        if request.path not in self.pages:
            return web.Response(status=404)
        return web.Response(text=self.pages[request.path], content_type="text/html")

    def _feed(self, request: web.BaseRequest) -> web.Response:
        items = "".join(self.feeds[request.path])
        body = RSS.format(title="Port Alder Post", site=self.url, more=self.more, items=items)
        etag = f'"{sha256(body.encode()).hexdigest()[:16]}"'
        if request.headers.get("If-None-Match") == etag:
            return web.Response(status=304)
        return web.Response(
            body=body.encode(), content_type="application/rss+xml", headers={"ETag": etag}
        )


def story(subject: str) -> tuple[str, ...]:
    """Write paragraphs about a subject that are like no other subject's."""
    digits = str(int(sha256(subject.encode()).hexdigest(), 16))
    one, two, three, four, five = (int(digits[n : n + 4]) for n in range(0, 20, 4))
    return (
        f"{subject}: {one} crates and {two} barrels stood on the quay of Port Alder on Monday.",
        f"“We counted {three} crates and then {four} barrels,” said harbour master Jon Aas.",
        f"The operator of the ferry listed {five} crates as lost in the storm of last week.",
    )


@asynccontextmanager
async def news_site() -> AsyncIterator[NewsSite]:
    """Run a site until the context closes."""
    site = NewsSite()
    runner = web.ServerRunner(web.Server(site.answer))
    await runner.setup()
    try:
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        site.url = f"http://127.0.0.1:{runner.addresses[0][1]}"
        yield site
    finally:
        await runner.cleanup()
