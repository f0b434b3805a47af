"""`/help`: what people can do with the bot, on a card."""

from __future__ import annotations

from discord import app_commands

from bot.discord.errors import DeclinedError
from bot.discord.kit.card import Card, header, line_between, text_part
from bot.discord.kit.moderators import moderates
from bot.discord.kit.sending import respond
from bot.discord.service import Interaction
from bot.language import N_, gettext

MEMBERS = N_("""\
Ask, and I answer from the news articles loaded here: **word for word**, and with **who says it**.

`/ask` answers a question in your own words
`/claims` lists who says what, about whatever you like, and who said something else before
`/figures` shows who gives which figure of something, as a table and a chart
`/articles` lists what is loaded here, by topic and date if you like

Or mention me with a question. To check what somebody wrote, open their message’s menu → **Apps** → \
**Check with sources**. To take back an answer that you asked for, open its menu → **Apps** → \
**Delete this answer**.""")

MODERATORS = N_("""\
**For moderators**
`/library add` loads articles: from the web, from files or from a text you paste
`/library show` shows an article as it is stored, or who changed the library
`/library update` fetches an article again and says what changed
`/library rename` gives an article another title
`/library remove` takes an article out; for a day that can be undone
`/library feed add` follows a feed, whose new articles load themselves; `/library feed list` says how \
each goes, `/library feed remove` ends one
`/library channel` chooses which articles a channel’s questions search
`/library questions` lists what was asked, and whether the answers helped
`/library settings` decides who may ask, how often, and how answers look
`/library export` gives you all articles as a file, `/library import` loads such a file
`/library forget` deletes everything that is stored about this server

To load what a message links to or brings, open its menu → **Apps** → **Add to library**.""")

HONESTY = N_(
    "No word is mine: what is quoted stands in the article. Questions are not logged unless \
somebody votes on an answer or the moderators choose to keep them."
)


@app_commands.command(name="help", description="See what I can do")
async def help_(interaction: Interaction) -> None:
    """Explain the commands, to the person alone; moderators see theirs too."""
    await respond(interaction, help_card(moderates=await _is_moderator(interaction)))


async def _is_moderator(interaction: Interaction) -> bool:
    try:
        return await moderates(interaction)
    except DeclinedError:  # Discord does not tell, and help is no secret
        return interaction.permissions.manage_messages


def help_card(*, moderates: bool) -> Card:
    """Lay out the help, with the moderators' part for those who are."""
    parts = [header("Sources Say"), text_part(gettext(MEMBERS))]
    if moderates:
        parts += [line_between(), text_part(gettext(MODERATORS))]
    return Card(*parts, text_part(f"-# {gettext(HONESTY)}"), private=True)
