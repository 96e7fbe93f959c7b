# Rules: the proxy: status, login and settings. The id is the code; the value says what is wrong, `.holds` what holds
# where the rule passes (one clause, which can be asked: "Whether the secret is a JSON object"), `.why` what
# follows, `.fix` what to do.

rules-group-proxy = Le proxy : statut, authentification et réglages
rule-proxy-status-not-available = Le proxy n’est pas encore disponible
    .holds = Le proxy est disponible
    .why = Tant qu’un proxy est en cours de création, de modification ou de suppression, les connexions sont refusées ou expirent.
    .fix = Attendez. S’il est encore en cours de modification après 30 minutes, ouvrez une demande d’assistance auprès d’AWS.
rule-proxy-status-incompatible-network = Le réseau du proxy a été retiré
    .holds = Le statut du proxy ne signale pas de réseau retiré
    .why = Un sous-réseau, un groupe ou le VPC qu’utilise le proxy a été supprimé, ou n’a pas de place pour ses interfaces.
    .fix = Rétablissez l’élément de réseau. Sinon, recréez le proxy : ses sous-réseaux ne peuvent pas être modifiés.
rule-proxy-status-insufficient-resource-limits = Le proxy manque de ressources du compte
    .holds = Le statut du proxy ne signale pas de manque de ressources
    .why = AWS signale des limites de ressources insuffisantes, sans documenter lesquelles. Un proxy a besoin d’adresses et d’interfaces réseau dans ses sous-réseaux.
    .fix = Libérez des adresses dans ses sous-réseaux ou faites relever le quota d’interfaces réseau, puis réessayez.
rule-proxy-status-suspended = AWS a suspendu le proxy
    .holds = Le proxy n’est pas suspendu
    .why = Un proxy suspendu n’accepte aucune connexion. AWS n’en documente pas les raisons.
    .fix = Consultez les événements AWS Health et la situation du compte, puis contactez AWS Support.
rule-proxy-iam-auth-disabled = Le proxy n’accepte pas les jetons
    .holds = Le proxy accepte les jetons, ou la fonction n’est pas configurée pour lui en envoyer
    .why = L’authentification IAM est désactivée pour tous les secrets : le proxy compare le jeton de la fonction au mot de passe enregistré, et le refuse.
    .fix = Réglez IAMAuth sur REQUIRED pour le secret de l’utilisateur de la fonction, ou faites envoyer le mot de passe par la fonction. Dans le premier cas, tous ceux qui s’authentifient comme cet utilisateur auront besoin d’un jeton.
rule-proxy-iam-auth-mixed = Des utilisateurs ont encore accès par mot de passe
    .holds = Le proxy ne mêle pas utilisateurs à jeton et utilisateurs à mot de passe
    .why = IAMAuth se règle pour chaque secret à part. La console les règle tous, la CLI seulement ceux qui lui sont indiqués.
    .fix = Réglez IAMAuth sur REQUIRED pour chaque secret du proxy.
rule-proxy-e2e-leftover-secrets = Des secrets subsistent malgré IAM de bout en bout
    .holds = Le proxy ne garde aucun secret en plus d’IAM de bout en bout
    .why = DefaultAuthScheme=IAM_AUTH décide pour les utilisateurs qu’aucune entrée d’Auth ne désigne ; ceux qui ont une entrée s’authentifient encore avec leur secret. Après une migration, les entrées, les mots de passe et le droit du rôle de les lire sont souvent oubliés.
    .fix = Quand tous les utilisateurs sont passés à IAM, supprimez les entrées d’Auth, puis le droit du rôle de lire les secrets.
rule-proxy-iam-required-but-password-sent = La fonction semble envoyer un mot de passe là où un jeton est attendu
    .holds = Rien n’indique que la fonction envoie un mot de passe là où un jeton est attendu
    .why = Le proxy n’accepte que des jetons et refuse tout mot de passe : erreur 1045 pour MySQL, qui indique parfois « using password: NO » bien qu’un mot de passe ait été envoyé, « IAM authentication failed » pour PostgreSQL. Seul le code montre s’il en envoie un.
    .fix = Signez un jeton avec le SDK avant chaque connexion, ou laissez le proxy accepter les mots de passe.
rule-proxy-require-tls-false = TLS n’est pas exigé
    .holds = TLS est exigé
    .why = Un client qui ne demande pas TLS est admis malgré tout, et son mot de passe et ses données traversent le réseau en clair.
    .fix = Exigez TLS sur le proxy. Les clients qui l’utilisent déjà ne remarquent rien.
rule-proxy-client-password-auth-type-unsupported = Les clients ne peuvent pas envoyer ainsi leur mot de passe
    .holds = Le proxy ne demande aux clients aucun type de mot de passe exclu par le moteur ou par TLS
    .why = MariaDB n’a pas caching_sha2_password, et MySQL exige TLS pour s’en servir. Les clients à mot de passe échouent pendant la négociation ; les clients à jeton ne remarquent rien.
    .fix = Pour MariaDB, réglez ClientPasswordAuthType sur MYSQL_NATIVE_PASSWORD ; pour MySQL, exigez TLS.
rule-proxy-client-password-auth-md5 = Les clients envoient leur mot de passe haché en MD5
    .holds = Le proxy ne demande pas aux clients un hachage MD5 de leur mot de passe
    .why = MD5 est faible : qui enregistre une négociation peut en deviner le mot de passe.
    .fix = Réglez ClientPasswordAuthType sur POSTGRES_SCRAM_SHA_256. Les pilotes antérieurs à libpq 10 doivent d’abord être mis à niveau.
rule-proxy-max-connections-percent-low = Le proxy a droit à trop peu de connexions
    .holds = Le proxy a droit à assez de connexions
    .why = Quand le pool est épuisé, les clients attendent jusqu’au bout du délai d’emprunt et échouent avec l’erreur 9501, même sous une charge légère.
    .fix = Portez MaxConnectionsPercent à au moins 30 % au-dessus de la minute la plus chargée.
rule-proxy-max-connections-percent-oversubscribed = Plus de connexions sont promises que la base de données n’en a
    .holds = Les proxies ne se voient pas promettre plus de connexions que la base de données n’en a
    .why = Des proxies qui ont droit ensemble à toutes les connexions n’en laissent aucune aux administrateurs, à la rotation et aux autres clients, qui voient alors « Too many connections ».
    .fix = Réduisez les pourcentages, pour que tous les proxies de la base de données restent ensemble à 90 ou moins.
rule-proxy-initquery-sql-auto-is-null = La requête d’initialisation active sql_auto_is_null
    .holds = La requête d’initialisation n’active pas sql_auto_is_null
    .why = AWS l’interdit : les clients partagent les connexions, et l’application obtient des lignes insérées par quelqu’un d’autre.
    .fix = Retirez sql_auto_is_null d’InitQuery.
rule-proxy-initquery-sensitive = La requête d’initialisation semble contenir un secret
    .holds = Rien n’indique que la requête d’initialisation contienne un secret
    .why = Quiconque a le droit de décrire le groupe cible peut lire la requête, de même que ses copies dans des modèles et des demandes d’assistance.
    .fix = Retirez le secret d’InitQuery et changez-le.
rule-proxy-borrow-timeout-exceeds-lambda-timeout = Le délai d’emprunt est plus long que le délai d’expiration de la fonction
    .holds = Le délai d’emprunt est plus court que le délai d’expiration de la fonction
    .why = Quand aucune connexion à la base de données n’est libre, la fonction est arrêtée pendant qu’elle attend, et son journal indique « Task timed out » au lieu de nommer le pool.
    .fix = Faites renoncer le proxy avant la fonction, assez tôt pour qu’elle puisse encore répondre.
rule-proxy-borrow-timeout-extreme = Le délai d’emprunt a une valeur extrême
    .holds = Le délai d’emprunt n’a pas de valeur extrême
    .why = Avec 0, un client échoue aussitôt et le pool ne grandit guère. À partir de quatre minutes, un client reste bloqué bien après que son appelant a renoncé.
    .fix = Définissez 5 à 30 secondes pour les fonctions qui répondent à des requêtes, et moins que le délai d’expiration de la fonction.
rule-proxy-idle-client-timeout = Le délai d’inactivité client a une valeur extrême
    .holds = Le délai d’inactivité client n’a pas de valeur extrême
    .why = En dessous d’une minute, les fonctions qui font une pause entre deux appels retrouvent une connexion fermée. Au-delà de deux heures, les connexions jamais refermées s’accumulent.
    .fix = Définissez 300 à 1800 secondes, et reconnectez-vous dans le code quand la connexion a disparu.
rule-proxy-debug-logging-on = La journalisation de débogage est activée
    .holds = La journalisation de débogage est désactivée
    .why = Le journal contient alors le texte des instructions SQL, avec toutes les données qui s’y trouvent, et coûte de l’argent. AWS la désactive après 24 heures.
    .fix = Désactivez la journalisation de débogage une fois le défaut trouvé.
rule-proxy-quota-near = Le compte est proche de sa limite de proxies
    .holds = Le compte n’est pas proche de sa limite de proxies
    .why = Les prochains proxies sont refusés avec DBProxyQuotaExceededFault. La limite vaut par région.
    .fix = Demandez un quota plus élevé, ou supprimez des proxies que personne n’utilise.

# What was seen, or could not be seen: one fact a line, in the middle of a report.

seen-proxy-has-variable = { $function } a une variable { $variable }
seen-proxy-no-connect-at-all = aucune politique de { $role } n’autorise rds-db:connect sur quoi que ce soit
seen-proxy-init-query-holds = InitQuery de { $proxy } contient « { $word } »
seen-proxy-init-query-null = InitQuery de { $proxy } définit sql_auto_is_null
seen-proxy-default-scheme = DefaultAuthScheme : IAM_AUTH
seen-proxy-in-auth = dans Auth : { $secret }
seen-proxy-lets-send = { $policy } permet à { $role } d’envoyer des jetons à { $proxy }
seen-proxy-no-password = { $function } n’a pas de mot de passe : aucune variable n’en contient ni ne désigne un secret, et { $role } n’a le droit de lire aucun secret de { $proxy }
seen-proxy-least = minimum pour la classe de { $database } : { $least }
seen-proxy-allowed = MaxDatabaseConnectionsAllowed au cours de la dernière heure : { $allowed }
seen-proxy-busiest = DatabaseConnections dans la minute la plus chargée : { $busiest }
seen-proxy-percent-sum = MaxConnectionsPercent de tous les proxies de la base de données : { $sum }
seen-proxy-others-unasked =
    { $count ->
        [one] { $count } autre proxy est dans ce VPC, et il n’a pas été vérifié s’il a la même base de données
       *[other] { $count } autres proxies sont dans ce VPC, et il n’a pas été vérifié s’ils ont la même base de données
    }
seen-proxy-beside = connexions hors du proxy au cours de la dernière heure : environ { $beside } sur { $allowed }
seen-proxy-quota = proxies dans { $region } : { $count } sur { $quota }
seen-proxy-subnet-gone = le sous-réseau { $subnet } n’existe pas
seen-proxy-group-gone = le groupe de sécurité { $group } n’existe pas
seen-proxy-free-addresses = adresses libres dans { $subnet } : { $count }
seen-proxy-last-changed = dernière modification il y a { $age }
