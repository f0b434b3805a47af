import pytest

from corpus.languages.english.paragraphs import paragraph_spans


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        (" \n\t\r\n ", []),
        ("One.", ["One."]),
        ("One.\n\nTwo.", ["One.", "Two."]),
        ("One.\nTwo.", ["One.", "Two."]),
        ("One.\r\n\r\nTwo.\r\n", ["One.", "Two."]),
        ("  One.\t\n\n\tTwo. ", ["One.", "Two."]),
        ("One.\u2028Two.\x0bThree.", ["One.", "Two.", "Three."]),
        ("The ferry was\nlate again.", ["The ferry was\nlate again."]),
        ("The ferry was\r\nlate again.", ["The ferry was\r\nlate again."]),
        ("The ferry was\n\nlate again.", ["The ferry was", "late again."]),
        ("Ferry late\nThe ferry was late.", ["Ferry late", "The ferry was late."]),
        ("It was late.\nits crew slept.", ["It was late.", "its crew slept."]),
    ],
)
def test_every_line_is_a_paragraph_unless_it_plainly_goes_on(
    text: str, expected: list[str]
) -> None:
    assert [text[start:end] for start, end in paragraph_spans(text)] == expected
