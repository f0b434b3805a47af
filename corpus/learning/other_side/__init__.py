"""Small articles in which one source is against another, and what only seems to be against it."""

from corpus.learning.other_side.cases import OPEN, Case, read_cases

__all__ = ["OPEN", "Case", "read_cases"]
