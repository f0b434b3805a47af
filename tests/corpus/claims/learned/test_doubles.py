"""One claim found by two cues is one claim."""

from hypothesis import given
from hypothesis import strategies as st

from corpus.article import Span
from corpus.claims.finder import Attribution
from corpus.claims.learned.doubles import without_doubles


def found(source: Span | None, cue: Span, content: Span, sure: float) -> Attribution:
    return Attribution((source,) if source else (), (cue,), (content,), confidence=sure)


SURE = found((0, 10), (11, 15), (20, 60), 0.9)


def test_the_surer_of_two_with_the_same_source_and_words_counts() -> None:
    doubtful = found((0, 10), (61, 67), (18, 60), 0.6)
    assert without_doubles([doubtful, SURE]) == [SURE]


def test_the_same_words_of_another_source_are_another_claim() -> None:
    other = found((70, 80), (61, 67), (20, 60), 0.6)
    assert without_doubles([SURE, other]) == [SURE, other]


def test_other_words_of_the_same_source_are_another_claim() -> None:
    other = found((0, 10), (61, 67), (70, 90), 0.6)
    assert without_doubles([SURE, other]) == [SURE, other]


def test_claims_without_a_source_are_never_one() -> None:
    nobodys = [found(None, (61, 67), (20, 60), 0.6), found(None, (11, 15), (20, 60), 0.5)]
    assert without_doubles(nobodys) == nobodys


def test_doubles_are_found_wherever_they_stand() -> None:
    for start in range(150, 260):
        sure = found((start, start + 20), (300, 305), (310, 360), 0.9)
        doubtful = found((start + 5, start + 20), (370, 375), (310, 360), 0.6)
        assert without_doubles([doubtful, sure]) == [sure]


spans = st.tuples(st.integers(0, 40), st.integers(1, 40)).map(lambda at: (at[0], at[0] + at[1]))
attributions = st.builds(found, st.none() | spans, spans, spans, st.floats(0, 1))


@given(st.lists(attributions, max_size=8))
def test_what_is_kept_holds_no_doubles_and_is_found_again(given_: list[Attribution]) -> None:
    kept = without_doubles(given_)
    assert without_doubles(kept) == kept
    assert all(each in given_ for each in kept)
    assert bool(kept) == bool(given_)
