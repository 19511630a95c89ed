#!/usr/bin/env bats
# export, saved queries, kwic and similar as a user runs them.

bats_require_minimum_version 1.5.0

setup_file() {
  cd "$BATS_FILE_TMPDIR"
  python3 - > fleet.jsonl <<'PY'
import json
for i in range(400):
    print(json.dumps({"id": f"سفينة/{i}", "title": f"السفينة رقم {i}, «الأمل»",
                      "body": f"رست السفينة رقم {i} في الميناء.\n" + "وعلى متنها \"حبوب\" كثيرة. " * 40,
                      "date": f"2019-0{1 + i % 9}-11", "source": "=صحيفة الساحل",
                      "author": "مراسل {الميناء}"}, ensure_ascii=False))
PY
  "$WARRAQ_BIN/warraq-indexer" build -a fleet.warraq fleet.jsonl 2> build.log
}

setup() {
  unset WARRAQ_ARCHIVE
  searcher="$WARRAQ_BIN/warraq-searcher"
  cd "$BATS_FILE_TMPDIR"
}

export_() { run --separate-stderr "$searcher" export -a fleet.warraq "$@"; }

# An archive of its own for a test that writes.
copy_archive() { rm -rf own.warraq && cp -r fleet.warraq own.warraq; }

@test "export prints every hit as get does, in the order of query" {
  export_ 'السفينة'
  [ "$status" -eq 0 ]
  [ "${#lines[@]}" -eq 400 ]
  "$searcher" query -a fleet.warraq -n 400 --format jsonl 'السفينة' | sed -n 's/^{"id":"\([^"]*\)".*/\1/p' > ranked
  "$searcher" export -a fleet.warraq --format ids 'السفينة' | cmp - ranked
  [ "${lines[3]}" = "$("$searcher" get -a fleet.warraq "$(sed -n 4p ranked)")" ]
}

@test "an export ends where it is told to, and keeps all" {
  export_ -n 3 --format ids --save all.saved السفينة
  [ "${#lines[@]}" -eq 3 ]
  [[ "$(tail -1 all.saved)" == *'"total":400'* ]]
  export_ -n 0 السفينة
  [ "$status" -eq 0 ]
  [ -z "$output" ]
  "$searcher" query -a fleet.warraq -n 400 --collapse --format jsonl السفينة |
    sed -n 's/^{"id":"\([^"]*\)".*/\1/p' > groups
  "$searcher" export -a fleet.warraq --collapse --format ids السفينة | cmp - groups
}

@test "CSV for spreadsheets begins with a byte order mark" {
  export_ --format csv --bom --fields id --output marked.csv السفينة
  "$searcher" export -a fleet.warraq --format csv --fields id السفينة > plain.csv
  printf '\xEF\xBB\xBF' | cat - plain.csv | cmp - marked.csv
  run -2 "$searcher" export -a fleet.warraq --bom السفينة
}

@test "another program reads the CSV that export writes" {
  export_ --format csv --with-body --sort oldest --from 2019-03 --to 2019-04 --output out.csv السفينة
  [ "$status" -eq 0 ]
  [ -z "$output" ]
  python3 - <<'PY'
import csv
rows = list(csv.DictReader(open("out.csv", newline="", encoding="utf-8"), strict=True))
assert len(rows) == 90, len(rows)
assert rows[0]["date"] == "2019-03-11" and rows[-1]["date"] == "2019-04-11"
assert all(row["source"] == "'=صحيفة الساحل" for row in rows)
assert all(row["body"].startswith("رست السفينة رقم ") and "\n" in row["body"] for row in rows)
assert all(None not in row and None not in row.values() for row in rows)
PY
}

@test "export has formats for references, and chosen fields" {
  export_ --format bibtex السفينة
  [ "$(grep -c '^@article{' <<< "$output")" -eq 400 ]
  [ "$(grep '^@article{' <<< "$output" | sort -u | wc -l)" -eq 400 ]
  [[ "$output" == *'  author = {{مراسل \textbraceleft{}الميناء\textbraceright{}}},'* ]]
  "$searcher" export -a fleet.warraq --format ris السفينة > out.ris
  [ "$(grep -c $'^TY  - NEWS\r$' out.ris)" -eq 400 ]
  [ "$(grep -vc $'\r$' out.ris)" -eq 0 ]
  export_ --fields date,id '"السفينة رقم 12"'
  [ "$output" = '{"date":"2019-04-11","id":"سفينة/12"}' ]
}

@test "export says what it cannot do" {
  export_ 'لاشيء'
  [ "$status" -eq 1 ]
  export_ --format pdf السفينة
  [ "$status" -eq 2 ]
  export_ --fields id,name السفينة
  [ "$status" -eq 2 ]
  [[ "$stderr" == *"id, title, body, date"* ]]
  export_ --format ris --fields id السفينة
  [ "$status" -eq 2 ]
  export_ --output no/folder السفينة
  [ "$status" -eq 9 ]
  export_ --output /dev/full السفينة
  [ "$status" -eq 9 ]
  [[ "$stderr" == *"No space left"* ]]
  echo old > kept
  export_ --output kept --from 2018-02-31 السفينة
  [ "$status" -eq 6 ]
  [ "$(cat kept)" = old ]
}

@test "whoever stops reading ends an export, and so does Ctrl-C, after a whole line" {
  "$searcher" export -a fleet.warraq السفينة | head -1 > first
  [ "$(wc -l < first)" -eq 1 ]
  # A background job of a shell ignores it: this one must not, nor where the whole suite is one.
  python3 - "$searcher" <<'PY'
import json, signal, subprocess, sys
signal.signal(signal.SIGINT, signal.SIG_DFL)
export = subprocess.Popen([sys.argv[1], "export", "-a", "fleet.warraq", "السفينة"],
                          stdout=subprocess.PIPE, stderr=subprocess.PIPE)
lines = [export.stdout.readline()]
export.send_signal(signal.SIGINT)
assert b"stopping" in export.stderr.readline()
lines += export.stdout.readlines()
assert export.wait() == 130
assert len(lines) < 400
for line in lines:
    assert line.endswith(b"\n")
    json.loads(line)
PY
}

@test "a saved query tells what has changed" {
  copy_archive
  run -0 --separate-stderr "$searcher" query -a own.warraq -n 1 --save q.saved --from 2019-02 --to 2019-02 السفينة
  [[ "$output" == *"45 articles"* ]]
  run -1 --separate-stderr "$searcher" rerun q.saved
  [[ "$output" == "0 new, 0 changed, 0 gone since 20"*": 45 articles, 45 then" ]]
  cat > more.jsonl <<'JSON'
{"id": "جديد", "title": "السفينة الجديدة", "body": "وصلت السفينة الجديدة", "date": "2019-02-20", "source": "Radio"}
{"id": "سفينة/1", "title": "السفينة رقم 1", "body": "غادرت السفينة", "date": "2019-02-11"}
JSON
  "$WARRAQ_BIN/warraq-indexer" add -a own.warraq more.jsonl 2> log
  "$WARRAQ_BIN/warraq-indexer" delete -a own.warraq 'سفينة/10' 2> log
  run -0 --separate-stderr "$searcher" rerun --format jsonl q.saved
  grep -qF '{"change":"new","id":"جديد","title":"السفينة الجديدة","date":"2019-02-20","source":"Radio","url":""}' <<< "$output"
  grep -qF '{"change":"changed","id":"سفينة/1",' <<< "$output"
  grep -qF '{"change":"gone","id":"سفينة/10"}' <<< "$output"
  [[ "${lines[3]}" == *'"then":45,"now":45,"new":1,"changed":1,"gone":1,"archive_changed":true,'* ]]
  run -0 --separate-stderr "$searcher" rerun --format csv q.saved
  [ "${lines[0]}" = $'change,id,title,date,source,url\r' ]
  [ "${lines[3]}" = $'gone,سفينة/10,,,,\r' ]
  # Only what is new, and once.
  run -0 --separate-stderr "$searcher" rerun --since-last --format ids q.saved
  [ "$output" = جديد ]
  run -1 --separate-stderr "$searcher" rerun --since-last --format ids q.saved
  [ -z "$output" ]
  run -1 "$searcher" rerun q.saved
}

@test "an alert that nobody got comes again" {
  copy_archive
  run -0 --separate-stderr "$searcher" export -a own.warraq --format ids --save q.saved السفينة
  [ "${#lines[@]}" -eq 400 ]
  echo '{"id": "جديد", "title": "السفينة الجديدة", "body": "نص"}' > more.jsonl
  "$WARRAQ_BIN/warraq-indexer" add -a own.warraq more.jsonl 2> log
  run -9 "$searcher" rerun --since-last --format csv --output /dev/full q.saved
  run -0 --separate-stderr bash -c "'$searcher' rerun --since-last q.saved > /dev/full; [ \$? -eq 9 ]"
  run -0 --separate-stderr "$searcher" rerun --since-last q.saved
  [[ "$output" == "new      "*"جديد"* ]]
  mv own.warraq moved.warraq
  run -3 "$searcher" rerun q.saved
  run -1 "$searcher" rerun -a moved.warraq q.saved
  rm -r moved.warraq
}

@test "a file that is no saved query is named, with its line" {
  run -2 "$searcher" rerun fleet.jsonl
  [[ "$output" == *"fleet.jsonl"*", line 1: this is no saved query"* ]]
  run -9 "$searcher" rerun none.saved
  run -9 "$searcher" rerun .
  run -2 "$searcher" rerun
}

@test "kwic prints the words around each place" {
  run -0 --separate-stderr "$searcher" kwic -a fleet.warraq --words 2 --format csv -n 2 '"رقم 12"'
  [ "${lines[1]}" = $'سفينة/12,title,15,24,السفينة,رقم 12,"، «الأمل"",2019-04-11,\'=صحيفة الساحل\r' ] ||
    [[ "${lines[1]}" == 'سفينة/12,title,15,24,السفينة,رقم 12,'* ]]
  run -0 --separate-stderr "$searcher" kwic -a fleet.warraq --format jsonl -n 3 'السفينة'
  [ "${#lines[@]}" -eq 4 ]
  [ "${lines[3]}" = '{"type":"summary","version":1,"occurrences":3,"articles":2,"total":400,"complete":false}' ]
  run -0 --separate-stderr "$searcher" kwic -a fleet.warraq 'السفينة'
  [ "${lines[-1]}" = "800 occurrences in 400 articles" ]
  run -1 --separate-stderr "$searcher" kwic -a fleet.warraq 'لاشيء'
  [ "$output" = "0 occurrences in 0 articles" ]
  [[ "$stderr" == *"nothing found"* ]]
  run -1 --separate-stderr "$searcher" kwic -a fleet.warraq --format json 'تاريخ:2019-03'
  [[ "$stderr" == *"no word or phrase of the query"* ]]
  [[ "$output" == '{"version":1,"lines":[],"occurrences":0,'* ]]
  run -2 "$searcher" kwic -a fleet.warraq --words x 'السفينة'
}

@test "similar lists articles like one" {
  run -0 --separate-stderr "$searcher" similar -a fleet.warraq -n 3 --duplicates --format jsonl 'سفينة/12'
  [ "${#lines[@]}" -eq 4 ]
  run -1 --separate-stderr "$searcher" similar -a fleet.warraq 'لاشيء'
  [[ "$stderr" == *"no article"*"لاشيء"* ]]
  run -2 "$searcher" similar -a fleet.warraq
  run -2 "$searcher" similar -a fleet.warraq a b
  run -2 "$searcher" similar -a fleet.warraq --exact 'سفينة/12'
  run -0 --separate-stderr "$searcher" similar -a fleet.warraq -n 1 --duplicates 'سفينة/12'
  [[ "$output" != *"articles"* ]]
}

@test "a saved query takes the place of a regular file alone" {
  mkdir -p place && rm -rf place/* && mkfifo place/pipe
  run -2 timeout 20 "$searcher" query -a fleet.warraq --save place/pipe السفينة
  [[ "$output" == *"is not a regular file"* ]]
  [ -p place/pipe ]
  run -2 timeout 20 "$searcher" export -a fleet.warraq --save place/pipe السفينة
  [ -p place/pipe ]
  run -2 "$searcher" query -a fleet.warraq --save place السفينة
  run -2 bash -c "'$searcher' query -a fleet.warraq --save /dev/stdout السفينة > place/out"
  [ ! -s place/out ]
  # A link stays a link, be it to a file that is not there yet.
  ln -s kept.saved place/link
  run -0 "$searcher" query -a fleet.warraq --save place/link السفينة
  [ -L place/link ]
  run -0 "$searcher" query -a fleet.warraq --save place/link السفينة
  [ -L place/link ]
  run -1 "$searcher" rerun place/kept.saved
  [ "$(ls place | tr '\n' ' ')" = "kept.saved link out pipe " ]
}

@test "nothing is written into the archive's folder, nor two things into one file" {
  copy_archive
  ln -sfn own.warraq linked
  for file in own.warraq/archive.json "$PWD/own.warraq/new" linked/archive.json own.warraq/../linked/new; do
    run -2 "$searcher" export -a own.warraq --output "$file" السفينة
    [[ "$output" == *"is in the archive's folder"* ]]
    run -2 "$searcher" export -a own.warraq --save "$file" السفينة
    run -2 "$searcher" query -a linked --save "$file" السفينة
  done
  ln -sf own.warraq/archive.json into
  run -2 "$searcher" export -a own.warraq --output into السفينة
  diff -r fleet.warraq own.warraq
  rm -f both
  run -2 "$searcher" export -a own.warraq --output both --save ./both السفينة
  [ ! -e both ]
  run -0 "$searcher" query -a own.warraq --save both السفينة
  cp both before
  for name in both ./both; do
    run -2 "$searcher" rerun --since-last --format ids --output "$name" both
    [[ "$output" == *"are one file"* ]]
  done
  cmp both before
}

@test "--output takes a file, or - for standard output" {
  export_ --output '' السفينة
  [ "$status" -eq 2 ]
  export_ --output - --format ids السفينة
  [ "${#lines[@]}" -eq 400 ]
  [ ! -e ./- ]
  run -0 bash -c "'$searcher' export -a fleet.warraq --output /dev/stdout --format ids السفينة | wc -l"
  [ "$output" -eq 400 ]
}

@test "many prefixes in one query are cut, and that is said" {
  prefixes=$(python3 -c 'print(" OR ".join(f"{c}{d}*" for c in "ابتجحسم" for d in "ابتجحسم"))')
  run -0 --separate-stderr "$searcher" query -a fleet.warraq "$prefixes OR رق*"
  [[ "$stderr" == *"of the 50 prefixes, the first 20 were searched"* ]]
}

@test "an archive without its vocabulary says what it cannot do" {
  copy_archive
  run -0 --separate-stderr "$searcher" query -a own.warraq السفينة
  [[ "$stderr" != *vocabulary* ]]
  find own.warraq -name 'vocabulary.warraq' -delete
  run -0 --separate-stderr "$searcher" query -a own.warraq السفينة
  [[ "$stderr" == *"no vocabulary"*"other spellings are not searched"*"compact"* ]]
  run -0 --separate-stderr "$searcher" query -a own.warraq 'سفي*'
  [[ "$stderr" == *"no vocabulary"* ]]
  run -0 --separate-stderr "$searcher" query -a own.warraq --no-variants السفينة
  [[ "$stderr" != *vocabulary* ]]
  run -3 "$searcher" suggest -a own.warraq السف
  [[ "$output" == *"no vocabulary"* ]]
  run "$WARRAQ_BIN/warraq-indexer" check -a own.warraq
  [[ "$output" == *"other spellings are not searched"* ]]
}

@test "messages do not grow with what is given" {
  run -2 --separate-stderr "$searcher" query -a fleet.warraq --sort "$(printf 'س%.0s' {1..20000})" السفينة
  [ "${#stderr}" -lt 1200 ]
  [[ "$stderr" == *"relevance, newest or oldest"* ]]
  run --separate-stderr "$searcher" query -a fleet.warraq "$(for i in {1..300}; do printf 'السفينة date:%d-99 ' $((1000 + i)); done)"
}

@test "a file past the limit is an error, and nothing is left of it" {
  rm -rf limited && mkdir limited
  run -9 --separate-stderr bash -c "ulimit -f 1; '$searcher' query -a fleet.warraq --save limited/q.saved -n 0 السفينة"
  [[ "$stderr" == *"cannot be written"* ]]
  [ -z "$(ls limited)" ]
}

@test "explain finds what is past its page, and info takes no query" {
  run -0 "$searcher" explain -a fleet.warraq -n 0 السفينة
  run -1 "$searcher" explain -a fleet.warraq -n 0 لاشيء
  run -2 "$searcher" info -a fleet.warraq السفينة
}

@test "ids of any letters go from export to get" {
  printf '%s\n' '{"id": "سطر\nآخر", "title": "الرصيف", "body": "نص"}' '{"id": "50%0A", "title": "الرصيف", "body": "نص"}' > odd.jsonl
  rm -rf odd.warraq && "$WARRAQ_BIN/warraq-indexer" build -a odd.warraq odd.jsonl 2> log
  "$searcher" export -a odd.warraq --format ids الرصيف > odd.ids
  run -0 --separate-stderr xargs -d '\n' -a odd.ids "$searcher" get -a odd.warraq --escaped --
  [ "${#lines[@]}" -eq 2 ]
}

@test "of two alerts on one file at once, the second waits" {
  copy_archive
  run -0 --separate-stderr "$searcher" query -a own.warraq -n 0 --save q.saved السفينة
  echo '{"id": "جديد", "title": "السفينة الجديدة", "body": "نص"}' > more.jsonl
  "$WARRAQ_BIN/warraq-indexer" add -a own.warraq more.jsonl 2> log
  flock q.saved sleep 2 &
  sleep 0.5
  run -0 --separate-stderr "$searcher" rerun --since-last --format ids q.saved
  wait
  [[ "$stderr" == *"waiting for another rerun"* ]]
  [ "$output" = جديد ]
}

@test "long titles and names are cut for people, and counts take any digits" {
  python3 -c 'import json; print(json.dumps({"id": "1", "title": "الرصيف " * 20000, "body": "نص", "source": "مصدر" * 9000}))' > long.jsonl
  rm -rf long.warraq && "$WARRAQ_BIN/warraq-indexer" build -a long.warraq long.jsonl 2> log
  run -0 --separate-stderr "$searcher" query -a long.warraq -n ١ --facets source الرصيف
  [ "${#output}" -lt 4000 ]
  [[ "$output" == *"…"* ]]
  run -0 --separate-stderr "$searcher" query -a fleet.warraq -n ۳ --format jsonl السفينة
  [ "${#lines[@]}" -eq 4 ]
}
