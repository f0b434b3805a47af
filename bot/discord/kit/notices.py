"""Sentences that several rooms say."""

from __future__ import annotations

NOTHING_LOADED = (
    "No articles are loaded here yet. A moderator can load some with `/library add`; "
    "then anyone can ask."
)
ARTICLE_GONE = "That article is no longer loaded here."
FILE_EXPIRED = "Discord does not hand that file over any more: attach it again."

MAY_NOT_WRITE = "I may not write in <#{}>: allow me to see it and to send messages there."

UNTITLED = "(untitled)"
"""What stands in a list for a title without a visible character."""
