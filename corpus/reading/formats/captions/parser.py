"""Subtitles: what is said, as paragraphs, each with its speaker where the file names one.

This is our own code: the libraries there are keep each caption apart, and no speaker.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from html import unescape
from itertools import pairwise

from corpus.errors import ReadingError
from corpus.reading.decoding import decode
from corpus.reading.draft import Draft, Hints, TextBlock, first_blocks, paragraph
from corpus.reading.sentence_or_headline import ends_sentence

_TIME = r"(?:(\d{1,3}):)?(\d{1,2}):(\d{1,2})[,.](\d{1,3})"
_TIMES = re.compile(rf"[ \t]*{_TIME}[ \t]*(?:-->|,)[ \t]*{_TIME}(?:[ \t].*)?")

_VOICE = re.compile(r"<v(?:\.[^\s>]*)?\s+([^>]{1,100})>", re.IGNORECASE)
_TAG = re.compile(r"</?[a-zA-Z][^<>]*>|<[\d:.]+>|\{\\[^{}]*\}")
_LABEL = re.compile(
    r"(?:>>+\s*|[-–—]\s*)?"
    r"((?:[A-Z]{2,}|(?:Mr|Mrs|Ms|Dr)\.)(?:[\s.'’-]+[A-Z][\w.]*){0,5}|[A-Z][\w'’-]+"
    r"(?: (?:[A-Z][\w.'’-]*|de|da|van|von|bin|al)){0,3})(?:\s*\([^()]{1,60}\))?\s*:\s+(?=\S)"
)
"""A speaker's name before what is said: "MARY ROE: ", "Mary Roe (mayor): ", ">> MARY: "."""

_CHANGE = re.compile(r"(?:>>+|[-–—])\s*(?=\S)")
"""Marks of another speaker, who may not be named."""

_BRACKETED = re.compile(r"[\[(][A-Z][^\])]{1,40}[\])]\s*(?=\S)")
"""A name before what is said, or a manner ("[Ada]", "(Laughs)"): it stays, whichever it is."""

_SOUND = re.compile(r"[\[(♪*][^\])]*[\])♪*]?|♪+")
"""A caption that is a sound: "[applause]", "(music)", "♪"."""

_PAUSE = 4.0
"""Seconds without a caption that end a paragraph."""

_LONG = 500
"""Characters from which a paragraph ends with its sentence."""

_ROLLING_SHARE = 0.2
"""The share of lines that repeat one of the two before them from which captions roll."""

_NO_WORDS = "There are no words in these subtitles: check the file, or paste the text."


@dataclass(frozen=True, slots=True)
class _Said:
    """What one person says in one caption: times in seconds; `turn` where another begins."""

    start: float
    end: float
    speaker: str | None
    text: str
    turn: bool


def parse(body: bytes, hints: Hints) -> Draft:
    """Read subtitles; raise ReadingError for a file without any."""
    blocks = first_blocks(_paragraphs(_without_repeats(list(_said(decode(body, hints.charset))))))
    if not blocks:
        raise ReadingError(_NO_WORDS)
    return Draft(blocks)


def _captions(text: str) -> Iterator[tuple[float, float, list[str]]]:
    """Yield the captions: when each begins and ends, in seconds, and its lines."""
    lines = re.split(r"\r\n|\r|\n", text)
    marks = [
        (number, found) for number, line in enumerate(lines) if (found := _TIMES.fullmatch(line))
    ]
    ends = [*(number for number, _ in marks), len(lines)][1:]
    for (number, times), end in zip(marks, ends, strict=True):
        shown: list[str] = []
        for line in lines[number + 1 : end]:
            if not line.strip():
                break  # what stands between a blank line and the next times is a number or a note
            shown.append(line)
        yield _seconds(times.groups()[:4]), _seconds(times.groups()[4:]), shown


def _seconds(parts: Iterable[str | None]) -> float:
    hours, minutes, seconds, fraction = (part or "0" for part in parts)
    return int(hours) * 3600 + int(minutes) * 60 + int(seconds) + int(fraction.ljust(3, "0")) / 1000


def _said(text: str) -> Iterator[_Said]:
    """Yield what is said, caption by caption; a line may begin another person's words."""
    for start, end, lines in _captions(text):
        for line in lines:
            pieces = _VOICE.split(line)
            for speaker, words in zip([None, *pieces[1::2]], pieces[::2], strict=True):
                shown = " ".join(unescape(_TAG.sub("", words)).replace("[br]", " ").split())
                label = None if speaker else _LABEL.match(shown)
                change = label or _CHANGE.match(shown)
                if change and not label and shown[change.end()].islower():
                    change = None  # a sentence that goes on after a dash
                shown = shown[change.end() :] if change else shown
                name = speaker or (label[1] if label else None)
                turn = bool(speaker or change or _BRACKETED.match(shown))
                if shown and not _SOUND.fullmatch(shown):
                    yield _Said(start, end, name, shown, turn=turn)


def _without_repeats(said: Sequence[_Said]) -> list[_Said]:
    """Leave out lines that stay on the screen while the next one comes, where many do so.

    Live captions roll like that; in others, who says the same twice is to be read twice.
    """
    texts = ["", "", *(piece.text for piece in said)]
    rolls = [piece.text in before for piece, before in zip(said, pairwise(texts), strict=False)]
    if sum(rolls) < _ROLLING_SHARE * len(said):
        return list(said)
    return [piece for piece, repeats in zip(said, rolls, strict=True) if not repeats]


def _paragraphs(said: Sequence[_Said]) -> Iterator[TextBlock]:
    """Join what one person says, up to a pause or, where it is long, the end of a sentence.

    What goes on after that has the speaker's name again, if it surely is one: another sentence may
    begin with a word and a colon.
    """
    turns = Counter(piece.speaker for piece in said if piece.turn)
    speaker: str | None = None
    words: list[str] = []
    end = 0.0
    for piece in said:
        text = " ".join(words)
        changes = piece.turn and piece.speaker != (speaker or "")
        is_long = len(text) > _LONG and ends_sentence(text)
        if words and (changes or is_long or piece.start - end > _PAUSE):
            yield _paragraph(speaker, text)
            words = []
            speaker = speaker if speaker and (turns[speaker] > 1 or speaker.isupper()) else None
        if piece.turn:
            speaker = piece.speaker
        words.append(piece.text)
        end = piece.end
    if words:
        yield _paragraph(speaker, " ".join(words))


def _paragraph(speaker: str | None, text: str) -> TextBlock:
    return paragraph(f"{speaker}: {text}" if speaker else text)
