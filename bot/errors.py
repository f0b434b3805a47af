"""What the bot says on Discord when it cannot do what it was asked."""


class DeclinedError(Exception):
    """The text is one kind sentence for the person, shown to them alone; nothing is logged.

    It is Markdown of ours: words of others in it are made harmless by whoever writes it.
    """
