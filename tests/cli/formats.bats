#!/usr/bin/env bats
# A mixed folder, as archives come: every format, several character sets, containers and damage.

bats_require_minimum_version 1.5.0

setup() {
  unset WARRAQ_ARCHIVE
  indexer="$WARRAQ_BIN/warraq-indexer"
  searcher="$WARRAQ_BIN/warraq-searcher"
  cd "$BATS_TEST_TMPDIR"
  fixtures="$WARRAQ_SOURCE/tests/corpus"
}

# A page as a crawler keeps it: warc_response ADDRESS FILE
warc_response() {
  local http length
  http=$(printf 'HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n'; cat "$2"; printf x)
  length=$(($(printf '%s' "$http" | LC_ALL=C wc -c) - 1))
  printf 'WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: %s\r\nWARC-Date: 2024-05-06T07:08:09Z\r\nContent-Type: application/http\r\nContent-Length: %d\r\n\r\n' "$1" "$length"
  printf '%s' "${http%x}"
  printf '\r\n\r\n'
}

make_mixed_folder() {
  mkdir -p mixed/pages mixed/old
  cp "$fixtures"/pages/*.html mixed/pages
  cp "$fixtures"/feeds/*.xml mixed
  cat > mixed/lines.jsonl <<'JSON'
{"id": "l1", "title": "افتتاح المعرض", "body": "افتتح الوزير معرض الكتاب.", "date": "2019-04-13", "source": "صحيفة الوراق"}
{"id": "l2", "title": "بلا تفاصيل"
{"id": "l3", "title": "نشرة الطقس", "body": "أمطار متوقعة على الساحل.", "date": "03/04/2019"}
JSON
  cat > mixed/array.json <<'JSON'
{"articles": [
  {"title": "قطار الشمال", "content": "عاد القطار إلى العمل بعد صيانة دامت شهرين.", "published": "12 ربيع الأول 1445هـ"},
  {"title": "سوق الخضار", "content": "انخفضت أسعار الخضار في أسواق العاصمة.", "published": "21 آذار/مارس 2018"}
]}
JSON
  printf 'العنوان;النص;التاريخ\nمرفأ الصيد;"وصلت ثلاثة مراكب،\nومعها صيد وفير.";5 جويلية 2017\n' > mixed/table.csv
  cat > dump.sgml <<'SGML'
<DOC>
<DOCNO>20170705_NHR_ARB.0001</DOCNO>
<HEADLINE> جسر جديد فوق النهر </HEADLINE>
<TEXT>
<P>
بدأ العمل في جسر جديد يصل ضفتي النهر & يخفف الزحام.
</P>
</TEXT>
</DOC>
SGML
  iconv -f UTF-8 -t WINDOWS-1256 dump.sgml > mixed/old/dump.sgml
  printf 'رحلة إلى الواحة\n\nأمضى الفريق ثلاثة أيام في الواحة يصور نخيلها.\n' > page.txt
  iconv -f UTF-8 -t WINDOWS-1256 page.txt > mixed/old/page.txt
  { printf '\xff\xfe'; iconv -f UTF-8 -t UTF-16LE page.txt; } > mixed/old/wide.txt
  warc_response http://nahr.example/1 "$fixtures/pages/wordpress_2016.html" | gzip > mixed/crawl.warc.gz
  (cd "$fixtures/feeds" && zip -q - rss.xml) > mixed/feeds.zip
  tar -cf mixed/old.tar -C mixed/old page.txt
  printf 'لا شيء' | gzip | head -c 12 > mixed/cut.txt.gz
  printf '%%PDF-1.4\n' > mixed/paper.pdf
}

@test "a mixed folder builds with one command, and its report adds up" {
  make_mixed_folder
  run -8 "$indexer" build -a mixed.warraq --report report.json --rejects rejects.jsonl mixed
  # Each file that lies there, and each member, is one input; containers are inputs besides.
  files=$(find mixed -type f | wc -l)
  jq -e --argjson files "$files" \
    '[.inputs[] | select(.format != "zip" and .format != "tar")] | length == $files' report.json
  jq -e '[.inputs[].articles] | add == 0 + input.articles_read' report.json report.json
  jq -e '[.inputs[].rejected] | add == 0 + input.rejected' report.json report.json
  jq -e '[.formats[].articles] | add == 0 + input.articles_read' report.json report.json
  jq -e '[.sources[].articles] | add == 0 + input.articles_read' report.json report.json
  jq -e '[.rejections[]] | add == 0 + input.rejected' report.json report.json
  jq -e '[.charsets[]] | add == 0 + input.articles_read' report.json report.json
  [ "$(wc -l < rejects.jsonl)" = "$(jq .rejected report.json)" ]
  jq -e '.charsets["windows-1256"] == 4 and .charsets["UTF-16LE"] == 1' report.json
  jq -e '[.sources[].dates_ambiguous] | add == 1' report.json
  jq -e '.formats | has("html") and has("xml") and has("jsonl") and has("json") and has("csv")
    and has("sgml") and has("warc") and has("text") and has("zip") and has("tar")' report.json
  [[ "$output" == *"character sets: "*"windows-1256"* ]]
  run -0 "$indexer" info -a mixed.warraq
  [[ "$output" == *"windows-1256 4"* ]]
  run -0 "$indexer" check -a mixed.warraq
}

@test "articles of every format are found, in their own letters" {
  make_mixed_folder
  run -8 "$indexer" build -a mixed.warraq mixed
  for words in "صيانة القطار" "مراكب الصيد" "جسر النهر" "نخيل الواحة"; do
    run -0 "$searcher" query -a mixed.warraq --all "$words"
  done
  run -0 "$searcher" query -a mixed.warraq --from 2023-09-27 --to 2023-09-27 "القطار"
  run -0 "$searcher" query -a mixed.warraq --from 2017-07-05 --to 2017-07-05 --format jsonl "مراكب"
  [[ "$output" == *"مرفأ الصيد"* ]]
  run -0 "$searcher" get -a mixed.warraq 20170705_NHR_ARB.0001
  [[ "$output" == *"جسر جديد"* ]] || false
}

@test "formats are read from standard input, told by content or forced" {
  make_mixed_folder
  "$indexer" build -a one.warraq - < mixed/crawl.warc.gz
  "$indexer" add -a one.warraq - < mixed/feeds.zip
  "$indexer" add -a one.warraq - < mixed/old/dump.sgml
  "$indexer" add -a one.warraq --input-format csv - < mixed/table.csv
  run -0 "$indexer" info -a one.warraq --format json
  [ "$(jq .rejected <<< "$output")" = 0 ]
  [ "$(jq .articles <<< "$output")" -ge 4 ]
  run -2 "$indexer" build -a two.warraq --input-format docx mixed
  [[ "$output" == *"auto, jsonl, json, csv, xml, sgml, html, warc or text"* ]]
}

@test "--map says which columns and members are which fields" {
  printf 'h,t,when\nعنوان أول,نص أول,2020-01-02\n' > odd.csv
  printf 'title = h\nbody = t\ndate = when\n' > odd.map
  "$indexer" build -a odd.warraq --map odd.map odd.csv
  run -0 "$searcher" query -a odd.warraq --from 2020-01-02 --to 2020-01-02 "أول"
  run -2 "$indexer" build -a bad.warraq --map <(printf 'title h\n') odd.csv
  [[ "$output" == *"line 1 of the mapping"* ]]
  run -9 "$indexer" build -a bad.warraq --map absent.map odd.csv
}
