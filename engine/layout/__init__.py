"""Text measured and set: fonts, line breaking, the fit ladder, table widths and the grid. Pure functions over a `FontBook`."""
