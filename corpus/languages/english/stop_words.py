"""English words too common to tell one paragraph from another."""

from __future__ import annotations

STOP_WORDS = frozenset(
    """
    a an the
    i me my mine myself we us our ours ourselves you your yours yourself yourselves
    he him his himself she her hers herself it its itself they them their theirs themselves
    this that these those there here
    who whom whose which what when where why how
    am is are was were be been being have has had having do does did doing done
    will would shall should can could may might must ought cannot
    isnt arent wasnt werent hasnt havent hadnt dont doesnt didnt wont wouldnt shant shouldnt
    cant couldnt mightnt mustnt
    about above across after against along among around as at before behind below beneath beside
    between beyond but by despite down during except for from in inside into like near of off on
    onto out outside over past per since than through throughout to toward towards under until up
    upon via with within without
    and or nor if then else so because while though although whether yet
    not no any some such own same too very just also only ever even
    tell please
    """.split()
)
"""Articles, pronouns, question words, auxiliaries, prepositions, conjunctions and small adverbs.

Folded as `corpus.languages.english.forms` folds them, so "don't" stands as "dont". A question is
asked without them unless it has nothing else.
"""

MEASURES = frozenset(
    "many much few little long often old young far big large small high tall deep wide fast quickly "
    "soon heavy hot cold".split()
)
"""After "how" these only ask for a number or a degree, and stand in no answer: "how many troops"."""
