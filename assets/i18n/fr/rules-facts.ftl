# What several groups of rules saw, or could not see: one fact a line, never at the end a period. Names and values of
# the account stand in the variables; words of AWS (RequireTLS, AUTH_FAILURE, rds-db:connect) stay as they are.

seen-wanted-on = attendu : { $action } sur { $resource }
seen-allows = { $policy } autorise { $resource }
seen-allows-on = { $policy } autorise { $action } sur { $resource }
seen-denies-on = { $policy } refuse { $action } sur { $resource }
seen-boundary-not-on = la limite d’autorisations { $boundary } de { $role } n’autorise pas { $action } sur { $resource }
seen-policies-unread = certaines politiques attachées n’ont pas pu être lues
seen-status = statut de { $name } : { $status }
seen-vpc = VPC de { $name } : { $vpc }
seen-engine = moteur de { $database } : { $engine }
seen-auth-not-understood = ce programme ne comprend pas une entrée d’Auth de { $proxy } : { $entry }
seen-no-port-yet = { $database } n’a pas encore de port
seen-provider-network-unknown = le réseau du fournisseur de capacité { $provider } n’est pas connu
seen-provider-vpc-unknown = le VPC du fournisseur de capacité { $provider } n’est pas connu : ses sous-réseaux ne sont pas parmi ceux qui ont été lus
seen-setting-seconds = { $setting } de { $owner } : { $seconds } s
seen-endpoint = point de terminaison de { $proxy } : { $endpoint }
seen-time-unknown = l’heure de la lecture n’est pas connue
seen-timeout = délai d’expiration de { $function } : { $seconds } s
seen-unread = { $what } n’a pas été lu
# How the clients of a proxy log in.
seen-login-password = mot de passe
seen-login-standard-iam = IAM standard
seen-login-end-to-end = IAM de bout en bout
seen-login-either = mixte
seen-login-mixed = { $proxy } accepte les jetons de certains utilisateurs et les mots de passe d’autres : { $because }
seen-login-user-unknown = l’utilisateur de la fonction n’est pas connu
seen-login-user-either = son utilisateur peut faire l’un ou l’autre
seen-login-secret-unknown = le secret de l’utilisateur de la fonction n’est pas connu
seen-role-of = rôle de { $name } : { $role }
seen-account-of = compte de { $name } : { $account }
seen-state = état de { $name } : { $state }
seen-names = { $variable } de { $function } désigne { $value }
seen-left-out = les règles par adresse laissent de côté { $subnets } de { $name }
seen-password-unknown = rien ne dit d’où { $function } tient son mot de passe : aucune variable ne le contient ni ne désigne un secret, et aucune politique ne permet d’en lire un
seen-password-in-variable = la variable { $variable } de { $function } contient un mot de passe
seen-password-names-secret = la variable { $variable } de { $function } désigne un secret
seen-password-may-read = { $role } peut lire { $secret }
seen-no-policy-allows-through = aucune politique de { $role } n’autorise { $action } sur { $resource } par l’intermédiaire de { $service }
seen-encrypted-with = { $secret } est chiffré avec { $key }
seen-key-policy-not = la politique de { $key } ne désigne pas { $role } et ne s’en remet pas au compte
seen-no-policy-allows-on = aucune politique de { $role } n’autorise { $action } sur { $resource }
seen-denied = { $operation } a été refusé
seen-could-not-read = { $operation } n’a pas pu être lu : { $because }
seen-user-in-secret = nom d’utilisateur dans { $secret }
seen-user-variable = variable { $variable } de { $function }
seen-rule-failed = cette règle a échoué : c’est un défaut de ce programme, merci de le signaler
seen-setting = { $setting } de { $owner } : { $value }
seen-setting-default = { $setting } de { $owner } : { $value }, la valeur par défaut
seen-setting-unread = { $setting } de { $owner } : défini, mais non lu
# A variable that holds several things, such as a URL: "DATABASE_URL of orders-api: host db.example".
seen-setting-part =
    { $setting } de { $owner } : { $part ->
        [host] hôte
        [port] port
        [user] utilisateur
        [database] base de données
       *[region] région
    } { $value }
seen-time-minutes =
    { $count ->
        [one] { $count } minute
       *[other] { $count } minutes
    }
seen-time-hours =
    { $count ->
        [one] { $count } heure
       *[other] { $count } heures
    }
seen-time-days =
    { $count ->
        [one] { $count } jour
       *[other] { $count } jours
    }
