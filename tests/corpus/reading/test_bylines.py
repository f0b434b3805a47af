from datetime import date

import pytest

from corpus.reading.bylines import Byline, names_in, read_byline

DAY = date(2024, 10, 24)


@pytest.mark.parametrize(
    ("line", "byline"),
    [
        ("By Jane Doe", Byline("Jane Doe")),
        ("By Jane Doe, Staff Writer", Byline("Jane Doe")),
        ("By JANE DOE and Omar Haddad, Port Correspondents", Byline("JANE DOE and Omar Haddad")),
        ("By Jane Doe | Associated Press", Byline("Jane Doe")),
        ("By Jane Doe in Kyiv", Byline("Jane Doe")),
        ("By Ludwig van der Berg Jr.", Byline("Ludwig van der Berg Jr.")),
        ("(Reporting by Petra Vos; editing by Jan Maas)", Byline("Petra Vos")),
        ("By Jane Doe Published Oct 24, 2024 10:31 am", Byline("Jane Doe", DAY)),
        ("Published Oct 24, 2024 10:31 am", Byline(None, DAY)),
        ("October 24th, 2024", Byline(None, DAY)),
        ("Thu, 24 Oct. 2024", Byline(None, DAY)),
        ("2024-10-24T10:31:00Z", Byline(None, DAY)),
        ("Oct. 24, 2024 at 10:31 a.m. ET", Byline(None, DAY)),
        ("Updated: 24 October 2024, 23:10 GMT", Byline(None, None, DAY)),
        (
            "Published October 24, 2024 | Updated October 25, 2024",
            Byline(None, DAY, date(2024, 10, 25)),
        ),
        ("5 March 2024 · 4 min read", Byline(None, date(2024, 3, 5))),
        ("By Jane Doe, October 24, 2024", Byline("Jane Doe", DAY)),
        ("Port Ellery, 24 October 2024", Byline(None, DAY)),
        ("St. John’s, Oct. 24, 2024", Byline(None, DAY)),
        ("Published 3 hours ago", Byline()),
        ("Associated Press", Byline()),
        ("February 31, 2024", Byline()),
        ("24. Oktober 2024", Byline(None, DAY)),
        ("24.10.2024, 10:31 Uhr", Byline(None, DAY)),
        ("Von Ada Brenk, Donnerstag, 24. Oktober 2024", Byline("Ada Brenk", DAY)),
        (
            "Veröffentlicht am 24.10.2024 · Aktualisiert am 25.10.2024",
            Byline(None, DAY, date(2024, 10, 25)),
        ),
        ("Par Ada Brenk, publié le 24 octobre 2024 à 10h31", Byline("Ada Brenk", DAY)),
        ("24 de octubre de 2024", Byline(None, DAY)),
        ("Por Ada Brenk | 5 de março de 2024", Byline("Ada Brenk", date(2024, 3, 5))),
        ("24 жовтня 2024 \u0440.", Byline(None, DAY)),
        ("Опубликовано 24 октября 2024 \u0433. в 10:31", Byline(None, DAY)),
        ("24 أكتوبر 2024", Byline(None, DAY)),
        ("31. Februar 2024", Byline()),
    ],
)
def test_a_byline_is_read(line: str, byline: Byline) -> None:
    assert read_byline(line) == byline


@pytest.mark.parametrize(
    "line",
    [
        "By Monday evening, 10,000 troops had arrived.",
        "By October 24, 2024, Jane Doe had won.",
        "the port reopened on, 24 October 2024",
        "He was born in Skarvik, a small town, 24 October 2024",
        "On October 24, 2024, the port reopened.",
        "Reporting by Jane Doe showed that 10,000 troops had arrived.",
        "By Land and by sea, they came",
        "By the river.",
        "Jane Doe",
        "The port reopened on 24 October 2024",
        "12 Personen 2024",
        "24 boats 2024",
        "Am 24. Oktober 2024 öffnete der Hafen.",
        "Le port a rouvert le 24 octobre 2024",
        "Version 1.10.2024 of the report",
        "",
    ],
)
def test_a_sentence_is_no_byline(line: str) -> None:
    assert read_byline(line) is None


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("By J. K. Doe", ["J. K. Doe"]),
        ("Von Ada Brenk und Omar Haddad", ["Ada Brenk", "Omar Haddad"]),
        ("Par Ada Brenk", ["Ada Brenk"]),
        ("Por Ada Brenk y Omar Haddad", ["Ada Brenk", "Omar Haddad"]),
        ("Автор: Олена Гай та Іво Лунд", ["Олена Гай", "Іво Лунд"]),
        ("بقلم أحمد سالم", ["أحمد سالم"]),
        ("王小明", ["王小明"]),
        ("Ada Brenk | 24 October 2024 | @adabrenk", ["Ada Brenk"]),
        ("Jane Doe, Staff Writer, The Daily Gull", ["Jane Doe"]),
        ("Admin", []),
        ("site administrator", []),
        ("desk@gull.example", []),
        ("a reader in Osted", []),
    ],
)
def test_the_people_of_a_byline_are_named(text: str, people: list[str]) -> None:
    assert names_in(text) == people
