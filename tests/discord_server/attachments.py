"""Files: what people and the bot upload, and the content network they are downloaded from."""

from __future__ import annotations

import mimetypes
from dataclasses import dataclass
from urllib.parse import quote

from tests.discord_server.clock import Clock
from tests.discord_server.payload import Json
from tests.discord_server.snowflakes import Snowflakes

LARGEST_FILE = 10 * 1024 * 1024
"""Bytes of one file, on a server without boosts (Discord's documentation, "Uploading Files")."""

LINK_LIFETIME_S = 24 * 60 * 60
"""Links to attachments expire after a day ("Signed Attachment CDN URLs")."""


@dataclass(frozen=True, slots=True)
class File:
    """A file that somebody uploads."""

    name: str
    content: bytes


@dataclass(slots=True, eq=False)
class Attachment:
    """A file that was uploaded."""

    id: int
    file: File
    url: str
    expires: float
    ephemeral: bool = False
    description: str | None = None

    @property
    def name(self) -> str:
        return self.file.name

    @property
    def content(self) -> bytes:
        return self.file.content

    def payload(self) -> Json:
        payload: Json = {
            "id": str(self.id),
            "filename": self.name,
            "size": len(self.content),
            "url": self.url,
            "proxy_url": self.url,
            "content_type": mimetypes.guess_type(self.name)[0] or "application/octet-stream",
        }
        if self.description is not None:
            payload["description"] = self.description
        if self.ephemeral:
            payload["ephemeral"] = True
        return payload


class ContentNetwork:
    """Keep uploaded files and give them addresses that expire."""

    def __init__(self, clock: Clock, snowflakes: Snowflakes) -> None:
        self.base = ""
        self._clock = clock
        self._snowflakes = snowflakes
        self._files: dict[int, Attachment] = {}

    def upload(self, file: File, channel_id: int, *, ephemeral: bool = False) -> Attachment:
        number = self._snowflakes.next()
        folder = "ephemeral-attachments" if ephemeral else "attachments"
        attachment = Attachment(
            id=number,
            file=file,
            url=f"{self.base}/{folder}/{channel_id}/{number}/{quote(file.name)}",
            expires=self._clock.now() + LINK_LIFETIME_S,
            ephemeral=ephemeral,
        )
        self._files[number] = attachment
        return attachment

    def find(self, number: int) -> Attachment | None:
        """Return a file whose link is still good."""
        attachment = self._files.get(number)
        if attachment is None or attachment.expires < self._clock.now():
            return None
        return attachment
