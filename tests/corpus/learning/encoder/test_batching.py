"""Rows of like length share a batch, and none is lost."""

from random import Random

from hypothesis import given
from hypothesis import strategies as st

from corpus.learning.encoder.batching import BATCH_PIECES, batches

items = st.tuples(st.integers(1, 3000), st.integers(1, 9))
"""The longest row, in pieces, and the number of rows."""


@given(st.lists(items, min_size=1, max_size=60), st.integers(1, 60))
def test_every_item_is_in_one_batch_and_none_is_too_large(
    given_: list[tuple[int, int]], pool: int
) -> None:
    random = Random(0)  # noqa: S311 - order of items, no secret
    made = batches(
        given_, random, pool=pool, longest=lambda item: item[0], rows=lambda item: item[1]
    )
    assert sorted(item for batch in made for item in batch) == sorted(given_)
    for batch in made:
        padded = max(longest for longest, _ in batch) * sum(rows for _, rows in batch)
        assert padded <= BATCH_PIECES or len(batch) == 1
