"""One request of the bot to the HTTP API, read and ready to be answered."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from aiohttp import web
from aiohttp.web_request import FileField

from tests.discord_server.attachments import Attachment, File
from tests.discord_server.refusals import INVALID_JSON, NOT_FOUND, UNKNOWN_CHANNEL, RefusedError
from tests.discord_server.validation.part import SNOWFLAKE, Part

if TYPE_CHECKING:
    from tests.discord_server.channels import Channel
    from tests.discord_server.guilds import Guild
    from tests.discord_server.server import DiscordServer


@dataclass(eq=False)
class Call:
    """A request: its body, the files it uploads, and the server it is made to."""

    server: DiscordServer
    request: web.Request
    body: Any = None
    files: list[File] = field(default_factory=list)

    async def read(self) -> None:
        """Read the body: JSON, or a form with JSON and files. Raises RefusedError."""
        if self.request.content_type == "multipart/form-data":
            form = await self.request.post()
            for name, value in form.items():
                if isinstance(value, FileField):
                    self.files.append(File(value.filename, value.file.read()))
                elif name == "payload_json":
                    self.body = _loads(str(value))
        elif self.request.can_read_body:
            self.body = _loads(await self.request.text())

    @property
    def part(self) -> Part:
        """The body as an object whose fields can be checked."""
        return Part(self.body if self.body is not None else {})

    def number(self, name: str) -> int:
        """Return an id in the path. Raises RefusedError where it is none."""
        text = self.request.match_info[name]
        if not SNOWFLAKE.fullmatch(text):
            raise RefusedError(NOT_FOUND)
        return int(text)

    def asks(self, name: str) -> bool:
        """Return whether the query asks for something."""
        return self.request.query.get(name, "").lower() in {"1", "true"}

    def guild(self) -> Guild:
        return self.server.guild_of_bot(self.number("guild"))

    def channel(self) -> Channel:
        """Return the channel in the path. Raises RefusedError where the bot knows none."""
        channel = self.server.find_channel(self.number("channel"))
        if channel is None:
            raise RefusedError(UNKNOWN_CHANNEL)
        return channel

    def upload(self, channel: Channel, *, ephemeral: bool = False) -> list[Attachment]:
        """Store the files that came with the request."""
        return [
            self.server.files.upload(file, channel.id, ephemeral=ephemeral) for file in self.files
        ]


def reply(
    body: Any = None, status: int = 200, headers: dict[str, str] | None = None
) -> web.Response:
    """Answer with JSON, or with 204 and nothing.

    discord.py wants the content type to be `application/json` exactly, without a charset.
    """
    if body is None:
        return web.Response(status=204, headers=headers)
    content_type = {"Content-Type": "application/json"}
    data = json.dumps(body).encode()
    return web.Response(body=data, status=status, headers={**(headers or {}), **content_type})


def _loads(text: str) -> Any:
    try:
        return json.loads(text)
    except ValueError:
        raise RefusedError(INVALID_JSON) from None
