#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Coalition contributors
# SPDX-License-Identifier: GPL-3.0-or-later
# usage: coalition-version.sh PROGRAM VERSION
# The program says its version without needing a display.
set -eu
unset DISPLAY WAYLAND_DISPLAY || :
out=$("$1" --version)
[ "$out" = "coalition $2" ] || { echo "said: $out"; exit 1; }
