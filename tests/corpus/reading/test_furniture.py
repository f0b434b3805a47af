import pytest

from corpus.reading.furniture import is_furniture, opens_a_box, opens_comments


@pytest.mark.parametrize(
    "line",
    [
        "Post a Comment",
        "0 Comments",
        "12 Kommentare",
        "Commentaires (3)",
        "Комментарии",
        "Anzeige",
        "Lesen Sie auch: Wie der Damm brach",
        "À lire aussi",
        "Leer más",
        "Читайте також: Як прорвало дамбу",
        "Подробнее",
        "اقرأ المزيد",
        "Click here to get the paper through your letterbox.",
        "Follow the port desk at https://gull.example/port",
        "Email Jane Doe at jane@gull.example or follow her @janedoe.",
        "Lena Fisk and Omar Haddad contributed to this report.",
        "1,204 comments",
        "Comments (12)",
        "Leave a Reply",
        "Comments are closed.",
        "Share this article",
        "Facebook Twitter WhatsApp Email",
        "Share on Facebook",
        "Copy link",
        "Advertisement",
        "- ADVERTISEMENT -",
        "Article continues below advertisement",
        "We use cookies to improve your experience on our website.",
        "This website uses cookies so that we can provide you with the best services.",
        "Accept all cookies",
        "Manage preferences",
        "By continuing to use this site, you agree to our terms.",
        "Sign up for our newsletter to get the day's stories in your inbox.",
        "Subscribe now",
        "Already a subscriber? Sign in",
        "Subscribe to continue reading",
        "Related links",
        "Read more: The port that time forgot",
        "ALSO READ: How the dam was built",
        "Also read | Why the river rose so fast",
        "More from Kyiv",
        "Most read",
        "Copyright © 2024 The Daily Gull",
        "© 2024 The Daily Gull. All rights reserved.",
        "All rights reserved",
        "Photo: Lena Fisk/Reuters",
        "(Photo by Lena Fisk)",
        "Lena Fisk/AFP via Getty Images",
        "Follow us on Facebook and Twitter",
        "Tags: flood, Marl, weather",
        "5 min read",
        "23:10 GMT",
        "Home > World > Europe",
        "* * *",
    ],
)
def test_a_line_of_the_page_is_furniture(line: str) -> None:
    assert is_furniture(line)


@pytest.mark.parametrize(
    "paragraph",
    [
        "The minister said the cookies law had nothing to do with the strike.",
        "We use cookies to learn what our visitors like on the website, the company said.",
        "“We use cookies to improve the experience,” it wrote.",
        "Share prices fell by a tenth.",
        "Share this with your neighbours, Mayor Ilse Bunt told residents.",
        "Comments by the minister drew anger.",
        "The council took comments until Friday.",
        "Copyright law will change next year.",
        "Related companies were searched as well.",
        "Read more books, the headteacher told her class.",
        "Advertisements for tobacco are to be banned.",
        "Subscribers to the newsletter complained.",
        "Photographs of the flood show cars in trees.",
        "By Monday evening, 10,000 troops had arrived.",
        "Home is where the heart is.",
        "Follow the money, the prosecutor told the court.",
        "Sign-ups for the newsletter doubled.",
        "She posted a comment on Facebook.",
        "X bought Y.",
        "Email and print are dying.",
        "More from the sale than expected went to charity.",
        "Twenty minutes later the bridge fell.",
    ],
)
def test_a_sentence_about_such_things_is_not(paragraph: str) -> None:
    assert not is_furniture(paragraph)


@pytest.mark.parametrize(
    "line", ["Related:", "Related stories", "3 Comments", "Most read", "Also read:"]
)
def test_a_heading_over_links_opens_a_box(line: str) -> None:
    assert opens_a_box(line)


@pytest.mark.parametrize("line", ["Demands", "What the government says", "Comments were angry."])
def test_a_heading_of_the_article_does_not(line: str) -> None:
    assert not opens_a_box(line)


@pytest.mark.parametrize(
    ("heading", "opens"),
    [
        ("3 Comments", True),
        ("Comentarios", True),
        ("Коментарі (12)", True),
        ("Comments on the budget", False),
        ("What readers say", False),
    ],
)
def test_a_heading_over_comments_is_told(heading: str, *, opens: bool) -> None:
    assert opens_comments(heading) is opens


@pytest.mark.parametrize(
    "line",
    [
        "Click here, said the form, and nothing happened.",
        "Follow the river to the port, she told them.",
        "Subscribers contributed to this success.",
        "Mehr als 300 Familien warten noch.",
        "Подробнее расскажет министр в понедельник, сообщила пресс-служба. Он прибыл вчера.",
    ],
)
def test_sentences_that_begin_like_furniture_are_kept(line: str) -> None:
    assert not is_furniture(line)
