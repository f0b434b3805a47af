"""Time the search on real paragraphs, beside other engines and beside another state of this project."""
