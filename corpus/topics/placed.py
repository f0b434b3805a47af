"""A claim with where it stands."""

from __future__ import annotations

from typing import NamedTuple

from corpus.article import Article
from corpus.claims import Claim


class PlacedClaim(NamedTuple):
    """A claim, its article and the number of its paragraph, from 1.

    `changed_from` is what its source said of the same thing in an earlier article, if that was
    something else.
    """

    claim: Claim
    article: Article
    paragraph: int
    changed_from: PlacedClaim | None = None
