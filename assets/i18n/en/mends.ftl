## Steps that mend what exists

plan-vpc-dns-support = DNS in `{ $vpc }`
plan-vpc-dns-hostnames = DNS host names in `{ $vpc }`
plan-vpc-dns-support-why = Without the VPC's resolver nothing in it finds the address of a proxy. It is switched on for everything in the VPC.
plan-vpc-dns-hostnames-why = Without it an interface endpoint cannot have the name of the service that it leads to. It is switched on for everything in the VPC.
plan-vpc-dns-support-undo = Switches DNS in `{ $vpc }` off again, for everything in it: whatever has come to need names since then loses them.
plan-vpc-dns-hostnames-undo = Switches DNS host names in `{ $vpc }` off again, for everything in it: whatever has come to need names since then loses them.
plan-vpc-attribute-moved = it was switched on since the plan was made; review again
plan-vpc-attribute-unread = whether it is on could not be read

plan-acl-entry-in = Entry { $number } of `{ $acl }`: in from `{ $cidr }`
plan-acl-entry-out = Entry { $number } of `{ $acl }`: out to `{ $cidr }`
plan-acl-entry-why = A network ACL asks its entries by number and keeps no track of connections: this one comes before the entry that stops the packets.
plan-acl-entry-undo = Deletes the entry { $number } of `{ $acl }`.
plan-acl-entry-kept = Somebody has changed the entry since, so it stays.

plan-revoke-rule = Take the rule `{ $rule }` from `{ $group }`
plan-revoke-rule-why = It lets every address in. A rule that names the client's group is added before this one goes. Other clients that came in by this rule are shut out.
plan-revoke-rule-why-past = It is the way past the proxy. Whoever still connects directly by it is shut out.
plan-revoke-rule-undo = Writes the rule `{ $rule }` into `{ $group }` again.

plan-update-function-timeout = Timeout of `{ $name }`
plan-update-function-why-timeout = The function has time for a cold start. Everything else of it is kept.
plan-update-function-undo-timeout = Puts the previous settings of `{ $name }` back, its timeout among them.

after-acl-entry = the ACL entry
after-vpc-dns = DNS in the VPC

preflight-loses-internet = `{ $function }` loses its way to the internet
preflight-loses-internet-text = It is in no VPC today and reaches everything. In the proxy's VPC its new group lets it out to the proxy alone: calls to other services, and to AWS's own, no longer arrive until somebody gives them a rule and a NAT gateway or an endpoint.

## Removing an endpoint of a proxy

plan-delete-proxy-endpoint = Remove the endpoint `{ $name }`
plan-delete-proxy-endpoint-why = No variable of a function of this account and region names its host. Clients that are no functions are not seen: they lose their connections and no longer find the host.
plan-delete-proxy-endpoint-why-used = Variables of { $functions } name its host, and clients that are no functions may use it too: they lose their connections and no longer find the host.
plan-delete-proxy-endpoint-undo = Makes the endpoint `{ $name }` again as it was read: name, role, subnets, groups, network type and tags. AWS gives it a new id, and a host that may be another.
plan-delete-proxy-endpoint-undo-aws-tags = Makes the endpoint `{ $name }` again as it was read: name, role, subnets, groups, network type and tags, without those that only AWS may write. AWS gives it a new id, and a host that may be another.
plan-delete-proxy-endpoint-moved = it was changed since it was read; look again
plan-delete-proxy-endpoint-going = the endpoint is still being deleted
remove-endpoint-default = `{ $name }` is the default endpoint of the proxy
remove-endpoint-default-cure = It cannot be removed. It goes when the proxy is deleted.
remove-endpoint-unclear = Role or network type of `{ $name }` is not understood
remove-endpoint-unclear-cure = It could not be made again as it is. Remove it by hand if nobody uses it.
remove-endpoint-tags = The tags of `{ $name }` could not be read
remove-endpoint-tags-cure = It could not be made again as it is. Allow `rds:ListTagsForResource` on `{ $arn }`, and try again.
remove-endpoint-used = The host of `{ $name }` is named by { $functions }
remove-endpoint-used-cure = Give their variables another host first, and let their aliases call a version that has it.
remove-endpoint-hidden = Whether { $functions } names the host of `{ $name }` is not known
remove-endpoint-hidden-cure = Their variables could not be read: allow `kms:Decrypt` with their key, and try again.
remove-endpoint-callers = It is not known which functions name the host of `{ $name }`
remove-endpoint-callers-cure = The functions of this account and region could not be read: allow `lambda:ListFunctions`, `lambda:ListAliases` and `lambda:GetFunctionConfiguration`, and try again.

endpoints-title = Endpoints of { $proxy }
endpoints-default = default
endpoints-role = role
endpoints-status = status
endpoints-host = host
endpoints-no-host = none yet
endpoints-used = used by
endpoints-unused = no variable of a function names its host
endpoints-hidden = Not known: { $functions }. The variables could not be read.
endpoints-even-if-used = With `--even-if-used` it is removed all the same.
endpoints-unlisted = The endpoints could not be read
endpoints-sentence = Each host that a function may connect to. The default one has the same lifetime as the proxy.
endpoints-back = Back to the endpoints
endpoints-review = Review the removal
endpoints-copy = Copy host
endpoints-fact-role = Role
endpoints-fact-status = Status
endpoints-fact-host = Host
endpoints-fact-used = Used by
endpoints-remove = Remove
endpoints-note = A removal is reviewed before anything is changed
endpoints-remove-name = Remove { $name }
endpoints-remove-used = Remove all the same
endpoints-planning = Reading what it takes to make `{ $name }` again
endpoints-none = The proxy { $proxy } has no endpoint { $name }

## Migrations

migrate-unread = { $what } could not be read
migrate-the-function = the function
migrate-the-functions = the account’s functions
migrate-the-database = the database
migrate-the-proxy = the proxy
migrate-the-proxy-role = the proxy’s role
migrate-the-function-role = the function’s role
migrate-unread-cure = A migration changes nothing whose state it does not know. Give the permission that `validate` names, and try again.
migrate-not-direct = No variable of `{ $function }` names the database
migrate-not-direct-cure = It does not connect to the database directly, as far as its variables tell: there is nothing to move.
migrate-no-host-variable = The variable with the host of `{ $function }` cannot be set
migrate-no-host-variable-cure = It is hidden, part of a URL, or frozen in a published version. Set it by hand, and validate.
migrate-first = First: { $title } [{ $code }]
migrate-still-direct-cure = While it connects directly, the direct way stays. Move it through the proxy first.
migrate-not-proven = The way through the proxy does not work yet: { $title } [{ $code }]
migrate-sqlserver = These logins are not for SQL Server
migrate-sqlserver-cure = RDS Proxy takes tokens for MySQL, MariaDB and PostgreSQL.
migrate-tls = `{ $name }` does not require TLS
migrate-tls-cure = Tokens go over TLS only, and AWS asks for it on the whole proxy, so whoever comes without it is turned away. See that all clients use TLS, then fix proxy-require-tls-false.
migrate-secrets-unread = It is not known whose logins `{ $name }` has
migrate-secrets-unread-cure = Each entry of the proxy is for the user that its secret names. Allow a look into the secrets (--read-secrets on the command line); no value is kept.
migrate-user-taken = `{ $name }` already has a login of `{ $user }`
migrate-user-taken-cure = That login is not changed, because others use it. Choose a new database user, give it the same rights, and move one function after the other to it.
migrate-no-user-variable = No variable of `{ $function }` names the user that it logs in as
migrate-no-user-variable-cure = It cannot be moved by a variable: deploy it with the new user by hand.
migrate-frozen = A published version of `{ $function }` is chosen
migrate-frozen-cure = A version cannot be changed. Name the function without a qualifier, then publish a version and move the alias.
migrate-no-old = `{ $name }` has no login of `{ $user }`
migrate-no-old-cure = Name the old database user, as its secret has it.
migrate-last-login = The login of `{ $user }` is the only one of `{ $name }`
migrate-last-login-cure = Without it nobody gets in. Add the new login first.
migrate-still-used = Still logs in as `{ $user }`: { $functions }
migrate-still-used-cure = It would be cut off. Move it first.
migrate-perhaps-used = May still log in as `{ $user }`: { $functions }
migrate-perhaps-used-cure = Its variables do not say as whom it logs in to this proxy. Let a variable say so, or move it first.

migrate-needs-user = The database user `{ $user }` has to be there before the function moves to it
migrate-needs-user-standard = Make it with the password of the new secret, and the rights of the old one. The function's code has to sign a token instead of the password: deploy that first. Until you finish, both logins work.
migrate-needs-user-end-to-end = Make it with the engine's IAM login and the rights of the old one: the page Database user, or the command "user", has the SQL. Until you finish, both logins work.
migrate-others-direct = Still connects to the database directly: { $functions }
migrate-others-direct-cure = It gets in by the rules that would go, so it would be shut out. Move it first. To move a published version, publish a new one and move its alias.
migrate-alias = Whoever calls { $aliases } still gets the old version
migrate-alias-text = A published version keeps its variables. Try the function first, then publish a version and move the alias; finishing waits for that.

migrate-no-return = From here the old way is closed
migrate-no-return-direct = Whoever still connects to the database by these rules is shut out at the next connection. Undo writes the rules again.
migrate-no-return-login = Whoever still logs in as `{ $user }` through this proxy is refused at the next connection. Functions of this account and region were looked at; other clients were not. Undo brings the login back as long as its secret is there.

cli-migrate-function = --to proxy needs --function
cli-migrate-user = --user is missing
cli-migrate-user-hint = Name a database user that is new: nobody who logs in as another is touched. With --finish, name the old one.
cli-migrate-user-sql =
    The database user `{ $user }` is made in the database, not by AWS:
      { $command }
cli-migrate-error = error    { $title } [{ $code }]
cli-migrate-old-stays =
    The old way still works. When all has moved, close it:
      { $command }
cli-migrate-old-gone = The old way is closed.

## On the findings page

findings-by-hand = For a person to do: this program changes nothing of it.
findings-before = Before
findings-now = Now
findings-path-open = whole path open
findings-path-unknown = not all of it is known
findings-path-blocked = 1 hop blocked
findings-path-blocked-several = blocked
