from corpus.languages.english.forms import term_of
from corpus.languages.english.lexicon import LEXICON
from corpus.languages.english.meanings import meaning


def test_words_of_one_group_mean_the_same_and_others_themselves() -> None:
    assert meaning(term_of("soldiers")) == meaning(term_of("troops"))
    assert meaning(term_of("took")) == meaning(term_of("taken"))
    assert meaning(term_of("killed")) != meaning(term_of("wounded"))
    assert meaning("ledger") == "ledger"


def test_every_word_stands_in_one_group_and_once() -> None:
    found = [term_of(word) for group in LEXICON.synonyms for word in group]
    assert len(found) == len(set(found))
