"""What may follow each verb of saying for it to attribute something.

A verb in neither list attributes only with "that", "whether" and the like, or a quotation: "she
added that it rained" is a claim, "she added sugar" is none.
"""

from __future__ import annotations

from corpus.claims.words import word_set

BARE_CLAUSE = word_set(
    """
    acknowledge admit allege argue assert assume believe bet claim concede contend estimate
    fear feel figure guess hope insist know maintain note predict reckon say suggest suspect
    tell think warn worry
    """
)
"""Verbs that take a clause without "that": "she said it rained"."""

ANYTHING = word_set(
    """
    accuse acknowledge announce anticipate blame caution challenge confirm
    contradict criticise criticize decline demand denounce deny describe dismiss dispute
    doubt encourage estimate expect express fear forecast guarantee imply insist maintain
    note oppose petition pledge praise predict promise propose question rebuff rebut
    recommend refuse refute reiterate reject report repudiate request suggest suspect swear
    tell threaten urge voice vow warn
    """
)
"""Verbs whose object is itself what is claimed: "she denied the charge", "she vowed to go on"."""

TAKES_HEARER = word_set(
    """
    advise ask assure caution inform instruct order promise remind teach tell urge warn
    """
)
"""Verbs that may name who is spoken to before what is said: "told Reuters that"."""

TAKES_NOUN = frozenset(["express", "voice", "reiterate", "repeat"])
"""Verbs that may say what they do with a noun: "expressed fears that"."""

INVERTS = word_set(
    """
    add admit advise agree announce answer argue ask assert boast caution claim comment
    complain conclude confess continue declare exclaim explain insist joke lament muse note
    observe opine quip read recall remark reply report respond retort say shout state
    suggest tweet vow warn wonder write
    """
)
"""Verbs that may stand before their subject: "…," said Ruiz."""
