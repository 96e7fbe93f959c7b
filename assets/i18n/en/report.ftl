# How errors are shown: what failed, and what to do next.

report-failed = `{ $operation }` failed
report-failed-on = `{ $operation }` failed for `{ $resource }`
report-request-id = request { $id }
report-error = error:
report-cause = cause:
report-hint = Hint:
report-hint-denied = Add this statement to a policy of the person or role that runs the wizard, or ask somebody who may:
report-hint-expired = Sign in again, then retry:
report-hint-expired-any = Renew the credentials, then retry.
report-hint-no-credentials = Run `aws configure sso` or `aws configure`, set `AWS_PROFILE`, or use the practice account with `--practice`.
report-hint-later = Wait a little, then try again.
report-hint-not-found = Check the name, the account and the region.
report-hint-changed = Something changed since it was read. Read the account again and review the plan.
report-hint-in-use = Something else still uses it. Wait a little, then try again.
report-hint-quota = Ask for a higher quota in Service Quotas, or remove something that is not needed.
report-hint-unreachable = Check the network, the region and any proxy or `AWS_ENDPOINT_URL` setting, then try again.
report-hint-refused = Change the value that AWS names, then try again.
report-hint-unexpected = Try again; if it happens again, report it with the request id.
report-hint-not-saved = Free some space or correct the permissions of that folder, then resume. Nothing was changed without a receipt.
report-hint-not-a-receipt = Name a receipt file written by this program.
report-hint-newer-receipt = Install the newer version, then try again.
report-hint-other-account = Choose the account, region and mode that the receipt names.
report-hint-busy = Wait until it has ended, or stop it, then try again.
report-hint-password = Type the password again, or give it with `--password-stdin`.
report-hint-undoing = Finish undoing, then apply again.
