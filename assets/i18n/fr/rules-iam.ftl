# What a role's policies allow, as rules say it.

seen-iam-near-secret-name = le nom du secret, là où il faut son ARN entier
seen-iam-near-alias = un alias de la clé, qui ne compte pas comme ressource
seen-iam-operator-unknown = l’opérateur de condition { $operator } n’est pas connu
seen-iam-value-unknown = la valeur de { $key } n’est pas connue
seen-iam-condition-part = une condition compare avec une partie d’un ARN
seen-iam-condition-value = une valeur d’une condition ne peut pas être comparée
seen-iam-condition-range = une plage d’adresses est illisible
seen-iam-effect-unclear = l’effet d’une instruction n’est pas compris
seen-iam-key-unclear = { $key } ne peut pas être compris
seen-iam-may =
    { $policy } { $verb ->
        [deny] le refuse
       *[allow] l’autorise
    } peut-être : { $because }
seen-iam-policy-unread = la politique { $policy } n’a pas pu être lue
seen-iam-boundary-unread = la limite d’autorisations { $boundary } de { $role } n’a pas été lue
seen-iam-secret-policy = la politique du secret
seen-iam-key-policy = la politique de la clé
seen-iam-key-grants = la liste des octrois de la clé
seen-iam-grant = un octroi
seen-iam-near-proxy-name = le nom du proxy, là où il faut son ID
seen-iam-near-database-id = l’ID de la base de données, là où il faut celui du proxy
seen-iam-near-action = { $policy } autorise `{ $action }`, là où il faut `{ $wanted }`
seen-iam-near-only = { $policy } ne l’autorise que { $condition }
seen-iam-near-nested = un ARN à l’intérieur d’un ARN
seen-iam-near-space = des espaces l’entourent
seen-iam-near-colon-missing = il y manque un deux-points
seen-iam-near-colon-more = il y a un deux-points de trop
seen-iam-near-case = la casse diffère
seen-iam-no-principal = une instruction de la politique d’une ressource ne désigne aucun principal qui puisse être compris
seen-iam-not-principal = un NotPrincipal énumère le rôle, sa session ou son compte, mais peut-être pas tous
seen-iam-principal-unclear = un principal de la politique d’une ressource ne peut pas être compris
seen-iam-principal-wildcard = un principal avec un caractère générique, { $principal }
seen-iam-session-unknown = le nom de la session dans { $principal } n’est pas connu
seen-iam-allows-but = { $policy } l’autorise, mais { $said }
seen-iam-statement-unclear = une instruction ne peut pas être comprise
seen-iam-statement-key-unclear = { $key } d’une instruction ne peut pas être compris
seen-iam-no-action = une instruction ne désigne aucune action qui puisse être comprise
seen-iam-both-actions = une instruction a à la fois Action et NotAction
seen-iam-variable-without-value = une variable de politique dans un NotResource n’a pas de valeur
seen-iam-no-resource = une instruction ne désigne aucune ressource qui puisse être comprise
seen-iam-both-resources = une instruction a à la fois Resource et NotResource
seen-iam-arn-cut-short = la ressource { $resource } est un ARN tronqué
# What a statement names: "orders-read names `arn:…`: a colon is missing".
seen-iam-near-resource = { $policy } désigne `{ $resource }` : { $miss }
seen-iam-near-both = { $policy } désigne `{ $resource }` : { $miss } ; de plus, `{ $action }` y est autorisé, là où il faut `{ $wanted }`
seen-iam-near-part =
    { $part ->
        [partition] sa partition
        [service] son service
        [region] sa région
       *[account] son compte
    } est `{ $its }`, là où il faut `{ $wanted }`
# After seen-iam-near-only: the first condition that does not hold.
seen-iam-where = si { $operator } { $key } { $values }
seen-iam-where-other-secret = si { $operator } { $key } { $values }, qui est un autre secret
seen-iam-simulator = le simulateur d’IAM répond { $decision } pour { $action } sur { $resource }
seen-iam-simulator-by = le simulateur d’IAM répond { $decision }, d’après { $policies }, pour { $action } sur { $resource }
seen-iam-organization = selon le simulateur d’IAM, l’organisation n’autorise pas { $action } sur { $resource }
seen-iam-statement = { $policy } (instruction { $sid })
