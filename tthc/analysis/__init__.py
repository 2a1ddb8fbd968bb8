"""A catalogue to a result, one question per module. Pure and deterministic: no printing, no files."""
