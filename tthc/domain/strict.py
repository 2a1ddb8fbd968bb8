"""How the models read: unknown keys are errors, values are frozen.

Validators are built when a file is read, not when a model is imported: whole files are validated at once, so those of
the parts would never be used.
"""

from pydantic import ConfigDict

STRICT = ConfigDict(extra="forbid", frozen=True, defer_build=True)
