"""Rich text (.rtf): Microsoft's Rich Text Format, version 1.9.1."""

from __future__ import annotations

from corpus.reading.format import Format

RTF = Format(
    label=".rtf",
    endings=(".rtf",),
    media_types=("application/rtf", "text/rtf"),
    parser="corpus.reading.formats.rtf.parser",
    has_magic_mark=lambda body: body.startswith(b"{\\rt"),
    trusts_name=False,
)
