# What the window and the command line say in the same words: of a run, of a wait, of what does not work yet.

# A run, counted from its receipt
run-progress = { $done } of { $all }
run-progress-done = done
run-progress-undone = taken back
run-applying = Applying
run-applying-sentence = Leave it running. Closing the window asks first.
run-undoing = Undoing
run-undoing-sentence = The last step first. What others changed since is left alone.
run-could-not = The run could not begin
run-could-not-sentence = Nothing was changed.
run-nothing = Nothing to change
run-nothing-sentence = The account already was as the setup wants it.
run-finished = Everything is in place
run-finished-sentence = { $count ->
    [one] 1 change is made. A check proves that it works.
   *[other] { $count } changes are made. A check proves that they work.
}
run-repaired = { $count ->
    [one] 1 change is made
   *[other] { $count } changes are made
}
run-repaired-sentence = Validate again to see the proxy as it is now.
run-not-working = { $count ->
    [one] Made. One thing does not work yet
   *[other] Made. { $count } things do not work yet
}
run-made-sentence = { $count ->
    [one] The change is made.
   *[other] All { $count } changes are made.
}
run-stopped-title = Stopped, { $done } of { $all } done
run-cut-off = Cut off, { $done } of { $all } done
run-failed = { $failed ->
    [0] Not finished, { $done } of { $all } done
    [one] One step failed, { $done } of { $all } done
   *[other] { $failed } steps failed, { $done } of { $all } done
}
run-signed-out = Signed out, { $done } of { $all } done
run-sign-in = The session has ended: sign in, then go on from here.
run-cut-off-steps = { $count ->
    [one] One step was cut off: resuming and undoing look up how far it got.
   *[other] { $count } steps were cut off: resuming and undoing look up how far they got.
}
run-not-begun = { $count ->
    [one] 1 step is not begun.
   *[other] { $count } steps are not begun.
}
run-kept = { $count ->
    [0] Nothing is done yet.
   *[other] What is done stays, and is in the receipt.
}
run-undo-stopped = Undo is not finished, { $done } of { $all } taken back
run-undo-left = { $count ->
    [one] 1 step is still to be taken back.
   *[other] { $count } steps are still to be taken back.
}
run-left-behind = { $count ->
    [one] Not undone: one thing is still there
   *[other] Not undone: { $count } things are still there
}
run-probe-left = The temporary function is still there
run-probe-left-sentence = The run was cut off before it was removed. Undo removes the function and its log group.
run-left-behind-sentence = Each has its reason, its page in the console and the command that takes it away.
run-undone = Undone
run-undone-nothing = There was nothing to take back.
run-undone-removed = { $removed ->
    [one] The 1 thing that it made is gone.
   *[other] The { $removed } things that it made are gone.
}
run-undone-restored = { $restored ->
    [one] The 1 thing that it changed is as before.
   *[other] The { $restored } things that it changed are as before.
}
run-undone-both = { $removed ->
    [one] The 1 thing that it made is gone
   *[other] The { $removed } things that it made are gone
}, { $restored ->
    [one] the 1 thing that it changed is as before.
   *[other] the { $restored } that it changed are as before.
}

# The same beside its name
run-badge-not-begun = not begun
run-badge-nothing = nothing to change
run-badge-done = { $done } of { $all } done
run-badge-not-working = { $count ->
    [one] made, one thing does not work yet
   *[other] made, { $count } things do not work yet
}
run-badge-stopped = stopped, { $done } of { $all } done
run-badge-cut-off = cut off, { $done } of { $all } done
run-badge-failed = { $failed ->
    [0] not finished, { $done } of { $all } done
   *[other] { $failed } failed, { $done } of { $all } done
}
run-badge-undoing = { $done } of { $all } taken back
run-badge-probe-left = still to be removed
run-badge-left = { $count ->
    [one] one thing is still there
   *[other] { $count } things are still there
}
run-badge-undone = undone

# Confirmations
run-undo-question = { $count ->
    [0] Undo { $name }?
    [one] Undo 1 change of { $name }?
   *[other] Undo { $count } changes of { $name }?
}
run-undo-text = { $count ->
    [0] There is nothing to take back in { $account }.
    [one] Takes back 1 step in { $account }. What others changed since is left alone.
   *[other] Takes back { $count } steps in { $account }, the last first. What others changed since is left alone.
}
run-undo-uncertain = { $all ->
    [one] It may not have happened: that is looked up first.
   *[other] { $count ->
        [one] One of them may not have happened: that is looked up first.
       *[other] { $count } of them may not have happened: that is looked up first.
    }
}
run-undo-yes = { $count ->
    [0] Undo
    [one] Undo 1 change
   *[other] Undo { $count } changes
}
run-resume-question = { $count ->
    [one] Go on with `{ $name }`, 1 step left?
   *[other] Go on with `{ $name }`, { $count } steps left?
}
run-resume-text = { $left ->
    [one] Does the 1 step that is left in { $account }.
   *[other] Does the { $left } steps that are left in { $account }.
} { $done ->
    [0] None is done yet.
    [one] The one that is done stays.
   *[other] The { $done } that are done stay.
}
run-resume-yes = { $count ->
    [one] Do 1 step
   *[other] Do { $count } steps
}
run-wait-question = Wait again for `{ $name }`?
run-wait-text = { $count ->
    [one] Everything is made in { $account }. One thing did not work; AWS is asked again whether it works now.
   *[other] Everything is made in { $account }. { $count } things did not work; AWS is asked again whether they work now.
}
run-wait-yes = Wait again

# What is made and does not work yet
not-yet-target = Made. The target does not answer yet
not-yet-target-badge = made, target does not answer
not-yet-other = AWS still says `{ $state }`.
not-yet-waited = { $time }
not-yet-waited-target = `{ $database }` to be `AVAILABLE`, for { $time }
not-yet-auth = The proxy cannot log in to `{ $database }`.
not-yet-auth-means = The proxy’s login is refused: the user does not exist in the database, has another password than the secret, or the proxy may not open the secret.
not-yet-auth-means-iam = The proxy’s login is refused: the user does not exist in the database, may not log in with IAM there, or the proxy’s role lacks `rds-db:connect` for it.
not-yet-auth-not = the network: then AWS says `UNREACHABLE`
not-yet-connection = The proxy’s connection to `{ $database }` fails.
not-yet-connection-means = The database takes no connection: it is stopped or starting, has none left below `max_connections`, or listens on another port.
not-yet-connection-not = the login: then AWS says `AUTH_FAILURE`
not-yet-unreachable = The proxy does not reach `{ $database }`.
not-yet-unreachable-means = Something between the proxy and the database lets nothing through: a security group, also one that both share and that has no rule for itself, or a network ACL.
not-yet-unreachable-not = the login: then AWS says `AUTH_FAILURE`
not-yet-capacity = The proxy has no capacity for `{ $database }` yet.
not-yet-capacity-means = The proxy is waiting for hosts. With too few free addresses in its subnets they do not come.
not-yet-capacity-not = the login or the security groups: AWS has not tried them yet
not-yet-replication = `{ $database }` cannot be behind a proxy as it replicates now.
not-yet-replication-means = The database is a replica, or is becoming one. A proxy needs the writer.
not-yet-replication-not = the network or the login: AWS has not tried them
not-yet-registering = AWS is still registering `{ $database }`.
not-yet-registering-means = AWS has named no error, but has not said either that the proxy reaches the database.
not-yet-unknown = AWS says that `{ $database }` is `{ $state }`.
not-yet-unknown-means = AWS’s word is `{ $state }`: we do not know this one. The check reads the whole path, and the console may say more.

# A wait
fact-waited-for = Waited for
fact-not-it = Not the cause
spell = { $state } from { $from }, { $count ->
    [one] once
   *[other] { $count } times
}
span-minutes = { $minutes } min { $seconds } s
wait-usual = usually { $from } to { $to }
wait-longer = longer than the usual { $from } to { $to }
wait-ending = far longer than the usual { $from } to { $to }; the wait ends after { $limit }
wait-cause = What may be the cause: { $cause }
wait-no-cause = { $what } AWS gives no reason for the delay.
wait-left-about = about { $count } min left
wait-left-up-to = up to { $count } min left
wait-left-unknown = longer than usual

# A head that goes on as a sentence.
head-and-text = { $head }. { $text }
label-and-text = { $label }: { $text }
percent = { $percent } %
