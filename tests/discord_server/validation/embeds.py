"""Embeds: Discord's documentation, "Message resource: embed limits"."""

from __future__ import annotations

from tests.discord_server.validation.part import Part

MOST_EMBEDS = 10
MOST_CHARACTERS = 6000
"""All embeds of a message together."""

MEDIA_SCHEMES = ("http", "https", "attachment")
LONGEST_URL = 2048


def check_embeds(body: Part) -> None:
    """Check `body`'s embeds, each and together."""
    total = sum(_check_embed(embed) for embed in body.parts("embeds", MOST_EMBEDS))
    if total > MOST_CHARACTERS:
        text = f"Embed size exceeds maximum size of {MOST_CHARACTERS}"
        body.fault("MAX_EMBED_SIZE_EXCEEDED", text, "embeds")


def _check_embed(embed: Part) -> int:
    """Check one embed and return how many of its characters count."""
    embed.known(
        "type", "title", "description", "url", "timestamp", "color",
        "footer", "image", "thumbnail", "author", "fields",
    )  # fmt: skip
    embed.one_of("type", ("rich",))
    embed.url("url", ("http", "https"), LONGEST_URL)
    embed.text("timestamp", 40)
    embed.number("color", 0, 0xFFFFFF)
    counted = [embed.text("title", 256), embed.text("description", 4096)]
    for name in ("image", "thumbnail"):
        if media := embed.part(name):
            media.known("url")
            media.url("url", MEDIA_SCHEMES, LONGEST_URL, needed=True)
    if footer := embed.part("footer"):
        footer.known("text", "icon_url")
        footer.url("icon_url", MEDIA_SCHEMES, LONGEST_URL)
        counted.append(footer.text("text", 2048, needed=True))
    if author := embed.part("author"):
        author.known("name", "url", "icon_url")
        author.url("url", ("http", "https"), LONGEST_URL)
        author.url("icon_url", MEDIA_SCHEMES, LONGEST_URL)
        counted.append(author.text("name", 256, needed=True))
    for field in embed.parts("fields", 25):
        field.known("name", "value", "inline")
        field.flag("inline")
        counted.append(field.text("name", 256, least=1, needed=True))
        counted.append(field.text("value", 1024, least=1, needed=True))
    return sum(len(text) for text in counted if text)
