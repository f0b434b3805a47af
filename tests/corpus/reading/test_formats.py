"""Each format is one record, and one more record is all that a new format takes."""

from __future__ import annotations

from collections import Counter
from collections.abc import AsyncIterator, Iterator
from importlib import import_module, invalidate_caches
from ipaddress import IPv4Address
from pathlib import Path

import pytest
from aiohttp import web

from corpus.errors import ReadingError
from corpus.reading import formats, load_bytes, load_file, load_url, read, worker_pool
from corpus.reading.detection import detect
from corpus.reading.format import Format

LOOPBACK = IPv4Address("127.0.0.1")

RECORD = '''
"""Fables: a made-up format, in which a line is a paragraph and the first line is a mark."""

from corpus.reading.draft import Draft, paragraph
from corpus.reading.format import Format

FABLE = Format(
    label="fable",
    endings=(".fable",),
    media_types=("text/fable",),
    parser=__name__,
    has_magic_mark=lambda body: body.startswith(b"{fable}"),
    max_bytes=1000,
)


def parse(body, hints):
    lines = body.decode().replace("{fable}", "").splitlines()
    return Draft(tuple(map(paragraph, filter(None, lines))), title="The fox, as a fable")
'''

UNMARKED = b"The fox said that the grapes were sour.\n# The crow denied it.\n"
MARKED = b"{fable}\n" + UNMARKED


@pytest.fixture(scope="module")
def fable(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Format]:
    """Add a format: one file with a record and a parser, and its entry in the list."""
    folder = tmp_path_factory.mktemp("formats")
    (folder / "fables.py").write_text(RECORD)
    worker_pool.stop_workers()
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(folder))
        invalidate_caches()
        record = import_module("fables").FABLE
        assert isinstance(record, Format)
        patch.setattr(formats, "FORMATS", (*formats.FORMATS, record))
        yield record
    worker_pool.stop_workers()


@pytest.fixture
async def site() -> AsyncIterator[str]:
    """Run a web site whose addresses say what is sent: /TYPE/SUBTYPE/name."""

    async def answer(request: web.BaseRequest) -> web.Response:
        _, kind, subtype, name = request.path.split("/")
        body = MARKED if "marked" in name else UNMARKED
        return web.Response(body=body, content_type=f"{kind}/{subtype}")

    runner = web.ServerRunner(web.Server(answer))
    await runner.setup()
    await web.TCPSite(runner, str(LOOPBACK), 0).start()
    yield f"http://{LOOPBACK}:{runner.addresses[0][1]}"
    await runner.cleanup()


@pytest.mark.parametrize(
    ("body", "name", "media_type"),
    [
        (MARKED, None, None),
        (MARKED, "fox.html", "text/html"),
        (UNMARKED, "Fox.FABLE", None),
        (UNMARKED, "fox", "text/fable"),
    ],
    ids=["mark", "mark against its name", "ending", "media type"],
)
def test_a_new_format_is_recognised(
    fable: Format, body: bytes, name: str | None, media_type: str | None
) -> None:
    assert detect(body, name=name, media_type=media_type, charset=None) is fable


def test_a_new_format_is_read_from_a_file(fable: Format, tmp_path: Path) -> None:
    path = tmp_path / "fox.fable"
    path.write_bytes(UNMARKED)
    loaded = load_file(path)
    assert loaded.article.title == "The fox, as a fable"
    assert [p.text for p in loaded.article.paragraphs] == UNMARKED.decode().splitlines()
    assert loaded.original.media_type == fable.media_types[0]
    assert read(str(path)) == loaded.article


@pytest.mark.parametrize(
    "path",
    [
        "/text/fable/fox",
        "/text/x-fable/fox",
        "/application/octet-stream/fox.fable",
        "/text/plain/marked",
    ],
)
@pytest.mark.usefixtures("fable")
async def test_a_new_format_is_read_from_an_address(site: str, path: str) -> None:
    loaded = await load_url(site + path, is_allowed=LOOPBACK.__eq__)
    assert loaded.article.title == "The fox, as a fable"


@pytest.mark.parametrize(
    ("body", "name", "media_type"),
    [
        (MARKED, "message.txt", "text/plain"),
        (UNMARKED, "fox.fable", "application/octet-stream"),
        (UNMARKED, "fox", "text/fable"),
    ],
)
@pytest.mark.usefixtures("fable")
def test_a_new_format_is_read_from_an_attachment(body: bytes, name: str, media_type: str) -> None:
    loaded = load_bytes(body, name=name, media_type=media_type)
    assert loaded.article.title == "The fox, as a fable"


@pytest.mark.usefixtures("fable")
async def test_a_new_format_is_named_where_others_are_refused(site: str) -> None:
    with pytest.raises(ReadingError, match=r"\bfable\b"):
        load_bytes(b"\x89PNG\r\n\x1a\n", name="fox.png")
    with pytest.raises(ReadingError, match=r"\bfable\b"):
        await load_url(f"{site}/image/png/fox.png", is_allowed=LOOPBACK.__eq__)


@pytest.mark.usefixtures("fable")
def test_a_new_format_has_a_limit_of_its_own() -> None:
    with pytest.raises(ReadingError, match="larger"):
        load_bytes(MARKED.ljust(1001))


@pytest.mark.parametrize("known", formats.FORMATS, ids=lambda known: known.label)
def test_a_records_parser_is_there(known: Format) -> None:
    assert callable(import_module(known.parser).parse)


def test_no_two_formats_share_an_ending_or_a_media_type() -> None:
    names = [name for known in formats.FORMATS for name in (*known.endings, *known.media_types)]
    assert all(name == name.lower() for name in names)
    assert all("/x-" not in name for name in names)
    assert all(ending.startswith(".") for known in formats.FORMATS for ending in known.endings)
    assert [name for name, times in Counter(names).items() if times > 1] == []
