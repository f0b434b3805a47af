"""Downloads of attachments."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING

from aiohttp import web

if TYPE_CHECKING:
    from tests.discord_server.server import DiscordServer


def download(server: DiscordServer) -> Callable[[web.Request], Awaitable[web.Response]]:
    """Return the handler that hands out attachments as long as their links are good."""

    async def handle(request: web.Request) -> web.Response:
        number = request.match_info["file"]
        attachment = (
            server.files.find(int(number)) if number.isascii() and number.isdigit() else None
        )
        if attachment is None or attachment.name != request.match_info["name"]:
            return web.Response(status=404, text="This content is no longer available.")
        kind = attachment.payload()["content_type"]
        return web.Response(body=attachment.content, headers={"Content-Type": kind})

    return handle
