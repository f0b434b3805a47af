"""Read a question and a paragraph together: does it answer, and with which of its words."""

from corpus.answering.reader.reader import Reader, Reading
from corpus.answering.reader.windows import best_window

__all__ = ["Reader", "Reading", "best_window"]
