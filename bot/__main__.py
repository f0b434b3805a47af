"""The command line: every command's arguments, help and exit code; the work is in `terminal/`.

Exit codes: 0 done or answered, 1 nothing found or something failed, 2 wrong use.
"""

from __future__ import annotations

import asyncio
import sys
from importlib.metadata import version
from pathlib import Path
from typing import Annotated

import typer

from bot.settings import Settings, SettingsError
from bot.terminal.console import complain, note
from corpus.errors import CorpusError

NOT_ANSWERED = FAILED = 1
WRONG_USE = 2
INTERRUPTED = 130
IN_THE_TERMINAL = (
    "Chatting in this terminal, since DISCORD_TOKEN is not set. To connect to Discord, put your "
    "bot's token into a file named .env (see .env.example) and start again."
)
BEYOND_SERVERS = 2**63  # the store's integers, and Discord's ids, are below it

app = typer.Typer(
    name="sources-say",
    add_completion=False,
    rich_markup_mode="markdown",
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
article = typer.Typer(
    no_args_is_help=True, help="Add, list, show, remove, restore and update articles."
)
app.add_typer(article, name="article")
feed = typer.Typer(no_args_is_help=True, help="Follow RSS and Atom feeds: new articles load.")
app.add_typer(feed, name="feed")


def _server_id(server: int) -> int:
    if not 0 <= server < BEYOND_SERVERS:
        raise typer.BadParameter("A server's id is a whole number below 2 to the 63rd.")
    return server


Server = Annotated[
    int,
    typer.Option(
        "--server",
        callback=_server_id,
        metavar="ID",
        help="The Discord server whose library is meant; 0 is this terminal's own.",
    ),
]


def _not_empty(question: str) -> str:
    if not question.strip():
        raise typer.BadParameter("The question is empty.")
    return question


Question = Annotated[
    str,
    typer.Argument(
        metavar="QUESTION", callback=_not_empty, help="The question, in quotation marks."
    ),
]
OnlyArticles = Annotated[
    list[str] | None,
    typer.Option(
        "--article",
        metavar="FILE_OR_URL",
        help="Search this article alone, without storing it; may be given several times.",
    ),
]
Passages = Annotated[int, typer.Option("--limit", min=1, max=20, help="Passages at most.")]
PASSAGES = 3
"""Passages looked for where nobody says how many; a card begins with the best."""

PassagesAsked = Annotated[
    int | None,
    typer.Option(
        "--limit",
        min=1,
        max=20,
        help=f"Passages at most: 1, or {PASSAGES} with --json.",
    ),
]

AsJson = Annotated[bool, typer.Option("--json", help="Print JSON for programs.")]


def _print_version(asked: bool) -> None:
    if asked:
        typer.echo(f"sources-say {version('sources-say')}")
        raise typer.Exit


Version = Annotated[
    bool,
    typer.Option(
        "--version", callback=_print_version, is_eager=True, help="Print the version and exit."
    ),
]


@app.callback(invoke_without_command=True)
def without_a_command(context: typer.Context, _version: Version = False) -> None:
    """Answer questions from news articles, word for word, and say who made each claim.

    Without a command: run the bot, on Discord when DISCORD_TOKEN is set, else in this terminal.
    """
    if context.invoked_subcommand is None:
        run()


@app.command()
def run() -> None:
    """Run the bot: on Discord when DISCORD_TOKEN is set, else as a chat in this terminal."""
    settings = Settings.load()
    if settings.discord_token:
        from bot.discord.connecting import connect  # noqa: PLC0415 - discord.py is slow to import

        connect(settings)
    else:
        note(IN_THE_TERMINAL)
        chat()


@app.command()
def chat(server: Server = 0) -> None:
    """Chat with the bot in this terminal, whether or not it is connected to Discord."""
    from bot.terminal.chat import chat as chat_here  # noqa: PLC0415 - only what a command needs

    asyncio.run(chat_here(server))


@app.command(
    epilog="Examples:\n\n"
    '    sources-say ask "How many troops are in Kursk?"\n\n'
    '    sources-say ask "Who denies it?" --article story.pdf --article notes.md --json'
)
def ask(
    question: Question,
    article: OnlyArticles = None,
    limit: PassagesAsked = None,
    as_json: AsJson = False,
    server: Server = 0,
) -> None:
    """Ask one question; exit code 0 if it was answered, 1 if nothing was found."""
    from bot.terminal.ask import ask_articles, ask_library, show_answer  # noqa: PLC0415

    most = limit or PASSAGES
    if article:
        answer = ask_articles(question, article, limit=most)
    else:
        answer = asyncio.run(ask_library(question, server_id=server, limit=most))
    show_answer(answer, as_json=as_json, shown=limit)
    if not answer.answered:
        raise typer.Exit(NOT_ANSWERED)


@app.command(
    epilog="Examples:\n\n"
    '    sources-say why "How many troops are in Kursk?"\n\n'
    '    sources-say why "Who denies it?" --article story.pdf --json'
)
def why(
    question: Question,
    article: OnlyArticles = None,
    *,
    paragraphs: Annotated[int, typer.Option(min=1, max=20, help="Paragraphs explained.")] = 5,
    limit: Passages = PASSAGES,
    as_json: AsJson = False,
    server: Server = 0,
) -> None:
    """Explain an answer, or why there is none: every number and rule; exit codes as for `ask`."""
    from bot.terminal.why import (  # noqa: PLC0415
        explain_articles,
        explain_library,
        show_explanation,
    )

    if article:
        explanation = explain_articles(question, article, limit=paragraphs, passages=limit)
    else:
        explanation = asyncio.run(
            explain_library(question, server_id=server, limit=paragraphs, passages=limit)
        )
    show_explanation(explanation, as_json=as_json)
    if not explanation.answered:
        raise typer.Exit(NOT_ANSWERED)


@app.command(
    epilog="Examples:\n\n    sources-say claims speech.txt report.txt --json\n\n"
    '    sources-say claims --about "the dam"'
)
def claims(
    files: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="FILE", help="Plain text files.", exists=True, dir_okay=False, readable=True
        ),
    ] = None,
    about: Annotated[
        str | None, typer.Option(help="In the library instead: about these words, newest first.")
    ] = None,
    source: Annotated[
        str | None, typer.Option(help="In the library: of this person or organisation alone.")
    ] = None,
    as_json: AsJson = False,
    server: Server = 0,
) -> None:
    """Say who claims what in text files, or in the library about some words.

    With --json one line a file, or a claim of the library; offsets into its text.
    """
    from bot.terminal.claims import show_claims, show_claims_about  # noqa: PLC0415

    in_library = about is not None or source is not None
    if bool(files) == in_library:
        raise typer.BadParameter(
            "Name text files, or say with --about or --source what is looked for in the library."
        )
    if files:
        show_claims(files, as_json=as_json)
    elif not asyncio.run(show_claims_about(server, about or "", source=source, as_json=as_json)):
        raise typer.Exit(NOT_ANSWERED)


@app.command(epilog="Example:\n\n    sources-say figures 'troops Kursk'")
def figures(
    about: Annotated[
        str,
        typer.Argument(
            metavar="WORDS", callback=_not_empty, help="What is counted: words, or a question."
        ),
    ],
    as_json: AsJson = False,
    server: Server = 0,
) -> None:
    """Show who gives which figure of something, as a table and bars; exit code 1 if nobody does.

    With --json a list of groups: the figures of one group are of the same thing, the newest first.
    """
    from bot.terminal.figures import show_figures  # noqa: PLC0415

    if not asyncio.run(show_figures(server, about, as_json=as_json)):
        raise typer.Exit(NOT_ANSWERED)


@article.command(
    "add",
    epilog="Examples:\n\n    sources-say article add https://news.example/story notes.docx\n\n"
    "    pbpaste | sources-say article add - --title 'A pasted story'",
)
def add_article(
    files_or_urls: Annotated[
        list[str], typer.Argument(metavar="FILE_OR_URL", help="'-' reads a text from the input.")
    ],
    title: Annotated[str | None, typer.Option(help="The title of a text from the input.")] = None,
    url: Annotated[str | None, typer.Option(help="Where a text from the input is from.")] = None,
    server: Server = 0,
) -> None:
    """Load articles from web addresses, files or the input."""
    from bot.terminal.articles import add  # noqa: PLC0415

    if (title or url) and files_or_urls != ["-"]:
        raise typer.BadParameter("--title and --url go with '-' alone.")
    if not asyncio.run(add(server, files_or_urls, title=title, url=url)):
        raise typer.Exit(FAILED)


@article.command(
    "list", epilog="Example:\n\n    sources-say article list --about dam --since 2024-05"
)
def list_articles(
    about: Annotated[str | None, typer.Option(help="Only those about these words.")] = None,
    since: Annotated[
        str | None,
        typer.Option(metavar="DAY", help="Published then or later: 2024-05-03, 2024-05 or 2024."),
    ] = None,
    until: Annotated[
        str | None, typer.Option(metavar="DAY", help="Published then or earlier.")
    ] = None,
    as_json: AsJson = False,
    server: Server = 0,
) -> None:
    """List the articles, newest first, with their ids; all, or by topic and date."""
    from bot.terminal.articles import show_list  # noqa: PLC0415
    from corpus.library.choosing import Choice  # noqa: PLC0415

    asyncio.run(show_list(server, Choice.read(about, since, until), as_json=as_json))


ArticleId = Annotated[
    str, typer.Argument(metavar="ID", help="An article's id, or its first letters.")
]


@article.command("show")
def show_article(article_id: ArticleId, as_json: AsJson = False, server: Server = 0) -> None:
    """Show an article with its numbered paragraphs."""
    from bot.terminal.articles import show_one  # noqa: PLC0415

    asyncio.run(show_one(server, article_id, as_json=as_json))


@article.command("remove")
def remove_article(
    article_ids: Annotated[list[str], typer.Argument(metavar="ID")], server: Server = 0
) -> None:
    """Remove articles from the library."""
    from bot.terminal.articles import remove  # noqa: PLC0415

    asyncio.run(remove(server, article_ids))


@article.command("restore")
def restore_article(
    article_ids: Annotated[list[str], typer.Argument(metavar="ID")], server: Server = 0
) -> None:
    """Bring back articles that were removed within the last day, as they were."""
    from bot.terminal.articles import restore  # noqa: PLC0415

    asyncio.run(restore(server, article_ids))


@article.command("update")
def update_article(
    article_id: ArticleId,
    file_or_url: Annotated[
        str | None, typer.Argument(metavar="FILE_OR_URL", help="The article's own URL if left out.")
    ] = None,
    server: Server = 0,
) -> None:
    """Read an article again and show what changed."""
    from bot.terminal.articles import update  # noqa: PLC0415

    asyncio.run(update(server, article_id, file_or_url))


@article.command("refresh-claims")
def refresh_claims(server: Server = 0) -> None:
    """Find claims anew that an older version of the program found.

    Stopped half-way, it can be run again. The bot on Discord does this by itself after an upgrade.
    """
    from bot.terminal.articles import refresh_claims as refresh  # noqa: PLC0415

    asyncio.run(refresh(server))


@feed.command(
    "add",
    epilog="Example:\n\n    sources-say feed add https://news.example/rss --word dam --word 'North Korea'",
)
def add_feed(
    url: Annotated[str, typer.Argument(metavar="URL", help="The feed's web address.")],
    word: Annotated[
        list[str] | None,
        typer.Option(
            help="Load only articles with one of these words; may be given several times."
        ),
    ] = None,
    server: Server = 0,
) -> None:
    """Follow a feed, and load the newest few of its articles; what is older is left out."""
    from bot.terminal.feeds import add  # noqa: PLC0415

    asyncio.run(add(server, url, word or []))


@feed.command("list")
def list_feeds(as_json: AsJson = False, server: Server = 0) -> None:
    """List the feeds that are followed, with their numbers and how they go."""
    from bot.terminal.feeds import show_list  # noqa: PLC0415

    asyncio.run(show_list(server, as_json=as_json))


@feed.command("remove")
def remove_feed(
    number_or_url: Annotated[str, typer.Argument(metavar="NUMBER_OR_URL")], server: Server = 0
) -> None:
    """Follow a feed no longer; the articles loaded from it stay."""
    from bot.terminal.feeds import remove  # noqa: PLC0415

    asyncio.run(remove(server, number_or_url))


@feed.command("check")
def check_feeds(server: Server = 0) -> None:
    """Check every feed once, now, and load what is new.

    The bot on Discord checks its servers' feeds by itself; your own are checked by this command,
    from a timer if you like. It announces nothing on Discord.
    """
    from bot.terminal.feeds import check  # noqa: PLC0415

    if not asyncio.run(check(server)):
        raise typer.Exit(FAILED)


@app.command(
    "import",
    epilog="Examples:\n\n    sources-say import ~/articles\n\n    sources-say import library.jsonl.gz",
)
def import_(
    path: Annotated[
        Path, typer.Argument(metavar="PATH", help="A folder of articles, or an exported library.")
    ],
    server: Server = 0,
) -> None:
    """Load a whole folder of articles, or a library that `export` wrote.

    Stopped half-way, it can be run again: what is there already is not loaded twice.
    """
    from bot.terminal.transfer import import_articles  # noqa: PLC0415

    if not asyncio.run(import_articles(server, path)):
        raise typer.Exit(FAILED)


@app.command(epilog="Example:\n\n    sources-say export library.jsonl.gz")
def export(
    path: Annotated[
        Path, typer.Argument(metavar="FILE", help="The file to write; it must not exist yet.")
    ],
    server: Server = 0,
) -> None:
    """Write a server's whole library, with the originals, to one file; its feeds are not in it."""
    from bot.terminal.transfer import export as export_library  # noqa: PLC0415

    asyncio.run(export_library(server, path))


@app.command(epilog="Example:\n\n    sources-say backup sources-say.sqlite")
def backup(
    file: Annotated[
        Path, typer.Argument(metavar="FILE", help="The file to write; it must not exist yet.")
    ],
) -> None:
    """Copy the whole database, of all servers, to one file; the bot may run meanwhile."""
    from bot.terminal.backup import back_up  # noqa: PLC0415

    back_up(file)


@app.command(epilog="Example:\n\n    sources-say restore sources-say.sqlite")
def restore(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A file that `backup` wrote.")],
) -> None:
    """Put a copy in the database's place. Stop the bot first.

    What was there before is kept beside it.
    """
    from bot.terminal.backup import restore as put_in_place  # noqa: PLC0415

    put_in_place(file)


@app.command()
def doctor() -> None:
    """Check settings, data folder, database and token: one line each."""
    from bot.terminal.doctor import examine  # noqa: PLC0415

    if not asyncio.run(examine()):
        raise typer.Exit(FAILED)


def main() -> None:
    """Run the command line; a mistake that a person can correct is told in one sentence."""
    try:
        app(prog_name="sources-say")
    except (CorpusError, SettingsError) as error:
        complain(str(error))
        sys.exit(WRONG_USE)
    except KeyboardInterrupt:
        complain("Stopped. What was loaded so far is kept.")
        sys.exit(INTERRUPTED)


if __name__ == "__main__":
    main()
