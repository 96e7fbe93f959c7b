# What a monitor says: the command line and the window

# The answer, as a title
monitor-title-silent = No client came in { $range }
monitor-title-quiet = All quiet for { $range }
monitor-title-unavailable = The database was out of reach at { $at }
monitor-title-unavailable-now = The database is out of reach
monitor-title-refused = { $count ->
    [one] 1 login was refused at { $at }
   *[other] { $count } logins were refused since { $at }
}
monitor-title-pool = The pool was { $percent } % full at { $at }
monitor-title-pinned = { $count ->
    [one] 1 connection was pinned at { $at }
   *[other] { $count } connections were pinned at { $at }
}
monitor-title-pinned-now = { $count ->
    [one] 1 connection is pinned
   *[other] { $count } connections are pinned
}
monitor-title-waiting = Clients waited { $ms } ms for a connection at { $at }
monitor-title-without-tls = { $count ->
    [one] 1 client came without TLS
   *[other] { $count } clients came without TLS
}
monitor-title-throttled = { $count ->
    [one] 1 call of the function was throttled
   *[other] { $count } calls of the function were throttled
}
monitor-title-failed = { $count ->
    [one] 1 call of the function failed
   *[other] { $count } calls of the function failed
}

# The sentence below it
monitor-about-silent = The proxy measured nothing in that time. If clients should have come, the check says what keeps them away.
monitor-about-unavailable = { $minutes ->
    [one] For 1 minute the proxy could not reach it.
   *[other] For { $minutes } minutes the proxy could not reach it.
}
monitor-about-unavailable-now = The proxy has not reached it since { $at }.
monitor-about-refused = They got no session: a token, a policy or a secret is wrong. The proxy’s log says which.
monitor-about-pool = Once it is full, clients wait for a connection.
monitor-about-pinned = { $minutes ->
    [one] For 1 minute they could not be shared.
   *[other] For { $minutes } minutes they could not be shared.
}
monitor-about-pinned-now = Since { $at } they cannot be shared.
monitor-about-waiting = { $minutes ->
    [one] It lasted 1 minute.
   *[other] It lasted { $minutes } minutes.
}
monitor-about-without-tls = What they sent crossed the network in the clear.
monitor-about-throttled = More came at once than it may run: burst, reserved concurrency or the account’s limit.
monitor-about-failed = Its log says why.
monitor-also = { $count ->
    [one] One more thing to look at: { $what }.
   *[other] { $count } more things to look at: { $what }.
}
monitor-pool-used = The pool used { $used } of { $pool } at most.
monitor-otherwise-quiet = Otherwise quiet: the pool used { $used } of { $pool } at most.
monitor-pool-unknown = The pool used { $used } at most; how many it may open was not measured.
monitor-things = { $count ->
    [0] nothing to look at
    [one] 1 thing to look at
   *[other] { $count } things to look at
}

# One incident among several
monitor-short-unavailable = database out of reach
monitor-short-refused = refused logins
monitor-short-pool = a full pool
monitor-short-pinned = pinned connections
monitor-short-waiting = a wait for connections
monitor-short-without-tls = clients without TLS
monitor-short-throttled = throttled calls
monitor-short-failed = failed calls

# Curves
monitor-clients = Clients
monitor-connections = Database connections
monitor-pinned = Pinned
monitor-wait = Wait for a connection
monitor-queries = Queries
monitor-concurrency = Runs of the function
monitor-duration = Time of a run
monitor-now = { $value } now
monitor-most-at = { $value } at most, at { $at }
monitor-now-of = { $value } of { $pool } now
monitor-not-measured = not measured
monitor-each-minute = most in each minute
monitor-each-minutes = most in each { $minutes } minutes
monitor-peak = peak { $value }
monitor-connections-title = Connections
monitor-label-clients = { $value } clients
monitor-label-database = { $value } database
monitor-label-pool = the pool
monitor-label-alarm = alarm
monitor-label-minutes = { $value }, { $minutes } min
monitor-ms = { $value } ms

# Figures
monitor-tile-available = Available
monitor-tile-refused = Refused logins
monitor-tile-without-tls = Without TLS
monitor-tile-queries = Queries
monitor-tile-invocations = Calls
monitor-tile-duration = Time of a run
monitor-tile-errors = Failed calls
monitor-tile-unknown = unknown
monitor-beside-available = lowest { $value } %
monitor-beside-refused = of { $value } that came
monitor-beside-queries = p95 { $value } ms at most
monitor-beside-invocations = { $value } at once at most
monitor-beside-duration = p95, at most
monitor-beside-errors = and { $value } throttled

# Alarms
monitor-alarms = Suggested alarms
monitor-alarms-all-set = all set
monitor-alarms-none-set = none set yet
monitor-alarms-some-set = { $set } of { $all } set
monitor-alarms-unread = not read
monitor-alarms-about = Would they have rung? Read from the last { $range }.
monitor-alarm-unavailable = Target not available
monitor-alarm-pool = Pool nearly full
monitor-alarm-pinned = Too many pinned
monitor-alarm-refused = Logins refused
monitor-alarm-waiting = Long wait for a connection
monitor-alarm-why-unavailable = The database is out of the proxy’s reach.
monitor-alarm-why-pool = With every connection taken, clients wait and then fail.
monitor-alarm-why-pinned = A pinned connection serves one client alone.
monitor-alarm-why-refused = Only this metric shows a token or secret that went bad.
monitor-alarm-why-waiting = The wait grows before requests begin to fail.
monitor-alarm-set = Set as { $name }.
monitor-alarm-rang = { $count ->
    [one] Rang once
   *[other] Rang { $count } times
} in two weeks, last { $at }.
monitor-alarm-silent = Did not ring in two weeks.
monitor-alarm-rings-unread = Whether it rang was not read: { $operation }.
monitor-alarm-would-not = Would not have rung in { $range }.
monitor-alarm-would = { $count ->
    [one] Would have rung once: { $at }.
   *[other] Would have rung { $count } times, last { $at }.
}
monitor-alarm-no-data = What it watches was not measured.
monitor-alarm-unknown = Whether it is set was not read: { $operation }.
monitor-alarm-threshold = { $metric } { $threshold }, { $minutes } min
monitor-alarm-percent-of = {" "}% of { $whole }

# Below
monitor-range = last { $range }, until { $at }
monitor-events = Events
monitor-no-events = none in { $range }
monitor-events-unread = not read: { $why }
monitor-log = Proxy log
monitor-log-kept = kept { $days } days
monitor-log-for-ever = kept for ever
monitor-log-none = not written yet
monitor-log-unread = not read: { $why }

# The command line
cli-monitor-again = again in { $secs } s, Ctrl-C ends

# The page
validate-part-monitor = Monitor
monitor-locked = Pick a proxy first
monitor-last = last { $range }
monitor-span = { $unit ->
    [minutes] { $number } min
    [hours] { $number } h
    [days] { $number } d
   *[weeks] { $number } w
}
monitor-title = Monitor
monitor-reading = Reading what was measured
monitor-none = Nothing was read yet
monitor-none-text = One call reads the metrics of the whole range.
monitor-again = Read again
monitor-range-name = Range
monitor-read-at = Read at { $at }, again every minute. Alarms go through review first.
monitor-plan = { $count ->
    [one] Plan 1 alarm
   *[other] Plan { $count } alarms
}
monitor-topic = Tell this SNS topic
monitor-topic-nobody = nobody
monitor-topic-hint = Topic
monitor-topic-by-hand = Type its ARN…
monitor-topics = Topics that an alarm can tell
monitor-topics-none = none
monitor-topics-unknown = unknown, `{ $operation }` was refused
monitor-topics-unread = The topics could not be listed: `{ $operation }` was refused. Type the ARN of one. Without one an alarm tells nobody.
monitor-topic-why = Without one an alarm shows in CloudWatch and tells nobody.
monitor-topic-wrong = A topic’s ARN is expected, as `arn:aws:sns:REGION:ACCOUNT:NAME`.
monitor-alarms-cost = { $count ->
    [one] 1 alarm, about ${ $dollars } a month
   *[other] { $count } alarms, about ${ $dollars } a month
}
monitor-save = Save the reading
monitor-save-button = Save
monitor-log-filter = Lines that hold
monitor-log-hint = All lines
monitor-log-read = Read the log
monitor-log-empty = No line of that range holds it.
monitor-log-more = { $count ->
    [one] 1 more line; a filter finds it.
   *[other] { $count } more lines; a filter finds them.
}

# The review of alarms
watch-title = { $count ->
    [one] Set 1 alarm
   *[other] Set { $count } alarms
}
watch-back = Back to the monitor
