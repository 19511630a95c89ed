"""The same articles in every format that Warraq reads, each written once as one file."""

import csv
import io
import json
import tarfile
import zipfile
from html import escape


ARTICLES = 5_000


def write_all(corpus, work):
    """Yields the name of each form, the format to read it as, and its path."""
    articles = [json.loads(line) for line in _first_lines(corpus)]
    for name, (form, write) in FORMS.items():
        path = work / f"reading.{name.replace(' ', '-').replace(',', '')}"
        path.write_bytes(write(articles))
        yield name, form, path


def _first_lines(corpus):
    with open(corpus.path, encoding="utf-8") as lines:
        for number, line in enumerate(lines):
            if number == ARTICLES:
                return
            yield line


def _text(article, field):
    return article.get(field) or ""


def _json_lines(articles):
    return "".join(json.dumps(each, ensure_ascii=False) + "\n" for each in articles).encode()


def _json_array(articles):
    return json.dumps(articles, ensure_ascii=False, indent=1).encode()


def _table(articles):
    out = io.StringIO()
    fields = ["id", "title", "body", "date", "source", "category", "url"]
    writer = csv.DictWriter(out, fields, extrasaction="ignore")
    writer.writeheader()
    writer.writerows({field: _text(each, field) for field in fields} for each in articles)
    return out.getvalue().encode()


def _sgml(articles):
    return "".join(
        f"<DOC>\n<DOCNO>{each['id']}</DOCNO>\n<HEADLINE>{_text(each, 'title')}</HEADLINE>\n<TEXT>\n"
        + "".join(f"<P>\n{line}\n</P>\n" for line in _text(each, "body").split("\n"))
        + "</TEXT>\n</DOC>\n" for each in articles).encode()


def _xml(articles):
    return ('<?xml version="1.0" encoding="utf-8"?>\n<archive>\n' + "".join(
        f"<item><ID>{escape(each['id'])}</ID><Headline>{escape(_text(each, 'title'))}</Headline>"
        f"<Dateline>{escape(_text(each, 'date'))}</Dateline>"
        f"<Text>{escape(_text(each, 'body'))}</Text></item>\n"
        for each in articles) + "</archive>\n").encode()


def _page(article):
    """With the furniture of an ordinary page around the text."""
    links = "".join(f'<li><a href="/section/{n}">قسم رقم {n} من أقسام الموقع</a></li>'
                    for n in range(40))
    paragraphs = "".join(f"<p>{escape(line)}</p>\n"
                         for line in _text(article, "body").split("\n") if line)
    title = escape(_text(article, "title"))
    return (f'<!DOCTYPE html><html dir="rtl" lang="ar"><head><meta charset="utf-8">'
            f"<title>{title} | الموقع</title>"
            f'<meta property="og:title" content="{title}"><meta property="og:type" '
            f'content="article"><script>var page = {{"a": [1, 2, 3]}};</script></head><body>'
            f'<nav><ul>{links}</ul></nav><main><h1>{title}</h1><time datetime="2018-02-18">'
            f'18 فبراير 2018</time><article class="story">{paragraphs}</article></main>'
            f"<footer><ul>{links}</ul></footer></body></html>\n").encode()


def _pages(articles):
    """As a tar of pages: one file, and thousands of them in it."""
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as tar:
        for number, article in enumerate(articles):
            page = _page(article)
            member = tarfile.TarInfo(f"{number}.html")
            member.size = len(page)
            tar.addfile(member, io.BytesIO(page))
    return out.getvalue()


def _texts(articles):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:
        for number, article in enumerate(articles):
            archive.writestr(f"{number}.txt",
                             f"{_text(article, 'title')}\n\n{_text(article, 'body')}\n")
    return out.getvalue()


def _warc(articles):
    out = []
    for number, article in enumerate(articles):
        http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + _page(article)
        out.append(f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: "
                   f"http://news.example/{number}\r\nWARC-Date: 2018-02-18T00:00:00Z\r\n"
                   f"Content-Type: application/http; msgtype=response\r\n"
                   f"Content-Length: {len(http)}\r\n\r\n".encode() + http + b"\r\n\r\n")
    return b"".join(out)


def _in(charset, write):
    return lambda articles: write(articles).decode().encode(charset, errors="replace")


FORMS = {
    "JSON lines": ("jsonl", _json_lines),
    "one JSON array": ("json", _json_array),
    "CSV": ("csv", _table),
    "CSV, windows-1256": ("csv", _in("cp1256", _table)),
    "SGML": ("sgml", _sgml),
    "SGML, windows-1256": ("sgml", _in("cp1256", _sgml)),
    "XML": ("xml", _xml),
    "HTML, in a tar": ("html", _pages),
    "WARC of HTML": ("warc", _warc),
    "text, in a zip": ("text", _texts),
}
