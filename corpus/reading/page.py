"""What a web server sent, before it is parsed."""

from __future__ import annotations

from dataclasses import dataclass

PASTE_IT = "paste the text"
PASTE = f"open it yourself and {PASTE_IT}"
"""What a person can always do about a page that the bot cannot read: the end of a sentence."""


@dataclass(frozen=True, slots=True)
class Page:
    """One page as it arrived.

    `url` is where the last redirect led, without its fragment. `media_type` is one of those that
    the formats list, or None where neither the server nor the address tells: then the bytes must.
    `charset` is the server's word, unchecked, or None. `body` is decompressed
    and never blank.
    """

    url: str
    media_type: str | None
    charset: str | None
    body: bytes
