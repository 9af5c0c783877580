#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Coalition contributors
# SPDX-License-Identifier: GPL-3.0-or-later
# usage: run-in-window.sh SCRIPT [ARGUMENT...]
# Runs a Python script beside a display, a message bus and accessibility of its own, in folders that are thrown away.
# The script starts the program itself, as often as it needs it. Display and bus end with it, whatever happens.
set -eu

folder=$(mktemp -d "${TMPDIR:-/tmp}/coalition-window.XXXXXX")
server=

# What the bus has started goes on after it. Only ours have this folder in their environment.
end_all ()
{
  # Also when the runner has lost patience: what was told so far says how far it came.
  # The registry of the accessibility bus greets on the same output, and is no part of the results.
  [ ! -e "$folder/output" ] || sed '/^SpiRegistry daemon/d' "$folder/output"
  [ ! -e "$folder/errors" ] || cat "$folder/errors" >&2
  for environ in /proc/[0-9]*/environ; do
    process=${environ#/proc/}
    process=${process%/environ}
    [ "$process" != $$ ] || continue
    if cat "$environ" 2>/dev/null | tr '\0' '\n' | grep -qxF "COALITION_WINDOW_FOLDER=$folder"; then
      kill -KILL "$process" 2>/dev/null || :
    fi
  done
  [ -z "$server" ] || kill "$server" 2>/dev/null || :
  [ -z "$server" ] || wait "$server" 2>/dev/null || :
  rm -rf "$folder"
}
trap end_all EXIT
trap 'exit 1' HUP INT TERM

mkdir -m 700 "$folder/runtime" "$folder/home"
mkfifo "$folder/display"
# Not reset when the last client leaves, as it would between two starts of the program.
Xvfb -displayfd 3 -screen 0 1280x800x24 -nolisten tcp -noreset 3>"$folder/display" >/dev/null 2>&1 &
server=$!
# The pipe ends without a line if the server cannot start.
read -r number <"$folder/display" || { echo "Bail out! Xvfb did not start"; exit 1; }

# GTK_A11Y and the bus address are what the other tests switch off.
unset GTK_A11Y DBUS_SESSION_BUS_ADDRESS DBUS_STARTER_ADDRESS AT_SPI_BUS_ADDRESS WAYLAND_DISPLAY GTK_THEME GTK_MODULES || :
export DISPLAY=":$number" GDK_BACKEND=x11 GSK_RENDERER=cairo ADW_DISABLE_PORTAL=1 GSETTINGS_BACKEND=memory NO_AT_BRIDGE=0
# What warns is told by the driver, and not fatal to the services that look at the program.
unset G_DEBUG || :
export XDG_RUNTIME_DIR="$folder/runtime" HOME="$folder/home" COALITION_WINDOW_FOLDER="$folder"
export GIO_USE_VFS=local GVFS_DISABLE_FUSE=1 LC_ALL=C.UTF-8 TZ=UTC PYTHONDONTWRITEBYTECODE=1

# What the bus starts keeps its output open after the test has ended: it must not be the pipe that the runner reads.
status=0
dbus-run-session -- /usr/bin/python3 "$@" >"$folder/output" 2>"$folder/errors" </dev/null &
session=$!
while kill -0 "$session" 2>/dev/null; do
  sleep 0.2
done
wait "$session" || status=$?
exit "$status"
