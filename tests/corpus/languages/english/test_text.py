from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from corpus.languages.english import question_terms, sentences, terms, words

ANY_TEXT = st.text(max_size=200) | st.text(
    alphabet=" \n\t.!?…。\"'“”’()[]aAbBU.S1230,k%-é中そदि\u0301\u00ad", max_size=120
)


@pytest.mark.parametrize(
    "expected",
    [
        [
            "The U.S. Army said so.",
            "Dr. Ash and Gen. Birch met on Jan. 5 at No. 5 Elm St. in York.",
        ],
        ["J. K. Harrow wrote it.", "Nobody read it."],
        ["They left the U.S. on Monday.", "It rained."],
        ["He moved to the U.S.", "They stayed."],
        ["The harbour closed at 5 p.m. Monday.", "It opened at 9 a.m.", "The ferry left."],
        ["He works for Ferry Inc. of Ohio.", "She works for Harbour Inc.", "The rest do not."],
        ["Maj. Gen. Olena Tkach told the paper.", "Lt. Col. Ivan Bir agreed."],
        ["It cost 1.5 million.", "See www.example.com for more.", "Version 2.0.1 is out."],
        ["“We saw nothing,” she said.", "“It was dark.”", "He agreed."],
        ["“Stop!” she said.", "“Is it true?” Mayor Ann Lowe asked.", "Nobody answered."],
        ['He said: "We go.', "We stay.", 'We win."', "Then he left."],
        ["(It was late.)", "[Really?]", "Yes."],
        ["Wait…", "He paused... and went on.", "And . . . then he stopped."],
        ["What?!", "No!!", "No. 7 won.", "No.", "That is wrong."],
        ["The film “Who Goes?” was long.", "She slept."],
        ["1. First we go.", "2. Then we wait."],
        ["No stop at the end", "A new paragraph"],
        ["今天很好。", "我们走吧！", "真的？"],
        ["「今日は。」と彼は言った。", "去った。"],
        ["هل وصلوا؟", "نعم."],
        ["वह आया।", "वह गया।"],
        ["Он ушёл.", "Она осталась!"],
        ["Er sagte: „Nein.", "Nie.“", "Dann ging er."],
    ],
)
def test_sentences_are_told_apart(expected: list[str]) -> None:
    gap = "" if "。" in expected[0] else "\n\n" if expected[0][-1].isalpha() else " "
    text = gap.join(expected)
    assert [text[start:end] for start, end in sentences(text)] == expected


def test_a_line_break_alone_ends_no_sentence() -> None:
    assert sentences(" The troops\nleft.\n") == [(1, 17)]


@given(ANY_TEXT)
@example("a\ud800. B")
@example("\n \n \n")
def test_sentences_hold_every_visible_character_once_and_in_order(text: str) -> None:
    spans = sentences(text)
    bounds = [bound for span in spans for bound in span]
    assert bounds == sorted(bounds)
    assert all(text[start:end] == text[start:end].strip() != "" for start, end in spans)
    assert "".join("".join(text[a:b].split()) for a, b in spans) == "".join(text.split())


@pytest.mark.parametrize(
    "forms",
    [
        ["troops", "Troops", "troops'", "troop", "TROOPS", "troop’s"],
        ["Kirby", "Kirby's", "Kirby’s"],
        [
            "10,000",
            "10000",
            "10k",
            "10K",
            "10 thousand",
            "ten thousand",
            "１０，０００",
            "10\u00a0000",
        ],
        ["1.5m", "1.5 million", "1,500,000", "1.5mn", "1.500.000", "$1.5m"],
        ["fifteen hundred", "1,500", "1500", "one thousand five hundred"],
        ["twenty-five", "25", "25th", "twenty five", "٢٥"],
        ["two million three hundred and six thousand and one", "2306001"],
        ["10%", "10 percent", "ten percent"],
        ["1990s", "1990", "1990’s"],
        ["US", "U.S.", "U.S", "u.s.", "US's", "U.S.’s"],
        ["UN", "U.N.", "un"],
        ["WHO", "W.H.O."],
        ["F-16", "F16", "f-16s"],
        ["Zelenskyy", "Zelensky", "Zelenskiy", "Zelenskyi", "Zelenskij", "Zelenski"],
        ["Georgiy", "Georgii", "Georgy"],
        ["café", "cafe", "cafe\u0301", "CAFÉ", "ＣＡＦÉ"],
        ["Łódź", "Lodz"],
        ["Straße", "strasse"],
        ["İzmir", "Izmir"],
        ["ﬁre", "fire", "fi\u00adre"],
        ["l'État", "État", "etat"],
        ["air-assault", "air assault", "air\u2011assault"],
        ["O'Brien", "O’Brien", "OBrien"],
        ["العَرَبِيَّة", "العربية"],
        ["Σωκράτης", "ΣΩΚΡΆΤΗΣ"],
        ["don't", "don’t", "DON'T"],
    ],
)
def test_forms_of_one_word_share_their_terms(forms: list[str]) -> None:
    assert {form: terms(form) for form in forms} == {form: terms(forms[0]) for form in forms}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("US", "us"),
        ("WHO", "who"),
        ("IT", "it"),
        ("10.5", "105"),
        ("1.2.3", "123"),
        ("10 thousand", "10"),
        ("someone", "one"),
        ("whisky", "whisk"),
        ("hawaii", "hawaiy"),
        ("कि", "की"),
    ],
)
def test_different_words_keep_different_terms(one: str, other: str) -> None:
    assert terms(one) != terms(other)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("About 1.5 million left.", ["About", "1.5 million", "left"]),
        ("“Kirby’s” U.S.-led F-16s", ["Kirby’s", "U.S.", "led", "F-16s"]),
        ("10,000-strong", ["10,000", "strong"]),
        ("2024-10-23, 10:30", ["2024", "10", "23", "10", "30"]),
        ("北京abc", ["北", "京", "abc"]),
        ("शायद है।", ["शायद", "है"]),
        ("ไทย", ["ไ", "ท", "ย"]),
        ("one two", ["one", "two"]),
        ("a_b @me #tag x@y.org", ["a", "b", "me", "tag", "x", "y", "org"]),
        ("😀 — …", []),
    ],
)
def test_words_are_cut_where_a_reader_would_cut_them(text: str, expected: list[str]) -> None:
    assert [text[word.start : word.end] for word in words(text)] == expected


@given(ANY_TEXT)
@example("İ" * 3)
@example("IS THIS İ SHOUTED")
def test_every_word_has_a_term_and_a_span_of_its_own(text: str) -> None:
    found = words(text)
    assert all(0 <= word.start < word.end <= len(text) and word.term for word in found)
    assert all(one.end <= other.start for one, other in pairwise(found))
    assert terms(text) == [word.term for word in found]


@given(ANY_TEXT)
def test_a_text_means_the_same_between_blanks(text: str) -> None:
    assert terms(f"  {text}\n") == terms(text)


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("What did the U.S. tell us?", ["US"]),
        ("who is it", ["who", "is", "it"]),
        ("WHO SENT TROOPS TO KURSK?", ["sent", "troop", "kursk"]),
        ("troops, troops and more Troops!", ["troop", "more"]),
        ("Didn't he deny it?", ["deni"]),
        ("", []),
        ("How many troops are in Kursk?", ["troop", "kursk"]),
        ("how long ago was that", ["ago"]),
        ("Many say how", ["mani", "say"]),
        ("How many?", ["how", "mani"]),
    ],
)
def test_a_question_looks_for_its_telling_words_once(question: str, expected: list[str]) -> None:
    assert question_terms(question) == expected


@pytest.mark.parametrize(
    "piece", ["a", "a'", "a.", "1,", "one hundred ", "\u0301", "a\u0301", "F-"]
)
def test_no_word_is_longer_than_its_bound(piece: str) -> None:
    text = piece * 5_000
    assert all(word.end - word.start < 5_000 for word in words(text))
    assert sentences(text)[-1][1] == len(text.rstrip())
