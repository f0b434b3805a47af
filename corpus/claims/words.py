"""The small words of English by which a sentence is read without a parser, in lower case."""

from __future__ import annotations


def word_set(words: str) -> frozenset[str]:
    """Give the words of a list that is written as plain text."""
    return frozenset(words.split())


DETERMINERS = word_set(
    """
    the a an this that these those its his her their our my your some many several most all
    both no any each every another other two three four five six seven eight nine ten dozens
    hundreds few
    """
)
PREPOSITIONS = word_set(
    """
    in on at for by with from to of about against during after before under over into
    through without within near since until amid among between despite like via per
    """
)
PRONOUNS = word_set("he she they it we i you")
AUXILIARIES = word_set(
    """
    is are was were be been being am has have had having do does did will would could can
    may might must should shall isn't aren't wasn't weren't hasn't haven't hadn't don't
    doesn't didn't won't wouldn't couldn't can't cannot
    """
)
NEGATIONS = word_set(
    """
    not never neither nor cannot isn't aren't wasn't weren't hasn't haven't hadn't don't
    doesn't didn't won't wouldn't couldn't can't
    """
)
SUBORDINATORS = word_set(
    """
    that while when as because if although though where whether unless than what how why
    whereas once after before since until
    """
)
RELATIVES = word_set("who whom whose which")
CONJUNCTIONS = word_set("and but or yet nor")
ADVERBS = word_set(
    """
    also later earlier again then still just now once already often never ever always even
    too today yesterday tomorrow instead meanwhile however so far further longer soon thus
    therefore perhaps
    """
)
OPENERS = word_set(
    """
    and but yet so still however meanwhile moreover nevertheless nonetheless instead indeed
    also later earlier then now today yesterday separately similarly additionally
    furthermore overall
    """
)
"""What may stand before the first noun phrase of a sentence without being part of it."""

DAYS = word_set("monday tuesday wednesday thursday friday saturday sunday")
MONTHS = word_set(
    """
    january february march april may june july august september october november december
    feb aug sept sep oct nov dec
    """
)
DASHES = word_set("- -- --- – —")
CLOSERS = word_set(", ; : ( ) [ ] . ! ? … • * |") | DASHES
"""Marks at which a phrase ends."""
