# Is a proxy worth it here?
advise-yes = A proxy is worth it in front of { $database }
advise-perhaps = A proxy may become worth it in front of { $database }
advise-no = { $database } needs no proxy for its connections
advise-has = { $database } has a proxy: { $proxy }
advise-not-possible = { $database } cannot have a proxy
advise-unknown = Whether { $database } needs a proxy is not known
advise-yes-why = Its connections run out, or would if the functions ran as often at once as they may. A proxy shares them.
advise-perhaps-why = More than half of its connections are in use, or would be at the functions’ peak. There is room, but not for another such load.
advise-no-why = Less than half of its connections were ever in use, and the functions need no more. A proxy would cost money and add a hop for nothing. A shorter failover may still be a reason for one.
advise-has-why = Its monitor shows whether it shares connections, and whether sessions are pinned.
advise-unknown-why = A figure that would decide it was not measured or not read. The list below says which.
advise-peak = Most connections at once
advise-max = Connections it takes
advise-half = Above 50 % of them
advise-four-fifths = Above 80 % of them
advise-concurrency = Runs of the functions at once
advise-reserved = Reserved concurrency
advise-pinned = Most pinned connections of its proxy
advise-cost = A proxy costs
advise-not-known = not known
advise-not-reserved = none, or not for all functions
advise-dollars = ${ $dollars } a month
advise-of-time = { $percent } % of the time
advise-about = about { $value }
advise-from = from { $source }
advise-source-metric = CloudWatch { $metric }, { $days } days
advise-source-parameters = max_connections of its parameter group
advise-do = What to do
advise-outside = Open the connection outside the handler, so that each environment keeps its own.
advise-reserve = { $count ->
    [one] Reserve a concurrency of 1, so that functions never need more connections than there are.
   *[other] Reserve a concurrency of { $count } at most for all of them together, so that they never need more connections than there are.
}
advise-data-api = Aurora’s Data API takes queries over HTTPS without any connection, where its limits fit.
advise-iam = Tokens work without a proxy too: IAM authentication of the database itself.
advise-pinning-prepare = Let the driver put values in itself (`query()`, `useServerPrepStmts=false`): prepared statements pin sessions, and pinned sessions share nothing.
advise-pinning-default = Switch off the driver’s own preparing (`prepare_threshold=None`): it pins sessions after a few uses, and pinned sessions share nothing.
advise-pinning-set = Keep `SET` and temporary tables out of sessions: they pin, and pinned sessions share nothing.
advise-pinning-unknown = See whether the driver pins sessions: the runtime does not tell.
advise-pinning-source = Expected from the engine and the runtime: which driver the code uses was not read.
advise-init-connect = Empty `init_connect` in the parameter group: what it sets reaches some of the shared sessions and not others.
advise-pausing = A proxy holds connections open: this database would never pause.
advise-name-function = Name a function: none names this database’s host in its environment.
advise-unread = Not read: { $operation }
advise-question = Is a proxy worth it here?
advise-question-why = Two weeks of its connections and of its functions’ runs, compared with what it takes and what a proxy costs.
advise-ask = Look at two weeks
advise-again = Look again
advise-asking = Reading two weeks
