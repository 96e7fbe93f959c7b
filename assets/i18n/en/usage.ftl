# The help of the command line: `usage-VERB` what a verb is for, `usage-arg-NAME` an argument wherever it stands,
# `usage-VERB-arg-NAME` where one verb says something else of it; `.long` is what --help shows below it.

usage = Set up, check and export Amazon RDS Proxy for AWS Lambda
    .long =
        Set up, check and export Amazon RDS Proxy for AWS Lambda.

        Without a command it opens the window; with a file, a choices file or a bundle in it.
usage-advise = Say whether a proxy is worth it in front of a database, and what to do instead; changes nothing
usage-apply = Carry the plan out, after showing it and asking
usage-completions = Print the script that lets a shell complete this program's words
usage-connect = Try a real connection from this machine, stage by stage
usage-diagnostics = Pack log, crash reports, settings and versions into one archive for whoever helps; no secret is in it
usage-endpoints = List the endpoints of a proxy and which functions name them, or remove one that is no longer needed
    .long =
        List the endpoints of a proxy and which functions name them, or remove one that is no longer needed

        --remove shows the plan and asks; `undo` makes the endpoint again as it was read.
usage-explain = Say what a rule is about
usage-export = Write a setup down as files: policies, a CLI script, handler code
    .long =
        Write a setup down as files: policies, a CLI script, handler code

        From choices, it writes what is to be set up. With --proxy, it writes what is there: real names, settings, policies and rules, with nothing added; the function is the one that uses the proxy, or --function NAME[:QUALIFIER].
usage-licences = Print what this program is made of, each library and font with its licence
usage-list = List what there is to choose from, with what cannot be used and why; changes nothing
usage-list-databases = The databases of account and region, and why some cannot have a proxy
usage-list-functions = The functions of account and region, and why some cannot use a proxy
usage-list-profiles = The profiles of the AWS configuration; with --practice=organization, its own
usage-list-proxies = The proxies of account and region, with the database behind each
usage-load = Call a function many times, one after another or at once, and show the pool at work
    .long =
        Call a function many times, one after another or at once, and show the pool at work

        It first says what it will cost and which limits it meets, and asks. Nothing goes beyond what was confirmed; Ctrl-C stops it at once. Every load is kept, as JSON, CSV and SVG.
usage-man = Print a page of the manual, or write all of them into a folder
usage-migrate = Move a function through its proxy or to another login, and later close the old way
usage-monitor = Show what CloudWatch measured of a proxy, and which alarms would have rung; changes nothing
usage-observe = Save everything `validate` reads, redacted, for `validate --bundle` and for support
usage-plan = Show what would be created and changed, and what could stop it; changes nothing
usage-practice = Manage the practice account
usage-practice-list = List the scenarios
usage-practice-reset = Put a scenario's account back to its beginning
usage-probe = Connect through a proxy from where a function stands, and say how far it comes
    .long =
        Connect through a proxy from where a function stands, and say how far it comes

        Without --temporary the function itself is invoked. With it, a function with the same network and role is made, asked once, and removed again.
usage-proxies = Show which proxies could be used for a database and why others cannot, or which a function reaches and how
    .long =
        Show which proxies could be used for a database and why others cannot, or which a function reaches and how

        Changes nothing.
usage-read-policy = Print the least IAM policy that `validate` and `observe` need; it allows no change
    .long =
        Print the least IAM policy that `validate` and `observe` need; it allows no change

        Without a proxy it is for `validate --all`: patterns of this account and region. With one it names that proxy's own secrets, keys, roles, parameter groups and logs, which are looked up first. Either way the actions are exactly those that the reading makes.
usage-repair = Fix what `validate` finds, after showing the plan and asking; `undo` takes it back
usage-resume = Go on with a run that stopped, failed or crashed
usage-rules = List the rules that `validate` checks a setup against
usage-sign-in = Sign a profile of IAM Identity Center in, by a code that you confirm in the browser
usage-undo = Take back what a run did
usage-user = Print the SQL that makes a database user for a proxy; with --run, run it
usage-validate = Check an existing proxy, and a function that uses it, against every rule; changes nothing

usage-arg-adopt = Take over what is there already instead of making it; --proxy implies this
usage-arg-all = Every proxy of account and region, each with the function that names it
usage-arg-baseline = Findings that are accepted: a TOML file that says of each which it is, by whom it was accepted, why and until when
usage-arg-blue-green = List what a blue/green deployment of the database behind the proxy requires, and its steps
usage-arg-bundle = What `observe` wrote, instead of an account
usage-arg-ca = Certificates to believe, in PEM form, instead of the public roots
usage-arg-calls = Calls one after another: cold and warm
usage-arg-check = Write nothing: compare this folder with what would be written; exit code 1 when it differs
usage-arg-choices = Choices in TOML; the keys are those of the files in assets/examples
usage-arg-code = Code of the rule, as `rules` and `validate` print it
usage-arg-color = When to set words in colour
usage-arg-compare = Compare two kept loads, by name or file
usage-arg-concurrency = Calls at once, again each second
usage-arg-database = Identifier of the database, instead of the file's
usage-arg-details = Show for every step its reason, its AWS CLI line, its changes and what undo does
usage-arg-drop = Take the user away again, after asking; what it owns is not dropped with it
usage-arg-endpoint-in-function-vpc = Give the proxy an endpoint in the function's VPC, if that is another VPC than the database's
usage-arg-endpoint-network-type = Addresses of these endpoints
usage-arg-endpoint-security-groups = Security groups of these endpoints, which are there already; the first lets the function in
usage-arg-endpoint-subnets = Subnets of these endpoints, in two zones at least
usage-arg-endpoint-url = Send all AWS calls to this address, such as an emulator's
usage-arg-engine = Protocol spoken there: mysql or postgresql
usage-arg-even-if-used = Remove it although a function names its host, or although that could not be read
usage-arg-fail-on = Fail, with exit code 1, from this severity on
usage-arg-failover-after = Let the database fail over after so many seconds; in the practice account only
usage-arg-file = A choices file, or a bundle: the window opens it
usage-arg-finish = Take the old way away, once all have moved
usage-arg-follow = Read again every minute, until Ctrl-C
usage-arg-format = How to print; with `json`, a run is a line for each event
usage-arg-from = Calls at once in the first second
usage-arg-from-function = Run inside the VPC, by a temporary function with this one's role, which reads the passwords from secrets
usage-arg-function = Name of the function, instead of the file's; repeatable: each further one gets its own rule, rights and variables
    .long =
        Name of the function, instead of the file's; repeatable: each further one gets its own rule, rights and variables

        With `:ALIAS` behind it, a version is published and that alias moved to it.
usage-arg-function-vpc-endpoint-name = Name of the endpoint in the function's VPC
usage-arg-history = Also allow `validate --history`: who changed the things at fault, from CloudTrail
usage-arg-host = Endpoint to connect to
usage-arg-ignore-preflight = Apply although a check before it failed
usage-arg-keep = Keep the tunnel open for other programs until Ctrl-C, and print their lines
usage-arg-kept = List the loads that are kept
usage-arg-language = The language of what people read; else RPW_LANGUAGE, the window's setting, the system's
usage-arg-locust = Print a locustfile.py that loads this function URL or API
usage-arg-login = How the proxy logs in as this user, if only the proxy's secrets could tell
usage-arg-login-as = From this machine: who logs in, with a password that is asked for and kept nowhere
usage-arg-login-secret = Secret of somebody who may make users; without it, the one that RDS keeps for the database
usage-arg-look = Look whether the user is there, how it logs in and what it may do; nothing is written
usage-arg-name = Name of the proxy whose last run is to be undone
usage-arg-new-since = What `validate --format json` wrote before: show what came, went and stayed, and fail for what came only
usage-arg-no-browser = Print the address, and open no browser
usage-arg-only = Only these findings; without it, all whose repair takes nothing away from anybody
usage-arg-organization-role = Also allow `validate --organization-role` where it is started: the list of accounts, and this role in each
usage-arg-out = Archive to write, a `.zip`
usage-arg-password-secret = Secret with the user's own password; without it, the proxy's secret of this user
usage-arg-password-stdin = Read the database password of a secret to be created from standard input
usage-arg-payload = What the function is called with, JSON
usage-arg-port = Port of the endpoint; without it, the engine's proxy port
usage-arg-practice = Work on the embedded practice account, in one of its scenarios; no AWS is involved
usage-arg-practice-speed = Seconds of the practice account that pass in one real second; 0 lets no wait take time
usage-arg-print = Print the statements and end
usage-arg-profile = Profile of the AWS configuration
usage-arg-profiles = With --all: of these profiles' accounts, each in the regions below
    .long =
        With --all: of these profiles' accounts, each in the regions below

        An account that cannot be read is a row with its reason; the others are read all the same.
usage-arg-proxy = Name of the proxy
usage-arg-ramp = Seconds of the rise; without it, a third of all
usage-arg-read-only-endpoint = Give the proxy an endpoint that leads to the readers of the cluster, and the function its host
usage-arg-read-only-endpoint-name = Name of the read-only endpoint
usage-arg-read-secrets = Look into the proxy's secrets, for the user of each; no value is kept or shown
usage-arg-receipt = Receipt of the run; without it, the newest open run of the account
usage-arg-region = AWS region
usage-arg-regions = With --all: in these regions
usage-arg-remove = Remove this endpoint; without it, list them
usage-arg-renderer = Renderer of the window; the other one is tried when it does not start
usage-arg-restore-secret = Have an earlier run's deleted secret back, instead of the next name that is free
usage-arg-rights = What it may do there: `read`, `read-write`, or privileges with commas between them
usage-arg-run = Run the statements, after showing them and asking
usage-arg-scenario = Name of the scenario; without it, that of --practice, else `default`
usage-arg-seconds = For how many seconds calls are started
usage-arg-secret = Log in with user and password of this secret, which the function's role must be allowed to read
usage-arg-shell = The shell
usage-arg-show-source = Print the temporary function's program and end
usage-arg-since = How far back: 90m, 3h, 1d, 1w; 15 days at most
usage-arg-spawn-rate = Users that begin in a second
usage-arg-target = Only this target, repeatable; without it, every target and the handler
usage-arg-temporary = Make a function like it for a moment, instead of invoking it
usage-arg-to = Where to: through the proxy, or another way of logging in to it; without it, say where the path stands
usage-arg-topics = Also list the SNS topics that an alarm can tell
usage-arg-tunnel = Open a tunnel first, through this instance, managed node or ECS task, and close it at the end
    .long =
        Open a tunnel first, through this instance, managed node or ECS task, and close it at the end

        Without a value, what could carry it is listed, and the only one that can is taken. Needs the AWS CLI and its Session Manager plugin.
usage-arg-unlisted-region = The region is one that AWS has added since: this program does not list it
usage-arg-user = Database user
usage-arg-users = Users of the locustfile
usage-arg-via = Local end of a tunnel to dial; the certificate and the token stay the endpoint's
usage-arg-watch = Also allow what `monitor` and `load` read: topics, the history of alarms, X-Ray's traces
usage-arg-with = A part around the proxy, repeatable; instead of the file's
usage-arg-words = The command whose page is printed; without it, the page of the whole program
usage-arg-yes = Do not ask

usage-advise-arg-database = Identifier of the database
usage-advise-arg-function = A function that uses it, repeatable; without one, those whose environment names the database
usage-apply-arg-proxy = Use this proxy, which is there already, instead of making a new one
    .long =
        Use this proxy, which is there already, instead of making a new one

        A login, rights and rules are added to it, and nothing of it is changed but what the choices say. `proxies --database ID` lists those that can be used.
usage-connect-arg-database = Database to open; without it, the server's default
usage-connect-arg-password-stdin = Log in with a password read from standard input, instead of an IAM token
usage-connect-arg-proxy = Name of the proxy, whose endpoint, port and engine are read from AWS
usage-diagnostics-arg-yes = Write over a file that is there and differs, without asking
usage-endpoints-arg-ignore-preflight = Remove it although a check before it failed
usage-export-arg-language = Language of the handler, repeatable, or `all`; without it, the function's own
usage-export-arg-out = Folder to write into; it is made when it is not there
usage-export-arg-proxy = A proxy that is there, instead of what is to be set up; it is written down as it is
usage-export-arg-user = The database user of its function, if nothing in the account names it
usage-export-arg-yes = Write over files that are there and differ, without asking
usage-list-functions-arg-database = As seen from this database: who names it already comes first
usage-load-arg-function = The function that is called, and its alias or version
usage-load-arg-proxy = Name of its proxy; without it, the one that its variables name
usage-man-arg-out = Folder to write every page into
usage-man-arg-yes = Write over files that are there and differ, without asking
usage-migrate-arg-function = The function that moves; without it, only the proxy takes the new login
usage-migrate-arg-ignore-preflight = Migrate although a check before it failed
usage-migrate-arg-read-secrets = Look into the proxy's secrets, to know whose login each entry is; no value is kept
usage-migrate-arg-user = The database user of the new login, one that nobody logs in as yet; with --finish, the old one
usage-monitor-arg-function = A function whose metrics stand beside the proxy's
usage-observe-arg-function = A function that connects through it, and the alias or version that is invoked
usage-observe-arg-out = File to write
usage-observe-arg-read-secrets = Look into the proxy's secrets, to note their form and user; no value is kept
usage-observe-arg-yes = Write over a file that is there and differs, without asking
usage-plan-arg-proxy = Use this proxy, which is there already, instead of making a new one
    .long =
        Use this proxy, which is there already, instead of making a new one

        A login, rights and rules are added to it, and nothing of it is changed but what the choices say. `proxies --database ID` lists those that can be used.
usage-probe-arg-database = Database to open; without it, the one that the database was made with
usage-probe-arg-function = The function that connects through it, and the alias or version that is invoked
usage-probe-arg-ignore-preflight = Make it although a check before it failed
usage-probe-arg-payload = What the function is invoked with, JSON
usage-probe-arg-user = Database user; without it, that of the proxy's secret or of the function's variables
usage-proxies-arg-database = Identifier of the database that the proxy is to stand in front of
usage-proxies-arg-function = A function: which proxies and databases it reaches, and how
usage-read-policy-arg-function = And about this function, with the alias or version that is invoked
usage-read-policy-arg-proxy = Only what is read about this proxy
usage-read-policy-arg-read-secrets = Also allow `validate --read-secrets`: secretsmanager:GetSecretValue and kms:Decrypt
usage-repair-arg-function = A function that connects through it, and the alias or version that is invoked
usage-repair-arg-ignore-preflight = Repair although a check before it failed
usage-repair-arg-read-secrets = Look into the proxy's secrets too
usage-resume-arg-password-stdin = Read the database password from standard input, if the run still needs it
usage-undo-arg-receipt = Receipt of the run; without it and without --name, the newest open run of the account
usage-user-arg-ca = Certificates to believe, in PEM form, instead of the public roots; a database's own need the RDS bundle
usage-user-arg-database = Database it works in; without it, the one that the database was made with
usage-user-arg-ignore-preflight = Make the temporary function although a check before it failed
usage-user-arg-password-stdin = Read the passwords from standard input, a line each: that of --as, then that of the user if it has one
usage-user-arg-proxy = Name of the proxy, whose engine and login decide the form
usage-user-arg-read-secrets = Look into the proxy's secrets, to see whose they are; no value is kept or shown
usage-user-arg-tunnel = Open a tunnel through this instance or ECS task first, and end it after
usage-user-arg-user = The user to be made
usage-user-arg-via = Local end of a tunnel to dial; the certificate stays the database's
usage-validate-arg-function = A function that connects through it, and the alias or version that is invoked
usage-validate-arg-history = Also say who changed the things at fault last, from CloudTrail
usage-validate-arg-only = Only these rules
usage-validate-arg-organization-role = With --all: in every active account of the organization, through the role of this name in each
usage-validate-arg-read-secrets = Look into the proxy's secrets, to check their form and user; no value is kept or shown
