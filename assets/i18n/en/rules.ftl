# The picture of the path and the plain report of a check. The rules' own texts stand in
# the files beside it, one for each group of rules.

rules-title-open = The whole path is open
rules-title-open-but = The path is open, with { $count ->
    [one] one warning
   *[other] { $count } warnings
}
rules-title-unknown = Not everything could be read
rules-title-only = { $rules ->
    [one] 1 of { $all } rules was checked
   *[other] { $rules } of { $all } rules were checked
}
rules-title-no-proxy = There is no such proxy
rules-title-no-function = There is no such function
rules-title-no-database = There is no such database
rules-title-proxy-unread = The proxy could not be read: `{ $operation }`

rules-summary = { $hops } { $rules ->
    [one] 1 rule
   *[other] { $rules } rules
}: { $counts }.
rules-summary-hops = { $blocked ->
    [0] No hop is blocked.
    [one] 1 of { $hops } hops is blocked.
   *[other] { $blocked } of { $hops } hops are blocked.
}
rules-summary-passed = { $count } passed
rules-summary-errors = { $count ->
    [one] 1 error
   *[other] { $count } errors
}
rules-summary-warnings = { $count ->
    [one] 1 warning
   *[other] { $count } warnings
}
rules-summary-notes = { $count ->
    [one] 1 note
   *[other] { $count } notes
}
rules-summary-accepted = { $count } accepted
rules-summary-unknown = { $count } unknown
rules-summary-not-applicable = { $count } not applicable
rules-summary-organization = The organization's policies could not be simulated, so they are not judged.

# What a rule that did not decide asks: "Whether the secret is a JSON object".
rules-whether = Whether { $clause }
rules-no-consent = the secret's value is not read without your consent
rules-waits-consent = { $count ->
    [one] 1 rule waits for the secrets' values
   *[other] { $count } rules wait for the secrets' values
}
rules-waits-consent-act = They are read only with your consent, which `--read-secrets` gives. Each is looked at once, and not shown or kept.
rules-waits-permissions = { $count ->
    [one] 1 rule waits for { $permissions }
   *[other] { $count } rules wait for { $permissions }
}
rules-waits-permissions-act = This policy allows it:
rules-waits-nothing = { $count ->
    [one] 1 rule lacks an answer
   *[other] { $count } rules lack an answer
}

rules-box-function = function
rules-box-proxy = proxy
rules-box-database = database
rules-box-role = role
rules-box-role-and-secret = role and secret
rules-box-absent = does not exist
rules-box-unread = not readable: { $operation }
rules-box-not-asked = not looked at
rules-box-image = container image
rules-box-no-vpc = outside any VPC
rules-box-provider = network of the capacity provider { $provider }, not known
rules-box-iam = IAM required
rules-box-iam-both = IAM end to end
rules-box-password = password
rules-box-mixed = IAM or password
rules-role-unknown = unknown: { $because }

rules-hop-open = path open
rules-hop-may-connect = may connect, path open
rules-hop-may-not-connect = may not connect
rules-hop-no-way-in = no rule lets it in
rules-hop-no-way-out = no rule lets it out
rules-hop-outside = not in the network
rules-hop-other-vpc = in another network
rules-hop-no-target = nothing registered
rules-hop-blocked = blocked
rules-hop-unknown = not known
rules-hop-by = let through by { $rule }
rules-hop-because = not known: { $because }

rules-target-available = target available
rules-target-unavailable = target unavailable
rules-target-registering = target registering

rules-passes = passes
rules-works-but = works, but
rules-blocked = blocked

rules-text-unknown = unknown
rules-text-severity = { $severity ->
    [error] error
    [warning] warning
   *[info] info
}
rules-text-head = { $word }:
rules-text-follows = {"  "}follows from { $code }
rules-text-fix = {"  "}fix: { $fix }
rules-text-see = {"  "}see { $source }

rules-where-function = Function
rules-where-function-to-proxy = Function to proxy
rules-where-proxy = Proxy
rules-where-role-and-secret = Role and secret
rules-where-proxy-to-database = Proxy to database
rules-where-database = Database

rules-severity-error = Error
rules-severity-warning = Warning
rules-severity-note = Note

rules-confidence-low = a hint
rules-confidence-medium = likely
rules-confidence-high = certain

rules-report-about = { $proxy } in account { $account }, { $region }
rules-report-function = function { $function }
rules-report-mode = login: { $mode }
rules-report-path = The path
rules-report-verdict = Verdict
rules-report-where = Where
rules-report-what = What was read
rules-report-evidence = Evidence
rules-report-why = Why it matters
rules-report-fix = Fix
rules-report-source = Source
rules-report-follows = Follows from { $code }
rules-report-sure = { $severity }, { $confidence }
rules-report-open = { $whether } is not known: { $because }
rules-report-accepted = Accepted
rules-report-accepted-by = by { $by } until { $until }: { $why }
rules-report-unknown = What could not be decided
rules-report-passed = { $count } rules passed
rules-report-not-applicable = { $count } rules do not apply here
rules-report-nothing = Nothing was found.

rules-table-head = { $rules } rules in { $groups } groups. Each has a page of its own: `rds-proxy-wizard explain CODE`.
rules-table-group = { $title } ({ $count })
rules-table-code = code
rules-table-worst = at worst
rules-table-says = says

# What a finding is about, by its kind.
subject-alias = alias
subject-database = database
subject-db-proxy = proxy
subject-db-proxy-endpoint = proxy endpoint
subject-function = function
subject-key = KMS key
subject-log-group = log group
subject-network-acl = network ACL
subject-role = role
subject-secret = secret
subject-security-group = security group
subject-target = target
subject-vpc = VPC
subject-vpc-endpoint = VPC endpoint
