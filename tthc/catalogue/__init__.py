"""Files on disk to a `Catalogue` in memory, and edits back to files. The only place that touches YAML."""
