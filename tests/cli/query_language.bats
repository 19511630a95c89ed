#!/usr/bin/env bats
# The query language as a user writes it: what each construct finds, what is said of what was not
# understood, and how queries are given in a shell.

bats_require_minimum_version 1.5.0

setup_file() {
  cd "$BATS_FILE_TMPDIR"
  cat > news.jsonl <<'JSON'
{"id": "libya", "title": "مجلس الأمن يناقش الوضع في ليبيا", "body": "عقد مجلس الأمن جلسة مفتوحة حول ليبيا. وقال المبعوث إن الانتخابات قريبة.", "date": "2018-03-21", "source": "وكالة الساحل", "category": "سياسة", "author": "سلمى الخطيب"}
{"id": "egypt", "title": "مجلس الأمن يستمع إلى مصر", "body": "تحدث مندوب مصر عن ليبيا أمام المجلس.", "date": "2018-04-02", "source": "المرصد", "category": "سياسة"}
{"id": "port", "title": "ميناء جديد في مصر", "body": "افتتح الوزير ميناء على الساحل. وتحدث رئيس شركة الموانئ.\nأما رئيس البلدية فتحدث عن الصيادين.", "date": "2018-06-20", "source": "المرصد", "category": "اقتصاد"}
{"id": "vote", "title": "انتخابات بلدية في تونس", "body": "صوت الناخبون في الانتخابات البلدية. وأعلن رئيس الهيئة في تونس النتائج.", "date": "2018-05-06", "source": "وكالة الساحل", "category": "سياسة", "agency": "وكالات"}
{"id": "fasting", "title": "ليالي رمضان", "body": "أسواق المدينة مفتوحة حتى السحور.", "date": "2018-05-20", "source": "إذاعة المدينة", "category": "مجتمع"}
JSON
  "$WARRAQ_BIN/warraq-indexer" build -a news.warraq news.jsonl 2> build.log
}

setup() {
  searcher="$WARRAQ_BIN/warraq-searcher"
  cd "$BATS_FILE_TMPDIR"
}

# finds IDS QUERY…: these articles, in any order, and nothing to say of the query.
finds() {
  local expected=$1
  shift
  run --separate-stderr "$searcher" query -a news.warraq --format jsonl "$@"
  local found
  found=$(sed -n 's/^{"id":"\([^"]*\)".*/\1/p' <<< "$output" | sort | paste -sd' ')
  if [ "$found" != "$expected" ] || [ -n "$stderr" ]; then
    echo "$*: found '$found', not '$expected'; said: $stderr"
    return 1
  fi
}

# refuses PIECE QUERY…: exit code 6, the piece shown between its brackets.
refuses() {
  local piece=$1
  shift
  run -6 --separate-stderr "$searcher" query -a news.warraq "$@"
  [[ "$stderr" == *"⟦$piece⟧"* ]]
}

# says WHAT PIECE QUERY…: an answer all the same.
says() {
  local what=$1 piece=$2
  shift 2
  run -0 --separate-stderr "$searcher" query -a news.warraq "$@"
  [[ "$stderr" == *"$what"* ]]
  [[ "$stderr" == *"⟦$piece⟧"* ]]
}

@test "words, quotations of every kind and exact forms" {
  finds 'egypt libya' 'مندوب جلسة'
  finds 'egypt libya' '"مجلس الأمن"'
  finds 'egypt libya' '«مجلس الأمن» تونس'
  finds 'egypt libya' '=“مجلس الأمن”'
  finds 'vote' '=انتخابات'
}

@test "signs, AND, OR, NOT and brackets" {
  finds 'libya' '"مجلس الأمن" -مصر'
  finds 'egypt' '+مصر +ليبيا'
  finds 'port vote' 'تونس OR (مصر AND ميناء)'
  finds 'egypt' 'مصر AND NOT ميناء'
  finds 'egypt libya vote' '(ليبيا OR تونس) AND NOT ميناء'
  finds 'libya vote' '(ليبيا OR تونس) NOT مصر'
  finds 'fasting port vote' '-ليبيا'
}

@test "Arabic words join quotations, brackets and fields" {
  finds 'libya port' '"جلسة مفتوحة" أو "ميناء جديد"'
  finds 'egypt' '"مجلس الأمن" و"مندوب مصر"'
  finds 'libya' '"مجلس الأمن" ليس عنوان:مصر'
}

@test "prefixes" {
  finds 'libya vote' 'انتخاب*'
  finds 'egypt port' 'عنوان:مص*'
}

@test "words near one another, in a sentence and in a paragraph" {
  finds 'vote' '"رئيس تونس"~3'
  finds 'vote' 'تونس NEAR/٣ رئيس'
  finds 'port' '"رئيس شركة"~جملة'
  finds '' '"الوزير رئيس"~sentence'
  finds 'port' '"الوزير رئيس"~فقرة'
  finds '' '"الوزير الصيادين"~p'
}

@test "fields in Arabic and English" {
  finds 'libya' 'عنوان:ليبيا'
  finds 'egypt libya' 'النص:ليبيا'
  finds 'libya vote' 'المصدر: "وكالة الساحل"'
  finds 'libya vote' 'source:الساحل'
  finds 'fasting port' 'قسم:(اقتصاد OR مجتمع)'
  finds 'libya' 'الكاتب:الخطيب'
  finds 'vote' 'وكالة:وكالات'
}

@test "days, months and years in any digits and calendar" {
  finds 'egypt fasting libya vote' date:2018-03..2018-05
  finds 'libya' 'تاريخ:٢٠١٨-٠٣-٢١'
  finds 'libya' 'تاريخ:"21 آذار 2018"'
  finds 'fasting' 'تاريخ:"رمضان 1439"'
  finds 'fasting port' 'تاريخ:>2018-05-06'
  finds 'libya' 'date:..2018-03'
  finds 'egypt libya' 'تاريخ:"آذار 2018".."نيسان 2018"'
}

@test "ranges of dates as people write them" {
  finds 'egypt libya' 'تاريخ:من 2018-03 إلى 2018-04'
  finds 'egypt libya' 'تاريخ:2018-3 - 2018-4'
  finds 'egypt libya' 'تاريخ:"2018-03..2018-04"'
  run -6 --separate-stderr "$searcher" query -a news.warraq 'تاريخ:1439'
  [[ "$stderr" == *1439هـ* ]]
}

@test "all of it in one query" {
  finds 'libya' 'عنوان:"مجلس الأمن" +ليبيا -مصر تاريخ:2018-03..2018-05'
}

@test "a shell's words need no quoting" {
  finds 'libya' ليبيا -مصر
  finds 'libya' ليبيا '-(مصر OR تونس)'
  finds 'libya' ليبيا '-"مندوب مصر"'
  finds 'libya' ليبيا -عنوان:مصر
  finds 'libya' -- ليبيا -title:مصر
  finds 'libya vote' ليبيا OR تونس -مصر
  finds 'egypt' '"مجلس الأمن"' +مصر --sort newest
}

@test "controls of direction change nothing" {
  finds 'libya' $'\u200Fليبيا \u202B-\u202Cمصر\u200E'
}

@test "what is not understood is said with its place, and the rest searched" {
  says 'has nothing behind it' 'AND' 'ليبيا AND'
  says 'left open' '«' 'ليبيا «مصر'
  says 'left open' '(' '(ليبيا'
  says 'not opened' ')' 'ليبيا)'
  says 'no field of this name' 'تعليق:' 'تعليق:ليبيا'
  says 'nearest field is عنوان' 'عنوا:' 'عنوا:ليبيا'
  says 'letters before it' '*' 'ليبيا *'
  says 'character 7' 'AND' 'ليبيا AND'
  says 'no operator' 'near/5' 'ليبيا near/5 مصر'
  says 'minus' '-2018' 'ليبيا -2018'
  says 'operator only' 'بدون' 'ليبيا بدون مصر'
}

@test "--strict refuses what is not understood" {
  refuses 'AND' --strict 'ليبيا AND'
  refuses 'تعليق:' --strict 'تعليق:ليبيا'
  run -0 "$searcher" query -a news.warraq --strict 'ليبيا -مصر'
}

@test "what cannot be searched is refused with its place" {
  refuses '2018-02-30' 'ليبيا date:2018-02-30'
  refuses '2018-05..2018-03' 'date:2018-05..2018-03'
  refuses '(' "$(printf '(%.0s' {1..1000})ليبيا"
}

@test "operators alone are no query" {
  for text in AND '*' '()' '""' '+ -' 'NOT'; do
    run -2 "$searcher" query -a news.warraq "$text"
  done
}

@test "a megabyte of anything is answered or refused" {
  for piece in '(' '"' 'a AND ' 'ليبيا ' 'NOT ' 'a* ' '«' 'title:'; do
    yes "$piece" | tr -d '\n' | head -c 1048576 > long.txt
    run timeout 60 "$searcher" query -a news.warraq --stdin < long.txt
    [ "$status" -le 6 ]
  done
}

@test "a name that no article has is said, with those like it" {
  noted() {
    run -"$1" --separate-stderr "$searcher" query -a news.warraq "$3"
    [[ "$stderr" == *"$2"* ]]
  }
  noted 1 "no article has the source ⁨المرصاد⁩; there is ⁨المرصد⁩" 'المصدر:المرصاد'
  noted 1 "no article has the category ⁨رياضة⁩" 'قسم:رياضة'
  noted 1 "no article has the agency ⁨AFP⁩" 'الوكالة:AFP'
  finds 'vote' 'وكالة:Agencies'
  finds 'vote' --agency Agencies تونس
  finds 'egypt port' 'المصدر:المرصد'
}
