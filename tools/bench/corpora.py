"""The articles and judgements that are measured on, written once as plain JSON lines."""

import gzip
import itertools
import json
import pathlib
from dataclasses import dataclass

from process import Failure


@dataclass
class Corpus:
    path: pathlib.Path
    articles: int
    text_bytes: int  # UTF-8 of title and body


@dataclass
class TestSet:
    """Questions whose answers are known, over the bodies of their articles."""

    name: str
    corpus: Corpus
    queries: pathlib.Path
    qrels: pathlib.Path


# Each test set, and the articles that it asks after.
TEST_SETS = {
    "ant_multisource_known": "news/ant_multisource.jsonl.gz",
    "arcd": "qa/arcd.jsonl",
    "xquad_ar": "qa/xquad_ar.jsonl",
    "mlqa_ar_dev": "qa/mlqa_ar_dev.jsonl",
}


def news(data, work, limit=None, replacement=None):
    """All news of the data folder, or the replacement's; the first `limit` articles of it. A
    replacement that is wanted whole is used where it is."""
    if replacement and not limit and replacement.suffix != ".gz":
        return _count(replacement, _lines([replacement]))
    sources = [replacement] if replacement else sorted(data.glob("news/*.jsonl.gz"), reverse=True)
    return _write(work / "news.jsonl", sources, lambda line, article: line, limit)


def test_sets(data, work):
    for name, articles in TEST_SETS.items():
        corpus = _write(work / f"{name}.jsonl", [data / articles], _body_alone)
        yield TestSet(name, corpus, data / f"qa/{name}.queries.tsv", data / f"qa/{name}.qrels")


def changed(corpus, work, count, word):
    """`count` articles from all over the corpus with `word` added to each: every other one under a
    new id, the rest new versions of the articles."""
    numbers = itertools.count()

    def line_of(_, article):
        number = next(numbers)
        if number % 2:
            article["id"] = f"new-{number}"
        # Not at the end: what a source's articles all end with is furniture.
        article["title"] = f"{article.get('title') or ''} {word}"
        return json.dumps(article, ensure_ascii=False) + "\n"

    step = max(1, corpus.articles // count)
    return _write(work / "changed.jsonl", [corpus.path], line_of, step * count, step)


def _write(path, sources, line_of, limit=None, step=1):
    """The articles of `sources` as lines: every `step`th of the first `limit`."""
    with open(path, "w", encoding="utf-8") as out:
        return _count(path, itertools.islice(_lines(sources), 0, limit, step),
                      lambda line, article: out.write(line_of(line, article)))


def _count(path, lines, take=lambda line, article: None):
    corpus = Corpus(path, 0, 0)
    for line in lines:
        article = json.loads(line)
        take(line, article)
        corpus.articles += 1
        corpus.text_bytes += _utf8_length(article, "title") + _utf8_length(article, "body")
    if corpus.articles == 0:
        raise Failure(f"no articles in {path.name}")
    return corpus


def _lines(sources):
    for source in sources:
        opened = gzip.open if source.suffix == ".gz" else open
        try:
            with opened(source, "rt", encoding="utf-8") as lines:
                yield from lines
        except OSError as error:
            raise Failure(f"{source}: {error.strerror or error}") from error


def _body_alone(_, article):
    return json.dumps({"id": article["id"], "body": article["body"]}, ensure_ascii=False) + "\n"


def _utf8_length(article, field):
    return len((article.get(field) or "").encode())
