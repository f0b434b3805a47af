"""Shares' symbols behind firms' names are no part of the names, and nobody's."""

import pytest

from corpus import find_claims


@pytest.mark.parametrize(
    ("text", "owners"),
    [
        ("Tesmar Steel TSM.L said it would close two mills.", ["Tesmar Steel"]),
        ("Orbix (ORBX.O) said it had lost a client.", ["Orbix"]),
        ("The suit was brought by Brill Foods BRL.N, which said it paid $9 million.", [None]),
        ("Kestrel Air KSTA.DE, which denied it owed fees, fell 3%.", [None]),
        ("The U.S. Navy said it had lost a boat.", ["The U.S. Navy"]),
    ],
)
def test_a_symbol_is_no_part_of_a_name(text: str, owners: list[str | None]) -> None:
    assert [claim.source for claim in find_claims(text)] == owners
