"""What moderators submit to be loaded: web pages, files, pasted texts, what a message brings."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass, replace

import aiohttp
import discord

from bot.discord.kit.messages import WEB_ADDRESS, embed_texts, parts_of, web_address
from bot.discord.kit.notices import FILE_EXPIRED
from bot.discord.service import Service
from bot.language import N_, gettext
from corpus.article import Article
from corpus.errors import ReadingError
from corpus.reading import LoadedArticle, load_bytes, load_text
from corpus.reading.limits import MAX_BYTES

MOST_AT_ONCE = 10
"""Articles loaded with one command: as many as Discord lets a form upload."""

AFTER_AN_ADDRESS = ".,;:!?'\"”’*_|~"
"""What people write after an address without meaning it."""

PICTURES = ("image/", "video/", "audio/")

TOO_LARGE = N_("It is larger than {} MB: hand over a smaller file, or paste the text.")


@dataclass(frozen=True, slots=True)
class Submission:
    """Something to be loaded: what people call it, and how it is read (raises ReadingError)."""

    name: str
    read: Callable[[], Awaitable[LoadedArticle]]


def web_page(service: Service, address: str) -> Submission:
    """Load a web address, as people give it."""
    address = web_address(address)
    return Submission(address, lambda: service.read_page(address))


def uploaded_file(attachment: discord.Attachment) -> Submission:
    """Load a file that was uploaded to Discord."""

    async def read() -> LoadedArticle:
        if attachment.size > MAX_BYTES:
            raise ReadingError(gettext(TOO_LARGE).format(MAX_BYTES // 1024**2))
        try:
            body = await attachment.read()
        except (discord.HTTPException, aiohttp.ClientError, TimeoutError) as error:
            raise ReadingError(FILE_EXPIRED) from error
        kind, _, _ = (attachment.content_type or "").partition(";")
        return await asyncio.to_thread(
            load_bytes, body, name=attachment.filename, media_type=kind.strip()
        )

    return Submission(attachment.filename, read)


def pasted_text(
    text: str, *, title: str | None, address: str | None, warning: str = ""
) -> Submission:
    """Load a pasted text, with what is known about it, and a warning about it if there is one."""

    async def read() -> LoadedArticle:
        loaded = await asyncio.to_thread(load_text, text, title=title, url=address)
        return replace(loaded, warnings=(*loaded.warnings, warning)) if warning else loaded

    return Submission(title or gettext("the pasted text"), read)


def new_version(old: Article, submission: Submission) -> Submission:
    """Load a submission as another version of an article, whatever it resembles."""

    async def read() -> LoadedArticle:
        loaded = await submission.read()
        article = replace(loaded.article, id=old.id, url=loaded.article.url or old.url)
        return replace(loaded, article=article)

    return Submission(old.title, read)


def in_message(service: Service, message: discord.Message) -> list[Submission]:
    """Find the files and addresses in a message, also in one that was forwarded, or a feed's.

    Embeds count where no address was written. Pictures and the like are passed over.
    """
    parts = parts_of(message)
    files = [
        uploaded_file(attachment)
        for part in parts
        for attachment in part.attachments
        if not (attachment.content_type or "").startswith(PICTURES)
    ]
    written = _addresses(part.content for part in parts)
    linked = [embed.url for part in parts for embed in part.embeds if embed.url]
    addresses = dict.fromkeys(written or linked or _addresses(embed_texts(message)))
    return [*files, *(web_page(service, address) for address in addresses)][:MOST_AT_ONCE]


def _addresses(texts: Iterable[str]) -> list[str]:
    return [_without_what_follows(match) for text in texts for match in WEB_ADDRESS.findall(text)]


def _without_what_follows(address: str) -> str:
    """Leave full stops to the sentence, and a closing bracket unless the address opens one."""
    return (address if "(" in address else address.partition(")")[0]).rstrip(AFTER_AN_ADDRESS)
