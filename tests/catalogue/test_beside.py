"""A second process is a matter of time only: what it does not do, this one does."""

import os
import signal
import subprocess
import sys
import textwrap

import pytest

from tthc.catalogue import beside as module
from tthc.catalogue.beside import beside, in_two

HAS_TWO = sys.platform == "linux" and len(os.sched_getaffinity(0)) > 1
only_with_two = pytest.mark.skipif(not HAS_TWO, reason="one processor, or no fork")


def alone(code: str) -> str:
    """What a program prints that has a process to itself: those of tests have threads, which a copy would lack."""
    words = textwrap.dedent(code)
    done = subprocess.run([sys.executable, "-c", words], capture_output=True, text=True, timeout=60, check=True)
    assert done.stderr == ""
    return done.stdout.strip()


@only_with_two
def test_the_work_is_done_in_another_process_and_its_result_comes_back():
    assert (
        alone("""
        import os
        from tthc.catalogue.beside import beside
        work = beside(lambda: {"process": os.getpid(), "long": "ộ" * 300_000, "rows": [[1, None, "a"]]})
        found = work()
        print(found.pop("process") != os.getpid(), found == {"long": "ộ" * 300_000, "rows": [[1, None, "a"]]})
    """)
        == "True True"
    )


@only_with_two
@pytest.mark.parametrize(
    "work",
    ["1 / 0", "object()", "sys.exit(3)", f"os.kill(os.getpid(), {int(signal.SIGTERM)})"],
)
def test_what_goes_wrong_in_it_is_silent_and_gives_nothing(work):
    assert (
        alone(f"""
        import os, sys
        from tthc.catalogue.beside import beside
        print(beside(lambda: {work})())
    """)
        == "None"
    )


@only_with_two
def test_whoever_wants_no_news_of_its_end_gets_the_result_all_the_same():
    assert (
        alone("""
            import signal
            signal.signal(signal.SIGCHLD, signal.SIG_IGN)
            from tthc.catalogue.beside import beside
            print(beside(lambda: 1)())
        """)
        == "1"
    )


@only_with_two
def test_it_holds_no_lock_and_no_file_of_this_process():
    assert (
        alone("""
            import os, time
            from tthc.catalogue.beside import beside
            reader, writer = os.pipe()
            beside(lambda: time.sleep(30))
            os.close(writer)
            print(os.read(reader, 1))
        """)
        == "b''"
    )


@only_with_two
def test_nobody_hears_or_waits_for_it():
    assert (
        alone("""
        import time
        from tthc.catalogue.beside import beside
        print("a", flush=True)
        beside(lambda: (print("b", flush=True), time.sleep(30)))
    """)
        == "a"
    )


@pytest.mark.parametrize("n", [0, 1, 2, 7])
@pytest.mark.parametrize("latter", [None, "its own"])
def test_two_halves_are_the_whole(monkeypatch, n, latter):
    monkeypatch.setattr(module, "beside", lambda work: work if latter else lambda: None)
    assert in_two(lambda items: {str(item): item for item in items}, range(n)) == {str(i): i for i in range(n)}


def test_where_no_process_can_be_started_nothing_is_lost(monkeypatch):
    def refused():
        raise BlockingIOError

    monkeypatch.setattr(module, "_possible", lambda: True)
    monkeypatch.setattr(os, "fork", refused)
    assert beside(lambda: 1)() is None
    assert in_two(lambda items: {str(item): item for item in items}, "ab") == {"a": "a", "b": "b"}


def test_without_a_second_processor_there_is_no_second_process(monkeypatch):
    monkeypatch.setattr(module, "_possible", lambda: False)
    assert beside(lambda: 1)() is None
