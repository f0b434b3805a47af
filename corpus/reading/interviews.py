"""Interviews in print: what was asked is context for the reply, and no answer itself.

Questions are told by how they are set, in any language: as a line in bold type that ends in a
question mark, or as the turns of a speaker who asks nearly always ("The Post: When …?").
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from corpus.reading.draft import BlockKind, TextBlock, heading

_ASKS = re.compile(r"[?？؟][\"'”’»)\]]*$")  # noqa: RUF001 - other scripts' question marks

_SPEAKER = re.compile(r"([^\W\d_][^:：.!?\n]{0,40})[:：]\s*\S")  # noqa: RUF001
"""Who speaks, at the beginning of a turn."""

_LEAST_TURNS = 2
_ASKING_SHARE = 0.7
"""A speaker with so many turns, such a share of them questions, asks for the paper."""


def asks(text: str) -> bool:
    """Tell whether a text ends in a question mark."""
    return _ASKS.search(text.rstrip()) is not None


def with_questions_as_headings(blocks: Sequence[TextBlock]) -> list[TextBlock]:
    """Make headings of the turns of those who only ask, so that they stand over the replies."""
    speakers = [_speaker(block) for block in blocks]
    turns = Counter(filter(None, speakers))
    questions = Counter(
        speaker
        for speaker, block in zip(speakers, blocks, strict=True)
        if speaker and asks(block.text)
    )
    interviewers = {
        speaker
        for speaker, count in turns.items()
        if count >= _LEAST_TURNS and questions[speaker] >= _ASKING_SHARE * count
    }
    if not interviewers or interviewers == turns.keys():  # nobody replies
        return list(blocks)
    return [
        heading(block.text) if speaker in interviewers else block
        for speaker, block in zip(speakers, blocks, strict=True)
    ]


def _speaker(block: TextBlock) -> str | None:
    match = _SPEAKER.match(block.text) if block.kind is BlockKind.PARAGRAPH else None
    return match[1].casefold() if match else None
