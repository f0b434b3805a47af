from __future__ import annotations

from bot.discord.kit.keys import LONGEST_KEY, digest_of, find_name, key_of

SHORT, LONG = "0123456789ab", "a long id of an imported article, far too long for a button"


def test_a_short_name_is_its_own_key_and_a_long_one_has_a_digest() -> None:
    assert key_of(SHORT) == SHORT
    assert len(key_of(LONG)) == 12
    assert key_of("x" * LONGEST_KEY) == "x" * LONGEST_KEY


def test_names_are_found_by_key_and_by_digest() -> None:
    names = ["other", SHORT, LONG]
    for name in names:
        assert find_name(key_of(name), names) == find_name(digest_of(name), names) == name
    assert find_name("gone", names) is None
