#!/bin/sh
# Fuzzes the reader with libFuzzer, starting from the labelled articles and the money cases.
# Usage: Scripts/fuzz.sh [seconds] [more libFuzzer options]. What it found is kept in .build/fuzz/corpus; an input that
# ends a run is left in .build/fuzz as crash-*, slow-* or oom-*: run .build/fuzz/reader-fuzz with it to see it again.
set -e
here=$(cd "$(dirname "$0")/.." && pwd)
seconds=${1:-1800}
[ $# -gt 0 ] && shift
work=$here/.build/fuzz
mkdir -p "$work/corpus" "$work/seeds"
flags="-O -wmo -swift-version 6 -enable-upcoming-feature ExistentialAny -enable-testing -assert-config Debug -package-name koshty -g -I $here/Sources/CProcessors/include"
module() {
  name=$1
  shift
  newer=$(find "$here/Sources/$name" -name '*.swift' -newer "$work/$name.o" 2>/dev/null | head -1)
  [ -f "$work/$name.o" ] && [ -z "$newer" ] && return
  # shellcheck disable=SC2046,SC2086
  swiftc $flags -parse-as-library -module-name "$name" "$@" -I "$work" -emit-module \
    -emit-module-path "$work/$name.swiftmodule" -c -o "$work/$name.o" \
    $(find "$here/Sources/$name" -name '*.swift')
}
clang -O2 -c -o "$work/CProcessors.o" "$here/Sources/CProcessors/CProcessors.c" -I "$here/Sources/CProcessors/include"
module FundingCore
module Reading -sanitize=fuzzer,address
# shellcheck disable=SC2086
swiftc $flags -parse-as-library -module-name Fuzz -sanitize=fuzzer,address -I "$work" \
  -o "$work/reader-fuzz" "$here/Scripts/fuzz/Fuzz.swift" "$work/Reading.o" "$work/FundingCore.o" "$work/CProcessors.o"
if [ -z "$(ls "$work/seeds")" ]; then
  cat "$here"/Tests/ReadingTests/Fixtures/*.jsonl | awk -v folder="$work/seeds" '
    { file = folder "/" NR; printf "\001%s\n", $0 > file; close(file) }
    match($0, /"text": *"/) {
      text = substr($0, RSTART + RLENGTH)
      sub(/"[,}].*/, "", text)
      gsub(/\\n/, "\n", text)
      gsub(/\\"/, "\"", text)
      file = folder "/t" NR
      printf "\002%s", text > file
      close(file)
    }'
fi
cd "$work"
KOSHTY_TABLES=$here/data/tables exec ./reader-fuzz -max_total_time="$seconds" -timeout=10 -rss_limit_mb=1024 \
  -max_len=6000 -print_final_stats=1 -use_value_profile=0 -dict="$here/Scripts/fuzz/words.dict" "$@" corpus seeds
