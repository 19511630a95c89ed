"""The systems measured. Each indexes a corpus, answers queries in its own process, and writes runs
for the relevance test sets, by programs that print their figures as one JSON line. `missing` names
the programs that a task needs and that are not built."""

import glob
import pathlib
import shutil
from dataclasses import dataclass

import process

HERE = pathlib.Path(__file__).resolve().parent
DEPTH = 100  # documents a query in a run for relevance


@dataclass
class Indexed:
    cpu_seconds: float
    wall_seconds: float
    peak_bytes: int
    index_bytes: int


class Lucene:
    """Debian's Lucene 8, in a JVM with the collector and heap that cost it the least."""

    title = "Lucene 8"
    java_options = ["-Xmx512m", "-XX:+UseSerialGC"]
    modules = ["core", "analyzers-common", "highlighter", "queries", "memory"]

    def __init__(self, _, work):
        self.work = work
        self.version = ""
        jars = [jar for module in self.modules
                for jar in glob.glob(f"/usr/share/java/lucene-{module}-8.*.jar")]
        classes = work / "lucene-classes"
        self.class_path = ":".join([str(classes), *jars])
        process.run(["javac", "-d", classes, "-cp", self.class_path,
                     *sorted((HERE / "lucene").glob("*.java"))])

    def missing(self, _):
        return []

    def index(self, corpus, name, threads=1):
        folder = _fresh(self.work / f"lucene-{name}")
        outcome = self._bench("index", corpus.path, folder, "--threads", threads)
        return _indexed(outcome, folder)

    def queries(self, name, topics, rounds, snippets):
        return self._bench("queries", self.work / f"lucene-{name}", topics, "--rounds", rounds,
                           *(["--snippets"] if snippets else [])).figures()

    def run_topics(self, test_set):
        folder = _fresh(self.work / f"lucene-{test_set.name}")
        run = self.work / f"lucene-{test_set.name}.trec"
        self._bench("index", test_set.corpus.path, folder, "--fields", "body")
        self._bench("run", folder, test_set.queries, run, "-n", DEPTH)
        return run

    def _bench(self, *arguments):
        outcome = process.run(["java", *self.java_options, "-cp", self.class_path, "LuceneBench",
                               *arguments])
        self.version = "Lucene " + outcome.figures()["version"]
        return outcome


class PlainXapian:
    """Xapian as its manual has it, compacted after indexing; the compaction is not counted."""

    title = "Xapian plain"

    def __init__(self, binaries, work):
        self.program = binaries / "warraq-bench-xapian"
        self.work = work
        self.version = ""

    def missing(self, _):
        return [] if self.program.exists() else [self.program.name]

    def index(self, corpus, name, threads=1):
        if threads != 1:
            return None  # one database has one writer
        outcome, folder = self._index(corpus, name)
        return _indexed(outcome, folder)

    def queries(self, name, topics, rounds, snippets):
        return self._bench("queries", self.work / f"xapian-{name}", topics, "--rounds", rounds,
                           *(["--snippets"] if snippets else [])).figures()

    def run_topics(self, test_set):
        _, folder = self._index(test_set.corpus, test_set.name, "--fields", "body")
        run = self.work / f"xapian-{test_set.name}.trec"
        self._bench("run", folder, test_set.queries, run, "-n", DEPTH)
        return run

    def _index(self, corpus, name, *options):
        loose = _fresh(self.work / f"xapian-{name}-loose")
        folder = _fresh(self.work / f"xapian-{name}")
        outcome = self._bench("index", corpus.path, loose, *options)
        self._bench("compact", loose, folder)
        shutil.rmtree(loose)
        return outcome, folder

    def _bench(self, *arguments):
        outcome = process.run([self.program, *arguments])
        self.version = "Xapian " + outcome.figures()["version"]
        return outcome


class Warraq:
    """This project: the programs that its users run, and one that asks in its own process."""

    title = "Warraq"
    version = ""
    programs = {
        "index": ["warraq-indexer"],
        "queries": ["warraq-indexer", "warraq-bench-query"],
        "command": ["warraq-indexer", "warraq-searcher"],
        "run": ["warraq-indexer", "warraq-searcher"],
    }

    def __init__(self, binaries, work):
        self.binaries = binaries
        self.work = work

    def missing(self, task):
        return [name for name in self.programs[task] if not (self.binaries / name).exists()]

    def index(self, corpus, name, threads=1):
        folder = self.work / f"{name}.warraq"
        outcome = process.run(
            [self.binaries / "warraq-indexer", "build", "-a", folder, "--force", "--jobs", threads,
             "--progress", "never", corpus.path])
        return _indexed(outcome, folder)

    def queries(self, name, topics, rounds, snippets):
        return process.run(
            [self.binaries / "warraq-bench-query", self.work / f"{name}.warraq", topics,
             "--rounds", rounds, *(["--snippets"] if snippets else [])]).figures()

    def command(self, name, text):
        """The whole process of one query on the command line."""
        return process.run([self.binaries / "warraq-searcher", "query", "-a",
                            self.work / f"{name}.warraq", "-n", 10, text], accepted=(0, 1))

    def run_topics(self, test_set):
        self.index(test_set.corpus, test_set.name)
        run = self.work / f"warraq-{test_set.name}.trec"
        process.run(
            [self.binaries / "warraq-searcher", "batch", "-a",
             self.work / f"{test_set.name}.warraq", test_set.queries, "--format", "trec",
             "-n", DEPTH, "--run-tag", "warraq"], output=run)
        return run


SYSTEMS = {"warraq": Warraq, "lucene": Lucene, "xapian": PlainXapian}


def _fresh(folder):
    shutil.rmtree(folder, ignore_errors=True)
    return folder


def _indexed(outcome, folder):
    return Indexed(outcome.cpu_seconds, outcome.wall_seconds, outcome.peak_bytes,
                   process.folder_bytes(folder))
