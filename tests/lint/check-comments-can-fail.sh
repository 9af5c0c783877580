#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Coalition contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Shows that check-comments.sh finds what it is for.
# usage: check-comments-can-fail.sh CHECK-COMMENTS
set -eu
check=$1
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT INT TERM
mkdir -p "$scratch/src/base" "$scratch/src/store"
cd "$scratch/src"

expect () {
  if out=$(sh "$check" "$scratch"); then
    [ "$1" = pass ] || { echo "not found: $2"; exit 1; }
  else
    [ "$1" = fail ] || { echo "found where nothing is wrong: $2: $out"; exit 1; }
  fi
}

comment='/**
 * coalition_a_do:
 */'
cat > base/coalition-a.h <<'END'
/* coalition_a_said (in a comment) */
typedef void (*CoalitionFunc) (int coalition_a);
GQuark coalition_a_error_quark (void);
gboolean   coalition_a_do (int   a,
                           int   b);
END
echo 'int x;' > base/coalition-a.c
expect fail 'a function without a comment'
echo "$comment" > store/coalition-a.c
expect fail 'a comment in another folder'
echo "$comment" > base/coalition-a.c
expect pass 'a function with a comment'
echo 'void coalition_b (void);' > base/coalition-b-private.h
expect pass 'a private header'
{ echo '/* Within base/ only. */'; echo 'void coalition_c (void);'; } > base/coalition-c.h
expect pass 'a header of the folder itself'
echo 'void coalition_c (void);' > base/coalition-c.h
expect fail 'a second function without a comment'
