"""A server's whole library as one file: to keep, or to take to another server or database."""

from corpus.library.archive.exporting import export_library
from corpus.library.archive.importing import Imported, import_library

__all__ = ["Imported", "export_library", "import_library"]
