"""Lints policies with parliament: lint_policies.py FILE…; prints each finding, exits 1 on any.

A star is allowed where a statement looks around or its action knows no resource.
"""

import json
import sys

import parliament

STARRED = {"WhatCannotBeLimited", "WhetherTheNameIsFree"}
failed = False
for path in sys.argv[1:]:
    with open(path) as file:
        text = file.read()
    # AWS's limit on a managed policy, without white space.
    if len("".join(text.split())) > 6144:
        print(path, "is longer than a managed policy may be")
        failed = True
    statements = json.loads(text)["Statement"]
    stars = [s for s in statements if s["Resource"] == "*" and s.get("Sid") not in STARRED]
    for statement in stars:
        print(path, "a star in", statement.get("Sid"))
        failed = True
    for finding in parliament.analyze_policy_string(text).findings:
        # Where a statement says so, its actions must really know no resource.
        if finding.issue == "RESOURCE_STAR" and not any(s.get("Sid") == "WhatCannotBeLimited" for s in statements):
            continue
        # Limited by what is asked for: what is not there has no ARN, and may be asked for by its name.
        if "secretsmanager:SecretId" in text and (
            "DescribeSecret" in str(finding.detail) + str(finding.location) or finding.issue.startswith("MISMATCHED_TYPE")
        ):
            continue
        # It wants twelve digits where policies of AWS itself have `aws`.
        if finding.issue == "INVALID_ARN" and ":iam::aws:policy/" in str(finding.location):
            continue
        # An action of 2025, which its table does not have yet; botocore's has it.
        if finding.issue == "UNKNOWN_ACTION" and "lambda:GetCapacityProvider" in str(finding.detail):
            continue
        # Both stand so in the Session Manager guide: how to limit a session to a document, and who may open its channel.
        if finding.issue == "UNKNOWN_CONDITION_FOR_ACTION" and "ssm:SessionDocumentAccessCheck" in str(finding.detail):
            continue
        if finding.issue == "RESOURCE_MISMATCH" and "ssmmessages:OpenDataChannel" in str(finding.detail):
            continue
        print(path, finding.issue, finding.detail, finding.location)
        failed = True
sys.exit(failed)
