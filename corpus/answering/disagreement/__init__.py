"""Where sources contradict one another: who denies what, and whose figures differ."""

from corpus.answering.disagreement.pairs import disagreements
from corpus.answering.disagreement.shown import contradiction_in

__all__ = ["contradiction_in", "disagreements"]
