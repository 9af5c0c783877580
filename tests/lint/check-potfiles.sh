#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Coalition contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Holds po/POTFILES.in against the sources: every file with something to translate is listed, every listed file is
# there and has something, the list is sorted, and xgettext reads them all without a warning.
# usage: check-potfiles.sh SOURCE-ROOT
set -eu
cd "${1:?usage: check-potfiles.sh SOURCE-ROOT}"
export LC_ALL=C
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT INT TERM

{
  find src -name '*.[ch]' -exec grep -lE '(^|[^A-Za-z0-9_])((_|N_|C_|NC_|Q_) ?\(("|$)|(g_d)?ngettext ?\()' {} +
  find src -name '*.ui' -exec grep -lE 'translatable="(yes|true|1)"' {} +
  find data -name '*.desktop.in' -o -name '*.metainfo.xml.in' -o -name '*.gschema.xml' -o -name 'org.*.xml.in'
} | sort -u > "$scratch/needed"
grep -vE '^(#|$)' po/POTFILES.in > "$scratch/listed"
sort -u "$scratch/listed" > "$scratch/sorted"

failed=0
if ! cmp -s "$scratch/listed" "$scratch/sorted"; then
  echo "po/POTFILES.in: not sorted, or a file is there twice"
  failed=1
fi
comm -23 "$scratch/needed" "$scratch/sorted" > "$scratch/missing"
comm -13 "$scratch/needed" "$scratch/sorted" > "$scratch/needless"
if [ -s "$scratch/missing" ]; then
  sed 's/$/: has something to translate, but is not in po\/POTFILES.in/' "$scratch/missing"
  failed=1
fi
if [ -s "$scratch/needless" ]; then
  sed 's/$/: is in po\/POTFILES.in, but is not there or has nothing to translate/' "$scratch/needless"
  failed=1
fi
[ "$failed" = 0 ] || exit 1

if ! command -v xgettext > /dev/null; then
  echo "xgettext is missing: install gettext"
  exit 1
fi
xgettext --files-from=po/POTFILES.in --directory=. --output="$scratch/out.pot" --from-code=UTF-8 --add-comments=Translators \
  --keyword=_ --keyword=N_ --keyword=C_:1c,2 --keyword=NC_:1c,2 --keyword=g_dngettext:2,3 --keyword=g_dgettext:2 \
  --flag=N_:1:pass-c-format --flag=_:1:pass-c-format --flag=ngettext:1:pass-c-format --flag=ngettext:2:pass-c-format \
  2> "$scratch/warnings" || { cat "$scratch/warnings"; exit 1; }
if [ -s "$scratch/warnings" ]; then
  cat "$scratch/warnings"
  exit 1
fi
