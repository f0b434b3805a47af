"""What people can do with the bot, shortly."""

from __future__ import annotations

from bot.cards.card import Card, header, line_between, text_part

MEMBERS = """\
Ask, and I answer from the news articles loaded here: **word for word**, and with **who says it**.

`/ask` a question, in your own words
`/claims` who says what, about what
`/articles` what is loaded

Or mention me with a question. To check what somebody wrote, open their message’s menu → **Apps** → \
**Check with sources**."""

MODERATORS = """\
**For moderators**
`/library add` load an article: web address, file or text
`/library show` `update` `rename` `remove`
`/library channel` what a channel’s questions search
`/library questions` what was asked, and whether it helped
`/library settings` who may ask, how often, how"""

HONESTY = (
    "-# No word is mine: what is quoted stands in the article. Questions are not logged unless \
somebody votes on an answer or the moderators choose to keep them."
)


def help_card(*, moderates: bool) -> Card:
    """Lay out the help, with the moderators' part for those who are."""
    parts = [header("Sources Say"), text_part(MEMBERS)]
    if moderates:
        parts += [line_between(), text_part(MODERATORS)]
    return Card(*parts, text_part(HONESTY), private=True)
