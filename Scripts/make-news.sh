#!/bin/sh
# News-like text for measuring the reader: the labelled articles without their labels, over and over under new ids,
# until the given size. Usage: Scripts/make-news.sh [megabytes] > news.jsonl
here=$(dirname "$0")/..
size=${1:-20}
cat "$here"/Tests/ReadingTests/Fixtures/dev.jsonl "$here"/Tests/ReadingTests/Fixtures/own-train.jsonl |
  LC_ALL=C awk -v limit="$((size * 1000000))" '
    {
      at = index($0, "\"amounts\"")
      line = substr($0, 1, at - 1)
      sub(/,[ ]*$/, "", line)
      language = match($0, /"language":[ ]*"[a-z]+"/) ? substr($0, RSTART, RLENGTH) : "\"language\": \"uk\""
      if (line !~ /"language"/) line = line ", " language
      lines[NR] = line "}"
    }
    END {
      while (written < limit) {
        round++
        for (i = 1; i <= NR && written < limit; i++) {
          line = lines[i]
          sub(/"id":[ ]*"/, "&r" round "-", line)
          print line
          written += length(line) + 1
        }
      }
    }'
