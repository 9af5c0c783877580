#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Coalition contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Shows that check-includes.sh finds what it is for: a made-up tree with one breach of each sort.
# usage: check-includes-can-fail.sh CHECK-INCLUDES
set -eu
check=$1
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT INT TERM
mkdir -p "$scratch/src/base" "$scratch/src/store" "$scratch/src/campaign" "$scratch/src/canvas" "$scratch/src/panels"
cd "$scratch/src"
: > store/coalition-store.h
: > panels/coalition-panel.h

expect () {
  if out=$(sh "$check" "$scratch"); then
    [ "$1" = pass ] || { echo "not found: $2"; exit 1; }
  else
    [ "$1" = fail ] || { echo "found where nothing is wrong: $2: $out"; exit 1; }
  fi
}

echo '#include "coalition-store.h"' > campaign/a.c
expect pass 'campaign/ includes store/'
echo '#include <gtk/gtk.h>' > base/a.c
expect fail 'GTK in base/'
echo '#include <sqlite3.h>' > base/a.c
expect fail 'SQLite outside store/'
echo '#include "coalition-store.h"' > base/a.c
expect fail 'store/ included below it'
rm base/a.c
echo '#include "coalition-panel.h"' > canvas/a.c
expect fail 'canvas/ includes panels/'
rm canvas/a.c
: > canvas/coalition-panel.h
expect fail 'two headers of one name'
rm canvas/coalition-panel.h
mkdir novel
expect fail 'a folder without a rule'
