"""Making text fit a card: cut at a sentence, or else at a word, never in the middle of one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from bot.cards.unbroken import NO_BREAK
from bot.limits import MOST_TEXT
from bot.quoting import harmless, in_one_line, marked
from corpus.article import Span
from corpus.languages.english import sentences

BYTES_PER_CHARACTER = 2.5
"""Discord bounds a message's text in bytes too, which this many a character stays within."""

ROOM = MOST_TEXT - 100
"""What a card's texts may cost together; the rest is slack for the bytes that each text adds."""

CUT = f"{NO_BREAK}…"
"""What a text ends with that was cut; it never stands alone on a line."""


def cost(markdown: str) -> int:
    """Give what a text takes of a card's room: its characters, or its bytes where they are many."""
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
    """Write `text[start:end]`, its terms and answer marked, as long as it costs `room` at most.

    Cut, it ends with "…". A cut piece is never empty: of one endless word the beginning is shown.
    """
    end = len(text) if end is None else end

    def written(upto: int) -> str:
        return marked(text, terms, start, upto, answer=answer)

    whole = written(end) if end - start <= room else None
    if whole is not None and cost(whole) <= room:
        return whole
    room -= len(CUT)
    stop = _fitting_end(written, start, min(end, start + room), room)
    return written(_good_end(text, start, stop)) + CUT


def pieces(text: str, room: int) -> list[Span]:
    """Divide a text at sentences, or else at words, into pieces that cost `room` at most each."""
    found: list[Span] = []
    start = 0
    while start < len(text):
        end = _fitting_end(
            partial(marked, text, (), start), start, min(len(text), start + room), room
        )
        if end < len(text):
            end = _good_end(text, start, end)
        found.append((start, end))
        start = end
        while start < len(text) and text[start].isspace():
            start += 1
    return found


def fitted_line(text: str, room: int) -> str:
    """Write a text on one line, as long as it costs `room` at most."""
    line = " ".join(text.split())
    whole = in_one_line(line) if len(line) <= room else None
    if whole is not None and cost(whole) <= room:
        return whole
    stop = _fitting_end(partial(marked, line, (), 0), 0, min(len(line), room), room - len(CUT))
    cut = line[:stop].rpartition(" ")[0] or line[:stop]
    return harmless(cut.rstrip(",;:—- ")) + CUT


def _fitting_end(written: Callable[[int], str], start: int, end: int, room: int) -> int:
    """Shorten a piece until it fits, each time by as much as it costs too much.

    `written` gives the piece up to an end as it will be shown.
    """
    while end > start + 1 and (price := cost(written(end))) > room:
        end = min(end - 1, start + max(1, (end - start) * room // price))
    return end


def _good_end(text: str, start: int, end: int) -> int:
    """Find the end of the last whole sentence before `end`, or else of the last whole word."""
    found = [sentence_end for _, sentence_end in sentences(text[start:end])]
    whole = found[:-1]  # the last may be cut itself
    if whole:
        return start + whole[-1]
    space = text.rfind(" ", start + 1, end)
    return space if space > start else end
