"""The small encoder that labels words: what finding claims and reading answers share."""

from corpus.encoder.network import MODEL, Logits, Network, Pieces
from corpus.encoder.tokenizer import BEGIN, END, Piece, Tokenizer, load_tokenizer

__all__ = [
    "BEGIN",
    "END",
    "MODEL",
    "Logits",
    "Network",
    "Piece",
    "Pieces",
    "Tokenizer",
    "load_tokenizer",
]
