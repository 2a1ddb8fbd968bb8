"""Rules for catalogue edits, and the engine that runs them."""
