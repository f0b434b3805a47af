"""Whatever a moderator hands over → Article: a web address, a file, or pasted text."""

from corpus.reading.loading import (
    LoadedArticle,
    load_bytes,
    load_file,
    load_file_or_url,
    load_text,
    load_url,
    read,
)
from corpus.reading.offered import FeedOfferedError
from corpus.reading.original import Original

__all__ = [
    "FeedOfferedError",
    "LoadedArticle",
    "Original",
    "load_bytes",
    "load_file",
    "load_file_or_url",
    "load_text",
    "load_url",
    "read",
]
