# Why something was refused or failed, after the words that say what: lower case, no period at the end.

# A report of an earlier validation
error-report-not-json = it is not JSON: line { $line }, column { $column }: { $message }
error-report-other-schema = its `schema` is `{ $schema }`, and what `validate --format json` wrote is expected
error-report-missing = it has no `{ $field }` where one is expected

# The file of accepted findings
error-baseline-form = line { $line }: { $message }
error-baseline-missing = line { $line }: this exception has no `{ $field }`
error-baseline-empty = line { $line }: `{ $field }` is empty
error-baseline-no-rule = line { $line }: `rule` is `{ $code }`, and no rule has this code
error-baseline-not-a-day = line { $line }: `until` is `{ $text }`, and a day is expected, such as 2027-03-31
error-baseline-before = the existing file is no list of accepted findings: { $why }
error-baseline-over = `until` is { $day }, which is over

# A run that cannot begin or go on
error-receipt-not-saved = the receipt `{ $path }` could not be written, so nothing more was changed: { $why }
error-receipt-unreadable = `{ $path }` is not a receipt that can be read: { $why }
error-receipt-newer = the receipt `{ $path }` has form { $theirs }, this program knows up to { $ours }; update the program and try again
error-receipt-proxy = `{ $name }` is not the name of a proxy
error-receipt-run = `{ $run }` is not the id of a run
error-receipt-other-account = the receipt belongs to { $theirs }, and this session is connected to { $ours }
error-run-password = the password for the secret `{ $secret }` is needed again: it is never kept in a receipt
error-run-undoing = the run is being undone; finish undoing it, then apply again
error-run-undone = the run is undone already
error-run-busy = `{ $name }` is being worked on by { $pid ->
    [none] another process
   *[other] process { $pid }
}{ $receipt ->
    [none] {""}
   *[other] {" "}(receipt `{ $receipt }`)
}; wait for it or stop it first

# What a person or a file gave
error-function-form = `{ $text }` names no function: `NAME` or `NAME:QUALIFIER` is expected
error-function-not-covered = `{ $text }` is { $what ->
    [web-function] a web function
    [microvm] a MicroVM
   *[network-connector] a network connector
} of Lambda, which this program does not cover: it looks at functions only
error-file-too-large = it is larger than { $most } MiB, the most that is read
error-file-endless = it did not end within { $seconds } s; if it is a pipe, save what comes out of it and give that file
error-file-not-text = it is not UTF-8 text
error-file-utf16 = it is not UTF-8 text, but UTF-16: save it as UTF-8
error-no-file = it is no file
error-no-regular-file = it is there and is not a regular file
error-no-folder = it is there and is no folder
error-no-display = no display: { $why }
error-no-renderer = no renderer starts: { $first }: { $why }; { $second }: { $too }
error-window-broke = the window broke: { $why }
error-bundle-form = it is not a bundle: line { $line }, column { $column }: { $message }
error-bundle-schema = it says `{ $schema }`, and this program reads `{ $ours }`
error-span-form = `{ $text }` is no span of time: `90m`, `3h`, `1d` or `1w` is expected
error-span-bounds = `{ $text }` is too short or too long: from 10 minutes to 15 days can be shown, because CloudWatch keeps values by the minute for 15 days
error-account-id = `{ $text }` is not an account number: an account number has twelve digits
error-account-region = `{ $text }` is not the name of a region, such as `eu-west-1`
error-arn = `{ $text }` is not an ARN: six parts separated by `:` are expected, the first being `arn`
error-part = there is no part `{ $part }`; there are { $known }
error-not-yet-known = `{ $output }` is not known yet

# Calls to AWS
error-call-failed = { $operation } failed: { $message }
error-call-failed-for = { $operation } failed for `{ $resource }`: { $message }
error-code-and-message = { $code }: { $message }
error-not-there = it does not exist
error-no-answer = no answer from `{ $endpoint }`: { $cause }
error-answer-without = the answer has no `{ $field }`
error-answer-not-aws = the answer is not one of AWS (HTTP status { $status }): { $start }
error-answer-too-long = the answer is longer than { $most } MiB, the most that is read
error-policy-unread = the policy document cannot be read: { $why }
error-environment-unread = the environment cannot be read, so it cannot be kept: { $why }
error-version-unpublished = only a published version is deleted
error-engine-family = the engine family `{ $family }` is not known
error-acl-not-understood = an entry whose action is not understood is not written
error-rule-not-understood = a rule whose peer is not understood is not changed
error-group-left-over = { $message } (`{ $id }` was made and is left over)
error-region-maybe-off = { $message } (or { $region } is not enabled for this account)
error-token-no-credentials = no credentials to sign with: { $why }
error-token-unsignable = no token can be signed for `{ $host }`: { $reason }
error-no-profile = there is no profile `{ $name }` in the AWS config and credentials files
error-no-region = no region is set: name one with `--region`, set `AWS_REGION`, or give the profile a `region`
error-session-ended = the session of profile `{ $name }` has ended; sign in with `{ $login }` ({ $found })
error-no-credentials = no credentials were found in environment variables, the AWS config and credentials files, web identity, container and instance metadata (profile `{ $name }`): { $found }
error-session-over = the session that STS gave has ended already by the clock of this machine
error-mfa-not-begun = the role of profile `{ $profile }` is assumed with a code of the MFA device `{ $device }`, and no session of it is open: sign in to the profile in the window, or run the command in a terminal, where it asks for the code
error-ca-bundle-empty = it holds no certificate in PEM form
error-code-unconfirmed = nobody confirmed the code in time
error-code-refused = it was refused in the browser
error-code-refused-because = it was refused in the browser: { $why }
error-answer-without-code = the answer has no code and no page to confirm it on
error-no-home = there is no home folder
error-at-path = `{ $path }`: { $why }
error-no-sso-session = the AWS config has no section `sso-session { $session }`
error-no-start-url = it does not sign in with IAM Identity Center: it has no `sso_start_url`
error-no-sso-region = it has no `sso_region`
error-account-way = an account is reached through a profile and a role
error-token-nothing = no profile, session or environment gives any
error-token-no-host = it is not a host name
error-mfa-expired = the session of profile `{ $profile }` has expired; it begins with a code of `{ $serial }`
error-two-questions = two questions have one key
error-no-answer-in-time = no answer in time
operation-open-session = open a session
operation-read-config = read the AWS config files
operation-read-ca-bundle = read the CA bundle
operation-sign-in = sign in
operation-keep-token = keep the SSO token
operation-open-practice = open the practice account
operation-reset-practice = practice reset
operation-fill-in = fill in outputs

# The practice account
error-practice-read = the practice account's state `{ $path }` could not be read: { $why }
error-practice-not-a-state = `{ $path }` is not a state of the practice account: { $why }
error-practice-format = `{ $path }` has format { $found }, this program reads { $ours }
error-practice-write = the practice account's state `{ $path }` could not be written: { $why }
error-practice-scenario = there is no practice scenario `{ $name }`; there are { $known }
error-practice-rows = the practice company cannot be read: { $why }
practice-unknown-words = the practice account does not know `aws { $words }`

# A connection
error-probe-timed-out = no answer within { $seconds } s
error-probe-no-address = the name has no address
error-probe-no-tls = the server does not offer TLS
error-probe-other-protocol = the server does not speak this protocol: { $why }
error-probe-no-region = the region of `{ $host }` is not known
error-target-host = `{ $text }` is not a host name: give the name alone, without scheme or port
error-target-port = port 0 cannot be connected to
error-target-user = the database user is empty
error-target-protocol = `{ $text }` is not one of mysql, postgresql
error-target-via = `{ $text }` is not HOST:PORT, such as 127.0.0.1:13306
error-ca-unreadable = cannot read the CA file `{ $path }`: { $why }
error-ca-no-certificate = the CA file holds no certificate in PEM form (`-----BEGIN CERTIFICATE-----`)
error-ca-damaged = the CA file is damaged: { $reason }
error-probe-message = it announces a message of { $bytes } bytes; at most { $most } are read
error-probe-total = it does not stop; at most { $most } bytes are read

# A mistake in this program
error-export-template = the export template `{ $template }` could not be filled
