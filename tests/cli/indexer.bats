#!/usr/bin/env bats
# warraq-indexer as a user runs it: options, messages, exit codes, files.

bats_require_minimum_version 1.5.0

setup() {
  unset WARRAQ_ARCHIVE
  indexer="$WARRAQ_BIN/warraq-indexer"
  cd "$BATS_TEST_TMPDIR"
  cat > news.jsonl <<'JSON'
{"id": "a", "title": "افتتاح المعرض", "body": "افتتح الوزير معرض الكتاب.", "date": "2019-04-13", "source": "صحيفة الوراق"}
{"id": "b", "title": "نشرة الطقس", "body": "أمطار متوقعة على الساحل.", "date": "0000-00-00"}
{"id": "c", "body": "خبر بلا عنوان ولا تاريخ."}
JSON
}

build_news() { "$indexer" build -a news.warraq news.jsonl 2> build.log; }

# Lines of JSON, each an article of about two kilobytes: many_articles COUNT
many_articles() {
  awk -v count="$1" 'BEGIN {
    for (word = 0; word < 150; ++word) body = body "كلمة" word " ";
    for (i = 0; i < count; ++i) printf "{\"id\": \"خبر-%d\", \"body\": \"%s%d\"}\n", i, body, i;
  }'
}

articles_in() { "$indexer" info -a "$1" --format json | sed -n 's/^  "articles": \([0-9]*\),$/\1/p'; }

@test "build makes an archive and says what it did" {
  run -0 --separate-stderr "$indexer" build -a news.warraq news.jsonl
  [ -z "$output" ]
  [[ "$stderr" == *"3 articles read"* ]]
  [[ "$stderr" == *"1 with a date that is none"* ]]
  [ "$(articles_in news.warraq)" = 3 ]
  run -0 "$indexer" check -a news.warraq
}

@test "the archive may be named in the environment" {
  WARRAQ_ARCHIVE=news.warraq run -0 "$indexer" build news.jsonl
  [ "$(articles_in news.warraq)" = 3 ]
  run -2 "$indexer" build news.jsonl
  [[ "$output" == *WARRAQ_ARCHIVE* ]]
}

@test "Xapian's own tools read the databases" {
  command -v xapian-check > /dev/null || skip "xapian-check is not installed"
  build_news
  echo '{"id": "d", "body": "نص"}' | "$indexer" add -a news.warraq -
  for database in shards/0001 live; do
    run -0 xapian-check "news.warraq/$database"
    [[ "$output" == *"No errors found"* ]]
  done
  run -0 xapian-delve -t Qa news.warraq/shards/0001
  [[ "$output" == *"termfreq 1"* || "$output" == *"Posting List"* ]]
}

@test "an archive that stands is replaced with --force only" {
  build_news
  run -2 "$indexer" build -a news.warraq news.jsonl
  [[ "$output" == *--force* ]]
  head -n 1 news.jsonl > one.jsonl
  run -0 "$indexer" build -a news.warraq --force one.jsonl
  [ "$(articles_in news.warraq)" = 1 ]
}

@test "add replaces articles of the same id, delete and compact follow" {
  build_news
  run -0 "$indexer" add -a news.warraq - <<< '{"id": "a", "body": "نص جديد"}'
  [[ "$output" == *"1 replaced"*"3 articles in"* ]]
  run -0 "$indexer" delete -a news.warraq b
  [ "$(articles_in news.warraq)" = 2 ]
  run -0 "$indexer" check -a news.warraq
  run -0 "$indexer" compact -a news.warraq
  [ "$(articles_in news.warraq)" = 2 ]
  [ ! -e news.warraq/live ]
  run -0 "$indexer" check -a news.warraq
}

@test "delete takes ids from standard input and names those that are not there" {
  build_news
  run -8 "$indexer" delete -a news.warraq - <<< $'a\nnowhere\nb\r'
  [[ "$output" == *"nowhere"* ]]
  [[ "$output" == *"2 articles removed"* ]]
  run -1 "$indexer" delete -a news.warraq nowhere
  run -2 "$indexer" delete -a news.warraq
}

@test "rejected records are named, kept by --rejects, counted by --report, and exit 8" {
  printf '{"id": "d", "body": "مقط\n{"id": "e", "body": 7}\n\n' >> news.jsonl
  printf '{"id": "f", "body": "صالح"}\n' >> news.jsonl
  run -8 "$indexer" build -a news.warraq --rejects bad.jsonl --report report.json news.jsonl missing.jsonl
  [[ "$output" == *"news.jsonl"*"line 4"* ]]
  [[ "$output" == *"missing.jsonl"* ]]
  [ "$(articles_in news.warraq)" = 4 ]
  [ "$(wc -l < bad.jsonl)" = 3 ]
  grep -q '"line":5' bad.jsonl
  grep -q '"rejected": 3' report.json
  grep -q '"articles_read": 4' report.json
}

@test "--on-error stop leaves no archive at the first bad record" {
  echo 'not json' >> news.jsonl
  run -8 "$indexer" build -a news.warraq --on-error stop news.jsonl
  [ ! -e news.warraq ]
}

@test "where nothing is read no archive is made" {
  : > empty.jsonl
  mkdir folder
  for input in empty.jsonl folder missing.jsonl; do
    run -8 "$indexer" build -a news.warraq "$input"
    [ ! -e news.warraq ]
  done
}

@test "a truncated gzip file loses only what is missing" {
  many_articles 300 | gzip > whole.jsonl.gz
  head -c $(($(stat -c %s whole.jsonl.gz) / 2)) whole.jsonl.gz > cut.jsonl.gz
  run -8 "$indexer" build -a news.warraq cut.jsonl.gz
  [ "$(articles_in news.warraq)" -gt 10 ]
  run -0 "$indexer" check -a news.warraq
}

@test "an article over --max-article is rejected, the rest is kept" {
  awk 'BEGIN { printf "{\"id\": \"big\", \"body\": \""; for (i = 0; i < 200000; ++i) printf "كلمة "; print "\"}" }' >> news.jsonl
  run -8 "$indexer" build -a news.warraq --max-article 1 news.jsonl
  [ "$(articles_in news.warraq)" = 3 ]
}

@test "values that make no sense are refused, naming the option" {
  for bad in --jobs=-1 --jobs=many --memory=0 --memory=99999999999999999999 --max-article=0 \
             --max-article=5000 --on-error=shrug --progress=maybe --input-format=papyrus; do
    run -2 "$indexer" build -a news.warraq "$bad" news.jsonl
    [[ "$output" == *"${bad%%=*}"* ]]
    [ ! -e news.warraq ]
  done
  run -2 "$indexer" build -a news.warraq
  run -2 "$indexer" build -a news.warraq --frobnicate news.jsonl
  run -2 "$indexer" levitate
  run -2 "$indexer" compact news.warraq
  run -2 "$indexer" info -a news.warraq --format yaml
}

@test "a dry run counts and writes nothing" {
  run -0 "$indexer" build -a news.warraq --dry-run news.jsonl
  [[ "$output" == *"3 articles read"*"nothing was written"* ]]
  [ ! -e news.warraq ]
}

@test "commands without an archive say so" {
  for command in "add news.jsonl" "delete a" compact check info; do
    run -3 "$indexer" $command -a nowhere.warraq
    [[ "$output" == *"nowhere.warraq"* ]]
    [ ! -e nowhere.warraq ]
  done
}

@test "an archive of a later version or another analysis is refused" {
  build_news
  sed -i 's/"format": 4/"format": 5/; s/"writer": "[^"]*"/"writer": "9.9.9"/' news.warraq/archive.json
  run -5 "$indexer" info -a news.warraq
  [[ "$output" == *"9.9.9"* ]]
  sed -i 's/"format": 5/"format": 4/; s/"fingerprint": "[^"]*"/"fingerprint": "0000000000000000"/' news.warraq/archive.json
  run -5 "$indexer" add -a news.warraq news.jsonl
  [[ "$output" == *--force* ]]
}

@test "a second writer is turned away with exit 4" {
  build_news
  exec 9> news.warraq/writer.lock
  flock -n 9
  run -4 "$indexer" add -a news.warraq news.jsonl
  [[ "$output" == *"another writer"* ]]
  run -0 "$indexer" info -a news.warraq
  exec 9>&-
  run -0 "$indexer" add -a news.warraq news.jsonl
}

@test "damage is found, with exit 3" {
  build_news
  dd if=/dev/zero of=news.warraq/shards/0001/docdata.glass bs=1k count=8 conv=notrunc 2> /dev/null
  run -3 "$indexer" check -a news.warraq
  [[ "$output" == *"shards/0001"* ]]
}

@test "an interrupted build ends with its signal's code and leaves no archive" {
  many_articles 20000 > many.jsonl
  for signal in INT TERM HUP; do
    # A background process of a script ignores SIGINT unless it is set back.
    env --default-signal=INT,HUP "$indexer" build -a news.warraq many.jsonl 2> run.log 3>&- &
    pid=$!
    until [ -e news.warraq/.building ]; do sleep 0.01; done
    kill -s "$signal" "$pid"
    code=0
    wait "$pid" || code=$?
    case $signal in INT) [ "$code" = 130 ] ;; TERM) [ "$code" = 143 ] ;; HUP) [ "$code" = 129 ] ;; esac
    grep -q stopping run.log
    [ ! -e news.warraq ]
  done
}

@test "a full disk ends with exit 9, and the archive is as it was" {
  mkdir disk
  mount -t tmpfs -o size=6m tmpfs disk 2> /dev/null || skip "a tmpfs cannot be mounted here"
  many_articles 20000 > many.jsonl
  # Xapian's compactor (1.4.22) holds its cursors by bare pointers, and loses the one that it is at
  # when a write fails: a leak, which would become the exit code looked at here.
  export ASAN_OPTIONS="${ASAN_OPTIONS:-}:detect_leaks=0"
  run "$indexer" build -a disk/news.warraq many.jsonl
  first=$status
  [ ! -e disk/news.warraq ]; gone=$?
  "$indexer" build -a disk/news.warraq news.jsonl 2> /dev/null
  run "$indexer" add -a disk/news.warraq many.jsonl
  second=$status
  left=$(articles_in disk/news.warraq)
  [ ! -e disk/news.warraq/live ]; no_rubble=$?
  check=0
  "$indexer" check -a disk/news.warraq || check=$?
  umount disk
  [ "$first" = 9 ] && [ "$gone" = 0 ] && [ "$second" = 9 ] && [ "$left" = 3 ] && [ "$check" = 0 ] && [ "$no_rubble" = 0 ]
}

@test "info tells of the archive, for people and for programs" {
  build_news
  run -0 "$indexer" info -a news.warraq
  [[ "$output" == *"arabic-news/1"* ]]
  run -0 --separate-stderr "$indexer" info -a news.warraq --format json
  [[ "$output" == *'"dates_refused": 1'* ]]
  [[ "$output" == *'"folder": "shards/0001"'* ]]
}

@test "progress goes to standard error when it is asked for" {
  run -0 --separate-stderr "$indexer" build -a news.warraq --progress always news.jsonl
  [ -z "$output" ]
  [[ "$stderr" == *" articles"* ]]
}

@test "every command has help" {
  for command in build add delete compact check info; do
    run -0 "$indexer" "$command" --help
    [[ "$output" == *"usage: warraq-indexer $command"* ]]
  done
}

@test "help says what one huge article costs in memory" {
  for command in build add; do
    run -0 "$indexer" "$command" --help
    help=$(tr -s ' \n' ' ' <<< "$output")
    [[ "$help" == *"a larger article is rejected;"*"7 times its size in memory"*"25 times"* ]]
  done
}

@test "a file that is read is never written over" {
  cp news.jsonl before.jsonl
  run -2 "$indexer" build -a news.warraq --rejects news.jsonl news.jsonl
  [[ "$output" == *"among the inputs"* ]]
  run -2 "$indexer" build -a news.warraq --report news.jsonl .
  cmp news.jsonl before.jsonl
}

@test "a report that cannot be written is told before the work" {
  run -9 "$indexer" build -a news.warraq --report absent/report.json news.jsonl
  [ ! -e news.warraq ]
}

@test "a missing file is named however many records were rejected before it" {
  for _ in {1..30}; do echo 'no JSON'; done > broken.jsonl
  run -8 "$indexer" build -a news.warraq broken.jsonl absent.jsonl news.jsonl
  [[ "$output" == *"absent.jsonl"* ]]
  [ "$(articles_in news.warraq)" = 3 ]
}

@test "a run that waits for standard input ends when it is asked to" {
  mkfifo silent
  sleep 30 > silent &
  writer=$!
  "$indexer" build -a news.warraq - < silent 2> /dev/null &
  run_=$!
  sleep 0.5
  kill -TERM "$run_"
  code=0
  wait "$run_" || code=$?
  kill "$writer"
  [ "$code" = 143 ]
  [ ! -e news.warraq ]
}

@test "an archive inside a folder that is read is not read itself" {
  run -0 "$indexer" build -a news.warraq .
  run -0 "$indexer" add -a news.warraq .
}

@test "counts are worded as one or as many" {
  head -n 1 news.jsonl > one.jsonl
  run -0 "$indexer" build -a news.warraq --progress always one.jsonl
  [[ "$output" == *"1 article read"*"1 article in"* ]]
  [[ "$output" != *"1 articles"* ]]
  run -0 "$indexer" check -a news.warraq
  [[ "$output" == *"1 article in 1 database: "* ]]
  run -0 "$indexer" info -a news.warraq
  [[ "$output" == *"1 article, "*"0 that are none"*"1 document, "* ]]
  run -0 "$indexer" add -a news.warraq news.jsonl
  [[ "$output" == *"3 articles read, 1 replaced"* ]]
  run -0 "$indexer" delete -a news.warraq b
  [[ "$output" == *"1 article removed"* ]]
  run -0 "$indexer" delete -a news.warraq a
  run -0 "$indexer" compact -a news.warraq
  [[ "$output" == *"1 article, "* ]]
}

@test "a number out of range is refused with the option, the value and the range" {
  run -2 "$indexer" build -a news.warraq --jobs=-1 news.jsonl
  [[ "$output" == *"--jobs takes a whole number of threads from 0 to 256, not"*-1* ]]
  run -2 "$indexer" build -a news.warraq --memory 10 news.jsonl
  [[ "$output" == *"--memory takes a whole number of megabytes from 64 to 1048576, not"*10* ]]
  run -2 "$indexer" add -a news.warraq --max-article 91 news.jsonl
  [[ "$output" == *"--max-article takes a whole number of megabytes from 1 to 90, not"*91* ]]
}

@test "an archive that cannot be made is told by path, reason and remedy" {
  : > file
  ln -s nowhere/at/all link
  run -9 "$indexer" build -a absent/news.warraq news.jsonl
  [[ "$output" == *"absent/news.warraq"*"the folder "*"absent"*" does not exist"*"make that folder"* ]]
  run -2 "$indexer" build -a file news.jsonl
  [[ "$output" == *"is a file"*"name another place"* ]]
  run -9 "$indexer" build -a file/news.warraq news.jsonl
  [[ "$output" == *"is no folder"*"name another place"* ]]
  run -9 "$indexer" build -a link news.jsonl
  [[ "$output" == *"link to "*"nowhere/at/all"*"leads nowhere"* ]]
  run -9 "$indexer" build -a /proc/self/fd/news.warraq news.jsonl
  [[ "$output" == *"name another place"* ]]
  [[ "$output" != *"filesystem error"* ]]
}

@test "an archive that may not be written is told with what to look at" {
  command -v setpriv > /dev/null || skip "setpriv is not installed"
  [ "$(id -u)" = 0 ] || skip "only root can become somebody else"
  build_news
  chmod a+rx . ..
  nobody() { setpriv --reuid=65534 --regid=65534 --clear-groups "$@"; }
  nobody test -r news.jsonl || skip "nobody else may read here"
  run -9 nobody "$indexer" build -a other.warraq news.jsonl
  [[ "$output" == *"Permission denied"*"look at the permissions"* ]]
  run -9 nobody "$indexer" add -a news.warraq news.jsonl
  [[ "$output" == *"Permission denied"*"look at the permissions"* ]]
}

@test "where build --force reads nothing, the archive is said to be as it was" {
  : > empty.jsonl
  run -8 "$indexer" build -a news.warraq empty.jsonl
  [[ "$output" == *"no archive was made"* ]]
  build_news
  run -8 "$indexer" build -a news.warraq --force empty.jsonl
  [[ "$output" == *"nothing was read: "*"news.warraq"*" is as it was before"* ]]
  [ "$(articles_in news.warraq)" = 3 ]
}

@test "--rejects - and --report - go to standard output, one of them" {
  echo 'no JSON' >> news.jsonl
  run -8 --separate-stderr "$indexer" build -a news.warraq --rejects - news.jsonl
  [ "${#lines[@]}" -eq 1 ]
  [[ "$output" == '{"file":"news.jsonl","record":4,'* ]]
  run -8 --separate-stderr "$indexer" add -a news.warraq --report - news.jsonl
  [[ "$output" == *'"articles_read": 3'* ]]
  run -2 "$indexer" add -a news.warraq --rejects - --report - news.jsonl
  [[ "$output" == *"both"*"standard output"* ]]
  [ ! -e - ]
}

@test "empty standard input is called by its name" {
  run -8 "$indexer" build -a news.warraq - < /dev/null
  [[ "$output" == *"standard input"*"it is empty"* ]]
  run -8 "$indexer" build -a news.warraq - <<< '   '
  [[ "$output" == *"standard input"*"nothing but white space"* ]]
}

@test "ids are made one each, and may begin with a dash after --" {
  build_news
  echo '{"id": "-x", "body": "نص"}' | "$indexer" add -a news.warraq -
  run -2 "$indexer" delete -a news.warraq -x
  [[ "$output" == *"-x"*"-- goes before"* ]]
  run -0 "$indexer" delete --help
  [[ "$output" == *"goes after --"* ]]
  run -0 "$indexer" delete -a news.warraq -- -x
  run -0 "$indexer" delete -a news.warraq a a
  [[ "$output" == *"1 article removed"* ]]
  run -0 "$indexer" delete -a news.warraq b - <<< $'b\nc\nc'
  [ "$(articles_in news.warraq)" = 0 ]
}

@test "ids that cannot be read remove nothing" {
  build_news
  run -9 "$indexer" delete -a news.warraq a - < .
  [[ "$output" == *"standard input"* ]]
  [ "$(articles_in news.warraq)" = 3 ]
}

@test "invalid UTF-8 and repeated ids are named by file and record, the first of them" {
  for i in 1 2 3 4 5 6 7; do printf '{"id": "u%s", "body": "\xff\xfe نص"}\n' "$i"; done > broken.jsonl
  for i in 1 2 3 4 5 6; do printf '{"id": "a", "body": "نص %s"}\n' "$i"; done >> broken.jsonl
  run -0 "$indexer" build -a news.warraq --report report.json broken.jsonl
  [[ "${lines[0]}" == *"broken.jsonl"*", record 1, line 1: 2 invalid UTF-8 sequences replaced by U+FFFD" ]]
  [[ "$output" != *"record 6, line 6"* ]]
  [[ "$output" == *"record 9, line 9: takes the place of an earlier article of the same id, "*a* ]]
  [[ "$output" == *"and 2 more articles with invalid UTF-8; --report FILE lists up to 1,000"* ]]
  [[ "$output" != *"repeated ids"* ]]
  [[ "$output" == *"5 replaced"*"14 invalid UTF-8 sequences"* ]]
  grep -q '"articles_repaired": 7' report.json
  grep -q '"ids_repeated": 5' report.json
  [ "$(grep -c '"notice": "invalid UTF-8"' report.json)" = 7 ]
  run -0 "$indexer" add -a news.warraq news.jsonl
  [[ "$output" != *"takes the place"* ]]
  many_articles 1500 > many.jsonl
  run -0 "$indexer" build -a twice.warraq --report report.json many.jsonl many.jsonl
  grep -q '"ids_repeated": 1500' report.json
  [[ "$output" == *"and 1,495 more articles of repeated ids"* ]]
}

@test "files of one name share an id: the run says so, and a folder above them parts them" {
  mkdir in in/a in/b
  echo 'نص أول' > in/a/page.txt
  echo 'نص ثان' > in/b/page.txt
  run -0 "$indexer" build -a news.warraq in/a/page.txt in/b/page.txt
  [[ "$output" == *"in/b/page.txt"*"takes the place of an earlier article of the same id, "*"page.txt"* ]]
  [ "$(articles_in news.warraq)" = 1 ]
  run -0 "$indexer" build -a news.warraq --force in
  [ "$(articles_in news.warraq)" = 2 ]
}

@test "an archive that is built of its export is the same" {
  "$indexer" build -a sample.warraq "$WARRAQ_SOURCE"/corpus/sample/*.jsonl "$WARRAQ_SOURCE/corpus/sample/pages"
  run -0 "$indexer" export -a sample.warraq --output sample.jsonl
  [[ "$output" == *"104 articles"* ]]
  "$indexer" build -a again.warraq sample.jsonl
  "$indexer" export -a again.warraq | cmp - sample.jsonl
  "$WARRAQ_BIN/warraq-searcher" get -a sample.warraq waraq-2022-1004 | grep -qxFf - sample.jsonl
}

@test "bulk requests are pairs of lines that other programs read" {
  build_news
  run -0 "$indexer" export -a news.warraq --format opensearch --output bulk
  [ "$(jq -s -c '[.[].index._id | select(.)]' bulk/bulk-00001.ndjson)" = '["a","b","c"]' ]
  jq -e -s 'length == 6 and .[1].date == "2019-04-13" and .[3].date_given == "0000-00-00"' bulk/bulk-00001.ndjson
  "$indexer" export --format opensearch-template | cmp - bulk/index-template.json
  run -2 "$indexer" export -a news.warraq --format opensearch --output bulk
  [[ "$output" == *--force* ]]
}

@test "an export that is stopped or that the disk fails leaves no file" {
  many_articles 20000 > many.jsonl
  "$indexer" build -a many.warraq many.jsonl
  "$indexer" export -a many.warraq --format opensearch --output bulk & exporting=$!
  until ls -d bulk.incomplete-* > /dev/null 2>&1 || ! kill -0 "$exporting"; do sleep 0.01; done
  kill -TERM "$exporting"
  code=0; wait "$exporting" || code=$?
  [ "$code" = 143 ]
  [ -z "$(ls -d bulk* 2> /dev/null)" ]
  run -9 "$indexer" export -a many.warraq --output /dev/full
  [[ "$output" == *"No space left"* ]]
}
