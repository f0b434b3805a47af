"""A newspaper on loopback, and what happens once its pages are loaded."""

from __future__ import annotations

import asyncio

from aiohttp import web

from bot.discord.client import SourcesSay
from corpus.library.store import questions
from tests.discord_server import Guild, Message, Reply

PAGE = """<!doctype html><html lang="en"><head><title>{title}</title>
<meta property="article:published_time" content="2025-03-04T08:00:00Z"></head>
<body><article><h1>{title}</h1>{paragraphs}</article></body></html>"""


class Newspaper:
    """A web site whose pages a story may change, and which answers once `opened` is set."""

    def __init__(self) -> None:
        self.url = ""
        self.pages: dict[str, str] = {}
        self.asked: list[str] = []
        self.opened = asyncio.Event()
        self.opened.set()

    def publish(self, path: str, title: str, *paragraphs: str) -> str:
        """Put an article on the site, or another version of it, and give its address."""
        body = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
        self.pages[path] = PAGE.format(title=title, paragraphs=body)
        return self.url + path

    async def answer(self, request: web.BaseRequest) -> web.StreamResponse:
        self.asked.append(request.path)
        await self.opened.wait()
        if request.path not in self.pages:
            return web.Response(status=404)
        return web.Response(text=self.pages[request.path], content_type="text/html")


async def outcome(reply: Reply) -> Message:
    """Wait until a load is over, however slow the machine, and give what was said in the end."""
    await reply.until(
        lambda r: r.message.deleted or not r.text.startswith(("Reading", "Loading", "Waiting"))
    )
    return await reply.follow_up() if reply.message.deleted else reply.message


async def told(reply: Reply) -> Message:
    """Return what a person was told after a press that left the card as it was."""
    return await reply.follow_up() if reply.updates else reply.message


async def until_kept(bot: SourcesSay, guild: Guild, number: int) -> None:
    """Wait until so many questions are kept, which happens after their answers."""
    await guild.server.settled()
    assert len(await questions.kept(bot.service.store, guild.id)) >= number
