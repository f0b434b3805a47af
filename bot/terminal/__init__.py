"""The terminal: one file for each thing people do there, and how it is shown."""
