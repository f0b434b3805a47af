"""Who says what: claims grouped by who makes them, with how firmly and where."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import groupby
from typing import NamedTuple, Protocol, TypeVar

from bot.cards.card import Card, Part, header, line_between, row, text_part
from bot.cards.claim_lines import (
    ROOM_FOR_CONTENT,
    caution_for_all,
    caution_for_one,
    relays,
    stance,
)
from bot.cards.fitting import fitted_line
from bot.cards.passage import dateline
from bot.cards.unbroken import DOT, paragraph_mark
from bot.quoting import block_quote
from bot.wording import UNNAMED, content_words
from corpus.article import Article
from corpus.claims import Claim

CLAIMS_ON_A_PAGE = 5
"""What always fits: five claims of five sources, each with all the room below."""

ROOM_FOR_NAME = ROOM_FOR_ROLE = 80
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
    summary: str,
    claims: Sequence[Placed],
    *,
    turn: Sequence[Part] = (),
    private: bool,
) -> Card:
    """Lay out claims that are grouped already, as many as one page holds.

    `summary` stands under the title, in small print; it is Markdown of ours. `turn` are the buttons that turn the page.
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
    first = header(f"{fitted_line(title, ROOM_FOR_TITLE)}\n-# {summary}")
    return Card(first, *groups, *below, *turning, private=private)


def _group(source: str | None, claims: Sequence[Placed], *, say_where: bool) -> str:
    """Write what one source claims: each claim with its paragraph, and the articles below."""
    all_claims = [placed.claim for placed in claims]
    name = f"{caution_for_all(all_claims)}**{fitted_line(source or UNNAMED, ROOM_FOR_NAME)}**"
    role = next((placed.claim.role for placed in claims if placed.claim.role), None)
    lines = [f"{name}, {fitted_line(role, ROOM_FOR_ROLE)}" if role else name]
    for _, in_article in groupby(claims, key=lambda placed: placed.article.id):
        same = list(in_article)
        lines += [_claim(placed, caution_for_one(placed.claim, all_claims)) for placed in same]
        if say_where:
            lines.append(dateline(same[0].article, room=ROOM_FOR_DATELINE))
    return "\n".join(lines)


def _claim(placed: Placed, caution: str) -> str:
    claim = placed.claim
    words = block_quote(fitted_line(content_words(claim), ROOM_FOR_CONTENT))
    where = f"{DOT}{paragraph_mark(placed.paragraph)}"
    return f"{words}\n-# {caution}{stance(claim)}{relays(claim)}{where}"
