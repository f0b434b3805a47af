"""Where sources contradict one another: who denies what, and whose figures differ."""

from corpus.contradictions.pairs import disagreements
from corpus.contradictions.shown import contradiction_in

__all__ = ["contradiction_in", "disagreements"]
