"""What several rooms share: cards and their parts, buttons, pages, forms, sending, quoting."""
