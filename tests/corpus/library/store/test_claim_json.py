import json

from corpus.claims.resolution import Resolution
from corpus.library.store.claim_json import StoredClaims, claims_as_json
from tests.corpus.claims.marked import find_marked

CLAIMS = find_marked(
    "{x1:“The light failed,”} {c1:said} {s1:Olga Brandt, the keeper}, on Tuesday. "
    "{s2:She} {c2:may not say} {x2:more}."
)


def test_claims_come_back_as_they_were_packed() -> None:
    assert list(StoredClaims(claims_as_json(CLAIMS))) == CLAIMS
    assert CLAIMS[0].when == "on Tuesday"
    assert CLAIMS[1].resolution is Resolution.ONLY_PERSON


def test_claims_packed_before_when_and_where_were_known_can_still_be_read() -> None:
    fields = json.loads(claims_as_json(CLAIMS))
    for claim in fields:
        del claim["when"], claim["where"], claim["stance_words"], claim["resolution"]
    first = StoredClaims(json.dumps(fields))[0]
    assert (first.source, first.when, first.stance_words) == ("Olga Brandt", None, ())
    assert first.resolution is None
