"""One run of `tthc check`: what is read, compared, fixed and left out, step by step."""

import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from tthc.catalogue.cache import NO_CACHE, Cache
from tthc.catalogue.files import (
    AGENCIES,
    DECISIONS,
    DOCUMENTS,
    MANIFEST,
    PROCEDURES,
    Disk,
    Source,
    procedure_files,
    read_file,
    reason,
    root_of,
)
from tthc.catalogue.load import load
from tthc.catalogue.locate import Sources
from tthc.catalogue.model import Catalogue
from tthc.catalogue.overlay import with_file
from tthc.cli import checking_settings, days, settings, understood
from tthc.cli.checking_settings import CheckOptions
from tthc.cli.outcome import Outcome
from tthc.cli.settings import SettingError
from tthc.domain.finding import Finding
from tthc.domain.manifest import Jurisdiction, Manifest
from tthc.lint.check import Checked, Options, check
from tthc.lint.context import Context
from tthc.lint.edits import Edition
from tthc.lint.engine import Hit
from tthc.lint.rules import ALL
from tthc.messages import _

_ROUNDS = 5  # a fix can bring another to light: a code with its dot is found to be there twice


@dataclass
class Run:
    """The state of a run. `limit` holds the files that are reported on; empty for all."""

    catalogue: Catalogue
    options: CheckOptions
    files: tuple[str, ...]
    sources: Sources
    cache: Cache = NO_CACHE
    limit: frozenset[str] = frozenset()
    edition: Edition | None = None
    changed_only: bool = False
    known: int = 0
    fixed: int = 0
    overtaken: list[str] = field(default_factory=list)  # files that were to be fixed, and somebody else changed
    notes: str = ""  # for stderr
    _checked: Checked | None = field(default=None, repr=False)

    @property
    def findings(self) -> tuple[Finding, ...]:
        return self.checked.findings

    @property
    def hits(self) -> tuple[Hit | None, ...]:
        return self.checked.hits

    @property
    def suppressed(self) -> int:
        return self.checked.suppressed

    @property
    def checked(self) -> Checked:
        """The findings, once they are asked for."""
        if self._checked is None:
            self._checked = self._limited(self._check(self.catalogue, self.sources))
        return self._checked

    def _check(self, catalogue: Catalogue, sources: Sources) -> Checked:
        day = self.options.as_of or days.default(catalogue)
        context = Context(catalogue, day, self.options.horizon)
        options = Options(self.options.rules, ALL, self.options.severities, self.changed_only)
        return check(context, options, sources, self.files, self.edition, cache=self.cache)

    def _limited(self, checked: Checked) -> Checked:
        if not self.limit:
            return checked
        kept = [
            (finding, hit)
            for finding, hit in zip(checked.findings, checked.hits, strict=True)
            if finding.location.path in self.limit
        ]
        return Checked(tuple(f for f, _hit in kept), tuple(hit for _f, hit in kept), checked.suppressed)

    def compare(self, since: str | None, *, changed_only: bool) -> None:
        """Judge the edit since a revision, or since the edition in a folder. Raises SettingError for none."""
        if since is None:
            if changed_only:
                raise SettingError(_("--changed-only needs --since: changed since when?"))
            return
        from tthc.cli import editions

        procedures = f"{self.catalogue.root.as_posix()}/{PROCEDURES}/"
        files = {shown: self.sources.data(shown) for shown in self.files if shown.startswith(procedures)}
        self.edition, notes = editions.edit(since, self.catalogue, files)
        self.notes += notes
        self.changed_only = changed_only

    def fix(self) -> None:
        """Write the safe fixes: each file whole, or not at all; none over what somebody else has just written."""
        from tthc.catalogue.atomic import write_atomically

        written = {}
        for shown, (old, new) in self.fixes(unsafe=False).items():
            if old == new:
                continue
            source = read_file(Path(shown), shown)
            if not isinstance(source, Source) or source.data != self.sources.data(shown):
                self.overtaken.append(shown)
                continue
            write_atomically(Path(shown), new)
            written[shown] = new.encode()
            self.catalogue = with_file(self.catalogue, shown, written[shown])
            self.fixed += 1
        self.sources = self.sources.over(written)
        self._checked = None
        if self.overtaken:
            self.notes += (
                _("Not fixed, since they were changed meanwhile: {files}. Run the command again.").format(
                    files=", ".join(self.overtaken)
                )
                + "\n"
            )

    def fixes(self, *, unsafe: bool) -> dict[str, tuple[str, str]]:
        """The texts of the files that fixes change, before and after; nothing is written."""
        from tthc.lint import fixes

        texts: dict[str, tuple[str, str]] = {}
        catalogue, sources, checked = self.catalogue, self.sources, self.checked
        for _round in range(_ROUNDS):
            new = fixes.fixed(checked.hits, sources, unsafe=unsafe)
            if not new:
                break
            for shown, text in new.items():
                old = texts[shown][0] if shown in texts else sources.data(shown).decode("utf-8", "replace")
                texts[shown] = (old, text)
                catalogue = with_file(catalogue, shown, text.encode())
            sources = self.sources.over({shown: text.encode() for shown, (_old, text) in texts.items()})
            checked = self._limited(self._check(catalogue, sources))
        return texts

    def leave_out_known(self) -> None:
        """Take out the findings of the baseline. Raises SettingError for a file that is none."""
        path = self.options.baseline
        if path is None:
            return
        from tthc.lint import baseline

        try:
            known = baseline.load(path.read_text(encoding="utf-8-sig"))
        except (OSError, UnicodeDecodeError, baseline.BaselineError) as error:
            why = reason(error) if isinstance(error, OSError | UnicodeDecodeError) else error
            raise SettingError(_("{path} is no baseline: {reason}").format(path=path, reason=why)) from error
        result = baseline.apply(
            self.findings,
            known,
            (entry.key for entry in self.catalogue.entries),
            (rule.id for rule in self.options.rules),
        )
        left = Counter(id(finding) for finding in result.new)
        pairs = [pair for pair in zip(self.findings, self.hits, strict=True) if id(pair[0]) in left]
        self._checked = Checked(tuple(f for f, _h in pairs), tuple(h for _f, h in pairs), self.suppressed)
        self.known = result.known
        if result.fixed or result.stale:
            self.notes += (
                _(
                    "Baseline {path}: {fixed} findings are put right, {stale} are of procedures that are gone; "
                    "write it anew with --write-baseline."
                ).format(path=path, fixed=len(result.fixed), stale=len(result.stale))
                + "\n"
            )

    def write_baseline(self, path: Path) -> Outcome:
        """Write all findings as known."""
        from tthc.catalogue.atomic import write_atomically
        from tthc.lint import baseline

        try:
            write_atomically(path, baseline.dump(self.findings))
        except OSError as error:
            raise SettingError(
                _("{path} cannot be written: {reason}").format(path=path, reason=reason(error))
            ) from error
        print(_("Written: {path} ({n} findings)").format(path=path, n=len(self.findings)), file=sys.stderr)
        return Outcome.FINE

    def outcome(self, *, exit_zero: bool) -> Outcome:
        """FINDINGS where a finding is as grave as was asked to fail, or a fix could not be written."""
        grave = bool(self.overtaken) or any(finding.severity >= self.options.fail_on for finding in self.findings)
        return Outcome.FINDINGS if grave and not exit_zero else Outcome.FINE


def start(
    paths: Sequence[Path],
    folder: Path | None,
    stdin_filename: Path | None,
    options: CheckOptions,
    disk: Disk | None = None,
) -> Run:
    """Read what there is to check: a catalogue, some files of one, or one file from stdin.

    `disk` has files that were read before.
    """
    if [str(path) for path in paths] == ["-"]:
        return _from_stdin(stdin_filename, folder, options)
    if stdin_filename is not None:
        raise SettingError(_("--stdin-filename goes with “-”: tthc check - --stdin-filename FILE < FILE"))
    for path in paths:
        if not path.exists():
            raise SettingError(_("there is no file or folder {path}").format(path=path))
    roots = {root_of(path) for path in paths} or {folder or settings.current.catalogue}
    if folder is not None:
        from tthc.cli import reading

        reading.one(min(roots), folder)
    if len(roots) > 1:
        raise SettingError(
            _("the files are of several catalogues: {roots}; check one at a time").format(
                roots=", ".join(sorted(map(str, roots)))
            )
        )
    root = roots.pop()
    run = _read(root, options, disk or Disk())
    whole = not paths or any(path.resolve() == root.resolve() for path in paths)
    if not whole:
        run.limit = frozenset(shown for shown in run.files if _within(Path(shown), paths))
    return run


def whole(catalogue: Catalogue, day: date) -> Run:
    """A catalogue checked whole for this day, as the configuration has it, without the findings of its baseline."""
    options = checking_settings.combine(
        select=(), ignore=(), extend_select=(), fail_on=None, baseline=None, as_of=None, statistics=None
    )
    run = _run(catalogue, replace(options, as_of=day), Disk(), settings.open_cache())
    run.leave_out_known()
    return run


def _read(root: Path, options: CheckOptions, disk: Disk) -> Run:
    cache = settings.open_cache()
    catalogue = load(root, cache, disk)
    understood.deadlines(catalogue, cache)
    return _run(catalogue, options, disk, cache)


def _run(catalogue: Catalogue, options: CheckOptions, disk: Disk, cache: Cache) -> Run:
    return Run(catalogue, options, _files(catalogue.root), Sources(disk=disk), cache)


def _files(root: Path) -> tuple[str, ...]:
    """The YAML files of a catalogue, as they are shown."""
    beside = [
        (root / name).as_posix() for name in (MANIFEST, AGENCIES, DOCUMENTS, DECISIONS) if (root / name).is_file()
    ]
    return (*beside, *(path.as_posix() for path in procedure_files(root) if isinstance(path, Path)))


def _within(file: Path, paths: Iterable[Path]) -> bool:
    resolved = file.resolve()
    return any(resolved == path.resolve() or path.resolve() in resolved.parents for path in paths)


def _from_stdin(name: Path | None, folder: Path | None, options: CheckOptions) -> Run:
    """One file as it stands on stdin, in the catalogue it belongs to where its name says so."""
    data = sys.stdin.buffer.read()
    shown = (name or Path("stdin.yaml")).as_posix()
    root = folder or (root_of(name) if name else None)
    if name and root and (root / PROCEDURES).is_dir():
        run = _read(root, options, Disk())
        same = [file for file in run.files if Path(file).resolve() == name.resolve()]
        shown = same[0] if same else shown
        run.catalogue = with_file(run.catalogue, shown, data)
    else:
        alone = Catalogue(Path(shown).parent, Manifest(jurisdiction=Jurisdiction(name="")), ())
        run = Run(with_file(alone, shown, data), options, (), Sources())
    run.files = tuple(sorted({*run.files, shown}))
    run.sources = run.sources.over({shown: data})
    run.limit = frozenset({shown})
    return run
