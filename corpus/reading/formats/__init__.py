"""One parser for each kind of document: `parse(body, hints) -> Draft`."""
