"""The figures that sources give: `/figures`."""
