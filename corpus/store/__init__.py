"""The database: articles, claims and settings of every server. Only here is SQL spoken."""

from corpus.store.limits import refuse_unstorable
from corpus.store.records import Entry, Saved, Snapshot
from corpus.store.store import Store

__all__ = ["Entry", "Saved", "Snapshot", "Store", "refuse_unstorable"]
