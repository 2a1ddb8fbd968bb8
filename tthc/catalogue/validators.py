"""The validator of each kind of file, built once."""

import functools
from typing import Any

from pydantic import TypeAdapter


@functools.cache
def adapter(model: type) -> TypeAdapter[Any]:
    """pydantic's validator for this model."""
    return TypeAdapter(model)
