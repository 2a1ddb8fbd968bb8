"""A `Report` to bytes or text, one file per format."""
