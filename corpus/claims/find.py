"""The whole way from a text to its claims."""

from __future__ import annotations

from collections.abc import Sequence

from corpus.claims.claim import Claim, Spans, words_at
from corpus.claims.figures_put import figures_put
from corpus.claims.finder import Attribution, Finder
from corpus.claims.learned import LearnedFinder
from corpus.claims.linking import link
from corpus.claims.occasion import Occasion, occasions
from corpus.claims.paragraphs import paragraph_spans
from corpus.claims.people import People
from corpus.claims.quotations import Quotation, quotations, touches
from corpus.claims.relays import relays, through_report
from corpus.claims.speaker import Speaker
from corpus.claims.stance import judge
from corpus.claims.who import speakers

FINDER: Finder = LearnedFinder()
"""What finds the attributions; everything else in this folder is independent of it."""


def find_claims(text: str, finder: Finder = FINDER) -> list[Claim]:
    """Give the claims made in `text`, in order of their first words.

    Offsets are into `text` exactly as given. A quotation that runs over several paragraphs is one
    claim with a content span for each. Any text will do; one without claims gives an empty list.
    """
    paragraphs = paragraph_spans(text)
    quoted = quotations(text, paragraphs)
    attributed = figures_put(text, paragraphs, finder.find(text, paragraphs))
    linked = link(text, paragraphs, quoted, attributed)
    found = [through_report(text, attribution) for attribution in linked]
    people = People(text, paragraphs)
    named = speakers(text, paragraphs, found, people)
    chains = relays(text, found, named, people)
    return [
        _claim(text, attribution, speaker, chain, occasion, quoted=quoted)
        for attribution, speaker, chain, occasion in zip(
            found, named, chains, occasions(text, found), strict=True
        )
    ]


def _claim(
    text: str,
    attribution: Attribution,
    speaker: Speaker,
    chain: tuple[str, ...],
    occasion: Occasion,
    *,
    quoted: Sequence[Quotation],
) -> Claim:
    judged = judge(text, attribution)
    return Claim(
        content=words_at(text, attribution.content),
        source=speaker.name,
        role=speaker.role,
        relays=chain,
        cue=words_at(text, attribution.cue),
        stance=judged.stance,
        quoted=any(touches(quoted, span) for span in attribution.content),
        spans=Spans(attribution.source, attribution.cue, attribution.content),
        confidence=attribution.confidence,
        when=occasion.when,
        where=occasion.where,
        stance_words=judged.words,
    )
