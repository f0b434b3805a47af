import pytest

from corpus.languages.english.paragraphs import paragraph_spans
from corpus.languages.english.quotations import inside, quotations, touches


def quoted(text: str) -> list[str]:
    return [text[q.start : q.end] for q in quotations(text, paragraph_spans(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("No marks here.", []),
        ("“It sank,” he said.", ["“It sank,”"]),
        ('"It sank," he said. "Twice."', ['"It sank,"', '"Twice."']),
        ("«Il coule», a-t-il dit.", ["«Il coule»"]),
        ("»Es sinkt«, sagte er.", ["»Es sinkt«"]),
        ("„Es sinkt“, sagte er.", ["„Es sinkt“"]),
        ("„Tonie” – powiedział.", ["„Tonie”"]),
        ("``It sank,'' he said.", ["``It sank,''"]),
        ("''It sank,'' he said.", ["''It sank,''"]),
        ("'It sank,' he said.", ["'It sank,'"]),
        ("‘It sank,’ he said.", ["‘It sank,’"]),
        ('“It sank," he said, “twice.”', ['“It sank,"', "“twice.”"]),
        ("“It sank“, he said.", ["“It sank“"]),
        ("”It sank,” he said.", ["”It sank,”"]),
        ("“She said ‘no’ twice,” he said.", ["“She said ‘no’ twice,”"]),
        ("'She said \"no\" twice,' he said.", ["'She said \"no\" twice,'"]),
        ("(“It sank.”)", ["“It sank.”"]),
        ("“It sank”—so he said.", ["“It sank”"]),
        ("The so-called “deal” is “dead”.", ["“deal”", "“dead”"]),
    ],
)
def test_a_quotation_is_found_in_whatever_marks_it_stands(text: str, expected: list[str]) -> None:
    assert quoted(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The workers' union won't say it's over.",
        "Tom O’Hara’s brother doesn’t sail.",
        "Back in the '90s it was rock 'n' roll.",
        "Give 'em ’til noon; ’twas ever thus.",
        'He is 5\' 10" tall and owns a 27" screen.',
        "The Joneses’ boat and the crew’s tents.",
    ],
)
def test_an_apostrophe_or_a_measure_is_no_quotation(text: str) -> None:
    assert quoted(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("'The workers' strike is over,' she said.", ["'The workers' strike is over,'"]),
        ("“It sank, he said. “Twice.”", ["“Twice.”"]),
        ("It sank,” he said. “Twice.”", ["“Twice.”"]),
        ("He said: “It sank.", ["“It sank."]),
        ('Nobody knew." And "so on" they went.', ['"so on"']),
    ],
)
def test_a_mark_without_its_partner_spoils_nothing_else(text: str, expected: list[str]) -> None:
    assert quoted(text) == expected


def test_a_quotation_goes_on_in_the_next_paragraph_only_if_that_opens_with_a_mark() -> None:
    text = "He said: “We left.\n\n“We ran.\n\n“We hid.”\n\nThen came the rain."
    found = quotations(text, paragraph_spans(text))
    assert [text[q.start : q.end] for q in found] == ["“We left.", "“We ran.", "“We hid.”"]
    assert [q.continues for q in found] == [False, True, True]


def test_a_closed_quotation_does_not_go_on() -> None:
    text = "“We left.”\n\n“We ran.”"
    assert [q.continues for q in quotations(text, paragraph_spans(text))] == [False, False]


def test_a_place_is_inside_or_touches_a_quotation_by_its_characters() -> None:
    text = "He said “no” twice."
    found = quotations(text, paragraph_spans(text))
    assert [inside(found, position) for position in (7, 8, 11, 12)] == [False, True, True, False]
    assert touches(found, (0, 9))
    assert not touches(found, (0, 8))
    assert not touches(found, (12, 19))
