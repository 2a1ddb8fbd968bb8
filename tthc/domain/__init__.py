"""Frozen values of the domain. No input or output, no printing, no other package of ours."""
