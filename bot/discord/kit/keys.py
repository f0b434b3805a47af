"""Keys: short names of articles and of sources for ids of buttons and values of choices.

Discord takes 100 characters in either.
"""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import blake2b

LONGEST_KEY = 40
"""Characters of a key. An article loaded on Discord has an id of 12; an imported one may have more."""

DIGEST_LENGTH = 12
"""Characters of a digest."""


def key_of(name: str) -> str:
    """Return the name itself where it is short, or else a digest of it."""
    return name if len(name) <= LONGEST_KEY else digest_of(name)


def digest_of(name: str) -> str:
    """Return DIGEST_LENGTH hexadecimal digits for a name of any length."""
    size = DIGEST_LENGTH // 2
    return blake2b(name.encode("utf-8", "surrogatepass"), digest_size=size).hexdigest()


def find_name(key: str, names: Iterable[str]) -> str | None:
    """Find the name that has this key or digest; None where it is gone."""
    return next((name for name in names if key in (key_of(name), digest_of(name))), None)
