#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Coalition contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# The file type that the desktop knows and the files that the program writes carry one application_id.
# usage: check-application-id.sh SOURCE-ROOT
set -eu
cd "${1:?usage: check-application-id.sh SOURCE-ROOT}"
code=$(sed -n 's/^#define COALITION_STORE_APPLICATION_ID *\(0x[0-9a-f]*\).*/\1/p' src/store/coalition-store.h)
data=$(sed -n "s/.*'APPLICATION_ID': '\(0x[0-9a-f]*\)'.*/\1/p" data/meson.build)
if [ -z "$code" ] || [ "$code" != "$data" ]; then
  echo "data/meson.build: application_id is '$data', but '$code' in src/store/coalition-store.h"
  exit 1
fi
