from __future__ import annotations

from bot.article_keys import LONGEST_KEY, digest_of, key_of, named

SHORT, LONG = "0123456789ab", "a long id of an imported article, far too long for a button"


def test_a_short_name_is_its_own_key_and_a_long_one_has_a_digest() -> None:
    assert key_of(SHORT) == SHORT
    assert len(key_of(LONG)) == 12
    assert key_of("x" * LONGEST_KEY) == "x" * LONGEST_KEY


def test_names_are_found_by_key_and_by_digest() -> None:
    names = ["other", SHORT, LONG]
    for name in names:
        assert named(key_of(name), names) == named(digest_of(name), names) == name
    assert named("gone", names) is None
