# ruff: noqa: SIM905 - long lists of words read better as text
"""English words by which a kind of answer is known."""

from __future__ import annotations

DATES = frozenset(
    """
    january february march april may june july august september october november december jan feb
    mar apr jun jul aug sep sept oct nov dec monday tuesday wednesday thursday friday saturday
    sunday today yesterday tomorrow tonight morning afternoon evening night week weekend month
    year decade century spring summer autumn winter fall midnight noon
    """.split()
)

PLACE_PREPOSITIONS = frozenset(
    """
    in at from near to outside across through throughout into
    """.split()
)

REASONS = frozenset(
    """
    because since due reason reasons cause caused causes therefore thus led result results
    resulting owing order so allow allows prevent avoid after
    """.split()
)

CURRENCIES = frozenset(
    """
    dollar dollars euro euros pound pounds cent cents ruble rubles rouble roubles hryvnia yen yuan
    rupee rupees franc francs
    """.split()
)
