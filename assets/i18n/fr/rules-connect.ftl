# Rules: the login of the function: rds-db:connect and tokens. The id is the code; the value says what is wrong, `.holds` what holds
# where the rule passes (one clause, which can be asked: "Whether the secret is a JSON object"), `.why` what
# follows, `.fix` what to do.

-token-refused = Le proxy refuse le jeton : erreur 1045 pour MySQL, qui indique parfois « using password: NO » bien qu’un jeton ait été envoyé, « IAM authentication failed » pour PostgreSQL. La politique paraît correcte à première vue.
-replace-statement = Remplacez l’instruction par une autre, qui désigne l’ID de ce proxy et l’utilisateur de base de données.
rules-group-connect = L’authentification de la fonction : rds-db:connect et jetons
rule-connect-permission-missing = La fonction n’a pas le droit de se connecter
    .holds = La fonction a le droit de se connecter
    .why = Aucune politique du rôle de la fonction n’autorise rds-db:connect sur ce proxy, qui refuse donc tous les jetons : erreur 1045 pour MySQL, qui indique parfois « using password: NO » bien qu’un jeton ait été envoyé, « IAM authentication failed » pour PostgreSQL.
    .fix = Accordez au rôle rds-db:connect sur ce proxy et cet utilisateur, et rien d’autre.
rule-connect-explicit-deny-or-boundary = Un refus ou une limite d’autorisations interdit à la fonction de se connecter
    .holds = Ni un refus explicite ni une limite d’autorisations n’interdit à la fonction de se connecter
    .why = Un refus explicite l’emporte sur toute autorisation, et rien n’est permis de ce que la limite d’autorisations ou la politique de l’organisation omet. Le proxy refuse donc le jeton alors que la politique de connexion paraît correcte.
    .fix = Excluez ce proxy du refus, ajoutez rds-db:connect à la limite d’autorisations, ou faites accorder une exception.
rule-connect-policy-uses-proxy-name = La politique de connexion désigne le nom du proxy au lieu de son ID
    .holds = La politique de connexion ne met pas le nom du proxy à la place de son ID
    .why = { -token-refused }
    .fix = { -replace-statement }
rule-connect-policy-uses-db-resource-id = La politique de connexion désigne la base de données au lieu du proxy
    .holds = La politique de connexion ne désigne pas la base de données à la place du proxy
    .why = Avec cette politique, l’authentification directe auprès de la base de données fonctionne ; à travers le proxy, elle échoue.
    .fix = { -replace-statement }
rule-connect-policy-endpoint-id = La politique de connexion désigne un point de terminaison au lieu du proxy
    .holds = La politique de connexion ne désigne pas un point de terminaison à la place du proxy
    .why = Les points de terminaison supplémentaires partagent les authentifications du proxy : les politiques désignent l’ID du proxy, jamais celui d’un point de terminaison.
    .fix = { -replace-statement }
rule-connect-policy-stale-proxy-id = La politique de connexion désigne un proxy qui n’existe plus
    .holds = La politique de connexion ne désigne pas un proxy disparu à la place de celui-ci
    .why = Un proxy recréé reçoit un nouvel ID, même sous son ancien nom, et les politiques gardent l’ancien.
    .fix = { -replace-statement }
rule-connect-policy-wrong-service-or-arn = Le service ou la forme de l’ARN de la politique de connexion est incorrect
    .holds = Ni le service ni la forme de l’ARN de la politique de connexion ne sont incorrects
    .why = L’ARN propre au proxy (service rds), seul ou à l’intérieur d’un autre ARN, ne signifie rien pour rds-db:connect, qui exige rds-db, dbuser et chaque deux-points à sa place.
    .fix = { -replace-statement }
rule-connect-policy-wrong-action = La politique de connexion autorise une mauvaise action
    .holds = La politique de connexion n’autorise pas une mauvaise action à la place de rds-db:connect
    .why = Les actions de rds et de rds-data ne permettent à personne de s’authentifier ; seule rds-db:connect le permet.
    .fix = Autorisez plutôt rds-db:connect.
rule-connect-policy-region-or-account-mismatch = La politique de connexion est pour une autre région ou un autre compte
    .holds = La politique de connexion n’est pas pour une autre région ou un autre compte
    .why = { -token-refused }
    .fix = { -replace-statement }
rule-connect-policy-user-mismatch = La politique de connexion est pour un autre utilisateur de base de données
    .holds = La politique de connexion n’est pas pour un autre utilisateur de base de données
    .why = L’utilisateur est comparé lettre par lettre, casse comprise, à celui sous lequel la fonction s’authentifie.
    .fix = Désignez l’utilisateur sous lequel la fonction s’authentifie.
rule-connect-policy-condition-keys = La politique de connexion a une condition que RDS Proxy ne connaît pas
    .holds = La politique de connexion ne dépend pas d’une condition que RDS Proxy ignore
    .why = RDS Proxy ne prend en charge aucune clé de condition globale : une instruction avec aws:SourceVpc ou une clé semblable ne s’applique donc jamais.
    .fix = Retirez la condition de l’instruction ; le proxy et l’utilisateur exacts la limitent déjà assez.
rule-connect-policy-wildcard = La politique de connexion autorise plus d’un utilisateur
    .holds = La politique de connexion désigne ce proxy et son utilisateur sans caractère générique
    .why = Un caractère générique dans l’ID ou l’utilisateur permet à la fonction de s’authentifier comme n’importe quel utilisateur enregistré, y compris l’utilisateur principal.
    .fix = Désignez exactement ce proxy et l’utilisateur dont la fonction a besoin.

# What was seen, or could not be seen: one fact a line, in the middle of a report.

seen-connect-user = utilisateur { $user } : { $from }
seen-connect-user-unknown = l’utilisateur de base de données de la fonction n’est pas connu ; app en tient lieu
seen-connect-id-of = c’est l’ID de { $proxy }
seen-connect-no-policy-speaks = aucune politique de { $role } ne mentionne { $action }
seen-connect-no-such-proxy = aucun proxy de ce compte et de cette région n’a cet ID
seen-connect-condition = la seule instruction qui l’autorise, dans { $policy }, a une condition sur { $key }
