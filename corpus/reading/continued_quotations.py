"""Quotations that run over several paragraphs.

Newspapers open each paragraph of a long quotation with a mark and close only the last one
(Chicago Manual of Style, 13.32); some leave the later opening marks out.
"""

from __future__ import annotations

from collections.abc import Iterable

_CLOSING = {
    '"': '"',
    "“": "”",
    "„": "“”",
    "«": "»",
    "»": "«",
    "‘": "’",
    "「": "」",
    "『": "』",
}
"""Each opening mark, and the marks that may close it."""


def continued(paragraphs: Iterable[str]) -> list[bool]:
    """Tell of each paragraph whether it begins inside a quotation that an earlier one opened."""
    result: list[bool] = []
    opened: str | None = None
    for text in paragraphs:
        resumes = opened is not None and text.startswith(opened)
        goes_on = opened is not None and not resumes and _closes_first(text, opened)
        result.append(resumes or goes_on)
        opened = _left_open(text, opened if goes_on else None)
    return result


def _closes_first(text: str, opened: str) -> bool:
    """Tell whether the quotation's closing mark comes before any opening one.

    A mark that both opens and closes can only be told by what stands before it.
    """
    for position, mark in enumerate(text):
        if mark in _CLOSING[opened] and _closes(text, position):
            return position > 0 and not text[position - 1].isspace()
        if mark in _CLOSING and not _is_apostrophe(text, position):
            return False
    return False


def _left_open(text: str, opened: str | None) -> str | None:
    """Return the mark of the quotation that is still open at the paragraph's end."""
    for position, mark in enumerate(text):
        if opened is None:
            if mark in _CLOSING and not _is_apostrophe(text, position):
                opened = mark
        elif mark in _CLOSING[opened] and _closes(text, position):
            opened = None
    return opened


def _closes(text: str, position: int) -> bool:
    """Tell a closing mark from an apostrophe: no letter follows it."""
    return text[position] != "’" or not text[position + 1 : position + 2].isalnum()


def _is_apostrophe(text: str, position: int) -> bool:
    """Tell a mark inside a word or after a number (5'10") from an opening one."""
    return position > 0 and text[position - 1].isalnum()
