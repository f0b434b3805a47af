"""How many words a text has."""

from __future__ import annotations

import pytest

from corpus.reading.words import count_words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", 0),
        ("— …", 0),
        ("Nobody was hurt.", 3),
        ("It's 1,400 dockers", 3),
        ("Никто не пострадал", 3),
        ("没有人受伤", 3),
        ("消防隊によると、けが人はいない", 8),
        ("ไม่มีใครบาดเจ็บ", 8),
        ("부상자는 없었다", 2),
        ("iPhone 15 发布", 3),
    ],
)
def test_words_are_counted_by_script(text: str, words: int) -> None:
    assert count_words(text) == words
