#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Coalition contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Holds the include rules of src/README.md that the compiler cannot see: which folder includes headers of which other
# folder, and which folder may use which library. Prints each breach as FILE:LINE: what; exits 1 if there is any.
# usage: check-includes.sh SOURCE-ROOT
set -eu
root=${1:?usage: check-includes.sh SOURCE-ROOT}
cd "$root/src"

# Folders that each folder may include from. Only campaign/ may see store/.
allowed () {
  case $1 in
    base|graphviz) echo "$1" ;;
    store) echo "base store" ;;
    campaign) echo "base store campaign" ;;
    network) echo "base campaign network" ;;
    voting) echo "base voting" ;;
    exchange) echo "base campaign network voting exchange" ;;
    drawing) echo "base campaign network drawing" ;;
    report) echo "base campaign network drawing voting report" ;;
    cli) echo "base campaign network voting exchange drawing report cli" ;;
    session) echo "base campaign network session" ;;
    canvas) echo "base campaign network drawing session canvas" ;;
    panels) echo "base campaign network drawing voting session panels" ;;
    app) echo "base campaign network voting exchange drawing report session canvas panels app" ;;
    *) echo "unknown" ;;
  esac
}

# Patterns (extended regular expressions) of library headers that each folder must not include.
forbidden () {
  case $1 in
    base) echo '^(gtk/|gdk/|gsk/|adwaita|sqlite3|csv\.h|igraph|graphviz/|cairo|pango)' ;;
    store) echo '^(gtk/|gdk/|gsk/|adwaita|csv\.h|igraph|graphviz/|cairo|pango)' ;;
    network) echo '^(gtk/|gdk/|gsk/|adwaita|sqlite3|csv\.h|graphviz/|cairo|pango)' ;;
    exchange) echo '^(gtk/|gdk/|gsk/|adwaita|sqlite3|igraph|graphviz/)' ;;
    graphviz) echo '^(gtk/|gdk/|gsk/|adwaita|sqlite3|csv\.h|igraph|coalition-)' ;;
    session|canvas) echo '^(adwaita|sqlite3|csv\.h|igraph|graphviz/)' ;;
    panels|app) echo '^(sqlite3|csv\.h|igraph|graphviz/)' ;;
    *) echo '^(gtk/|gdk/|gsk/|adwaita|sqlite3|csv\.h|igraph|graphviz/)' ;;
  esac
}

failures=$(
  # Headers are included flat: a name used twice would mean one thing here and another there.
  find . -name '*.h' | sed 's,.*/,,' | sort | uniq -d | sed 's/$/: this name is used for two headers/'
  for folder in */; do
    folder=${folder%/}
    may=$(allowed "$folder")
    if [ "$may" = unknown ]; then
      echo "src/$folder: no rule for this folder: add it to tests/lint/check-includes.sh and src/README.md"
      continue
    fi
    bad=$(forbidden "$folder")
    find "$folder" -name '*.[ch]' | sort | while read -r file; do
      awk '/^[ \t]*#[ \t]*include[ \t]*[<"]/ { name = $0; sub (/^[^<"]*[<"]/, "", name); sub (/[>"].*$/, "", name); print NR, name }' "$file" |
      while read -r line name; do
        if printf '%s\n' "$name" | grep -Eq "$bad"; then
          echo "src/$file:$line: $name must not be included in $folder/"
        fi
        # A header of one's own folder is meant before any other.
        [ -e "$(dirname "$file")/$name" ] && continue
        case $name in
          */*) owner= ;;
          *) owner=$(ls -d */"$name" */*/"$name" 2>/dev/null | head -n 1 | cut -d / -f 1) ;;
        esac
        [ -n "$owner" ] || continue
        case " $may " in
          *" $owner "*) ;;
          *) echo "src/$file:$line: $name is of $owner/, which $folder/ may not include" ;;
        esac
      done
    done
  done
)

if [ -n "$failures" ]; then
  printf '%s\n' "$failures"
  exit 1
fi
