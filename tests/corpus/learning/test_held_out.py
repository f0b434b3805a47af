"""What is left out of learning stays left out: figures measured on it would be worth nothing else."""

import pytest

from corpus.learning.held_out import is_held_out_from_reader, is_in_learning_half, part_by_date

NAMES = [f"article {n}" for n in range(1000)]


@pytest.mark.parametrize(
    ("date", "part"),
    [
        ("2015-11-30", "train"),
        ("2016-06-30", "train"),
        ("2016-07-01", "tuning"),
        ("2016-07-31", "tuning"),
        ("2016-08-01", "test"),
        ("2016-10-02", "test"),
    ],
)
def test_the_finder_learns_from_the_months_before_those_held_out(date: str, part: str) -> None:
    assert part_by_date(date) == part


def test_the_reader_leaves_out_about_one_article_in_five_the_same_ones_everywhere() -> None:
    left_out = [name for name in NAMES if is_held_out_from_reader("own", name)]
    assert 150 < len(left_out) < 250
    assert left_out[:3] == ["article 0", "article 1", "article 2"]
    assert left_out != [name for name in NAMES if is_held_out_from_reader("other", name)]


def test_ranking_learns_from_about_half_the_same_half_everywhere() -> None:
    learnt = [name for name in NAMES if is_in_learning_half(name)]
    assert 450 < len(learnt) < 550
    assert learnt[:3] == ["article 1", "article 3", "article 4"]
