"""The sections of the benchmark: each asks the systems for its figures and adds rows of them."""

import json
import pathlib
from dataclasses import dataclass, field

import corpora
import process

NAME = "news"
COMMAND_QUERIES = 30


@dataclass
class Setting:
    data: pathlib.Path
    work: pathlib.Path
    corpus: corpora.Corpus
    queries: pathlib.Path
    rounds: int
    bin: pathlib.Path
    systems: dict
    indexed: dict = field(default_factory=dict)

    def able(self, task, table):
        """The systems that have what the task needs; what the others lack is noted."""
        for name, system in self.systems.items():
            missing = system.missing(task)
            for program in missing:
                table.note_missing(program)
            if not missing:
                yield name, system

    def index(self, name):
        """The news, indexed by this system once in a run."""
        if name not in self.indexed:
            self.indexed[name] = self.systems[name].index(self.corpus, NAME)
        return self.indexed[name]


def indexing(setting, table):
    text = setting.corpus.text_bytes
    found = {name: setting.index(name) for name, _ in setting.able("index", table)}
    table.add("bulk indexing, one thread, MB of text per CPU second",
              {name: text / 1e6 / of.cpu_seconds for name, of in found.items()}, "{:.2f}")
    table.add("peak memory while indexing, MB",
              {name: of.peak_bytes / 1e6 for name, of in found.items()}, "{:.0f}")
    table.add("index on disk / title+body bytes",
              {name: of.index_bytes / text for name, of in found.items()}, "{:.2f}")


def threads(setting, table):
    gains = {}
    for name, system in setting.able("index", table):
        alone = setting.index(name)
        together = system.index(setting.corpus, f"{NAME}-threads", threads=2)
        if together:
            gains[name] = alone.wall_seconds / together.wall_seconds
    table.add("two threads against one, wall time, ×", gains, "{:.2f}")


def queries(setting, table):
    for snippets, what in ((False, "no snippets"), (True, "ten snippets")):
        found = {}
        for name, system in setting.able("queries", table):
            setting.index(name)
            found[name] = system.queries(NAME, setting.queries, setting.rounds, snippets)
        for figure, label in (("mean_ms", "mean"), ("median_ms", "median"), ("cpu_ms", "CPU")):
            table.add(f"any-word query, top 10, {what}: {label} ms",
                      {name: figures[figure] for name, figures in found.items()}, "{:.2f}")
    _command_line(setting, table)


def _command_line(setting, table):
    found = {}
    for name, system in setting.able("command", table):
        if not hasattr(system, "command"):
            continue
        setting.index(name)
        lines = setting.queries.read_text(encoding="utf-8").splitlines()[:COMMAND_QUERIES]
        times = [system.command(NAME, line.split("\t")[1]).wall_seconds for line in lines]
        found[name] = sorted(times)[len(times) // 2] * 1e3
    table.add("one command-line query, whole process, median ms", found, "{:.1f}")


def analysis(setting, table):
    program = setting.bin / "warraq-bench-analysis"
    found = {}
    if "warraq" in setting.systems and program.exists():
        found["warraq"] = process.run([program, setting.corpus.path]).figures()["mb_per_cpu_second"]
    elif "warraq" in setting.systems:
        table.note_missing(program.name)
    table.add("analysis, all levels, MB of text per CPU second", found, "{:.0f}")


def relevance(setting, table):
    for test_set in corpora.test_sets(setting.data, setting.work):
        found = {name: _ndcg(setting, test_set, system.run_topics(test_set))
                 for name, system in setting.able("run", table)}
        table.add(f"nDCG@10, {test_set.name}", found, "{:.4f}")


def _ndcg(setting, test_set, run):
    program = setting.bin / "warraq-eval"
    outcome = process.run([program, test_set.qrels, run, "--format", "json"])
    return json.loads(outcome.output)["run"]["metrics"]["nDCG@10"]
