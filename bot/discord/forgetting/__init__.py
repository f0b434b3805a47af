"""Forgetting a server: at once with `/library forget`, or a while after the bot was removed."""
