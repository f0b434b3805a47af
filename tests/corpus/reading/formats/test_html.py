from datetime import date

import pytest

from corpus.article import Article
from corpus.errors import ReadingError
from corpus.reading import load_bytes

NEWS_PAGE = """\
<!doctype html><html lang="en-GB"><head><meta charset="utf-8">
<title>Harbour strike enters third week | The Daily Gull</title>
<meta property="og:site_name" content="The Daily Gull">
<link rel="canonical" href="https://www.gull.example/2024/10/harbour-strike">
<script type="application/ld+json">{"@context": "https://schema.org", "@type": "NewsArticle",
 "headline": "Harbour strike enters third week", "datePublished": "2024-10-24T10:31:00Z",
 "author": [{"@type": "Person", "name": "Jane Doe"}, {"@type": "Person", "name": "Omar Haddad"}],
 "publisher": {"@type": "Organization", "name": "The Daily Gull"}}</script></head>
<body><div id="cookie-banner" class="cookie-consent">
<p>We use cookies to improve your experience on our website.</p><button>Accept all</button></div>
<header><nav><ul><li><a href="/">Home</a></li><li><a href="/world">World</a></li></ul></nav></header>
<main><article><h1>Harbour strike enters third week</h1>
<p class="byline">By <a href="/jd">Jane Doe</a> and Omar Haddad</p>
<time datetime="2024-10-24">Published Oct 24, 2024 10:31 am</time>
<div class="share"><a>Facebook</a> <a>Twitter</a> <a>WhatsApp</a></div>
<figure><img src="x.jpg" alt="alt"><figcaption>Dockers at the west gate on Monday.
<span class="credit">Photo: Lena Fisk/Reuters</span></figcaption></figure>
<p>Dockers in the port of Velmouth voted on Thursday to extend their strike into a third week,
union leaders said.</p>
<div class="ad">Advertisement</div>
<p>&ldquo;We will not go back until the rota is fair,&rdquo; said Ada Brenk, who speaks for the
1,400 dockers.<br><br>The port authority said that it was losing two million a day.</p>
<aside class="related"><h3>Related stories</h3><ul><li><a href="/1">Why the dockers are angry</a></li>
<li><a href="/2">Port profits rise</a></li></ul></aside>
<h2>What the government says</h2>
<p>The minister, Ivo Lund, said the cookies law had nothing to do with the strike.</p>
<blockquote><p>&ldquo;It is between employer and employee.&rdquo;</p></blockquote>
<ul><li>The port employs 1,400 dockers, according to the authority.</li>
<li>It handles 30,000 containers a month.</li></ul>
<p>Talks are due to resume on Monday.</p>
<p><strong>Read more:</strong> <a href="/3">The port that time forgot</a></p>
<p>Sign up for our newsletter to get the day's stories in your inbox.</p>
<p>&copy; 2024 The Daily Gull. All rights reserved.</p></article>
<section class="comments" id="comments"><h3>3 Comments</h3>
<div class="comment"><p>Good for them, I say, the bosses had it coming for years.</p></div>
<a>Post a Comment</a></section></main>
<footer><p>Contact us | Terms of use</p></footer></body></html>
"""

AMP_PAGE = """\
<html amp lang="en"><head><meta charset="utf-8">
<title>Flood waters recede in Marl valley - Northern Post</title>
<meta property="article:published_time" content="2024-03-05T08:00:00+01:00">
<meta name="author" content="Petra Vos"></head><body>
<amp-sidebar><ul><li>News</li><li>Sport</li></ul></amp-sidebar>
<article><h1>Flood waters recede in Marl valley</h1>
<p class="standfirst">More than 300 families are still waiting to go home</p>
<div class="meta"><span>By Petra Vos</span> <span>5 March 2024</span> <span>4 min read</span></div>
<amp-img src="a.jpg"></amp-img><p class="wp-caption-text">A flooded street in Marl.</p>
<p>Flood waters were receding in the Marl valley on Tuesday, but more than 300 families could not go
home, the fire service said.</p><p>ADVERTISEMENT</p>
<p>"It will take weeks," said fire chief Tom Ried. "Do not come back yet.</p>
<p>"The ground is still moving."</p>
<p><strong>ALSO READ:</strong> <a href="/x">How the dam was built</a></p>
<h3>'Like a wall'</h3><p>Residents told the Northern Post that the water had come like a wall.</p>
<p>Share this with everybody, Mayor Ilse Bunt told residents, and stay away.</p>
<div class="related-articles"><h4>Related Articles</h4><ul><li><a>Dam safety questioned</a></li></ul></div>
<p>(Reporting by Petra Vos; editing by Jan Maas)</p><p>Follow us on Facebook and Twitter</p>
<p>Tags: flood, Marl, weather</p></article></body></html>
"""

LIVE_BLOG = """\
<html lang="en"><head><title>LIVE: Election night in Bruma</title></head><body><main>
<h1>LIVE: Election night in Bruma</h1><div>Last updated: 12 May 2024, 23:10 GMT</div>
<div class="post"><time>23:10 GMT</time><h2>Polls close</h2><p>Polls closed at 23:00 across Bruma,
the electoral commission said, with turnout put at 61 percent.</p></div>
<div class="post"><time>22:40 GMT</time><h2>Long queues in the south</h2><p>Voters queued for up to
three hours in the southern districts, according to observers from the regional union.</p></div>
<div class="post"><time>22:05 GMT</time><h2>Power cut</h2><p>A power cut hit four polling stations in
the port, officials said, but voting went on by lamplight.</p></div></main></body></html>
"""

OLD_TABLE_PAGE = """\
<html><head><title>Mine reopens after ten years</title></head><body><table><tr>
<td><a href="/">Home</a><br><a href="/n">News</a></td><td>
<b>Mine reopens after ten years</b><br><i>By Sam Oduya</i><br><br>
The Tarn Hill mine reopened on Monday after ten years, its owner said.<br><br>
About 200 miners went underground, according to the union. "It is a proud day," said its secretary.
<br><br>The company expects to dig 5,000 tonnes of ore in the first month.<br><br>
<a href="/c">Post a Comment</a><br>0 Comments</td></tr></table></body></html>
"""

PROSE = "".join(
    f"<p>The minister said on day {day} that the port would open again within a week.</p>"
    for day in range(12)
)


def load(page: str, url: str | None = None) -> Article:
    return load_bytes(page.encode(), name="page.html", url=url).article


def outline(article: Article) -> list[tuple[str | None, str]]:
    return [(paragraph.heading, paragraph.text) for paragraph in article.paragraphs]


def test_a_news_page_gives_its_article_and_its_facts() -> None:
    loaded = load_bytes(NEWS_PAGE.encode())
    article = loaded.article
    says = "What the government says"
    assert outline(article) == [
        (
            None,
            (
                "Dockers in the port of Velmouth voted on Thursday to extend their strike into a third "
                "week, union leaders said."
            ),
        ),
        (
            None,
            (
                "“We will not go back until the rota is fair,” said Ada Brenk, who speaks for the "
                "1,400 dockers."
            ),
        ),
        (None, "The port authority said that it was losing two million a day."),
        (says, "The minister, Ivo Lund, said the cookies law had nothing to do with the strike."),
        (says, "“It is between employer and employee.”"),
        (says, "The port employs 1,400 dockers, according to the authority."),
        (says, "It handles 30,000 containers a month."),
        (says, "Talks are due to resume on Monday."),
    ]
    assert article.captions == ("Dockers at the west gate on Monday.",)
    assert article.title == "Harbour strike enters third week"
    assert article.author == "Jane Doe, Omar Haddad"
    assert article.publisher == "The Daily Gull"
    assert article.published == date(2024, 10, 24)
    assert article.url == "https://www.gull.example/2024/10/harbour-strike"
    assert article.language == "en"
    assert loaded.warnings == ()


def test_an_amp_page_gives_its_article() -> None:
    article = load(AMP_PAGE)
    assert outline(article) == [
        (None, "More than 300 families are still waiting to go home"),
        (
            None,
            (
                "Flood waters were receding in the Marl valley on Tuesday, but more than 300 families "
                "could not go home, the fire service said."
            ),
        ),
        (None, '"It will take weeks," said fire chief Tom Ried. "Do not come back yet.'),
        (None, '"The ground is still moving."'),
        (
            "'Like a wall'",
            "Residents told the Northern Post that the water had come like a wall.",
        ),
        (
            "'Like a wall'",
            "Share this with everybody, Mayor Ilse Bunt told residents, and stay away.",
        ),
    ]
    assert [p.number for p in article.paragraphs if p.continues_quote] == [4]
    assert article.captions == ("A flooded street in Marl.",)
    assert (article.author, article.published) == ("Petra Vos", date(2024, 3, 5))


def test_a_live_blog_keeps_each_entry_under_its_heading() -> None:
    article = load(LIVE_BLOG)
    headings = [paragraph.heading for paragraph in article.paragraphs]
    assert headings == ["Polls close", "Long queues in the south", "Power cut"]


def test_an_old_page_laid_out_in_tables_gives_its_paragraphs() -> None:
    article = load(OLD_TABLE_PAGE)
    assert [paragraph.text[:20] for paragraph in article.paragraphs] == [
        "The Tarn Hill mine r",
        "About 200 miners wen",
        "The company expects ",
    ]
    assert article.author == "Sam Oduya"


def test_a_data_table_gives_one_paragraph_for_each_row() -> None:
    table = "<table><tr><td>2022</td><td>300,000 boxes</td></tr><tr><td>2023</td><td>2</td></tr></table>"
    article = load(f"<html><body><article>{PROSE}{table}</article></body></html>")
    assert "2022 | 300,000 boxes" in [paragraph.text for paragraph in article.paragraphs]


@pytest.mark.parametrize(
    ("canonical", "fetched", "kept"),
    [
        ("https://gull.example/a", "https://m.gull.example/a?utm=1", "https://gull.example/a"),
        ("/a", "https://gull.example/a?utm=1", "https://gull.example/a"),
        ("https://other.example/a", "https://gull.example/b", "https://gull.example/b"),
        ("https://gull.example/", "https://gull.example/b", "https://gull.example/b"),
        ("javascript:alert(1)", "https://gull.example/b", "https://gull.example/b"),
        ("https://[broken/a", "https://gull.example/b", "https://gull.example/b"),
        ("https://gull.example/a", None, "https://gull.example/a"),
        ("javascript:alert(1)", None, None),
    ],
)
def test_a_canonical_address_counts_only_on_its_own_site(
    canonical: str, fetched: str | None, kept: str | None
) -> None:
    page = (
        f'<html><head><link rel="canonical" href="{canonical}"></head><body>{PROSE}</body></html>'
    )
    assert load(page, url=fetched).url == kept


def test_the_page_declares_its_encoding() -> None:
    page = f'<html><head><meta charset="windows-1251"></head><body>{PROSE}<p>Порт открыт.</p></body></html>'
    article = load_bytes(page.encode("cp1251")).article
    assert article.paragraphs[-1].text == "Порт открыт."


def test_an_article_for_subscribers_is_read_with_a_warning() -> None:
    paywall = '<script type="application/ld+json">{"isAccessibleForFree": "False"}</script>'
    loaded = load_bytes(f"<html><head>{paywall}</head><body>{PROSE}</body></html>".encode())
    assert any("subscribers" in warning for warning in loaded.warnings)


@pytest.mark.parametrize(
    "page",
    [
        "<html><body></body></html>",
        "<html><body><form><input type=password></form><p>Please log in.</p></body></html>",
        "<html><body><div id=root></div><noscript>Please enable JavaScript.</noscript></body></html>",
        "<html><body>" + "<div>" * 100_000 + PROSE,
        "<html><body><p>" + "<b>" * 100_000 + "Hello.",
    ],
)
def test_a_page_without_an_article_is_refused_in_a_sentence(page: str) -> None:
    with pytest.raises(ReadingError, match=r"^[A-Z].*\.$"):
        load(page)
