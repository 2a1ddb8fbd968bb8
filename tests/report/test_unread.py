"""What could not be read is said before the first figure, on a screen and in every document."""

import pytest

from tthc.catalogue.load import load
from tthc.cli.main import run
from tthc.report import unread

SPOILED = """\
- code: "9.000001"
  name: Cấp giấy phép xây dựng
  level: province
- {code: "9.000002", nam: Gia hạn giấy phép}
- {code: 9.000003, name: Cấp lại giấy phép}
"""
NOTE = (
    "ATTENTION: 1 file could not be read in full (procedures/so-xay-dung/xay-dung.yaml, lines 7, 8); the procedures at "
    "these places are missing in the figures below."
)


def test_nothing_is_said_of_a_catalogue_that_could_be_read(folder):
    assert unread.notes(load(folder.root)) == []
    assert unread.places(load(folder.root)) == ""


def test_the_places_stand_by_file_with_their_lines(folder):
    folder.records(SPOILED)
    (note,) = unread.notes(load(folder.root))
    assert note.text == NOTE
    assert unread.places(load(folder.root)) == "procedures/so-xay-dung/xay-dung.yaml, lines 7, 8"


def test_of_many_files_the_first_are_named(folder):
    for n in range(5):
        folder.write(f"procedures/a/{n}.yaml", "agency: [\n")
    (note,) = unread.notes(load(folder.root))
    assert "5 files" in note.text
    assert note.text.count(".yaml") == 3
    assert "and 2 more" in note.text


def test_other_files_lose_no_procedures(folder):
    folder.write("agencies.yaml", "agencies:\n  - {id: so-xay-dung, nam: Sở Xây dựng}\n")
    (note,) = unread.notes(load(folder.root))
    assert note.text.startswith(
        "ATTENTION: 1 file beside the procedures is not valid in every part (agencies.yaml, line 2)"
    )


@pytest.mark.parametrize("command", ["audit", "cuts", "online", "duplicates", "papers", "families"])
def test_every_page_says_so(folder, capsys, command):
    folder.records(SPOILED)
    run([command, "-C", str(folder.root), "--lang", "en"])
    assert "ATTENTION: 1 file could not be read in full" in capsys.readouterr().out


@pytest.mark.parametrize("kind", ["audit", "cuts", "duplicates", "online", "findings"])
def test_every_document_says_so_at_its_beginning_and_among_its_sources(folder, capsys, kind):
    folder.records(SPOILED)
    run(["report", kind, "-C", str(folder.root), "--lang", "en", "-f", "markdown"])
    head, _section, rest = capsys.readouterr().out.partition("## I.")
    assert "ATTENTION: 1 file could not be read in full" in head
    assert "**Not read**: procedures/so-xay-dung/xay-dung.yaml, lines 7, 8" in rest.replace("\\", "")
