import pytest

from corpus.claims import Stance, find_claims
from tests.corpus.claims.marked import find_marked


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ruiz said the road was shut.", Stance.ASSERTS),
        ("The lab confirmed the result.", Stance.ASSERTS),
        ("The union believes the offer is low.", Stance.BELIEVES),
        ("Analysts expect rates to fall.", Stance.BELIEVES),
        ("Early scans suggest that the cave is empty.", Stance.HEDGES),
        ("Ruiz said the road may be shut.", Stance.HEDGES),
        ("Ruiz said the road was reportedly shut.", Stance.HEDGES),
        ("“It is perhaps too late,” Ruiz said.", Stance.HEDGES),
        ("“Perhaps it is too late,” Ruiz said.", Stance.HEDGES),
        ("“I did not,” said Ruiz.", Stance.ASSERTS),
        ("Ruiz said the road will open as soon as possible.", Stance.ASSERTS),
        ("Ruiz said the team left in May.", Stance.ASSERTS),
        ("Ruiz said the road was shut because rain may come.", Stance.ASSERTS),
        ("The crew doubted the map.", Stance.DOUBTS),
        ("The union does not believe the offer is final.", Stance.DOUBTS),
        ("The pilots no longer believe the tower was staffed.", Stance.DOUBTS),
        ("The striker denied the charge.", Stance.DENIES),
        ("The council rejected the claim.", Stance.DENIES),
        ("The council ruled out a sale.", Stance.DENIES),
        ("The president didn’t deny the visit.", Stance.UNDENIED),
        ("The ministry has not confirmed the visit.", Stance.UNCONFIRMED),
        ("Police could not confirm the number.", Stance.UNCONFIRMED),
        ("The club declined to comment on the fee.", Stance.DECLINES),
        ("The spokeswoman would not say how many were hurt.", Stance.DECLINES),
        ("“Who is in charge?” Bell asked.", Stance.ASKS),
        ("The board wondered whether the sum was right.", Stance.ASKS),
        ("The court asked the firm to pay.", Stance.DEMANDS),
        ("The union called for a strike.", Stance.DEMANDS),
        ("Residents urged the council to act.", Stance.DEMANDS),
        ("The firm vowed to repair the wells.", Stance.PROMISES),
        ("“Taxes will not rise,” the premier promised.", Stance.PROMISES),
    ],
)
def test_cue_negation_and_modal_words_decide_the_stance(text: str, expected: Stance) -> None:
    assert [claim.stance for claim in find_claims(text)] == [expected]


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("{s:The council} {c:has not ruled out} {x:a sale}.", Stance.HEDGES),
        ("{s:The president} {c:has not denied} {x:the visit}.", Stance.UNDENIED),
        ("Ruiz has not yet {c:denied} {x:it}.", Stance.UNDENIED),
        ("Ruiz has repeatedly {c:denied} {x:it}.", Stance.DENIES),
        ("Ruiz {c:expressed doubts} that {x:it held}.", Stance.DOUBTS),
        ("By his {c:account} {x:it held}.", Stance.ASSERTS),
    ],
)
def test_the_auxiliaries_count_in_the_cue_and_where_it_leaves_them_out(
    marked: str, expected: Stance
) -> None:
    assert [claim.stance for claim in find_marked(marked)] == [expected]
