"""Documents that an office signs and sends: what every one has in common, and one module for each kind."""
