#!/usr/bin/env bats
# The list of a user's commands over real news, 40,002 articles, and relevance over real questions.
# Takes the folder of articles from WARRAQ_TEST_DATA.

bats_require_minimum_version 1.5.0

has_data() { [ -d "$data/news" ] && [ -d "$data/qa" ]; }

setup_file() {
  export data=${WARRAQ_TEST_DATA:-}
  has_data || return 0
  export indexer="$WARRAQ_BIN/warraq-indexer" searcher="$WARRAQ_BIN/warraq-searcher"
  export WARRAQ_ARCHIVE=news.warraq
  cd "$BATS_FILE_TMPDIR"
  "$indexer" build --report build.json "$data/news/ant_multisource.jsonl.gz" "$data/news/ant_jawhara.jsonl.gz"
}

# Of every test, because bats 1.8 takes one skip for the whole file as a failure.
setup() {
  has_data || skip "WARRAQ_TEST_DATA names no folder with news/ and qa/"
  cd "$BATS_FILE_TMPDIR"
}

hits() { "$searcher" query --format jsonl "$@" | jq -r '.id // empty'; }

@test "every article is read, and the archive is sound" {
  [ "$(jq '.articles_read, .rejected' build.json | paste -sd' ')" = "40002 0" ]
  [ "$("$indexer" info --format json | jq .articles)" = 40002 ]
  "$indexer" check
}

@test "Xapian's own tools read the databases" {
  xapian-check news.warraq/shards/* | grep -q "No errors found"
  xapian-delve news.warraq/shards/* | grep -q "number of documents = 40002"
}

@test "an article is found by its headline, and given back as it was" {
  zcat "$data/news/ant_jawhara.jsonl.gz" | sed -n 100p > one.jsonl
  id=$(jq -r .id one.jsonl)
  hits -n 10 -- "$(jq -r .title one.jsonl)" | grep -qx -- "$id"
  "$searcher" get "$id" | jq -S . > got.json
  jq -S . one.jsonl | diff - got.json
}

@test "a batch of real queries is answered, each with its run" {
  head -50 "$data/qa/ant_multisource_known.queries.tsv" > topics.tsv
  "$searcher" batch topics.tsv --format trec -n 10 --run-tag real > run.trec
  [ "$(cut -d' ' -f1 run.trec | sort -u | wc -l)" = 50 ]
}

@test "articles are changed, added, deleted and folded in, and counted once" {
  zcat "$data/news/ant_multisource.jsonl.gz" | head -300 |
    jq -c '.title += " قرنبيطستان"' > changed.jsonl
  "$indexer" add changed.jsonl
  [ "$("$indexer" info --format json | jq .articles)" = 40002 ]
  [ "$(hits -n 1000 قرنبيطستان | wc -l)" = 300 ]
  "$indexer" delete "$(head -1 changed.jsonl | jq -r .id)"
  [ "$(hits -n 1000 قرنبيطستان | wc -l)" = 299 ]
  "$indexer" check
  hits -n 20 'الجيش الليبي' > before.txt
  "$indexer" compact
  hits -n 20 'الجيش الليبي' | diff before.txt -
  [ "$(hits -n 1000 قرنبيطستان | wc -l)" = 299 ]
  [ "$("$indexer" info --format json | jq .articles)" = 40001 ]
  "$indexer" check
  xapian-check news.warraq/shards/* | grep -q "No errors found"
}

@test "near duplicates are those that were listed, four of five either way" {
  "$indexer" build -a pairs.warraq "$data/news/ant_multisource.jsonl.gz"
  "$WARRAQ_BIN/warraq-eval-duplicates" pairs.warraq "$data/qa/ant_multisource.neardup.tsv" > pairs.txt
  cat pairs.txt
  awk -F'\t' 'NR == 2 { good = $4 >= .8 && $5 >= .8 } END { exit !good }' pairs.txt
  rm -r pairs.warraq
}

# What Lucene 9.7 reaches on the same questions: ArabicAnalyzer and BM25, the words of the query.
@test "relevance over real questions is not below Lucene's" {
  while read -r set articles lucene; do
    case $articles in
      *.gz) zcat "$data/$articles" ;;
      *) cat "$data/$articles" ;;
    esac | jq -c '{id, body}' > bodies.jsonl
    "$indexer" build -a "$set.warraq" bodies.jsonl
    "$searcher" batch -a "$set.warraq" "$data/qa/$set.queries.tsv" --format trec -n 100 > "$set.run"
    ndcg=$("$WARRAQ_BIN/warraq-eval" --format json "$data/qa/$set.qrels" "$set.run" | jq '.run.metrics["nDCG@10"]')
    echo "$set: nDCG@10 $ndcg, Lucene $lucene"
    jq -en "$ndcg >= $lucene"
    rm -r "$set.warraq"
  done <<'SETS'
ant_multisource_known news/ant_multisource.jsonl.gz .733
arcd qa/arcd.jsonl .818
xquad_ar qa/xquad_ar.jsonl .937
mlqa_ar_dev qa/mlqa_ar_dev.jsonl .732
SETS
}
