# Rules: operation: alarms, logs, quotas, cost. The id is the code; the value says what is wrong, `.holds` what holds
# where the rule passes (one clause, which can be asked: "Whether the secret is a JSON object"), `.why` what
# follows, `.fix` what to do.

rules-group-operation = Operation: alarms, logs, quotas, cost

rule-clients-without-tls = Clients connect to the proxy without TLS
    .holds = The proxy saw no client without TLS lately, or requires TLS by now
    .why = What they send, a password among it, crosses the network in the clear.
    .fix = Turn on TLS in these clients, then let the proxy demand it.

rule-proxy-unused = Nobody uses the proxy
    .holds = The proxy was used in the last week, or is younger
    .why = It costs the same with no client at all. If the function runs, it goes around the proxy.
    .fix = Point the function at the proxy's endpoint, or delete the proxy.

rule-iam-auth-rate-limited = Logins came faster than the proxy takes them
    .holds = The events and logs tell of no logins that came too fast
    .why = The proxy checks only so many tokens in a second. Functions that connect in each invocation reach the limit under load, and the excess is refused.
    .fix = Keep the connection between invocations, and wait a random while before trying again.

rule-client-connection-limits = Clients reached the proxy's limit of connections
    .holds = The function's log tells of no limit of connections that was reached
    .why = The proxy refuses clients beyond a number at once and a number in a second.
    .fix = Hold one connection in each environment, keep it between invocations, and lower the function's concurrency.

rule-lambda-concurrency-exceeds-pool = The function may run more often at once than the pool has connections
    .holds = The function shows no sign of outgrowing the pool
    .why = That works while connections are shared. Now sessions are pinned or clients wait, so at full load requests will time out waiting for a connection.
    .fix = Lower the function's reserved concurrency, stop the pinning, or take a database with more connections.

rule-lambda-connection-per-invocation = The function seems to connect anew in each invocation
    .holds = The function shows no sign of connecting anew in each invocation
    .why = Each new connection costs a TLS handshake and a login, and a burst of them is throttled.
    .fix = Open the connection outside the handler, check it before use and open it again after an error.

rule-lambda-pool-larger-than-one = The function seems to hold several connections in each environment
    .holds = The function shows no sign of holding several connections in each environment
    .why = An environment serves one request at a time, so further connections of its pool are idle and count against the proxy.
    .fix = Limit the pool in the function's code to one connection.

rule-long-transactions = Most database connections are inside a transaction
    .holds = The metrics do not show most connections inside a transaction
    .why = A connection is shared only between transactions. Autocommit that is off, or a COMMIT that is missing after an error, keeps it for one client.
    .fix = Commit or roll back in every path of the code, and let single statements commit themselves.

rule-session-pinning-high = Many sessions keep a database connection to themselves
    .holds = The metrics do not show many sessions that keep a connection to themselves
    .why = A pinned session does not share its connection until it ends. With many of them the proxy saves no connections, and under load clients wait in vain.
    .fix = Look in the proxy's log for the reason (“The client session was pinned”), and take that statement out of the session.

rule-pinning-set-session = SET statements pin sessions
    .holds = The proxy's log shows no habit of SET statements that pin sessions
    .why = A driver or framework sets session variables on each new connection (search_path, client_encoding, names). The proxy then keeps the connection for this client.
    .fix = Move the settings to the proxy's initialization query, to the database user's defaults or to the parameter group.

rule-pinning-prepared-statements = Prepared statements pin sessions
    .holds = The proxy's log shows no habit of prepared statements that pin sessions
    .why = A statement that is prepared in the database exists in one connection only, so the proxy keeps that connection for this client.
    .fix = Let the driver put the values in itself: query() instead of execute() in mysql2, useServerPrepStmts=false in JDBC, prepare_threshold=None in psycopg.

rule-pinning-statement-over-16kb = Statements of more than 16 KB pin sessions
    .holds = The proxy's log shows no habit of statements of more than 16 KB
    .why = The proxy does not track a statement of this size, and keeps the connection for the client that sent it.
    .fix = Send smaller batches, or load in bulk by another way.

rule-pinning-filter-risky = The proxy does not pin sessions that set variables
    .holds = The proxy exempts no session that sets variables from pinning
    .why = A client may get a connection on which another has set variables. That is safe only if every client sets the same ones.
    .fix = See that no code relies on variables of its own session, or let the proxy pin.

rule-no-alarm-auth-failures = No alarm tells of refused logins
    .holds = An alarm watches refused logins
    .why = When a policy, a token or a secret breaks, the proxy refuses clients and only its metric shows it.
    .fix = Make an alarm that goes off with the first refused login in 5 minutes.

rule-no-alarm-borrow-latency = No alarm tells of clients that wait for a database connection
    .holds = An alarm watches how long clients wait for a database connection
    .why = The wait grows before requests begin to fail, so it is the early warning of a pool that is too small.
    .fix = Make an alarm on an average above 100 milliseconds.

rule-no-alarm-pool-usage = No alarm tells when the proxy's pool fills up
    .holds = An alarm watches the proxy's pool
    .why = With every allowed database connection taken, clients wait and then fail.
    .fix = Make an alarm on more than 80 % of the connections that the proxy may open.

rule-no-alarm-pinning = No alarm tells of pinned sessions
    .holds = An alarm watches pinned sessions
    .why = A pinned session keeps its database connection for itself, so the pool stops being shared.
    .fix = Make an alarm on more than 30 % of the database connections being pinned.

rule-no-alarm-availability = No alarm tells when the database is out of the proxy's reach
    .holds = An alarm watches whether the proxy can reach the database
    .why = The proxy measures for how much of the time it could reach its target.
    .fix = Make an alarm on less than 100 % in 5 minutes.

rule-no-rds-event-subscription = Nobody is told of the proxy's events
    .holds = A subscription covers the proxy's events
    .why = RDS reports by event when a proxy runs out of addresses or throttles connections. Without a subscription (or an EventBridge rule, which is not looked at here) nobody hears of it.
    .fix = Subscribe a topic to the events of proxies, and yourself to the topic.

rule-proxy-log-retention-unset = The proxy's log is kept for ever
    .holds = The proxy's log is kept for a limited time
    .why = RDS makes the log group without an end, and it is paid for by the month.
    .fix = Set for how long the log is kept.

rule-iam-db-auth-error-log-off = The database keeps no log of refused tokens
    .holds = The database keeps a log of refused tokens
    .why = With tokens on both sides, only the log iam-db-auth-error says why a login was refused.
    .fix = Export this log to CloudWatch.

rule-proxy-cost-minimum = The proxy is billed for a larger database than this one
    .holds = The database was not seen below the least size that a proxy is billed for
    .why = A proxy is billed by the size of the database behind it, and for no less than 2 vCPU or 8 capacity units, which is more than this database uses.
    .fix = Nothing is wrong. For a small or rarely used database, see whether it needs a proxy at all.

# What was seen, or could not be seen: one fact a line, in the middle of a report.

seen-operation-no-alarm = no alarm reads { $metric } of { $proxy }
seen-operation-few-units = { $database } has at most { $most } of the { $billed } capacity units billed
seen-operation-used-units = { $database } used at most { $used } of the { $billed } capacity units billed
seen-operation-cost = about US$ { $usd } a month
seen-operation-event = event of { $source }: { $message }
seen-operation-in-transaction = { $percent } of the database connections were inside a transaction
seen-operation-pool = database connections that { $proxy } may open: { $pool }
seen-operation-pinned-of-them = { $percent } of them are pinned
seen-operation-waited = clients waited { $ms } ms on average for a connection
seen-operation-ran = { $function } ran { $count } times in the last hour
seen-operation-received = the proxy received { $count } new connections
seen-operation-ran-at-once = { $function } ran at most { $count } times at once in the last hour
seen-operation-clients = the proxy had up to { $count } client connections
seen-operation-were-pinned = { $percent } of the database connections were pinned in the last hour
seen-operation-are-pinned = { $percent } of the database connections are pinned
seen-operation-filter = SessionPinningFilters has EXCLUDE_VARIABLE_SETS
seen-operation-no-such-filter = PostgreSQL has no such filter
seen-operation-no-subscription = no enabled subscription covers { $proxy }
seen-operation-never-expires = { $group } never expires
seen-operation-exports = { $database } exports: { $logs }
seen-operation-no-log = no log
seen-operation-without-tls = { $proxy } counted client connections without TLS in the last day
seen-operation-age-unknown = the age of { $proxy } is not known
seen-operation-no-client = { $proxy } had no client for 7 days
seen-operation-ran-around = { $function } ran { $count } times meanwhile, around the proxy

# What a log group says, and how often.
seen-log-times = { $count ->
    [one] once
   *[other] { $count } times
} in { $group }
seen-log-says = “{ $text }” { $times }
seen-log-pinned = “{ $text }” for this reason { $times }
seen-percent = { $percent } %
seen-reserved-concurrency = reserved concurrency of { $function }: { $value }
seen-highest-concurrency = highest concurrency of { $function }: { $value }
