"""The database: articles, claims and settings of every server. SQL is written only here."""

from corpus.library.store.limits import refuse_unstorable
from corpus.library.store.records import BroughtBack, Entry, RemovedEntry, Saved, Snapshot
from corpus.library.store.store import Store

__all__ = [
    "BroughtBack",
    "Entry",
    "RemovedEntry",
    "Saved",
    "Snapshot",
    "Store",
    "refuse_unstorable",
]
