"""What a document holds and a parser cannot read, as a sentence for the moderator."""

from __future__ import annotations

from collections.abc import Mapping


def not_read(counts: Mapping[str, int]) -> tuple[str, ...]:
    """Return the sentence that names what was not read ("2 charts"), or nothing."""
    named = [f"{count} {kind}{'s' * (count > 1)}" for kind, count in counts.items() if count]
    return (f"Words in it that were not read: {', '.join(named)}.",) if named else ()
