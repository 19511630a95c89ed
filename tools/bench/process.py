"""Runs a program and measures it: CPU seconds, wall seconds and peak memory, children included."""

import json
import os
import subprocess
import sys
import time
from dataclasses import dataclass


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


def run(command, output=None, accepted=(0,)):
    """Runs `command` to its end; its standard output goes to the file `output`, or is kept."""
    words = [str(word) for word in command]
    print("$ " + " ".join(words), file=sys.stderr, flush=True)
    start = time.monotonic()
    try:
        child = subprocess.Popen(words, stdout=open(output, "wb") if output else subprocess.PIPE)
    except OSError as error:
        raise Failure(f"{words[0]}: {error.strerror}") from error
    kept = b"" if output else child.stdout.read()
    # wait4 counts what this child used, and no other.
    _, status, usage = os.wait4(child.pid, 0)
    wall = time.monotonic() - start
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode not in accepted:
        raise Failure(f"exit code {child.returncode} from: {' '.join(words)}")
    return Outcome(usage.ru_utime + usage.ru_stime, wall, usage.ru_maxrss * 1024, kept)


def folder_bytes(folder):
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
