"""The whole way from a text to its claims."""

from __future__ import annotations

from collections.abc import Sequence

from corpus.claims.claim import Claim, Spans, words_at
from corpus.claims.finder import Attribution, Finder
from corpus.claims.linking import link
from corpus.claims.paragraphs import paragraph_spans
from corpus.claims.people import People
from corpus.claims.quotations import Quotation, quotations, touches
from corpus.claims.relays import relays, through_report
from corpus.claims.simple import SimpleFinder
from corpus.claims.stance import stance
from corpus.claims.who import Speaker, speakers

FINDER: Finder = SimpleFinder()
"""What finds the attributions; everything else in this folder is independent of it."""


def find_claims(text: str, finder: Finder = FINDER) -> list[Claim]:
    """Give the claims made in `text`, in order of their first words.

    Offsets are into `text` exactly as given. A quotation that runs over several paragraphs is one
    claim with a content span for each. Any text will do; one without claims gives an empty list.
    """
    paragraphs = paragraph_spans(text)
    quoted = quotations(text, paragraphs)
    linked = link(text, paragraphs, quoted, finder.find(text, paragraphs))
    found = [through_report(text, attribution) for attribution in linked]
    people = People(text, paragraphs)
    named = speakers(text, paragraphs, found, people)
    chains = relays(text, found, named, people)
    return [
        _claim(text, attribution, speaker, chain, quoted)
        for attribution, speaker, chain in zip(found, named, chains, strict=True)
    ]


def _claim(
    text: str,
    attribution: Attribution,
    speaker: Speaker,
    chain: tuple[str, ...],
    quoted: Sequence[Quotation],
) -> Claim:
    return Claim(
        content=words_at(text, attribution.content),
        source=speaker.name,
        role=speaker.role,
        relays=chain,
        cue=words_at(text, attribution.cue),
        stance=stance(text, attribution),
        quoted=any(touches(quoted, span) for span in attribution.content),
        spans=Spans(attribution.source, attribution.cue, attribution.content),
        confidence=attribution.confidence,
    )
