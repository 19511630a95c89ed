#!/usr/bin/env bats
# What the documents show is what the programs print. `tests/cli/examples` makes it anew.

bats_require_minimum_version 1.5.0

setup_file() {
  cd "$BATS_FILE_TMPDIR"
  ln -s "$WARRAQ_SOURCE/corpus" corpus
  # As the documents and tools/quickstart index it.
  "$WARRAQ_BIN/warraq-indexer" build -a sample.warraq corpus/sample/*.jsonl corpus/sample/pages
}

setup() {
  unset WARRAQ_ARCHIVE
  cd "$BATS_FILE_TMPDIR"
}

# Scores have sixteen digits; the last depend on the machine's logarithm.
with_short_numbers() { sed -E 's/([0-9]\.[0-9]{6})[0-9]+/\1/g'; }

shows_what_is_printed() {
  document="$WARRAQ_SOURCE/$1"
  PATH="$WARRAQ_BIN:$PATH" "$WARRAQ_SOURCE/tests/cli/examples" "$document" > made-anew.md
  diff <(with_short_numbers < "$document") <(with_short_numbers < made-anew.md)
}

@test "the sample is indexed as the documents say" {
  sample='corpus/sample/*.jsonl corpus/sample/pages'
  grep -qF "$sample" "$WARRAQ_SOURCE/tools/quickstart"
  grep -qF "$sample" "$WARRAQ_SOURCE/searcher/OUTPUT.md"
}

@test "the sample's near duplicates are grouped, and no other articles" {
  grep -q '"duplicates_grouped": 6' sample.warraq/archive.json
  "$WARRAQ_BIN/warraq-searcher" query -a sample.warraq -n 104 --format jsonl --snippets 0 في من على > hits.jsonl
  group_of() { grep "^{\"id\":\"$1\"" hits.jsonl | grep -o '"duplicate_group":"[0-9a-f]\{16\}"'; }
  while read -r one other; do
    [ -n "$(group_of "$one")" ] && [ "$(group_of "$one")" = "$(group_of "$other")" ]
  done << 'END'
marsad-2014-1021 sahil-2014-1022
marsad-2015-0319 waraq-2015-0320
waraq-2017-0701 sahil-2017-0702
waraq-2013-0811 ulum-2013-08
marsad-2019-0412 ulum-2019-04
marsad-2022-0726 salahif-shati-sur.txt
END
}

@test "OUTPUT.md shows what is printed" {
  [ "$(grep -c '^\$ warraq-searcher' "$WARRAQ_SOURCE/searcher/OUTPUT.md")" -ge 14 ]
  shows_what_is_printed searcher/OUTPUT.md
}

@test "EXPORT.md shows what is printed" {
  shows_what_is_printed indexer/EXPORT.md
}

@test "QUERY.md shows what is printed" {
  shows_what_is_printed searcher/QUERY.md
}

@test "QUERY.ar.md shows what is printed" {
  shows_what_is_printed searcher/QUERY.ar.md
}

@test "warraq-query(7) is well-formed, and its examples find something" {
  page="$WARRAQ_SOURCE/tools/man/warraq-query.7"
  [ -z "$(man --warnings=w -l -Tutf8 "$page" 2>&1 > /dev/null)" ]
  sed -nE 's/^(\.Dl|\$) (warraq-searcher .* sample\.warraq .*)/\2/p' "$page" |
    sed "s/\\\\(aq/'/g; s/\\\\(dq/\"/g" > examples.sh
  [ "$(wc -l < examples.sh)" -ge 5 ]
  while IFS= read -r example; do
    PATH="$WARRAQ_BIN:$PATH" bash -c "$example" < /dev/null
  done < examples.sh
}

@test "SERVE.md shows what is answered" {
  "$WARRAQ_BIN/warraq-searcher" serve -a sample.warraq --listen 127.0.0.1:0 2> serve.err &
  server=$!
  for _ in $(seq 100); do
    WARRAQ_URL=$(sed -nE 's|.*(http://[0-9.:]+)/.*|\1|p' serve.err)
    [ -n "$WARRAQ_URL" ] && break
    sleep 0.1
  done
  export WARRAQ_URL
  status=0
  shows_what_is_printed searcher/SERVE.md || status=$?
  kill "$server"
  wait "$server" || true
  [ "$status" -eq 0 ]
}
