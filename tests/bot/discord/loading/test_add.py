"""`/library add` and *Add to library*: loading, and *Undo*."""

from __future__ import annotations

import pytest

from bot.discord.client import SourcesSay
from bot.discord.loading.card import FIRST_CLAIMS
from corpus.library.store import audit
from corpus.reading import load_url
from corpus.reading.limits import MAX_BYTES
from corpus.reading.refusals import PRIVATE
from tests.bot.discord.conftest import Running, configure, load
from tests.bot.discord.discord_markdown import read
from tests.bot.discord.newspaper import Newspaper, outcome, told
from tests.bot.discord.newsroom import FERRY, MARKET, SHIPYARD
from tests.discord_server import Channel, DiscordServer, File, Guild, Member, NotPossibleError

FLOOD = (
    "The river Aal rose by two metres overnight, the water board said on Tuesday morning.",
    "At least 60 houses in Lower Aalby stand under water, mayor Tove Lind told Radio Coast.",
    "Schools stay closed until Thursday, and the army has sent four boats to the town.",
)
BRIDGE = File(
    "bridge.md",
    b"# Old bridge reopens\n\nThe old bridge over the Aal reopens on Friday, the council said.\n\n"
    b"Engineers replaced 200 bolts, said its builder, Nils Brandt, at the weekend.\n",
)
PICTURE = File("photo.png", b"\x89PNG\r\n\x1a\n" + b"\x00" * 100)
POEM = (
    "Town hall clock stops\n\nThe clock on the town hall stopped at noon on Sunday, the warden said."
    "\n\nA clockmaker from Port Alder will look at it next week, according to the town."
)


async def titles(bot: SourcesSay, guild: Guild) -> list[str]:
    return [entry.title for entry in await bot.service.library.articles(guild.id)]


async def test_a_page_is_loaded_and_asked(
    bot: SourcesSay, guild: Guild, channel: Channel, moderator: Member, newspaper: Newspaper
) -> None:
    await configure(bot, guild)
    url = newspaper.publish("/flood", "Flood in Lower Aalby", *FLOOD)
    reply = await outcome(await moderator.slash(channel, "library add", url=url))
    seen = read(reply.text)
    assert reply.ephemeral
    assert seen.words.startswith("Flood in Lower Aalby\nAdded · 3 paragraphs · ")
    assert "published\u00a04\u00a0March\u00a02025" in seen.words
    assert FLOOD[0] in seen.words
    assert seen.links == [url]
    first_claims = seen.words.partition(FIRST_CLAIMS.removeprefix("-# "))[2]
    assert "Tove Lind" in first_claims
    assert [button.label for button in reply.buttons] == ["Read it", "Undo"]
    answer = await guild.add_member("Ann").slash(
        channel, "ask", question="How many houses stand under water?"
    )
    assert "Tove Lind" in answer.text


async def test_a_moderator_is_told_how_far_claims_were_looked_for(
    channel: Channel, moderator: Member, newspaper: Newspaper, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("corpus.claims.reach.MOST_CHARACTERS", sum(map(len, FLOOD[:2])) + 2)
    url = newspaper.publish("/flood", "Flood in Lower Aalby", *FLOOD)
    reply = await outcome(await moderator.slash(channel, "library add", url=url))
    assert "who says what was looked for up to ¶ 2 only." in reply.text


async def test_a_moderator_is_told_what_works_in_another_language(
    channel: Channel, moderator: Member, newspaper: Newspaper
) -> None:
    url = newspaper.publish("/werft", SHIPYARD.title, *(p.text for p in SHIPYARD.paragraphs))
    reply = await outcome(await moderator.slash(channel, "library add", url=url))
    assert "it can be searched and quoted, but who says what is found in English only" in reply.text
    assert "0 claims" in reply.text
    shown = await moderator.slash(channel, "library show", article=SHIPYARD.title)
    assert "German" in shown.text
    assert "found in English only" in shown.text


async def test_what_was_added_can_be_undone_even_after_a_restart(
    discord: DiscordServer, running: Running, newspaper: Newspaper
) -> None:
    guild = discord.add_guild("Newsroom")
    channel = guild.add_channel("news")
    moderator = guild.add_member("Mo", manage_messages=True)
    url = newspaper.publish("/flood", "Flood in Lower Aalby", *FLOOD)
    async with running():
        reply = await outcome(await moderator.slash(channel, "library add", url=url))
        undo = reply.button("Undo")
    async with running() as bot:
        undone = await moderator.press(undo)
        await undone.until(lambda r: "removed again" in r.text)
        assert await titles(bot, guild) == []
    assert not reply.buttons


async def test_an_update_can_be_undone_after_a_restart(
    discord: DiscordServer, running: Running, newspaper: Newspaper
) -> None:
    guild = discord.add_guild("Newsroom")
    channel = guild.add_channel("news")
    moderator = guild.add_member("Mo", manage_messages=True)
    url = newspaper.publish("/flood", "Flood in Lower Aalby", *FLOOD)
    async with running():
        await outcome(await moderator.slash(channel, "library add", url=url))
        newspaper.publish("/flood", "Flood is over", *FLOOD)
        updated = await outcome(await moderator.slash(channel, "library add", url=url))
    async with running() as bot:
        undone = await moderator.press(updated.button("Undo"))
        await undone.until(lambda r: "as it was before the update" in r.text)
        assert await titles(bot, guild) == ["Flood in Lower Aalby"]


async def test_an_update_is_shown_as_what_changed_and_undone_to_what_was_before(
    bot: SourcesSay, guild: Guild, channel: Channel, moderator: Member, newspaper: Newspaper
) -> None:
    url = newspaper.publish("/flood", "Flood in Lower Aalby", *FLOOD)
    first = await outcome(await moderator.slash(channel, "library add", url=url))
    (entry,) = await bot.service.library.articles(guild.id)
    before = await bot.service.store.with_original(guild.id, entry.id)
    later = [FLOOD[0], FLOOD[1].replace("60 houses", "85 houses"), FLOOD[2]]
    newspaper.publish("/flood", "Flood in Lower Aalby", *later, "The water has begun to fall.")
    reply = await outcome(
        await moderator.slash(channel, "library add", url=f"{url}?utm_source=mail")
    )
    words = read(reply.text).words
    assert "Updated" in words
    assert "1 paragraph added, 1 reworded." in words
    assert "60 houses" in words
    assert "85 houses" in words
    assert "The water has begun to fall." in words
    stale = await moderator.press(first.button("Undo"))
    assert "has changed since then" in (await told(stale)).text
    undone = await moderator.press(reply.button("Undo"))
    await undone.until(lambda r: "as it was before the update" in r.text)
    assert await bot.service.store.with_original(guild.id, entry.id) == before
    lines = [line.act for line in await audit.newest(bot.service.store, guild.id)]
    assert lines == ["undid the update of", "updated", "added"]


async def test_a_change_at_the_end_of_a_long_paragraph_is_shown(
    guild: Guild, channel: Channel, moderator: Member, newspaper: Newspaper
) -> None:
    long = "The water board met in the evening and went through its list of dikes one by one. " * 5
    url = newspaper.publish("/dikes", "Dikes", f"{long} It found 3 cracks.", *FLOOD)
    await outcome(await moderator.slash(channel, "library add", url=url))
    newspaper.publish("/dikes", "Dikes", f"{long} It found 9 cracks.", *FLOOD)
    reply = await outcome(await moderator.slash(channel, "library add", url=url))
    assert "It found 3 cracks" in reply.text
    assert "It found 9 cracks" in reply.text
    assert guild.has_bot


async def test_the_same_again_changes_nothing_and_there_is_nothing_to_undo(
    bot: SourcesSay, guild: Guild, channel: Channel, moderator: Member, newspaper: Newspaper
) -> None:
    url = newspaper.publish("/flood", "Flood in Lower Aalby", *FLOOD)
    await outcome(await moderator.slash(channel, "library add", url=url))
    reply = await outcome(await moderator.slash(channel, "library add", url=url))
    assert "Unchanged" in reply.text
    assert "nothing has changed" in reply.text
    assert [button.label for button in reply.buttons] == ["Read it"]
    assert len(await audit.newest(bot.service.store, guild.id)) == 1


async def test_the_same_text_from_elsewhere_is_recognised(
    bot: SourcesSay, guild: Guild, channel: Channel, moderator: Member, newspaper: Newspaper
) -> None:
    await outcome(
        await moderator.slash(
            channel, "library add", url=newspaper.publish("/flood", "Flood in Lower Aalby", *FLOOD)
        )
    )
    reply = await outcome(
        await moderator.slash(
            channel, "library add", url=newspaper.publish("/copy", "Aal bursts its banks", *FLOOD)
        )
    )
    assert "What changed since it was loaded here: Title changed." in reply.text
    assert await titles(bot, guild) == ["Aal bursts its banks"]


async def test_a_file_is_loaded_with_an_option(
    bot: SourcesSay, guild: Guild, channel: Channel, moderator: Member
) -> None:
    reply = await outcome(await moderator.slash(channel, "library add", file=BRIDGE))
    assert read(reply.text).words.startswith("Old bridge reopens\nAdded · 2 paragraphs · ")
    assert "No date was found" in reply.text
    assert await titles(bot, guild) == ["Old bridge reopens"]
    read_it = await moderator.press(reply.button("Read it"))
    assert "reopens on Friday" in read_it.text


async def test_of_several_files_the_good_ones_are_loaded_and_each_is_undone_alone(
    bot: SourcesSay, guild: Guild, channel: Channel, moderator: Member
) -> None:
    clock = File("clock.txt", POEM.encode())
    form = await moderator.slash(channel, "library add")
    reply = await outcome(await moderator.submit(form.modal, files=[BRIDGE, PICTURE, clock]))
    words = read(reply.text).words
    assert words.startswith("2 of 3 loaded\n✅ Old bridge reopens\n")
    assert "❌ photo.png\nThis is a picture" in words
    assert "✅ Town hall clock stops" in words
    undone = await moderator.press(reply.buttons[0])
    assert "Old bridge reopens" in undone.text
    assert undone.ephemeral
    assert await titles(bot, guild) == ["Town hall clock stops"]
    again = await moderator.press(reply.buttons[0])
    assert "is gone, so nothing was undone" in again.text
    await moderator.press(reply.buttons[1])
    assert await titles(bot, guild) == []


async def test_ten_long_results_fit_on_a_card(channel: Channel, moderator: Member) -> None:
    good = [
        File(f"{'n' * 80}{number}.md", f"# {'Title ' * 40}{number}\n\n{BODIES[number]}".encode())
        for number in range(5)
    ]
    bad = [File(f"{'*_@everyone' * 9}{number}.png", PICTURE.content) for number in range(5)]
    form = await moderator.slash(channel, "library add")
    reply = await outcome(await moderator.submit(form.modal, files=[*good, *bad]))
    assert reply.text.startswith("### 5 of 10 loaded")


BODIES = [
    " ".join(f"Wave {place} of storm {number} was high." for place in range(9))
    for number in range(5)
]


async def test_a_text_is_pasted_with_its_title_and_where_it_is_from(
    bot: SourcesSay, guild: Guild, channel: Channel, moderator: Member
) -> None:
    form = await moderator.slash(channel, "library add")
    filled = {
        "Text": "The clock stopped at noon, the warden said.",
        "Text, continued": "A clockmaker will look at it next week, according to the town.",
        "Title": "Town hall clock stops",
        "Web address": "https://news.example/clock",
    }
    reply = await outcome(await moderator.submit(form.modal, filled))
    assert read(reply.text).words.startswith("Town hall clock stops\nAdded · 2 paragraphs")
    (entry,) = await bot.service.library.articles(guild.id)
    assert (entry.url, entry.loaded_by) == ("https://news.example/clock", moderator.user.id)


async def test_a_full_text_field_is_warned_of(channel: Channel, moderator: Member) -> None:
    form = await moderator.slash(channel, "library add")
    text = ("The old clock on the town hall has stopped again. " * 100)[:4000]
    reply = await outcome(await moderator.submit(form.modal, {"Text": text}))
    assert "Discord may have cut the end off" in reply.text


async def test_an_address_in_the_form_is_a_page_to_load(
    bot: SourcesSay, guild: Guild, channel: Channel, moderator: Member, newspaper: Newspaper
) -> None:
    url = newspaper.publish("/flood", "Flood in Lower Aalby", *FLOOD)
    form = await moderator.slash(channel, "library add")
    await outcome(await moderator.submit(form.modal, {"Web address": f" <{url}> "}))
    assert await titles(bot, guild) == ["Flood in Lower Aalby"]


async def test_an_empty_form_says_so(channel: Channel, moderator: Member) -> None:
    form = await moderator.slash(channel, "library add")
    reply = await outcome(await moderator.submit(form.modal))
    assert (reply.ephemeral, "nothing in the form" in reply.text) == (True, True)


async def test_a_text_that_cannot_be_loaded_is_handed_back(
    channel: Channel, moderator: Member
) -> None:
    form = await moderator.slash(channel, "library add")
    text = "<p></p>" * 500
    reply = await outcome(await moderator.submit(form.modal, {"Text": text, "Title": "Empty"}))
    assert reply.ephemeral
    assert [file.content.decode() for file in reply.files] == [f"{text}\n\nEmpty"]
    form = await moderator.slash(channel, "library add")
    both = await moderator.submit(form.modal, {"Text": text}, files=[BRIDGE])
    assert "1 of 2 loaded" in (await outcome(both)).text
    given_back = await both.follow_up()
    assert given_back.files[0].content.decode() == text


async def test_a_form_from_before_a_restart_hands_the_text_back(
    discord: DiscordServer, running: Running
) -> None:
    guild = discord.add_guild("Newsroom")
    channel = guild.add_channel("news")
    moderator = guild.add_member("Mo", manage_messages=True)
    async with running():
        form = await moderator.slash(channel, "library add")
    async with running() as bot:
        reply = await outcome(await moderator.submit(form.modal, {"Text": POEM}))
        assert await titles(bot, guild) == []
    assert reply.files[0].content.decode() == POEM
    assert reply.ephemeral


async def test_who_lost_the_permission_while_writing_gets_the_text_back(
    bot: SourcesSay, guild: Guild, channel: Channel, moderator: Member
) -> None:
    form = await moderator.slash(channel, "library add")
    guild.set_role(moderator.roles[0], manage_messages=False)
    reply = await outcome(await moderator.submit(form.modal, {"Text": POEM}))
    assert "You may not do that" in reply.text
    assert reply.files[0].content.decode() == POEM
    assert await titles(bot, guild) == []


@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("javascript:alert(1)", "not a web address"),
        ("ftp://news.example/x", "Only addresses that begin with http"),
        ("file:///etc/passwd", "https://"),
        ("/missing", "404"),
    ],
)
async def test_an_address_that_cannot_be_loaded_is_one_private_sentence(
    channel: Channel, moderator: Member, newspaper: Newspaper, url: str, said: str
) -> None:
    address = newspaper.url + url if url.startswith("/") else url
    reply = await outcome(await moderator.slash(channel, "library add", url=address))
    assert reply.ephemeral
    assert reply.text.count("\n") == 0
    assert said in read(reply.text).words


async def test_private_addresses_are_refused_by_every_users_bot(
    bot: SourcesSay, channel: Channel, moderator: Member, newspaper: Newspaper
) -> None:
    bot.service.read_page = load_url
    reply = await outcome(await moderator.slash(channel, "library add", url=newspaper.url))
    assert PRIVATE in read(reply.text).words
    assert newspaper.asked == []


async def test_a_file_that_is_too_large_is_not_even_downloaded(
    bot: SourcesSay, guild: Guild, channel: Channel, moderator: Member
) -> None:
    reply = await outcome(
        await moderator.slash(channel, "library add", file=File("long.txt", b"x" * (MAX_BYTES + 1)))
    )
    assert "It is larger than 20 MB" in reply.text
    assert await titles(bot, guild) == []


async def test_a_long_load_shows_how_far_it_is(
    guild: Guild, channel: Channel, moderator: Member, newspaper: Newspaper
) -> None:
    newspaper.opened.clear()
    url = newspaper.publish("/flood", "Flood *in* Aalby", *FLOOD)
    reply = await moderator.slash(channel, "library add", url=url, file=BRIDGE, unfinished=True)
    await reply.until(lambda r: r.message.edits > 0)
    assert read(reply.text).words == f"Reading 1 of 2: {url} …"
    edits = reply.message.edits
    newspaper.opened.set()
    await reply.until(lambda r: "2 of 2 loaded" in r.text)
    assert reply.message.edits <= edits + 1
    assert not reply.follow_ups
    newspaper.opened.clear()
    broken = await moderator.slash(
        channel, "library add", url=f"{newspaper.url}/gone", unfinished=True
    )
    await broken.until(lambda r: r.message.edits > 0)
    newspaper.opened.set()
    assert "404" in (await broken.follow_up()).text
    assert broken.message.deleted
    assert guild.has_bot


async def test_loads_on_one_server_follow_one_another(
    bot: SourcesSay, guild: Guild, channel: Channel, moderator: Member, newspaper: Newspaper
) -> None:
    newspaper.opened.clear()
    url = newspaper.publish("/flood", "Flood in Lower Aalby", *FLOOD)
    first = await moderator.slash(channel, "library add", url=url, unfinished=True)
    second = await moderator.slash(channel, "library add", file=BRIDGE, unfinished=True)
    await second.until(lambda r: "Waiting for another load" in r.text)
    newspaper.opened.set()
    await first.until(lambda r: "Added" in r.text)
    await second.until(lambda r: "Added" in r.text)
    assert len(await titles(bot, guild)) == 2


async def test_who_closes_the_answer_meanwhile_gets_the_outcome_anyway(
    discord: DiscordServer, channel: Channel, moderator: Member, newspaper: Newspaper
) -> None:
    newspaper.opened.clear()
    url = newspaper.publish("/flood", "Flood in Lower Aalby", *FLOOD)
    reply = await moderator.slash(channel, "library add", url=url, unfinished=True)
    await reply.until(lambda r: "Reading" in r.text)
    reply.message.deleted = True
    newspaper.opened.set()
    anew = await reply.follow_up()
    assert (anew.ephemeral, "Added" in anew.text) == (True, True)
    discord.refusals.expect(10008)


async def test_links_and_files_of_a_message_are_loaded_from_its_menu(
    bot: SourcesSay, guild: Guild, channel: Channel, moderator: Member, newspaper: Newspaper
) -> None:
    url = newspaper.publish("/flood", "Flood in Lower Aalby", *FLOOD)
    ann = guild.add_member("Ann")
    message = await ann.say(channel, f"Look ({url}), or <{url}>!", files=[BRIDGE, PICTURE])
    reply = await outcome(await moderator.context_menu(message, "Add to library"))
    assert reply.ephemeral
    assert "2 of 2 loaded" in reply.text
    assert await titles(bot, guild) == ["Old bridge reopens", "Flood in Lower Aalby"]
    chat = await ann.say(channel, "hello", files=[PICTURE])
    nothing = await outcome(await moderator.context_menu(chat, "Add to library"))
    assert "no web address and no document" in nothing.text
    with pytest.raises(NotPossibleError):
        await ann.context_menu(message, "Add to library")


async def test_links_and_files_of_forwarded_messages_and_of_feeds_are_loaded_from_the_menu(
    bot: SourcesSay, guild: Guild, channel: Channel, moderator: Member, newspaper: Newspaper
) -> None:
    flood = newspaper.publish("/flood", "Flood in Lower Aalby", *FLOOD)
    said = await moderator.say(guild.add_channel("tips"), f"Look: {flood}", files=[BRIDGE])
    forwarded = await moderator.forward(said, channel)
    reply = await outcome(await moderator.context_menu(forwarded, "Add to library"))
    assert "2 of 2 loaded" in reply.text
    for path, embed in (("/one", {"url": "%s"}), ("/two", {"description": "More: [here](%s)"})):
        url = newspaper.publish(path, f"Feed {path}", *[f"{path} {line}" for line in FLOOD])
        told = {name: text % url for name, text in embed.items()}
        post = await moderator.say(channel, embeds=[{"type": "rich", "title": "News", **told}])
        reply = await outcome(await moderator.context_menu(post, "Add to library"))
        assert reply.ephemeral
    assert newspaper.asked == ["/flood", "/one", "/two"]
    assert "Old bridge reopens" in await titles(bot, guild)


async def test_only_moderators_are_offered_it_and_whom_discord_lets_through_is_refused(
    bot: SourcesSay, guild: Guild, channel: Channel, newspaper: Newspaper
) -> None:
    ann = guild.add_member("Ann")
    with pytest.raises(NotPossibleError):
        await ann.slash(channel, "library add", url=newspaper.url)
    # As if Discord did not heed who may use which command.
    bot.service.command_ids = {}
    guild.set_command("library", ann, allowed=True)
    guild.set_command("Add to library", ann, allowed=True)
    reply = await ann.slash(channel, "library add", url=newspaper.publish("/f", "F", *FLOOD))
    assert (reply.ephemeral, "You may not do that" in reply.text) == (True, True)
    message = await ann.say(channel, newspaper.url)
    reply = await ann.context_menu(message, "Add to library")
    assert (reply.ephemeral, "You may not do that" in reply.text) == (True, True)
    assert await titles(bot, guild) == []
    assert newspaper.asked == []


async def test_who_may_no_longer_moderate_cannot_undo(
    bot: SourcesSay, guild: Guild, channel: Channel, moderator: Member
) -> None:
    reply = await outcome(await moderator.slash(channel, "library add", file=BRIDGE))
    guild.set_role(moderator.roles[0], manage_messages=False)
    refused = await moderator.press(reply.button("Undo"))
    assert (refused.ephemeral, "You may not do that" in refused.text) == (True, True)
    assert await titles(bot, guild) == ["Old bridge reopens"]


async def test_titles_and_names_of_files_are_shown_and_nothing_else(
    channel: Channel, moderator: Member
) -> None:
    nasty = "@everyone [x](https://evil.example) **b** <@1>"
    text = f"{nasty}\n\n{nasty} said the warden of the tower on Monday at the gate.\n\n{nasty}"
    form = await moderator.slash(channel, "library add")
    reply = await outcome(await moderator.submit(form.modal, {"Text": text, "Title": nasty}))
    seen = read(reply.text)
    assert nasty in seen.words
    assert set(seen.acts) <= {"heading", "bold", "quote"}
    assert not reply.pings
    bad = File("[x](https:__evil.example) @everyone.png", PICTURE.content)
    form = await moderator.slash(channel, "library add")
    reply = await outcome(await moderator.submit(form.modal, files=[bad, bad]))
    assert set(read(reply.text).acts) <= {"heading", "bold"}


async def test_servers_do_not_share_what_is_loaded(
    discord: DiscordServer, bot: SourcesSay, guild: Guild, channel: Channel, moderator: Member
) -> None:
    other = discord.add_guild("Elsewhere")
    await load(bot, other, FERRY, MARKET)
    reply = await outcome(await moderator.slash(channel, "library add", file=BRIDGE))
    assert "Added" in reply.text
    assert await titles(bot, guild) == ["Old bridge reopens"]
    assert len(await titles(bot, other)) == 2
