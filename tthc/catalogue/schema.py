"""The JSON Schema of the catalogue's files, made from the models, so that editors complete and explain."""

import json
from typing import Any

from pydantic import TypeAdapter

from tthc.domain.manifest import AgencyFile, LegalDocumentFile, Manifest
from tthc.domain.procedure import ProcedureFile

KINDS: dict[str, type] = {
    "procedures": ProcedureFile,
    "catalogue": Manifest,
    "agencies": AgencyFile,
    "legal-documents": LegalDocumentFile,
}


def text(kind: str) -> str:
    """The schema of one kind of file, as JSON text."""
    schema = TypeAdapter(KINDS[kind]).json_schema(mode="validation")
    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", **_without_titles(schema)}
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def _without_titles(node: Any) -> Any:
    """pydantic's titles repeat the keys; what explains a key is its description, or that of the model."""
    if isinstance(node, dict):
        return {
            key: _without_titles(value)
            for key, value in node.items()
            if not (key == "title" and isinstance(value, str))
        }
    if isinstance(node, list):
        return [_without_titles(item) for item in node]
    return node
