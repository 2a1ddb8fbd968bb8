"""The JSON Schema of the catalogue's files, made from the models, so that editors complete and explain."""

import json
from typing import Any

from pydantic import TypeAdapter

from tthc.domain.decision import DecisionFile
from tthc.domain.manifest import AgencyFile, LegalDocumentFile, Manifest
from tthc.domain.procedure import ProcedureFile

KINDS: dict[str, type] = {
    "procedures": ProcedureFile,
    "catalogue": Manifest,
    "agencies": AgencyFile,
    "legal-documents": LegalDocumentFile,
    "decisions": DecisionFile,
}


def text(kind: str) -> str:
    """The schema of one kind of file, as JSON text."""
    schema = TypeAdapter(KINDS[kind]).json_schema(mode="validation")
    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", **_for_readers(schema)}
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def _for_readers(node: Any) -> Any:
    """Without what says nothing to the writer of a file: titles that repeat keys, empty defaults, notes on the code."""
    if isinstance(node, dict):
        return {key: _for_readers(value) for key, value in node.items() if not _is_noise(key, value, node)}
    if isinstance(node, list):
        return [_for_readers(item) for item in node]
    return node


def _is_noise(key: str, value: Any, owner: dict[str, Any]) -> bool:
    if key == "title":
        return isinstance(value, str)
    if key == "default":
        return not value
    return key == "description" and "enum" in owner  # a closed list is explained where it is used
