"""Types of columns that refuse a stored value which is none of their kind.

SQLite keeps any value in any column, a damaged file may hold anything, and JSON may be any JSON.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    ColumnElement,
    Date,
    DateTime,
    Dialect,
    Integer,
    LargeBinary,
    Text,
    TypeDecorator,
    type_coerce,
)
from sqlalchemy.types import NullType, TypeEngine

from corpus.errors import DamagedError


class Stored(TypeDecorator[Any]):
    """A type of SQLAlchemy's whose values are looked at as they are read.

    Reading raises DamagedError for a value that cannot be read, or is no `kind`.
    """

    impl: TypeEngine[Any] | type[TypeEngine[Any]] = Text
    cache_ok = True

    def __init__(self, impl: TypeEngine[Any], kind: type) -> None:
        super().__init__()
        self.impl = impl
        self.kind = kind

    def result_processor(self, dialect: Dialect, coltype: object) -> Callable[[Any], Any]:
        """Return what makes Python's value of the driver's."""
        read = super().result_processor(dialect, coltype)
        kind = self.kind

        def checked(value: Any) -> Any:
            try:
                made = read(value) if read else value
            except (ValueError, TypeError, UnicodeDecodeError) as error:
                raise DamagedError from error
            if isinstance(made, kind) or value is None:
                return made
            raise DamagedError

        return checked


def unchecked(column: ColumnElement[Any]) -> ColumnElement[Any]:
    """Select a column's values as the driver gives them, for whoever can do without damaged ones."""
    return type_coerce(column, NullType()).label(column.key)


class _UtcDateTime(TypeDecorator[datetime]):
    """A moment in UTC: SQLite forgets time zones, so it is put back on the way out."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        """Add the time zone, UTC, in which the moment was written."""
        return value and value.replace(tzinfo=UTC)


TEXT = Stored(Text(), str)
INTEGER = Stored(Integer(), int)
BIG_INTEGER = Stored(BigInteger(), int)
BOOLEAN = Stored(Boolean(), bool)
DAY = Stored(Date(), date)
MOMENT = Stored(_UtcDateTime(), datetime)
BYTES = Stored(LargeBinary(), bytes)
JSON_LIST = Stored(JSON(), list)
JSON_OBJECT = Stored(JSON(), dict)
