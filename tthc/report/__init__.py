"""A result to a `Report`: headings, key figures, tables, notes."""
