"""Words whose owner stands in a label beside them: a transcript's “Ruiz: …”, a signature “— Ruiz”.

In an interview that is labelled "Q:" and "A:" the one interviewed is whom the lines before it name most.

No word attributes here, so the finder has no cue to go by.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from corpus.article import Span
from corpus.claims.finder import Attribution, in_order
from corpus.claims.names import names_in
from corpus.claims.places import Places
from corpus.claims.resolution import Resolution
from corpus.languages.english.document import Document
from corpus.languages.english.lexicon import LEXICON

_Labelled = tuple[Span, Span]
"""A label, and the words that it is for."""

LABEL = re.compile(r"(?P<name>[^\W\d_a-z][\w.’'-]*(?:\s+[^\W\d_a-z][\w.’'-]*){0,4})\s*:\s+(?=\S)")
"""A name and a colon at the beginning of a paragraph."""

QUESTION = re.compile(r"(?:Q|Question)\s*[:.]\s+(?=\S)")
ANSWER = re.compile(r"(?:A|Answer)\s*[:.]\s+(?=\S)")
"""Labels of an interview."""

FEWEST_REPLIES = 2
"""Paragraphs with one label that make a transcript; a single one may be a headline's "Exclusive:"."""

SIGNATURE = re.compile(
    r"\s*[—–―-]{1,2}\s*(?P<name>[^\W\d_a-z][^,;:.“”\"\n]{1,60}?)\s*(?:,[^“”\"\n]{1,80})?\.?\s*"
)
"""What follows a quotation to the end of its paragraph, or is the whole next one."""

SURE = 0.9
"""Confidence of such claims: the label leaves hardly a doubt."""


def with_labelled(document: Document, found: Sequence[Attribution]) -> list[Attribution]:
    """Return `found` with what labels and signatures attribute, in order of the text.

    What was found with a label as its source says the same again, and is left out; so is a
    quotation that a signature gives its owner.
    """
    questions, answers = _interview(document)
    replies = () if questions else _replies(document)
    labelled = [*replies, *_signed(document), *_answers(document, questions, answers)]
    labels = Places(
        [
            *(label for label, _ in (*questions, *answers)),
            *(attribution.source[0] for attribution in labelled),
        ]
    )
    words = Places(span for attribution in labelled for span in attribution.content)
    others = [
        _in_one_sentence(document, attribution)
        if words.hold(attribution.content[0])
        else _announced(document, attribution)
        for attribution in found
        if not any(map(labels.touch, attribution.source))
        and not (
            words.hold(attribution.content[0])
            and (not attribution.source or _is_one_word(document, attribution.content))
        )
    ]
    return in_order([*others, *labelled])


def _announced(document: Document, attribution: Attribution) -> Attribution:
    """Be sure of a name and a colon before a quotation: "And from Ana Ruiz: ¶ “We will be back.”"."""
    begin, end = attribution.content[0][0], attribution.content[-1][1]
    quoted = [(each.start, each.end) for each in document.quotations_in(begin, end)] == [
        (begin, end)
    ]
    if not (quoted and attribution.source and attribution.cue):
        return attribution
    source = attribution.source[0]
    if document.text[source[1] : begin].strip() != ":" or not _is_name(document, source):
        return attribution
    return replace(attribution, confidence=max(attribution.confidence, SURE))


def _in_one_sentence(document: Document, attribution: Attribution) -> Attribution:
    """Cut what a reply says that somebody said to its first sentence: then the speaker goes on."""
    start, end = document.sentence_at(attribution.content[0][0])
    if attribution.content[-1][1] <= end:
        return attribution
    last = start + len(document.text[start:end].rstrip(" ."))
    content = tuple((s, min(e, last)) for s, e in attribution.content if s < last)
    return replace(attribution, content=content) if content else attribution


def _replies(document: Document) -> Iterator[Attribution]:
    """Find the replies of a transcript: paragraphs that begin with a label that others have too."""
    found: list[tuple[Span, Span]] = []
    for start, end in document.paragraphs:
        if label := LABEL.match(document.text, start, end):
            found.append((label.span("name"), (label.end(), end)))
    counts = Counter(document.text[slice(*name)] for name, _ in found)
    for name, reply in found:
        if counts[document.text[slice(*name)]] >= FEWEST_REPLIES and _is_name(document, name):
            yield Attribution((name,), (), (reply,), confidence=SURE, resolution=Resolution.LABEL)


def _interview(document: Document) -> tuple[list[_Labelled], list[_Labelled]]:
    """Find an interview's questions and answers by their labels; none where one kind is missing."""
    found: dict[re.Pattern[str], list[_Labelled]] = {QUESTION: [], ANSWER: []}
    for start, end in document.paragraphs:
        for pattern, labelled in found.items():
            if label := pattern.match(document.text, start, end):
                labelled.append(((start, label.end()), (label.end(), end)))
    questions, answers = found.values()
    return (questions, answers) if questions and answers else ([], [])


def _answers(
    document: Document, questions: Sequence[_Labelled], answers: Sequence[_Labelled]
) -> Iterator[Attribution]:
    """Give the answers of an interview to whoever is interviewed."""
    name = _interviewed(document, questions[0][0][0]) if questions else None
    if name is not None:
        for _, reply in answers:
            yield Attribution((name,), (), (reply,), confidence=SURE, resolution=Resolution.LABEL)


def _interviewed(document: Document, end: int) -> Span | None:
    """Return the full name that stands in the text before `end` and is the one named most there."""
    tokens = document.tokens_in(0, end)
    names = [
        name
        for name in names_in(tokens)
        if len(name.words) > 1
        and not name.definite
        and LEXICON.organisation_kinds.isdisjoint(name.words)
    ]
    words = Counter(token.word.removesuffix("'s") for token in tokens)
    last = [name.words[-1] for name in names]
    most = max((words[word] for word in last), default=0)
    likeliest = {word for word in last if words[word] == most}
    if len(likeliest) != 1:
        return None
    return next(name.span for name in names if name.words[-1] in likeliest)


def _is_one_word(document: Document, content: Sequence[Span]) -> bool:
    tokens = [token for span in content for token in document.tokens_in(*span)]
    return sum(token.is_word for token in tokens) == 1


def _signed(document: Document) -> Iterator[Attribution]:
    """Find quotations that are signed: “We will be back.” — Ana Ruiz."""
    for quotation in document.quotations:
        number = document.paragraph_at(quotation.start)
        start, end = document.paragraphs[number]
        last = quotation.end == end and number + 1 < len(document.paragraphs)
        beside = document.paragraphs[number + 1] if last else (quotation.end, end)
        if quotation.start != start:
            continue
        signature = SIGNATURE.fullmatch(document.text, *beside)
        if signature and _is_name(document, signature.span("name")):
            span = quotation.start, quotation.end
            name = signature.span("name")
            yield Attribution((name,), (), (span,), confidence=SURE, resolution=Resolution.LABEL)


def _is_name(document: Document, span: Span) -> bool:
    """Tell a label that ends in a name; that of an office alone is none."""
    names = list(names_in(document.tokens_in(*span)))
    return bool(names) and names[-1].span[1] == span[1]
