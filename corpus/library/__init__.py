"""Many servers' articles: kept in a database, answered from memory, taken out as one file."""

from corpus.library.library import Library

__all__ = ["Library"]
