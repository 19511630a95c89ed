"""Runs a program and measures it: CPU seconds, wall seconds and peak memory, children included; and
keeps a server while it is asked."""

import contextlib
import json
import os
import pathlib
import socket
import subprocess
import sys
import time
import urllib.request
from dataclasses import dataclass

START_SECONDS = 60


class Failure(Exception):
    """A program that is missing or did not do its work."""


@dataclass
class Outcome:
    cpu_seconds: float
    wall_seconds: float
    peak_bytes: int
    output: bytes

    def figures(self):
        """The JSON line that the program printed."""
        return json.loads(self.output)


@dataclass
class Indexed:
    """What making an index took, and its size."""

    cpu_seconds: float
    wall_seconds: float
    peak_bytes: int
    index_bytes: int

    @classmethod
    def of(cls, outcome, folder):
        return cls(outcome.cpu_seconds, outcome.wall_seconds, outcome.peak_bytes,
                   folder_bytes(folder))


def run(command, output=None, accepted=(0,)):
    """Runs `command` to its end; its standard output goes to the file `output`, or is kept."""
    start = time.monotonic()
    child = _start(command, output)
    kept = b"" if output else child.stdout.read()
    # wait4 counts what this child used, and no other.
    _, status, usage = os.wait4(child.pid, 0)
    wall = time.monotonic() - start
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode not in accepted:
        raise Failure(f"exit code {child.returncode} from: {' '.join(child.args)}")
    return Outcome(usage.ru_utime + usage.ru_stime, wall, usage.ru_maxrss * 1024, kept)


@contextlib.contextmanager
def serving(command, output):
    """Runs the server `command`, which stays in the foreground, until the block is left; gives its
    process."""
    server = _start(command, output)
    try:
        yield server
    finally:
        server.terminate()
        server.wait()


def free_port():
    with socket.create_server(("127.0.0.1", 0)) as server:
        return server.getsockname()[1]


def wait_until_ready(port, server):
    """Until `warraq-searcher serve` says that it answers."""
    deadline = time.monotonic() + START_SECONDS
    while True:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/readyz", timeout=5):
                return
        except OSError as error:
            if server.poll() is not None or time.monotonic() > deadline:
                raise Failure(f"the server does not answer: {error}") from error
            time.sleep(0.05)


def cpu_seconds(child):
    """CPU time of a running child so far, all its threads."""
    stat = pathlib.Path(f"/proc/{child.pid}/stat").read_text(encoding="utf-8")
    fields = stat.rpartition(")")[2].split()  # from the third on; utime is the 14th, then stime
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _start(command, output):
    words = [str(word) for word in command]
    print("$ " + " ".join(words), file=sys.stderr, flush=True)
    try:
        return subprocess.Popen(words, stdout=open(output, "wb") if output else subprocess.PIPE)
    except OSError as error:
        raise Failure(f"{words[0]}: {error.strerror}") from error


def folder_bytes(folder):
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
