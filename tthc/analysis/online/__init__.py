"""Whether procedures can be full online services: criteria, verdicts, contradictions, figures, what to unlock."""
