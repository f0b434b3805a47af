import json

from tests.corpus.claims.rules import find_claims

from corpus.library.store.packed import PackedClaims, pack

TEXT = "“The light failed,” said Olga Brandt, the keeper, on Tuesday. She may not say more."


def test_claims_come_back_as_they_were_packed() -> None:
    claims = find_claims(TEXT)
    assert list(PackedClaims(pack(claims))) == claims
    assert claims[0].when == "on Tuesday"


def test_claims_packed_before_when_and_where_were_known_can_still_be_read() -> None:
    fields = json.loads(pack(find_claims(TEXT)))
    for claim in fields:
        del claim["when"], claim["where"], claim["stance_words"]
    first = PackedClaims(json.dumps(fields))[0]
    assert (first.source, first.when, first.stance_words) == ("Olga Brandt", None, ())
