"""What a moderator hands over to be loaded: addresses, files, and pasted text."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import aiohttp
import discord

from bot.messages import WEB_ADDRESS, embed_texts, parts_of
from corpus.errors import ReadingError
from corpus.reading import LoadedArticle, load_bytes, load_text
from corpus.reading.limits import MAX_BYTES

if TYPE_CHECKING:
    from bot.client import SourcesSay

MOST_AT_ONCE = 10
"""Articles loaded with one command: as many as Discord lets a form upload."""

AFTER_AN_ADDRESS = ".,;:!?'\"”’*_|~"
"""What people write after an address without meaning it."""

PICTURES = ("image/", "video/", "audio/")

TOO_LARGE = (
    f"It is larger than {MAX_BYTES // 1024**2} MB: hand over a smaller file, or paste the text."
)
EXPIRED = "Discord does not hand that file over any more: attach it again."


@dataclass(frozen=True, slots=True)
class HandedOver:
    """Something to be loaded: what people call it, and how it is read (raises ReadingError)."""

    name: str
    read: Callable[[], Awaitable[LoadedArticle]]


def page(client: SourcesSay, address: str) -> HandedOver:
    """Hand over a web address; angle brackets around it are Discord's way to hide a preview.

    People leave the https:// out; what was meant otherwise is refused when it is fetched.
    """
    address = address.strip().removeprefix("<").removesuffix(">")
    if "://" not in address:
        address = f"https://{address}"
    return HandedOver(address, lambda: client.load_url(address))


def file(attachment: discord.Attachment) -> HandedOver:
    """Hand over a file that was uploaded to Discord."""

    async def read() -> LoadedArticle:
        if attachment.size > MAX_BYTES:
            raise ReadingError(TOO_LARGE)
        try:
            body = await attachment.read()
        except (discord.HTTPException, aiohttp.ClientError, TimeoutError) as error:
            raise ReadingError(EXPIRED) from error
        kind, _, _ = (attachment.content_type or "").partition(";")
        return await asyncio.to_thread(
            load_bytes, body, name=attachment.filename, media_type=kind.strip()
        )

    return HandedOver(attachment.filename, read)


def text(pasted: str, *, title: str | None, address: str | None, warning: str = "") -> HandedOver:
    """Hand over a pasted text, with what is known about it, and a warning about it if there is one."""

    async def read() -> LoadedArticle:
        loaded = await asyncio.to_thread(load_text, pasted, title=title, url=address)
        return replace(loaded, warnings=(*loaded.warnings, warning)) if warning else loaded

    return HandedOver(title or "the pasted text", read)


def in_message(client: SourcesSay, message: discord.Message) -> list[HandedOver]:
    """Find the files and addresses in a message, also in one that was forwarded, or a feed's.

    Embeds count where no address was written. Pictures and the like are passed over.
    """
    parts = parts_of(message)
    files = [
        file(attachment)
        for part in parts
        for attachment in part.attachments
        if not (attachment.content_type or "").startswith(PICTURES)
    ]
    written = _addresses(part.content for part in parts)
    linked = [embed.url for part in parts for embed in part.embeds if embed.url]
    addresses = dict.fromkeys(written or linked or _addresses(embed_texts(message)))
    return [*files, *(page(client, address) for address in addresses)][:MOST_AT_ONCE]


def _addresses(texts: Iterable[str]) -> list[str]:
    return [_without_what_follows(found) for text in texts for found in WEB_ADDRESS.findall(text)]


def _without_what_follows(address: str) -> str:
    """Leave full stops to the sentence, and a closing bracket unless the address opens one."""
    return (address if "(" in address else address.partition(")")[0]).rstrip(AFTER_AN_ADDRESS)
