"""What the bot says on Discord when it cannot do what it was asked."""


class DeclinedError(Exception):
    """The text is one kind sentence, shown to the person alone; nothing is logged.

    It is our own Markdown: whoever writes it escapes words of others in it (`kit.quoting`).
    """
