"""The commands that load: `/library add` and its form, `/library update`, *Add to library*."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import discord
from discord import app_commands, ui

from bot.discord.errors import DeclinedError
from bot.discord.kit.choices import Choices, chosen_article, suggest_articles
from bot.discord.kit.expired_interactions import conclude
from bot.discord.kit.forms import SafeForm, give_back
from bot.discord.kit.moderators import (
    ADD_TO_LIBRARY,
    PERMISSION,
    library_commands,
    require_moderator,
)
from bot.discord.kit.sending import defer, show_modal
from bot.discord.loading.card import preview_card, results_card
from bot.discord.loading.loading import FailedLoad, FinishedLoad, load_one, load_several
from bot.discord.loading.submissions import (
    MOST_AT_ONCE,
    Submission,
    in_message,
    new_version,
    pasted_text,
    uploaded_file,
    web_page,
)
from bot.discord.service import Interaction, server_of, service_of
from bot.language import N_, gettext
from corpus.reading import formats
from corpus.reading.limits import MAX_TITLE

LONGEST_ADDRESS = 4_000
LONGEST_TEXT = 4_000
"""Characters that Discord takes in one field."""

ANY_FORMAT = f"Any {formats.labels()}"
NOTHING_GIVEN = N_("There was nothing in the form: give a web address, files or a text.")
MAY_BE_CUT = N_(
    "A text field was full, so Discord may have cut the end off: check the last paragraph, and "
    "hand over a longer text as a file."
)
TEXT_FAILED = N_("The pasted text was not loaded.")
NOTHING_TO_LOAD = N_("There is no web address and no document in that message.")
NOT_FROM_THE_WEB = N_(
    "That article was not loaded from the web: use the option `file` to hand over its new text."
)


@library_commands.command(name="add", description="Load articles; without options a form opens")
@app_commands.describe(
    url="The article’s web address",
    file=ANY_FORMAT,
)
async def add(
    interaction: Interaction,
    url: app_commands.Range[str, 1, LONGEST_ADDRESS] | None = None,
    file: discord.Attachment | None = None,
) -> None:
    """Load what was given, or ask for it with a form."""
    submissions = [
        *([web_page(service_of(interaction), url)] if url else []),
        *([uploaded_file(file)] if file else []),
    ]
    if submissions:
        await _load(interaction, submissions)
    else:
        await show_modal(interaction, AddForm())


async def _is_moderator(interaction: Interaction) -> bool:
    await require_moderator(interaction)
    return True


@app_commands.context_menu(name=ADD_TO_LIBRARY)
@app_commands.guild_only()
@app_commands.default_permissions(PERMISSION)
@app_commands.check(_is_moderator)
async def add_to_library(interaction: Interaction, message: discord.Message) -> None:
    """Load what is in a message."""
    submissions = in_message(service_of(interaction), message)
    if not submissions:
        raise DeclinedError(gettext(NOTHING_TO_LOAD))
    await _load(interaction, submissions)


@library_commands.command(name="update", description="Read an article again, and see what changed")
@app_commands.describe(
    article="The article to read again",
    file="Its new text, where it is not on the web",
)
async def update(
    interaction: Interaction, article: str, file: discord.Attachment | None = None
) -> None:
    """Load an article's page again, or a file in its place."""
    service = service_of(interaction)
    old = await chosen_article(service.library, server_of(interaction), article)
    await defer(interaction, private=True)
    if file:
        submission = uploaded_file(file)
    elif old.url:
        submission = web_page(service, old.url)
    else:
        raise DeclinedError(gettext(NOT_FROM_THE_WEB))
    loaded = await load_one(interaction, new_version(old, submission))
    await conclude(interaction, preview_card(loaded))


@update.autocomplete("article")
async def _articles(interaction: Interaction, typed: str) -> Choices:
    return await suggest_articles(interaction, typed)


async def _load(
    interaction: Interaction, submissions: Sequence[Submission]
) -> Sequence[FinishedLoad | FailedLoad]:
    """Load submissions, show what came of it, and return it.

    Raises CorpusError where it is one submission, which cannot be loaded.
    """
    await defer(interaction, private=True)
    if len(submissions) == 1:
        loaded = await load_one(interaction, submissions[0])
        await conclude(interaction, preview_card(loaded))
        return [loaded]
    results = await load_several(interaction, submissions)
    await conclude(interaction, results_card(results))
    return results


class AddForm(SafeForm):
    """Takes a web address, up to ten files, and a text that is too long for a command's option."""

    def __init__(self) -> None:
        super().__init__(gettext("Load articles"))
        self.url = _line(LONGEST_ADDRESS)
        self.files: ui.FileUpload[Any] = ui.FileUpload(
            required=False, min_values=0, max_values=MOST_AT_ONCE
        )
        self.text = _paragraphs()
        self.more_text = _paragraphs()
        self.title_of_text = _line(MAX_TITLE)
        for name, about, field in (
            (
                N_("Web address"),
                N_("Of an article to load, or where the text below is from"),
                self.url,
            ),
            (N_("Files"), ANY_FORMAT, self.files),
            (
                N_("Text"),
                N_("Up to 4,000 characters; a longer one goes on below, or comes as a file"),
                self.text,
            ),
            (N_("Text, continued"), N_("What did not fit above"), self.more_text),
            (
                N_("Title"),
                N_("Of the text, where it does not begin with it"),
                self.title_of_text,
            ),
        ):
            self.add_item(ui.Label(text=gettext(name), description=gettext(about), component=field))

    async def submit(self, interaction: Interaction) -> None:
        """Load what was given; a text that cannot be loaded is handed back."""
        await require_moderator(interaction)
        submissions = [uploaded_file(attachment) for attachment in self.files.values]
        address = self.url.value.strip() or None
        if pasted := self._pasted():
            submissions.append(pasted)
        elif address:
            submissions.append(web_page(service_of(interaction), address))
        if not submissions:
            raise DeclinedError(gettext(NOTHING_GIVEN))
        results = await _load(interaction, submissions)
        if any(isinstance(each, FailedLoad) and each.submission is pasted for each in results):
            await give_back(interaction, gettext(TEXT_FAILED))

    def _pasted(self) -> Submission | None:
        fields = [self.text.value, self.more_text.value]
        text = "\n\n".join(field for field in fields if field.strip())
        if not text:
            return None
        return pasted_text(
            text,
            title=self.title_of_text.value.strip() or None,
            address=self.url.value.strip() or None,
            warning=gettext(MAY_BE_CUT) if LONGEST_TEXT in map(len, fields) else "",
        )


def _line(longest: int) -> ui.TextInput[Any]:
    return ui.TextInput(required=False, max_length=longest)


def _paragraphs() -> ui.TextInput[Any]:
    return ui.TextInput(required=False, max_length=LONGEST_TEXT, style=discord.TextStyle.paragraph)
