"""A server's articles as one file: `/library export` and `/library import`."""
