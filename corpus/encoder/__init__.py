"""The small encoder that labels words: what finding claims and reading answers share."""

from corpus.encoder.network import MODEL, Logits, Network, Pieces
from corpus.encoder.pieces import BEGIN, END, load_tokenizer, number_of, readable

__all__ = [
    "BEGIN",
    "END",
    "MODEL",
    "Logits",
    "Network",
    "Pieces",
    "load_tokenizer",
    "number_of",
    "readable",
]
