"""Name who makes a claim, as fully as the article does, and in its own words only.

"Ruiz" becomes "Ana Ruiz" with her role, "the mayor" the one mayor of the article, "the ministry" its
one ministry, "she" the one person it can be. Groups stay as worded. What is not safe has no name.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from corpus.article import Span
from corpus.claims.descriptions import AGED, described_before, person_described
from corpus.claims.finder import Attribution
from corpus.claims.groups import called_again
from corpus.claims.names import names_in
from corpus.claims.nesting import outer_of
from corpus.claims.people import People
from corpus.claims.phrases import first_name, is_title, name_source
from corpus.claims.pronouns import speaker_meant, subject_form
from corpus.claims.resolution import Resolution
from corpus.claims.speaker import NO_SOURCE, UNCLEAR, Speaker
from corpus.languages.english.document import Document
from corpus.languages.english.lexicon import LEXICON
from corpus.languages.english.tokens import PHRASE_ENDS, folded

HEARD = re.compile(
    rf"(?:(?:{'|'.join(LEXICON.forms(LEXICON.hears))})\b"
    r"|(?:(?:was|were|is|are|(?:has|have|had) been)\s+)(?:\w+ly\s+)?(?:told|informed)\b)"
)

BEFORE_RELATIVE = 400
"""Characters before "who" in which its name is looked for, with its role and what stands in commas."""

LONGEST_NAME = 80
"""Characters after a description in which a name, with the title before it, may stand."""


def speakers(document: Document, found: Sequence[Attribution], people: People) -> list[Speaker]:
    """Return the speaker of each attribution; `found` is in order of the text."""
    named: list[Speaker] = []
    for number, attribution in enumerate(found):
        span = attribution.source[0] if attribution.source else None
        if span is None:
            speaker = NO_SOURCE
        elif is_hearer(document.text, attribution):
            speaker = UNCLEAR
        elif folded(document.text[slice(*span)]) in LEXICON.relatives:
            speaker = speaker_before_relative(document, span[0], people)
        elif subject_form(folded(document.text[slice(*span)])) in LEXICON.pronouns:
            outer = outer_of(found, number)
            speaker = speaker_meant(document, found, named, outer=outer, people=people)
        else:
            speaker = name_source(document, _with_name(document, people.whole_name(span)), people)
        if span is not None and AGED.fullmatch(document.text, *span):
            speaker = Speaker(document.text[slice(*span)])
        if speaker.resolution in (Resolution.AS_WORDED, Resolution.OFFICE):
            speaker = _called_again(document, found, named, speaker, people)
        if attribution.resolution and speaker.name:
            speaker = replace(speaker, resolution=attribution.resolution)
        named.append(speaker)
    return named


def _called_again(
    document: Document,
    found: Sequence[Attribution],
    named: Sequence[Speaker],
    speaker: Speaker,
    people: People,
) -> Speaker:
    """Name "the paper" and "the striker" by who is meant, "the lawyer" by a nameless one before."""
    span = found[len(named)].source[0]
    if speaker.resolution is Resolution.OFFICE:
        article, *words = folded(document.text[slice(*span)]).split()
        alone = article == "the" and len(words) == 1
        return (alone and described_before(words[0], named)) or speaker
    return (
        called_again(speaker, named)
        or _medium(document, span, people)
        or person_described(document, found, named, people)
        or speaker
    )


def _medium(document: Document, span: Span, people: People) -> Speaker | None:
    """Name "the paper" by the news organisation last named."""
    article, *words = folded(document.text[slice(*span)]).split()
    if article != "the" or len(words) != 1 or words[0] not in LEXICON.media_kinds:
        return None
    name = people.bodies.medium_before(span[0])
    return Speaker(name, resolution=Resolution.ORGANISATION) if name else None


def _with_name(document: Document, span: Span) -> Span:
    """Widen a description to the name in commas after it: "the skipper" of "the skipper, Bo Lee,"."""
    text, (start, end) = document.text, span
    comma = text[end : end + 2]
    if comma != ", " or text[end - 1 : end] in PHRASE_ENDS:
        return span
    tokens = document.tokens_in(end + 2, min(end + LONGEST_NAME, document.sentence_at(start)[1]))
    name = first_name(tokens)
    if name is None or not is_title([t for t in tokens if t.start < name.span[0]], name):
        return span
    following = text[name.span[1] : name.span[1] + 1]
    return (start, name.span[1]) if following == "," and len(name.words) > 1 else span


def is_hearer(text: str, attribution: Attribution) -> bool:
    """Tell a source that only heard what is said: "the court heard", "jurors were told"."""
    if not attribution.cue:
        return False
    cue = " ".join(text[slice(*span)] for span in attribution.cue).lower()
    start, end = attribution.source[0][1], attribution.cue[0][0]
    beside = text[start:end].strip().lower() if start < end else ""
    return bool(HEARD.match(f"{beside} {cue}".strip()))


def speaker_before_relative(document: Document, position: int, people: People) -> Speaker:
    """Find whom "who" or "which" at `position` means: "Ruth Abney, the warden, who added …".

    That is the name right before it, or before what is put between them in commas; else nobody.
    """
    begin = max(document.sentence_at(position)[0], position - BEFORE_RELATIVE)
    tokens = document.tokens_in(begin, position)
    for name in reversed(list(names_in(tokens))):
        end = name.aside[1] if name.aside else name.span[1]
        between = document.text[end:position].strip()
        if between in ("", ","):
            beside = name.office and "," not in document.text[name.office[1] : name.span[0]]
            start = name.office[0] if name.office and beside else name.span[0]
            return name_source(document, (start, name.span[1]), people)
    return UNCLEAR
