#!/usr/bin/env bats
# What the commands say of themselves, and the manual pages and completion that are made of it.

bats_require_minimum_version 1.5.0

setup_file() {
  cd "$BATS_FILE_TMPDIR"
  for program in warraq-indexer warraq-searcher; do
    "$WARRAQ_BIN/$program" --describe > $program.json
    "$WARRAQ_SOURCE/tools/man/make_pages" "$WARRAQ_SOURCE/README.md" /usr/share man < $program.json
    for shell in bash zsh; do
      "$WARRAQ_SOURCE/tools/completion/make_completion" $shell < $program.json > $program.$shell
    done
  done
  sample="$WARRAQ_SOURCE/corpus/sample"
  "$WARRAQ_BIN/warraq-indexer" build -a news.warraq "$sample"/*.jsonl "$sample"/pages
}

setup() {
  unset WARRAQ_ARCHIVE
  cd "$BATS_FILE_TMPDIR"
  PATH="$WARRAQ_BIN:$PATH"
}

# PROGRAM COMMAND, a line each.
commands() {
  for program in warraq-indexer warraq-searcher; do
    jq -r --arg program $program '.commands[] | "\($program) \(.name)"' $program.json
  done
}

described() { jq -r --arg name "$2" ".commands[] | select(.name == \$name) | .takes | $3" "$1.json"; }

@test "--describe tells of every command and every option, with what --help says" {
  for program in warraq-indexer warraq-searcher; do
    diff <(jq -r '.commands[].name' $program.json) \
      <("$program" --help | sed -n '/^commands:/,/^$/s/^  \([a-z]*\) .*/\1/p')
    [[ "$("$program" --help)" != *--describe* ]]
  done
  while read -r program command; do
    diff <(described "$program" "$command" '.options[].long' | sort) \
      <("$program" "$command" --help | sed -nE 's/^  (-. \[ )?--([a-z-]+).*/\2/p' | sort)
    [ "usage: $(described "$program" "$command" .usage)" = "$("$program" "$command" --help | head -n 1)" ]
  done < <(commands)
}

@test "names, arguments, defaults and repetition are told as they are parsed" {
  of_query() { described warraq-searcher query ".options[] | select(.long == \"$1\") | $2"; }
  [ "$(of_query limit '"\(.short) \(.argument) \(.default)"')" = 'n N 10' ]
  [ "$(of_query source '"\(.argument) \(.repeated)"')" = 'NAME true' ]
  [ "$(of_query all '.argument')" = null ]
  [ "$(of_query facets '"\(.several) \(.choices | join(" "))"')" = \
    'true source category author agency year month' ]
}

@test "the choices that are told are those that are checked" {
  [ "$(jq -s '[.[].commands[].takes.options[] | select(.choices)] | length' ./*.json)" -ge 20 ]
  while read -r program command; do
    while IFS=$'\t' read -r option choices; do
      # What the command reads besides comes first in some.
      printf 'q1\tword\n' > topics.tsv
      [ -e kept.saved ] || warraq-searcher query -a news.warraq --save kept.saved مكتبة > /dev/null
      case "$program $command" in
        *' rerun') argument=kept.saved ;;
        *' batch') argument=topics.tsv ;;
        *' info' | 'warraq-indexer export') argument= ;;
        *) argument=word ;;
      esac
      [ "$command" != rerun ] || extra=--since-last
      run -2 "$program" "$command" -a news.warraq ${extra-} "--$option=nonsense" ${argument:+"$argument"}
      unset extra
      message=${output%%$'\n'*}
      said=$(grep -oE '[a-z0-9-]+' <<< "${message#* takes }" | grep -vxE 'or|and|with|commas|between|them|not|nonsense')
      diff <(tr ' ' '\n' <<< "$choices" | sort) <(sort <<< "$said")
    done < <(described "$program" "$command" \
      '.options[] | select(.choices) | "\(.long)\t\(.choices | join(" "))"')
  done < <(commands)
}

@test "every command has a manual page with every option, rendered without a warning" {
  [ "$(find man -name '*.1' | wc -l)" -eq "$(($(commands | wc -l) + 2))" ]
  for page in man/*.1; do
    [ -z "$(man --warnings=w -l -Tutf8 "$page" 2>&1 > /dev/null)" ]
  done
  while read -r program command; do
    MANWIDTH=200 man -l -Tutf8 "man/$program-$command.1" | col -bx > page.txt
    while read -r option; do
      grep -qE "^ +(-., )?--$option( |\$)" page.txt
    done < <(described "$program" "$command" '.options[].long')
    for section in NAME SYNOPSIS DESCRIPTION OPTIONS ENVIRONMENT FILES 'EXIT STATUS' EXAMPLES 'SEE ALSO'; do
      grep -qx "$section" page.txt
    done
  done < <(commands)
}

@test "a page's Arabic is shown, and its exit codes are the README's" {
  MANWIDTH=200 man -l -Tutf8 man/warraq-searcher-query.1 | col -bx > page.txt
  grep -q "'معرض الكتاب'" page.txt
  grep -qE '^ +4 +another writer holds it' page.txt
}

@test "the server's page names its units and its document, and how it ends" {
  MANWIDTH=200 man -l -Tutf8 man/warraq-searcher-serve.1 | col -bx > page.txt
  grep -q 'lib/systemd/system/warraq.socket' page.txt
  grep -q 'doc/warraq-doc/searcher/SERVE.md' page.txt
  grep -q 'runs until SIGTERM (143)' page.txt
}

@test "the examples of the manual pages work" {
  sample="$WARRAQ_SOURCE/corpus/sample"
  mkdir examples
  cd examples
  for page in "$WARRAQ_SOURCE"/tools/man/pages/*.in; do
    name=$(basename "$page" .in)
    [ -e "../man/$name.1" ] || continue
    # A server runs until it is stopped: tests/serve has it.
    [ "$name" != warraq-searcher-serve ] || continue
    find . -mindepth 1 -delete
    cp -r "$sample/pages" .
    cp "$sample/al-marsad.jsonl" articles.jsonl
    gzip -k articles.jsonl
    echo '{"id": "new-1", "title": "مكتبة جديدة في الحي", "body": "افتتحت البلدية مكتبة."}' > today.jsonl
    printf 'title = العنوان\nbody = نص الخبر\n' > fields.map
    printf 'العنوان,نص الخبر\nأمطار على الساحل,توقعت الأرصاد أمطارا.\n' > table.csv
    if [ "$name" != warraq-indexer ] && [ "$name" != warraq-indexer-build ]; then
      cp -r ../news.warraq .
    fi
    sed -n '/^\.EX/,/^\.EE/{/^\./d;p}' "$page" | grep -v '^{' |
      sed "s/\\\\-/-/g; s/\\\\(aq/'/g; s/\\\\e/\\\\/g" > example.sh
    [ -s example.sh ]
    # Each command finds something: the last of each line says so.
    bash -e -o pipefail example.sh > printed.txt < /dev/null
  done
}

# What bash offers where the cursor stands behind the last of the words.
offered() {
  bash --norc -c '
    compopt() { :; }  # there is no line that is being edited
    source "$1"; shift
    COMP_WORDS=("$@") COMP_CWORD=$(($# - 1))
    "_${1//-/_}"
    printf "%s\n" "${COMPREPLY[@]}"' - "$1.bash" "$@"
}

@test "bash completes commands, options, choices, files and folders" {
  [ "$(offered warraq-searcher qu)" = query ]
  [ "$(offered warraq-searcher query --sn)" = --snippets ]
  [ "$(offered warraq-searcher query --sort n)" = newest ]
  [ "$(offered warraq-searcher query --sort = o)" = oldest ]
  [ "$(offered warraq-searcher query --format = | paste -sd' ')" = 'human json jsonl csv trec' ]
  [ "$(offered warraq-searcher get --format '' | paste -sd' ')" = 'json human' ]
  [ "$(offered warraq-searcher facets --by source,ye)" = source,year ]
  [ "$(offered warraq-searcher query -a news.w)" = news.warraq ]
  touch articles.jsonl
  [ "$(offered warraq-indexer build -a news.warraq articles.j)" = articles.jsonl ]
  [ "$(offered warraq-indexer build --on-error '' | paste -sd' ')" = 'skip stop' ]
  [ -z "$(offered warraq-searcher query --limit '')" ]
  [ -z "$(offered warraq-searcher query '')" ]
}

@test "every option of every command is offered by bash" {
  while read -r program command; do
    diff <(described "$program" "$command" '.options[] | "--" + .long' | sort) \
      <(offered "$program" "$command" -- | sort)
  done < <(commands)
}

@test "bash completes names out of the archive, and is silent where there is none" {
  [ "$(offered warraq-searcher query -a news.warraq --source صح)" = 'صحيفة الورق' ]
  [ "$(WARRAQ_ARCHIVE=news.warraq offered warraq-searcher facets --source = الم)" = 'المرصد' ]
  [ -z "$(offered warraq-searcher query --source صح 2>&1)" ]
  [ -z "$(offered warraq-searcher query -a nothing.warraq --source صح 2>&1)" ]
}

@test "zsh reads its completion, and completes with it" {
  mkdir -p functions
  for program in warraq-indexer warraq-searcher; do
    zsh -n $program.zsh
    cp $program.zsh functions/_$program
  done
  run -0 zsh "$BATS_TEST_DIRNAME/complete.zsh" functions 'warraq-searcher que'
  [[ "$output" == *'warraq-searcher query '* ]]
  run -0 zsh "$BATS_TEST_DIRNAME/complete.zsh" functions 'warraq-searcher query --sort=ne'
  [[ "$output" == *'--sort=newest'* ]]
  run -0 zsh "$BATS_TEST_DIRNAME/complete.zsh" functions 'warraq-searcher facets --by=source,ye'
  [[ "$output" == *'--by=source,year'* ]]
  run -0 zsh "$BATS_TEST_DIRNAME/complete.zsh" functions 'warraq-searcher query -a news.warraq --source=صح'
  [[ "$output" == *'--source=صحيفة\ الورق'* ]]
  run -0 zsh "$BATS_TEST_DIRNAME/complete.zsh" functions 'warraq-indexer build --prog'
  [[ "$output" == *'--progress='* ]]
}
