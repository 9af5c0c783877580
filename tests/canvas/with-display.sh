#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Coalition contributors
# SPDX-License-Identifier: GPL-3.0-or-later
# usage: with-display.sh PROGRAM [ARGUMENT...]
# Runs a program on a display of its own, with the Cairo renderer, no bus, and folders that are thrown away.
set -eu

folder=$(mktemp -d)
server=
trap '[ -z "$server" ] || kill "$server" 2>/dev/null || :; rm -rf "$folder"' EXIT
trap 'exit 1' HUP INT TERM
mkdir -m 700 "$folder/runtime" "$folder/data" "$folder/config" "$folder/cache"
mkfifo "$folder/display"

Xvfb -displayfd 3 -screen 0 1300x860x24 -nolisten tcp 3>"$folder/display" >/dev/null 2>&1 &
server=$!
read -r number <"$folder/display"

export DISPLAY=":$number" GDK_BACKEND=x11 GSK_RENDERER=cairo ADW_DISABLE_PORTAL=1 GTK_A11Y="${GTK_A11Y:-none}"
export GSETTINGS_BACKEND=memory DBUS_SESSION_BUS_ADDRESS="${DBUS_SESSION_BUS_ADDRESS:-disabled:}"
export XDG_RUNTIME_DIR="$folder/runtime" XDG_DATA_HOME="$folder/data" XDG_CONFIG_HOME="$folder/config" XDG_CACHE_HOME="$folder/cache"
"$@"
