"""Messages, new and edited: Discord's documentation, "Message resource"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from tests.discord_server.attachments import LARGEST_FILE, Attachment
from tests.discord_server.payload import Json
from tests.discord_server.refusals import EMPTY_MESSAGE, TOO_LARGE, RefusedError
from tests.discord_server.validation.components import ComponentTree
from tests.discord_server.validation.embeds import check_embeds
from tests.discord_server.validation.mentions import check_allowed_mentions
from tests.discord_server.validation.part import Part

LONGEST_CONTENT = 2000
MOST_FILES = 10

SUPPRESS_EMBEDS, EPHEMERAL, LOADING, SILENT = 1 << 2, 1 << 6, 1 << 7, 1 << 12
HAS_SNAPSHOT, V2 = 1 << 14, 1 << 15
"""Message flags."""

COMMON = (
    "content", "embeds", "components", "attachments", "allowed_mentions", "flags", "poll", "tts",
)  # fmt: skip
"""Fields of every message. Discord's edits have no `tts`; discord.py sends `tts: false` in them."""

CHANNEL_MESSAGE = (*COMMON, "nonce", "enforce_nonce", "message_reference", "sticker_ids")


@dataclass(frozen=True, slots=True)
class Content:
    """What a message shows, after the checks."""

    text: str = ""
    embeds: Sequence[Json] = ()
    components: Sequence[Json] = ()
    attachments: Sequence[Attachment] = ()
    flags: int = 0
    allowed_mentions: Json | None = None

    @property
    def v2(self) -> bool:
        return bool(self.flags & V2)

    @property
    def empty(self) -> bool:
        """Whether there is nothing to see: Discord does not count white space."""
        if self.v2:
            return not self.components
        # Discord counts buttons alone as no message, where the message has not the V2 flag.
        return not (self.text.strip() or any(map(_shows, self.embeds)) or self.attachments)


def read_message(
    body: Part,
    uploads: Sequence[Attachment],
    *,
    fields: Sequence[str] = COMMON,
    flags: int = SUPPRESS_EMBEDS | SILENT | V2,
    before: Content | None = None,
) -> Content:
    """Return what a message shows once `body` is applied to `before` (None: a new message).

    `fields` are those the body may have, `flags` those it may set. Raises RefusedError.
    """
    old = before or Content()
    body.known(*fields)
    content = replace(
        old,
        flags=_read_flags(body, flags, before),
        attachments=_read_attachments(body, uploads, old.attachments),
        allowed_mentions=body.value.get("allowed_mentions"),
    )
    body.text("content", LONGEST_CONTENT)
    body.flag("tts")
    body.text("nonce", 25)
    body.flag("enforce_nonce")
    check_embeds(body)
    check_allowed_mentions(body)
    _check_legacy_fields(body, content, old)
    tree = ComponentTree(body, [file.name for file in content.attachments])
    tree.check_message(v2=content.v2)
    body.faults.refuse_if_any()
    if "content" in body.value:
        content = replace(content, text=body.value["content"] or "")
    if "embeds" in body.value:
        content = replace(content, embeds=body.value["embeds"] or ())
    if "components" in body.value:
        content = replace(content, components=body.value["components"] or ())
    if content.empty:
        raise RefusedError(EMPTY_MESSAGE)
    return content


def _read_flags(body: Part, allowed: int, before: Content | None) -> int:
    """Return a message's flags: an edit sets and clears only the suppressing of embeds."""
    flags = int(body.number("flags", 0, 2**31 - 1) or 0)
    if flags & ~allowed:
        # Discord ignores some flags that cannot be set. Here they show.
        body.fault("MESSAGE_FLAGS_INVALID", f"Flags {flags & ~allowed} cannot be set here", "flags")
    if before is None:
        return flags
    if not body.has("flags"):
        return before.flags
    if before.v2 and not flags & V2:
        text = "The IS_COMPONENTS_V2 flag cannot be removed from a message"
        body.fault("MESSAGE_CANNOT_REMOVE_COMPONENTS_V2_FLAG", text, "flags")
    return before.flags & ~SUPPRESS_EMBEDS | flags


def _check_legacy_fields(body: Part, content: Content, old: Content) -> None:
    """Check that a V2 message has no content, embeds, poll or stickers."""
    for name in ("poll", "sticker_ids"):
        if body.has(name) and not content.v2:
            body.fault("UNSUPPORTED_BY_THIS_SERVER", "Polls and stickers are not played here", name)
    if not content.v2:
        return
    # "To turn a message into V2, set content, embeds, stickers and poll to null."
    left = {"content": old.text, "embeds": old.embeds}
    for name in ("content", "embeds", "poll", "sticker_ids"):
        if body.value.get(name, left.get(name)):
            text = f"The '{name}' field cannot be used when using MessageFlags.IS_COMPONENTS_V2"
            body.fault("MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2", text, name)


def _read_attachments(
    body: Part, uploads: Sequence[Attachment], old: Sequence[Attachment]
) -> Sequence[Attachment]:
    """Return the files a message keeps and gets.

    `attachments` names new files by their index among the uploads and old ones by their id; new
    files need not be named, old ones go where the list is given without them.
    """
    if any(len(upload.content) > LARGEST_FILE for upload in uploads):
        raise RefusedError(TOO_LARGE)
    if not body.has("attachments"):
        return (*old, *uploads)
    known = {file.id: file for file in old} | dict(enumerate(uploads))
    kept: list[Attachment] = []
    for part in body.parts("attachments", MOST_FILES):
        # discord.py hands an old attachment back with everything it knows of it.
        part.known(
            "id", "filename", "description", "title", "size", "url", "proxy_url", "content_type",
            "height", "width", "spoiler", "ephemeral", "flags", "duration_secs", "waveform",
        )  # fmt: skip
        description = part.text("description", 1024)
        part.text("filename", 260, least=1)
        part.need("id")
        number = part.snowflake("id")
        if number not in known:
            part.fault("ATTACHMENT_NOT_FOUND", "No file was uploaded under this id", "id")
            continue
        known[number].description = description
        kept.append(known[number])
    missing = [upload for upload in uploads if upload not in kept]
    if len(kept) + len(missing) > MOST_FILES:
        body.fault(
            "BASE_TYPE_MAX_LENGTH", f"Must be {MOST_FILES} or fewer in length.", "attachments"
        )
    return (*kept, *missing)


def _shows(embed: Json) -> bool:
    return any(value for name, value in embed.items() if name not in {"type", "color"})
