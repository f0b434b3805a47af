"""The bot as a chat in this terminal: questions are answered, lines that begin with / are acts."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import suppress
from pathlib import Path

from rich.text import Text

from bot.conversation import Asked, answer_in_talk
from bot.figures import UNITS_BESIDE, sources_differ
from bot.settings import Settings
from bot.terminal.article_page import article_table
from bot.terminal.card import SHOWN, answer_card, passage_card
from bot.terminal.claims import claims_list, nothing_about
from bot.terminal.console import complain, note, show
from bot.terminal.figures import figures_shown
from bot.terminal.library import offer_samples, open_library
from bot.terminal.loading import load, save
from bot.wording import NOT_SETTLED
from corpus.answering.answer import Answer
from corpus.answering.question import asks_for_figure
from corpus.conversation.asked_topic import read_asked_topic
from corpus.conversation.follow_up import Wanted, topic_of
from corpus.conversation.small_talk import is_polite, only_points
from corpus.errors import CorpusError
from corpus.library import Library
from corpus.topics import claims_asked_for

GLAD_TO_HELP = "Glad to help. Ask, and I look in the articles."
SEVERAL_FIGURES = "Several sources give a figure: /figures shows them all."
WHAT_IS_MEANT = "I cannot tell what is meant: write the whole question."

WELCOME = "Ask a question, or type /help."

HELP = """\
Ask anything in your own words: How many troops are in Kursk?
What do people say about Kursk? lists who says what.

/more               further passages that answer the last question
/articles           what is loaded
/add FILE_OR_URL    load an article
/claims [WORDS]     who claims what, newest first; about these words if any are given
/figures [WORDS]    who gives which figure of it, or of what the last question was about
/help               this help
/quit               leave (so does Ctrl-D)"""


class Chat:
    """One conversation with one server's library."""

    def __init__(self, library: Library, server_id: int) -> None:
        self._library = library
        self._server_id = server_id
        self._last: Answer | None = None
        self._topic: str | None = None
        self._acts: dict[str, Callable[[str], Awaitable[None]]] = {
            "/more": self._more,
            "/articles": self._articles,
            "/add": self._add,
            "/claims": self._claims,
            "/figures": self._figures,
            "/help": self._help,
        }

    async def respond(self, line: str) -> None:
        """Answer a question or carry out an act; what goes wrong is said, never raised."""
        name, _, rest = line.partition(" ")
        try:
            if not line.startswith("/"):
                await self._ask(line)
            elif act := self._acts.get(name.lower()):
                await act(rest.strip())
            else:
                complain(f"There is no {name} here; /help lists what there is.")
        except CorpusError as error:
            complain(str(error))

    async def _ask(self, text: str) -> None:
        if is_polite(text):
            note(GLAD_TO_HELP)
            return
        if self._topic is None and only_points(text):
            complain(WHAT_IS_MEANT)
            return
        if await self._list_claims(text):
            return
        talked = await answer_in_talk(self._search, Asked(text, self._topic))
        self._last = talked.answer
        if talked.about:
            show(Text(f"about: {talked.about}", style="dim"))
        if talked.wanted is Wanted.VERDICT:
            show(Text(NOT_SETTLED, style="dim"))
        show(answer_card(talked.answer, SHOWN, how_to_see_more="/more"))
        if asks_for_figure(talked.answer.question):
            await self._tell_of_figures(talked.answer.question)
        if talked.answer.answered:
            self._topic = topic_of(text, talked.about)

    async def _tell_of_figures(self, question: str) -> None:
        """Say that there is a table where several sources give a figure of the same thing."""
        found = await self._library.figures(self._server_id, question, most=UNITS_BESIDE)
        if sources_differ(found.groups):
            note(SEVERAL_FIGURES)

    async def _search(self, question: str, article: str | None) -> Answer:
        within = [article] if article else None
        return await self._library.ask(self._server_id, question, within=within)

    async def _more(self, _: str) -> None:
        rest = self._last.found[SHOWN:] if self._last else ()
        if not rest:
            complain("There is no more to show; ask a question first.")
        for passage in rest:
            show(passage_card(passage))

    async def _articles(self, _: str) -> None:
        show(article_table(await self._library.articles(self._server_id)))

    async def _add(self, source: str) -> None:
        if not source:
            complain("Say what to add: /add FILE_OR_URL")
            return
        await save(self._library, self._server_id, await load(source))

    async def _claims(self, about: str) -> None:
        found = await self._library.claims_about(self._server_id, about)
        if found:
            show(claims_list(found))
        else:
            show(Text(await nothing_about(self._library, self._server_id), style="dim"))

    async def _list_claims(self, question: str) -> bool:
        """Show who says what, if the question asks for that; tell whether it does."""
        asked = read_asked_topic(question)
        if asked is None:
            return False
        about = await self._library.claims_about(self._server_id, asked.about)
        chosen = claims_asked_for(asked, about)
        if chosen:
            show(claims_list(chosen))
            self._last, self._topic = None, topic_of(question, None)
        return bool(chosen)

    async def _figures(self, about: str) -> None:
        about = about or (self._last.question if self._last else "")
        if not about:
            complain("Say what is counted: /figures WORDS")
            return
        show(figures_shown(await self._library.figures(self._server_id, about)))

    async def _help(self, _: str) -> None:
        show(Text(HELP))


async def chat(server_id: int) -> None:
    """Chat until /quit or the end of the input."""
    settings = Settings.load()
    async with open_library(settings) as library:
        await offer_samples(library, server_id)
        talk = Chat(library, server_id)
        note(WELCOME)
        async for line in _lines(settings.data_folder / "history"):
            if line.lower() in {"/quit", "/exit"}:
                return
            if line:
                await talk.respond(line)


def _lines(history: Path) -> AsyncIterator[str]:
    """Read what is typed, line by line: with editing and history on a terminal."""
    return _typed(history) if sys.stdin.isatty() else _piped()


async def _typed(history: Path) -> AsyncIterator[str]:
    from prompt_toolkit import PromptSession  # noqa: PLC0415 - only people need it
    from prompt_toolkit.history import FileHistory  # noqa: PLC0415

    history.parent.mkdir(parents=True, exist_ok=True)
    session: PromptSession[str] = PromptSession("› ", history=FileHistory(str(history)))
    with suppress(EOFError):  # Ctrl-D
        while True:
            with suppress(KeyboardInterrupt):  # Ctrl-C only clears what was typed
                yield (await session.prompt_async()).strip()


async def _piped() -> AsyncIterator[str]:
    while line := await asyncio.to_thread(sys.stdin.readline):
        yield line.strip()
