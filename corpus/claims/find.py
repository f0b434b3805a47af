"""The whole way from a text to its claims."""

from __future__ import annotations

from corpus.claims.bystanders import without_bystanders
from corpus.claims.claim import Claim, Spans, words_at
from corpus.claims.coordinated import with_coordinated
from corpus.claims.disputed import with_disputed
from corpus.claims.elided import with_elided
from corpus.claims.figures_put import figures_put
from corpus.claims.finder import Attribution, Finder
from corpus.claims.labelled import with_labelled
from corpus.claims.learned import LearnedFinder
from corpus.claims.linking import link
from corpus.claims.live_pages import without_times
from corpus.claims.occasion import Occasion, occasions
from corpus.claims.overlooked import with_overlooked
from corpus.claims.passed_on import with_passed_on
from corpus.claims.people import People
from corpus.claims.reach import within_reach
from corpus.claims.relays import relays
from corpus.claims.reports import of_whom_they_cite
from corpus.claims.semicolons import parted_at_semicolons
from corpus.claims.speaker import Speaker
from corpus.claims.stance import judge
from corpus.claims.who import speakers
from corpus.languages.english.document import Document
from corpus.languages.english.quotations import touches

FINDER: Finder = LearnedFinder()
"""What finds the attributions; everything else in this folder is independent of it."""


def find_claims(text: str | Document, finder: Finder = FINDER) -> list[Claim]:
    """Find the claims made in a text, in order of their first words.

    A text's paragraphs are its lines; a document has its own. Offsets are into the text exactly as
    given. A quotation that runs over several paragraphs is one claim with a content span for each.
    Any text will do; one without claims gives an empty list. What lies beyond
    `corpus.claims.reach`, such as a text in another language, is not read.
    """
    document = within_reach(Document.of(text) if isinstance(text, str) else text)
    document = without_times(document)
    if not document.text:
        return []
    marked = figures_put(document, without_bystanders(document, finder.find(document)))
    halves = with_elided(document, parted_at_semicolons(document, marked))
    completed = with_overlooked(
        document, with_disputed(document, with_coordinated(document, halves))
    )
    linked = link(document, with_passed_on(document, with_labelled(document, completed)))
    found = of_whom_they_cite(document, linked)
    people = People(document)
    named = speakers(document, found, people)
    chains = relays(document, found, named, people)
    return [
        _claim(document, *parts)
        for parts in zip(found, named, chains, occasions(document.text, found), strict=True)
    ]


def _claim(
    document: Document,
    attribution: Attribution,
    speaker: Speaker,
    chain: tuple[str, ...],
    occasion: Occasion,
) -> Claim:
    judged = judge(document.text, attribution)
    return Claim(
        content=words_at(document.text, attribution.content),
        source=speaker.name,
        role=speaker.role,
        relays=chain,
        cue=words_at(document.text, attribution.cue),
        stance=judged.stance,
        quoted=any(touches(document.quotations, span) for span in attribution.content),
        spans=Spans(attribution.source, attribution.cue, attribution.content),
        confidence=attribution.confidence * speaker.chance,
        when=occasion.when,
        where=occasion.where,
        stance_words=judged.words,
        resolution=speaker.resolution,
    )
