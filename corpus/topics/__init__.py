"""Who says what about a topic, over all articles and in the order of time."""

from corpus.topics.asked import claims_asked_for
from corpus.topics.finding import articles_about, claims_about
from corpus.topics.placed import PlacedClaim
from corpus.topics.timeline import timeline

__all__ = ["PlacedClaim", "articles_about", "claims_about", "claims_asked_for", "timeline"]
