"""Ask thousands of questions while feeds are followed, and see what the bot's process holds.

    python -m tests.benchmarks.soak --questions 2000 --feeds 50

The bot runs in a process of its own against the loopback Discord server; the feeds and their pages
are on loopback too. In the first half each round posts a new article to a fifth of the feeds. In
the second half no feed has anything new, so what still grows then is lost memory. Linux only.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import random
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import NamedTuple

from tests.bot.discord.newspaper import outcome
from tests.discord_server import Channel, DiscordServer, Guild, Member
from tests.news_site import NewsSite, news_site

SERVERS = 10
ROUNDS = 20
MEMBERS = 60
"""People on each server, who take turns: a person has to wait three seconds between two questions."""

SUBJECTS = ("dam", "ferry", "school", "harbour", "railway", "market", "museum", "hospital")
QUESTIONS = (
    "How many crates stood on the quay for the {}?",
    "What did the harbour master say about the {}?",
    "How many barrels did they count at the {}?",
    "Who listed crates as lost for the {}?",
    "Who won the chess olympiad at the {}?",
)


def main() -> None:
    """Print a line for each round."""
    parser = argparse.ArgumentParser(description="Watch the bot's process over a long run.")
    parser.add_argument("--questions", type=int, default=2000)
    parser.add_argument("--feeds", type=int, default=50)
    asked = parser.parse_args()
    with TemporaryDirectory() as folder:
        asyncio.run(soak(Path(folder), asked.questions, asked.feeds))


async def soak(folder: Path, questions: int, feeds: int) -> None:
    """Run the bot with a library in `folder`, and print what it holds after each round."""
    chance = random.Random(1)  # noqa: S311 - not for secrets
    async with DiscordServer() as discord, news_site() as site:
        discord.clock.stop()
        guilds = [discord.add_guild(f"Newsroom {number}") for number in range(SERVERS)]
        newsrooms = [Newsroom(guild, chance) for guild in guilds]
        async with running(discord, folder) as process:
            await check(process)
            paths = [f"/feed-{number}" for number in range(feeds)]
            for number, path in enumerate(paths):
                site.post(f"The {SUBJECTS[number % len(SUBJECTS)]} of feed {number}", feed=path)
                await newsrooms[number % SERVERS].follow(site, path)
            print("round  articles  asked  answered  seconds  memory MB  files  threads")
            for at in range(ROUNDS):
                if at < ROUNDS // 2:
                    for path in paths[at % 5 :: 5]:
                        subject = SUBJECTS[chance.randrange(len(SUBJECTS))]
                        site.post(f"The {subject} on day {at} {path}", feed=path)
                await check(process)
                start = perf_counter()
                for each in range(questions // ROUNDS):
                    await newsrooms[each % SERVERS].ask()
                held = Held.by(process.pid)
                answered = sum(newsroom.answered for newsroom in newsrooms)
                print(
                    f"{at + 1:5}  {len(site.pages):8}  {(at + 1) * (questions // ROUNDS):5}  "
                    f"{answered:8}  {perf_counter() - start:7.1f}  {held.memory / 1e6:9.1f}  "
                    f"{held.files:5}  {held.threads:7}",
                    flush=True,
                )
        if discord.refusals:
            print(f"Discord refused: {discord.refusals}")


class Newsroom:
    """A server with members who ask in turn, in every way there is."""

    def __init__(self, guild: Guild, chance: random.Random) -> None:
        self.channel: Channel = guild.add_channel("news")
        self.moderator: Member = guild.add_member("Mo", manage_messages=True)
        self.members = [guild.add_member(f"Member {number}") for number in range(MEMBERS)]
        self.asked = self.answered = 0
        self.chance = chance

    async def follow(self, site: NewsSite, path: str) -> None:
        """Follow a feed of the site; what is new is announced in the channel."""
        url = f"{site.url}{path}"
        await outcome(
            await self.moderator.slash(
                self.channel, "library feed add", url=url, channel=self.channel
            )
        )

    async def ask(self) -> None:
        """Ask by command, by mention, and press a button below an answer."""
        person = self.members[self.asked % MEMBERS]
        question = self.chance.choice(QUESTIONS).format(self.chance.choice(SUBJECTS))
        if self.asked % 2:
            message = await person.say(self.channel, f"@bot {question}")
            answer = await self.channel.message_after(message)
        else:
            answer = (await person.slash(self.channel, "ask", question=question)).message
        buttons = [button for button in answer.buttons if not button.is_link]
        if buttons and self.asked % 3 == 0:
            await person.press(self.chance.choice(buttons))
        self.asked += 1
        self.answered += not answer.ephemeral and question in answer.text


class Held(NamedTuple):
    """What a process holds: its memory in bytes, open files and threads."""

    memory: int
    files: int
    threads: int

    @classmethod
    def by(cls, process: int) -> Held:
        """Ask the system, without the processes that it started."""
        folder = Path(f"/proc/{process}")
        lines = (folder / "status").read_text(encoding="utf-8").splitlines()
        status = dict(line.split(":", 1) for line in lines)
        memory = int(status["VmRSS"].split()[0]) * 1024
        return cls(memory, len(list((folder / "fd").iterdir())), int(status["Threads"]))


@asynccontextmanager
async def running(discord: DiscordServer, folder: Path) -> AsyncIterator[Process]:
    """Run the bot in a process of its own until the context closes."""
    environment = {
        **os.environ,
        "DISCORD_TOKEN": discord.token,
        "DISCORD_API_URL": discord.api_url,
        "DATA_FOLDER": str(folder),
        "DATABASE_URL": "",
    }
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "tests.benchmarks.soak.bot_process",
        env=environment,
        stdin=PIPE,
        stdout=PIPE,
    )
    try:
        yield process
    finally:
        if process.stdin:
            process.stdin.close()
        await process.wait()


async def check(process: Process) -> None:
    """Let the bot check the feeds that are due, as if half an hour had passed."""
    if process.stdin and process.stdout:
        process.stdin.write(b"\n")
        await process.stdin.drain()
        await process.stdout.readline()


if __name__ == "__main__":
    main()
