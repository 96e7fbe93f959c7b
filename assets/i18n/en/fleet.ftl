# All proxies of several accounts and regions.

fleet-title-broken = { $count ->
    [one] 1 proxy is broken
   *[other] { $count } proxies are broken
}
fleet-title-nothing-read = Nothing could be read
fleet-title-none = There is no proxy
fleet-title-unread = Nothing is broken in what could be read
fleet-title-works-but = { $count ->
    [one] Every proxy works, with warnings on 1
   *[other] Every proxy works, with warnings on { $count }
}
fleet-title-clean = { $count ->
    [one] Nothing is wrong with the proxy
   *[other] Nothing is wrong with the { $count } proxies
}
fleet-count-broken = { $count } broken
fleet-count-works-but = { $count } { $count ->
    [one] works
   *[other] work
} with warnings
fleet-count-not-readable = { $count } not readable
fleet-count-accepted = { $count } accepted
fleet-count-clean = { $count } clean
fleet-places = { $accounts ->
    [one] 1 account
   *[other] { $accounts } accounts
} and { $regions ->
    [one] 1 region
   *[other] { $regions } regions
}
fleet-proxies = { $count ->
    [one] 1 proxy
   *[other] { $count } proxies
}
fleet-summary = { $count ->
    [one] 1 proxy
   *[other] { $count } proxies
} in { $places }{ $counts }.
fleet-cost = { $without ->
    [0] Together they cost about ${ $usd } a month.
   *[other] Together they cost about ${ $usd } a month, without { $without } whose cost is not known.
}
fleet-unread = { $count ->
    [one] 1 account or region could not be read.
   *[other] { $count } accounts or regions could not be read.
}
fleet-head-account = Account
fleet-head-region = Region
fleet-head-proxy = Proxy
fleet-head-engine = Engine
fleet-head-login = Login
fleet-head-path = Path
fleet-head-errors = Errors
fleet-head-warnings = Warnings
fleet-head-unknown = Unknown
fleet-head-month = A month
fleet-head-what = What is wrong
fleet-path-legend = Path: function, way to the proxy, proxy, role and secret, way to the database, database. + passes; ! works, but; x blocked; ? unknown; - not there
fleet-not-known = not known
fleet-no-function = no function
fleet-group-not-readable = Could not be read
fleet-group-accepted = Accepted
fleet-group-clean = Clean
fleet-cause = { $count ->
    [one] 1 proxy
   *[other] { $count } proxies
}: { $severity }: { $title } [{ $code }]
fleet-by-cause = By cause
fleet-details = Every proxy
fleet-not-read = Not read
fleet-same = Read through another profile
fleet-same-line = { $through } leads to { $account }, { $region }, which is read already; it is counted once
fleet-unread-line = not read: { $place }: { $operation }: { $because }

baseline-run-out = accepted by { $by } until { $until }, which is over: { $why }

cli-fleet-progress = { $read } of { $listed } proxies read
cli-no-practice-profiles-hint = This practice scenario has no profiles; `--practice=organization` has.
cli-baseline-refused = the baseline `{ $path }` cannot be used
cli-new-since-refused = the earlier report `{ $path }` cannot be used
cli-given-hint = Look at `{ $path }`; docs/fleet.md says what it has to look like.
cli-baseline-unfitted = note: the exception in line { $line } of the baseline matches nothing any more: { $rule } of { $place }
cli-since = Since the earlier report: { $came } came, { $went } went, { $stayed } stayed
cli-since-gone = Not there any more
cli-since-came = came
cli-since-went = went
cli-since-in-doubt = in doubt, it could not be read again
cli-since-not-read = was not read before

# The window's page.
fleet-page-title = All proxies
fleet-page-text = Every proxy of several accounts and regions, checked against every rule. Nothing is changed.
fleet-page-reading = Accounts are being opened, and their proxies listed.
fleet-empty-head = Nothing was read yet
fleet-empty-text = Name profiles and regions, or the role that is assumed in each account of an organization. If you name nothing, this account and region are read.
fleet-export = Export table…
fleet-read = Read
fleet-read-all = Read all proxies
fleet-read-again = Read again
fleet-stop = Stop
fleet-profiles = Profiles
fleet-profiles-hint = Profiles, or this account
fleet-regions = Regions
fleet-regions-hint = Regions, or each one's own
fleet-role = Role in the organization's accounts
fleet-role-hint = Role in an organization
fleet-read-of = Read { $read } of { $listed }
fleet-read-places = { $read } of { $planned } places, { $seconds } s
fleet-search = Search proxies
fleet-by-account = By account
fleet-grouped = Grouped
fleet-broken = Broken
fleet-not-readable = Not readable
fleet-sort-by = Sort by { $column }
fleet-row = { $proxy }, { $account }, { $region }: { $what }. Errors { $errors }, warnings { $warnings }, unknown { $unknown }
fleet-side-none = many accounts at once
fleet-side = { $broken } of { $count } broken
fleet-format = Format of the table
fleet-save = Save the table

# Since the last time.
drift = Since { $since }: { $came } came, { $went } went{ $doubt ->
    [0] {""}
   *[other] , { $doubt } in doubt
}{ $unread ->
    [0] {""}
   *[other] , { $unread } not read before
}
cli-drift = { $proxy }: { $words }
cli-verdict-not-kept = note: the verdict could not be kept for the next comparison: { $why }

# What changed, and when.
history-head = What changed, by CloudTrail:
history-none = no change in the last 90 days is recorded for this name in { $region }
history-from = by the record of { $region }
history-denied = not known: { $operation } is denied in { $region }
history-no-region = not known: where the partition { $partition } records changes to IAM
history-part = Who changed it
history-ask = Ask CloudTrail
history-asking = Asking CloudTrail…
history-why = The last calls that changed this, of the last 90 days: cloudtrail:LookupEvents.
fleet-works-but = Works, but

# The window: holding a reading, accounts at the side, accepted findings.
fleet-pause = Pause
fleet-go-on = Go on
fleet-paused = Paused at { $read } of { $listed }
fleet-paused-why = Readings that had begun are finished; no new one begins.
fleet-side-accounts = Accounts
fleet-side-all = All { $count }
fleet-side-read = { $read } of { $listed }
fleet-side-sign-in = sign in again
fleet-side-unread = not read
fleet-accepted-file = Accepted findings…
fleet-accepted-none = No file says what is accepted
fleet-accepted-from = { $count } accepted in { $file }
findings-accepted = Accepted { $count }
findings-accepted-head = Accepted
findings-accepted-word = accepted
findings-accepted-about = Somebody has accepted it until that day. It is counted apart, and is back by itself when the day is over.
findings-accept = Accept…
findings-accept-why = Says by whom, why and until when, in the file that --baseline reads
accept-head = Accept this finding
accept-of = Of { $proxy }
accept-text = Until its last day it is counted apart, here and wherever the file is given with --baseline.
accept-by = By whom
accept-why = Why
accept-until = Until
accept-until-why = The last day, as in 2027-03-31. After it the finding is reported again.
accept-file = File
accept-file-why = The entry is added at the end of the file. Nothing else in it changes. If there is no file, it is made.
accept-file-head = Accepted findings
accept-file-text = The file that --baseline reads. What it accepts is counted apart, on this page and under the findings.
accept-refused = `{ $path }` cannot be used
accept-yes = Accept
accept-use = Use this file
accept-no-file = Use no file
accept-no-file-why = The findings that it accepts count again after the next reading.
toast-accepted = Accepted findings are read from { $path }
toast-accepted-unread = Nothing is accepted: { $why }
