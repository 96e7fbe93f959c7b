# A proxy that is there, written down as a setup.

adopt-missing = `{ $of }` is not there
adopt-missing-cure = Part of the proxy refers to it. Fix that first: `validate` says what is broken.
adopt-tags-unread = the proxy’s tags were not read, and they say what a setup made
adopt-proxy-missing = The proxy is not there
adopt-proxy-missing-cure = Choose one that exists: `validate --all` lists them.
adopt-rule-ids-unread = the ids of security group rules were not read, and an import needs them
adopt-proxy-busy = `{ $name }` has no endpoint yet: it is { $status }
adopt-database-busy = `{ $id }` has no endpoint yet: it is { $status }
adopt-busy-cure = Try again when it is available.
adopt-not-understood = `{ $name }` has a setting that this program does not understand: { $what }
adopt-not-understood-cure = Nothing is written, because the files could mean something else. Look for a newer version of this program.
adopt-no-target = `{ $name }` has no target
adopt-no-target-cure = Register its database first, then try again.
adopt-no-function = It is not known which function uses `{ $name }`
adopt-no-function-cure = Nothing that could be read names a function. Name it with `--function NAME`.
adopt-which-function = { $count } functions seem to use `{ $proxy }`: { $names }
adopt-which-function-cure = Say which one is meant: `--function { $first }`.
adopt-no-user = The database user that `{ $function }` logs in as on `{ $proxy }` is not known
adopt-no-user-cure = Name it with `--user NAME`, or allow a look into the proxy’s secrets with `--read-secrets`.
adopt-no-secret = It is not known which of the { $count } secrets of `{ $proxy }` belongs to `{ $user }`
adopt-no-secret-cure = Allow a look into them with `--read-secrets`.

adopt-secret-used = The secret `{ $name }` is referenced
adopt-secret-used-text = What it holds cannot be made again, so it is never made, changed or removed from here.
adopt-secret-managed-text = RDS keeps it for the database’s master user.

adopt-role-used = The role `{ $role }` is referenced
adopt-role-more = The role `{ $role }` has further policies
adopt-role-more-text = They are left out, and stay as they are. Whoever removes the role has to take them away first.
adopt-role-no-inline = It has no inline policy, so its permissions come from policies that belong to others.
adopt-role-several = It has several inline policies, and a setup carries one.
adopt-role-not-understood = Its policies have parts that this program does not understand, and could not write again.
adopt-role-attached = Beside its inline policy it has { $names }, which a setup does not carry.
adopt-role-shared = Other proxies have it too: { $proxies }.
adopt-role-unknown = Whether other proxies have it too is not known: the list of proxies was not read.
adopt-role-trust = RDS is not the only one that may assume it.

adopt-group-used = The security group `{ $group }` of the proxy is referenced
adopt-group-used-text = It does not bear the tags of this setup, and who else uses it is not known, so it is never made, changed or removed from here.
adopt-rules-left = { $count ->
    [one] One rule stays as it is
   *[other] { $count } rules stay as they are
}
adopt-rules-left-text = They are between groups that are referenced, and who else relies on them is not known.

adopt-rights-used = The rights of `{ $role }` to log in come from `{ $policy }`
adopt-rights-used-text = That policy says more than this path needs, or is not the role’s own, so it stays as it is.
adopt-rights-none = No policy of `{ $role }` allows { $action } here
adopt-rights-none-text = The export does not add it. `validate` says whether the function can log in.
adopt-no-variables = No variable of `{ $function }` names an endpoint of this proxy alone
adopt-no-variables-text = Its variables stay as they are. The handlers read { $host } and the like, which this function does not have.

adopt-extra-endpoints = { $count ->
    [one] One further endpoint is left out
   *[other] { $count } further endpoints are left out
}
adopt-extra-endpoints-text = A setup carries the default endpoint. It also carries one read-only endpoint, or those in the VPC of a function in another VPC, if they are its own or the function names them. These stay as they are: { $names }.
adopt-endpoint-used = The endpoint `{ $name }` of the proxy is referenced
adopt-endpoint-used-text = It does not bear the tags of this setup, so it is never made, changed or removed from here.
adopt-of-stack = The proxy belongs to the CloudFormation stack `{ $stack }`
adopt-of-stack-text = Two tools that manage one thing undo each other’s changes. Take it out of the stack before it is managed from here.

# The window
adopt-export = Export…
adopt-sentence = `{ $proxy }` as files: as it is in the account, with nothing added.
adopt-reading = Reading `{ $proxy }` and everything that belongs to it
adopt-ask-again = Change proxy or function
adopt-notes = Left out, or referenced
adopt-notes-why = Everything else of the proxy is in the files.
adopt-side = { $count } files
