import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.answering.kinds import Kind
from corpus.answering.question import MOST_TERMS, read_question


def test_only_what_the_asking_sentence_holds_is_asked() -> None:
    question = read_question("A treaty was signed this week. When does the treaty apply?")
    asked = {t for t, is_asked in zip(question.terms, question.asking, strict=True) if is_asked}
    assert asked == {"treati", "appli"}
    assert {"sign", "week"} <= set(question.terms)
    assert question.kinds == {Kind.DATE}


def test_two_questions_in_one_ask_for_both_kinds() -> None:
    question = read_question("Who closed the bridge? And when will it reopen?")
    assert question.kinds == {Kind.PERSON, Kind.DATE}
    assert all(question.asking)


@pytest.mark.parametrize("text", ["and in Kursk?", "KURSK", "kursk", "  Kursk\n"])
def test_a_lone_name_is_a_question(text: str) -> None:
    question = read_question(text)
    assert question.terms == ("kursk",)
    assert question.asking == (True,)


def test_how_many_asks_for_the_thing_and_not_for_many() -> None:
    question = read_question("How many troops are there?")
    assert question.terms == ("troop",)
    assert question.counted == "troop"


def test_of_a_pasted_message_only_the_question_is_looked_for() -> None:
    pasted = " ".join(f"Word{n} and word{n}x stood there." for n in range(100))
    question = read_question(f"{pasted} Where is the ledger?")
    assert question.terms == ("ledger",)
    assert question.text == "Where is the ledger?"
    assert question.kinds == {Kind.PLACE}


def test_a_message_without_an_end_is_cut() -> None:
    question = read_question(" ".join(f"word{n}x" for n in range(100)))
    assert len(question.terms) == MOST_TERMS


def test_many_and_much_count_where_they_do_not_follow_how() -> None:
    assert read_question("How much did it cost?").terms == ("cost",)
    assert "mani" in read_question("Where did many traders live?").terms


def test_a_misspelt_term_is_replaced_and_never_doubled() -> None:
    question = read_question("trops and ledgr of the ledger")
    respelt = question.respelt({"trop": "troop", "ledgr": "ledger"})
    assert respelt.terms.count("ledger") == 1
    assert "troop" in respelt.terms


@given(st.text(max_size=2_000))
def test_every_list_has_one_entry_for_each_term(text: str) -> None:
    question = read_question(text)
    lengths = {len(question.terms), len(question.asking), len(question.forms)}
    assert lengths == {len(question.places)}
    assert len(set(question.terms)) == len(question.terms)
