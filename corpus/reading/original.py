"""The file or page that an article was read from, unchanged."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Original:
    """The bytes an article was read from, kept so that it can be exported and read again."""

    name: str
    media_type: str
    body: bytes
