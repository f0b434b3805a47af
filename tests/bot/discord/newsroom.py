"""Articles for the stories: our own words about events that never were."""

from __future__ import annotations

from datetime import date

from corpus.article import Article

FERRY = Article.from_paragraphs(
    "Ferry to Sandholm stops for the winter",
    [
        "The ferry between Port Alder and Sandholm stops on Monday for the winter.",
        "“At least 340 passengers take the ferry to Sandholm every day,” harbour master Jon Aas said.",
        "The operator, Northline, denied that 340 passengers take the ferry to Sandholm every day.",
        "Some forty people will drive around the bay until April.",
        "Passengers of the ferry to Sandholm told The Island Post that the buses are full.",
        "A ferry to Sandholm for 340 passengers was built in 1972 in Port Alder.",
    ],
    url="https://news.example/ferry",
    author="Ida Holm",
    published=date(2024, 11, 5),
)

MARKET = Article.from_paragraphs(
    "Night market moves to the tram depot",
    [
        "The night market moves to the old tram depot in May, Mayor Ruth Okoye said on Friday.",
        "Stall holders fear that the rent at the tram depot will double.",
    ],
    url="https://news.example/market",
    published=date(2025, 2, 1),
)

DIKE = (
    "The dike at Lower Aalby holds, the water board said on Wednesday after a night of rain.",
    "Some 300 volunteers filled 9,000 bags with sand, mayor Tove Lind told Radio Coast.",
    "Trains between Port Alder and Aalby run again on Thursday, the railway said in the evening.",
)
"""The paragraphs of an article that is loaded from the web, or as a file."""

PREVIEW = {
    "type": "article",
    "url": "https://feed.example/ferry",
    "title": "Ferry to Sandholm",
    "description": "340 passengers take the ferry to Sandholm every day",
}
"""What Discord shows of a page that somebody links to, and what a feed posts."""

ZEBRA = (
    "The zebra quota is 12:30 *twelve* per day @everyone <@1> <#2> <@&3> ||hidden|| "
    "[click](https://evil.example) https://evil.example/x `code` <t:1700000000:R> :smile: "
    "<:pepe:123> </ask:1> __under__ ~~gone~~ said the zebra warden."
)

HOSTILE = Article.from_paragraphs(
    "# [Free nitro](https://evil.example) @everyone",
    [
        ZEBRA,
        "# Zebra heading quota\n> quote\n- list\n1. numbered\n-# small\n```zebra quota```",
        "The zebra\u202e quota" + "\u200b" * 4000 + " is seven, the zebra warden said.",
    ],
    url="https://news.example/zebra(1)",
)

SHIPYARD = Article.from_paragraphs(
    "Werft in Norhaven baut zwölf Fähren",
    [
        "Die Werft in Norhaven baut ab Mai zwölf Fähren für die Inseln, teilte Marta Lind mit.",
        "„Das ist ein Märchen“, said Jonas Berg, ein Sprecher der Gewerkschaft. Er glaubt nicht, dass die Stellen bleiben.",
        "Der Bürgermeister Karl Voss bestreitet, dass die Stadt dafür vierzig Millionen Euro zahlt.",
    ],
    id="shipyard",
    language="de",
)
"""In German: it can be searched, but nobody's claims are looked for in it."""
