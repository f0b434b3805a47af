"""*Undo* on the card of a load: what was added goes, what was updated is as it was before."""

from __future__ import annotations

from re import Match
from typing import Self

from bot.article_keys import key_of, named
from bot.buttons.moderators import ModeratorsButton
from bot.cards.card import Notice
from bot.cards.fitting import fitted_line
from bot.errors import DeclinedError
from bot.interaction import Interaction
from bot.library.loading import stored_version
from bot.library.moderating import note
from bot.library.removing import remove_article
from bot.sending import replace_in_time, respond_in_time

ID = r"(?P<version>\d{1,20}):(?P<article>(?s:.+))"

CHANGED = "That article has changed since then, or is gone, so nothing was undone."
RESTORED = "**{}** is as it was before the update."
REMOVED = "**{}** is removed again."
ROOM_FOR_TITLE = 300


class Undo(ModeratorsButton, template=f"undo:{ID}"):
    """Undoes the load that stored this version of an article, unless it has changed since.

    What is needed lies in the database: the version before an update is kept there until the next.
    """

    NAME = "undo"

    def __init__(self, article: str, version: int) -> None:
        super().__init__(f"{self.NAME}:{version}:{key_of(article)}", "Undo")
        self.article = key_of(article)
        self.version = version

    @classmethod
    def read(cls, match: Match[str]) -> Self:
        """Make the button again from its id."""
        return cls(match["article"], int(match["version"]))

    async def act(self, interaction: Interaction) -> None:
        """Undo, and show that in place of the card."""
        await replace_in_time(interaction, self._undo(interaction))

    async def _undo(self, interaction: Interaction) -> Notice:
        server = interaction.guild_id or 0
        library = interaction.client.library
        entries = await library.articles(server)
        article_id = named(self.article, (entry.id for entry in entries))
        if article_id is None or await stored_version(library, server, article_id) != self.version:
            raise DeclinedError(CHANGED)
        before = await library.store.previous(server, article_id)
        if before is None:
            removed = await remove_article(interaction, article_id, act="undid the loading of")
            return Notice(REMOVED.format(fitted_line(removed.article.title, ROOM_FOR_TITLE)))
        article, original = before
        await library.add(
            server,
            article,
            original=original,
            loaded_by=interaction.user.id,
            near_equal=False,
        )
        await note(interaction, "undid the update of", article.title)
        return Notice(RESTORED.format(fitted_line(article.title, ROOM_FOR_TITLE)))


class UndoOne(Undo, template=f"undo-one:{ID}"):
    """*Undo* beside one of several articles: the card stays, for the others' sake."""

    NAME = "undo-one"

    async def act(self, interaction: Interaction) -> None:
        """Undo, and say so."""
        await respond_in_time(interaction, self._undo(interaction), private=True)
