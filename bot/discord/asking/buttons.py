"""What can be done with an answer: the buttons under it. A new one is defined and added here."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from re import Match
from typing import Self

from bot.discord.asking.card import answer_card, nearest_found, nothing_found
from bot.discord.asking.why import why_card
from bot.discord.kit.button import NO_ID, CardButton, question_on_card
from bot.discord.kit.card import Card, Notice, Part, header, row
from bot.discord.kit.claims import CLAIMS_ON_A_PAGE, PlacedClaim, claims_card, grouped
from bot.discord.kit.keys import DIGEST_LENGTH, digest_of, find_name, key_of
from bot.discord.kit.limits import LONGEST_CUSTOM_ID
from bot.discord.kit.pager import PageButton, page_of
from bot.discord.kit.place import Place, place_of
from bot.discord.kit.quoting import in_one_line
from bot.discord.kit.sending import replace, respond, respond_in_time
from bot.discord.service import Interaction
from bot.wording import counted
from corpus.answering.answer import Answer, Passage
from corpus.library.store import Entry, questions
from corpus.library.store.questions import KeptQuestion

PASSAGES_MORE = 3
"""Passages shown with each press of *More*."""

PASSAGES_OF_CLAIMS = 8
"""Passages whose claims *Who says what* lists."""

PARAGRAPHS_EXPLAINED = 4
"""Paragraphs that *Why?* tells of."""

LONGEST_IN_ID = LONGEST_CUSTOM_ID - len("why::") - DIGEST_LENGTH
"""Characters of a question that the id of *Why?* has room for."""

NO_MORE = "The articles say no more about this; they have changed since."
NOBODY_NAMED = "Nobody is named for anything in these passages: they are the articles’ own words."
THANKS = "Thank you. The question and your vote are kept for this server’s moderators."
TAKEN_BACK = "Your vote is taken back."

WHERE = r"(?P<page>\d{1,3}):(?P<article>(?s:.*))"


def answer_with_buttons(
    answer: Answer, *, shown: int, start: int = 0, article: str | None = None, private: bool = False
) -> Card:
    """Make the card of an answer; *More* where it has passages after the `shown` from `start`.

    `article` is the id of the one article that was asked, if it was one.
    """
    after = start + min(shown, len(answer.passages))
    has_more = len(answer.passages) + len(answer.more) > after
    more = [More(after, article)] if has_more else []
    buttons: list[Part] = [
        row(*more, WhoSaysWhat(article), Why.asked_of(article)),
        row(Vote(helpful=True), Vote(helpful=False)),
    ]
    return answer_card(answer, buttons, shown=shown, start=start, private=private)


def nothing_found_with_why(
    entries: Sequence[Entry],
    question: str,
    article: str | None = None,
    *,
    nearest: Passage | None = None,
) -> Card:
    """Say that nothing answers a question, over the button that explains it; show what is nearest.

    The question stands in the button's id, or above where it is too long for that.
    """
    is_short = len(question) <= LONGEST_IN_ID
    buttons = [row(Why.asked_of(article, question) if is_short else Why.asked_of(article))]
    above = [] if is_short else [header(in_one_line(question))]
    if nearest:
        return nearest_found(nearest, buttons, above=above)
    return nothing_found(entries, buttons, above=above)


class More(CardButton, template=r"more:(?P<start>\d{1,3}):(?P<article>(?s:.*))"):
    """Shows the passages from number `start`, from 0; of one article if its key is given."""

    def __init__(self, start: int, article: str | None = None) -> None:
        key = key_of(article) if article else ""
        super().__init__(f"more:{start}:{key}", "More")
        self.start = start
        self.article = key

    @classmethod
    def read(cls, match: Match[str]) -> Self:
        """Make the button again from its id."""
        return cls(int(match["start"]), match["article"] or None)

    async def press(self, interaction: Interaction) -> None:
        """Show a private card; on a private card, the next passages take the place of these."""
        making = self._make_card(await place_of(interaction), question_on_card(interaction))
        if interaction.message and interaction.message.flags.ephemeral:
            await replace(interaction, await making)
        else:
            await respond_in_time(interaction, making, private=True)

    async def _make_card(self, place: Place, question: str) -> Card:
        article = await _article_id(place, self.article)
        answer = await place.ask(question, self.start + PASSAGES_MORE + 1, article)
        answer = Answer(question, answer.passages + answer.more)
        if len(answer.passages) <= self.start:
            return Notice(NO_MORE)
        return answer_with_buttons(
            answer, start=self.start, shown=PASSAGES_MORE, article=article, private=True
        )


class _ClaimsButton(CardButton, template=NO_ID):
    """Leads to a page, from 0, of the claims in the passages that answer the card's question.

    With an article's key, only its passages count.
    """

    NAME = ""

    def __init__(
        self, article: str | None = None, page: int = 0, label: str = "Who says what"
    ) -> None:
        key = key_of(article) if article else ""
        super().__init__(f"{self.NAME}:{page}:{key}", label)
        self.article = key
        self.page = page

    @classmethod
    def read(cls, match: Match[str]) -> Self:
        """Make the button again from its id."""
        return cls(match["article"] or None, int(match["page"]))

    async def make_card(self, interaction: Interaction) -> Card:
        """Find the claims again, grouped by who makes them."""
        place, question = await place_of(interaction), question_on_card(interaction)
        answer = await place.ask(
            question, PASSAGES_OF_CLAIMS, await _article_id(place, self.article)
        )
        claims = grouped(
            [
                PlacedClaim(claim, passage.article, passage.paragraph)
                for passage in answer.passages
                for claim in passage.claims_in((0, len(passage.text)))
            ]
        )
        if not claims:
            return Notice(NOBODY_NAMED)
        page = page_of(claims, self.page, CLAIMS_ON_A_PAGE)
        turn = page.turn(lambda number, label: WhoElse(self.article, number, label))
        summary = f"Who says what · {counted(len(claims), 'claim')}"
        return claims_card(question, summary, page.items, turn=turn, private=True)


class WhoSaysWhat(_ClaimsButton, template=f"who:{WHERE}"):
    """Opens a private card with who says what in the passages that answer."""

    NAME = "who"

    async def press(self, interaction: Interaction) -> None:
        """Show a private card."""
        await respond_in_time(interaction, self.make_card(interaction), private=True)


class WhoElse(_ClaimsButton, PageButton, template=f"whoelse:{WHERE}"):
    """Turns the page of the card that *Who says what* opened."""

    NAME = "whoelse"


class Vote(CardButton, template=r"vote:(?P<verdict>helpful|unhelpful)"):
    """👍 or 👎; pressed a second time by the same person the vote is taken back.

    Votes are kept so that moderators see which answers do not help.
    """

    def __init__(self, *, helpful: bool) -> None:
        custom_id = "vote:helpful" if helpful else "vote:unhelpful"
        super().__init__(custom_id, emoji="👍" if helpful else "👎")
        self.helpful = helpful

    @classmethod
    def read(cls, match: Match[str]) -> Self:
        """Make the button again from its id."""
        return cls(helpful=match["verdict"] == "helpful")

    async def press(self, interaction: Interaction) -> None:
        """Keep the vote, with the question that the card answers."""
        place = await place_of(interaction)
        message = interaction.message
        asked_at = message.created_at if message else datetime.now(UTC)
        question = KeptQuestion(
            id=message.id if message else interaction.id,
            channel=place.channel,
            asked_at=asked_at,
            text=question_on_card(interaction),
            answered=True,
        )
        store, person = place.service.store, interaction.user.id
        before = await questions.vote_of(store, place.server, question.id, person)
        vote = None if before is self.helpful else self.helpful
        keeping = place.settings.keep_questions
        await questions.vote(
            store, place.server, question, person, helpful=vote, keep_unvoted=keeping
        )
        await respond(interaction, Notice(TAKEN_BACK if vote is None else THANKS))


class Why(CardButton, template=r"why:(?P<article>[0-9a-f]{0,12}):(?P<question>(?s:.*))"):
    """Explains to moderators what was found for a question, and what kept it from being shown.

    `article` is the digest of the one article that was asked, "" for all. The question is on the
    card where it is "".
    """

    moderators_only = True

    def __init__(self, article: str = "", question: str = "") -> None:
        super().__init__(f"why:{article}:{question}", "Why?")
        self.article = article
        self.question = question

    @classmethod
    def asked_of(cls, article: str | None, question: str = "") -> Self:
        """Make the button for a question that was asked of the article with this id, or of all."""
        return cls(digest_of(article) if article else "", question)

    async def press(self, interaction: Interaction) -> None:
        """Show a private card."""
        question = self.question or question_on_card(interaction)
        making = self._make_card(await place_of(interaction), question)
        await respond_in_time(interaction, making, private=True)

    async def _make_card(self, place: Place, question: str) -> Card:
        article = await _article_id(place, self.article)
        return why_card(await place.explain(question, PARAGRAPHS_EXPLAINED, article))


async def _article_id(place: Place, key: str) -> str | None:
    """Find the id of the article with this key; None for no key. An id that is gone finds nothing."""
    if not key:
        return None
    return find_name(key, (entry.id for entry in await place.entries())) or key
