"""Vietnamese text as pure functions."""
