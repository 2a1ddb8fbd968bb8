"""A report as a workbook: a sheet to read first, a sheet for each table, formulas that recompute when a cell changes.

`render` is the only way in. `places` decides what stands where, `formulas` and `criteria` say it in the language of
spreadsheets; `cover`, `sheets` and `charts` write it down with the `cells` and `styles` they share.
"""

from tthc.formats.xlsx.workbook import TooManyRowsError, render

__all__ = ["TooManyRowsError", "render"]
