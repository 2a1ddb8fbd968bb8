"""Keep what is generated from the code in step with it: `python tools/generated.py [--check]`.

Writes the JSON Schemas to `schema/`, the manual of the rules and the reference of commands to `docs/`, and the marked
parts of the README, of the guide for officers and of the page on formats. With `--check` it writes nothing and fails
when a file is stale.
"""

import contextlib
import io
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

from tthc import messages
from tthc.analysis.audit import audit
from tthc.analysis.calendars import official
from tthc.analysis.cuts import counted_and_apart, rows
from tthc.analysis.duplicates.findings import findings
from tthc.analysis.duplicates.survey import survey
from tthc.analysis.durations import Convention
from tthc.analysis.online.verdict import assess_all
from tthc.analysis.plan import plan
from tthc.analysis.what_if import what_if
from tthc.catalogue import schema
from tthc.catalogue.load import load
from tthc.catalogue.selection import Selection
from tthc.cli import days, keys
from tthc.cli.documents import KINDS, Asked
from tthc.cli.main import COMMANDS, run
from tthc.domain.entry import Entry
from tthc.domain.finding import Location
from tthc.domain.procedure import Legal, Local, Procedure
from tthc.formats import terminal, values
from tthc.lint import manual
from tthc.lint.rules import ALL
from tthc.report import cuts, duplicates, labels, online
from tthc.report.audit import report
from tthc.report.cuts import annex, outlook
from tthc.report.model import Figures, Form, Report
from tthc.report.official.common import Stated

ROOT = Path(__file__).parent.parent
WIDTH = 100
REFERENCES = {"commands.md": ("en", "Commands"), "lenh.md": ("vi", "Các lệnh")}
HELP = """
import sys
from tthc.cli.main import COMMANDS, run
for name in COMMANDS:
    print("@@", name)
    run([name, "--help", "--lang", sys.argv[1]])
"""


def generated() -> Iterator[tuple[Path, str]]:
    """Every generated file, with the text it should have."""
    for kind in schema.KINDS:
        yield ROOT / "schema" / f"{kind}.schema.json", schema.text(kind)
    messages.use("vi")
    for page, text in manual.files(ALL):
        yield ROOT / "docs" / "rules" / page, text
    helps = {language: _helps(language) for language, _title in REFERENCES.values()}
    for name, (language, title) in REFERENCES.items():
        yield ROOT / "docs" / name, _reference(title, helps[language])
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    readme = _filled(readme, "screen", f"```text\n{_screen()}\n```")
    readme = _filled(readme, "commands", _table(helps["en"]))
    yield ROOT / "README.md", _filled(readme, "configuration", _configuration("en"))
    guide = (ROOT / "docs" / "huong-dan.md").read_text(encoding="utf-8")
    guide = _filled(guide, "configuration", _configuration("vi"))
    guide = _filled(guide, "finding", f"```text\n{_finding()}\n```")
    yield ROOT / "docs" / "huong-dan.md", _filled(guide, "rates", _rates())
    formats = ROOT / "docs" / "formats.md"
    text = _filled(formats.read_text(encoding="utf-8"), "keys", _keys())
    yield formats, _filled(text, "screens", _screen_keys())


def _helps(language: str) -> dict[str, str]:
    """The help of every command. A process for each language: a command's texts are settled when it is imported."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("TTHC_")}
    command = [sys.executable, "-c", HELP, language]
    printed = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=True).stdout
    parts = re.split(r"^@@ (\S+)\n", printed, flags=re.MULTILINE)[1:]
    return dict(zip(parts[::2], (part.strip() for part in parts[1::2]), strict=True))


def _reference(title: str, helps: dict[str, str]) -> str:
    sections = [f"## tthc {name}\n\n```text\n{text}\n```" for name, text in helps.items()]
    return "\n\n".join([f"# {title}", *sections]) + "\n"


def _table(helps: dict[str, str]) -> str:
    """Each command with the first sentence of its help."""
    rows = [f"| `tthc {name}` | {_about(helps[name])} |" for name in COMMANDS]
    return "\n".join(["| | |", "|---|---|", *rows])


def _about(help_: str) -> str:
    paragraph = help_.split("\n\n")[1]
    return " ".join(paragraph.split())


def _screen() -> str:
    """The beginning of the audit of the sample, as printed."""
    messages.use("en")
    page = terminal.render(report(audit(load(ROOT / "catalogue"), official())), width=WIDTH, color=False)
    messages.use("vi")
    page = page.replace(ROOT.as_posix() + "/", "")
    return page.split("\nNot cut, ")[0].rstrip() + "\n…"


def _configuration(language: str) -> str:
    """The keys of tthc.toml."""
    messages.use(language)
    known = [*keys.RUN.items(), *((f"check.{name}", key) for name, key in keys.CHECK.items())]
    lines = [f"| `{name}` | `{key.example}` | {messages._(key.meaning)} |" for name, key in known]
    messages.use("vi")
    heads = {"en": "| Key | Example | Meaning |", "vi": "| Khóa | Ví dụ | Nghĩa |"}[language]
    return "\n".join([heads, "|---|---|---|", *lines])


def _finding() -> str:
    """A finding as it is printed: of a record of the sample, its local deadline lengthened."""
    name = "procedures/so-tai-chinh/dau-tu-tai-viet-nam.yaml"
    said = io.StringIO()
    with tempfile.TemporaryDirectory() as folder, contextlib.chdir(folder), contextlib.redirect_stdout(said):
        shutil.copytree(ROOT / "catalogue", "catalogue")
        text = Path("catalogue", name).read_text("utf-8").replace("deadline: 09 ngày làm việc", "deadline: 45 ngày", 1)
        Path("catalogue", name).write_text(text, "utf-8")
        run(["check", "--select", "T101", "--lang", "vi", "--no-cache"])
    return said.getvalue().rstrip().rpartition("\n")[0].rstrip()


def _rates() -> str:
    """Two cuts under every convention."""
    examples = (("40 ngày", "9 ngày làm việc"), ("25 ngày", "7–10 ngày"))
    procedures = [Procedure("", legal=Legal(deadline=legal), local=Local(deadline=local)) for legal, local in examples]
    found = rows((Entry(procedure, "", "", Location("")) for procedure in procedures), official())
    heads = ["`--convention`", "Quy ước", *(f"{legal} → {local}" for legal, local in examples)]
    lines = [heads, ["---"] * len(heads)]
    for convention in Convention:
        rates = [values.text(annex.rate(row, convention), Form.RATE) for row in found]
        lines.append([f"`{convention.value}`", labels.convention(convention), *rates])
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)


def _keys() -> str:
    """The keys of figures, tables and columns of every document, of the sample and of two editions that differ."""
    messages.use("en")
    small = ROOT / "tests" / "golden"
    parts = []
    for kind in KINDS:
        pages = [_document(kind, small / "catalogue", small / "before")]
        if kind != "changes":
            pages.append(_document(kind, ROOT / "catalogue"))
        parts.append(f"### {kind}\n\n{_keys_of(pages)}")
    messages.use("vi")
    return "\n\n".join(parts)


def _screen_keys() -> str:
    """The keys of what commands print on a screen and the document of the same kind has not."""
    messages.use("en")
    small = ROOT / "tests" / "golden"
    parts = []
    for kind, screens in _screens(small / "catalogue").items():
        documents = [_document(kind, small / "catalogue"), _document(kind, ROOT / "catalogue")]
        known = {line.partition(":")[0] for line in _keys_of(documents).splitlines()}
        lines = [line for line in _keys_of(screens).splitlines() if line.partition(":")[0] not in known]
        parts.append(f"### tthc {kind}\n\n" + "\n".join(lines))
    messages.use("vi")
    return "\n\n".join(parts)


def _screens(folder: Path) -> dict[str, list[Report]]:
    """The pages of commands that have a document too, with the tables their options add."""
    catalogue, calendar, nominal = load(folder), official(), Convention.NOMINAL
    found, apart = counted_and_apart(rows(catalogue.entries, calendar))
    half = plan(found, Fraction(1, 2), nominal)
    shorter = what_if(found, lambda _row: True, Decimal(-1), calendar)
    more = [
        *outlook.targets(found, catalogue.manifest.targets, nominal),
        *outlook.plan(half),
        *outlook.what_if(found, shorter, Decimal(-1), nominal),
    ]
    surveyed, day = survey(catalogue), days.default(catalogue)
    assessed = assess_all(catalogue.entries, days.regime(day), day)
    return {
        "audit": [report(audit(catalogue, calendar))],
        "cuts": [cuts.report(catalogue, found, nominal, apart=apart, by="field", more=more)],
        "duplicates": [duplicates.report(catalogue, surveyed, findings(catalogue, surveyed))],
        "online": [
            online.report(catalogue, assessed, days.regime(day), day, dossiers=catalogue.dossiers(), listed=True)
        ],
    }


def _document(kind: str, folder: Path, since: Path | None = None) -> Report:
    catalogue = load(folder)
    asked = Asked(
        whole=catalogue,
        selected=catalogue,
        stated=Stated(catalogue.manifest.edition),
        day=days.default(catalogue),
        calendar=official(),
        convention=Convention.NOMINAL,
        selection=Selection(),
        since=since.as_posix() if since and kind == "changes" else None,
    )
    return KINDS[kind](asked)


def _keys_of(pages: list[Report]) -> str:
    """A table of figures and one line for each table: what one page has and another has not is taken from both."""
    blocks = [block for page in pages for block in (*page.opening, *page.outline)]
    figures = {figure.key: figure.label for block in blocks if isinstance(block, Figures) for figure in block.items}
    tables: dict[str, dict[str, str]] = {}
    for page in pages:
        for table in page.tables:
            tables.setdefault(table.key, {}).update((column.key, column.label) for column in table.columns)
    lines = [f"- `{key}`: {label}" for key, label in figures.items()]
    lines += [
        f"- table `{key}`: " + ", ".join(f"`{column}` ({label})" for column, label in columns.items())
        for key, columns in tables.items()
    ]
    return "\n".join(lines)


def _filled(text: str, name: str, content: str) -> str:
    """The text with what stands between the markers replaced."""
    start, end = f"<!-- generated: {name} -->\n", "<!-- end -->"
    before, _start, rest = text.partition(start)
    return before + start + content + "\n" + end + rest.partition(end)[2]


def main() -> int:
    messages.use("vi")
    stale = [(path, text) for path, text in generated() if not path.exists() or path.read_text("utf-8") != text]
    for path, text in stale:
        shown = path.relative_to(ROOT).as_posix()
        if "--check" in sys.argv:
            print(f"stale: {shown}; run python tools/generated.py")
        else:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
            print(f"written: {shown}")
    return 1 if stale and "--check" in sys.argv else 0


if __name__ == "__main__":
    sys.exit(main())
