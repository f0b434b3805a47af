"""Figures by source: the table, its chart, and the button below an answer that opens them."""
