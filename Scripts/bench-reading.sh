#!/bin/sh
# The reader's figures: the score on the labelled articles, and its speed beside `wc -w` on the same text in the same
# run. Usage: Scripts/bench-reading.sh PATH-TO-KOSHTY [megabytes]
set -e
here=$(cd "$(dirname "$0")/.." && pwd)
koshty=${1:-$here/.build/release/koshty}
size=${2:-20}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
if command -v python3 >/dev/null; then
  "$koshty" read --library "$here/data" --input jsonl "$here/Tests/ReadingTests/Fixtures/dev.jsonl" >"$work/read.jsonl"
  python3 "$here/Scripts/score.py" "$here/Tests/ReadingTests/Fixtures/dev.jsonl" "$work/read.jsonl"
fi
"$here/Scripts/make-news.sh" "$size" >"$work/news.jsonl"
seconds() {
  start=$(date +%s%N)
  "$@" >/dev/null
  end=$(date +%s%N)
  awk -v ns=$((end - start)) -v mb="$size" 'BEGIN { printf "%.2f s, %.1f MB/s\n", ns / 1e9, mb * 1e9 / ns }'
}
for round in 1 2 3; do
  printf 'wc -w                 '; LC_ALL=C.UTF-8 seconds wc -w "$work/news.jsonl"
  for workers in 1 2; do
    printf 'koshty read, %s core%s  ' "$workers" "$([ "$workers" = 1 ] && echo ' ' || echo s)"
    seconds "$koshty" read --library "$here/data" --input jsonl --workers "$workers" "$work/news.jsonl"
  done
done
