"""What the engine says when it cannot do what it was asked."""


class CorpusError(Exception):
    """A refusal whose text is one clear sentence for the person: what is wrong and what to do.

    The text may be shown as it is in a terminal or a chat; it never holds a trace or a secret.
    """


class ReadingError(CorpusError):
    """Something handed over as an article cannot be read as one."""


class StoreError(CorpusError):
    """The database cannot be opened, or does not hold what was asked for."""


class DatabaseError(StoreError):
    """The database itself fails, its disk is full for one: whatever is tried next will fail too."""


class DamagedError(StoreError):
    """A stored value is none that this program writes; all else can still be read."""

    def __init__(self) -> None:
        super().__init__(
            "Something stored in the database is damaged: `sources-say doctor` says what."
        )
