"""`/ask` for a question, and *Check with sources* in a message's menu for what somebody wrote."""

from __future__ import annotations

import discord
from discord import app_commands

from bot.conversation import Asked
from bot.discord.asking.asking_back import ask_back
from bot.discord.asking.buttons import first_card
from bot.discord.asking.card import check_card, nothing_said
from bot.discord.asking.question import LONGEST_QUESTION, as_question
from bot.discord.asking.searching import answer_asked, passages_to_find, searched_at
from bot.discord.errors import DeclinedError
from bot.discord.kit.card import Card
from bot.discord.kit.choices import Choices, chosen_article_id, suggest_articles
from bot.discord.kit.claims_about import card_asked_for
from bot.discord.kit.messages import named, text_of
from bot.discord.kit.place import Place, let_ask, place_of
from bot.discord.kit.sending import in_time, respond
from bot.discord.service import Interaction, service_of
from bot.discord.service.conversations import Talk
from bot.language import N_, gettext, to_everybody
from corpus.answering.answer import Answer, Passage
from corpus.answering.pasted import separate_questions
from corpus.checking import Verdict, check, statement_in
from corpus.conversation.follow_up import topic_of
from corpus.conversation.small_talk import only_points
from corpus.languages.english import sentences
from corpus.reading.visible import one_line

STATEMENTS = 6
"""Sentences of a message that are looked up: each by itself, since a passage answers one of them."""

PASSAGES_CHECKED = 3
"""Passages shown beside a message: its sentences may be about several things."""

LONGEST_MESSAGE = 2_000
"""Characters of a message that are looked at."""

NOTHING_TO_CHECK = N_("There are no words in that message that I could check.")


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
    text = as_question(named(question, interaction.guild, [interaction.user]))
    for number, each in enumerate(separate_questions(text)):
        async with in_time(interaction, private=bool(private)):
            place = await place_of(interaction)
            if number == 0:
                let_ask(place, interaction.user)
            talk = place.talk_of(interaction.user.id)
            hidden = place.settings.private if private is None else private
            asked = Asked(each, place.topic_of(talk))
            card = await answer_question(place, talk, asked, article, open_to_all=not hidden)
        message_id = await respond(interaction, card, private=hidden)
        await place.keep(each, message_id, answered=not card.private)


@ask.autocomplete("article")
async def _articles(interaction: Interaction, typed: str) -> Choices:
    return await suggest_articles(interaction, typed)


@app_commands.context_menu(name="Check with sources")
@app_commands.guild_only()
async def check_with_sources(interaction: Interaction, message: discord.Message) -> None:
    """Show the passages nearest to what a message says, to the person alone."""
    async with in_time(interaction, private=True):
        place = await place_of(interaction)
        let_ask(place, interaction.user)
        text = text_of(message, service_of(interaction).bot_id)[:LONGEST_MESSAGE].strip()
        if not text:
            raise DeclinedError(gettext(NOTHING_TO_CHECK))
        card = await check_text(place, text)
    await respond(interaction, card, private=True)


async def answer_question(
    place: Place,
    talk: Talk,
    asked: Asked,
    article: str | None = None,
    *,
    open_to_all: bool = False,
) -> Card:
    """Make the card for a question, or the private line that nothing was found.

    `talk` goes on about what is answered. What is `open_to_all` is in the server's language. Where it
    asks what people say about something, the card lists who says what. A question that only points,
    where nothing was answered before, is asked back. `article` is the one chosen, by its key or
    title; raises DeclinedError where that is none.
    """
    if asked.about is None and only_points(asked.text):
        return ask_back(asked.text, place.topics_here())
    library = place.service.library
    article_id = await chosen_article_id(library, place.server, article) if article else None
    with to_everybody(really=open_to_all):
        claims = await card_asked_for(place, asked.text, article_id)
    if claims:
        place.service.conversations.remember(talk, topic_of(asked.text, None))
        return claims
    most = passages_to_find(place.settings.passages)
    talked = await answer_asked(place, asked, most, article_id)
    if talked.answer.answered:
        place.service.conversations.remember(talk, topic_of(asked.text, talked.about))
    return await first_card(place, asked, talked, article=article_id, open_to_all=open_to_all)


async def check_text(place: Place, text: str) -> Card:
    """Make the card for a message's text: the best passages for its sentences."""
    best: dict[tuple[str, int], Passage] = {}
    checked = []
    for statement in _statements(text):
        answer = await place.ask(statement, limit=PASSAGES_CHECKED)
        checked.append(check(statement_in(statement) or statement, answer))
        for passage in answer.passages or filter(None, [answer.nearest]):
            known = best.setdefault(passage.place, passage)
            if known.confidence < passage.confidence:
                best[passage.place] = passage
    if not best:
        return nothing_said(await searched_at(place))
    ranked = sorted(best.values(), key=lambda passage: -passage.confidence)
    spoken = [each for each in checked if each.verdict is not Verdict.UNSPOKEN]
    return check_card(Answer(text, tuple(ranked[:PASSAGES_CHECKED])), spoken)


def _statements(text: str) -> list[str]:
    """List a message's first sentences, each on one line and without invisible characters."""
    parts = [one_line(text[start:end]) for start, end in sentences(text)[:STATEMENTS]]
    return [as_question(part) for part in parts if part]
