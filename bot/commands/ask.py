"""`/ask`: a question, answered from the server's articles word for word."""

from __future__ import annotations

from discord import app_commands

from bot.asking import LONGEST_QUESTION, Place, as_question, let_ask, place_of
from bot.cards.answer import answer_card
from bot.cards.card import Card
from bot.cards.notices import nothing_found
from bot.commands.choices import Choices, article_chosen, suggest_articles
from bot.interaction import Interaction
from bot.sending import respond_in_time


@app_commands.command(
    name="ask", description="Ask the articles loaded here; they answer word for word"
)
@app_commands.describe(
    question="In your own words: How many troops are in Kursk?",
    article="Ask this article alone",
    private="Show the answer to you alone",
)
@app_commands.guild_only()
async def ask(
    interaction: Interaction,
    question: app_commands.Range[str, 1, LONGEST_QUESTION],
    article: str | None = None,
    private: bool | None = None,
) -> None:
    """Answer with a card, or privately with a line where nothing is found."""
    place = await place_of(interaction)
    asked = as_question(question)
    let_ask(place, interaction.user)
    hidden = place.settings.private if private is None else private
    card, message_id = await respond_in_time(
        interaction, answer(place, asked, article), private=hidden
    )
    await place.keep(asked, message_id, answered=not card.private)


@ask.autocomplete("article")
async def _articles(interaction: Interaction, typed: str) -> Choices:
    return await suggest_articles(interaction, typed)


async def answer(place: Place, question: str, article: str | None = None) -> Card:
    """Make the card for a question, or the private line that nothing was found."""
    library = place.client.library
    chosen = await article_chosen(library, place.server, article) if article else None
    shown = place.settings.passages
    found = await place.ask(question, shown + 1, chosen)
    if not found.answered:
        return nothing_found(await library.articles(place.server))
    return answer_card(found, shown=shown, article=chosen)
