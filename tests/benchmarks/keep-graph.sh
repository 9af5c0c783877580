#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Coalition contributors
# SPDX-License-Identifier: GPL-3.0-or-later
# Stands in for the helper program: keeps the graph it is given at COALITION_KEEP and hands it on to COALITION_REAL.
cat > "$COALITION_KEEP"
exec "$COALITION_REAL" "$@" < "$COALITION_KEEP"
