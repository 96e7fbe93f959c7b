# Load lab: cold and warm calls, many at once, and what came of them.
load-bad-calls = { $calls } calls one after another: between 1 and { $most } are possible
load-bad-at-once = { $count } calls at once: between 1 and { $most } are possible
load-bad-rise = from { $from } to { $to } calls at once: the first number is at least 1 and no larger than the second
load-bad-seconds = { $secs } seconds: between 1 and { $most } are possible
load-bad-payload = the payload is not JSON: { $why }
load-locust-bad-url = `{ $url }` is no address: `https://…` is expected
load-locust-bad-numbers = users, spawn rate and seconds are at least 1
load-not-kept = the load could not be kept in `{ $path }`: { $why }
load-not-a-record = `{ $path }` is not a kept load: { $why }
load-newer-record = `{ $path }` was kept by a newer version of this program
load-plot-latency = Latency
load-plot-latency-note = ms, per { $secs } s
load-plot-wrong = Errors and throttles
load-svg-title = { $function }: { $calls ->
    [one] { $calls } call
   *[other] { $calls } calls
}

# Before it starts
load-will-in-turn = Calls `{ $name }` { $calls } times, one after another.
load-will-level = Calls `{ $name }` { $to } times at once, again each second, for { $secs } s: at most { $most } calls.
load-will-rise = Calls `{ $name }` from { $from } to { $to } times at once over { $ramp } s, again each second, for { $secs } s in all: at most { $most } calls.
load-costs = Costs at most ${ $usd }: Lambda’s price in us-east-1 of the calls and of { $seconds } s at { $memory } MB. Log lines, and what the function itself calls, are not in it.
load-costs-little = Costs less than $0.01: Lambda’s price in us-east-1 of the calls and of at most { $seconds } s at { $memory } MB. Log lines, and what the function itself calls, are not in it.
load-costs-unknown = What it costs is unknown: the function’s memory could not be read.
load-reserved = The function has { $count } calls at once reserved.
load-unreserved = The function has none reserved: it takes from the { $count } that the account has left for all.
load-reserved-unknown = How many the function has reserved is unknown: `{ $operation }` was refused.
load-concurrency-unknown = How many calls at once it takes is unknown.
load-account = The account takes { $count }.
load-account-unknown = The account’s limit is unknown: `{ $operation }` was refused.
load-pool = The pool of `{ $proxy }` is { $size } connections: { $percent } % of { $most }.
load-pool-share = The pool of `{ $proxy }` is { $percent } % of the database’s connections; how many that has could not be read.
load-pool-unknown = The pool’s size is unknown: `{ $operation }` was refused.
load-no-pool = No proxy was found in the function’s variables: only Lambda’s side is measured.
load-will-throttle = Lambda lets { $ceiling } in at once: up to { $count } of the calls of a second will be throttled.
load-outgrows-pool = More clients than the pool’s { $size } connections: they take turns, and wait up to { $secs } s where sessions are pinned.

# What came of it
load-title-share = { $clients } clients share { $database } database connections
load-title-at-once = { $count } at once, 95 % within { $p95 }
load-title-both = { $cold } ms the first time, { $warm } ms after
load-title-warm = { $warm } ms, no cold start among the calls
load-title-cold = { $cold } ms, every call a cold start
load-title-none = { $calls } calls, { $errors } errors
load-ms = { $ms } ms
load-unknown = unknown
load-lesson-anew = Each of the { $calls } calls had a connection of its own: { $warm } a call. Open the connection outside the handler and keep it: then only the first call has to make one.
load-lesson-kept = { $percent } % of the calls met an open connection ({ $distinct } in all), and took { $warm }: it is kept outside the handler.
load-lesson-some = { $percent } % of the calls met an open connection ({ $distinct } in all).
load-lesson-cold = { $cold ->
    [one] 1 call started an environment and took
   *[other] { $cold } calls started an environment and took
} { $more } ms longer, { $init } of it the start itself.
load-lesson-provisioned-there = { $count } are kept started by provisioned concurrency.
load-lesson-provisioned = Provisioned concurrency of { $count } would spare them these { $more } ms and cost about ${ $usd } a month at the price of us-east-1, called or not.
load-lesson-reserved = { $throttled } calls were throttled: the function has { $count } at once reserved, and up to { $most } were asked for.
load-lesson-account = { $throttled } calls were throttled: the account has { $count } at once left, and up to { $most } were asked for.
load-lesson-throttled = { $throttled } calls were throttled.
load-lesson-shorter = A call of { $warm } ms leaves room for { $per_second } calls a second in each environment: the shorter the handler, the fewer environments are needed at once.
load-lesson-pool = { $calls } calls waited for one of the pool’s { $size } connections in vain. See whether sessions are pinned before raising the limit.
load-lesson-waits = { $calls } calls waited for a connection in vain. See whether sessions are pinned before raising the limit.

# On the command line
load-ask = Call the real { $name } in { $account }?
load-ctrl-c = Ctrl-C stops it at once; what came back by then is kept.
load-no-drill = a failover can be set off in the practice account only
load-no-drill-hint = Leave --failover-after out, or add --practice.
load-none-kept = No load is kept yet.
load-progress = { $calls } of at most { $most } calls, 95 % within { $p95 }, { $errors } errors, { $throttled } throttled
load-row-calls = Calls
load-calls-rate = { $calls }, { $rate } a second
load-row-reused = Connection reused
load-reused = { $percent } % of the calls, { $distinct ->
    [one] 1 connection
   *[other] { $distinct } connections
} in all
load-row-cold = Cold starts
load-cold = { $count }, { $ms } each, { $init } of it the start
load-row-warm = Next calls
load-row-percentiles = p50 / p95
load-row-errors = Errors
load-row-throttles = Throttles
load-row-wait = Wait for a connection
load-row-failover = Failover
load-failover-at = set off after { $secs } s
load-at-most = at most { $most }
load-beside-unknown = unknown: `{ $operation }` was refused
load-plot-each = Each call, ms
load-plot-p95 = p95 over the time, ms
load-trouble = { $calls } × { $error }
load-stopped = Stopped before its end.
load-gave-up = Ended, because every further call would fail too: { $why }
load-not-awaited = { $count ->
    [one] 1 call had not answered yet; it was not waited for.
   *[other] { $count } calls had not answered yet; they were not waited for.
}
load-kept = Kept as { $name }: { $path }, with its calls (.csv) and plots (.svg) beside it.
load-before = before
load-after = after
load-other-plan = They were not called in the same way: read the figures with that in mind.
load-figure-p50 = p50, ms
load-figure-p95 = p95, ms
load-figure-cold = cold call, ms
load-figure-warm = warm call, ms
load-figure-starts = cold starts
load-figure-reused = connection reused, %
load-figure-errors = errors
load-figure-throttles = throttles
load-figure-rate = calls a second
load-figure-database = database connections
load-figure-pinned = pinned connections

# The page
validate-part-load = Load test
load-side-running = running
load-side-none = not run yet
load-page-title = See the pool at work
load-page-sentence = Calls the function many times, within what you confirm, and shows what proxy and database do meanwhile.
load-running = { $calls } of at most { $most } calls
load-running-sentence = Live: the function’s answers, beside CloudWatch once a minute.
load-running-for = running { $time }
load-shown-sentence = { $name }: the function’s answers, beside CloudWatch once a minute.
load-read-beside = Read CloudWatch again
load-save-picture = Save picture
load-picture-title = { $name }: { $title }
load-no-picture = the picture could not be drawn
load-pictured = Picture saved: { $path }
load-no-function = No function was chosen
load-no-function-text = A load calls a function that connects through this proxy. Choose one and validate again.
load-pick-function = Choose a function
load-taught = What these numbers say
load-ask-head = Call { $name } in { $account }?
load-start = Start the load
load-go = Start a load…
load-stop = Stop load
load-fail-over = Set off a failover
load-note-live = Calls the real function; Esc stops at once
load-note-practice = Calls a practice function; Esc stops at once
load-no-number = `{ $text }` is not a whole number
load-way = How the calls follow one another
load-way-at-once = At once
load-way-in-turn = One by one
load-field-calls = Calls
load-field-from = At once, from
load-field-to = to
load-field-ramp = Over
load-field-hold = Hold
load-field-payload = Payload
load-unit-calls = calls
load-run = Run
load-tile-calls = Invocations
load-tile-rate = { $rate } a second
load-tile-reused = Connection reused
load-tile-cold = { $count ->
    [one] 1 cold start
   *[other] { $count } cold starts
}
load-tile-cold-unknown = cold starts unknown
load-tile-first = First / next call
load-tile-init = start of Lambda: { $init }
load-tile-errors = Errors
load-tile-throttles = { $count ->
    [one] and 1 throttle
   *[other] and { $count } throttles
}
load-tile-pinned = Pinned
load-tile-pinned-of = of { $count } connections
load-tile-pinned-note = database connections, at most
load-nothing-yet = Nothing was run yet. The cost and the limits stand beside the fields. You are asked before the load starts.
load-plot-connections = Connections
load-plot-connections-note = what the pool saves you
load-plot-calls = First and next calls
load-plot-calls-note = ms, each mark ten times the one below
load-plot-wait = Wait for a connection
load-plot-wait-note = ms, mean of each minute
load-plot-lambda = Runs of the function
load-plot-lambda-note = most in each minute, throttles summed
load-plot-nothing = CloudWatch has shown nothing of it yet
load-plot-step = per { $secs } s
load-name-at-once = { $count } at once
load-name-clients = { $count } clients
load-name-database = { $count } database
load-name-pinned = { $count } pinned
load-name-under = before
load-name-p95 = p95 { $ms }
load-name-p50 = p50 { $ms }
load-name-duration = mean { $ms }
load-name-wait = at most { $ms }
load-name-runs = { $count } at once
load-name-throttled = { $count } throttled
load-calls-name = next { $warm }
load-calls-said = { $calls } calls, the first { $first }, the next ones { $next }
load-wrong-said = { $errors } errors, { $throttled } throttles
load-kept-head = Earlier loads
load-on-screen = on screen
load-show = Show
load-lay-under = Overlay
load-take-away = Remove overlay
load-show-name = Show { $name }
load-lay-under-name = Overlay { $name }
load-take-away-name = Remove the overlay { $name }
load-locust = The same from elsewhere
load-locust-why = A locustfile.py for the function’s URL or its API: each user calls once a second, as here.
load-locust-url = URL of the function or API
load-locust-users = Users
load-locust-spawn = Spawn rate
load-locust-secs = Seconds
load-failover-was = A failover was set off { $secs } s after the beginning.

# Where the time went, by X-Ray
load-traced-head = Where the time went
load-traced-some = X-Ray kept { $calls ->
    [one] 1 of these calls
   *[other] { $calls } of these calls
}.
load-traced-unnamed = X-Ray kept { $calls ->
    [one] 1 of these calls
   *[other] { $calls } of these calls
}, but the function’s code measures neither connection nor query: put each into a subsegment of the X-Ray SDK, named “connect” and “query”.
load-traced-nothing = X-Ray shows none of these calls yet: it keeps a sample, and shows it up to a minute later. With Transaction Search it keeps them elsewhere. Read again in a minute.
load-traced-off = X-Ray tracing is off for this function. Turn on active tracing in its monitoring settings, and measure connection and query in subsegments of the X-Ray SDK, named “connect” and “query”.
load-traced-unknown = Whether X-Ray traces this function was not read.
load-traced-unread = Unknown: `{ $operation }` was refused.
load-traced-half = half within
load-traced-most = 95 % within
load-traced-calls = calls
load-traced-start = Start of the environment
load-traced-connect = Connection
load-traced-query = Query
load-traced-none = not recorded
load-traced-times = half within { $half }, 95 % within { $most }, { $calls ->
    [one] 1 call
   *[other] { $calls } calls
}
