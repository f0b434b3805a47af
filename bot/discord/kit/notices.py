"""Sentences that several rooms say."""

from __future__ import annotations

from bot.language import N_

NOTHING_LOADED = N_(
    "No articles are loaded here yet. A moderator can load some with `/library add`; "
    "then anyone can ask."
)
ARTICLE_GONE = N_("That article is no longer loaded here.")
FILE_EXPIRED = N_("Discord does not hand that file over any more: attach it again.")

MAY_NOT_WRITE = N_("I may not write in <#{}>: allow me to see it and to send messages there.")

UNTITLED = N_("(untitled)")
"""What stands in a list for a title without a visible character."""
