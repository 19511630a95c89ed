# What a stranger does with an installed library: builds projects against it and runs them.
bats_require_minimum_version 1.5.0

setup_file() {
  export PREFIX=$BATS_FILE_TMPDIR/moved
  for component in runtime development python; do
    cmake --install "$WARRAQ_BUILD" --prefix "$BATS_FILE_TMPDIR/prefix" --component $component
  done
  # An installation can be moved: no file in it may say where it was.
  mv "$BATS_FILE_TMPDIR/prefix" "$PREFIX"
  export LIBRARIES=$(dirname "$(find "$PREFIX" -name 'libwarraq.so.0')")
  export PKG_CONFIG_PATH=$LIBRARIES/pkgconfig
  export ARCHIVE=$BATS_FILE_TMPDIR/news.warraq
  export SAMPLE=$WARRAQ_SOURCE/corpus/sample/sahifat-al-waraq.jsonl
}

@test "C++ by find_package: the example of 30 lines, articles from memory" {
  local project=$BATS_TEST_TMPDIR/project
  cp -r "$WARRAQ_SOURCE/tests/consumer/cpp" "$project"
  cp "$WARRAQ_SOURCE/tools/library/examples/search.cpp" "$project"
  cmake -S "$project" -B "$project/build" -G Ninja -DCMAKE_PREFIX_PATH="$PREFIX"
  cmake --build "$project/build"

  run -0 "$project/build/search" "$ARCHIVE" "المكتبة" "$SAMPLE"
  [[ ${lines[0]} == *" found" && ${lines[0]} != "0 found" ]]
  [[ ${lines[1]} == "1. "* ]]
  run -2 "$project/build/search" "$ARCHIVE" "المكتبة" "$SAMPLE"
  [[ $output == *"there is an archive at"* ]]
  run -3 "$project/build/search" "$BATS_TEST_TMPDIR/none" "المكتبة"

  run -0 "$project/build/memory" "$BATS_TEST_TMPDIR/memory.warraq"
  [ "$output" = "articles 2
replaced 1
افتتاح مكتبتين
code 6
mine
0.1.0 0" ]
}

@test "another minor version is not taken" {
  local project=$BATS_TEST_TMPDIR/project
  mkdir "$project"
  printf '%s\n' 'cmake_minimum_required(VERSION 3.25)' 'project(other LANGUAGES CXX)' \
    'find_package(warraq 0.2 REQUIRED)' > "$project/CMakeLists.txt"
  run -1 cmake -S "$project" -B "$project/build" -DCMAKE_PREFIX_PATH="$PREFIX"
}

@test "C by pkg-config: the example, and what no caller should give" {
  local flags; flags=$(pkg-config --cflags --libs warraq)
  [ "$(pkg-config --modversion warraq)" = 0.1.0 ]
  local archive=$BATS_TEST_TMPDIR/c.warraq
  for source in tools/library/examples/search.c tests/consumer/c/hostile.c; do
    cc -std=c99 -Wall -Wextra -Werror -pedantic "$WARRAQ_SOURCE/$source" -o "$BATS_TEST_TMPDIR/program" $flags
    LD_LIBRARY_PATH=$LIBRARIES run -2 "$BATS_TEST_TMPDIR/program"
    [[ $source != *examples* || $output == "usage: search ARCHIVE" ]]
    LD_LIBRARY_PATH=$LIBRARIES run -0 "$BATS_TEST_TMPDIR/program" "$archive"
    [[ $source != *examples* || $output == *'"total":1,'*'افتتاح مكتبة الميناء'* ]]
  done
}

@test "Python, with nothing but its standard library" {
  export PYTHONPATH=$PREFIX/lib/python3/dist-packages WARRAQ_LIBRARY=$LIBRARIES/libwarraq.so.0
  export PYTHONDONTWRITEBYTECODE=1
  run -0 python3 "$PREFIX/share/doc/python3-warraq/examples/example.py" "$BATS_TEST_TMPDIR/p.warraq" "$SAMPLE"
  [[ $output == *"articles read"*"found"*"افتتاح مكتبة الميناء"*"refused: 6"* ]]
  run -0 python3 "$WARRAQ_SOURCE/tests/consumer/all_calls.py" "$BATS_TEST_TMPDIR/all.warraq" "$SAMPLE"
}

@test "every installed header compiles alone, and speaks of no dependency" {
  local header
  cd "$PREFIX/include"
  run -1 grep -rnE 'Xapian::|[<"](xapian|unicode|nlohmann|boost|simdjson)|icu::' --include='*.h' -l .
  find warraq -name '*.h' | sort > "$BATS_TEST_TMPDIR/headers"
  [ "$(wc -l < "$BATS_TEST_TMPDIR/headers")" -gt 10 ]
  while read -r header; do
    echo "$header"
    echo "#include <$header>" |
      c++ -std=c++20 -Wall -Wextra -Wpedantic -Werror -fsyntax-only -I . -x c++ -
  done < "$BATS_TEST_TMPDIR/headers"
}

@test "the library gives its own names and no others" {
  nm -DC --defined-only "$LIBRARIES/libwarraq.so" > "$BATS_TEST_TMPDIR/names"
  run -1 grep -vE ' (warraq::|warraq_|(typeinfo|typeinfo name|vtable) for warraq::|WARRAQ_0)' "$BATS_TEST_TMPDIR/names"
  run -1 grep -E 'engine|Xapian|icu_' "$BATS_TEST_TMPDIR/names"
}
