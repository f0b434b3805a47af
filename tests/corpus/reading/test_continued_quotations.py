import pytest

from corpus.reading.continued_quotations import continued


@pytest.mark.parametrize(
    ("paragraphs", "expected"),
    [
        (["“One.”", "“Two.”"], [False, False]),
        (["“One.", "“Two.", "“Three,” he said.", "“Four.”"], [False, True, True, False]),
        (['He said: "One.', '"Two.', '"Three."', "Four."], [False, True, True, False]),
        (["«Un.", "«Deux.»", "Trois."], [False, True, False]),
        (["„Eins.", "„Zwei.“"], [False, True]),
        (["‘It’s the soldiers’ own.", "‘Two.’"], [False, False]),
        (["‘It’s one.", "‘It’s two.’"], [False, True]),
        (["“One.", "Two,” he said."], [False, True]),
        (["“One.", "He had not closed it.", "“Three.”"], [False, False, False]),
        (["“One.", "He said “two.”"], [False, False]),
        (["The board was 5'10\" long.", '"Two."'], [False, False]),
        ([], []),
    ],
)
def test_a_paragraph_inside_an_open_quotation_continues_it(
    paragraphs: list[str], expected: list[bool]
) -> None:
    assert continued(paragraphs) == expected
