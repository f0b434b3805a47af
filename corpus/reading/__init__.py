"""Whatever a moderator hands over → Article: a web address, a file, or pasted text."""

from corpus.reading.loading import (
    Loaded,
    load_bytes,
    load_file,
    load_source,
    load_text,
    load_url,
    read,
)
from corpus.reading.original import Original

__all__ = [
    "Loaded",
    "Original",
    "load_bytes",
    "load_file",
    "load_source",
    "load_text",
    "load_url",
    "read",
]
