"""Loading pages from real servers on loopback, friendly ones and hostile ones."""

from __future__ import annotations

import asyncio
import gzip
import shutil
import socket
import ssl
import subprocess
import tracemalloc
import zlib
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from ipaddress import IPv4Address, IPv6Address
from pathlib import Path
from typing import Any

import pytest
from aiohttp import web
from hypothesis import given
from hypothesis import strategies as st
from yarl import URL

from corpus.errors import ReadingError
from corpus.reading import fetching, formats
from corpus.reading.fetching import fetch
from corpus.reading.limits import MAX_BYTES
from corpus.reading.page import Page

HTML = "text/html"
XHTML = "application/xhtml+xml"
PLAIN = "text/plain"
MARKDOWN = "text/markdown"
PDF = "application/pdf"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

LOOPBACK = IPv4Address("127.0.0.1")
BODY = "<p>Zwölf Boote liefen aus.</p>".encode()

Handler = Callable[[web.BaseRequest], Awaitable[web.StreamResponse]]
RawHandler = Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]


def only_loopback(address: IPv4Address | IPv6Address) -> bool:
    return address == LOOPBACK


async def load(url: str) -> Page:
    return await fetch(url, is_allowed=only_loopback)


@asynccontextmanager
async def site(handler: Handler, tls: ssl.SSLContext | None = None) -> AsyncIterator[str]:
    """Run a web site on loopback; yields its address without a slash at the end."""
    runner = web.ServerRunner(web.Server(handler))
    await runner.setup()
    try:
        await web.TCPSite(runner, str(LOOPBACK), 0, ssl_context=tls).start()
        port = runner.addresses[0][1]
        yield f"http{'s' if tls else ''}://{LOOPBACK}:{port}"
    finally:
        await runner.cleanup()


@asynccontextmanager
async def raw_site(answer: RawHandler) -> AsyncIterator[str]:
    """Run a server that sends whatever bytes it likes."""
    open_connections: set[asyncio.StreamWriter] = set()

    async def connected(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        open_connections.add(writer)
        try:
            await reader.readuntil(b"\r\n\r\n")
            await answer(reader, writer)
        except (ConnectionError, asyncio.IncompleteReadError):
            pass
        finally:
            writer.close()

    server = await asyncio.start_server(connected, str(LOOPBACK), 0)
    try:
        yield f"http://{LOOPBACK}:{server.sockets[0].getsockname()[1]}"
    finally:
        server.close()
        for writer in open_connections:
            writer.transport.abort()


def says(*chunks: bytes, every: float = 0) -> RawHandler:
    """Answer with these bytes, with a pause of so many seconds after each."""

    async def answer(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        for chunk in chunks:
            writer.write(chunk)
            await writer.drain()
            await asyncio.sleep(every)

    return answer


def page(**arguments: Any) -> Handler:
    """Answer each request with the same response."""

    async def handler(_: web.BaseRequest) -> web.Response:
        return web.Response(**({"body": BODY, "content_type": "text/html"} | arguments))

    return handler


def redirect(location: str, status: int = 302) -> Handler:
    async def handler(_: web.BaseRequest) -> web.Response:
        return web.Response(status=status, headers={"Location": location})

    return handler


async def refusal(handler: Handler, path: str = "/") -> str:
    """Load a page that must be refused; returns the sentence."""
    async with site(handler) as base:
        with pytest.raises(ReadingError) as caught:
            await load(base + path)
    return str(caught.value)


async def raw_refusal(answer: RawHandler) -> str:
    async with raw_site(answer) as base:
        with pytest.raises(ReadingError) as caught:
            await load(base)
    return str(caught.value)


async def test_a_page_arrives_with_its_type_charset_and_bytes() -> None:
    async with site(page(charset="utf-8")) as base:
        assert await load(f"{base}/news?id=7#top") == Page(f"{base}/news?id=7", HTML, "utf-8", BODY)


async def test_the_request_is_honest_and_carries_nothing_else() -> None:
    seen: dict[str, str] = {}

    async def handler(request: web.BaseRequest) -> web.Response:
        seen.update(request.headers)
        return web.Response(body=BODY, content_type="text/html")

    async with site(handler) as base:
        await load(base)
    assert seen["User-Agent"].startswith("SourcesSay/")
    assert set(seen) == {"Host", "User-Agent", "Accept", "Accept-Encoding", "Connection"}


@pytest.mark.parametrize(
    ("stated", "path", "expected"),
    [
        ("text/html; charset=utf-8", "/", HTML),
        ("TEXT/HTML", "/", HTML),
        ("application/xhtml+xml", "/", XHTML),
        ("text/plain", "/", PLAIN),
        ("text/markdown", "/", MARKDOWN),
        ("text/x-markdown", "/", MARKDOWN),
        ("application/pdf", "/", PDF),
        ("application/x-pdf", "/", PDF),
        (DOCX, "/", DOCX),
        ("application/octet-stream", "/report.PDF", PDF),
        ("application/octet-stream", "/report.docx?download=1", DOCX),
        ("application/octet-stream", "/page.xhtml", HTML),
        ("application/octet-stream", "/notes.markdown", MARKDOWN),
        ("application/octet-stream", "/notes.text", PLAIN),
        (None, "/notes.md", MARKDOWN),
        (" ", "/notes.md", MARKDOWN),
        (None, "/news?id=7", None),
        (" ", "/", None),
        ("unknown/unknown", "/", None),
        ("application/unknown", "/", None),
        ("*/*", "/", None),
    ],
)
async def test_the_type_is_the_servers_word_or_else_the_ending(
    stated: str | None, path: str, expected: str | None
) -> None:
    header = f"Content-Type: {stated}\r\n" if stated else ""
    answer = f"HTTP/1.1 200 OK\r\n{header}Content-Length: 2\r\n\r\nhi".encode()
    async with raw_site(says(answer)) as base:
        assert (await load(base + path)).media_type == expected


@pytest.mark.parametrize(
    "stated",
    [
        "image/png",
        "video/mp4",
        "application/json",
        "application/octet-stream",
        "text/css",
        "x",
        ";",
    ],
)
async def test_other_types_are_refused(stated: str) -> None:
    sentence = await refusal(page(content_type=None, headers={"Content-Type": stated}))
    assert f"no {formats.labels()}" in sentence


@pytest.mark.parametrize("charset", ["windows-1252", "no-such-charset"])
async def test_the_charset_is_reported_unchecked_and_the_bytes_are_left_alone(charset: str) -> None:
    async with site(page(charset=charset)) as base:
        loaded = await load(base)
    assert (loaded.charset, loaded.body) == (charset, BODY)


@pytest.mark.parametrize(
    ("packed", "encoding"),
    [
        (BODY, "identity"),
        (gzip.compress(BODY, mtime=0), "gzip"),
        (gzip.compress(BODY, mtime=0), "X-GZIP"),
        (zlib.compress(BODY), "deflate"),
        (gzip.compress(BODY[:9], mtime=0) + gzip.compress(BODY[9:], mtime=0), "gzip"),
        (gzip.compress(BODY, mtime=0) + gzip.compress(b"", mtime=0) * 3, "gzip"),
        (b"".join(gzip.compress(bytes([byte]), mtime=0) for byte in BODY), "gzip"),
        (gzip.compress(BODY, mtime=0) + bytes(64), "gzip"),
        (gzip.compress(BODY, mtime=0) + b"\n", "gzip"),
    ],
)
async def test_a_packed_page_is_unpacked(packed: bytes, encoding: str) -> None:
    async with site(page(body=packed, headers={"Content-Encoding": encoding})) as base:
        assert (await load(base)).body == BODY


@pytest.mark.parametrize("encoding", ["br", "zstd", "compress", "gzip, gzip", "nonsense"])
async def test_other_packings_are_refused(encoding: str) -> None:
    sentence = await refusal(page(headers={"Content-Encoding": encoding}))
    assert "packs that page" in sentence


@pytest.mark.parametrize(
    "packed",
    [
        BODY,
        gzip.compress(BODY, mtime=0)[:-9],
        gzip.compress(BODY, mtime=0)[:4] + b"\xff" * 40,
        gzip.compress(BODY, mtime=0) + gzip.compress(BODY, mtime=0)[:-9],
        gzip.compress(BODY, mtime=0) + gzip.compress(BODY, mtime=0)[:4] + b"\xff" * 40,
        gzip.compress(BODY, mtime=0) * 20_000,
    ],
    ids=["not packed", "cut", "bent", "second cut", "second bent", "endless"],
)
async def test_a_broken_packing_is_refused(packed: bytes) -> None:
    sentence = await refusal(page(body=packed, headers={"Content-Encoding": "gzip"}))
    assert "arrived broken" in sentence


@pytest.mark.parametrize(
    ("bomb", "encoding"),
    [
        (gzip.compress(bytes(4 * MAX_BYTES), mtime=0), "gzip"),
        (zlib.compress(bytes(4 * MAX_BYTES)), "deflate"),
        (gzip.compress(bytes(MAX_BYTES // 2), mtime=0) * 8, "gzip"),
    ],
    ids=["gzip", "deflate", "many members"],
)
async def test_a_bomb_is_refused_without_being_inflated(bomb: bytes, encoding: str) -> None:
    tracemalloc.start()
    try:
        sentence = await refusal(page(body=bomb, headers={"Content-Encoding": encoding}))
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert "larger than the bot loads" in sentence
    assert peak < 3 * MAX_BYTES


async def test_a_body_that_never_ends_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("corpus.reading.response.MAX_BYTES", 100_000)
    sent = 0

    async def handler(request: web.BaseRequest) -> web.StreamResponse:
        nonlocal sent
        stream = web.StreamResponse(headers={"Content-Type": "text/html"})
        await stream.prepare(request)
        while True:
            await stream.write(bytes(10_000))
            sent += 10_000

    assert "larger than the bot loads" in await refusal(handler)
    assert sent < 50_000_000


async def test_a_stated_length_that_is_too_large_is_refused_before_the_body() -> None:
    head = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 99999999999\r\n\r\n"
    assert "larger than the bot loads" in await raw_refusal(says(head))


@pytest.mark.parametrize(
    "answer",
    [
        b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 5000\r\n\r\n<p>cut",
        b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n<p",
    ],
)
async def test_a_body_shorter_than_promised_is_refused(answer: bytes) -> None:
    assert "arrived broken" in await raw_refusal(says(answer))


@pytest.mark.parametrize(
    "answer",
    [
        b"SSH-2.0-OpenSSH_9.6\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Length: many\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nX-Large: " + b"a" * 100_000 + b"\r\n\r\n",
        b"HTTP/1.1 200 OK\r\n" + b"X-Many: 1\r\n" * 10_000 + b"\r\n",
    ],
)
async def test_what_is_no_web_answer_is_refused(answer: bytes) -> None:
    assert "does not answer as a web site does" in await raw_refusal(says(answer))


async def test_a_connection_that_closes_without_an_answer_is_refused() -> None:
    assert "broke off" in await raw_refusal(says())


@pytest.mark.parametrize(
    ("first", "drop"),
    [
        (b"", b""),
        (b"HTTP/1.1 200 OK\r\n", b"X-Slow: 1\r\n"),
        (b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n", b"<p>"),
    ],
    ids=["silence", "headers", "body"],
)
async def test_a_server_that_drips_runs_out_of_time(
    first: bytes, drop: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fetching, "MAX_SECONDS", 0.3)
    assert "took too long" in await raw_refusal(says(first, *[drop] * 1000, every=0.02))


@pytest.mark.parametrize(
    ("status", "words"),
    [
        (304, "does not show that page (status 304)"),
        (400, "does not show that page (status 400)"),
        (401, "after signing in"),
        (403, "does not let the bot read"),
        (404, "no page at that address (404)"),
        (407, "proxy"),
        (410, "taken that page down"),
        (418, "does not show that page (status 418)"),
        (429, "too many requests"),
        (451, "legal reasons"),
        (500, "fault of its own (500)"),
        (503, "fault of its own (503)"),
    ],
)
async def test_each_status_has_its_sentence(status: int, words: str) -> None:
    assert words in await refusal(page(status=status))


@pytest.mark.parametrize("body", [b"", b" \r\n\t "])
async def test_an_empty_page_is_refused(body: bytes) -> None:
    assert "empty" in await refusal(page(body=body))


async def test_no_content_is_an_empty_page() -> None:
    head = b"HTTP/1.1 204 No Content\r\nContent-Type: text/html\r\n\r\n"
    assert "empty" in await raw_refusal(says(head))


@pytest.mark.parametrize("status", fetching.REDIRECTS)
@pytest.mark.parametrize("location", ["/there?a=1", "there?a=1#part", "//{host}/there?a=1"])
async def test_a_redirect_is_followed(status: int, location: str) -> None:
    async def handler(request: web.BaseRequest) -> web.Response:
        if request.path == "/there":
            return web.Response(body=BODY, content_type="text/html")
        target = location.format(host=request.host)
        return web.Response(status=status, headers={"Location": target})

    async with site(handler) as base:
        assert (await load(f"{base}/here")).url == f"{base}/there?a=1"


async def test_nothing_is_kept_across_a_redirect() -> None:
    seen: dict[str, str] = {}

    async def handler(request: web.BaseRequest) -> web.Response:
        if request.path == "/there":
            seen.update(request.headers)
            return web.Response(body=BODY, content_type="text/html")
        return web.Response(status=302, headers={"Location": "/there", "Set-Cookie": "id=7"})

    async with site(handler) as base:
        await load(base)
    assert seen.keys().isdisjoint({"Cookie", "Referer", "Authorization"})


@pytest.mark.parametrize("status", fetching.REDIRECTS)
async def test_a_redirect_without_an_address_is_refused_as_such(status: int) -> None:
    sentence = await refusal(page(status=status))
    assert "without saying where" in sentence
    assert f"({status})" in sentence


async def test_a_redirect_to_itself_is_refused() -> None:
    assert "leads in a circle" in await refusal(redirect("/"))


@pytest.mark.parametrize(("hops", "arrives"), [(10, True), (11, False)])
async def test_the_number_of_redirects_is_bounded(hops: int, arrives: bool) -> None:
    async def handler(request: web.BaseRequest) -> web.Response:
        left = int(request.path.strip("/"))
        if left == 0:
            return web.Response(body=BODY, content_type="text/html")
        return web.Response(status=302, headers={"Location": f"/{left - 1}"})

    if not arrives:
        assert "through too many others" in await refusal(handler, f"/{hops}")
        return
    async with site(handler) as base:
        assert (await load(f"{base}/{hops}")).body == BODY


@pytest.mark.parametrize(
    ("location", "words"),
    [
        ("http://127.0.0.2/", "private network"),
        ("http://169.254.169.254/latest/meta-data/", "private network"),
        ("https://[::1]/", "private network"),
        ("http://[::ffff:127.0.0.2]/", "private network"),
        ("http://0x7f000002/", "private network"),
        ("file:///etc/passwd", "begin with http"),
        ("ftp://example.org/", "begin with http"),
        ("javascript:alert(1)", "begin with http"),
        ("data:text/html,hi", "begin with http"),
        ("http://user:secret@example.org/", "user name or password"),
        ("http://example.org:25/", "port number"),
        ("http://[::1", "no web address"),
        ("http://a..b/", "no web address"),
        ("//.c0ffee/", "no web address"),
        (f"http://{'e' * 64}/", "no web address"),
        ("http://1.2.3.4.5/", "no web address"),
        ("", "without saying where"),
        (" ", "without saying where"),
    ],
)
async def test_a_redirect_is_checked_as_the_first_address_was(location: str, words: str) -> None:
    assert words in await refusal(redirect(location))


@pytest.mark.parametrize(
    ("url", "words"),
    [
        ("", "begin with http"),
        ("example.org/article", "begin with http"),
        ("file:///etc/passwd", "begin with http"),
        ("ftp://example.org/a", "begin with http"),
        ("javascript:alert(1)", "begin with http"),
        ("http://", "not a web address"),
        ("http:///path", "not a web address"),
        ("http://[::1", "not a web address"),
        ("http://example.org:99999/", "not a web address"),
        ("http://exa\x1b[31mple.org/", "not a web address"),
        ("http://example..org/", "not a web address"),
        (f"http://{'a' * 64}.org/", "not a web address"),
        ("http://a..b/", "not a web address"),
        ("https://.f00d/", "not a web address"),
        ("http://.../", "not a web address"),
        (f"https://{'c' * 64}/", "not a web address"),
        ("http://1.2.3.4.5/", "not a web address"),
        ("http://example.org\\@127.0.0.1/", "not a web address"),
        ("http://me@example.org/", "user name or password"),
        ("http://me:secret@example.org/", "user name or password"),
        ("http://example.org:22/", "port number"),
        ("http://example.org:0/", "port number"),
        ("https://example.org/" + "a" * 5000, "far longer"),
    ],
)
async def test_what_is_no_articles_address_is_refused(url: str, words: str) -> None:
    with pytest.raises(ReadingError, match=words):
        await load(url)


@given(
    st.text()
    | st.text().map("http://".__add__)
    | st.text("abc09.-:").map("http://".__add__)
    | st.from_regex(r"https?://[^\s/]+/.*")
)
def test_any_text_is_an_address_or_refused(text: str) -> None:
    try:
        url = fetching._parse(text)
    except ReadingError:
        return
    assert url.scheme in ("http", "https")
    assert url.raw_host
    url.raw_host.encode("idna")  # as a look-up does
    assert url.raw_user is None
    assert not url.raw_fragment
    assert str(url).isprintable()


def test_an_international_name_is_put_into_ascii() -> None:
    assert fetching._parse("https://bücher.example/ä").raw_host == "xn--bcher-kva.example"


@pytest.mark.parametrize(
    ("source", "target", "is_followed"),
    [
        ("http://a.example/", "https://a.example/", True),
        ("https://a.example/", "https://b.example/", True),
        ("https://a.example/", "/other", True),
        ("https://a.example/", "http://a.example/other", False),
    ],
)
def test_a_redirect_never_leaves_https(source: str, target: str, is_followed: bool) -> None:
    if is_followed:
        assert fetching._target(URL(source), target).scheme == "https"
        return
    with pytest.raises(ReadingError, match="unprotected"):
        fetching._target(URL(source), target)


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1:{port}/",
        "http://localhost:{port}/",
        "http://0.0.0.0:{port}/",
        "http://[::1]:{port}/",
        "http://[::ffff:127.0.0.1]:{port}/",
        "http://0x7f.1:{port}/",
        "http://①②⑦.0.0.1:{port}/",
        "http://10.0.0.1/",
        "http://169.254.169.254/latest/meta-data/",
        "http://[fe80::1]/",
    ],
)
async def test_a_private_address_is_never_connected_to(url: str) -> None:
    async def handler(_: web.BaseRequest) -> web.Response:
        raise AssertionError

    async with site(handler) as base:
        with pytest.raises(ReadingError) as caught:
            await fetch(url.format(port=URL(base).port))
    assert str(caught.value).startswith("That address is on a private network")


async def test_a_private_address_says_the_same_whether_or_not_anyone_listens() -> None:
    with socket.socket() as free:
        free.bind((str(LOOPBACK), 0))
        closed = f"http://127.0.0.1:{free.getsockname()[1]}/"
    async with site(page()) as base:
        sentences = set()
        for url in (base, closed):
            with pytest.raises(ReadingError) as caught:
                await fetch(url)
            sentences.add(str(caught.value))
    assert len(sentences) == 1


async def test_a_name_that_changes_its_address_is_refused_when_it_turns_private(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The name points to the allowed address first, and elsewhere after the redirect."""
    answers = iter(["127.0.0.1", "127.0.0.2"])

    async def look_up(_: str, port: int, **__: object) -> list[tuple[Any, ...]]:
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (next(answers), port))]

    monkeypatch.setattr(asyncio.get_running_loop(), "getaddrinfo", look_up)
    async with site(redirect("/next")) as base:
        with pytest.raises(ReadingError, match="private network"):
            await load(f"http://news.example:{URL(base).port}/")
    assert next(answers, None) is None


@pytest.mark.parametrize("order", [["127.0.0.2", "127.0.0.1"], ["127.0.0.1", "127.0.0.2"]])
async def test_a_name_with_a_private_and_an_allowed_address_reaches_only_the_allowed(
    order: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    async def look_up(_: str, port: int, **__: object) -> list[tuple[Any, ...]]:
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (host, port)) for host in order]

    monkeypatch.setattr(asyncio.get_running_loop(), "getaddrinfo", look_up)
    async with site(page()) as base:
        loaded = await load(f"http://news.example:{URL(base).port}/")
    assert loaded.body == BODY


async def test_a_name_that_does_not_exist_is_refused() -> None:
    with pytest.raises(ReadingError, match="No site of that name"):
        await fetch("https://no-such-site.invalid/article")


async def test_a_closed_port_is_refused() -> None:
    with socket.socket() as free:
        free.bind((str(LOOPBACK), 0))
        port = free.getsockname()[1]
    with pytest.raises(ReadingError, match="takes no connection"):
        await load(f"http://{LOOPBACK}:{port}/")


async def test_a_site_without_encryption_is_refused_under_https() -> None:
    async with site(page()) as base:
        with pytest.raises(ReadingError, match="not safe"):
            await load(base.replace("http:", "https:"))


@pytest.fixture
def self_signed(tmp_path: Path) -> ssl.SSLContext:
    """Make a server's certificate that nobody vouches for."""
    if not shutil.which("openssl"):
        pytest.skip("makes a certificate with openssl, which is not here")
    key, certificate = tmp_path / "key.pem", tmp_path / "certificate.pem"
    command = "openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 1"
    files = ["-subj", "/CN=127.0.0.1", "-keyout", str(key), "-out", str(certificate)]
    subprocess.run([*command.split(), *files], check=True, capture_output=True)
    tls = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    tls.load_cert_chain(certificate, key)
    return tls


async def test_a_certificate_nobody_vouches_for_is_refused(self_signed: ssl.SSLContext) -> None:
    async with site(page(), self_signed) as base:
        with pytest.raises(ReadingError, match="not safe"):
            await load(base)


async def test_a_proxy_named_in_the_environment_is_not_used(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async def proxy(_: web.BaseRequest) -> web.Response:
        raise AssertionError

    async with site(proxy) as proxy_url, site(page()) as base:
        for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
            monkeypatch.setenv(name, proxy_url)
        assert (await load(base)).body == BODY
