"""Name the raw JSON that travels between the server and the bot."""

from __future__ import annotations

from typing import Any, TypeAlias

Json: TypeAlias = dict[str, Any]
"""A JSON object, not yet looked into."""
