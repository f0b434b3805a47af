"""Word pieces: how every text is cut before the encoder reads it."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from tokenizers import Tokenizer

BEGIN, END = "[CLS]", "[SEP]"
"""The special pieces at the ends of a text, as BERT was trained with them."""


@cache
def load_tokenizer(folder: Path) -> Tokenizer:
    """Give the tokenizer in a model's folder, with neither truncation nor padding."""
    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return tokenizer


def number_of(tokenizer: Tokenizer, piece: str) -> int:
    """Give a piece's number; raises KeyError where the tokenizer has no such piece."""
    number = tokenizer.token_to_id(piece)
    if number is None:
        raise KeyError(piece)
    return int(number)


def readable(text: str) -> str:
    """Put "?" for each lone surrogate, which no tokenizer can read; the length stays the same."""
    if text.isascii():
        return text
    return "".join("?" if "\ud800" <= letter <= "\udfff" else letter for letter in text)
