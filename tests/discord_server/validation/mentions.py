"""Allowed mentions: Discord's documentation, "Message resource: allowed mentions"."""

from __future__ import annotations

from tests.discord_server.validation.part import Part

KINDS = ("users", "roles", "everyone")


def check_allowed_mentions(body: Part) -> None:
    """Check whom `body` may notify."""
    allowed = body.part("allowed_mentions")
    if allowed is None:
        return
    allowed.known("parse", "users", "roles", "replied_user")
    allowed.flag("replied_user")
    parse = allowed.items("parse", len(KINDS))
    for index, kind in enumerate(parse):
        if kind not in KINDS:
            allowed.fault("BASE_TYPE_CHOICES", f"Value must be one of {KINDS}.", "parse", index)
    for kind in ("users", "roles"):
        if allowed.items(kind, 100) and kind in parse:
            text = f'parse:["{kind}"] and {kind}: [ids...] are mutually exclusive.'
            allowed.fault("MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE", text)
