"""Who makes a claim, as far as the article tells."""

from __future__ import annotations

from dataclasses import dataclass

from corpus.claims.people import Named
from corpus.claims.resolution import Resolution


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who makes a claim: a name and a role, each the article's own words, None where not told.

    `resolution` is how the name was found, `chance`, from 0 to 1, how likely it is the right one.
    """

    name: str | None = None
    role: str | None = None
    person: Named | None = None
    resolution: Resolution = Resolution.AS_WORDED
    chance: float = 1.0


NO_SOURCE = Speaker(resolution=Resolution.NO_SOURCE)
UNCLEAR = Speaker(resolution=Resolution.UNCLEAR)


def of_person(person: Named, resolution: Resolution) -> Speaker:
    """Return the speaker that a person of the article is."""
    return Speaker(person.name, person.role, person, resolution)
