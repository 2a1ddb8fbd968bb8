"""Look at the HTML reports in a real browser: `make browser`, or `python -m tools.browser [FOLDER]`.

Writes the reports of the sample catalogue and loads each in headless Chromium as a phone and a desktop show it, light
and dark. Fails on whatever the console says (that is where a breach of the page's policy is told), on a page that asks
for anything but itself, that scrolls sideways, whose search does not find what is there, or in which axe-core finds a
serious or critical barrier. Says how long a search takes, from the key to the painted page. With FOLDER, pages and
screenshots stay there.

Needs Chromium (on the path, or named by CHROMIUM) and axe-core's `axe.min.js` (npm package axe-core), named by AXE.
"""

import base64
import fcntl
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tthc.cli.documents import KINDS

ROOT = Path(__file__).parent.parent
PROGRAMS = ("chromium", "chromium-browser", "google-chrome")
COMMANDS = {
    "cuts-by-field": ["cuts", "--by", "field", "--annex"],
    "audit": ["audit"],
    "online": ["online", "--list"],
    "duplicates": ["duplicates"],
} | {f"report-{kind}": ["report", kind] for kind in KINDS}
EDITIONS = ROOT / "tests" / "golden"
COMMANDS["report-changes"] += ["-C", str(EDITIONS / "catalogue"), "--since", str(EDITIONS / "before")]
SCREENS = {"phone": (360, 740), "desktop": (1280, 800)}
SCHEMES = ("light", "dark")
BARRIERS = ("serious", "critical")

# Chromium reads commands from file descriptor 3 and answers on 4: put our pipes there, then become Chromium.
START = "import os, sys; _, r, w, *run = sys.argv; os.dup2(int(r), 3); os.dup2(int(w), 4); os.execv(run[0], run)"
SHORTEN = """
  document.querySelectorAll('details').forEach(each => each.open = true);
  document.querySelectorAll('table').forEach(table =>
    [...table.querySelectorAll('tbody tr')].slice(50).forEach(row => row.remove()))
"""  # a barrier in one row is a barrier in every row like it
SIDEWAYS = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
AXE_RUN = """
axe.run({resultTypes: ['violations']}).then(({violations}) => violations.map(({id, impact, help, nodes}) =>
  ({id, impact, help, where: nodes.slice(0, 3).map(node => node.target.join(' '))})))
"""
SEARCH = """
new Promise(done => {
  const input = document.querySelector('#search'), status = document.querySelector('[role=status]');
  if (!input) return done(null);
  const there = [...document.querySelectorAll('tbody')].some(body => body.textContent.includes('Đất đai'));
  const isFound = () => document.querySelector('.table:not([hidden]) .row:not([hidden])') !== null;
  const report = () => done({pause: performance.now() - start, right: isFound() || !there});
  new MutationObserver(() => requestAnimationFrame(() => setTimeout(report))).observe(status, {childList: true});
  let start;
  setTimeout(() => {
    start = performance.now();
    input.value = 'dat dai';
    input.dispatchEvent(new InputEvent('input', {bubbles: true}));
  }, 1000); // nobody types while the page is still loading
})
"""


class Tab:
    """A tab of a browser of our own, driven by the DevTools protocol over a pair of pipes."""

    def __init__(self, program: str, profile: str) -> None:
        theirs_in, ours_out = map(_high, os.pipe())
        ours_in, theirs_out = map(_high, os.pipe())
        options = ["--headless=new", "--remote-debugging-pipe", "--no-first-run", f"--user-data-dir={profile}"]
        if os.geteuid() == 0:
            options.append("--no-sandbox")
        self.process = subprocess.Popen(
            [sys.executable, "-c", START, str(theirs_in), str(theirs_out), program, *options],
            pass_fds=(theirs_in, theirs_out),
            stderr=subprocess.DEVNULL,
        )
        os.close(theirs_in)
        os.close(theirs_out)
        self.out, self.answers = os.fdopen(ours_out, "wb"), os.fdopen(ours_in, "rb")
        self.last, self.session, self.events = 0, "", list[dict[str, Any]]()
        target = self.call("Target.createTarget", url="about:blank")["targetId"]
        self.session = self.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Log", "Network"):
            self.call(f"{domain}.enable")

    def call(self, method: str, **parameters: Any) -> dict[str, Any]:
        """Ask for something and wait for the answer; what happens meanwhile is kept in `events`."""
        self.last += 1
        message = {"id": self.last, "method": method, "params": parameters}
        message |= {"sessionId": self.session} if self.session else {}
        self.out.write(json.dumps(message).encode() + b"\0")
        self.out.flush()
        for answer in self._messages():
            if answer.get("id") == self.last:
                if "error" in answer:
                    raise RuntimeError(f"{method}: {answer['error']['message']}")
                result: dict[str, Any] = answer["result"]
                return result
        raise RuntimeError("Chromium has gone")

    def open(self, page: Path, width: int, height: int, scheme: str) -> None:
        """Load the page on a screen of this size; `events` are those of this page."""
        size = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 600}
        self.call("Emulation.setDeviceMetricsOverride", **size)
        self.call("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": scheme}])
        self.events.clear()
        self.call("Page.navigate", url=page.as_uri())
        while not any(event["method"] == "Page.loadEventFired" for event in self.events):
            next(self._messages())

    def evaluate(self, script: str) -> Any:
        """What the script, or the promise it returns, evaluates to."""
        answer = self.call("Runtime.evaluate", expression=script, awaitPromise=True, returnByValue=True)
        if "exceptionDetails" in answer:
            raise RuntimeError(answer["exceptionDetails"]["exception"]["description"])
        return answer["result"].get("value")

    def close(self) -> None:
        self.session = ""
        self.call("Browser.close")
        self.process.wait()

    def _messages(self) -> Iterator[dict[str, Any]]:
        """What Chromium says, one message after the other; events are kept."""
        data = bytearray()
        while sign := self.answers.read(1):
            if sign != b"\0":
                data += sign
                continue
            message = json.loads(data)
            if "method" in message:
                self.events.append(message)
            data.clear()
            yield message


def main() -> int:
    program = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, PROGRAMS)), None)
    axe = Path(os.environ.get("AXE", ""))
    if not program:
        return _missing("Chromium: install it, or name it: CHROMIUM=/path/to/chromium make browser")
    if not axe.is_file():
        return _missing("axe-core: npm install axe-core, then AXE=/path/to/axe-core/axe.min.js make browser")
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(sys.argv[1] if sys.argv[1:] else scratch).resolve()
        folder.mkdir(parents=True, exist_ok=True)
        tab = Tab(program, f"{scratch}/profile")
        try:
            failures = [fault for page in _pages(folder) for fault in _faults(tab, page, axe.read_text("utf-8"))]
        finally:
            tab.close()
    print(f"{len(failures)} faults" if failures else "every page is fine")
    return 1 if failures else 0


def _pages(folder: Path) -> Iterator[Path]:
    for name, arguments in COMMANDS.items():
        page = folder / f"{name}.html"
        command = [sys.executable, "-m", "tthc", *arguments, "--lang", "vi", "-C", "catalogue", "-o", str(page)]
        subprocess.run(command, cwd=ROOT, check=True, stderr=subprocess.DEVNULL)
        yield page


def _faults(tab: Tab, page: Path, axe: str) -> Iterator[str]:
    """What is wrong with the page, printed as it is found."""
    for screen, (width, height) in SCREENS.items():
        for scheme in SCHEMES:
            tab.open(page, width, height, scheme)
            found = []
            if (too_wide := tab.evaluate(SIDEWAYS)) > 0:
                found.append(f"scrolls sideways by {too_wide} pixels")
            _screenshot(tab, page.with_name(f"{page.stem}-{screen}-{scheme}.png"))
            search = tab.evaluate(SEARCH)
            if search and not search["right"]:
                found.append("a search for “dat dai” does not find Đất đai")
            found += _said(tab, page)
            tab.open(page, width, height, scheme)
            tab.evaluate(SHORTEN)
            tab.evaluate(axe)
            found += [
                f"{violation['id']} ({violation['impact']}): {violation['help']}: {', '.join(violation['where'])}"
                for violation in tab.evaluate(AXE_RUN)
                if violation["impact"] in BARRIERS
            ]
            found += _said(tab, page)
            pause = f"search {search['pause']:.0f} ms" if search else "no table"
            print(f"{page.name} {screen} {scheme}: {len(found)} faults, {pause}", *found, sep="\n  ", flush=True)
            yield from found


def _said(tab: Tab, page: Path) -> Iterator[str]:
    """What the console was told, and what was asked for."""
    for event in tab.events:
        parameters = event["params"]
        match event["method"]:
            case "Log.entryAdded":
                yield f"console: {parameters['entry']['text']}"
            case "Runtime.consoleAPICalled":
                yield f"console: {parameters['args']}"
            case "Runtime.exceptionThrown":
                yield f"console: {parameters['exceptionDetails']}"
            case "Network.requestWillBeSent" if parameters["request"]["url"] != page.as_uri():
                yield f"asks for {parameters['request']['url']}"


def _screenshot(tab: Tab, path: Path) -> None:
    path.write_bytes(base64.b64decode(tab.call("Page.captureScreenshot", format="png")["data"]))


def _high(descriptor: int) -> int:
    """The same descriptor, out of the way of those that Chromium expects."""
    copy = fcntl.fcntl(descriptor, fcntl.F_DUPFD_CLOEXEC, 10)
    os.close(descriptor)
    return copy


def _missing(what: str) -> int:
    print(f"missing: {what}", file=sys.stderr)
    return 2


if __name__ == "__main__":
    sys.exit(main())
