"""Find the sentences of a text.

Our own rules rather than a library: the best-kept one (Wikimedia's sentencex) takes a quotation or
a bracket of many sentences for a single one, ends a sentence at "5 p.m. Monday" and refuses a lone
surrogate. A quotation in the news may fill its paragraph, and a highlight must be smaller than that.
"""

from __future__ import annotations

import re

from corpus.article import Span
from corpus.languages.english.inflection import Form
from corpus.languages.english.lexicon import LEXICON

_CLOSERS = "\"'”’“‘»«›‹)]」』）】"  # “ and « close a quotation in German
_OPENERS = "\"'“‘„«‹([「『（【¿¡*_—–-"

_STRONG = "。！？｡؟।॥۔"
"""These end a sentence wherever they stand: no abbreviation or number holds one."""

_CLOSING = rf"[{re.escape(_CLOSERS)}]*+"
_END = re.compile(
    rf"[.!?…{_STRONG}\n](?:"  # one set to look for, which is found fastest
    rf"(?<=[.!?…])(?<![.!?…]{{2}})[.!?…]*+{_CLOSING}(?=\s|\Z)"  # before white space: "1.5", "a.com"
    rf"|(?<=[{_STRONG}])[{_STRONG}]*+{_CLOSING}"
    r"|(?<=\n)[^\S\n]*\n)"  # a blank line
)
_SPACE = re.compile(r"\s*+")
_OPENING = re.compile(rf"[{re.escape(_OPENERS)}]*+")
_LAST_WORD = re.compile(r"(?:[^\W\d_]\.)*+[^\W_]*+\Z")
_FIRST_WORD = re.compile(r"[^\W_]++(?!\.)")

_LONGEST_ABBREVIATION = 12
"""Characters looked at before a full stop; "approx" and "M.B.B.S" are shorter."""

_VERBS_AFTER_SPEECH = LEXICON.forms(
    LEXICON.stances, Form.PAST, Form.PRESENT, but_not=LEXICON.also_acts
)
_SPEAKS_AFTER = re.compile(
    rf"(?:[^\W\d_a-z][^\W_]*+[\s.]++){{1,4}}+(?:{'|'.join(sorted(_VERBS_AFTER_SPEECH))})\b"
)
"""A speaker after a question or a shout: “Stop!” Kirby said."""


def sentences(text: str) -> list[Span]:
    """Return the span of each sentence, in reading order, without the white space around it.

    Every character that is not white space lies in exactly one span. A blank line ends a sentence;
    a line break alone does not.
    """
    spans: list[Span] = []
    start = _skip(_SPACE, text, 0)
    for match in _END.finditer(text):
        end = match.end()
        if end <= start:
            continue  # more of the blank lines already passed
        following = _skip(_SPACE, text, end)
        if _closes(text, start, end, following):
            spans.append(_trimmed(text, start, end))
            start = following
    if start < len(text):
        spans.append(_trimmed(text, start, len(text)))
    return spans


def _trimmed(text: str, start: int, end: int) -> Span:
    return start, start + len(text[start:end].rstrip())


def _closes(text: str, start: int, end: int, following: int) -> bool:
    """Judge whether the sentence that began at `start` ends at `end`."""
    ending = text[end - 1]
    if following == len(text) or ending == "\n":
        return True
    stop = end - 1
    while text[stop] in _CLOSERS:
        stop -= 1
    if text[stop] in _STRONG:
        return not (
            ending in "」』" and text[following] == "と"
        )  # the particle that reports speech
    word_at = _skip(_OPENING, text, following)
    if text[word_at : word_at + 1].islower() or text[following] in ".!?…":
        return False
    if text[stop] != ".":
        return stop == end - 1 or not _SPEAKS_AFTER.match(text, word_at)
    return text[stop - 1] == "." or not _is_abbreviation(text, start, stop, word_at)


def _is_abbreviation(text: str, start: int, stop: int, word_at: int) -> bool:
    """Judge whether the full stop at `stop` belongs to its word and does not end the sentence."""
    before = _LAST_WORD.search(text, max(start, stop - _LONGEST_ABBREVIATION), stop)
    word = before.group() if before else ""
    folded = word.lower()
    if folded in LEXICON.abbreviated_before_a_name or (word.istitle() and folded in LEXICON.titles):
        return True
    if folded in LEXICON.abbreviated_before_a_number:
        return text[word_at : word_at + 1].isdigit()
    if word.isdigit():
        return stop - len(word) == start  # the number of an item: "1. First"
    if len(word) == 1 or "." in word or folded in LEXICON.abbreviated_often_last:
        first = _FIRST_WORD.match(text, word_at)
        return not (first and first.group() in LEXICON.first_words)
    return False


def _skip(pattern: re.Pattern[str], text: str, at: int) -> int:
    """Return the place after what `pattern`, which matches anywhere, takes at `at`."""
    match = pattern.match(text, at)
    return match.end() if match else at
