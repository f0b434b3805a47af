"""How much of any document is read: everything that arrives may be hostile.

A limit that only one format has stands with its parser.
"""

from __future__ import annotations

MAX_BYTES = 20 * 1024 * 1024
"""Bytes of one file or page. An article with its pictures in a PDF is rarely over 10 MB."""

MAX_TEXT_BYTES = 4 * 1024 * 1024
"""Bytes of plain text or Markdown: several long books."""

MAX_PARAGRAPHS = 5_000
"""Paragraphs of an article; what follows is cut, with a warning."""

MAX_CHARACTERS = 500_000
"""Characters of an article, about 80,000 words; what follows is cut, with a warning."""

MAX_BLOCKS = 2 * MAX_PARAGRAPHS
"""Paragraphs, headings, captions and furniture that a parser's draft may hold."""

MAX_DRAFT_CHARACTERS = 2 * MAX_CHARACTERS
"""Characters that a parser's draft may hold: half may be furniture."""

MAX_CAPTIONS = 200
"""Captions of an article; a long gallery has fewer."""

MAX_TITLE = 300
"""Characters of a title, and of an author's or a publisher's name."""

PARSE_SECONDS = 20
"""Seconds of CPU time for parsing one document in a process apart. Nearly all take under one."""

WORKER_BYTES = 1024 * 1024 * 1024
"""Bytes of memory for the process that parses them (enforced on Linux)."""
