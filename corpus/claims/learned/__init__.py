"""The learned claim finder: a small encoder tags cues, and each cue's source and content."""

from corpus.claims.learned.finder import LearnedFinder

__all__ = ["LearnedFinder"]
