"""What the bot can do: `/help`."""
