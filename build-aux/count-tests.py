#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Coalition contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Counts the test cases of one or several runs from Meson's logs (testlog.json) and prints "N passed, N failed".

A program that speaks TAP counts by its cases; one that does not counts as one. A program that failed as a whole
(a crash, a leak, a time-out) counts as at least one failure. Skipped cases (where the machine forbids what they need) are
told apart, after the two numbers: they are neither."""

import json
import re
import sys

passed = failed = skipped = 0
names = []
for path in sys.argv[1:]:
    for line in open(path, encoding="utf-8"):
        test = json.loads(line)
        cases = re.findall(r"^(not ok|ok)\b(.*)$", test.get("stdout", ""), re.MULTILINE)
        left = sum(1 for _, rest in cases if re.search(r"#\s*skip", rest, re.IGNORECASE))
        bad = sum(1 for word, _ in cases if word == "not ok")
        good = len(cases) - bad - left
        if test["result"] == "SKIP" and not cases:
            left = 1
        elif test["result"] not in ("OK", "SKIP"):
            bad = max(bad, 1)
        elif not cases:
            good = 1
        if bad:
            names.append(test["name"])
        passed += good
        failed += bad
        skipped += left

if not passed and not failed:
    failed = 1
    names.append("no test ran")
if names:
    print("Failed:", ", ".join(names))
print(f"{passed} passed, {failed} failed" + (f", {skipped} skipped" if skipped else ""))
sys.exit(1 if failed else 0)
