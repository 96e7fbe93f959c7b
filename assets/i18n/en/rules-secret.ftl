# Rules: the secrets of the proxy. The id is the code; the value says what is wrong, `.holds` what holds
# where the rule passes (one clause, which can be asked: "Whether the secret is a JSON object"), `.why` what
# follows, `.fix` what to do.

rules-group-secret = The secrets of the proxy

rule-secret-not-found = The proxy's secret does not exist
    .holds = The proxy's secret exists
    .why = The proxy has no password for its user. A secret that is made again under the old name has a new ARN, and the proxy goes on asking for the old one.
    .fix = Make the secret again and give the proxy its new ARN.

rule-secret-scheduled-for-deletion = The proxy's secret is being deleted
    .holds = The proxy's secret is not being deleted
    .why = It cannot be read any more. Connections that are open go on working until they end, so the failure comes late.
    .fix = Restore the secret, or give the proxy another one.

rule-secret-no-current-version = The proxy's secret has no current value
    .holds = The proxy's secret has a current value
    .why = RDS Proxy reads the version with the label AWSCURRENT and no other. A template that makes the secret but not its first version leaves an empty shell.
    .fix = Write {"{"}"username": …, "password": …{"}"} to the file secret.json and store it as the secret's value; then delete the file.

rule-secret-wrong-region = The proxy's secret is in another region
    .holds = The proxy's secret is in the proxy's region
    .why = The proxy fetches its secrets in its own region. A secret of another region counts only by its replica here, which has an ARN of its own.
    .fix = Replicate the secret to the proxy's region, and give the proxy the replica's ARN.

rule-secret-cross-account = The secret belongs to another account, which is not known to share it
    .holds = The secret belongs to the proxy's account, or is known to be shared with it
    .why = Reading a secret across accounts takes a resource policy on the secret and a key of the owner's that the proxy's role may use. The default key cannot be shared.
    .fix = Keep the secret in the proxy's account, or let its owner add a resource policy and a key of the owner's.

rule-secret-count-limit = The proxy has as many secrets as it can hold
    .holds = The proxy has room for more secrets
    .why = A proxy takes at most 200 secrets; one more database user cannot be added.
    .fix = Make a second proxy for further users, or log in with tokens on both sides, which takes no secrets.

rule-secret-kms-key-unusable = The secret's key cannot be used
    .holds = The secret's key is in a state to be used
    .why = Nobody can decrypt the secret while its key is disabled or waits to be deleted.
    .fix = Enable the key, or encrypt the secret with another one.

rule-secret-kms-cmk-no-decrypt = The proxy may not decrypt the secret with its key
    .holds = The proxy may decrypt the secret with its key
    .why = The secret is encrypted with a key of your own. Reading it takes kms:Decrypt, by the key's policy alone, by a grant, or by the role's policies where the key leaves it to them; and no policy may deny it.
    .fix = Allow the proxy's role to decrypt with this key, and take any deny out of the key's policy.

rule-secret-resource-policy-deny = The secret's own policy keeps the proxy out
    .holds = The secret's own policy does not keep the proxy out
    .why = A deny wins over every permission of the role. A deny that spares only an endpoint, a VPC or an address of yours hits the proxy too, because the proxy reads its secrets from AWS's own network.
    .fix = Exempt the proxy's role in the deny: ArnNotEquals on aws:PrincipalArn.

rule-secret-binary-only = The secret holds bytes instead of text
    .holds = The secret holds text
    .why = RDS Proxy reads the secret's text. A secret that was stored as SecretBinary has none.
    .fix = Write {"{"}"username": …, "password": …{"}"} to the file secret.json and store it as text; then delete the file.

rule-secret-not-json = The secret is not a JSON object
    .holds = The secret is a JSON object
    .why = RDS Proxy reads a JSON object with username and password. A bare password does not count, nor does JSON inside a JSON string.
    .fix = Write {"{"}"username": …, "password": …{"}"} to the file secret.json and store it; then delete the file.

rule-secret-missing-username-or-password = The secret lacks username or password
    .holds = The secret has username and password
    .why = RDS Proxy reads exactly the keys username and password, in lower case, as text.
    .fix = Write the whole secret with both keys to the file secret.json and store it; then delete the file.

rule-secret-password-stray-whitespace = The secret's user name or password begins or ends with white space or a quote
    .holds = The secret's user name and password have no white space or quote at either end
    .why = Such characters come from files and shells and are rarely part of the password, so the database refuses the login.
    .fix = Write the secret without the stray characters to the file secret.json and store it; then delete the file.

rule-secret-special-characters = The password has characters that connection strings need escaped
    .holds = The password has no characters that connection strings need escaped
    .why = The proxy passes the password on as it is. Programs that put it into a URL or a shell line may break.
    .fix = Escape it wherever it goes into a URL, or store a password without such characters.

rule-secret-username-not-registered = The proxy has no secret for the function's user
    .holds = The proxy has a secret for the function's user
    .why = A token is not enough: the proxy logs in to the database with the secret of the same user, and there is none.
    .fix = Store a secret for this user and add it to the proxy, or let the function log in as a secret's user.

rule-secret-username-case-mismatch = The function's user and the secret's differ in upper and lower case
    .holds = The function's user and the secret's do not differ in upper and lower case alone
    .why = User names are compared letter by letter: in the secret, in the token, in the policy and in the database.
    .fix = Write the name the same way in all four places.

rule-secret-is-master-user = The proxy logs in as the database's master user
    .holds = The proxy does not log in as the database's master user
    .why = Whoever gets at the function owns the whole database.
    .fix = Make a user with only the rights that the function needs, and a secret for it.

rule-secret-duplicate-username = Two secrets of the proxy are of the same user
    .holds = Each secret of the proxy belongs to a different user
    .why = AWS does not say which of the two the proxy takes. Once only one of them is changed, logins fail now and then.
    .fix = Keep one secret for each database user.

rule-secret-rotation-multi-user = Rotation gives the secret another user name each time
    .holds = Rotation shows no sign of changing the secret's user name
    .why = It takes turns between a user and its clone. The proxy knows only the name that the secret has now, while the function and its policy keep to one, so every second rotation locks the function out.
    .fix = Rotate this secret for a single user.

rule-secret-rotation-broken = The secret's rotation is stuck
    .holds = The secret's rotation is not stuck
    .why = A rotation that stops half-way can leave a password in the secret that the database does not know.
    .fix = Fix the rotation function (its log says what it lacks), then rotate once by hand.

rule-secret-rotation-host-is-proxy = Rotation is sent to the proxy instead of the database
    .holds = Rotation is not sent to the proxy
    .why = A rotation function connects to the host in the secret and must reach the database itself to change the password. The proxy does not read the field.
    .fix = Name the database's own writer host in the secret.

rule-secret-rotation-missing-fields = The secret lacks what its rotation function reads
    .holds = The secret has engine and host, or no rotation function needs them
    .why = The proxy is content with username and password. AWS's rotation functions also read engine and host, and stop without them.
    .fix = Add engine and host, and port and dbname where they are not the usual ones.

rule-secret-rotation-network = The secret's rotation cannot reach what it needs
    .holds = The secret's rotation has a way to the database and to Secrets Manager
    .why = The function that rotates the secret connects to the database itself, and calls Secrets Manager. Without a way to both it times out, and leaves a pending version of the secret behind.
    .fix = Let the rotation function's group into the database's group on the database's port, and give its subnets an endpoint for Secrets Manager or a NAT gateway.

rule-secret-no-rotation = The secret is not rotated
    .holds = The secret is rotated, or RDS looks after it
    .why = Behind the proxy stands a password that never changes.
    .fix = Turn on rotation for a single user, or log in with tokens on both sides, which needs no password.

rule-secret-readable-by-lambda-role = The function may read the password it does not need
    .holds = The function may not read the password, which it does not need
    .why = With tokens in front, the password is the proxy's business. A function that can read it can log in to the database around the proxy.
    .fix = Take secretsmanager:GetSecretValue on this secret off the function's role.

rule-password-secret-unreadable-by-function = The function may not read the secret with its password
    .holds = The function may read the secret with its password
    .why = The function logs in with a password that it reads from Secrets Manager. It is refused there with AccessDeniedException, before it connects at all.
    .fix = Allow the function's role secretsmanager:GetSecretValue on exactly this secret, and kms:Decrypt where a key of your own encrypts it.

rule-secret-password-mismatch = The database seems to refuse a password of the proxy's secrets
    .holds = The database shows no sign of refusing a password of the proxy's secrets
    .why = The password was perhaps changed in the database and not in the secret, or the other way round. Other secrets of the proxy go on working.
    .fix = Set the database user's password to the secret's, or store the database's in the secret.

rule-secret-update-not-picked-up = The proxy may not have picked up the changed secret yet
    .holds = The proxy shows no sign of missing a change of its secret
    .why = Field reports say that the proxy remembers a failed look at its secrets for a while, and looks again when its list of secrets is set anew.
    .fix = Wait some minutes, or give the proxy the same list of secrets once more.

# What was seen, or could not be seen: one fact a line, in the middle of a report.

seen-secret-policy-denies-read = the policy of { $secret } denies secretsmanager:GetSecretValue to { $role }
seen-secret-statement = statement: { $sid }
seen-secret-may-do = { $role } may do { $action } on { $secret }
seen-secret-failed-to-open = { $proxy } failed to open { $count } database connections in the last hour
seen-secret-no-client-refused = no client was refused by the proxy itself
seen-secret-auth-failure = the target reports AUTH_FAILURE
seen-secret-all-there = every secret of { $proxy } is there, and its role may read it
seen-secret-changed = { $secret } was changed { $minutes } minutes ago
seen-secret-no-decrypt = no policy of { $role } allows kms:Decrypt on { $key }
seen-secret-nor-key = neither the key's policy nor a grant allows it
seen-secret-key-denies-decrypt = the policy of { $key } denies kms:Decrypt to { $role }
seen-secret-key-gone = kms:DescribeKey finds no such key
seen-secret-policy-of = policy { $policy } of { $role }
seen-secret-function-user = user of the function: { $user } ({ $from })
seen-secret-user-in = user in { $secret }: { $user }
seen-secret-of-master = { $secret } is the secret of { $database }'s master user
seen-secret-master-unknown = the master user of { $database } is not known
seen-secret-master-user = master user of { $database }: { $user }
seen-secret-proxy-names = { $proxy } names { $secret }
seen-secret-gone = secretsmanager:DescribeSecret finds no such secret
seen-secret-deleted = { $secret } is scheduled for deletion
seen-secret-no-version = no version of { $secret } has the label { $label }
seen-secret-no-region = `{ $arn }` is no ARN that says a region
seen-secret-regions = { $secret } is in { $region }, { $proxy } in { $home }
seen-secret-no-account = `{ $arn }` is no ARN that says an account
seen-secret-share-unread = whether its owner shares it could not be read: { $because }
seen-secret-share-unseen = whether its owner shares it cannot be seen from here
seen-secret-accounts = { $secret } belongs to account { $owner }, { $proxy } to { $home }
seen-secret-default-key = it is encrypted with the default key, which cannot be shared
seen-secret-not-shared = no resource policy of it allows secretsmanager:GetSecretValue
seen-secret-count = { $proxy } names { $count } of at most { $most } secrets
seen-secret-reader-unread = { $variable } of { $function }, which was not read, names the secret of its login
seen-secret-reader-policy = { $policy } of { $role } is for reading a secret
seen-secret-reader-other = { $variable } of { $function } names { $secret }, which is none of the proxy's secrets and was not looked at
seen-secret-denies-on-to = { $policy } denies { $action } on { $resource } to { $role }
seen-secret-boundary-not = the boundary of { $role } does not allow { $action }
seen-secret-policy-not-to = the policy of { $resource } does not allow { $action } to { $role }
seen-secret-policy-denies-to = the policy of { $resource } denies { $action } to { $role }
seen-secret-role-denies-on = a policy of { $role } denies { $action } on { $resource }
seen-secret-rotated-by = { $secret } is rotated by { $function }
seen-secret-made-from = made from { $application }
seen-secret-names-master = it names a master secret (masterarn)
seen-secret-rotation-due = rotation of { $secret } has been due for { $days } days
seen-secret-pending = version { $version } has waited as AWSPENDING for more than a day
seen-secret-rotation-failed = { $function } failed { $count } times in 7 days
seen-secret-host-in = host in { $secret }: { $host }
seen-secret-host-of-proxy = this is an endpoint of { $proxy }
seen-secret-rotation-off = rotation of { $secret } is off
seen-secret-way-internet = { $function } is in no VPC, and the way over the internet is not looked at
seen-secret-way-no-vpc = { $function } is in no VPC, and { $database } is not on the internet
seen-secret-way-blocked = { $function } cannot reach { $database }: { $missing }
seen-secret-way-no-service = { $function } cannot reach Secrets Manager: no endpoint in { $vpc } and no route out
seen-secret-no-string = { $secret } has no SecretString
seen-secret-json-in-string = the value of { $secret } is JSON inside a string
seen-secret-not-object = the value of { $secret } is not a JSON object
seen-secret-has-no = { $secret } has no { $key }
seen-secret-spaces = user name or password in { $secret } begins or ends with white space or a quote
seen-secret-characters = the password in { $secret } has characters such as / @ : % # ? & or a space
seen-secret-fields = its fields: { $fields }

seen-secret-lacks-field = it has no { $field }
seen-secret-lacks-fields = it has no { $first } and no { $second }
