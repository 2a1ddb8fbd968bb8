"""Audit a Vietnamese province's catalogue of administrative procedures (thủ tục hành chính, TTHC)."""

__version__ = "0.1.0"
