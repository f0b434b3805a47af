"""What people can do with the bot, shortly."""

from __future__ import annotations

from bot.cards.card import Card, header, line_between, text_part

MEMBERS = """\
Ask, and I answer from the news articles loaded here: **word for word**, and with **who says it**.

`/ask` answers a question in your own words
`/claims` lists who says what, about whatever you like
`/articles` lists what is loaded here

Or mention me with a question. To check what somebody wrote, open their message’s menu → **Apps** → \
**Check with sources**."""

MODERATORS = """\
**For moderators**
`/library add` loads articles: from the web, from files or from a text you paste
`/library show` shows an article as it is stored, or who changed the library
`/library update` fetches an article again and says what changed
`/library rename` gives an article another title
`/library remove` takes an article out
`/library channel` chooses which articles a channel’s questions search
`/library questions` lists what was asked, and whether the answers helped
`/library settings` decides who may ask, how often, and how answers look
`/library export` gives you all articles as a file, `/library import` loads such a file
`/library forget` deletes everything that is stored about this server

To load what a message links to or brings, open its menu → **Apps** → **Add to library**."""

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
