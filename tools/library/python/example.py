#!/usr/bin/env python3
"""Makes an archive of files and folders, adds an article and searches: example.py ARCHIVE FILE…"""

import sys

import warraq

archive, *files = sys.argv[1:]
report = warraq.build(archive, files, force=True)
print(report["articles_read"], "articles read")
warraq.add_articles(archive, [{"id": "جديد", "title": "افتتاح مكتبة الميناء",
                               "body": "افتتحت البلدية أمس مكتبة عامة قرب الميناء."}])
with warraq.open(archive) as news:
    answer = news.search("المكتبات", limit=3)
    print(answer["total"], "found")
    for hit in answer["hits"]:
        print(hit["rank"], hit["title"])
    try:
        news.search("تاريخ:2018-13-45")
    except warraq.Error as error:
        print("refused:", error.code)
