#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Coalition contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Counts the test cases of a run from Meson's testlog.json and prints "N passed, N failed".

A program that speaks TAP counts by its cases; one that does not counts as one. A program that failed as a whole
(a crash, a leak, a time-out) counts as one failure more than its cases. A skipped case counts as failed: what is
skipped is not tested."""

import json
import re
import sys

passed = failed = 0
names = []
with open(sys.argv[1], encoding="utf-8") as log:
    for line in log:
        test = json.loads(line)
        cases = re.findall(r"^(not ok|ok)\b(.*)$", test.get("stdout", ""), re.MULTILINE)
        bad = sum(1 for word, rest in cases if word == "not ok" or "# SKIP" in rest.upper().replace("#SKIP", "# SKIP"))
        good = len(cases) - bad
        if test["result"] != "OK":
            bad = max(bad, 1)
        elif not cases:
            good = 1
        if bad:
            names.append(test["name"])
        passed += good
        failed += bad

if not passed and not failed:
    failed = 1
    names.append("no test ran")
if names:
    print("Failed:", ", ".join(names))
print(f"{passed} passed, {failed} failed")
sys.exit(1 if failed else 0)
