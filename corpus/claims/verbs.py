"""The verbs that attribute: what stance each one takes, and every form it is written in.

The list is our own. A verb stands under the stance it takes when nothing else in the sentence
changes it; negation, modal verbs and what is said do that in `stance.py`.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum, auto
from typing import NamedTuple

from corpus.claims.claim import Stance
from corpus.claims.words import word_set

VERBS: dict[Stance, str] = {
    Stance.ASSERTS: """
        accuse acknowledge add admit advise affirm agree allege announce answer argue assert assure
        attest attribute aver blame boast brag call caution charge chide claim clarify comment
        complain concede conclude confess confide confirm contend continue counter criticise criticize
        declare decry demonstrate denounce describe detail determine disclose discover elaborate
        emphasise emphasize explain exclaim express find highlight hint inform insist interject joke know
        lament learn maintain mention mock muse mutter note observe opine outline posit praise
        preach proclaim protest quip read reaffirm realise realize reason recall recount reiterate relate
        relay remark remember remind repeat reply report respond retort reveal rule say scoff see shout show
        signal slam state stipulate stress teach tell testify tout tweet underline underscore voice
        volunteer warn whisper write""",
    Stance.BELIEVES: """
        anticipate assume believe bet calculate consider deem envision estimate expect fear feel
        forecast foresee guess hope imagine judge predict project reckon see suppose suspect think
        worry""",
    Stance.HEDGES: "imply indicate speculate suggest theorise theorize",
    Stance.DOUBTS: "challenge doubt question",
    Stance.DENIES: "contradict deny disavow dismiss dispute rebut rebuff refute reject repudiate",
    Stance.DECLINES: "decline refuse",
    Stance.ASKS: "ask inquire wonder",
    Stance.PROMISES: "guarantee pledge promise swear threaten vow",
    Stance.DEMANDS: """
        demand encourage exhort implore instruct order petition plead propose recommend request
        urge""",
}
"""Base forms."""

STANCES = {verb: stance for stance, verbs in VERBS.items() for verb in verbs.split()}

PHRASAL: dict[str, Stance] = {
    "appeal for": Stance.DEMANDS,
    "ask for": Stance.DEMANDS,
    "appeal to": Stance.DEMANDS,
    "call for": Stance.DEMANDS,
    "call on": Stance.DEMANDS,
    "commit to": Stance.PROMISES,
    "point out": Stance.ASSERTS,
    "point to": Stance.ASSERTS,
    "insist on": Stance.DEMANDS,
    "press for": Stance.DEMANDS,
    "rule out": Stance.DENIES,
}
"""Verbs that mean something else, or attribute at all, only with the word after them."""

IRREGULAR_PAST: dict[str, str] = {
    "bet": "bet",
    "feel": "felt",
    "find": "found",
    "forecast": "forecast",
    "foresee": "foresaw",
    "know": "knew",
    "read": "read",
    "say": "said",
    "see": "saw",
    "swear": "swore",
    "teach": "taught",
    "tell": "told",
    "think": "thought",
    "write": "wrote",
}

IRREGULAR_PARTICIPLE: dict[str, str] = {
    "foresee": "foreseen",
    "know": "known",
    "see": "seen",
    "show": "shown",
    "swear": "sworn",
    "write": "written",
}

DOUBLES_LAST = word_set("admit bet brag commit quip rebut slam")
"""Verbs that double their last letter before -ed and -ing."""


class Form(Enum):
    """How a verb is inflected; PAST is also the participle where the two look alike."""

    BASE = auto()
    PRESENT = auto()
    PAST = auto()
    PARTICIPLE = auto()
    ING = auto()


class Inflected(NamedTuple):
    """A verb form as met in a text: its base form and its inflection."""

    verb: str
    form: Form


def inflect(verb: str) -> Iterator[tuple[str, Form]]:
    """Give every form of `verb`, by the spelling rules of English and the tables above."""
    yield verb, Form.BASE
    yield _third_person(verb), Form.PRESENT
    stem = verb + verb[-1] if verb in DOUBLES_LAST else verb
    yield (stem[:-1] if verb.endswith("e") and verb[-2] not in "eo" else stem) + "ing", Form.ING
    if verb in IRREGULAR_PARTICIPLE:
        yield IRREGULAR_PARTICIPLE[verb], Form.PARTICIPLE
    yield IRREGULAR_PAST.get(verb) or _regular_past(stem), Form.PAST


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


FORMS: dict[str, Inflected] = {
    form: Inflected(verb, kind)
    for verb in {**STANCES, **{phrase.split()[0]: None for phrase in PHRASAL}}
    for form, kind in inflect(verb)
}
"""Every form of every verb, in lower case; of phrasal ones the verb alone."""


def phrasal(verb: str, following: str) -> str:
    """Give `verb` with the word that follows it if the two make a phrasal verb, else as it is."""
    phrase = f"{verb} {following}"
    return phrase if phrase in PHRASAL else verb


def stance_of(verb: str) -> Stance | None:
    """Give the stance a verb, phrasal or not, takes by itself; None where it attributes nothing."""
    return PHRASAL.get(verb) or STANCES.get(verb)
