"""*Why?* below an answer, or below none: a few lines of numbers for each paragraph."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Self

from bot.conversation import Asked
from bot.discord.asking.asked import asked_on_card
from bot.discord.asking.searching import answer_asked, article_of_key
from bot.discord.kit.button import CardButton
from bot.discord.kit.card import Card, Part, header, line_between, text_part
from bot.discord.kit.fitting import (
    ROOM,
    ROOM_FOR_LISTED_TITLE,
    cost,
    fitted_line,
    paragraph_mark,
)
from bot.discord.kit.keys import DIGEST_LENGTH, digest_of
from bot.discord.kit.limits import LONGEST_CUSTOM_ID
from bot.discord.kit.place import Place, place_of
from bot.discord.kit.quoting import in_one_line
from bot.discord.kit.sending import in_time, respond
from bot.discord.service import Interaction
from bot.explaining import (
    MEASURES,
    NO_PARAGRAPHS,
    against_bar,
    bars,
    chance_shown,
    kinds_shown,
    mark_shown,
    outcome,
    resolution_shown,
    term_shown,
)
from bot.language import gettext
from bot.wording import owner
from corpus.answering.explanation import ExplainedParagraph, Explanation

MEASURES_NAMED = 3
"""Measures of a paragraph that are named: those that weigh most in its score."""

CLAIMS_NAMED = 3

ROOM_FOR_TERMS = 400

SMALL = "-# "

PARAGRAPHS_EXPLAINED = 4
"""Paragraphs that *Why?* tells of."""

LONGEST_IN_ID = LONGEST_CUSTOM_ID - len("why::") - DIGEST_LENGTH
"""Characters of a question that the id of *Why?* has room for."""


def why_card(explanation: Explanation) -> Card:
    """Lay out how the question was read, and for each paragraph what decided."""
    asked, needed = explanation.asked, bars(explanation)
    terms = " · ".join(map(term_shown, asked.terms)) or gettext("nothing")
    facts = {
        gettext("Looked for"): terms,
        gettext("Asks for"): kinds_shown(asked),
        gettext("Shown"): needed["shown"],
    }
    head = [f"{name}: {fact}" for name, fact in facts.items() if fact]
    question = in_one_line(explanation.question)
    above = "\n".join(SMALL + fitted_line(line, ROOM_FOR_TERMS) for line in head)
    found = explanation.paragraphs
    room = (ROOM - cost(question) - cost(above)) // max(len(found), 1)
    parts: list[Part] = [header(question), text_part(above)]
    if not found:
        parts.append(text_part(f"**{gettext(NO_PARAGRAPHS)}**"))
    for paragraph in found:
        parts += [line_between(), text_part(_paragraph(paragraph, explanation.bar, room))]
    return Card(*parts, private=True)


def _paragraph(paragraph: ExplainedParagraph, bar: float, room: int) -> str:
    """Write what decided on a paragraph so that it costs `room` at most, of 400 or more.

    The last lines are left out where there is no room for them.
    """
    passage = paragraph.passage
    title = fitted_line(passage.article.title, min(ROOM_FOR_LISTED_TITLE, room // 4))
    written = f"**{outcome(paragraph)}** · {title} · {paragraph_mark(passage.paragraph)}"
    for line in _lines(paragraph, bar):
        more = f"{written}\n{SMALL}{fitted_line(line, room // 3)}"
        if cost(more) > room:
            break
        written = more
    return written


def _lines(paragraph: ExplainedParagraph, bar: float) -> Iterator[str]:
    passage = paragraph.passage
    weightiest = sorted(paragraph.measures, key=lambda measure: -abs(measure.to_score))
    named = (
        f"{gettext(MEASURES[each.name])} {each.to_score:+.1f}"
        for each in weightiest[:MEASURES_NAMED]
    )
    score = gettext("score {}").format(f"{passage.score:.1f}")
    yield f"{gettext('Confidence')} {against_bar(paragraph, bar)} · {score}"
    yield f"{gettext('Most of it')}: {' · '.join(named)}"
    if paragraph.bonus:
        bonus = f"{paragraph.bonus:+.1f}"
        yield gettext("In order {}: somebody speaks who was asked after").format(bonus)
    yield f"{gettext('Answer')} {mark_shown(paragraph.mark, passage.text)}"
    for claim, verdict in passage.judged_claims()[:CLAIMS_NAMED]:
        name = owner(claim, passage.text).name
        yield f"{name} ({resolution_shown(claim)}) · {chance_shown(claim, verdict)}"


class Why(CardButton, template=r"why:(?P<article>[0-9a-f]{0,12}):(?P<question>(?s:.*))"):
    """Explains to moderators what was found for a question, and what kept it from being shown.

    `article` is the digest of the one article that was asked, "" for all. The question is on the
    card where it is "".
    """

    moderators_only = True

    def __init__(self, article: str = "", question: str = "") -> None:
        super().__init__(f"why:{article}:{question}", gettext("Why?"))
        self.article = article
        self.question = question

    @classmethod
    def asked_of(cls, article: str | None, question: str = "") -> Self:
        """Make the button for a question that was asked of the article with this id, or of all."""
        return cls(digest_of(article) if article else "", question)

    async def press(self, interaction: Interaction) -> None:
        """Show a private card."""
        asked = Asked(self.question) if self.question else asked_on_card(interaction)
        async with in_time(interaction, private=True):
            card = await self._make_card(await place_of(interaction), asked)
        await respond(interaction, card, private=True)

    async def _make_card(self, place: Place, asked: Asked) -> Card:
        article = await article_of_key(place, self.article)
        talked = await answer_asked(place, asked, 1, article)
        searched = talked.answer.question
        return why_card(await place.explain(searched, PARAGRAPHS_EXPLAINED, article))
