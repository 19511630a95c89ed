#!/usr/bin/env bats
# warraq-searcher as a user runs it: options, output, messages, exit codes.

bats_require_minimum_version 1.5.0

setup_file() {
  cd "$BATS_FILE_TMPDIR"
  cat > news.jsonl <<'JSON'
{"id": "a", "title": "افتتاح معرض الكتاب", "body": "افتتح الوزير معرض الكتاب في العاصمة. وقال إن أخبار الأدب تهم الناس.", "date": "2019-04-13", "source": "صحيفة الوراق", "category": "ثقافة"}
{"id": "b", "title": "نشرة الطقس", "body": "أمطار متوقعة على الساحل، ومعرض الزهور مؤجل.", "date": "2018-01-02", "source": "Radio", "tags": ["طقس"]}
{"id": "c 3", "body": "اخبار قصيرة بلا عنوان ولا تاريخ عن معرض آخر."}
JSON
  "$WARRAQ_BIN/warraq-indexer" build -a news.warraq news.jsonl 2> build.log
}

setup() {
  unset WARRAQ_ARCHIVE
  searcher="$WARRAQ_BIN/warraq-searcher"
  cd "$BATS_FILE_TMPDIR"
}

# The ids of jsonl hits, in order, on one line.
ids() { sed -n 's/^{"id":"\([^"]*\)".*/\1/p' <<< "$output" | paste -sd' '; }

query() { run --separate-stderr "$searcher" query -a news.warraq "$@"; }

@test "query prints isolated fields with the words marked" {
  query 'معرض الكتاب'
  [ "$status" -eq 0 ]
  [[ "${lines[0]}" == $'1. \u2068افتتاح **معرض** **الكتاب**\u2069' ]]
  [[ "$output" == *"3 articles"* ]]
  [[ "$output" != *$'\e'* ]]
  [ -z "$stderr" ]
}

@test "the arguments of a query are its words, and -a may be WARRAQ_ARCHIVE" {
  export WARRAQ_ARCHIVE=news.warraq
  run -0 --separate-stderr "$searcher" query --format jsonl الساحل الزهور
  [ "$(ids)" = b ]
}

@test "an argument that begins with a dash and an Arabic letter is a part of the query" {
  query --format jsonl معرض -الساحل
  [ "$status" -eq 0 ]
  [ "$(ids)" = "a c 3" ]
  [ -z "$stderr" ]
}

@test "a query from standard input" {
  run -0 --separate-stderr "$searcher" query -a news.warraq --stdin --format jsonl <<< '«الزهور مؤجل»'
  [ "$(ids)" = b ]
  run -2 "$searcher" query -a news.warraq --stdin كلمة < /dev/null
}

@test "lines on standard input are queries, as text or as JSON objects" {
  printf '%s\n' 'الساحل' '' '{"id": 7, "query": "معرض", "limit": 1}' '{"id": "x", "limt": 1}' \
    '{' 'الكتاب' > requests.txt
  run -8 --separate-stderr "$searcher" query -a news.warraq --stdin --format json -n 2 < requests.txt
  [ "${#lines[@]}" -eq 5 ]
  [[ "${lines[0]}" == '{"version":1,"total":1,'*'"id":"b"'* ]]
  [[ "${lines[1]}" == '{"version":1,"qid":"7","total":3,'* ]]
  [[ "${lines[2]}" == '{"version":1,"qid":"x","error":{"code":"usage","message":'*limt* ]]
  [[ "${lines[3]}" == '{"version":1,"error":{"code":"usage",'* ]]
  [[ "${lines[4]}" == '{"version":1,"total":1,'*'"id":"a"'* ]]
  [ -z "$stderr" ]
  run -0 "$searcher" query -a news.warraq --stdin --format json <<< '{"query": "معرض"}'
  run -1 "$searcher" query -a news.warraq --stdin --format json <<< 'لاشيءهنا'
  run -6 "$searcher" query -a news.warraq --stdin --format json <<< 'date:2018-02-30'
}

@test "a line that is no UTF-8 is refused by its number, and none of its bytes come back" {
  { echo 'الساحل'; printf 'شراء\xd8\xff\n'; echo 'الكتاب'; } > requests.txt
  run -8 --separate-stderr "$searcher" query -a news.warraq --stdin --format json < requests.txt
  [ "${#lines[@]}" -eq 3 ]
  [[ "${lines[1]}" == '{"version":1,"error":{"code":"usage","message":"standard input, line 2 is no UTF-8",'* ]]
  run -8 --separate-stderr "$searcher" query -a news.warraq --stdin < requests.txt
  [[ "$stderr" == *"standard input, line 2: the line is no UTF-8"* ]]
  [[ "$output$stderr" != *شراء* ]]
}

@test "a request in JSON is answered in JSON, a text for people, unless a format is named" {
  printf '%s\n' '{"query": "الساحل", "id": 1}' 'الساحل' '{"limt": 1}' 'date:2018-02-30' > requests.txt
  run -8 --separate-stderr "$searcher" query -a news.warraq --stdin --snippets 0 < requests.txt
  [[ "${lines[0]}" == '{"version":1,"qid":"1","total":1,'*'"id":"b"'* ]]
  [[ "${lines[1]}" == '1. '* ]]
  [[ "${lines[-1]}" == '{"version":1,"error":{"code":"usage",'* ]]
  [[ "$stderr" == *"line 4: "* && "$stderr" != *"line 3"* ]]
  run -0 --separate-stderr "$searcher" query -a news.warraq --stdin --format human < <(head -1 requests.txt)
  [[ "$output" != *'{'* ]]
}

@test "of lines with and without an id, CSV has as many fields in each row, and TREC a topic" {
  printf '%s\n' 'الساحل' '{"id": "x", "query": "الكتاب"}' > requests.txt
  run -0 --separate-stderr "$searcher" query -a news.warraq --stdin --format csv --snippets 0 < requests.txt
  [[ "${lines[0]}" == qid,rank,score,id,* ]]
  [[ "${lines[1]}" == ,1,*,b,* ]]
  [[ "${lines[2]}" == x,1,*,a,* ]]
  run -0 --separate-stderr "$searcher" query -a news.warraq --stdin --format trec < requests.txt
  [[ "${lines[0]}" == '1 Q0 b 1 '* ]]
  [[ "${lines[1]}" == 'x Q0 a 1 '* ]]
}

@test "in JSON lines an error has a type, and every line of a request its id" {
  printf '%s\n' '[{"query": "معرض"}]' '{"id": 3, "limt": 1}' '{"id": 4, "query": "الساحل"}' > requests.txt
  run -8 --separate-stderr "$searcher" query -a news.warraq --stdin --format jsonl < requests.txt
  [ "${#lines[@]}" -eq 4 ]
  [[ "${lines[0]}" == '{"type":"error","version":1,"error":{"code":"usage",'* ]]
  [[ "${lines[1]}" == '{"type":"error","version":1,"qid":"3","error":'* ]]
  [[ "${lines[2]}" == *'"qid":"4"'* && "${lines[3]}" == *'"qid":"4"'* ]]
  run -2 "$searcher" query -a news.warraq --stdin --format jsonl <<< '["معرض"]'
}

@test "a line without end is refused, and what comes after it answered" {
  { head -c 9000000 /dev/zero | tr '\0' x; printf '\nالساحل\n'; } > long-line.txt
  run -8 --separate-stderr "$searcher" query -a news.warraq --stdin --format trec < long-line.txt
  [ "${#lines[@]}" -eq 1 ]
  [[ "$stderr" == *"line 1"*"longer than"* ]]
}

@test "requests are answered one by one, from the archive's latest state" {
  cp -r news.warraq moving.warraq
  coproc "$searcher" query -a moving.warraq --stdin --format json -n 0
  pid=$COPROC_PID
  echo معرض >&"${COPROC[1]}"
  read -r -t 20 first <&"${COPROC[0]}"
  "$WARRAQ_BIN/warraq-indexer" delete -a moving.warraq a 2> /dev/null
  echo معرض >&"${COPROC[1]}"
  read -r -t 20 second <&"${COPROC[0]}"
  kill "$pid"
  [[ "$first" == *'"total":3,'* ]]
  [[ "$second" == *'"total":2,'* ]]
}

@test "phrases, exact words and --exact" {
  query --format jsonl '"معرض الكتاب"'
  [ "$(ids)" = a ]
  query --format jsonl '=اخبار'
  [ "$(ids)" = "c 3" ]
  query --format jsonl --exact 'أخبار'
  [ "$(ids)" = a ]
}

@test "--all requires every word, in any order and with filters" {
  query --format jsonl --all 'معرض الزهور'
  [ "$(ids)" = b ]
  query --format jsonl --all --sort oldest 'معرض في'
  [ "$(ids)" = "b a c 3" ]
  query --format jsonl --all --from 2019 'معرض أخبار'
  [ "$(ids)" = a ]
  query --all 'معرض الزهور الكتاب'
  [ "$status" -eq 1 ]
  run -0 "$searcher" explain -a news.warraq --all 'معرض الزهور'
  [[ "$output" == *"all-of(معرض الزهور)"* ]]
}

@test "filters, orders and pages" {
  query --format jsonl --sort newest معرض
  [ "$(ids)" = "a b c 3" ]
  query --format jsonl --from ٢٠١٩ معرض
  [ "$(ids)" = a ]
  query --format jsonl --to 2018-01 معرض
  [ "$(ids)" = b ]
  query --format jsonl --source 'صحيفه الوراق' --source RADIO --sort oldest معرض
  [ "$(ids)" = "b a" ]
  query --format jsonl --category ثقافه معرض
  [ "$(ids)" = a ]
  query --format jsonl --sort newest -n 1 -o 1 معرض
  [ "$(ids)" = b ]
}

@test "nothing found is 1" {
  query 'زلزال'
  [ "$status" -eq 1 ]
  [ "$output" = "0 articles" ]
}

@test "a query without a word, and wrong options, are 2" {
  query '؟'
  [ "$status" -eq 2 ]
  [[ "$stderr" == *"no word"* ]]
  query
  [ "$status" -eq 2 ]
  query --format yaml معرض
  [ "$status" -eq 2 ]
  [[ "$stderr" == *"human, json, jsonl, csv, trec"* ]]
  query --sort best معرض
  [ "$status" -eq 2 ]
  query -n -5 معرض
  [ "$status" -eq 2 ]
  query -n many معرض
  [ "$status" -eq 2 ]
  run -2 "$searcher" query معرض
  run -2 "$searcher" ask
}

@test "no archive is 3, another analysis is 5" {
  run -3 "$searcher" query -a absent.warraq معرض
  cp -r news.warraq other.warraq
  sed -i 's/"fingerprint": *"[^"]*"/"fingerprint": "0000000000000000"/' other.warraq/archive.json
  run -5 "$searcher" query -a other.warraq معرض
}

@test "a date that does not exist, and dates that run backwards, are 6" {
  query --from 2019-02-30 معرض
  [ "$status" -eq 6 ]
  [[ "$stderr" == *"--from"* ]]
  query --from 2019 --to 2018 معرض
  [ "$status" -eq 6 ]
}

@test "dates are read by the names of any country's months, and Hijri" {
  query --format jsonl --from 'نيسان 2019' --to 'أفريل 2019' معرض
  [ "$(ids)" = a ]
  query --format jsonl --from '8 شعبان 1440هـ' --to '13/04/2019' معرض
  [ "$(ids)" = a ]
  run -1 "$searcher" query -a news.warraq --from '9 شعبان 1440هـ' معرض
}

@test "a query of ten thousand words is cut, and said to be" {
  seq -f 'كلمة%g' -s ' ' 10000 > long.txt
  run --separate-stderr "$searcher" query -a news.warraq --stdin < long.txt
  [ "$status" -eq 1 ]
  [[ "$stderr" == *"1024 words"* ]]
}

@test "programs get nothing but results on standard output" {
  query --format json 'معرض AND'
  [[ "$output" == '{"version":1,"total":3,'* ]]
  [ "${#lines[@]}" -eq 1 ]
  [[ "$stderr" == *"AND"* ]]
  query --format csv معرض
  [[ "${lines[0]}" == rank,score,id,* ]]
  query --format trec --run-tag mine معرض
  [[ "$output" == *" Q0 c%203 "*" mine"* ]]
}

@test "a full disk behind standard output is 9" {
  run -9 bash -c "'$searcher' query -a news.warraq معرض > /dev/full"
}

@test "batch runs topics of every kind" {
  printf 'q1\tمعرض الزهور\nq2\tزلزال\n' > topics.tsv
  run -0 --separate-stderr "$searcher" batch -a news.warraq topics.tsv
  [[ "${lines[0]}" == "q1 Q0 b 1 "*" warraq" ]]
  [[ "$output" != *q2* ]]
  printf '<top>\n<num> Number: AR26\n<title> معرض الكتاب\n</top>\n' > topics.trec
  run -0 --separate-stderr "$searcher" batch -a news.warraq topics.trec -n 1
  [[ "$output" == "AR26 Q0 a 1 "* ]]
  run -0 --separate-stderr "$searcher" batch -a news.warraq --format jsonl - <<< '{"id":"7","query":"الزهور"}'
  [[ "${lines[0]}" == *'"qid":"7"'* ]]
}

@test "topics are bags of words unless --syntax" {
  printf 'q1\t"معرض الكتاب"\n' > quoted.tsv
  run -0 --separate-stderr "$searcher" batch -a news.warraq quoted.tsv
  [ "${#lines[@]}" -eq 3 ]
  run -0 --separate-stderr "$searcher" batch -a news.warraq --syntax quoted.tsv
  [ "${#lines[@]}" -eq 1 ]
}

@test "a topic that cannot be asked is named with its line, and the rest go on" {
  printf 'بلا علامة\nq2\t؟\nq3\tمعرض\n' > broken.tsv
  run -8 --separate-stderr "$searcher" batch -a news.warraq broken.tsv
  [ "${#lines[@]}" -eq 3 ]
  [[ "$stderr" == *"line 1:"* ]]
  [[ "$stderr" == *"line 2: topic"* ]]
  run -9 "$searcher" batch -a news.warraq absent.tsv
  run -9 "$searcher" batch -a news.warraq .
}

@test "get gives articles back as they were, unknown fields included" {
  run -0 --separate-stderr "$searcher" get -a news.warraq b
  [[ "$output" == *'"tags":["طقس"]'* ]]
  run -8 --separate-stderr "$searcher" get -a news.warraq absent a
  [[ "$output" == '{"id":"a"'* ]]
  [[ "$stderr" == *absent* ]]
  run -0 --separate-stderr "$searcher" get -a news.warraq --format human "c 3"
  [[ "$output" == *"اخبار قصيرة"* ]]
  run -2 "$searcher" get -a news.warraq
}

@test "explain shows levels, terms and scores" {
  run -0 --separate-stderr "$searcher" explain -a news.warraq 'الكتاب على'
  [[ "$output" == *$'stem \u2068كتاب\u2069'* ]]
  [[ "$output" == *"stop word"* ]]
  [[ "$output" == *"score "* ]]
  run -0 --separate-stderr "$searcher" explain -a news.warraq --format json الكتاب
  [[ "$output" == '{"version":1,"profile":'* ]]
}

@test "info tells what the archive holds" {
  run -0 --separate-stderr "$searcher" info -a news.warraq
  [[ "$output" == *"articles        3"* ]]
  [[ "$output" == *"2018-01-02 to 2019-04-13"* ]]
  run -0 --separate-stderr "$searcher" info -a news.warraq --format json
  [[ "$output" == '{"version":1,"articles":3,'* ]]
}

@test "help names every option" {
  for command in query batch get suggest explain info; do
    run -0 "$searcher" "$command" --help
    [[ "$output" == *"--archive"* ]]
  done
}

@test "whoever reads on no more ends the run quietly" {
  yes $'q\tمعرض' | awk '{print NR "-" $0}' | head -3000 > topics.tsv
  run -0 --separate-stderr bash -c "'$searcher' batch -a news.warraq topics.tsv | head -1"
  [ "${#lines[@]}" -eq 1 ]
  [ -z "$stderr" ]
}

@test "compressed, empty and repeated topics are told" {
  printf 'q1\tمعرض\n' > topics.tsv
  gzip -k topics.tsv
  run -9 "$searcher" batch -a news.warraq topics.tsv.gz
  [[ "$output" == *"decompress"* ]]
  : > none.tsv
  run -1 "$searcher" batch -a news.warraq none.tsv
  [[ "$output" == *"no topics"* ]]
  cat topics.tsv topics.tsv > twice.tsv
  run -8 --separate-stderr "$searcher" batch -a news.warraq twice.tsv
  [[ "$stderr" == *"same id"* ]]
}

@test "suggest completes the last word, for people and for programs" {
  run -0 --separate-stderr "$searcher" suggest -a news.warraq 'معرض الك'
  [ "$output" = $'\u2068معرض الكتاب\u2069 · 1 article' ]
  run -0 --separate-stderr "$searcher" suggest -a news.warraq --format jsonl معرض الك
  [ "$output" = '{"type":"completion","text":"معرض الكتاب","word":"الكتاب","articles":1}' ]
  run -0 --separate-stderr "$searcher" suggest -a news.warraq -n 1 --format json مع
  [ "$output" = '{"version":1,"completions":[{"text":"معرض","word":"معرض","articles":3}]}' ]
}

@test "suggest offers the next word after a space, and nothing of nothing and for what is no word" {
  run -0 --separate-stderr "$searcher" suggest -a news.warraq -n 1 'معرض '
  [[ "$output" == $'\u2068معرض '* ]]
  for typed in '' ' ' '؟!' 'غغغ'; do
    run -1 --separate-stderr "$searcher" suggest -a news.warraq -- "$typed"
    [ -z "$output" ]
  done
  run -1 "$searcher" suggest -a news.warraq -n 0 مع
  run -2 "$searcher" suggest -a news.warraq
  run -2 "$searcher" suggest -a news.warraq -n many مع
  run -3 "$searcher" suggest -a absent.warraq مع
}

@test "get says by its code whether all, some or none were there" {
  run -0 "$searcher" get -a news.warraq b
  run -8 "$searcher" get -a news.warraq b absent
  run -1 "$searcher" get -a news.warraq absent
}

@test "counts are worded as one or as many" {
  query الزهور
  [[ "${lines[-1]}" == "1 article" ]]
  run -0 --separate-stderr "$searcher" explain -a news.warraq الزهور
  [[ "$output" == *"in 1 article, weight"*", 1 time"* ]]
  [[ "$output" != *"1 articles"* && "$output" != *"1 times"* ]]
}

@test "a number out of range is refused with the option, the value and the range" {
  for bad in -n=-1 -n=abc -n=1000000000 --offset=-5 --snippets=1.5 --snippets=; do
    option=${bad%%=*}
    query "$option" "${bad#*=}" معرض
    [ "$status" -eq 2 ]
    [[ "$stderr" == *"${option}"*"takes a whole number of "*"from 0 to 999999999, not "*"${bad#*=}"* ]]
  done
}

@test "an empty date, a source that no article has and a page past the end are told" {
  query --from '' معرض
  [ "$status" -eq 6 ]
  [[ "$stderr" == *"--from is given no date"*2018-03* ]]
  query --source nope معرض
  [ "$status" -eq 1 ]
  [[ "$stderr" == *"no article has the source"*nope*"'info' lists the sources"* ]]
  query --category nope --source Radio --format json معرض
  [[ "$stderr" == *"no article has the category"*nope* ]]
  [[ "$stderr" != *"the source"* ]]
  [[ "$output" == *'"notes":["no article has the category'* ]]
  query -o 500 معرض
  [ "$status" -eq 0 ]
  [[ "$stderr" == *"--offset 500 passes over all of the 3 articles found"* ]]
  printf 'q1\tمعرض\nq2\tالكتاب\n' > topics.tsv
  run --separate-stderr "$searcher" batch -a news.warraq --source nope topics.tsv
  [ "${#stderr_lines[@]}" -eq 1 ]
}

@test "a damaged archive is 3, said to be damaged, and check is named" {
  for file in postlist docdata termlist; do
    for damage in garbage cut; do
      rm -rf damaged.warraq
      cp -r news.warraq damaged.warraq
      table="damaged.warraq/shards/0001/$file.glass"
      if [ "$damage" = cut ]; then
        truncate -s 5000 "$table"
      else
        head -c "$(stat -c %s "$table")" < <(yes garbage) > "$table.new"
        mv "$table.new" "$table"
      fi
      run -3 --separate-stderr "$searcher" query -a damaged.warraq معرض
      [[ "$stderr" == *"is damaged"*"warraq-indexer check"* ]]
      run -3 --separate-stderr "$searcher" get -a damaged.warraq a
      run -3 --separate-stderr "$searcher" info -a damaged.warraq
      [[ "$stderr" == *"is damaged"*"warraq-indexer check"* ]]
    done
  done
}

@test "an id that begins with a dash goes after --, and the error says so" {
  run -2 "$searcher" get -a news.warraq -x
  [[ "$output" == *"-x"*"-- goes before"* ]]
  run -1 "$searcher" get -a news.warraq -- -x
  [[ "$output" == *"no article "*"-x"* ]]
  run -0 "$searcher" get --help
  [[ "$output" == *"goes after --"* ]]
}

@test "facets count by field, in each format" {
  facets() { run --separate-stderr "$searcher" facets -a news.warraq "$@"; }
  facets --by source,year معرض
  [ "$status" -eq 0 ]
  [[ "$output" == *$'source\n  1  \u2068Radio\u2069\n  1  \u2068صحيفة الوراق\u2069\n  1  (none)'* ]]
  [[ "$output" == *$'year\n  1  \u20682018\u2069\n  1  \u20682019\u2069'* ]]
  [ "${lines[-1]}" = "3 articles" ]
  facets --by source -n 1 --format json معرض
  [ "$output" = '{"version":1,"total":3,"facets":{"source":{"values":[{"value":"Radio","articles":1}],"distinct":2,"missing":1}}}' ]
  facets --by month --format csv
  [ "$output" = $'field,value,articles\r\nmonth,2018-01,1\r\nmonth,2019-04,1\r' ]
  facets --by source --format jsonl --source radio
  [ "${lines[0]}" = '{"type":"facet","field":"source","value":"Radio","articles":1}' ]
  [[ "${lines[1]}" == '{"type":"summary","version":1,"total":1,'* ]]
  facets --by colour معرض
  [ "$status" -eq 2 ]
  [[ "$stderr" == *"source, category, author"* ]]
  facets زلزال
  [ "$status" -eq 1 ]
}

@test "query --facets counts all that is found" {
  query --format json -n 1 --snippets 0 --facets year معرض
  [[ "$output" == *'"facets":{"year":{"values":[{"value":"2018","articles":1},{"value":"2019","articles":1}],"distinct":2,"missing":1}}'* ]]
}

@test "a timeline is drawn to the width of the terminal, in ASCII where it must be" {
  timeline() { run --separate-stderr "$searcher" timeline -a news.warraq "$@"; }
  export COLUMNS=40
  LC_ALL=C.UTF-8 timeline --by year معرض
  [ "$status" -eq 0 ]
  [ "${lines[0]}" = $'\u20662018  1  100.0%  ███████████████████████\u2069' ]
  [ "${lines[2]}" = "3 articles by year, 1 without a date" ]
  LC_ALL=C timeline --by year معرض
  [ "${lines[0]}" = "2018  1  100.0%  #######################" ]
  LC_ALL=C timeline --by month معرض
  [ "${lines[1]}" = "... 14 months without any" ]
}

@test "a timeline as data has every interval" {
  timeline() { run --separate-stderr "$searcher" timeline -a news.warraq "$@"; }
  timeline --by month --format csv معرض
  [ "${#lines[@]}" -eq 17 ]
  [ "${lines[1]}" = $'2018-01-01,1,1,1.0\r' ]
  [ "${lines[2]}" = $'2018-02-01,0,0,0.0\r' ]
  timeline --by week --format jsonl الكتاب
  [ "${lines[0]}" = '{"type":"interval","first":"2019-04-08","articles":1,"total":1,"ratio":1.0}' ]
  [ "${lines[1]}" = '{"type":"summary","version":1,"interval":"week","total":1,"undated":0}' ]
  timeline --by fortnight معرض
  [ "$status" -eq 2 ]
  [[ "$stderr" == *"auto, day, week, month or year"* ]]
}

@test "--collapse shows one of near duplicates, and --group all of them" {
  cat > wire.jsonl <<'JSON'
{"id": "w1", "title": "عودة القطار", "body": "عاد قطار الساحل إلى العمل صباح اليوم بعد توقف دام عاما كاملا بسبب أعمال الصيانة في الجسر القديم قرب الميناء", "source": "وكالة الضفاف"}
{"id": "w2", "body": "عاد قطار الساحل إلى العمل صباح اليوم بعد توقف دام عاما كاملا بسبب أعمال الصيانة في الجسر القديم قرب الميناء", "source": "جريدة المرفأ"}
{"id": "w3", "body": "قطار آخر لا يعمل", "source": "جريدة المرفأ"}
JSON
  "$WARRAQ_BIN/warraq-indexer" build --force -a wire.warraq wire.jsonl 2> build.log
  run -0 "$searcher" query -a wire.warraq --collapse --format jsonl --snippets 0 قطار الساحل
  [ "$(ids)" = "w1 w3" ]
  [[ "${lines[0]}" == *'"copies":{"articles":1,"sources":1,"listed":[{"id":"w2","source":"جريدة المرفأ"}]}'* ]]
  [[ "${lines[2]}" == *'"total":2,"total_is_exact":true,"articles":3'* ]]
  group="$(grep -o '"duplicate_group":"[0-9a-f]*"' <<< "${lines[0]}" | cut -d'"' -f4)"
  run -0 "$searcher" query -a wire.warraq --group "$group" --format jsonl
  [ "$(ids)" = "w1 w2" ]
  run -0 "$searcher" query -a wire.warraq --collapse قطار الساحل
  [[ "$output" == *$'also in 1 other source: \u2068جريدة المرفأ\u2069 · --group '"$group"* ]]
  [[ "$output" == *"2 groups of near duplicates, 3 articles"* ]]
  run -2 "$searcher" query -a wire.warraq --group 12xy قطار
}

@test "--author and --agency filter, and say where nobody is called so" {
  cat > signed.jsonl <<'JSON'
{"id": "1", "body": "أمطار على الساحل", "author": "هدى المصري", "agency": "وكالة الضفاف"}
{"id": "2", "body": "أمطار على الجبل", "author": "سالم الطائي"}
JSON
  "$WARRAQ_BIN/warraq-indexer" build --force -a signed.warraq signed.jsonl 2> build.log
  run -0 "$searcher" query -a signed.warraq --format jsonl --author 'هدي المصرى' أمطار
  [ "$(ids)" = 1 ]
  run -0 "$searcher" query -a signed.warraq --format jsonl --agency 'وكاله الضفاف'
  [ "$(ids)" = 1 ]
  run --separate-stderr "$searcher" query -a signed.warraq --author أحد أمطار
  [ "$status" -eq 1 ]
  [[ "$stderr" == *"no article has the author"*"'facets' by author"* ]]
}

@test "where nothing is found, other queries are offered, and their articles counted" {
  query 'معرص الكتابب'
  [ "$status" -eq 1 ]
  [[ "${lines[0]}" == "0 articles" ]]
  [[ "${lines[1]}" == $'nothing found; did you mean \u2068معرض الكتاب\u2069 (3 articles)?' ]]
  [ -z "$stderr" ]
  query --format json 'الطقص'
  [ "$status" -eq 1 ]
  [[ "$output" == *'"hits":[],"suggestions":[{"query":"الطقس","kind":"spelling","articles":1,"replaced":"الطقص","replacement":"الطقس"}'* ]]
  query --format jsonl '"نشرةالطقس"'
  [ "$status" -eq 1 ]
  [[ "${lines[0]}" == '{"type":"suggestion","query":"\"نشرة الطقس\"","kind":"space","articles":1,'* ]]
  [[ "${lines[-1]}" == '{"type":"summary",'* ]]
}

@test "csv and trec have suggestions on standard error alone" {
  for format in csv trec; do
    query --format $format luvq
    [ "$status" -eq 1 ]
    [[ "$output" != *"معرض"* ]]
    [[ "$stderr" == *$'did you mean \u2068معرض\u2069 (3 articles)?'* ]]
  done
}

@test "fewer words and fewer filters are offered after spellings" {
  query '+الزهور +الأدب'
  [ "$status" -eq 1 ]
  [[ "$output" == *$'with fewer words: \u2068+الأدب\u2069 (1 article)'* ]]
  query --from 1990 --to 1991 'معرض'
  [ "$status" -eq 1 ]
  [[ "$output" == *$'with less asked for: \u2068معرض\u2069 without --from, --to (3 articles)'* ]]
}

@test "--relax searches the first suggestion, and marks what it finds" {
  query --relax 'الطقص'
  [ "$status" -eq 0 ]
  [[ "${lines[0]}" == $'nothing found as asked; searched instead: \u2068الطقس\u2069' ]]
  [[ "$output" == *"1 article"* ]]
  query --relax --format jsonl 'الطقص'
  [ "$status" -eq 0 ]
  [ "$(ids)" = b ]
  [[ "${lines[0]}" == *'"relaxed":{"query":"الطقس","kind":"spelling"}'* ]]
  # Another query's hits would pass for this one's.
  for format in csv trec; do
    query --relax --format $format 'الطقص'
    [ "$status" -eq 2 ]
    [ -z "$output" ]
  done
  query --relax --save q.saved 'الطقص'
  [ "$status" -eq 2 ]
  [ ! -e q.saved ]
  query --relax --format jsonl 'معرض'
  [[ "$output" != *"relaxed"* ]]
  query --relax 'زقزوق'
  [ "$status" -eq 1 ]
}

@test "a batch of plain topics is searched as it is" {
  printf '1\tالطقص\n' > wrong.tsv
  run --separate-stderr "$searcher" batch -a news.warraq --format jsonl wrong.tsv
  [ "$status" -eq 1 ]
  [[ "$output" != *"suggestion"* ]]
  run --separate-stderr "$searcher" batch -a news.warraq --syntax --format jsonl wrong.tsv
  [[ "${lines[0]}" == *'"type":"suggestion"'*'"qid":"1"'* ]]
}

@test "every command says that nothing is found, and what may be meant" {
  for command in facets timeline kwic export explain; do
    run --separate-stderr "$searcher" $command -a news.warraq 'الطقص'
    [ "$status" -eq 1 ]
    [[ "$stderr" == *$'nothing found; did you mean \u2068الطقس\u2069'* ]]
  done
  run --separate-stderr "$searcher" facets -a news.warraq --format json 'الطقص'
  [[ "$output" == '{"version":1,"total":0,'* ]]
  run --separate-stderr "$searcher" facets -a news.warraq --from 1950 --to 1951
  [ "$status" -eq 1 ]
  [[ "$stderr" == *"nothing found"* ]]
  # Without a hit to show, something is found.
  run --separate-stderr "$searcher" explain -a news.warraq -n 0 'الطقس'
  [ "$status" -eq 0 ]
}

@test "a dash and a space are a query's" {
  query -n 1 '- الطقس'
  [ "$status" -eq 0 ]
  [[ "$output" == *"1 article"* ]]
}

@test "other spellings are left out one by one, by every command that has them" {
  cat > race.jsonl <<'JSON'
{"id": "words", "body": "شارك عشرون عداء في سباق الضاحية."}
{"id": "digits", "body": "سجل 20 عداء أسماءهم في سباق المدينة."}
JSON
  "$WARRAQ_BIN/warraq-indexer" build --force -a race.warraq race.jsonl 2> build.log
  run -0 --separate-stderr "$searcher" query -a race.warraq --format jsonl عشرون
  [ "$(ids)" = "words digits" ]
  # In whichever digits, for it is read as words are.
  run -0 --separate-stderr "$searcher" query -a race.warraq --exclude-variant ٢٠ --format jsonl عشرون
  [ "$(ids)" = words ]
  [ -z "$stderr" ]
  run -0 --separate-stderr "$searcher" query -a race.warraq --exclude-variant 20 --exclude-variant غوغل -n 0 عشرون
  [[ "$output" == "1 article" ]]
  run -0 --separate-stderr "$searcher" query -a race.warraq --exclude-variant غوغل --format jsonl عشرون
  [ "$(ids)" = "words digits" ]
  run -0 --separate-stderr "$searcher" facets -a race.warraq --exclude-variant 20 --format json عشرون
  [[ "$output" == *'"total":1,'* ]]
  run -0 --separate-stderr "$searcher" kwic -a race.warraq --exclude-variant 20 عشرون
  [[ "$output" == *"1 occurrence in 1 article" ]]
  run -0 --separate-stderr "$searcher" explain -a race.warraq --exclude-variant 20 --format json عشرون
  [[ "$output" != *'"variants"'* ]]
  run -0 --separate-stderr "$searcher" export -a race.warraq --exclude-variant 20 --format ids عشرون
  [ "$output" = words ]

  printf '%s\n' '{"query": "عشرون"}' '{"query": "عشرون", "exclude-variant": "20"}' \
    '{"query": "عشرون", "exclude-variant": ["غوغل", "20"]}' > requests.txt
  run -0 --separate-stderr "$searcher" query -a race.warraq --stdin --format json < requests.txt
  [[ "${lines[0]}" == *'"total":2,'*'"variants":'* ]]
  [[ "${lines[1]}" == *'"total":1,'* ]]
  [[ "${lines[2]}" == *'"total":1,'* ]]
  run -2 --separate-stderr "$searcher" query -a race.warraq $(printf -- '--exclude-variant %s ' {1..257}) عشرون
  [[ "$stderr" == *"--exclude-variant takes 256 spellings"* ]]

  "$searcher" query -a race.warraq --exclude-variant 20 --save race.saved عشرون > /dev/null
  run -1 "$searcher" rerun race.saved
  [[ "$output" == "0 new, 0 changed, 0 gone since "*": 1 article, 1 then" ]]
}
