"""Lints policies with parliament: lint_policies.py FILE…; prints each finding, exits 1 on any.

A star is allowed where a statement looks around or its action knows no resource.
"""

import json
import sys

import parliament

STARRED = {"LookAround", "MakeItsPassword", "MakeTheProxy"}
failed = False
for path in sys.argv[1:]:
    with open(path) as file:
        text = file.read()
    # AWS's limit on a managed policy, without white space.
    if len("".join(text.split())) > 6144:
        print(path, "is too long for a managed policy")
        failed = True
    stars = [s for s in json.loads(text)["Statement"] if s["Resource"] == "*" and s.get("Sid") not in STARRED]
    for statement in stars:
        print(path, "a star in", statement.get("Sid"))
        failed = True
    for finding in parliament.analyze_policy_string(text).findings:
        if finding.issue == "RESOURCE_STAR":
            continue
        print(path, finding.issue, finding.detail, finding.location)
        failed = True
sys.exit(failed)
