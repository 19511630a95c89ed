"""The sections of the benchmark: each asks one system for its figures and adds them to the table. A
system that does not take part in a section has no method for it; one that cannot do a part of it
gives None there."""

import functools
import json
import pathlib
import shutil
from dataclasses import dataclass, field

import corpora
import formats
import process

NAME = "news"
COMMAND_QUERIES = 30
UPDATED = 1_000
UPDATE_WORD = "قرنبيطستان"  # in no article
# How queries are asked, by the options that programs take for it.
QUERIES = {
    (): "any-word query, top 10, no snippets",
    ("--snippets",): "any-word query, top 10, ten snippets",
    ("--all",): "all-word query, top 10, no snippets",
}


@dataclass
class Setting:
    data: pathlib.Path
    work: pathlib.Path
    corpus: corpora.Corpus
    queries: pathlib.Path
    rounds: int
    bin: pathlib.Path
    indexed: dict = field(default_factory=dict)

    def index(self, system):
        """The news, indexed by this system once in a run."""
        if system not in self.indexed:
            self.indexed[system] = system.index(self.corpus, NAME)
        return self.indexed[system]

    @functools.cached_property
    def test_sets(self):
        return list(corpora.test_sets(self.data, self.work))


def indexing(setting, system, table):
    if not _able(system, "index", table):
        return
    found = setting.index(system)
    text = setting.corpus.text_bytes
    add = functools.partial(table.add, system)
    add("bulk indexing, one thread, MB of text per CPU second", text / 1e6 / found.cpu_seconds,
        "{:.2f}")
    add("articles per second, one thread", setting.corpus.articles / found.wall_seconds, "{:,.0f}")
    add("peak memory while indexing, MB", found.peak_bytes / 1e6, "{:.0f}")
    add("index on disk / title+body bytes", found.index_bytes / text, "{:.2f}")


def threads(setting, system, table):
    if not _able(system, "index", table):
        return
    alone = setting.index(system)
    together = system.index(setting.corpus, "threads", threads=2)
    shutil.rmtree(system.work / "threads", ignore_errors=True)
    rate = setting.corpus.articles / together.wall_seconds if together else None
    gain = alone.wall_seconds / together.wall_seconds if together else None
    table.add(system, "articles per second, two threads", rate, "{:,.0f}")
    table.add(system, "two threads against one, wall time, ×", gain, "{:.2f}")


def update(setting, system, table):
    if not _able(system, "update", table):
        return
    setting.index(system)
    articles = corpora.changed(setting.corpus, setting.work, UPDATED, UPDATE_WORD)
    added, found, compacted = system.update(NAME, articles, UPDATE_WORD)
    what = f"{articles.articles:,} articles added or replaced, until a new process finds them"
    table.add(system, f"{what}: wall s", added.wall_seconds + found.wall_seconds, "{:.2f}")
    table.add(system, f"{what}: CPU s", added.cpu_seconds + found.cpu_seconds, "{:.2f}")
    table.add(system, "folding them in (compact): wall s", compacted.wall_seconds, "{:.2f}")
    table.add(system, "folding them in (compact): CPU s", compacted.cpu_seconds, "{:.2f}")


def queries(setting, system, table):
    if _able(system, "queries", table):
        setting.index(system)
        for options, what in QUERIES.items():
            figures = system.queries(NAME, setting.queries, setting.rounds, options)
            for figure, label in (("mean_ms", "mean"), ("median_ms", "median"), ("cpu_ms", "CPU")):
                table.add(system, f"{what}: {label} ms", figures[figure] if figures else None,
                          "{:.2f}")
    if _able(system, "command", table):
        setting.index(system)
        lines = setting.queries.read_text(encoding="utf-8").splitlines()[:COMMAND_QUERIES]
        times = [system.command(NAME, line.split("\t")[1]).wall_seconds for line in lines]
        table.add(system, "one command-line query, whole process, median ms",
                  sorted(times)[len(times) // 2] * 1e3, "{:.1f}")


def analysis(setting, system, table):
    if _able(system, "analyse", table):
        table.add(system, "analysis, all levels, MB of text per CPU second",
                  system.analyse(setting.corpus)["mb_per_cpu_second"], "{:.0f}")


def reading(setting, system, table):
    if not _able(system, "read", table):
        return
    for name, form, path in formats.write_all(setting.corpus, setting.work):
        rate = system.read(form, path)["mb_per_cpu_second"]
        table.add(system, f"reading {name}, MB of the file per CPU second", rate, "{:.0f}")
        path.unlink()


def relevance(setting, system, table):
    if not _able(system, "run_topics", table):
        return
    for test_set in setting.test_sets:
        run = system.run_topics(test_set)
        outcome = process.run([setting.bin / "warraq-eval", test_set.qrels, run,
                               "--format", "json"])
        table.add(system, f"nDCG@10, {test_set.name}",
                  json.loads(outcome.output)["run"]["metrics"]["nDCG@10"], "{:.4f}")


def _able(system, task, table):
    """Whether the system takes part, and what it needs for it is there; what lacks is noted."""
    if not hasattr(system, task):
        return False
    missing = system.missing(task)
    for program in missing:
        table.note_missing(program)
    return not missing
