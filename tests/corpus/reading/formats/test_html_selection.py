"""Which of a page's text is the article: leads, divided bodies, other stories, readers, boxes."""

from __future__ import annotations

import pytest

from corpus.errors import ReadingError
from corpus.reading import load_bytes
from corpus.reading.loading import LoadedArticle

BODY = [
    "The town of Varen closed its swimming hall on Tuesday after a beam in the roof gave way.",
    "Nobody was hurt, said the fire chief, Ilka Stroud, who was there with twelve of her people.",
    "The hall was built in 1968 and renovated twice, the last time in 2004, the council said.",
    "Engineers will look at all six beams before the end of the month, and then report to the mayor.",
]
P = "".join(f"<p>{text}</p>" for text in BODY)
LEAD = "Some 400 children who swim there every week will have to go to Osted, forty minutes away."
OTHER = "A farmer in Osted has sold forty cows to a buyer from abroad who never came to see them."


def load(body: str, head: str = "") -> LoadedArticle:
    title = "<title>Hall in Varen closed | The Varen Mail</title>"
    markup = f"<!doctype html><html><head>{title}{head}</head><body>{body}</body></html>"
    return load_bytes(markup.encode(), name="page.html")


def text_of(body: str, head: str = "") -> str:
    return "\n".join(paragraph.text for paragraph in load(body, head).article.paragraphs)


H1 = "<h1>Hall in Varen closed</h1>"

LEADS = {
    "a standfirst in the article's header": f"<article><header>{H1}<p>{LEAD}</p></header>{P}</article>",
    "a summary beside the body": f'<main>{H1}<div class="summary">{LEAD}</div><div>{P}</div></main>',
    "a lead in large letters": f"<article>{H1}<h3>{LEAD}</h3>{P}</article>",
    "a teaser's class inside the article": f'<article>{H1}<p class="dek">{LEAD}</p>{P}</article>',
    "a lead in bold": f"<article>{H1}<p><b>{LEAD}</b></p>{P}</article>",
    "a lead that is a link": f'<article>{H1}<p><a href="/k">{LEAD}</a></p>{P}</article>',
    "a body divided by an advertisement": (
        f'<main>{H1}<div class="part">{P}</div><div class="ad">Cheap boats</div>'
        f'<div class="part"><p>{LEAD}</p></div></main>'
    ),
    "a quotation set apart": f"<article>{H1}{P}<blockquote><p>{LEAD}</p></blockquote>{P}</article>",
    "an embedded post": (
        f'<article>{H1}{P}<div class="social-embed"><blockquote class="twitter-tweet"><p>{LEAD}</p>'
        f"</blockquote></div><p>{BODY[0]} So it was.</p></article>"
    ),
}


@pytest.mark.parametrize("body", LEADS.values(), ids=LEADS.keys())
def test_what_belongs_to_the_article_is_kept(body: str) -> None:
    text = text_of(f'<nav><a href="/">Home</a></nav>{body}')
    assert LEAD in text
    assert all(paragraph in text for paragraph in BODY)


FOREIGN = {
    "a comment under a foreign id": f'<div id="kommentare"><div><p>{OTHER}</p></div></div>',
    "a comment by schema.org's word": f'<div itemtype="https://schema.org/Comment"><p>{OTHER}</p></div>',
    "comments under their heading": f"<h3>Комментарии (2)</h3><p>Лев</p><p>{OTHER}</p>",
    "comments told by a text field": (
        f"<div class=x7><div><p>{OTHER}</p></div><form><textarea></textarea></form></div>"
    ),
    "another story": f'<div class="related-stories"><h4>More</h4><p>{OTHER}</p></div>',
    "an aside": f"<aside><p>{OTHER}</p></aside>",
    "a newsletter's box": f'<div class="newsletterSignup"><p>{OTHER}</p></div>',
    "a consent box": f'<div id="cookie-consent" role="dialog"><p>{OTHER}</p></div>',
    "hidden text": f'<div style="display: none"><p>{OTHER}</p></div>',
    "text for screen readers": f'<p class="sr-only">{OTHER}</p>',
    "struck out text": f"<p><del>{OTHER}</del></p>",
    "the author's life": f'<div class="author-bio"><p>{OTHER}</p></div>',
}


@pytest.mark.parametrize("box", FOREIGN.values(), ids=FOREIGN.keys())
def test_what_does_not_belong_to_the_article_is_left_out(box: str) -> None:
    text = text_of(f"<article>{H1}{P}{box}</article>")
    assert OTHER not in text
    assert all(paragraph in text for paragraph in BODY)


def test_a_text_field_below_the_body_does_not_make_comments_of_it() -> None:
    text = text_of(f"<div>{P}<form><textarea></textarea></form></div>")
    assert all(paragraph in text for paragraph in BODY)


@pytest.mark.parametrize(
    "line",
    [
        "Lesen Sie auch: Wie das Dach gebaut wurde",
        "À lire aussi : Comment le toit a été construit",
        "Lee también: Cómo se construyó el techo",
        "Читайте також: Як будували дах",
        "Читайте также: Как строили крышу",
        "اقرأ أيضا: كيف بني السقف",
    ],
)
def test_pointers_to_other_stories_are_left_out_in_any_language(line: str) -> None:
    first, *others = BODY
    rest = "".join(f"<p>{text}</p>" for text in others)
    assert line not in text_of(f"<article>{H1}<p>{first}</p><p>{line}</p>{rest}</article>")


@pytest.mark.parametrize(
    "byline",
    [
        "Von Ada Brenk, 12. März 2024, 10:15 Uhr",
        "Par Ada Brenk, publié le 12 mars 2024 à 10h15",
        "Por Ada Brenk · 12 de marzo de 2024",
        "Ада Бренк, 12 березня 2024, 10:15",
    ],
)
def test_the_line_of_author_and_date_is_no_paragraph_in_any_language(byline: str) -> None:
    assert byline not in text_of(f"<article>{H1}<p>{byline}</p>{P}</article>")


def test_a_pop_over_is_not_spliced_into_its_sentence() -> None:
    sentence = 'The <a href="#">beam<span class="tooltip"> A beam carries a roof.</span></a> broke.'
    assert "The beam broke." in text_of(f"<article>{H1}{P}<p>{sentence}</p>{P}</article>")


@pytest.mark.parametrize(
    ("markup", "written"),
    [
        ("It cost 7<sup>2</sup> billion in all.", "It cost 7² billion in all."),
        ("They counted 10<sup>6</sup> cells there.", "They counted 10⁶ cells there."),
        ('The hall sank.<sup><a href="#n4">4</a></sup> So did it.', "The hall sank. So did it."),
        ("The roof weighs 40 t.<sup>3</sup> It fell.", "The roof weighs 40 t. It fell."),
        ("It opened on the 21<sup>st</sup> of May.", "It opened on the 21st of May."),
    ],
)
def test_raised_figures_are_neither_lost_nor_run_together(markup: str, written: str) -> None:
    assert written in text_of(f"<article>{H1}{P}<p>{markup}</p>{P}</article>")


def test_who_is_quoted_stands_behind_the_quotation() -> None:
    quotation = (
        "<blockquote><p>We heard it crack for a week, and told them.</p>"
        "<footer>Ada Brenk, swimmer</footer></blockquote>"
    )
    text = text_of(f"<article>{H1}{P}{quotation}{P}</article>")
    assert "We heard it crack for a week, and told them. — Ada Brenk, swimmer" in text


def test_a_gallery_tells_its_story_under_the_pictures() -> None:
    figures = "".join(
        f"<figure><img src='{n}.jpg'><figcaption>{text}</figcaption></figure>"
        for n, text in enumerate([*BODY, LEAD])
    )
    text = text_of(f"<article>{H1}<p>Pictures of the hall.</p>{figures}</article>")
    assert all(caption in text for caption in BODY)


def test_a_text_that_a_script_is_to_show_is_read_where_else_there_is_a_notice_only() -> None:
    text = text_of(f"<p>One moment, please.</p><article hidden>{H1}{P}{P}</article>")
    assert all(paragraph in text for paragraph in BODY)


def test_a_short_notice_is_read() -> None:
    assert BODY[0] in text_of(f"<article>{H1}<p>{BODY[0]}</p></article>")


def test_chinese_is_read_as_an_article() -> None:
    sentence = "瓦伦镇周二关闭了游泳馆,因为屋顶的一根横梁断裂,消防队长说没有人受伤。"
    links = "".join(f'<li><a href="/{n}">新闻 {n}</a></li>' for n in range(30))
    text = text_of(f"<ul>{links}</ul><article>{H1}<p>{sentence}</p><p>{sentence}</p></article>")
    assert sentence in text


def test_the_moderator_is_told_what_share_was_not_taken() -> None:
    others = "".join(f"<p>{OTHER} No. {n}.</p>" for n in range(6))
    loaded = load(f'<article>{H1}{P}</article><div class="xq">{others}</div>')
    assert any("of this page was not taken" in warning for warning in loaded.warnings)


def test_nothing_is_said_where_all_was_taken() -> None:
    warnings = load(f"<article>{H1}{P}</article>").warnings
    assert not any("not taken" in warning for warning in warnings)


QUESTION = "When will the hall open again?"
REPLY = "Not before June. The beams come from Norway."


@pytest.mark.parametrize(
    "interview",
    [
        f"<p><strong>{QUESTION}</strong></p><p>{REPLY}</p>",
        f"<p><em>{QUESTION}</em></p><p>{REPLY}</p>",
        (
            f"<p><b>Mail:</b> {QUESTION}</p><p><b>Stroud:</b> {REPLY}</p>"
            f"<p><b>Mail:</b> And who pays?</p><p><b>Stroud:</b> The town does.</p>"
        ),
    ],
)
def test_an_interviews_question_stands_over_its_reply(interview: str) -> None:
    article = load(f"<article>{H1}{P}{interview}{P}</article>").article
    assert not any(QUESTION in paragraph.text for paragraph in article.paragraphs)
    (reply,) = [paragraph for paragraph in article.paragraphs if REPLY in paragraph.text]
    assert QUESTION in (reply.heading or "")


def test_a_question_over_another_one_has_no_reply_and_is_text() -> None:
    asked = ["Before the flood: who owned the mill?", "After it: who will rebuild the mill?"]
    markup = "".join(f"<p><strong>{question}</strong></p>" for question in asked)
    article = load(f"<article>{H1}{P}{markup}{P}</article>").article
    texts = [paragraph.text for paragraph in article.paragraphs]
    headings = [paragraph.heading for paragraph in article.paragraphs]
    assert asked[0] in texts
    assert asked[1] in headings


PICTURE = "<img src=a.jpg>"


@pytest.mark.parametrize(
    ("body", "told"),
    [
        (f"<h2>The mill in spring</h2>{PICTURE}<h2>The mill at night</h2>{PICTURE}", True),
        ("<h2>The mill in spring</h2><h2>The mill at night</h2>", False),  # no pictures
        (f"<h2><a href=/1>The mill</a></h2>{PICTURE}<h2><a href=/2>A dam</a></h2>{PICTURE}", False),
    ],
)
def test_a_story_of_pictures_is_told_in_its_headings(body: str, told: bool) -> None:
    if told:
        texts = [
            paragraph.text for paragraph in load(f"<article>{body}</article>").article.paragraphs
        ]
        assert texts == ["The mill in spring", "The mill at night"]
    else:
        with pytest.raises(ReadingError):
            load(f"<article>{body}</article>")
