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
error-token-no-credentials = no credentials to sign with: { $why }
error-token-unsignable = no token can be signed for `{ $host }`: { $reason }

# The practice account
error-practice-read = the practice account's state `{ $path }` could not be read: { $why }
error-practice-not-a-state = `{ $path }` is not a state of the practice account: { $why }
error-practice-format = `{ $path }` has format { $found }, this program reads { $ours }
error-practice-write = the practice account's state `{ $path }` could not be written: { $why }
error-practice-scenario = there is no practice scenario `{ $name }`; there are { $known }

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
