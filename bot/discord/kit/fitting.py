"""Making text fit a card: cut at a sentence, or else at a word, never in the middle of one.

What is read together stays on one line, on a phone's short lines too: "26 October 2024", "¶ 7".
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from bot.discord.kit.limits import MOST_TEXT
from bot.discord.kit.quoting import harmless, in_one_line, marked
from corpus.article import Span
from corpus.languages.english import sentences

BYTES_PER_CHARACTER = 2.5
"""Discord limits a message's text in bytes too; text with this many for each character fits."""

ROOM = MOST_TEXT - 100
"""What all texts of a card may cost together; the rest is for the bytes that each text adds."""

ROOM_FOR_TITLE = 300
"""What a title may cost. Ten of them fit on a card, with a short line for each."""

ROOM_FOR_LISTED_TITLE = 90
"""What a title may cost where several stand in a list, each with a sentence or two."""

NO_BREAK = "\u00a0"
"""The space at which no line ends."""

DOT = f" ·{NO_BREAK}"
"""Between the facts of a line. Where the line must end there, the dot begins the next one."""

CUT_MARK = f"{NO_BREAK}…"
"""What a text ends with that was cut; it never stands alone on a line."""


def unbroken(text: str) -> str:
    """Write a few words so that they stay on one line."""
    return text.replace(" ", NO_BREAK)


def paragraph_mark(number: int) -> str:
    """Write the number of a paragraph, from 1: "¶ 7"."""
    return unbroken(f"¶ {number}")


def cost(markdown: str) -> int:
    """Return what a text takes of a card's room: its characters, or more where its bytes are many."""
    return max(len(markdown), int(len(markdown.encode(errors="replace")) / BYTES_PER_CHARACTER) + 1)


def fitted(
    text: str,
    room: int,
    *,
    terms: Sequence[Span] = (),
    answer: Span | None = None,
    start: int = 0,
    end: int | None = None,
) -> str:
    """Write `text[start:end]`, its terms and answer marked, so that it costs `room` at most.

    A text that was cut ends with "…". It is never empty: of one endless word the beginning is shown.
    """
    end = len(text) if end is None else end

    def written(upto: int) -> str:
        return marked(text, terms, start, upto, answer=answer)

    whole = written(end) if end - start <= room else None
    if whole is not None and cost(whole) <= room:
        return whole
    room -= len(CUT_MARK)
    last = _fitting_end(written, start, min(end, start + room), room)
    return written(_good_end(text, start, last)) + CUT_MARK


def pieces(text: str, room: int) -> list[Span]:
    """Divide a text at sentences, or else at words, into pieces that cost `room` at most each."""
    spans: list[Span] = []
    start = 0
    while start < len(text):
        end = _fitting_end(
            partial(marked, text, (), start), start, min(len(text), start + room), room
        )
        if end < len(text):
            end = _good_end(text, start, end)
        spans.append((start, end))
        start = end
        while start < len(text) and text[start].isspace():
            start += 1
    return spans


def fitted_line(text: str, room: int) -> str:
    """Write a text on one line, so that it costs `room` at most."""
    line = " ".join(text.split())
    whole = in_one_line(line) if len(line) <= room else None
    if whole is not None and cost(whole) <= room:
        return whole
    last = _fitting_end(partial(marked, line, (), 0), 0, min(len(line), room), room - len(CUT_MARK))
    beginning = line[:last].rpartition(" ")[0] or line[:last]
    return harmless(beginning.rstrip(",;:—- ")) + CUT_MARK


def _fitting_end(written: Callable[[int], str], start: int, end: int, room: int) -> int:
    """Shorten a piece until it fits, each time by as many characters as it costs too much.

    `written` writes the piece up to an end as it will be shown.
    """
    while end > start + 1 and (price := cost(written(end))) > room:
        end = min(end - 1, start + max(1, (end - start) * room // price))
    return end


def _good_end(text: str, start: int, end: int) -> int:
    """Find the end of the last whole sentence before `end`, or else of the last whole word."""
    ends = [sentence_end for _, sentence_end in sentences(text[start:end])]
    whole = ends[:-1]  # the last sentence may be cut itself
    if whole:
        return start + whole[-1]
    space = text.rfind(" ", start + 1, end)
    return space if space > start else end
