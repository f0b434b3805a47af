"""The simple finder: attributions by rules of English news style, without a parser.

It knows quotations with a speaker beside them, reported speech ("X said that …", "X has denied …"),
and "according to X". It would rather miss an attribution than make a wrong one.
"""

from corpus.claims.simple.finder import SimpleFinder

__all__ = ["SimpleFinder"]
