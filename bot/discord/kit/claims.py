"""Claims on cards: whose they are in a line or two, and the card that lists many of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import groupby

from bot.discord.kit.article_lines import dateline, published
from bot.discord.kit.card import Card, Part, header, row_below, text_part
from bot.discord.kit.fitting import DOT, ROOM_FOR_TITLE, fitted_line, paragraph_mark
from bot.discord.kit.quoting import block_quote, harmless
from bot.language import N_, gettext
from bot.wording import PROBABLY, UNNAMED, content_words, owner, quote_marked
from corpus.claims import Claim
from corpus.topics import PlacedClaim

ROOM_FOR_NAME = ROOM_FOR_ROLE = ROOM_FOR_RELAYS = 80
ROOM_FOR_CONTENT = 200
"""About two lines on a phone for who it is, and three for what they said."""

ROOM_FOR_WORDS = 90
"""About two lines on a phone, for words that stand above already or tell two sides apart."""

ROOM_FOR_CHANGED = 110
"""For what a source says, and for what it said before, where that was something else."""

ROOM_FOR_DATELINE = 170

SAID_BEFORE = N_("↔ before, on {}: {}")

CLAIMS_ON_A_PAGE = 5
"""What always fits: five claims of five sources, each with all the room above."""


def claim_lines(claims: Sequence[Claim], text: str) -> str:
    """Write claims with their contents; a source with several is named once, above them.

    `text` is what the claims' spans are offsets into.
    """
    by_source: dict[str, list[Claim]] = {}
    for claim in claims:
        by_source.setdefault(owner(claim, text).name, []).append(claim)
    return "\n".join(_lines(name, of_source) for name, of_source in by_source.items())


def claim_line(claim: Claim, text: str) -> str:
    """Write "— **who**, role · via relay · *stance*"."""
    return _dotted(f"— {_source(claim, text)}{_role(claim)}", relays(claim), stance(claim))


def claim_with_words(claim: Claim, text: str) -> str:
    """Write a claim's line with the beginning of its words: which of a sentence's they are."""
    return _dotted(claim_line(claim, text), _content(claim, ROOM_FOR_WORDS))


def shortest_claim_line(claim: Claim, text: str) -> str:
    """Write "— **who** · *stance*", for where there is little room."""
    return _dotted(f"— {_source(claim, text)}", stance(claim))


def relays(claim: Claim) -> str:
    """Write through whom a claim came, or nothing."""
    named = fitted_line(", ".join(claim.relays), ROOM_FOR_RELAYS)
    return gettext("via {}").format(named) if named else ""


def stance(claim: Claim) -> str:
    """Write how firmly a claim is made, or nothing where no word of its cue tells."""
    return f"*{harmless(gettext(claim.stance))}*" if claim.stance else ""


def caution_for_all(claims: Sequence[Claim]) -> str:
    """Return "probably " for a name to which none of these claims surely belongs, or nothing."""
    return "" if any(claim.is_sure for claim in claims) else gettext(PROBABLY)


def caution_for_one(claim: Claim, claims: Sequence[Claim]) -> str:
    """Return "probably " for a claim that is less sure than others under its name, or nothing."""
    return "" if claim.is_sure or caution_for_all(claims) else gettext(PROBABLY)


def _lines(name: str, claims: Sequence[Claim]) -> str:
    role = next(filter(None, map(_role, claims)), "")
    whose = f"— {caution_for_all(claims)}**{fitted_line(name, ROOM_FOR_NAME)}**{role}"
    if len(claims) == 1:
        (claim,) = claims
        return _dotted(whose, relays(claim), stance(claim), _content(claim))
    lines = [
        caution_for_one(claim, claims) + _dotted(stance(claim), relays(claim), _content(claim))
        for claim in claims
    ]
    return "\n".join([whose, *lines])


def _dotted(*parts: str) -> str:
    """Put a dot between those parts that say something."""
    return DOT.join(filter(None, parts))


def _source(claim: Claim, text: str) -> str:
    who = owner(claim, text)
    return f"{who.caution}**{fitted_line(who.name, ROOM_FOR_NAME)}**"


def _role(claim: Claim) -> str:
    return f", {fitted_line(claim.role, ROOM_FOR_ROLE)}" if claim.role else ""


def _content(claim: Claim, room: int = ROOM_FOR_CONTENT) -> str:
    words = content_words(claim)
    opening, closing = quote_marked(words)
    return f"{opening}{fitted_line(words, room)}{closing}"


def grouped(claims: Sequence[PlacedClaim]) -> list[PlacedClaim]:
    """Put claims of one source together, those with most claims first and the unnamed last."""
    counts = Counter(each.claim.source for each in claims)
    order = {source: place for place, (source, _) in enumerate(counts.most_common())}
    return sorted(claims, key=lambda each: (each.claim.source is None, order[each.claim.source]))


def claims_card(
    title: str,
    summary: str,
    claims: Sequence[PlacedClaim],
    *,
    turn: Sequence[Part] = (),
    private: bool,
) -> Card:
    """Lay out claims that are grouped already, as many as one page holds.

    `summary` stands under the title, in small print; it is our own Markdown. `turn` are the buttons
    that turn the page.
    """
    one_article = len({placed.article.id for placed in claims}) == 1
    by_source = groupby(claims, key=lambda placed: placed.claim.source)
    groups = [
        text_part(_group(source, list(placed), say_where=not one_article))
        for source, placed in by_source
    ]
    below = [text_part(dateline(claims[0].article, room=ROOM_FOR_TITLE))] if one_article else []
    first = header(f"{fitted_line(title, ROOM_FOR_TITLE)}\n-# {summary}")
    return Card(first, *groups, *below, *row_below(turn), private=private)


def _group(source: str | None, claims: Sequence[PlacedClaim], *, say_where: bool) -> str:
    """Write what one source claims: each claim with its paragraph, and the articles below."""
    all_claims = [placed.claim for placed in claims]
    name = (
        f"{caution_for_all(all_claims)}**{fitted_line(source or gettext(UNNAMED), ROOM_FOR_NAME)}**"
    )
    role = next((placed.claim.role for placed in claims if placed.claim.role), None)
    lines = [f"{name}, {fitted_line(role, ROOM_FOR_ROLE)}" if role else name]
    for _, in_article in groupby(claims, key=lambda placed: placed.article.id):
        same = list(in_article)
        lines += [_claim(placed, caution_for_one(placed.claim, all_claims)) for placed in same]
        if say_where:
            lines.append(dateline(same[0].article, room=ROOM_FOR_DATELINE))
    return "\n".join(lines)


def _claim(placed: PlacedClaim, caution: str) -> str:
    claim = placed.claim
    before = placed.changed_from
    room = ROOM_FOR_CHANGED if before else ROOM_FOR_CONTENT
    words = block_quote(fitted_line(content_words(claim), room))
    below = _dotted(stance(claim), relays(claim), paragraph_mark(placed.paragraph))
    return f"{words}\n-# {caution}{below}{_before(before) if before else ''}"


def _before(earlier: PlacedClaim) -> str:
    """Write what the source said of the same thing in an earlier article."""
    when = published(earlier.article) or earlier.article.title
    said = _dotted(stance(earlier.claim), _content(earlier.claim, ROOM_FOR_CHANGED))
    return f"\n-# {gettext(SAID_BEFORE).format(when, said)}"
