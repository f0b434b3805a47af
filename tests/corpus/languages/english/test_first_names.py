import pytest

from corpus.languages.english.first_names import chances_of


@pytest.mark.parametrize("word", ["Beatrix", "Svetlana", "Ottilie", "Celeste"])
def test_letters_tell_a_woman_s_name(word: str) -> None:
    he, she, neither = chances_of(word)
    assert she > he
    assert she > neither


@pytest.mark.parametrize("word", ["Niall", "Fausto", "Rajan", "Göran"])
def test_letters_tell_a_man_s_name(word: str) -> None:
    he, she, neither = chances_of(word)
    assert he > she
    assert he > neither


@pytest.mark.parametrize("word", ["Downing", "World", "Fly", "Skylogic"])
def test_letters_tell_that_a_word_is_no_first_name(word: str) -> None:
    assert chances_of(word).neither > 0.5


@pytest.mark.parametrize("word", ["", "Å", "名前", "x" * 5000])
def test_any_word_has_chances_that_add_up(word: str) -> None:
    assert sum(chances_of(word)) == pytest.approx(1, abs=1e-4)


def test_accents_and_capitals_do_not_count() -> None:
    assert chances_of("GÖRAN") == chances_of("goran")
