#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Coalition contributors
# SPDX-License-Identifier: GPL-3.0-or-later
# Stands in for the helper program and misbehaves as COALITION_FAKE says. The last argument is the engine.
for engine in "$@"; do :; done
case "$COALITION_FAKE" in
  crash) kill -SEGV $$ ;;
  crash-but-fdp) [ "$engine" = fdp ] || kill -ABRT $$; exec "$COALITION_REAL" "$@" ;;
  fail) exit 4 ;;
  memory) echo "out of memory" >&2; kill -ABRT $$ ;;
  cpu) kill -XCPU $$ ;;
  hang) echo $$ > "$COALITION_FAKE_PID"; exec sleep 600 ;;
  truncated) printf 'n0 1.0 2.0\nn1 3.0' ;;
  unended) printf 'n0 1.0 2.0\nn1 3.0 4.0\n' ;;
  missing) printf 'n0 1.0 2.0\nend 1\n' ;;
  nonsense) printf 'n0 1.0 nan\nn1 3.0 4.0\nend 2\n' ;;
  stranger) printf 'n0 1.0 2.0\nn7 3.0 4.0\nend 2\n' ;;
  more) printf 'n0 1.0 2.0\nn1 3.0 4.0\nend 2\nn0 1 1\n' ;;
  good) printf 'n0 1.0 2.0\nn1 3.0 4.0\nend 2\n' ;;
  flood) exec yes 'n0 1.0 2.0' ;;
  garbage) printf '\001\377\000 \n\n%%s%%n e e e\n' ;;
  edge-nan) printf 'n0 1 2\ne 0 4 0 0 nan 1 2 2 3 3\nend 4\n' ;;
  edge-short) printf 'n0 1 2\ne 0 4 0 0 1 1 2 2 3\nend 4\n' ;;
  edge-long) printf 'n0 1 2\ne 0 4 0 0 1 1 2 2 3 3 4 4\nend 4\n' ;;
  edge-stranger) printf 'n0 1 2\ne 99 4 0 0 1 1 2 2 3 3\nend 4\n' ;;
  edge-huge) printf 'n0 1 2\ne 0 4000000000 0 0\nend 4\n' ;;
  edge-odd) printf 'n0 1 2\ne 0 5 0 0 1 1 2 2 3 3 4 4\nend 4\n' ;;
  edge-unended) printf 'n0 1 2\ne 0 4 0 0 1 1 2 2 3 3\n' ;;
esac
