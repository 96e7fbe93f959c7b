# Rules: the function: state, code, settings, environment. The id is the code; the value says what is wrong, `.holds` what holds
# where the rule passes (one clause, which can be asked: "Whether the secret is a JSON object"), `.why` what
# follows, `.fix` what to do.

rules-group-function = La fonction : état, code, réglages, environnement
rule-lambda-sdk-v2-missing = La fonction demande la version 2 du SDK AWS, que son runtime n’a plus
    .holds = Le journal de la fonction ne signale pas l’absence de la version 2 du SDK AWS
    .why = À partir de Node.js 18, les runtimes ne contiennent que la version 3 : la fonction se termine avant sa première ligne, avec « Cannot find module 'aws-sdk' ».
    .fix = Signez les jetons avec le paquet @aws-sdk/rds-signer, et livrez-le avec la fonction.
rule-lambda-driver-missing = Un module que la fonction importe n’est pas dans son paquet
    .holds = Le journal de la fonction ne signale aucun module manquant
    .why = La fonction se termine avant sa première ligne, avec Runtime.ImportModuleError. Souvent, un pilote de base de données a été oublié, ou compilé pour une autre architecture que celle de la fonction.
    .fix = Livrez le pilote dans le paquet ou dans une couche, compilé pour le runtime et l’architecture de la fonction.
rule-lambda-env-host-is-db = Les variables de la fonction mènent à la base de données, sans passer par le proxy
    .holds = Les variables de la fonction ne mettent pas la base de données à la place du proxy
    .why = La fonction se connecte en contournant le proxy, ou signe son jeton pour le mauvais hôte et est refusée.
    .fix = Mettez dans la variable le point de terminaison du proxy.
rule-lambda-env-host-unknown-proxy = La variable d’hôte de la fonction ne désigne aucun point de terminaison existant
    .holds = Chaque variable d’hôte qui parle d’un proxy désigne un point de terminaison qui existe
    .why = L’hôte a la forme de ceux des proxies de ce compte dans cette région, mais aucun proxy ne l’a, parce qu’il a été supprimé ou mal saisi ; ou bien le nom d’un proxy ou d’une base de données figure là où il faut son point de terminaison. Ce nom n’est pas résolu, et la connexion échoue avec ENOTFOUND ou par expiration.
    .fix = Mettez dans la variable un point de terminaison du proxy.
rule-token-cname-or-custom-domain = La fonction se connecte par un nom qui n’est pas celui du proxy
    .holds = Les variables de la fonction ne mettent aucun nom de domaine personnalisé à la place de celui du proxy
    .why = Un jeton ne vaut que pour l’hôte pour lequel il a été signé, et AWS n’en accepte aucun pour un nom de domaine personnalisé : le proxy le refuse. Le certificat ne correspond pas non plus à ce nom.
    .fix = Utilisez le point de terminaison du proxy pour signer et pour vous connecter.
rule-tls-hostname-cname = Le nom par lequel la fonction se connecte n’est pas dans le certificat du proxy
    .holds = Les variables de la fonction ne mettent aucun nom sans certificat à la place du proxy
    .why = Le certificat ne porte que le nom du point de terminaison du proxy. Un client qui vérifie l’hôte s’arrête sur ERR_TLS_CERT_ALTNAME_INVALID ou « does not match host name ».
    .fix = Connectez-vous par le point de terminaison du proxy plutôt que par un nom de votre choix.
rule-tls-custom-endpoint-wildcard = Un point de terminaison supplémentaire a peut-être un certificat qui ne le nomme pas
    .holds = Les variables de la fonction ne désignent aucun point de terminaison supplémentaire, que son certificat pourrait ne pas nommer
    .why = Selon un témoignage, le certificat d’un point de terminaison supplémentaire, « name.endpoint.proxy-… », couvre un niveau de moins que n’en a son nom, si bien que les clients qui le vérifient le refusent. Cela n’a pas été confirmé.
    .fix = Examinez une fois le certificat. S’il ne correspond pas, vérifiez-le par rapport au domaine du proxy au lieu de désactiver la vérification.
rule-token-wrong-port-or-region = Le port ou la région dans les variables de la fonction ne sont pas ceux du proxy
    .holds = Le port et la région donnés avec l’hôte du proxy sont ceux du proxy, ou le port est celui de la base de données
    .why = Un proxy écoute sur un seul port, 3306, 5432 ou 1433 selon le moteur, et n’accepte un jeton que s’il a été signé pour ce port et pour sa propre région. Avec un autre port, la connexion expire ; avec une autre région, le jeton est refusé.
    .fix = Mettez dans la variable le port ou la région du proxy, ou supprimez-la.
rule-driver-cleartext-plugin-disabled = Le pilote MySQL refuse d’envoyer un jeton
    .holds = Le journal de la fonction ne signale aucun pilote qui refuse d’envoyer un jeton
    .why = Les jetons passent par le plugin mysql_clear_password, que les pilotes laissent désactivé parce qu’il n’est sûr qu’à l’intérieur de TLS.
    .fix = Faites vérifier le certificat TLS et autorisez le plugin : enableCleartextPlugin dans mysql2, allowCleartextPasswords=1 en Go, LIBMYSQL_ENABLE_CLEARTEXT_PLUGIN=1 pour libmysqlclient. Le pilote mysqljs n’en est pas capable.
rule-driver-no-tls-with-iam = La fonction se connecte sans TLS, que le proxy exige
    .holds = Rien n’indique que la fonction se connecte sans TLS
    .why = Le proxy met fin à une connexion qui ne démarre pas TLS : erreur 3159 pour MySQL, « requires TLS connections » pour PostgreSQL. libpq affiche parfois cette ligne en second, après la vraie raison.
    .fix = Activez TLS dans le pilote et faites-lui vérifier le certificat.
rule-driver-token-length-or-auth-flow-bug = Le pilote PostgreSQL demande un mode d’authentification dont un proxy est dépourvu
    .holds = Le journal de la fonction ne signale aucun mode d’authentification dont un proxy est dépourvu
    .why = Un proxy accepte les jetons, MD5 et SCRAM. Les pilotes qui essaient d’abord le chiffrement GSS, ou qui tronquent un jeton de plus de 255 caractères, échouent ici, mais pas auprès de la base de données elle-même.
    .fix = Mettez le pilote à niveau, et définissez gssencmode=disable.
rule-tls-verification-disabled-env = La fonction ne vérifie pas à qui elle parle
    .holds = Les variables de la fonction laissent active la vérification des certificats
    .why = Quiconque s’interpose entre la fonction et le proxy peut tout lire, et utiliser le jeton pendant 15 minutes.
    .fix = Supprimez le réglage et vérifiez : PGSSLMODE=verify-full avec PGSSLROOTCERT=system pour libpq à partir de la version 16, sinon avec les certificats racines d’Amazon. Le certificat du proxy est public.
rule-tls-rds-bundle-used-for-proxy = La fonction ne fait peut-être confiance qu’aux certificats des bases de données, pas à ceux des proxies
    .holds = Rien n’indique que la fonction ne fasse confiance qu’aux certificats des bases de données
    .why = Le certificat d’un proxy vient d’Amazon Trust Services, comme sur le Web. Le bundle RDS ne contient que les racines des bases de données : un client qui s’y limite échoue avec « unable to get local issuer certificate ».
    .fix = Utilisez le magasin de certificats du système, ou les certificats racines 1 à 4 d’Amazon.
rule-tls-direct-db-ca-missing = Les connexions hors du proxy échouent, car le certificat de la base de données n’est pas approuvé
    .holds = Le journal de la fonction ne signale aucun certificat de base de données non approuvé
    .why = Les certificats des bases de données mènent à une racine privée de RDS. À partir de Node.js 20, les runtimes ne chargent plus d’eux-mêmes les racines d’Amazon : les connexions directes, pour des migrations par exemple, finissent sur « self-signed certificate in certificate chain ».
    .fix = Connectez-vous à travers le proxy, ou livrez le bundle RDS pour la connexion directe : NODE_EXTRA_CA_CERTS=/var/runtime/ca-cert.pem.
rule-tls-old-driver = Le pilote et le proxy ne s’accordent pas sur TLS
    .holds = Le journal de la fonction ne signale aucun désaccord sur TLS
    .why = Un proxy exige au moins TLS 1.2, et a un certificat générique que les clients antérieurs à MySQL 8.0 ne comprennent pas. Le message n’en dit pas plus que « SSL connection error ».
    .fix = Mettez à niveau le pilote et le runtime.
rule-token-expired-cached = Certaines authentifications échouent et d’autres non, comme avec des jetons gardés trop longtemps
    .holds = Le nombre d’authentifications ne fait pas penser à des jetons gardés trop longtemps
    .why = Un jeton est valable 15 minutes, et n’est vérifié qu’à l’ouverture d’une connexion. Signé une seule fois, au niveau du module, il fonctionne après un démarrage à froid et est refusé pour toute connexion ultérieure.
    .fix = Signez un nouveau jeton pour chaque nouvelle connexion, dans la fonction de rappel du pilote qui fournit le mot de passe.
rule-token-in-snapstart-snapshot = L’instantané de la fonction garde peut-être un jeton ou une connexion
    .holds = La fonction n’a aucun instantané qui pourrait garder un jeton ou une connexion
    .why = SnapStart restaure la fonction à partir d’un instantané de son état initialisé. Un jeton, une connexion ou des informations d’identification d’avant l’instantané sont périmés dans chaque environnement restauré.
    .fix = Créez le jeton et la connexion après la restauration, dans un hook ou à la première utilisation.
rule-token-empty-password-overwritten = Un client se présente sans jeton
    .holds = Les journaux ne signalent aucun client sans jeton
    .why = Le jeton n’arrive jamais au pilote : une chaîne de connexion sans mot de passe l’a écrasé, ou la promesse qui l’apporte n’est pas attendue.
    .fix = Transmettez l’hôte, l’utilisateur et le mot de passe dans des champs séparés, et attendez le jeton avant de vous connecter.
rule-token-signed-with-expired-or-other-credentials = La fonction signe peut-être ses jetons avec d’autres informations d’identification que celles de son rôle
    .holds = Les variables de la fonction n’indiquent pas d’autres informations d’identification que celles de son rôle
    .why = Un jeton porte les autorisations de qui l’a signé. Signé avec un profil, un autre rôle ou des clés propres, il est refusé bien que le rôle de la fonction ait le droit de se connecter.
    .fix = Supprimez les variables et laissez le SDK prendre les informations d’identification du rôle de la fonction à chaque signature.
rule-master-user-with-enforced-iam = La fonction s’authentifie comme l’utilisateur principal
    .holds = Les variables de la fonction ne désignent pas l’utilisateur principal
    .why = L’utilisateur principal a tous les droits dans la base de données et, selon un témoignage, un proxy avec IAM de bout en bout refuse ses jetons.
    .fix = Créez un utilisateur propre à la fonction.
rule-pg-startup-options = La fonction envoie des options de démarrage qu’un proxy refuse
    .holds = Rien n’indique que la fonction envoie des options de démarrage qu’un proxy refuse
    .why = Un proxy partage les connexions : il n’accepte, quand un client se connecte, ni options de ligne de commande ni réglages comme statement_timeout, et répond « RDS Proxy currently doesn't support ».
    .fix = Supprimez l’option, et définissez-la sur le rôle avec ALTER ROLE ou dans la requête d’initialisation du proxy.
rule-mysql-compression = La fonction demande le protocole MySQL compressé
    .holds = Les variables de la fonction ne demandent pas le protocole MySQL compressé
    .why = Un proxy ne le parle pas, et la connexion finit par des erreurs de protocole.
    .fix = Supprimez l’option de la chaîne de connexion.
rule-proxy-database-name-wrong = La fonction demande une base de données inexistante
    .holds = Le journal de la fonction ne signale aucune base de données inexistante
    .why = Le nom est faux, ou aucun n’a été donné : PostgreSQL prend alors celui de l’utilisateur.
    .fix = Indiquez le nom d’une base de données qui existe.
rule-lambda-no-reconnect-on-stale = La fonction se heurte à des connexions déjà terminées
    .holds = Le journal de la fonction ne signale aucune connexion déjà terminée
    .why = Un proxy met fin aux sessions inactives, et un basculement met fin à toutes. Une instance de la fonction qui se réveille avec une telle connexion échoue jusqu’à ce qu’elle en ouvre une nouvelle.
    .fix = À une telle erreur, ouvrez une nouvelle connexion, avec un nouveau jeton, et réessayez une fois.
rule-lambda-connection-ended-then-reused = La fonction ferme sa connexion, puis l’utilise de nouveau
    .holds = Le journal de la fonction ne signale aucune connexion utilisée après sa fermeture
    .why = La connexion est ouverte une fois pour tout l’environnement et fermée à la fin d’un appel : l’appel suivant la trouve fermée.
    .fix = Ne la fermez pas dans le gestionnaire, ou ouvrez-la aussi dans celui-ci.
rule-lambda-timeout-default = Le délai d’expiration de la fonction est trop court pour un démarrage à froid
    .holds = Le délai d’expiration de la fonction laisse la place à un démarrage à froid
    .why = La valeur par défaut de Lambda est de 3 secondes. Le démarrage, TLS, l’authentification et l’attente d’une connexion à la base de données n’y tiennent pas, et le journal indique « Task timed out » sans raison.
    .fix = Accordez au moins 15 secondes, mais moins que n’attend l’appelant : 29 secondes derrière API Gateway.
rule-lambda-env-plaintext-password = Un mot de passe de base de données figure dans les variables de la fonction
    .holds = Les variables de la fonction ne montrent aucun mot de passe de base de données
    .why = Quiconque a le droit de consulter la configuration de la fonction peut le lire, il reste dans chaque version publiée, et la rotation ne l’atteint jamais.
    .fix = Supprimez la variable. Authentifiez-vous par jeton, ou lisez le secret au démarrage de la fonction.
rule-lambda-reserved-concurrency-unset = Rien ne limite le nombre d’instances de la fonction qui s’exécutent à la fois
    .holds = Le nombre d’instances de la fonction qui s’exécutent à la fois est limité
    .why = Une rafale d’appels ouvre autant de connexions que Lambda démarre d’instances, et peut épuiser le pool et la simultanéité de toutes les autres fonctions.
    .fix = Réservez à peu près autant de simultanéité que le proxy a de connexions à donner.
rule-lambda-provisioned-idle-connections = Des instances de la fonction en attente de travail retiennent peut-être des connexions
    .holds = La fonction ne garde aucune instance en attente qui pourrait retenir des connexions
    .why = La simultanéité provisionnée garde en vie des instances initialisées. Ce qu’elles connectent au démarrage reste connecté, et un jeton signé au démarrage est périmé avant sa première utilisation.
    .fix = Connectez-vous à la première utilisation, pas au démarrage.
rule-lambda-runtime-deprecated = Le runtime de la fonction n’est plus maintenu
    .holds = Le runtime de la fonction est encore maintenu
    .why = Il ne reçoit plus de correctifs de sécurité, ses bibliothèques TLS et ses certificats racines vieillissent, et Lambda finira par refuser de créer et de mettre à jour de telles fonctions. D’ici là, la fonction s’exécute et accepte les modifications comme avant.
    .fix = Testez la fonction avec un runtime actuel de son langage, et faites-la passer à celui-ci.
rule-lambda-alias-weighted = Une partie des appels va à une version défectueuse
    .holds = La seconde version derrière l’alias de la fonction, s’il y en a une, n’a pas de défaut qui lui soit propre
    .why = L’alias envoie une part des appels à une seconde version, dont les variables, le réseau ou le rôle ont un défaut que ceux de la première n’ont pas. Cette part des appels échoue, ou contourne le proxy.
    .fix = Publiez une version correcte et donnez-lui ce poids, ou retirez le poids.

# What was seen, or could not be seen: one fact a line, in the middle of a report.

seen-function-database-made = base de données créée avec l’instance ou le cluster : { $name }
seen-function-leads-unknown = { $fact } : le programme ne recherche pas s’il mène à { $proxy }
seen-function-no-known-host = { $fact } : aucun des hôtes connus de { $database } ou de { $proxy }
seen-function-elsewhere = de proxies d’un autre compte ou d’une autre région, qui n’ont pas été examinés
seen-function-no-host = c’est { $what }, et non un nom d’hôte
seen-function-name-of-proxy = un nom du proxy { $proxy }
seen-function-name-of-database = un nom de la base de données { $database }
seen-function-code =
    { $function } pour { $architecture }, avec { $bytes } octets de code et { $layers ->
        [0] aucune couche
        [one] { $layers } couche
       *[other] { $layers } couches
    }
seen-function-proxy-port = port du proxy : { $port }
seen-function-proxy-region = région du proxy : { $region }
seen-function-variables-unread = les variables de { $function } sont illisibles : { $why }
seen-function-no-host-name = { $fact } n’est pas un nom d’hôte ; le programme ne recherche pas où il mène
seen-function-names-no-host = aucune variable de { $function } ne désigne un hôte lisible
seen-function-alias-version = { $alias } à la version { $version }
seen-function-two-versions = { $version } et { $second }
seen-function-frozen = lu dans $LATEST ; non examiné, et peut-être différent : { $versions }
seen-function-runtimes-unread = la table des runtimes est illisible
seen-function-runtime-unknown = { $runtime } n’est pas dans la table des runtimes du { $day }
seen-function-runtime = runtime de { $function } : { $runtime }, obsolète depuis le { $day }
seen-function-updates-refused = les mises à jour sont refusées depuis le { $day }
seen-function-updates-to-be-refused = les mises à jour doivent être refusées à partir du { $day }, selon l’annonce du { $announced } ; AWS a déjà reporté de telles dates
seen-function-reserved-none = simultanéité réservée de { $function } : aucune
seen-function-pool = connexions que le proxy a le droit d’ouvrir : { $pool }
seen-function-provisioned = simultanéité provisionnée de { $function }:{ $qualifier } : { $count }
seen-function-layer = couche { $arn }
seen-function-logins = authentifications de { $proxy } au cours de la dernière heure : { $refused } refus, { $accepted } succès
seen-function-variable = variable de { $function } : { $variable }
seen-function-version-fault = version { $version } : { $title } ({ $code })
seen-function-weights = { $alias } appelle la version { $version }, et la version { $second } dans { $percent } % des appels
seen-function-alias-not-looked = l’alias { $alias } appelle les versions { $versions } de { $function }, et c’est $LATEST qui a été examiné : validez { $function }:{ $alias }
