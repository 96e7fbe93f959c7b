## Migrations: where a path stands, and where it may go

migrate-through-first = A login on the proxy does not help the function yet. Move the function through the proxy first.

migrate-title-direct = `{ $function }` connects to the database directly
migrate-title-password = `{ $function }` sends a password
migrate-title-standard-iam = `{ $function }` sends a token, and the proxy uses a secret
migrate-title-end-to-end-iam = `{ $function }` logs in with tokens on both sides
migrate-title-unknown = How `{ $function }` logs in is not known
migrate-title-no-function = Move the logins of `{ $proxy }`
migrate-goal-proxy = Through the proxy
migrate-goal-proxy-text = The way through the proxy is opened, then the host variable is set. The direct way stays.
migrate-goal-standard-iam = Standard IAM
migrate-goal-standard-iam-text = The function sends a token, and the proxy logs in with a new secret of a new database user.
migrate-goal-end-to-end-iam = End-to-end IAM
migrate-goal-end-to-end-iam-text = Tokens on both sides, as a new database user. No secret.
migrate-here = It is there already
migrate-may = It can move: { $count ->
    [one] 1 change
   *[other] { $count } changes
}
migrate-nothing = Nothing is left to change
migrate-meanwhile = Until you finish, the old way works and all of it can be undone
migrate-meanwhile-text = Moving only adds: rights and the new login first, the function last. Nobody else on the proxy is touched. Finishing is a second plan, and the point of no return for whoever still comes the old way.
migrate-end-direct = The direct way into the database
migrate-end-login = The login of `{ $user }`
migrate-takes = Takes away: { $what }
migrate-nobody = No function of this account and region comes by it
## A blue/green deployment of the database behind a proxy

switchover-engine = AWS makes blue/green deployments of { $engine } behind a proxy
switchover-engine-no = AWS makes no blue/green deployment of { $engine } behind a proxy
switchover-serverless = AWS makes no blue/green deployment of Aurora Serverless v1
switchover-target = `{ $database }` is the proxy's target
switchover-target-no = `{ $database }` is no target of the proxy
switchover-target-first = Register it before the deployment is made; afterwards AWS no longer takes it.
switchover-target-late = The deployment is made already, and AWS no longer takes the target. Delete the deployment, register the target, and make it anew.
switchover-target-unread = The targets of the proxy could not be read
switchover-health = The target is available
switchover-health-no = The target `{ $target }` is { $state }
switchover-health-why = Before it switches over, AWS checks that the proxy reaches both databases. Make this one available first.
switchover-health-unread = Whether the target is available was not read
switchover-global = `{ $database }` belongs to the global database `{ $global }`
switchover-global-why = AWS does not support a proxy with a blue/green deployment of a global database.
switchover-no-global = It belongs to no global database
switchover-master = RDS manages the master password in Secrets Manager
switchover-master-why = AWS makes no blue/green deployment then. Give the master user a password of your own first; a proxy that logs in with the managed secret needs another one.
switchover-no-master = RDS does not manage the master password
switchover-backups = Whether automated backups are on was not read
switchover-backups-why = AWS asks for automated backups: a retention above 0 days.
switchover-logical-why = For a major version, PostgreSQL copies logically, and needs `rds.logical_replication` = 1 in a parameter group of your own.
switchover-parameter = `{ $name }` is `{ $value }`
switchover-parameter-no = `{ $name }` is `{ $value }`, so the copy could not be kept up to date
switchover-parameter-none = The parameter groups have no value of `{ $name }`
switchover-parameter-unread = Whether `{ $name }` is on was not read
switchover-parameter-why = Set it in a cluster parameter group of your own, and reboot the writer, before the deployment is made.
switchover-out-of-sync = The cluster parameter group `{ $group }` is { $status }
switchover-out-of-sync-why = The writer has to be in step with its group, or AWS makes no deployment. Reboot it first.
switchover-deployment-unread = Whether there is a deployment could not be read
switchover-role = The proxy's role may log in to this database by its resource id
switchover-role-why = The copy has a resource id of its own. Before the switchover, add `rds-db:connect` for the green database's id, or no login arrives after it.
switchover-role-any = The proxy's role may log in to any database

switchover-step-target = Register the database as the proxy's target, and wait until it is available
switchover-step-target-text = AWS takes a target only before its deployment is made.
switchover-step-create = Make the deployment
switchover-step-create-text = Name it, and say what is to be different: an engine version, a parameter group, a class. The green copy is made beside the blue database, which goes on serving.
switchover-step-test = Wait until it is AVAILABLE, and try the green database
switchover-step-test-text = Only read from it: what is written to the copy can break the replication. Register and deregister no target meanwhile.
switchover-step-switch = Switch over
switchover-step-switch-text = At a quiet hour. Writes are refused for a moment; with PostgreSQL reads too. Then the proxy sends its traffic to green and drops all its connections. If the time is not enough, AWS rolls back.
switchover-step-after = Let clients connect again, and look at the target
switchover-step-after-text = The list of targets shows the new database only when the switchover is complete. Validate the proxy again then.
switchover-step-delete = Delete the deployment last
switchover-step-delete-text = That leaves both databases. Delete the old one, with `-old1` in its name, once nobody needs it.

switchover-title = Blue/green deployment of { $database }
switchover-deployment = `{ $database }` is in the deployment `{ $name }` ({ $id }), which is { $status }.
switchover-no-deployment = `{ $database }` is in no blue/green deployment. These are the steps of one.
switchover-no-word = How far a deployment of `{ $database }` is could not be read. These are the steps of one.
switchover-asks = What AWS requires
switchover-steps = In this order
switchover-done = done
switchover-now = now
switchover-later = later
switchover-unknown = unknown
switchover-no-database = The proxy's database could not be read
switchover-no-database-hint = The checklist is made from what is there. `validate` names what is missing.

cli-migrate-goals = It may move
cli-migrate-finishes = What can be finished
cli-migrate-here = here
cli-migrate-can = can
cli-migrate-cannot = cannot
cli-migrate-others-unread = Who else comes by an old way could not be read

validate-part-migrate = Migrate
validate-part-endpoints = Endpoints
endpoints-side = { $count ->
    [one] 1 endpoint
   *[other] { $count } endpoints
}
migrate-way-direct = direct
migrate-way-unknown = not known
migrate-sentence = Where it may move, what is in the way, and what is taken away at the end. Nothing is changed before a review.
migrate-to = Move to
migrate-to-text = Each is a plan of its own. It only adds, and moves the function last.
migrate-user = New database user
migrate-user-why = One that nobody logs in as yet. `{ $function }` moves to it; whoever logs in as another is not touched.
migrate-user-why-alone = One that nobody logs in as yet. No function is chosen, so only the proxy takes the new login.
migrate-other-function = Another function…
migrate-a-function = Pick the function…
migrate-finish = Finish
migrate-finish-text = A second plan takes an old way away. It is refused while anybody is seen to come by it. Only functions of this account and region are looked at, not other clients.
migrate-finish-unread = Whose logins the proxy has was not read: old ones may be left.
migrate-finish-none = No old way is left that could be seen.
migrate-finish-review = Review: { $what } goes…
migrate-looking = Finding who still comes by an old way…
migrate-look = Find who still comes by an old way
migrate-review = Review the move
migrate-review-title = Move to: { $what }
migrate-review-end = The point of no return: { $what } goes
migrate-back = Back to Migrate
migrate-make-user = The database user `{ $user }` has to be there before the function works
migrate-make-user-text = No AWS call makes it. The page has its SQL, and can run it.
migrate-old-stays = The old way still works
migrate-old-stays-text = Try the new one. Once all have moved, finish on the page Migrate.

## Which proxies and databases a function reaches

reached-ask = Show which proxies and databases it reaches
reached-asking = Finding the proxies and databases that { $function } reaches
reached-head = It reaches
reached-none = No variable, policy or group of it leads to a proxy or a database that could be read.
reached-through = `{ $proxy }`, and through it `{ $database }`
reached-direct = `{ $database }`, without a proxy
reached-gone = There is no such function any more
reached-open = Validate this path
reached-again = Look again
