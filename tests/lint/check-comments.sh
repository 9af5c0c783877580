#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Coalition contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Every function that a header of src/ offers to other folders has a gi-docgen comment in a .c file of its folder: a block
# that begins with its name and a colon. Headers named -private and those that say "Within FOLDER/ only" are a folder's own
# matter. Prints each function without one as FILE: NAME; exits 1 if there is any.
# usage: check-comments.sh SOURCE-ROOT
set -eu
root=${1:?usage: check-comments.sh SOURCE-ROOT}
cd "$root/src"

# Blocks first, then what headers declare: the last word before the first bracket of a declaration, if it is one of ours.
find . -name '*.c' -exec awk '
  FNR == 1 { folder = FILENAME; sub (/\/[^\/]*$/, "", folder) }
  /^ *\/\*\*$/ { block = 1; next }
  block && /^ *\* coalition_[a-z0-9_]+:$/ { name = $2; sub (/:$/, "", name); print "has " folder " " name }
  { block = 0 }
' {} + > "${TMPDIR:-/tmp}/coalition-comments.$$"
trap 'rm -f "${TMPDIR:-/tmp}/coalition-comments.$$"' EXIT INT TERM

find . -name '*.h' ! -name '*-private.h' | LC_ALL=C sort | while read -r header; do
  grep -q 'Within [a-z]*/ only' "$header" || awk -v header="$header" '
    FNR == 1 { folder = FILENAME; sub (/\/[^\/]*$/, "", folder) }
    /\/\*/ { comment = 1 }
    comment { if (/\*\//) comment = 0; next }
    /^(#|typedef|G_DEFINE|G_DECLARE|extern|static|struct|enum| |}|{)/ { next }
    match ($0, /coalition_[a-z0-9_]+ *\(/) {
      name = substr ($0, RSTART, RLENGTH)
      sub (/ *\($/, "", name)
      # Types and error domains are described with their type; where a line begins with the name, an inline
      # function is defined.
      if (RSTART > 1 && name !~ /_get_type$/ && name !~ /_error_quark$/)
        print "wants " folder " " name " " header
    }
  ' "$header"
done | awk '
  $1 == "has" { has[$2 " " $3] = 1; next }
  !(($2 " " $3) in has) { print "src" substr ($4, 2) ": " $3; missing = 1 }
  END { exit missing }
' "${TMPDIR:-/tmp}/coalition-comments.$$" -
