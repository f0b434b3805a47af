"""Who says what: claims grouped by who makes them, with how firmly and where."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import groupby
from typing import NamedTuple, Protocol, TypeVar

from bot.cards.card import Card, Part, header, line_between, row, text_part
from bot.cards.claim_lines import content_of
from bot.cards.fitting import fitted_line
from bot.cards.passage import dateline
from bot.quoting import harmless
from bot.wording import PROBABLY, UNNAMED
from corpus.article import Article
from corpus.claims import Claim

CLAIMS_ON_A_PAGE = 5
"""What always fits: five claims of five sources, each with all the room below."""

ROOM_FOR_NAME = ROOM_FOR_ROLE = ROOM_FOR_RELAYS = 80
ROOM_FOR_DATELINE = 200
ROOM_FOR_TITLE = 300


class Placed(NamedTuple):
    """A claim and where it stands: its article and the number of its paragraph."""

    claim: Claim
    article: Article
    paragraph: int


class WithClaim(Protocol):
    """Anything that goes with a claim."""

    @property
    def claim(self) -> Claim:
        """The claim."""


T = TypeVar("T", bound=WithClaim)


def grouped(found: Sequence[T]) -> list[T]:
    """Put claims of one source together, those with most claims first and the unnamed last."""
    counts = Counter(each.claim.source for each in found)
    order = {source: place for place, (source, _) in enumerate(counts.most_common())}
    return sorted(found, key=lambda each: (each.claim.source is None, order[each.claim.source]))


def claims_card(
    title: str,
    claims: Sequence[Placed],
    *,
    turn: Sequence[Part] = (),
    private: bool,
) -> Card:
    """Lay out claims that are grouped already, as many as one page holds, under a title.

    `turn` are the buttons that turn the page.
    """
    shown = claims[:CLAIMS_ON_A_PAGE]
    one_article = len({placed.article.id for placed in shown}) == 1
    by_source = groupby(shown, key=lambda placed: placed.claim.source)
    groups = [
        text_part(_group(source, list(placed), say_where=not one_article))
        for source, placed in by_source
    ]
    below = [text_part(dateline(shown[0].article, room=ROOM_FOR_TITLE))] if one_article else []
    turning = [line_between(), row(*turn)] if turn else []
    return Card(
        header(fitted_line(title, ROOM_FOR_TITLE)), *groups, *below, *turning, private=private
    )


def _group(source: str | None, claims: Sequence[Placed], *, say_where: bool) -> str:
    """Write what one source claims: each claim with its paragraph, and the articles below."""
    name = f"**{fitted_line(source or UNNAMED, ROOM_FOR_NAME)}**"
    role = next((placed.claim.role for placed in claims if placed.claim.role), None)
    lines = [f"{name}, {fitted_line(role, ROOM_FOR_ROLE)}" if role else name]
    for _, in_article in groupby(claims, key=lambda placed: placed.article.id):
        same = list(in_article)
        lines += map(_line, same)
        if say_where:
            lines.append(dateline(same[0].article, room=ROOM_FOR_DATELINE))
    return "\n".join(lines)


def _line(placed: Placed) -> str:
    claim = placed.claim
    via = f" · via {fitted_line(', '.join(claim.relays), ROOM_FOR_RELAYS)}" if claim.relays else ""
    caution = "" if claim.is_sure else PROBABLY
    return f"{caution}*{harmless(claim.stance)}*{via} · {content_of(claim)} · ¶ {placed.paragraph}"
