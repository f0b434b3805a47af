"""The cards that answer: passages, who differs, what a message is checked against, or nothing found.

What can be done with an answer stands in `buttons`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from discord import ui

from bot.attribution import best_passage, who_differs
from bot.conversation import Asked
from bot.discord.asking.asked import header_text
from bot.discord.asking.passage import passage_text
from bot.discord.kit.article_lines import dateline
from bot.discord.kit.card import Card, Notice, Part, header, line_between, text_part
from bot.discord.kit.claims import ROOM_FOR_NAME, ROOM_FOR_WORDS
from bot.discord.kit.fitting import (
    ROOM,
    ROOM_FOR_LISTED_TITLE,
    cost,
    fitted_line,
    paragraph_mark,
)
from bot.discord.kit.in_context import InContext
from bot.discord.kit.notices import NOTHING_LOADED
from bot.discord.kit.quoting import harmless
from bot.language import N_, gettext
from bot.wording import (
    NEAREST,
    NOTHING_FOUND,
    NOTHING_SAID,
    PROBABLY,
    SOURCES_DIFFER,
    THE_ARTICLE,
    beside_nothing,
    content_words,
    owner,
    quote_marked,
    verdict_line,
)
from corpus.answering.answer import Answer, Passage, Side
from corpus.checking import Checked, Verdict, asks_whether, check, statement_in
from corpus.library.store import Entry

ROOM_FOR_MESSAGE = 200

ROOM_FOR_VERDICT = 240
"""Characters' cost of the line that says how the articles stand to a statement."""

SCALES = "⚖️"

WORDS_BEFORE_FIGURE = 30
"""Characters shown before a figure that stands so late that the cut would take it away."""

TITLES_NAMED = 3
LOADED = N_("Loaded here:")
SEARCHED = N_("Only these are searched in this channel:")
ALL = N_("All: `/articles`")
OTHER_WORDS = N_("Other words may help. All: `/articles`")


def answer_card(
    asked: Asked,
    answer: Answer,
    buttons: Sequence[Part],
    *,
    shown: int,
    start: int = 0,
    private: bool = False,
    note: str = "",
) -> Card:
    """Lay out the passages from number `start`, from 0, `shown` of them, over rows of buttons.

    Beside those at the start stand the sources that contradict one another in any passage. `note`
    is a line of ours above them.
    """
    above = header_text(asked) + (f"\n-# {note}" if note else "")
    passages = answer.found[start : start + shown]
    room = ROOM - cost(above)
    statement = None if start or asked.about else statement_in(asked.text)
    verdict = _verdict(check(statement, answer)) if statement else ""
    if len(passages) == 1:
        best = passages[0] if start else best_passage(answer)
        parts = _single(best, verdict, "" if start else _other_side(answer), room)
    else:
        lines = [] if start else [verdict, contradiction(answer)]
        parts = _passage_parts(passages, room, lines)
    return Card(header(above), *parts, *buttons, private=private)


def _single(passage: Passage, verdict: str, differing: str, room: int) -> Iterator[Part]:
    """Make the part for one passage alone: who says it, who says otherwise, where it stands."""
    where = _dateline(passage, room // 3)
    text = passage_text(passage, room - cost(verdict) - cost(differing) - cost(where))
    yield text_part("\n".join(filter(None, [verdict, text, differing, where])))


def _other_side(answer: Answer) -> str:
    """Write who contradicts the best passage's claim; both sides where they are other claims."""
    differing = who_differs(answer)
    if len(differing) == 1:
        before = (
            f"{_headline(Verdict.DISPUTED)}: " if asks_whether(answer.question) else f"{SCALES} "
        )
        return before + _side(differing[0], say_stance=True)
    return contradiction(answer)


def _dateline(passage: Passage, room: int) -> str:
    start, end = passage.highlights[0] if passage.highlights else (0, len(passage.text))
    return dateline(passage.article, passage.paragraph, room, quoted=passage.text[start:end])


def check_card(answer: Answer, checked: Sequence[Checked]) -> Card:
    """Lay out what the articles say about a message, whose text is the answer's question.

    `checked` are its statements, compared with the articles.
    """
    said = fitted_line(answer.question, ROOM_FOR_MESSAGE)
    title, about = gettext("What the articles say"), gettext("about “{}”").format(said)
    first = text_part(f"### {title}\n-# {about}")
    above = [*map(_verdict, checked)]
    parts = _passage_parts(answer.passages, ROOM - cost(said) - 100, above)
    return Card(first, *parts, private=True)


class Searched(NamedTuple):
    """The articles that were searched; `limited` where a channel searches some of the server's."""

    entries: Sequence[Entry]
    limited: bool = False


def nothing_found(
    answer: Answer, searched: Searched, buttons: Sequence[Part] = (), *, above: Sequence[Part] = ()
) -> Notice:
    """Say that nothing answers the question, and what was searched: the newest titles.

    Rows of buttons stand below, other parts `above`.
    """
    return _nothing(_headline_of(NOTHING_FOUND, answer), searched, OTHER_WORDS, buttons, above)


def nearest_found(
    answer: Answer, nearest: Passage, buttons: Sequence[Part], *, above: Sequence[Part] = ()
) -> Notice:
    """Say that nothing answers the question, and show the passage that is nearest to it."""
    passage = _passage(nearest, ROOM // 2, say_article=True)
    return Notice(_headline_of(NEAREST, answer), *passage, *buttons, above=above)


def _headline_of(sentence: str, answer: Answer) -> str:
    """Write that nothing answers, and below it what else is known."""
    return "\n".join([f"**{gettext(sentence)}**", *map(harmless, beside_nothing(answer))])


def nothing_said(searched: Searched) -> Notice:
    """Say that nothing speaks of a statement, and what was searched: the newest titles."""
    return _nothing(f"**{gettext(NOTHING_SAID)}**", searched, ALL)


def _nothing(
    headline: str,
    searched: Searched,
    ending: str,
    buttons: Sequence[Part] = (),
    above: Sequence[Part] = (),
) -> Notice:
    if not searched.entries:
        return Notice(gettext(NOTHING_LOADED))
    newest = reversed(searched.entries[-TITLES_NAMED:])
    titles = [fitted_line(entry.title, ROOM_FOR_LISTED_TITLE) for entry in newest]
    heading = SEARCHED if searched.limited else LOADED
    lines = [headline, f"-# {gettext(heading)}", *titles, f"-# {gettext(ending)}"]
    return Notice("\n".join(lines), *buttons, above=above)


def _verdict(checked: Checked) -> str:
    line = verdict_line(checked)
    return f"**{fitted_line(line, ROOM_FOR_VERDICT)}**" if line else ""


def _passage_parts(passages: Sequence[Passage], room: int, above: Sequence[str]) -> Iterator[Part]:
    """Make the parts for all passages, after the lines on what is disputed or compared.

    Several passages of one article have its title and date once, below them.
    """
    differing = "\n".join(filter(None, above))
    of_one_article = len(passages) > 1 and len({each.article.id for each in passages}) == 1
    below = dateline(passages[0].article) if of_one_article else ""
    room = (room - cost(differing) - cost(below)) // max(len(passages), 1)
    if differing:
        yield text_part(differing)
    for number, passage in enumerate(passages):
        if number or differing:
            yield line_between()
        yield from _passage(passage, room, say_article=not of_one_article)
    if below:
        yield text_part(below)


def _passage(passage: Passage, room: int, *, say_article: bool) -> Iterator[Part]:
    where = f"-# {paragraph_mark(passage.paragraph)}"
    if say_article:
        where = _dateline(passage, room // 3)
    yield text_part(passage_text(passage, room - cost(where)))
    in_context = InContext(passage.article.id, passage.paragraph)
    yield ui.Section[Any](text_part(where), accessory=in_context)


def contradiction(answer: Answer) -> str:
    """Write the sides of an answer's first disagreement, a line for each, or nothing."""
    if not answer.disagreements:
        return ""
    sides = answer.disagreements[0].sides
    stances = {side.claim.stance if side.claim else None for side in sides}
    say_stance = len(stances) > 1  # that tells them apart, or else the figures
    headline = _headline(Verdict.DISPUTED if asks_whether(answer.question) else SOURCES_DIFFER)
    return "\n".join([headline, *(_side(side, say_stance=say_stance) for side in sides)])


def _headline(words: str) -> str:
    return f"{SCALES} **{gettext(words)}**"


def _side(side: Side, *, say_stance: bool) -> str:
    claim = side.claim
    caution = "" if claim is None or claim.is_sure else gettext(PROBABLY)
    name = owner(claim, side.passage.text).name if claim else gettext(THE_ARTICLE)
    stance = (
        f" *{harmless(gettext(claim.stance))}*" if say_stance and claim and claim.stance else ""
    )
    content = content_words(claim) if claim else side.words
    opening, closing = quote_marked(content)
    words = fitted_line(_with_figure(content), ROOM_FOR_WORDS)
    return f"{caution}**{fitted_line(name, ROOM_FOR_NAME)}**{stance}: {opening}{words}{closing}"


def _with_figure(content: str) -> str:
    """Begin a content some words before its first figure where that would else be cut away."""
    figure = next((at for at, character in enumerate(content) if character.isdigit()), 0)
    if figure + WORDS_BEFORE_FIGURE <= ROOM_FOR_WORDS:
        return content
    start = content.rfind(" ", 0, figure - WORDS_BEFORE_FIGURE) + 1
    return f"… {content[start:]}"
