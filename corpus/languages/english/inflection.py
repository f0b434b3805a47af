"""How English verbs are inflected, by the rules of spelling and a table of irregular forms."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum, auto


class Form(Enum):
    """How a verb is inflected; PAST is also the participle where the two look alike."""

    BASE = auto()
    PRESENT = auto()
    PAST = auto()
    PARTICIPLE = auto()
    ING = auto()


@dataclass(frozen=True, slots=True)
class Inflections:
    """The forms of verbs: `past` and `participle` are irregular ones by base form.

    `doubling` are the verbs that double their last letter before -ed and -ing.
    """

    past: Mapping[str, str]
    participle: Mapping[str, str]
    doubling: frozenset[str]

    def of(self, verb: str) -> Iterator[tuple[str, Form]]:
        """List every form of a verb, given in its base form."""
        yield verb, Form.BASE
        yield _third_person(verb), Form.PRESENT
        stem = verb + verb[-1] if verb in self.doubling else verb
        yield (stem[:-1] if verb.endswith("e") and verb[-2] not in "eo" else stem) + "ing", Form.ING
        if verb in self.participle:
            yield self.participle[verb], Form.PARTICIPLE
        yield self.past.get(verb) or _regular_past(stem), Form.PAST


def _third_person(verb: str) -> str:
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return verb[:-1] + "ies"
    return verb + ("es" if verb.endswith(("s", "x", "z", "ch", "sh")) else "s")


def _regular_past(stem: str) -> str:
    if stem.endswith("e"):
        return stem + "d"
    if stem.endswith("y") and stem[-2] not in "aeiou":
        return stem[:-1] + "ied"
    return stem + "ed"
