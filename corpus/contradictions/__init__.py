"""The other side of what an answer shows: who denies it, whose figures differ."""

from corpus.contradictions.other_side import disagreements, with_other_sides

__all__ = ["disagreements", "with_other_sides"]
