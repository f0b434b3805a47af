"""BM25 over the paragraphs of a corpus: the formula of rank-bm25, kept in NumPy arrays."""

from corpus.index.index import Index, Match
from corpus.index.numbered_terms import NumberedTerms

__all__ = ["Index", "Match", "NumberedTerms"]
