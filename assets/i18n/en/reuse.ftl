# A proxy that is there already and is used.

reuse-not-here = There is no proxy { $name } here
reuse-not-here-cure = Use one of these: { $names }. Or make a new one: leave out `existing` and `--proxy`.
reuse-none-here-cure = There is none to use in this account and region. Make a new one: leave out `existing` and `--proxy`.
reuse-cannot = The proxy `{ $name }` cannot be used: { $why }
reuse-cannot-cure = Use another proxy, or make a new one: leave out `existing` and `--proxy`.
reuse-why-engine = it speaks { $family }, and the database does not
reuse-why-vpc = it is in another VPC than the database, { $vpc }
reuse-why-database = the database behind it is { $database }, and a proxy has one
reuse-why-unread = which database it has could not be read (`{ $operation }`)
reuse-why-status = it is { $status }
reuse-why-login = one of its logins is not understood (`{ $what }`), and its list of logins is written as a whole
reuse-mode = `{ $name }` takes this login by { $mode }
reuse-mode-cure = Choose { $mode }: how others log in on the proxy stays as it is.
reuse-full = `{ $name }` has { $count } logins, and a proxy takes no more
reuse-full-cure = Reuse one of its logins, use another proxy, or make a new one.
reuse-same-user = `{ $name }` may have a login of { $user } already
reuse-same-user-text = Its secret `{ $secret }` seems to be the same user's, and a proxy takes one secret for each user. Choose another database user, or reuse that secret.
reuse-fixed = AWS cannot change this on `{ $name }`
reuse-fixed-cure = Leave it out: the proxy keeps the network that it has.
reuse-changes = Changes { $settings } of `{ $name }` for everybody on it
reuse-changes-text = Who else is affected: { $who }. Leave the setting out, and it stays as it is.
reuse-who-unknown = whoever else uses it; their logins are not listed on the proxy
reuse-who-logins = whoever logs in with { $logins }
reuse-role-partly = Not all policies of the role { $role } could be read
reuse-role-partly-cure = What the proxy may do already is not known, so nothing is added to it. Allow reading the role, or make a new proxy.
reuse-role-gone = The role { $role } of `{ $name }` is not here
reuse-role-gone-cure = The proxy cannot read a secret without it. Repair the proxy first, or make a new one.
reuse-role-why = The role that the proxy has. One inline policy of its own name is added; every policy that is there stays as it is.
reuse-role-has-why = The role that the proxy has, and it may do this already.
reuse-role-bounded = The role { $role } has a permissions boundary
reuse-role-bounded-text = What { $arn } does not allow stays forbidden, whatever is added to the role.
reuse-group-why = A group that the proxy has: one rule is added to it.
reuse-registers = `{ $name }` has no database: { $database } becomes its database
reuse-registers-text = A proxy has one. Whoever has a login on `{ $name }` comes to { $database } through it from then on: { $who }. Its pool keeps its settings.
reuse-note = Uses the proxy { $name }, which is there already
reuse-note-text = A login, one policy on its role, one rule and what the function needs are added. All other logins and settings stay as they are. Undo takes back only what was added.

plan-add-login = Add a login for { $user } to the proxy { $name }
plan-add-login-why = The proxy takes this user from now on. { $count ->
        [0] It has no login yet.
        [one] The other login goes back as it was read just before.
       *[other] The { $count } other logins go back as they were read just before.
    }
plan-add-login-undo = Takes the login of `{ $user }` out of the list of the proxy `{ $name }`, and leaves all others.
plan-add-login-unclear = one of its logins is not understood (`{ $what }`), and the list is written as a whole
plan-add-login-moved = the proxy has a login with this secret by now, with another way of logging in
plan-add-login-kept = The login was changed since; it is left alone.
plan-add-login-last = It is the last login, and a proxy needs one.
after-login = the login
part-used-proxy = The proxy is used and not made here: this belongs to whoever owns it.

reuse-recommended = { $name } already serves { $database }
reuse-recommended-text = Recommended: use it instead of a second one (`--proxy { $name }`, or `existing = true` beside its name). A login is added to it, everybody else on it keeps what they have, and no second proxy is paid for.
reuse-share-unread = What { $name } takes of the database could not be read
reuse-share-unread-text = It is not known whether it has the same database, or what share of its connections it takes (`{ $operation }`). The two pools together may take too many.
reuse-sum = The proxies on { $database } may take { $sum } % of its connections together
reuse-share = `{ $name }` { $percent } %
reuse-sum-text = { $others }, and this one { $own } %. Lower them by { $over } % in all, to { $most } % together, or use one of them instead of a second proxy: at the limit the database refuses whoever comes last.
reuse-sum-why = { $why } Others take their share already ({ $others }): { $sum } % together.

proxies-title = Proxies for { $database }
proxies-new = A new one can be made too: leave out `--proxy`.
proxies-none = There is no proxy in this account and region. Make a new one.
proxies-recommended = recommended
proxies-usable = can be used
proxies-empty = can be used; no database is registered with it yet
proxies-unusable = cannot be used: { $why }
proxies-engine = engine
proxies-vpc = VPC
proxies-login = login
proxies-users = users
proxies-functions = functions
proxies-pool = pool
proxies-pool-share = { $percent } % of the database's connections
proxies-unknown = unknown (`{ $operation }`)
proxies-no-function = none seen
proxies-token-users = those that its role's policies name
proxies-by-variable = variable { $name }
proxies-by-policy = policy { $name }
proxies-by-group = group { $name }
proxies-use = Use it: { $command }
proxies-unread = Could not be read: `{ $operation }`. What follows from it is not shown.
proxies-of-function = Proxies that { $function } reaches
proxies-of-function-none = No variable, policy or group of { $function } leads to a proxy that could be read.
proxies-direct = { $database }, without a proxy
proxies-database = database
proxies-how = how
proxies-no-such-database = There is no database { $id } here
proxies-no-such-function = There is no function { $name } here
proxies-host = endpoint

which-reading = Looking at the proxies that are there
which-use = Use one that exists
which-use-recommended = `{ $name }` serves this database already: only a login and rights are added.
which-use-none = None of them can be used for this database.
which-new = Make a new one
which-new-text = With a role, groups and a pool of its own.
which-recommended-name = { $name }, recommended
which-cannot = { $name } cannot be used
which-use-name = Use { $name }
which-engine = Engine, VPC
which-users = Users
which-functions = Functions
which-use-empty = `{ $name }` has no database yet: this one is registered with it.
which-empty = no database yet
which-secs = { $count } s
which-changes = changes
which-time = to make
which-sentence = { $count ->
        [one] One proxy is here
       *[other] { $count } proxies are here
    }, and { $fit ->
        [0] none
        [one] one
       *[other] { $fit }
    } of them can take { $function }. What you change below is changed for everybody on it.
which-fit = Fits { $database } and { $function }
which-unfit = Cannot be used
which-again = Read again
which-because = Because { $why }.
which-may = May take `{ $may }`
which-may-adds = May take `{ $may }`, { $functions } adds at most `{ $demand }`
which-may-tight = May take `{ $may }`, { $functions } adds up to `{ $demand }`: tight
which-of = of { $limit } connections
used-tab-happens = What happens
used-tab-calls = API calls { $count }
used-added = Would be added
used-added-count = { $count ->
        [one] exactly this one
       *[other] exactly these { $count }
    }
used-untouched = Stays untouched
used-itself = TLS, logins of others, pool, timeouts, subnets
used-itself-but = all but { $settings }
used-login = its login
used-function = same endpoint, no restart
used-role = may do this already
used-database = no new rule
used-undo = { $count ->
        [one] Undo takes this one back and nothing else.
       *[other] Undo takes back these { $count } and nothing else.
    }
which-tls = TLS required
which-no-tls = TLS optional

several-of = { $name }: { $text }
several-twice = { $name } is named twice
several-twice-cure = Name each function once: the first in `function`, the others in `more_functions`.
several-not-there = A proxy that is there is exported with one function
several-not-there-hint = Name one `--function`, or none: the account says which one uses the proxy.
several-alias = An alias is chosen for { $name }, which is no further function of this setup
several-alias-cure = Name it in `more_functions`, or leave the alias out. The first function’s is `publish_to_alias`.
several-moves = { $name } is moved into the VPC, and { $first }, which is named before it, is not
several-moves-cure = Name { $name } first: functions that are moved share the first one's security group.

further-title = Further functions
further-none = None
further-count = { $count ->
        [one] One more
       *[other] { $count } more
    }
further-alias-publish = Publish a version of { $function } and move { $alias } to it
further-alias-leave = Leave the aliases of { $function } alone
further-add = Add a function
further-why = Each gets its own rule, rights and variables, in the same run.
