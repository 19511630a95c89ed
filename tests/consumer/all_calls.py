"""Every call of the Python module once: all_calls.py ARCHIVE FILE"""

import sys
import threading
from pathlib import Path

import warraq

archive, sample = sys.argv[1:]
assert warraq.version() == "0.1.0"
built = warraq.build(archive, [sample], jobs=1)
assert built["rejected"] == 0, built
assert warraq.build_articles(archive, [{"title": "وحيد"}], force=True)["articles_in_archive"] == 1
assert warraq.add(archive, [sample])["articles_in_archive"] == 1 + built["articles_read"]
late = {"id": "متأخر", "title": "افتتاح مكتبة الميناء", "date": "2024-05-01", "source": "المرصد"}

news = warraq.open(archive)
warraq.add_articles(archive, [late])
assert news.get("متأخر") is None, "the state that was opened"
news.refresh()
assert news.get("متأخر")["title"] == late["title"]
assert news.search("مكتبة الميناء", limit=1, source=["المرصد"])["hits"][0]["id"] == "متأخر"
assert news.search("زنجبيلستان")["total"] == 0
assert news.suggest("مكت")["completions"]
assert news.facets(by="source", limit=3)["total"] == news.info()["articles"]
assert list(news.facets("مكتبة", by=["source", "year"])["facets"]) == ["source", "year"]
assert news.timeline(interval="year")["timeline"]
assert news.kwic("مكتبة", limit=2, words=1)["lines"][0]["keyword"]
assert news.explain("مكتبة")["hits"]
assert news.search("مكتبة", deadline=600_000) == news.search("مكتبة")
assert news.similar("لا وجود له") is None
assert news.similar("متأخر", limit=2)["version"] == 1
assert len(list(news.articles("مكتبة"))) == news.search("مكتبة")["total"]
try:
    news.for_each(lambda article: 1 // 0 == 0, "مكتبة")
    raise SystemExit("an exception of the caller's was lost")
except ZeroDivisionError:
    pass
# The clock is looked at now and then: asked often enough, any query comes to a look.
ended = 0
for _ in range(200):
    try:
        news.kwic("ا* ب* م*", deadline=1)
    except warraq.Error as error:
        assert error.code == 10, error
        ended += 1
assert ended > 0
for wrong, code in ((lambda: news.search("ا", limit="x"), 2), (lambda: news.search("ا", nosuch=1), 2),
                    (lambda: warraq.build(archive, [sample]), 2),
                    (lambda: warraq.open(archive + "/none"), 3)):
    try:
        wrong()
        raise SystemExit("no error")
    except warraq.Error as error:
        assert error.code == code and str(error), error


articles = [{"id": "غير", "title": "مكتبة"}]
for wrong in (lambda: warraq.delete(archive, "متأخر"), lambda: warraq.delete(archive, b"1"),
              lambda: warraq.delete(archive, [7]), lambda: warraq.delete(archive, None),
              lambda: warraq.delete(archive, {"متأخر": 1}), lambda: warraq.add(archive, sample),
              lambda: warraq.add(archive, Path(sample)), lambda: warraq.add(archive, [None]),
              lambda: warraq.build(archive, sample, force=True),
              lambda: warraq.build_articles(archive, articles[0], force=True),
              lambda: warraq.build_articles(archive, "[]", force=True),
              lambda: warraq.add_articles(archive, b"{}"),
              lambda: warraq.add_articles(archive, ["{}"]),
              lambda: warraq.add_articles(archive, [{"title": b"1"}]),
              lambda: warraq.open(None), lambda: warraq.open(7), lambda: warraq.compact(None),
              lambda: news.get(None), lambda: news.get(7), lambda: news.get(b"1"),
              lambda: news.get(["1"]), lambda: news.similar(None), lambda: news.similar(7),
              lambda: news.search(None), lambda: news.search(7), lambda: news.search(b"1"),
              lambda: news.search(["1", "2"]), lambda: news.suggest(None),
              lambda: news.search("1", source=b"1"), lambda: news.search("1", source={"1"}),
              lambda: news.search("1", limit=1.5), lambda: news.search("1", source=["1", 2]),
              lambda: news.articles(None), lambda: news.for_each(print, 7),
              lambda: news.for_each(None, "1")):
    try:
        wrong()
        raise SystemExit("no TypeError")
    except TypeError as error:
        assert str(error)
assert warraq.add(archive, (path for path in [Path(sample)]))["rejected"] == 0
assert news.search("مكتبة", source=("المرصد",), limit=None)["total"] > 0
seen = []
news.for_each(seen.append, "مكتبة")
assert len(seen) == news.search("مكتبة")["total"], "None is not False"


def search_alone() -> None:
    with warraq.open(archive) as own:
        for _ in range(20):
            assert own.search("مكتبة الميناء")["total"] > 0


threads = [threading.Thread(target=search_alone) for _ in range(4)]
for thread in threads:
    thread.start()
warraq.delete(archive, ["متأخر"])
for thread in threads:
    thread.join()
assert warraq.delete(archive, ["متأخر"]) == {"deleted": 0, "not_found": ["متأخر"]}
assert warraq.compact(archive)["articles"] == 1 + built["articles_read"]
news.close()
