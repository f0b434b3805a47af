"""What Discord says when it refuses, and the record of every refusal.

Codes and texts are from Discord's documentation, "Opcodes and Status Codes: JSON error codes".
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

from tests.discord_server.payload import Json


class Reason(NamedTuple):
    """An HTTP status with Discord's own code and text."""

    status: int
    code: int
    message: str


UNAUTHORIZED = Reason(401, 0, "401: Unauthorized")
NOT_FOUND = Reason(404, 0, "404: Not Found")
METHOD_NOT_ALLOWED = Reason(405, 0, "405: Method Not Allowed")
UNKNOWN_APPLICATION = Reason(404, 10002, "Unknown Application")
UNKNOWN_CHANNEL = Reason(404, 10003, "Unknown Channel")
UNKNOWN_GUILD = Reason(404, 10004, "Unknown Guild")
UNKNOWN_MEMBER = Reason(404, 10007, "Unknown Member")
UNKNOWN_MESSAGE = Reason(404, 10008, "Unknown Message")
UNKNOWN_USER = Reason(404, 10013, "Unknown User")
UNKNOWN_WEBHOOK = Reason(404, 10015, "Unknown Webhook")
UNKNOWN_INTERACTION = Reason(404, 10062, "Unknown interaction")
UNKNOWN_COMMAND = Reason(404, 10063, "Unknown application command")
UNKNOWN_COMMAND_PERMISSIONS = Reason(404, 10066, "Unknown application command permissions")
NOT_FOR_BOTS = Reason(403, 20001, "Bots cannot use this endpoint")
TOO_LARGE = Reason(413, 40005, "Request entity too large")
ALREADY_ACKNOWLEDGED = Reason(400, 40060, "Interaction has already been acknowledged.")
MISSING_ACCESS = Reason(403, 50001, "Missing Access")
NOT_YOUR_MESSAGE = Reason(403, 50005, "Cannot edit a message authored by another user")
EMPTY_MESSAGE = Reason(400, 50006, "Cannot send an empty message")
CANNOT_MESSAGE_USER = Reason(403, 50007, "Cannot send messages to this user")
MISSING_PERMISSIONS = Reason(403, 50013, "Missing Permissions")
INVALID_WEBHOOK_TOKEN = Reason(401, 50027, "Invalid Webhook Token")
INVALID_FORM_BODY = Reason(400, 50035, "Invalid Form Body")
INVALID_JSON = Reason(400, 50109, "The request body contains invalid JSON.")
NO_HISTORY_TO_REPLY_TO = Reason(
    400, 160002, "Cannot reply without permission to read message history"
)


class RefusedError(Exception):
    """Discord refuses the request."""

    def __init__(self, reason: Reason, errors: Json | None = None) -> None:
        super().__init__(reason.message)
        self.reason = reason
        self.errors = errors or {}

    def body(self) -> Json:
        """Return the JSON that Discord answers with."""
        body: Json = {"message": self.reason.message, "code": self.reason.code}
        if self.errors:
            body["errors"] = self.errors
        return body


@dataclass(frozen=True, slots=True)
class Refusal:
    """One refused request, as a test looks at it.

    `faults` are the nested errors of an invalid form body, each as `place: CODE: text`.
    """

    method: str
    path: str
    status: int
    code: int
    message: str
    faults: tuple[str, ...]
    body: Any

    def __str__(self) -> str:
        return "\n  ".join((f"{self.method} {self.path}: {self.code} {self.message}", *self.faults))


class Refusals(list[Refusal]):
    """Everything that was refused so far. A story ends with this empty."""

    def expect(self, code: int) -> Refusal:
        """Take the first refusal with `code` off the list and return it.

        Raises AssertionError where there is none.
        """
        for refusal in self:
            if refusal.code == code:
                self.remove(refusal)
                return refusal
        raise AssertionError(f"nothing was refused with {code}; refused: {self or 'nothing'}")

    def __str__(self) -> str:
        return "\n".join(map(str, self))


def flat(errors: Json, place: str = "") -> Iterator[str]:
    """Yield each fault of Discord's nested `errors` on one line."""
    for key, value in errors.items():
        if key == "_errors":
            yield from (
                f"{place or 'body'}: {fault['code']}: {fault['message']}" for fault in value
            )
        else:
            yield from flat(
                value, f"{place}[{key}]" if key.isdigit() else f"{place}.{key}".lstrip(".")
            )
