# What the design step says: reasons of defaults, notes, problems, cost arithmetic.
# Names in backticks are set in mono. Titles have no final period, texts are whole sentences.

# Choices that are missing or not there
design-no-database = Aucune base de données choisie
design-no-database-cure = Choisissez la base de données devant laquelle se placera le proxy.
design-no-function = Aucune fonction choisie
design-no-function-cure = Choisissez la fonction qui se connectera à travers le proxy.
design-not-here = `{ $name }` n’existe pas dans ce compte et cette région
design-not-here-cure = Vérifiez l’orthographe et la région, ou choisissez dans la liste.
design-unreadable = `{ $name }` n’a pas pu être lu : échec de `{ $operation }`
design-name-groups = groupes de sécurité
design-name-subnets = sous-réseaux
design-unreadable-cure = Réponse d’AWS : { $because }. Autorisez cet appel, ou demandez à quelqu’un qui en a le droit.
design-database-cannot = `{ $id }` ne peut pas avoir de proxy : { $why }
design-database-pick-another = Choisissez une autre base de données, ou modifiez celle-ci et actualisez.
design-database-no-endpoint = elle n’a pas encore de point de terminaison
design-function-pick-another = Choisissez une autre fonction.
design-part-unreadable = `{ $operation }` n’a pas pu être lu
design-part-unreadable-text = Ce qui en dépend est inconnu. Réponse d’AWS : { $because }
# Which databases and functions can take part
eligibility-engine = RDS Proxy ne parle pas { $engine }
eligibility-serverless-v1 = Serverless v1 n’est pas pris en charge, v2 l’est
eligibility-replica = Réplica en lecture : choisissez son enregistreur, { $source }
eligibility-version = { $engine } { $version } n’est pas pris en charge
eligibility-express = Cluster express : il a une passerelle d’accès Internet et pas de VPC, et RDS Proxy ne les prend pas en charge
eligibility-dedicated = Son VPC est en location dédiée
eligibility-stopped = Arrêtée : démarrez-la, puis actualisez
eligibility-status = Son statut est { $status } : attendez qu’elle soit disponible
eligibility-no-instance = Le cluster n’a aucune instance
eligibility-no-vpc = Elle n’est dans aucun VPC lisible
eligibility-edge = Lambda@Edge ne peut pas rejoindre un VPC
eligibility-function-failed = Sa dernière mise à jour a échoué : réparez d’abord la fonction
eligibility-runtime-closed = Son runtime { $runtime } est fermé : ses réglages sont figés
# What database and function are
design-global-secondary = `{ $database }` ne sert que des lectures
design-global-secondary-text = C’est un cluster secondaire de la base de données globale `{ $global }`. Le point de terminaison propre au proxy est destiné aux écritures et répond « The target group doesn't have any associated read/write instances » : créez ensuite un point de terminaison en lecture seule de `{ $proxy }`, et faites-y lire la fonction. Les écritures vont à un proxy du cluster principal.
design-global-forwards-text = C’est un cluster secondaire de la base de données globale `{ $global }`, et il transfère les écritures à son cluster principal. Les lectures relèvent d’un point de terminaison en lecture seule du proxy ; essayez une écriture avant de vous y fier.
design-runtime-deprecated = Le runtime de la fonction n’est plus maintenu
design-runtime-deprecated-text = `{ $runtime }` ne reçoit plus de correctifs depuis le { $ended }. La configuration fonctionne avec lui ; passez à un runtime actuel dès que possible.
design-runtime-deprecated-blocked = `{ $runtime }` ne reçoit plus de correctifs depuis le { $ended }, et Lambda doit refuser les mises à jour à partir du { $day }, une date qu’AWS a déjà repoussée. La configuration fonctionne avec lui ; passez à un runtime actuel dès que possible.
design-managed-instances = La fonction s’exécute sur des instances gérées
design-managed-instances-text = Son réseau est celui du fournisseur de capacité, et ne change pas. Plusieurs requêtes s’exécutent à la fois dans un même processus : le code doit donner à chacune sa propre connexion, et ne pas en partager une.
design-provider-unread = Le réseau du fournisseur de capacité `{ $provider }` est inconnu : échec de `{ $operation }`
design-provider-elsewhere = Le fournisseur de capacité `{ $provider }` n’est pas dans le VPC de la base de données
design-provider-elsewhere-cure = Une fonction sur des instances gérées reste dans le réseau de son fournisseur de capacité. Choisissez un fournisseur dans ce VPC, ou une autre fonction.
design-forwarding-share = Le proxy et le transfert d’écriture peuvent prendre plus que toutes les connexions
design-forwarding-share-text = Le transfert d’écriture a { $share } % de `max_connections` pour lui seul. Donnez au proxy { $room } % au plus.
design-subnet-has-ipv4 = Pas uniquement IPv6
design-subnet-ipv6-only = Uniquement IPv6
design-ipv4-subnets = Un point de terminaison IPv4 ne peut pas être dans des sous-réseaux uniquement IPv6
design-ipv4-subnets-cure = Choisissez des sous-réseaux qui ont une plage IPv4.
design-ipv6-only-subnets = Un point de terminaison IPv6 exige des sous-réseaux uniquement IPv6
design-ipv6-only-subnets-cure = Choisissez des sous-réseaux uniquement IPv6, ou laissez le point de terminaison en IPv4.
# Secret
design-secret-none-why = IAM de bout en bout utilise des jetons des deux côtés : il n’y a aucun mot de passe à conserver
design-mode-standard-why = La fonction prouve son identité par un jeton de son propre rôle ; seul le proxy lit le mot de passe
design-mode-password-why = Pour du code à conserver tel quel : la fonction envoie elle-même le nom d’utilisateur et le mot de passe
design-mode-end-to-end-why = Des jetons des deux côtés : il n’existe aucun mot de passe, et la base de données doit connaître l’utilisateur comme utilisateur IAM
design-mode-sqlserver = SQL Server ne peut pas utiliser IAM de bout en bout
design-mode-sqlserver-cure = RDS Proxy ne le prend en charge que pour MySQL, MariaDB et PostgreSQL. Utilisez IAM standard.
design-user-length = L’utilisateur de base de données doit avoir de 1 à { $limit } caractères
design-user-length-cure = Raccourcissez le nom ; c’est la limite propre au moteur.
design-user-character = `{ $character }` n’est pas permis dans l’utilisateur de base de données
design-user-character-cure = Utilisez des lettres, des chiffres, et `_`, `-`, `.` ou `@`, pour que le nom ne demande de guillemets ni en SQL ni dans les politiques.
design-user-is-master = La fonction s’authentifierait comme l’utilisateur principal
design-user-is-master-text = `{ $user }` a tous les droits. Créez un utilisateur qui a les droits dont la fonction a besoin, et pas plus.
design-secret-name = Secrets Manager refuserait ce nom
design-secret-name-cure = Utilisez de 1 à 512 lettres, chiffres et `/_+=.@-`.
design-secret-suffix = Le nom finit comme le suffixe qu’ajoute AWS
design-secret-suffix-text = AWS ajoute un tiret et six caractères à l’ARN de chaque secret. Un nom qui finit déjà ainsi rend ambigus les ARN partiels.
design-secret-deleted = La suppression de `{ $name }` est planifiée
design-secret-all-deleted-cure = Celle des secrets qui le précèdent aussi. Choisissez un autre nom, ou restaurez le premier.
design-secret-next = Le secret s’appelle `{ $name }`
design-secret-next-text = La suppression de `{ $name }` est planifiée, et il garde son nom jusqu’à ce qu’il ait disparu. Pour le récupérer plutôt, choisissez de le restaurer : `--restore-secret`, ou `if_deleted = "restore"` sous `[secret]`.
design-secret-restored = `{ $name }` est restauré
design-secret-restored-text = Sa suppression était planifiée. Il reçoit un nouveau mot de passe, et celui qu’il contenait devient sa version précédente. Il garde sa clé.
design-secret-not-ours = `{ $name }` n’a pas été créé pour cette configuration
design-secret-not-ours-cure = Restauré, il recevrait un nouveau mot de passe que d’autres ne connaissent pas. Prenez le prochain nom libre, ou restaurez-le vous-même et réutilisez-le.
design-secret-restore-cure = Restaurez-le avec `aws secretsmanager restore-secret --secret-id { $name }`, ou choisissez un autre secret.
design-role-taken = Un rôle nommé `{ $role }` existe déjà, et cette configuration ne l’a pas créé
design-role-taken-cure = Utilisez-le tel quel, ou choisissez un autre nom. Ses politiques ne sont pas remplacées.
design-secret-taken = Un secret nommé `{ $name }` existe déjà
design-secret-taken-cure = Réutilisez-le, ou choisissez un autre nom. Il n’est pas écrasé.
design-secret-password-why = 32 caractères aléatoires de Secrets Manager, ou ceux que vous saisissez ; conservé nulle part ailleurs
design-secret-which = Aucun secret à réutiliser n’est choisi
design-secret-which-cure = Choisissez l’un des secrets de la liste, ou saisissez son nom ou son ARN.
design-secret-not-json = Le secret n’est pas un objet JSON
design-secret-missing-keys = Il manque `username` ou `password` au secret
design-secret-other-user = Le secret contient un autre utilisateur
design-secret-shape-cure = RDS Proxy demande un objet JSON avec `username` et `password`, un utilisateur par secret. Modifiez le secret, ou créez-en un nouveau.
design-secret-unchecked = Le contenu du secret n’a pas été vérifié
design-secret-unchecked-text = Ce doit être un objet JSON avec `username` et `password`. Autorisez une lecture pour en être sûr ; le mot de passe n’est pas conservé.
design-secret-not-managed = `{ $database }` n’a pas de secret principal géré par RDS
design-secret-not-managed-cure = Créez un secret, ou réutilisez-en un.
design-secret-managed = C’est l’utilisateur principal
design-secret-managed-text = Il a tous les droits dans la base de données. Bon pour un essai ; pour un usage réel, créez un utilisateur dédié.
design-key-state = La clé `{ $key }` est { $state }
design-key-state-cure = Activez la clé, ou choisissez-en une autre.
design-key-unread = La clé du secret n’a pas pu être lue
design-key-unread-text = Par sûreté, le rôle reçoit `kms:Decrypt` sur `{ $key }`. On ne sait pas si la politique de la clé elle-même le permet.
design-key-unknown = La clé `{ $key }` du secret est introuvable
design-key-unknown-cure = Une politique doit indiquer l’ARN complet de la clé. Autorisez `kms:DescribeKey`, ou choisissez un autre secret.
# Role
design-role-why = Un rôle dédié, pour qu’il n’ait qu’un seul droit et disparaisse avec le proxy
design-role-existing-why = Le vôtre, utilisé tel quel et jamais modifié
design-role-name = IAM refuserait ce nom de rôle
design-role-name-cure = Utilisez de 1 à 64 lettres, chiffres et `+=,.@_-`.
design-role-path = Le chemin doit commencer et finir par `/`
design-role-path-cure = Écrivez-le comme `/service/`, ou simplement `/`.
design-role-boundary = La limite d’autorisations doit être l’ARN d’une politique
design-role-boundary-cure = Écrivez-le comme `arn:aws:iam::123456789012:policy/boundary`.
design-role-trust = `{ $role }` n’approuve pas `rds.amazonaws.com`
design-role-trust-cure = Ajoutez `rds.amazonaws.com` à sa politique d’approbation, ou laissez l’assistant créer un rôle.
design-role-unread = Certaines politiques du rôle n’ont pas pu être lues
design-role-lacks = Le rôle n’a pas le droit de : { $missing }
design-role-lacks-cure = Ajoutez cette autorisation, ou laissez l’assistant créer un rôle. Un rôle existant n’est jamais modifié.
# Network
design-subnets-why = Deux sous-réseaux privés dans deux zones, le plus spacieux de chacune : le point de terminaison par défaut ne réside pas dans plus de deux
design-subnet-zone-unsupported = écarté : RDS Proxy n’est pas dans { $zone }
design-subnet-public = écarté : il est public
design-subnet-removed = `{ $subnet }` a été retiré
design-subnet-removed-text = RDS Proxy n’est pas présent dans la zone { $zone } ; AWS ignorerait le sous-réseau sans avertissement.
design-subnet-unknown = `{ $subnet }` n’est pas un sous-réseau du VPC de la base de données
design-subnet-unknown-cure = Choisissez des sous-réseaux de la liste, sur la page Réseau.
design-subnet-full = `{ $subnet }` a peu d’adresses libres
design-subnet-full-text = { $free } sont libres ; pour une base de données de cette taille, le proxy peut en prendre { $needed }.
design-zones-left-out = Les sous-réseaux de { $zones } sont écartés
design-zones-left-out-text = RDS Proxy n’est pas présent dans cette zone ; AWS les ignorerait sans avertissement.
design-zones-too-few =
    { $count ->
        [0] Aucune zone utilisable
        [one] Seulement { $count } zone utilisable
       *[other] Seulement { $count } zones utilisables
    }
design-zones-too-few-cure = RDS Proxy exige des sous-réseaux dans au moins deux zones qu’il prend en charge. Ajoutez un sous-réseau au VPC, ou choisissez-en un parmi ceux qui ont été écartés.
design-group-proxy-why = Un groupe dédié : il ne laisse entrer que la fonction, et sortir que vers la base de données
design-group-unknown = Le groupe de sécurité `{ $group }` n’est pas dans le VPC de la base de données
design-group-unknown-cure = Choisissez-en un qui y est, ou laissez l’assistant en créer un.
design-group-default = La base de données utilise le groupe de sécurité par défaut du VPC
design-group-default-text = Une règle ajoutée là s’applique à tout ce que contient ce groupe. Donnez à la base de données son propre groupe dès que possible.
design-group-none = `{ $database }` n’a pas de groupe de sécurité
design-group-none-cure = Donnez un groupe de sécurité à la base de données, puis actualisez.
design-group-shared = Le proxy et la base de données partagent un même groupe de sécurité
design-group-shared-text = Partager un groupe n’autorise rien en soi : le groupe reçoit donc aussi une règle qui se réfère à lui-même.
design-rule-function-out = La fonction peut atteindre le proxy
design-rule-proxy-in = Le proxy laisse entrer cette fonction ; les proxies de ce type écoutent toujours sur { $port }
design-rule-proxy-out = Le port propre à la base de données ; rien d’autre ne sort
design-rule-database-in = Sans elle, la cible reste indisponible
design-rule-covered = Sa sortie ouverte couvre déjà le proxy
design-rule-endpoint-out = La fonction lit son secret par le point de terminaison
design-rule-endpoint-in = Seule la fonction peut utiliser le point de terminaison
design-endpoint-why = En mode mot de passe, la fonction lit le secret, et depuis ces sous-réseaux seul un point de terminaison y mène
design-endpoint-nat-why = Les sous-réseaux ont une passerelle NAT : Secrets Manager est donc accessible sans point de terminaison
design-endpoint-not-needed-why = Avec IAM, la fonction signe son propre jeton et ne lit aucun secret
design-endpoint-skipped = La fonction n’atteindra pas Secrets Manager
design-endpoint-skipped-text = Elle lit le secret en mode mot de passe, et ses sous-réseaux n’ont ni passerelle NAT ni point de terminaison. La lecture resterait bloquée jusqu’à l’expiration de la fonction.
design-endpoint-dns = Le VPC n’a pas de noms DNS pour les points de terminaison
design-endpoint-dns-cure = Activez `enableDnsSupport` et `enableDnsHostnames` sur le VPC, sinon le nom privé du point de terminaison ne sera pas résolu.
design-function-stays-why = Elle est déjà dans le VPC de la base de données ; ses sous-réseaux et ses groupes ne changent pas
design-function-moves-why = Hors d’un VPC, rien n’atteint un proxy : la fonction entre donc dans les sous-réseaux du proxy
design-function-other-vpc = `{ $function }` est dans un autre VPC, `{ $vpc }`
design-function-other-vpc-cure = Donnez au proxy un point de terminaison dans le VPC de la fonction, ou choisissez une fonction dans le VPC de la base de données ou hors de tout VPC. Changer une fonction de VPC couperait ses connexions actuelles.
design-function-loses-internet = Elle perd l’accès à Internet
design-function-loses-internet-text = `{ $function }` entre dans des sous-réseaux sans passerelle NAT, avec un nouveau groupe qui ne lui laisse atteindre que le proxy.
design-function-loses-internet-nat = `{ $function }` reçoit un nouveau groupe qui ne lui laisse atteindre que le proxy. Ses sous-réseaux ont une passerelle NAT.
design-function-calls = { $name } (`{ $witness }`)
design-function-needs-rules = Elle appelle { $names }, d’après ses variables et ses politiques : ajoutez à ce groupe les règles sortantes correspondantes.
design-function-needs-endpoints = Ses variables et ses politiques nomment { $names } : chacun demande un point de terminaison dans ce VPC ou une passerelle NAT, et une règle sortante dans ce groupe. S3 et DynamoDB ont des points de terminaison de passerelle gratuits ; les autres sont facturés par zone et par heure.
design-function-has-endpoints = Il y a un point de terminaison pour { $names } : il exige une règle sortante dans ce groupe.
design-function-needs-nat = Seule une passerelle NAT mène à { $names }.
design-function-calls-nothing = Ni ses variables ni les politiques de son rôle ne nomment un autre service. Si son code en appelle un malgré tout, il faut un point de terminaison ou NAT, et une règle sortante dans ce groupe.
design-function-calls-unread = Les services qu’elle appelle n’ont pas pu être lus dans ses variables et ses politiques. Chacun demande un point de terminaison ou NAT, et une règle sortante dans ce groupe.
# Proxy
design-tag = AWS refuserait la balise « { $tag } »
design-tag-cure = Utilisez des lettres, des chiffres, des espaces et _ . : / = + - @. Un nom a de 1 à 128 caractères et ne commence pas par "aws:" ; une valeur en a 256 au plus.
design-proxy-name = L’API refuserait ce nom de proxy
design-proxy-name-cure = Utilisez des lettres, des chiffres et des tirets isolés, en commençant par une lettre, 63 caractères au plus.
design-proxy-name-why = D’après le nom de la base de données, unique dans le compte et la région
design-proxy-name-reused-why = Il existe déjà et sera réutilisé
design-proxy-reused = `{ $name }` existe déjà et sera réutilisé
design-proxy-reused-text = Il ne coûte rien de plus. Seul ce que le plan énumère change sur lui, et rien dont d’autres dépendent ; le retour arrière le rétablit et laisse le proxy.
design-family-why = D’après le moteur de la base de données ; le proxy écoute sur { $port }, quel que soit le port de la base de données
design-tls-why = Les jetons et les mots de passe circulent chiffrés. Les certificats sont publics : aucun bundle à livrer
design-tls-needed = `RequireTLS` : l’authentification IAM exige TLS
design-tls-needed-cure = AWS refuse un proxy qui exige IAM sans exiger TLS. Activez TLS.
design-tls-off = TLS n’est pas exigé
design-tls-off-text = Des mots de passe et des données peuvent traverser le réseau en clair.
design-idle-why = 30 minutes, la valeur par défaut de RDS : assez long pour les fonctions à chaud, assez court pour écarter les clients morts
design-idle-range = `IdleClientTimeout` doit être compris entre 1 et 28 800 secondes
design-idle-range-cure = 1800 est la valeur par défaut de RDS.
design-debug-why = Désactivée : elle écrit du SQL dans le journal, et s’arrête d’elle-même après 24 heures
design-debug-on = La journalisation de débogage est activée
design-debug-on-text = Les instructions SQL, valeurs comprises, vont dans CloudWatch Logs. Elle s’arrête d’elle-même après 24 heures.
design-network-type-why = IPv4 fonctionne dans tous les sous-réseaux ; la double pile demande IPv6 dans le VPC et les sous-réseaux
design-ipv6-subnets = `EndpointNetworkType` : les sous-réseaux n’ont pas de plage IPv6
design-ipv6-subnets-cure = `IPV6` et `DUAL` exigent une plage IPv6 dans le VPC et dans chaque sous-réseau du proxy. Utilisez `IPV4`.
design-target-dual = `TargetConnectionNetworkType` vaut `IPV4` ou `IPV6`, pas les deux
design-target-dual-cure = `DUAL` ne vaut que pour le point de terminaison. Utilisez `IPV4`, ou `IPV6` pour une base de données à double pile.
design-max-why = 80 % laissent de la place aux connexions directes, aux migrations et à la surveillance
design-max-share-why = Environ { $share } des { $connections } connexions d’après ses paramètres ; le reste va à tous les autres
design-max-sized-why =
    Environ { $share } des { $connections } connexions d’après ses paramètres ; { $count ->
        [one] la fonction en demande
       *[other] les { $count } fonctions ensemble en demandent
    } au plus { $concurrency }
design-idle-share-why = Environ { $share } des { $connections } connexions restent ouvertes. { $why }
design-idle-needed-why = Autant que { $function } peut en utiliser à la fois : sa simultanéité réservée est de { $concurrency }
design-idle-unlimited-why = La moitié de `MaxConnectionsPercent`, comme le fait AWS : { $function } n’a pas de simultanéité réservée
design-idle-half-why = La moitié de `MaxConnectionsPercent`, comme le fait AWS
design-idle-chosen-why = Gardées ouvertes pour la prochaine rafale
design-kept-why = Comme sur le proxy actuellement ; d’autres en dépendent peut-être
design-max-range = `MaxConnectionsPercent` doit être compris entre 1 et 100
design-max-range-cure = C’est une part du max_connections de la base de données.
design-idle-above-max = `MaxIdleConnectionsPercent` dépasse `MaxConnectionsPercent`
design-idle-above-max-cure = Il ne peut pas en rester ouvert plus que le proxy n’a le droit d’en ouvrir.
design-borrow-why =
    Sous { $count ->
        [one] le délai de { $timeout } s de la fonction
       *[other] les { $timeout } s de la fonction au délai le plus court
    }, pour qu’un pool plein se voie comme tel et non comme un blocage
design-borrow-range = `ConnectionBorrowTimeout` doit être compris entre 0 et 300 secondes
design-borrow-range-cure = 120 est la valeur par défaut de RDS.
design-borrow-zero = Un délai d’emprunt de 0 empêche le pool de grandir
design-borrow-zero-text = Un client qui ne trouve aucune connexion libre échoue aussitôt, même si le proxy pourrait en ouvrir une autre.
design-borrow-long = Le délai d’emprunt dépasse le délai de la fonction
design-borrow-long-text = { $borrow } s contre { $timeout } s : un pool plein ressemble à un blocage de la fonction.
design-pinning-why = Désactivé : sûr seulement si le code ne définit aucune variable de session dont dépendent des requêtes ultérieures
design-pinning-family = `SessionPinningFilters` : seule la famille MySQL a ce filtre d’épinglage
design-pinning-family-cure = Les proxies PostgreSQL et SQL Server refusent `EXCLUDE_VARIABLE_SETS`.
design-pool-small =
    { $count ->
        [one] Le pool est plus petit que la simultanéité de la fonction
       *[other] Le pool est plus petit que la simultanéité des { $count } fonctions ensemble
    }
design-pool-small-text = { $concurrency } exécutions possibles à la fois pour { $share } connexions. Les requêtes courtes se partagent bien ; les longues transactions attendront.
design-init-query = La requête d’initialisation mentionne un mot de passe
design-init-query-text = Quiconque peut décrire le proxy peut la lire.
# Access
design-policy-connect-why = Un seul utilisateur à travers un seul proxy. La ressource est l’ID `prx-` du proxy, pas son nom
design-policy-secret-why = La fonction lit ce seul secret et rien d’autre
design-environment-why = Les noms sont modifiables ; le gestionnaire exporté les lit
design-no-database-name = Aucun nom de base de données n’est connu
design-no-database-name-text = Le gestionnaire se connecte alors sans. Saisissez le nom sur la page Accès si votre code en a besoin.
design-variable-name = Lambda refuserait le nom de variable `{ $name }`
design-variable-name-cure = Utilisez au moins deux lettres, chiffres ou traits de soulignement, en commençant par une lettre, et aucun des noms propres à AWS.
design-variable-reserved = `{ $name }` est réservé par Lambda
design-variable-twice = La variable `{ $name }` est utilisée deux fois
design-variable-twice-cure = Donnez à chaque valeur son propre nom.
design-variable-hidden = La fonction a une variable `{ $name }` qui contient peut-être un secret
design-variable-hidden-cure = Elle n’est pas écrasée, car le retour arrière ne pourrait pas la rétablir. Choisissez un autre nom.
design-variable-replaced = La variable `{ $name }` reçoit une nouvelle valeur
design-variable-replaced-text = Le retour arrière rétablit l’ancienne.
design-environment-full = Les variables dépassent la taille que Lambda permet
design-environment-full-cure = Toutes les variables d’une fonction disposent ensemble de 4 Ko.
design-alias-unknown = La fonction n’a pas d’alias `{ $alias }`
design-alias-unknown-cure = Choisissez l’un de ses alias, ou aucun.
design-alias-frozen = L’alias { $aliases } pointe sur une version publiée
design-alias-frozen-text = Les versions publiées gardent leur réseau et leurs variables. Les modifications vont dans `$LATEST`, et les appelants de l’alias ne les voient pas tant qu’une nouvelle version n’est pas publiée et l’alias déplacé.
# Cost
design-cost-proxy = RDS Proxy
design-cost-proxy-vcpu = { $vcpus } vCPU × { $price } $ × 730 h
design-cost-proxy-acu = { $acu } ACU × { $price } $ × 730 h
design-cost-unknown-class = La taille d’une instance est inconnue : le prix l’est donc aussi
design-cost-foreign-region = { $how }, aux prix de { $region }
design-cost-secret = Secret
design-cost-secret-how = { $price } $ par mois
design-cost-endpoint = Point de terminaison Secrets Manager
design-cost-endpoint-how = { $zones } zones × { $price } $ × 730 h
# Endpoints of the proxy beside its default one.
endpoint-no-cluster = `{ $database }` n’a pas de lecteurs : c’est une instance isolée
endpoint-no-cluster-cure = Un point de terminaison en lecture seule mène aux lecteurs d’un cluster. Omettez-le, ou choisissez un cluster Aurora ou un cluster de bases de données Multi-AZ.
endpoint-no-reader = `{ $database }` n’a pas de lecteur : il n’y aurait personne derrière un point de terminaison en lecture seule
endpoint-no-reader-cure = Ajoutez d’abord un lecteur au cluster, ou omettez le point de terminaison.
endpoint-reads-why = Les lectures vont aux lecteurs du cluster sans prendre de connexions à l’enregistreur
endpoint-quota = `{ $proxy }` ne peut pas avoir plus de { $count } points de terminaison supplémentaires
endpoint-quota-cure = Supprimez-en un que personne n’utilise, ou omettez celui-ci.
endpoint-used = Le point de terminaison en lecture seule `{ $name }` est utilisé
endpoint-used-text = Il existe déjà et d’autres l’ont créé : il est donc référencé, et jamais supprimé par cette configuration.
endpoint-vpc-why = La fonction reste dans { $vpc } et atteint le proxy par un point de terminaison placé là
endpoint-vpc-stays-why = La fonction reste dans son VPC : le proxy y reçoit un point de terminaison
endpoint-vpc-same = Aucun point de terminaison n’est nécessaire dans le VPC de la fonction
endpoint-vpc-same-text = La fonction et la base de données seront à la fin dans un même VPC : le point de terminaison par défaut suffit donc.
endpoint-vpc-unread = Les sous-réseaux du VPC `{ $vpc }` de la fonction sont inconnus
endpoint-vpc-one-cure = Toutes les fonctions d’une configuration atteignent le proxy dans un seul VPC. Configurez à part celles d’un autre VPC.
endpoint-vpc-several = `{ $name }` est dans un autre VPC que `{ $first }`
endpoint-vpc-dedicated = { $vpc } est en location dédiée
endpoint-vpc-dedicated-cure = RDS Proxy n’a pas de points de terminaison dans un tel VPC. Choisissez une fonction d’un autre VPC.
endpoint-vpc-zones =
    { $vpc } a des sous-réseaux utilisables dans { $count ->
        [0] aucune zone
        [one] { $count } zone
       *[other] { $count } zones
    }
endpoint-vpc-zones-cure = Un point de terminaison exige des sous-réseaux dans deux zones. Ajoutez un sous-réseau dans une autre zone.
endpoint-name = `{ $name }` n’est pas un nom de point de terminaison valide
endpoint-name-twice = Les deux points de terminaison s’appellent `{ $name }`
endpoint-name-twice-cure = Le nom d’un point de terminaison est unique dans le compte et la région. Donnez un autre nom à l’un d’eux.
endpoint-subnet-unknown = `{ $subnet }` n’est pas un sous-réseau du VPC du point de terminaison
endpoint-subnet-unknown-cure = Choisissez parmi ceux-ci : { $known }.
endpoint-zones =
    Les sous-réseaux du point de terminaison { $count ->
        [0] ne sont dans aucune zone
        [one] sont dans une seule zone
       *[other] sont dans { $count } zones
    }
endpoint-subnet-kind = { $subnet } ne peut pas avoir de point de terminaison avec des adresses { $kind }
endpoint-dual-cure = `DUAL` exige des sous-réseaux avec une plage IPv4 et une plage IPv6. Choisissez-en de tels, ou laissez le point de terminaison en `IPV4`.
endpoint-group-unknown = `{ $group }` n’est pas un groupe de sécurité du VPC du point de terminaison
endpoint-group-unknown-cure = Choisissez un groupe qui existe, ou omettez-le.
endpoint-none-made = Les choix sous `proxy.endpoints` ne concernent aucun point de terminaison à créer
endpoint-none-made-text = Ils comptent dès qu’un point de terminaison est demandé, en lecture seule ou dans le VPC de la fonction.
endpoint-rule-in = Le point de terminaison laisse entrer cette fonction ; il écoute sur { $port }
design-cost-proxy-endpoint = Point de terminaison `{ $name }`
