"""`tthc schema`."""

import json
from pathlib import Path

import pytest

from tthc.catalogue import schema
from tthc.cli.main import run


@pytest.mark.parametrize("kind", sorted(schema.KINDS))
def test_one_schema_goes_to_stdout(kind: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["schema", kind]) == 0
    out, err = capsys.readouterr()
    assert (out, err) == (schema.text(kind), "")


def test_procedures_are_the_default(capsys: pytest.CaptureFixture[str]) -> None:
    run(["schema"])
    assert "Các thủ tục" in json.loads(capsys.readouterr().out)["description"]


def test_all_are_written_into_a_folder(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["schema", "--into", str(tmp_path / "a" / "b")]) == 0
    assert capsys.readouterr().out == ""
    written = {path.name: path.read_text("utf-8") for path in (tmp_path / "a" / "b").iterdir()}
    assert written == {f"{kind}.schema.json": schema.text(kind) for kind in schema.KINDS}
