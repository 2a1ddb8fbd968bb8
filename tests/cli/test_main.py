"""The command as a whole: exit codes, streams, languages, and never a traceback."""

import errno
import io
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tthc.cli import main as program
from tthc.cli.main import COMMANDS, run
from tthc.cli.outcome import Outcome

SLIP = "- {code: 9.000001, name: Cấp giấy phép}\n"  # one finding, and nothing else wrong


class Ran:
    """What a run in this process came to."""

    def __init__(self, code: int, out: str, err: str) -> None:
        self.code, self.out, self.err = code, out, err


@pytest.fixture
def tthc(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Callable[..., Ran]:
    """`tthc` in this process, in an empty working folder."""
    empty = tmp_path / "empty"
    empty.mkdir()
    monkeypatch.chdir(empty)

    def call(*arguments: str | Path) -> Ran:
        code = run([str(argument) for argument in arguments])
        return Ran(code, *capsys.readouterr())

    return call


def process(*arguments: str | Path, **more: Any) -> subprocess.CompletedProcess[bytes]:
    """`tthc` in a process of its own."""
    environment = {**os.environ, **more.pop("env", {})}
    command = [sys.executable, "-m", "tthc", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, check=False, env=environment, timeout=60, **more)


# --- exit codes


def test_a_clean_catalogue_is_0(tthc: Any, folder: Any) -> None:
    ran = tthc("audit", folder.root)
    assert (ran.code, ran.err) == (0, "")
    assert "Tỉnh Thử Nghiệm" in ran.out


def test_findings_are_1_and_stay_off_stderr(tthc: Any, folder: Any) -> None:
    folder.records(SLIP)
    ran = tthc("audit", folder.root)
    assert (ran.code, ran.err) == (1, "")
    assert "F011" in ran.out


def test_a_spoilt_file_beside_a_good_one_is_1(tthc: Any, folder: Any) -> None:
    folder.write("procedures/x.yaml", b"\xff")
    assert tthc("audit", folder.root).code == 1


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["audti"], 'there is no command "audti". Did you mean "audit"?'),
        (["xyz"], "Commands: audit"),
        (["audit", "--fromat", "json"], 'there is no option --fromat. Did you mean "--format"?'),
        (["audit", "--langg"], 'Did you mean "--lang"?'),
        (["cuts", "--theo", "field"], "there is no option --theo.\nHelp: tthc cuts --help"),
        (["cuts", "--as-of", "2026-10-01"], "there is no option --as-of.\n"),
        (["decide", "a", "b", "same"], 'the reason is missing: add --reason "…". Why; kept with the verdict.'),
        (["decide", "a", "b"], "VERDICT is missing: same (là một), different (khác nhau)"),
        (["import", "a.json"], 'the folder is missing: add --into "…". Folder of the catalogue'),
        (["import"], "Write: tthc import FILE… --into FOLDER\n"),
        (["why", "9.000001"], "B is missing: Code, local id or name; a name need not stand in the catalogue."),
        (["show", "Cấp", "giấy", "phép"], "too many arguments: giấy phép. A text of several words stands in quotes."),
        (["--verison"], 'Did you mean "--version"?'),
        (["audit", "a", "b", "c"], "too many arguments: b c"),
        (["audit", "a", "b"], "too many arguments: b"),
        (["audit", "a", "-C", "b"], "two catalogues are named, a and b"),
        (["audit", "-f"], "-f needs a value"),
        (["audit", "--lang"], "--lang needs a value"),
        (["audit", "--internal=1"], "--internal takes no value"),
        (["-C", "x", "audit"], "-C stands after the command: tthc audit -C …"),
        (["audit", "--lang", "fr"], 'unknown value "fr" for --lang; possible: vi, en'),
        (["audit", "--lang="], 'unknown value "" for --lang'),
        (["audit", "--color", "red"], 'unknown value "red" for --color; possible: auto, always, never'),
        (["audit", "-f", "pdf"], 'unknown value "pdf" for --format'),
        (["schema", "x"], 'unknown value "x" for KIND; possible: procedures'),
    ],
)
def test_a_wrong_command_line_is_2_and_says_what_is_possible(
    tthc: Any, monkeypatch: pytest.MonkeyPatch, arguments: list[str], words: str
) -> None:
    monkeypatch.setenv("LANG", "en_US.UTF-8")
    ran = tthc(*arguments)
    assert (ran.code, ran.out) == (2, "")
    assert words in ran.err


@pytest.mark.parametrize("arguments", [["--color", "red", "--lang", "en"], ["--lang", "en", "--color", "red"]])
def test_what_is_wrong_is_said_in_the_language_asked_for(tthc: Any, arguments: list[str]) -> None:
    assert 'unknown value "red" for --color' in tthc("audit", *arguments).err


def test_a_filter_that_matches_nothing_known_is_2(tthc: Any, folder: Any) -> None:
    ran = tthc("--lang", "en", "audit", folder.root, "--code", "9.00001")
    assert (ran.code, ran.out) == (2, "")
    assert "Did you mean: 9.000001?" in ran.err


@pytest.mark.parametrize(
    ("spoil", "words"),
    [
        (shutil.rmtree, "There is no folder"),
        (lambda root: shutil.rmtree(root / "procedures"), "has no folder “procedures”"),
        (lambda root: shutil.rmtree(root / "procedures/so-xay-dung"), "has no procedure yet"),
        (lambda root: (root / "procedures/so-xay-dung/xay-dung.yaml").write_bytes(b"a: ["), "1:5: a bracket"),
    ],
)
def test_nothing_to_audit_is_3(tthc: Any, folder: Any, spoil: Any, words: str) -> None:
    spoil(folder.root)
    ran = tthc("--lang", "en", "audit", folder.root)
    assert (ran.code, ran.out) == (3, "")
    assert words in ran.err


def failing(error: BaseException) -> Callable[..., Any]:
    def fail(*_arguments: Any, **_more: Any) -> Any:
        raise error

    return fail


@pytest.mark.parametrize(
    ("error", "code", "words"),
    [
        (KeyboardInterrupt(), 130, ""),
        (PermissionError(errno.EACCES, "Permission denied", "x.yaml"), 3, "x.yaml: permission denied"),
        (OSError("odd"), 3, "Error: odd"),
        (ValueError("odd"), 3, "an error in tthc itself: ValueError: odd"),
        (RecursionError(), 3, "an error in tthc itself: RecursionError"),
        (ModuleNotFoundError("no", name="rapidfuzz"), 3, "rapidfuzz, which tthc needs, is missing"),
        (ImportError("cannot import name x"), 3, "cannot import name x, which tthc needs"),
    ],
)
def test_an_unexpected_end(
    tthc: Any, folder: Any, monkeypatch: pytest.MonkeyPatch, *, error: BaseException, code: int, words: str
) -> None:
    monkeypatch.setattr("tthc.cli.reading.load", failing(error))
    ran = tthc("--lang", "en", "audit", folder.root)
    assert (ran.code, ran.out) == (code, "")
    assert words in ran.err
    assert "Traceback" not in ran.err


def test_debug_shows_the_traceback(tthc: Any, folder: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tthc.cli.reading.load", failing(ValueError("odd")))
    with pytest.raises(ValueError, match="odd"):
        tthc("audit", folder.root, "--debug")


def test_exit_codes_are_what_scripts_rely_on() -> None:
    assert [(outcome.name, outcome.value) for outcome in Outcome] == [
        ("FINE", 0),
        ("FINDINGS", 1),
        ("USAGE", 2),
        ("FAILURE", 3),
        ("INTERRUPTED", 130),
    ]


# --- language


@pytest.mark.parametrize(
    ("environment", "before", "after", "english"),
    [
        ({}, [], [], False),
        ({"LANG": "C.UTF-8"}, [], [], False),
        ({"LANG": "fr_FR.UTF-8"}, [], [], False),
        ({"LANG": "en_US.UTF-8"}, [], [], True),
        ({"LC_ALL": "vi_VN.UTF-8", "LANG": "en_US.UTF-8"}, [], [], False),
        ({"LANG": "vi_VN", "TTHC_LANG": "en"}, [], [], True),
        ({"LANG": "en_US", "TTHC_LANG": "vi"}, [], [], False),
        ({"TTHC_LANG": "vi"}, ["--lang", "en"], [], True),
        ({"TTHC_LANG": "vi"}, [], ["--lang=en"], True),
        ({"TTHC_LANG": "en"}, [], ["--lang", "vi"], False),
        ({"TTHC_LANG": "", "LANG": "en_GB"}, [], [], True),
    ],
)
def test_flag_before_environment_before_locale(
    tthc: Any,
    folder: Any,
    monkeypatch: pytest.MonkeyPatch,
    *,
    environment: dict[str, str],
    before: list[str],
    after: list[str],
    english: bool,
) -> None:
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    out = tthc(*before, "audit", folder.root, *after).out
    assert ("Online service" in out) == english
    assert ("Dịch vụ công trực tuyến" in out) != english


def test_what_is_wrong_with_a_value_is_said_in_the_language_of_the_rest(
    tthc: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "Lỗi:" in tthc("audti").err
    assert "Lỗi:" in tthc("--lang", "fr", "audit").err
    monkeypatch.setenv("LANG", "en_US.UTF-8")
    assert "Error:" in tthc("--lang", "fr", "audit").err


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("vi", ["Cách dùng:", "Tùy chọn:", "Tham số:", "Hiển thị hướng dẫn này"]),
        ("en", ["Usage:", "Options:", "Arguments:", "Show this help"]),
    ],
)
def test_help_is_in_one_language(language: str, words: list[str]) -> None:
    ran = process("audit", "--help", "--lang", language)
    out = ran.stdout.decode()
    assert ran.returncode == 0
    for word in words:
        assert word in out
    if language == "vi":
        assert not re.search(r"\b(Usage|Options|Arguments|Show|Write|Only|the)\b", out)


def test_help_names_every_command() -> None:
    out = process("--help", "--lang", "vi").stdout.decode()
    for command in COMMANDS:
        assert re.search(rf"^  {command} ", out, re.MULTILINE)


@pytest.mark.parametrize("arguments", [["--version"], ["--lang", "en", "--version"], ["--version", "--debug"]])
def test_the_version(tthc: Any, arguments: list[str]) -> None:
    ran = tthc(*arguments)
    assert (ran.code, ran.err) == (0, "")
    assert re.fullmatch(r"tthc \d+\.\d+\.\d+\n", ran.out)


def test_without_arguments_help_goes_to_stderr(tthc: Any) -> None:
    ran = tthc()
    assert (ran.code, ran.out) == (2, "")
    assert "audit" in ran.err


# --- streams


def test_output_is_utf8_whatever_the_machine_says(folder: Any) -> None:
    ran = process("audit", folder.root, env={"PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0", "LC_ALL": "C"})
    assert "Tỉnh Thử Nghiệm" in ran.stdout.decode("utf-8")
    ran = process("audit", "Tỉnh Không Có", env={"PYTHONIOENCODING": "cp1252"})
    assert "Tỉnh Không Có" in ran.stderr.decode("utf-8")


def test_a_stream_without_a_buffer_is_not_closed(folder: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with io.FileIO(tmp_path / "out", "w") as raw:
        unbuffered = io.TextIOWrapper(raw, write_through=True)
        monkeypatch.setattr(sys, "stdout", unbuffered)
        for _twice in range(2):
            assert run(["audit", str(folder.root)]) == 0
            monkeypatch.setattr(sys, "stdout", unbuffered)
        assert not raw.closed
        unbuffered.detach()
    assert (tmp_path / "out").read_text("utf-8").count("Tỉnh Thử Nghiệm") == 2


@pytest.mark.skipif(sys.platform == "win32", reason="pipes end differently there")
@pytest.mark.parametrize("arguments", [["audit"], ["audit", "-f", "json"], ["--help"], ["--version"]])
def test_a_reader_that_goes_away_is_no_error(folder: Any, arguments: list[str]) -> None:
    if arguments[0] == "audit":
        arguments = ["audit", str(folder.root), *arguments[1:]]
    read, write = os.pipe()
    os.close(read)
    command = [sys.executable, "-m", "tthc", *arguments]
    ran = subprocess.run(command, stdout=write, stderr=subprocess.PIPE, check=False, timeout=60)
    os.close(write)
    assert (ran.returncode, ran.stderr) == (0, b"")


@pytest.mark.skipif(sys.platform == "win32", reason="needs a POSIX shell")
@pytest.mark.parametrize("closed", [">&-", "2>&-", ">&- 2>&-"])
def test_closed_streams_are_no_error(folder: Any, closed: str) -> None:
    script = f'exec "$0" -m tthc audit "$1" {closed}'
    ran = subprocess.run(
        ["sh", "-c", script, sys.executable, folder.root], capture_output=True, check=False, timeout=60
    )
    assert (ran.returncode, ran.stderr) == (0, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
def test_a_full_disk_is_said(folder: Any) -> None:
    with open("/dev/full", "wb") as full:  # noqa: PTH123 - a device
        command = [sys.executable, "-m", "tthc", "audit", str(folder.root), "--lang", "en"]
        ran = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, check=False, timeout=60)
    assert (ran.returncode, ran.stderr.decode()) == (3, "Error: there is no space left\n")


def test_the_working_folder_may_be_gone(folder: Any, tmp_path: Path) -> None:
    if sys.platform == "win32":
        pytest.skip("a working folder cannot be removed there")
    gone = tmp_path / "gone"
    root = Path(__file__).parents[2]

    def there(*arguments: str | Path) -> tuple[int, str]:
        gone.mkdir(exist_ok=True)
        script = 'cd "$1" && rmdir "$1" && shift && exec "$0" -m tthc "$@"'
        ran = subprocess.run(
            ["sh", "-c", script, sys.executable, gone, *arguments],
            capture_output=True,
            check=False,
            timeout=60,
            env={**os.environ, "PYTHONPATH": str(root)},
        )
        return ran.returncode, ran.stderr.decode()

    assert there("audit", folder.root) == (0, "")
    assert there("check", ".", "--lang", "en") == (3, "Error: the working folder: it does not exist\n")


# --- the same bytes


def test_the_same_bytes_whatever_the_hash_seed_and_the_order_of_files(make_folder: Any, tmp_path: Path) -> None:
    names = [f"procedures/so-{n}/f{n % 3}.yaml" for n in range(12)]
    outputs: dict[str, set[bytes]] = {}
    for seed in ("1", "2"):
        place = tmp_path / seed
        folder = make_folder(place / "catalogue")
        shuffled = random.Random(seed).sample(names, len(names))
        for name in shuffled:
            folder.records(f"- {{name: 'Thủ tục {name}', levl: x}}\n- {{code: 9.1, name: B, xyz: 1}}\n", name)
        for arguments in (["audit"], ["audit", "-f", "json"], ["audit", "--levle"], ["--help"]):
            ran = process(*arguments, cwd=place, env={"PYTHONHASHSEED": seed})
            outputs.setdefault(str(arguments), set()).add(ran.stdout + ran.stderr)
    for arguments, found in outputs.items():
        assert len(found) == 1, arguments


# --- start-up


def test_help_starts_without_what_only_work_needs() -> None:
    heavy = ("pydantic", "rich", "rapidfuzz", "ruamel", "_ruamel_yaml", "jinja2", "docx", "xlsxwriter")
    script = (
        "import sys; from tthc.cli.main import run; code = run(['--help']);"
        f"print(code, [name for name in sys.modules if name.split('.')[0] in {heavy}], file=sys.stderr)"
    )
    ran = subprocess.run([sys.executable, "-c", script], capture_output=True, check=False, timeout=60)
    assert ran.stderr.decode().strip() == "0 []"


def test_without_the_c_parser_the_message_names_the_package(folder: Any) -> None:
    script = "import sys; sys.modules['_ruamel_yaml'] = None; from tthc.cli.main import main; main(sys.argv[1:])"
    command = [sys.executable, "-c", script, "audit", str(folder.root), "--lang", "en"]
    ran = subprocess.run(command, capture_output=True, check=False, timeout=60)
    assert ran.returncode == 3
    assert ran.stderr.decode().startswith("Error: ruamel.yaml.clib, which tthc needs, is missing or broken.")


# --- never a traceback

_WORDS = st.sampled_from(
    [
        "agency",
        "field",
        "procedures",
        "code",
        "name",
        "level",
        "legal",
        "local",
        "deadline",
        "when",
        "channels",
        "online",
    ]
)
_VALUES = st.sampled_from(
    ["9.000001", '"9.000002"', "5 ngày", "no", "~", "[a, {b: c}]", "*x", "&x y", "2026-10-01", "-"]
)
_LINES = st.builds(
    lambda indent, dash, key, value: f"{'  ' * indent}{'- ' if dash else ''}{key}: {value}\n",
    st.integers(0, 3),
    st.booleans(),
    _WORDS,
    _VALUES | st.just(""),
)
_FILES = (
    st.binary(max_size=80)
    | st.text(max_size=80).map(lambda text: text.encode("utf-8", "surrogatepass"))
    | st.lists(_LINES, max_size=12).map("".join).map(str.encode)
    | st.lists(_LINES, max_size=12).map(lambda lines: ("agency: a\nfield: b\nprocedures:\n" + "".join(lines)).encode())
)
_NAMES = st.sampled_from(
    [
        "catalogue.yaml",
        "agencies.yaml",
        "legal-documents.yaml",
        "procedures/a.yaml",
        "procedures/b/c.yml",
        "statistics/2025.csv",
    ]
)


_COMMANDS = ["audit", "audit -f json", "audit -f markdown", "cuts", "check", "check -f sarif"]


@settings(max_examples=60)
@given(st.dictionaries(_NAMES, _FILES, max_size=4), st.sampled_from(_COMMANDS))
@example({"statistics/2025.csv": b"code,received\n\0,1\n"}, "audit")
@example({"statistics/2025.csv": b'code,received\n"' + b"x" * 200_000 + b'",1\n'}, "audit")
@example({"statistics/\xc2\xb2.csv".encode("latin-1").decode(): b"code,received\n9,1\n"}, "audit")
def test_no_catalogue_makes_it_fail(files: dict[str, bytes], command: str) -> None:
    with tempfile.TemporaryDirectory() as place:
        root = Path(place)
        good = root / "procedures" / "good.yaml"
        good.parent.mkdir()
        good.write_text(
            "agency: a\nfield: b\nprocedures:\n  - {code: '9.000001', name: A, legal: {deadline: 5 ngày}}\n"
        )
        for name, content in files.items():
            path = root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        out, err = root / "out.txt", root / "err.txt"
        with (
            out.open("w+", encoding="utf-8") as stdout,
            err.open("w+", encoding="utf-8") as stderr,
            pytest.MonkeyPatch.context() as patch,
        ):
            patch.setattr(sys, "stdout", stdout)
            patch.setattr(sys, "stderr", stderr)
            code = program.run([*command.split(), place, "--no-cache", "--debug"])
        assert code in (0, 1)
        assert "Traceback" not in err.read_text("utf-8")
        assert out.read_text("utf-8")
