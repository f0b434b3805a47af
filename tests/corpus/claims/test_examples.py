"""Who, role, relays, stance, when and where of our annotated examples, the attributions given."""

from pathlib import Path

import pytest

from corpus.claims import Claim, find_claims
from tests.corpus.claims.annotated import AnnotatedFinder, Example, Expected, examples, order

EXAMPLES = examples()

Said = tuple[object, ...]


def told(claim: Claim) -> Said:
    told_of = claim.source, claim.role, claim.relays, claim.stance.value
    return claim.spans.content, *told_of, claim.when, claim.where, claim.quoted


def expected(claim: Expected) -> Said:
    told_of = claim.who, claim.role, claim.relays, claim.stance.value
    return claim.content, *told_of, claim.when, claim.where, claim.quoted


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.name)
def test_an_example_is_understood_as_annotated(example: Example) -> None:
    claims = find_claims(example.text, AnnotatedFinder(example))
    found = sorted(claims, key=lambda claim: order(claim.spans.content))
    assert [told(claim) for claim in found] == [expected(claim) for claim in example.claims]


def test_there_are_examples_enough_each_under_its_own_name() -> None:
    assert len({example.name for example in EXAMPLES}) == len(EXAMPLES) >= 150


@pytest.mark.parametrize(
    ("lines", "reason"),
    [
        ("> Bo | said | it sank | Bo | asserts | role: Captain", "not in the text: 'Captain'"),
        ("> Bo | said | it sunk | Bo | asserts", "not in the text: 'it sunk'"),
        ("> it sank | said | it sank | Bo | asserts", "only within its content: 'it sank'"),
        ("> Bo | said | it sank#2 | Bo | asserts", "not in the text: 'it sank#2'"),
        ("> Bo | said | it sank | Bo | mutters", "'mutters' is not a valid Stance"),
        ("> Bo | said | it sank | Bo | asserts | rolle: Bo", "no such field: 'rolle: Bo'"),
        ("> Bo | said | it sank", "not enough values"),
    ],
)
def test_a_wrong_annotation_is_refused_by_name(tmp_path: Path, lines: str, reason: str) -> None:
    (tmp_path / "sea.txt").write_text(f"== a boat\nBo said it sank.\n\n{lines}\n", "utf-8")
    with pytest.raises(ValueError, match=f"^sea: a boat: .*{reason}"):
        examples(tmp_path)
