"""The log, on standard error: lines for people, or JSON for programs.

What people ask and what articles say is never logged.
"""

from __future__ import annotations

import json
import logging

from bot.settings import Settings

TEXT_FORMAT = "%(asctime)s %(levelname)-7s %(name)s: %(message)s"


class JsonFormatter(logging.Formatter):
    """Write a record as one JSON object on one line, the time in ISO 8601."""

    def format(self, record: logging.LogRecord) -> str:
        """Write the line of a record; `trace` is there only where an error was caught."""
        line = {
            "time": self.formatTime(record, "%Y-%m-%dT%H:%M:%S%z"),
            "level": record.levelname,
            "logger": record.name,
            "message": record.getMessage(),
        }
        if record.exc_info:
            line["trace"] = self.formatException(record.exc_info)
        return json.dumps(line, ensure_ascii=False)


def set_up_logs(settings: Settings) -> None:
    """Log at the level and in the format that the settings name."""
    as_json = settings.log_format == "JSON"
    handler = logging.StreamHandler()
    handler.setFormatter(JsonFormatter() if as_json else logging.Formatter(TEXT_FORMAT))
    logging.basicConfig(level=settings.log_level, handlers=[handler], force=True)
