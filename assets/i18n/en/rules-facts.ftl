# What several groups of rules saw, or could not see: one fact a line, never at the end a period. Names and values of
# the account stand in the variables; words of AWS (RequireTLS, AUTH_FAILURE, rds-db:connect) stay as they are.

seen-wanted-on = wanted: { $action } on { $resource }
seen-allows = { $policy } allows { $resource }
seen-allows-on = { $policy } allows { $action } on { $resource }
seen-denies-on = { $policy } denies { $action } on { $resource }
seen-boundary-not-on = the boundary { $boundary } of { $role } does not allow { $action } on { $resource }
seen-policies-unread = some attached policies could not be read
seen-status = status of { $name }: { $status }
seen-vpc = VPC of { $name }: { $vpc }
seen-engine = engine of { $database }: { $engine }
seen-auth-not-understood = this program does not understand an entry in Auth of { $proxy }: { $entry }
seen-no-port-yet = { $database } has no port yet
seen-provider-network-unknown = the network of the capacity provider { $provider } is not known
seen-provider-vpc-unknown = the VPC of the capacity provider { $provider } is not known: its subnets are not among those that were read
seen-setting-seconds = { $setting } of { $owner }: { $seconds } s
seen-endpoint = endpoint of { $proxy }: { $endpoint }
seen-time-unknown = the time of reading is not known
seen-timeout = timeout of { $function }: { $seconds } s
seen-unread = { $what } was not read
# How the clients of a proxy log in.
seen-login-password = password
seen-login-standard-iam = standard IAM
seen-login-end-to-end = end-to-end IAM
seen-login-either = mixed
seen-login-mixed = { $proxy } takes tokens of some users and passwords of others: { $because }
seen-login-user-unknown = the function's user is not known
seen-login-user-either = its user may do either
seen-login-secret-unknown = the secret of the function's user is not known
seen-role-of = role of { $name }: { $role }
seen-account-of = account of { $name }: { $account }
seen-state = state of { $name }: { $state }
seen-names = { $variable } of { $function } names { $value }
seen-left-out = rules by address leave out { $subnets } of { $name }
seen-password-unknown = nothing tells where { $function } gets its password from: no variable holds it or names a secret, and no policy reads one
seen-password-in-variable = variable { $variable } of { $function } holds a password
seen-password-names-secret = variable { $variable } of { $function } names a secret
seen-password-may-read = { $role } may read { $secret }
seen-no-policy-allows-through = no policy of { $role } allows { $action } on { $resource } through { $service }
seen-encrypted-with = { $secret } is encrypted with { $key }
seen-key-policy-not = the policy of { $key } neither names { $role } nor leaves it to the account
seen-no-policy-allows-on = no policy of { $role } allows { $action } on { $resource }
seen-denied = { $operation } was denied
seen-could-not-read = { $operation } could not be read: { $because }
seen-user-in-secret = user name in { $secret }
seen-user-variable = variable { $variable } of { $function }
seen-rule-failed = this rule failed: a bug in this program, please report it

seen-setting = { $setting } of { $owner }: { $value }
seen-setting-default = { $setting } of { $owner }: { $value }, the default
seen-setting-unread = { $setting } of { $owner }: set, and not read
# A variable that holds several things, such as a URL: "DATABASE_URL of orders-api: host db.example".
seen-setting-part = { $setting } of { $owner }: { $part ->
    [host] host
    [port] port
    [user] user
    [database] database
   *[region] region
} { $value }
seen-time-minutes = { $count ->
    [one] 1 minute
   *[other] { $count } minutes
}
seen-time-hours = { $count ->
    [one] 1 hour
   *[other] { $count } hours
}
seen-time-days = { $count ->
    [one] 1 day
   *[other] { $count } days
}
