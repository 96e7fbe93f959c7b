# Rules: the role of the proxy. The id is the code; the value says what is wrong, `.holds` what holds
# where the rule passes (one clause, which can be asked: "Whether the secret is a JSON object"), `.why` what
# follows, `.fix` what to do.

rules-group-role = The role of the proxy

rule-proxy-role-wrong-account = The proxy's role is in another account
    .holds = The proxy's role is in the proxy's account
    .why = RDS may pass on a role of the proxy's own account only, so the proxy gets no credentials.
    .fix = Make a role in the proxy's account and give it to the proxy.

rule-proxy-role-not-found = The proxy's role does not exist
    .holds = The proxy's role exists
    .why = The proxy cannot read a single secret and reports its target as unavailable for lack of credentials.
    .fix = Make the role again under the same name, with its policies, or give the proxy another one.

rule-proxy-role-trust-missing-rds = RDS may not assume the proxy's role
    .holds = The proxy's role trusts RDS
    .why = The role trusts someone else, so the proxy can use none of its permissions.
    .fix = Let the service rds.amazonaws.com assume the role.

rule-proxy-role-trust-condition = The role's trust has a condition that RDS Proxy does not support
    .holds = The role trusts RDS without a condition that RDS Proxy does not support
    .why = RDS Proxy supports no global condition key such as aws:SourceArn. The proxy may fail to assume the role and then has no credentials.
    .fix = Take the condition off the trust; limit what the role may do in its permissions instead.

rule-proxy-role-secret-arn-suffix-missing = The role's policy names the secret without its last six characters
    .holds = The role's right to the secret does not depend on an ARN without its last six characters
    .why = Secrets Manager appends six random characters to every ARN, and IAM compares the whole of it. A secret that was made again has new ones.
    .fix = Name the full ARN of the secret.

rule-proxy-role-missing-getsecretvalue = The proxy's role may not read the secret
    .holds = The proxy's role may read the secret
    .why = Without the password the proxy cannot log in. AWS reports that the proxy has no registered credentials.
    .fix = Allow the role to read exactly this secret.

rule-proxy-role-kms-viaservice-wrong = The role may use the key, but not by way of Secrets Manager
    .holds = The role's right to the key is tied to no service but Secrets Manager in the secret's region
    .why = It is Secrets Manager of the secret's region that asks for the key, and the condition on kms:ViaService names something else, so the secret cannot be decrypted.
    .fix = Name Secrets Manager in the secret's region in the condition.

rule-proxy-role-missing-kms-decrypt = The proxy's role may not use the secret's key
    .holds = The role's policies lack nothing for the secret's key
    .why = The secret is encrypted with a key of your own. Reading it takes kms:Decrypt on that key as well; naming an alias as the resource does not count.
    .fix = Allow the role to decrypt with exactly this key, by way of Secrets Manager.

rule-proxy-role-kms-key-policy = The key's policy does not let the proxy's role in
    .holds = The key's policy or a grant lets the proxy's role in
    .why = The role's own policies allow it to decrypt, but the key's policy neither names the role nor leaves it to the account's policies, and no grant does. The proxy cannot read the secret.
    .fix = Let the key's policy name the role, or leave the decision to the account's policies.

rule-proxy-role-explicit-deny = A policy forbids the proxy's role what the proxy needs
    .holds = The role's policies forbid nothing that the proxy needs
    .why = An explicit deny wins over every permission, so the proxy gets no credentials.
    .fix = Take what the proxy needs out of the deny statement.

rule-proxy-role-permissions-boundary = The permissions boundary of the proxy's role lacks what the proxy needs
    .holds = The permissions boundary of the proxy's role takes nothing away that the proxy needs
    .why = A role may do only what both its policies and its boundary allow, so the proxy gets no credentials although the policies look right.
    .fix = Add what the proxy needs to the boundary, or give the role another one.

rule-proxy-role-scp-deny = The organization forbids the proxy's role what the proxy needs
    .holds = The organization, as simulated, forbids the proxy's role nothing that the proxy needs
    .why = A service control policy limits every role of the account. The account's own policies look right, and the proxy gets no credentials all the same.
    .fix = Have an exception for this role made in the organization's policy.

rule-proxy-role-e2e-uses-prx-id = The proxy's role names the proxy instead of the database
    .holds = The proxy's role does not name the proxy in the database's place
    .why = The function's role names the proxy's id; the proxy's own role names the database's.
    .fix = Put the database's resource id into the policy.

rule-proxy-role-e2e-missing-rds-db-connect = The proxy's role may not connect to the database
    .holds = The proxy's role may connect to the database
    .why = With end-to-end IAM the proxy itself logs in with a token, so its role needs rds-db:connect on the database's own resource id.
    .fix = Allow the role rds-db:connect on exactly this database and user.

rule-proxy-role-overbroad = The proxy's role may read any secret
    .holds = The proxy's role has no right to read just any secret
    .why = Whoever can change the proxy gets at every secret of the account through this role.
    .fix = Name the proxy's secrets in the policy instead of a wildcard.

rule-proxy-role-shared-with-lambda = Proxy and function have the same role
    .holds = Proxy and function have different roles
    .why = The function may read the database's password and log in past the proxy.
    .fix = Give the proxy a role of its own, and take the secret out of the function's.

# What was seen, or could not be seen: one fact a line, in the middle of a report.

seen-role-allows-through = { $policy } allows { $action } through { $services }
seen-role-wanted = wanted: { $resource }
seen-role-no-grant = no grant on { $key } is for { $role }
seen-role-gone = iam:GetRole finds no such role
seen-role-trust-unclear = the trust of { $role } is written in a way that may or may not mean RDS
seen-role-trusts = { $role } trusts { $kind } { $ids }
seen-role-missing-service = missing: Service { $service }
seen-role-trusts-only = { $role } trusts { $service } only under a condition on { $key }
seen-role-any-secret-condition = { $policy } allows { $action } on any secret under a condition, and how far that narrows it is not known
