"""*Undo* on the card of a load: what was added goes, what was updated is as it was before."""

from __future__ import annotations

from re import Match
from typing import Self

from bot.discord.errors import DeclinedError
from bot.discord.kit.button import NO_ID, CardButton
from bot.discord.kit.card import Notice
from bot.discord.kit.fitting import ROOM_FOR_TITLE, fitted_line
from bot.discord.kit.keys import find_name, key_of
from bot.discord.kit.moderators import note
from bot.discord.kit.sending import replace_in_time, respond_in_time
from bot.discord.loading.loading import stored_version
from bot.discord.service import Interaction, server_of, service_of
from bot.discord.service.removing import remove_article
from bot.language import N_, gettext

WHICH = r"(?P<version>\d{1,20}):(?P<article>(?s:.+))"

CHANGED = N_("That article has changed since then, or is gone, so nothing was undone.")
RESTORED = N_("**{}** is as it was before the update.")
REMOVED = N_("**{}** is removed again.")


class _UndoButton(CardButton, template=NO_ID):
    """Undoes the load that stored this version of an article, unless it has changed since.

    All it needs is in the database: the version before an update is kept there until the next.
    """

    moderators_only = True
    NAME = ""

    def __init__(self, article: str, version: int) -> None:
        super().__init__(f"{self.NAME}:{version}:{key_of(article)}", gettext("Undo"))
        self.article = key_of(article)
        self.version = version

    @classmethod
    def read(cls, match: Match[str]) -> Self:
        """Make the button again from its id."""
        return cls(match["article"], int(match["version"]))

    async def undo(self, interaction: Interaction) -> Notice:
        """Undo, and say so; raises DeclinedError where something else is stored by now."""
        service, server = service_of(interaction), server_of(interaction)
        library = service.library
        entries = await library.articles(server)
        article_id = find_name(self.article, (entry.id for entry in entries))
        if article_id is None or await stored_version(library, server, article_id) != self.version:
            raise DeclinedError(gettext(CHANGED))
        before = await library.store.previous(server, article_id)
        if before is None:
            removed = await remove_article(service, server, article_id)
            await note(interaction, N_("undid the loading of"), removed.title)
            return Notice(gettext(REMOVED).format(fitted_line(removed.title, ROOM_FOR_TITLE)))
        article, original = before
        await library.add(
            server,
            article,
            original=original,
            loaded_by=interaction.user.id,
            near_equal=False,
        )
        await note(interaction, N_("undid the update of"), article.title)
        return Notice(gettext(RESTORED).format(fitted_line(article.title, ROOM_FOR_TITLE)))


class Undo(_UndoButton, template=f"undo:{WHICH}"):
    """*Undo* on the card of one article."""

    NAME = "undo"

    async def press(self, interaction: Interaction) -> None:
        """Undo, and show that in place of the card."""
        await replace_in_time(interaction, self.undo(interaction))


class UndoOne(_UndoButton, template=f"undo-one:{WHICH}"):
    """*Undo* beside one of several articles: the card stays, as the others' buttons are on it."""

    NAME = "undo-one"

    async def press(self, interaction: Interaction) -> None:
        """Undo, and say so."""
        await respond_in_time(interaction, self.undo(interaction), private=True)
