"""The other side of what an answer shows: who denies it, whose figures differ."""

from corpus.contradictions.other_side import Compared, compare, with_other_sides

__all__ = ["Compared", "compare", "with_other_sides"]
