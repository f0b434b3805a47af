"""Give what a report passes on to whom it comes from: "Reuters said, citing two pilots, …".

The finder gives such a claim to whoever reports it. Where the sentence names somebody behind the
report, the claim is theirs, and the report its relay.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from corpus.article import Span, overlap
from corpus.claims.finder import Attribution
from corpus.claims.names import names_in
from corpus.claims.places import Places
from corpus.claims.resolution import Resolution
from corpus.languages.english.document import Document
from corpus.languages.english.lexicon import LEXICON

WORD = re.compile(r"\w+")

REACH = 120
"""Characters after a cue or a content in which "citing" is looked for."""

_SOMEBODY = r"[^,.;:()“”\"]{2,90}?(?:,\s+(?:[^\W\d_a-z][\w’'-]*\s?\b){2,4}(?=[,.;)]))?"
"""A phrase, with the name that may stand after it: "a former nurse, Ida Lorne"."""

CITING_BEFORE = re.compile(
    rf"\s*(?:citing|quoting)\s+(?P<source>{_SOMEBODY})\s*,\s*", re.IGNORECASE
)
"""What opens a sentence, or stands between the reporter and its cue."""

CITING_AFTER = re.compile(
    rf"(?:[^.;“”\"]{{0,40}}?,)?\s*(?P<verb>citing|quoting)\s+(?P<source>{_SOMEBODY})(?=\s+that\b|[,.;]|\s*\Z)"
)

CITING_INSIDE = re.compile(rf",\s+(?:citing|quoting)\s+(?P<source>{_SOMEBODY})\s*,?\Z")
"""What the finder may take for a part of the reporter's name."""

SAYING = r"as\s+(?:telling\s+\w+|\w+ing)"
"""Before what somebody is quoted as: "as saying", "as calling it"."""
QUOTED = re.compile(
    rf"(?P<source>{_SOMEBODY}),?\s+{SAYING}\b[,:]?\s*(?:that\s+)?(?P<content>.*\S)?", re.DOTALL
)
"""What a report that quotes is found to say: "the rebel as saying that the town had fallen"."""

_SUBORDINATOR = rf"(?:(?:{'|'.join(sorted(LEXICON.subordinators))})\s+)?"
WAS_QUOTED = re.compile(
    rf"(?<!\w)(?=\w){_SUBORDINATOR}(?P<source>{_SOMEBODY})\s+(?:(?:has|had|have)\s+been|was|were|is|are)\s+(?:\w+\s+)?quoted"
    rf"(?:\s+(?:by|in)\s+(?P<before>{_SOMEBODY}))?\s+{SAYING}\b"
    rf"(?:\s+(?:by|in)\s+(?P<after>{_SOMEBODY})(?=[.,;]|\s*\Z))?[,:]?\s*(?:that\s+)?"
)
QUOTED_NAME = re.compile(
    r"\b(?:quoted|quotes|cited|cites)\s+(?P<source>(?:[^\W\d_a-z]\w+(?:\s+[^\W\d_a-z]\w+)*|(?:the|an?)\s[\w\s’-]{2,60}))\Z"
)
"""A cue that has whom it quotes in it: "The agency quoted Stein: “…”"."""

QUOTES = re.compile(r"\b(?:quoted|quotes|quoting|quote|cited|cites)\b", re.IGNORECASE)


def of_whom_they_cite(document: Document, found: Sequence[Attribution]) -> list[Attribution]:
    """Return the attributions, each report of somebody's words with that one as its source.

    `found` is in order of the text. What was found of the words that cite, "citing two pilots",
    is left out, since it says nothing by itself.
    """
    cues = Places(span for attribution in found for span in attribution.cue)
    completed: list[Attribution] = []
    cited: list[Span] = []
    for attribution in found:
        report = _quoting(document, attribution) or _citing(document, attribution, cues)
        if report:
            cited += report.source
        completed.append(replace(report, resolution=Resolution.REPORTED) if report else attribution)
    places = Places(cited)
    return [
        attribution
        for attribution in completed
        if not (_cites(document.text, attribution) and places.touch(attribution.content[0]))
    ]


def _cites(text: str, attribution: Attribution) -> bool:
    words = {word for span in attribution.cue for word in WORD.findall(text[slice(*span)].lower())}
    return not words.isdisjoint({"citing", "quoting", "cited", "quoted"})


def _citing(document: Document, attribution: Attribution, cues: Places) -> Attribution | None:
    """Find whom a report cites, before its cue or after it."""
    if not attribution.source or not attribution.cue or attribution.relays:
        return None
    for source in _cited_by(document, attribution, cues):
        if _is_behind(document, attribution.source[0], source):
            return replace(attribution, source=(source,), relays=attribution.source[:1])
    return None


def _cited_by(document: Document, attribution: Attribution, cues: Places) -> Iterator[Span]:
    text, (start, end), cue = document.text, attribution.source[0], attribution.cue
    inside = CITING_INSIDE.search(text, start, end)
    if inside:
        yield inside.span("source")
    opening = CITING_BEFORE.fullmatch(text, document.sentence_at(start)[0], start)
    comma = text.find(",", end, cue[0][0])
    between = CITING_BEFORE.fullmatch(text, comma + 1, cue[0][0]) if comma >= 0 else None
    for match in (opening, between):
        if match:
            yield match.span("source")
    for position in (cue[-1][1], attribution.content[-1][1]):
        after = CITING_AFTER.match(
            text, position, min(position + REACH, document.sentence_at(position)[1])
        )
        if after and _is_of_another(cue, (position, after.start("verb")), cues):
            continue  # somebody else reports, and cites
        if after and not any(overlap(after.span("source"), span) for span in attribution.content):
            yield after.span("source")


def _is_of_another(cue: Sequence[Span], between: Span, cues: Places) -> bool:
    """Tell whether another cue than `cue` stands there: then somebody else reports, and cites."""
    return cues.touch(between) and not any(overlap(span, between) for span in cue)


def _is_behind(document: Document, reporter: Span, cited: Span) -> bool:
    """Tell whether what is cited is who says it: somebody, or whatever a news organisation cites.

    Others cite things for reasons: "the council, citing high costs, said".
    """
    if not LEXICON.media.isdisjoint(_words(document, reporter)):
        return True
    tokens = document.tokens_in(*cited)
    names = list(names_in(tokens))
    if any(name.office or (len(name.words) > 1 and not name.located) for name in names):
        return True
    return any(map(LEXICON.is_somebody, _words(document, cited)))


def _words(document: Document, span: Span) -> list[str]:
    return [token.word.removesuffix("'s") for token in document.tokens_in(*span)]


def _quoting(document: Document, attribution: Attribution) -> Attribution | None:
    """Find whom a report quotes: "Radio Vesk quoted the rebel as saying …", and the passive."""
    text = document.text
    if not attribution.cue or not QUOTES.search(
        text, attribution.cue[0][0], attribution.cue[-1][1] + 1
    ):
        return None
    start, end = document.sentence_at(attribution.cue[0][0])
    passive = WAS_QUOTED.search(text, start, end)
    if passive:
        return _was_quoted(document, attribution, passive)
    return _quotes(text, attribution, start) if attribution.source else None


def _quotes(text: str, attribution: Attribution, sentence_start: int) -> Attribution | None:
    """Find whom a report quotes whose source is the reporter."""
    first = attribution.content[0][0]
    named = QUOTED_NAME.search(text, *attribution.cue[-1])
    if named:
        content: tuple[Span, ...] = attribution.content
        if re.fullmatch(SAYING, text[slice(*content[0])]):  # “It sank,” Reuters cited her as saying
            content = _words_before(text, (sentence_start, attribution.source[0][0]))
        if not content:
            return None
        source = (named.span("source"),)
        return replace(attribution, source=source, content=content, relays=attribution.source[:1])
    quoted = QUOTED.match(text, first, max(attribution.content[-1][1], first))
    if quoted is None or first < attribution.cue[0][0]:
        return None
    said = _content(text, (sentence_start, attribution.source[0][0]), quoted)
    if said is None:
        return None
    return replace(
        attribution,
        source=(quoted.span("source"),),
        content=said,
        relays=attribution.source[:1],
    )


def _content(text: str, before: Span, quoted: re.Match[str]) -> tuple[Span, ...] | None:
    """Return what is said: what follows "as saying", or else all before the report."""
    if quoted["content"]:
        return (quoted.span("content"),)
    return _words_before(text, before) or None


def _words_before(text: str, before: Span) -> tuple[Span, ...]:
    words = text[slice(*before)].rstrip(" ,")
    return ((before[0], before[0] + len(words)),) if words.strip() else ()


def _was_quoted(
    document: Document, attribution: Attribution, passive: re.Match[str]
) -> Attribution | None:
    start, end = document.sentence_at(passive.start())
    by = "before" if passive["before"] else "after"
    said = passive.end(), start + len(document.text[start:end].rstrip(' .”"'))
    source = passive.span("source")
    before = document.text[start : source[0]].rstrip(" ,")
    if said[0] < said[1]:
        content: tuple[Span, ...] = (said,)
    elif before:
        content = ((start, start + len(before)),)
    else:
        return None
    return replace(
        attribution,
        source=(source,),
        content=content,
        relays=(passive.span(by),) if passive[by] else (),
    )
