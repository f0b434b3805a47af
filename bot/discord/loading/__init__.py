"""Loading articles: `/library add` and `/library update`, *Add to library*, and *Undo*."""
