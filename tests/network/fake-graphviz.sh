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
esac
