"""Sphinx 2.2: its `indexer`, fed with a file made beforehand, and `searchd` on the loopback, asked
in SphinxQL. README.md says what the settings are and why."""

import importlib.util
import json
import re
import shutil
import statistics
import time

import process

SETTINGS = """
source articles
{{
  type = tsvpipe
  tsvpipe_command = cat {tsv}
  tsvpipe_attr_string = article
  tsvpipe_field_string = title
  tsvpipe_field_string = body
}}
index articles
{{
  source = articles
  path = {index}/articles
  morphology = stem_ar
  charset_table = 0..9, a..z, A..Z->a..z, _, U+0621..U+063A, U+0641..U+064A, \\
    U+0660..U+0669->0..9, U+06F0..U+06F9->0..9, U+066E, U+066F, U+0671..U+06D3, U+06D5
  ignore_chars = U+00AD, U+0640, U+064B..U+0652, U+0670, U+200B..U+200F
}}
searchd
{{
  listen = 127.0.0.1:{port}:mysql41
  pid_file = {index}/searchd.pid
  log = {index}/searchd.log
  binlog_path =
}}
"""
START_SECONDS = 300  # searchd reads all attributes, the text among them, before it answers
BEST_TEN = "FROM articles WHERE MATCH(%s) LIMIT 10 OPTION ranker = bm25, max_matches = 10"
PLAIN = f"SELECT id, WEIGHT() {BEST_TEN}"
WITH_SNIPPETS = f"SELECT id, WEIGHT(), SNIPPET(title, %s), SNIPPET(body, %s) {BEST_TEN}"
OPERATORS = re.compile(r"""[\\()|\-!@~"'&/^$=<*\[\]:?]""")


class Sphinx:
    """Debian's Sphinx, as its manual has it for articles that are in a file."""

    name = "sphinx"
    title = "Sphinx 2.2"

    def __init__(self, _, work):
        self.work = work
        self.version = ""

    def missing(self, task):
        lacks = [] if shutil.which("indexer") and shutil.which("searchd") else ["sphinxsearch"]
        if task == "queries" and not importlib.util.find_spec("pymysql"):
            lacks.append("python3-pymysql")
        return lacks

    def index(self, corpus, name, threads=1):
        if threads != 1:
            return None  # one index is made by one thread
        folder = self.work / name
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
        tsv = self.work / f"{name}.tsv"
        _write_tsv(corpus, tsv)
        outcome = process.run(["indexer", "--config", self.settings(name), "--all"])
        tsv.unlink()
        said = outcome.output.decode()
        if f"total {corpus.articles} docs" not in said:
            raise process.Failure(f"indexer left some of {corpus.articles} articles out:\n{said}")
        self.version = " ".join(said.split(maxsplit=2)[:2])
        return process.Indexed.of(outcome, folder)

    def queries(self, name, topics, rounds, options):
        asked = [statement(line.split("\t", 1)[1], options)
                 for line in topics.read_text(encoding="utf-8").splitlines()] * rounds
        port = process.free_port()
        command = ["searchd", "--nodetach", "--config", self.settings(name, port)]
        with process.serving(command, self.work / "searchd.out") as server:
            with connection(port, server) as connected:
                _milliseconds(connected, asked)  # not counted
                before = process.cpu_seconds(server)
                latencies = _milliseconds(connected, asked)
                cpu = process.cpu_seconds(server) - before
        return {"mean_ms": statistics.mean(latencies), "median_ms": statistics.median(latencies),
                "cpu_ms": cpu * 1e3 / len(latencies)}

    def settings(self, name, port=9306):
        """The file of settings, for an index and a port."""
        file = self.work / f"{name}.conf"
        file.write_text(SETTINGS.format(tsv=self.work / f"{name}.tsv", index=self.work / name,
                                        port=port), encoding="utf-8")
        return file


def _write_tsv(corpus, path):
    """One line an article: its number, id, title and body; tabs and line ends become spaces."""
    with open(corpus.path, encoding="utf-8") as lines, open(path, "w", encoding="utf-8") as out:
        for number, line in enumerate(lines, 1):
            article = json.loads(line)
            columns = [str(article.get(field) or "") for field in ("id", "title", "body")]
            cells = [re.sub(r"[\t\r\n]", " ", column) for column in columns]
            out.write("\t".join([str(number), *cells]) + "\n")


def statement(text, options):
    """What is asked, and its parameters."""
    words = OPERATORS.sub(" ", text).split()
    every = " ".join(words)
    match = every if "--all" in options else " | ".join(words)
    return (WITH_SNIPPETS, (every, every, match)) if "--snippets" in options else (PLAIN, (match,))


def _milliseconds(connected, statements):
    """The latency of each statement, its rows fetched."""
    latencies = []
    with connected.cursor() as cursor:
        for text, parameters in statements:
            start = time.perf_counter()
            cursor.execute(text, parameters)
            cursor.fetchall()
            latencies.append((time.perf_counter() - start) * 1e3)
    return latencies


def connection(port, server):
    """A connection to a server that may still be starting."""
    import pymysql  # only these queries need it

    deadline = time.monotonic() + START_SECONDS
    while True:
        try:
            return pymysql.connect(host="127.0.0.1", port=port, charset="utf8mb4", autocommit=True)
        except pymysql.err.OperationalError as error:
            if server.poll() is not None or time.monotonic() > deadline:
                raise process.Failure(f"searchd does not answer: {error}") from error
            time.sleep(0.2)
