"""The systems measured. Each indexes a corpus, and may answer queries in its own process and write
runs for the relevance test sets, by programs that print their figures as one JSON line. What it has
no method for it takes no part in. `missing` names what a task needs and is not there: programs that
are not built, packages that are not installed. `work` is a folder of its own; an index of the name
N is the folder N in it."""

import glob
import os
import pathlib
import shutil

import process
from sphinx import Sphinx

HERE = pathlib.Path(__file__).resolve().parent
DEPTH = 100  # documents a query in a run for relevance


class Lucene:
    """Debian's Lucene 8, in a JVM with the collector and heap that cost it the least."""

    name = "lucene"
    title = "Lucene 8"
    java_options = ["-Xmx512m", "-XX:+UseSerialGC"]
    modules = ["core", "analyzers-common", "highlighter", "queries", "memory"]

    def __init__(self, _, work):
        self.work = work
        self.version = ""
        jars = [jar for module in self.modules
                for jar in glob.glob(f"/usr/share/java/lucene-{module}-8.*.jar")]
        classes = work / "classes"
        self.class_path = ":".join([str(classes), *jars])
        process.run(["javac", "-d", classes, "-cp", self.class_path,
                     *sorted((HERE / "lucene").glob("*.java"))])

    def missing(self, _):
        return []

    def index(self, corpus, name, threads=1):
        folder = _fresh(self.work / name)
        outcome = self._bench("index", corpus.path, folder, "--threads", threads)
        return process.Indexed.of(outcome, folder)

    def queries(self, name, topics, rounds, options):
        return self._bench("queries", self.work / name, topics, "--rounds", rounds,
                           *options).figures()

    def run_topics(self, test_set):
        folder = _fresh(self.work / test_set.name)
        run = self.work / f"{test_set.name}.trec"
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

    name = "xapian"
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
        return process.Indexed.of(outcome, folder)

    def queries(self, name, topics, rounds, options):
        return self._bench("queries", self.work / name, topics, "--rounds", rounds,
                           *options).figures()

    def run_topics(self, test_set):
        _, folder = self._index(test_set.corpus, test_set.name, "--fields", "body")
        run = self.work / f"{test_set.name}.trec"
        self._bench("run", folder, test_set.queries, run, "-n", DEPTH)
        return run

    def _index(self, corpus, name, *options):
        loose = _fresh(self.work / f"{name}-loose")
        folder = _fresh(self.work / name)
        outcome = self._bench("index", corpus.path, loose, *options)
        self._bench("compact", loose, folder)
        shutil.rmtree(loose)
        return outcome, folder

    def _bench(self, *arguments):
        outcome = process.run([self.program, *arguments])
        self.version = "Xapian " + outcome.figures()["version"]
        return outcome


class WarraqByXapian:
    """This project's other builder: each article through Xapian's own writer. The archive is the
    same, so only its making is measured."""

    name = "warraq-xapian"
    title = "Warraq, Xapian's builder"
    builder = "xapian"
    version = ""
    programs = {"index": ["warraq-indexer"]}

    def __init__(self, binaries, work):
        self.binaries = binaries
        self.work = work

    def missing(self, task):
        return [name for name in self.programs[task] if not (self.binaries / name).exists()]

    def index(self, corpus, name, threads=1):
        archive = self.work / name
        outcome = process.run(
            [self.binaries / "warraq-indexer", "build", "-a", archive, "--force",
             "--builder", self.builder, "--jobs", threads, "--progress", "never", corpus.path])
        return process.Indexed.of(outcome, archive)


class Warraq(WarraqByXapian):
    """This project: the programs that its users run, and two that measure in their own process."""

    name = "warraq"
    title = "Warraq"
    builder = "bulk"
    programs = {
        "index": ["warraq-indexer"],
        "queries": ["warraq-indexer", "warraq-bench-query"],
        "command": ["warraq-indexer", "warraq-searcher"],
        "update": ["warraq-indexer", "warraq-searcher"],
        "analyse": ["warraq-bench-analysis"],
        "read": ["warraq-bench-reading"],
        "run_topics": ["warraq-indexer", "warraq-searcher"],
    }

    def queries(self, name, topics, rounds, options):
        return process.run([self.binaries / "warraq-bench-query", self.work / name, topics,
                            "--rounds", rounds, *options]).figures()

    def command(self, name, text):
        """The whole process of one query on the command line."""
        return self._query(self.work / name, text, accepted=(0, 1))

    def update(self, name, articles, word):
        """Adds articles to the archive that all have `word`, asks for it, and compacts: what each
        of the three took. The other sections' archive stays as it was."""
        archive = _linked(self.work / name, self.work / "updated")
        indexer = self.binaries / "warraq-indexer"
        added = process.run([indexer, "add", "-a", archive, "--progress", "never", articles.path])
        found = self._query(archive, word)
        compacted = process.run([indexer, "compact", "-a", archive])
        hits = self._query(archive, word, "-n", articles.articles + 1, "--format", "jsonl").output
        if hits.count(b'"id"') != articles.articles:
            raise process.Failure(f"not all of {articles.articles} changed articles are found")
        shutil.rmtree(archive)
        return added, found, compacted

    def analyse(self, corpus):
        return process.run([self.binaries / "warraq-bench-analysis", corpus.path]).figures()

    def read(self, form, path):
        return process.run([self.binaries / "warraq-bench-reading", form, path]).figures()

    def run_topics(self, test_set):
        self.index(test_set.corpus, test_set.name)
        run = self.work / f"{test_set.name}.trec"
        process.run([self.binaries / "warraq-searcher", "batch", "-a", self.work / test_set.name,
                     test_set.queries, "--format", "trec", "-n", DEPTH, "--run-tag", "warraq"],
                    output=run)
        return run

    def _query(self, archive, text, *options, accepted=(0,)):
        return process.run([self.binaries / "warraq-searcher", "query", "-a", archive, *options,
                            text], accepted=accepted)


SYSTEMS = {system.name: system
           for system in (Warraq, WarraqByXapian, Lucene, PlainXapian, Sphinx)}


def _linked(archive, copy):
    """A copy of an archive that takes no room: writers replace its files and change none."""
    return shutil.copytree(archive, _fresh(copy), copy_function=os.link)


def _fresh(folder):
    shutil.rmtree(folder, ignore_errors=True)
    return folder
