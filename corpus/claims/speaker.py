"""Who makes a claim, as far as the article tells."""

from __future__ import annotations

from dataclasses import dataclass

from corpus.claims.people import Named


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who makes a claim: a name and a role, each the article's own words, None where not told."""

    name: str | None = None
    role: str | None = None
    person: Named | None = None


NOBODY = Speaker()


def of_person(person: Named | None) -> Speaker:
    """Return the speaker that a person of the article is; nobody for None."""
    return Speaker(person.name, person.role, person) if person else NOBODY
