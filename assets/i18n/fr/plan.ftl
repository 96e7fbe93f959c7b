# What a plan does and why: titles, reasons, undo sentences, waits, conflicts, preflight.
# Names in backticks are set in mono.

plan-create-secret = Secret `{ $name }`
plan-create-secret-why = Le proxy y lit le mot de passe de `{ $user }` ; personne d’autre n’a besoin de le connaître.
plan-create-secret-undo = Planifie la suppression du secret `{ $name }` ; il peut être restauré pendant { $days } jours.
plan-create-secret-generated = mot de passe généré par Secrets Manager
plan-create-secret-typed = mot de passe saisi
plan-restore-secret = Secret supprimé `{ $name }`
plan-restore-secret-why = Il revient sous son nom et son ARN, avec un nouveau mot de passe de `{ $user }` pour le proxy.
plan-restore-secret-undo = Planifie de nouveau la suppression du secret `{ $name }`, restaurable pendant { $days } jours. Le mot de passe qu’il contenait auparavant reste sa version précédente.
plan-restore-secret-deleted = suppression planifiée
plan-restore-secret-moved = il a été restauré ou modifié depuis l’établissement du plan
plan-create-secret-no-password = le mot de passe n’a pas été saisi
plan-create-role = Rôle `{ $name }`
plan-create-role-why = Le proxy l’endosse. Seul `rds.amazonaws.com` en a le droit.
plan-create-role-undo = Supprime le rôle `{ $name }`, sauf si quelqu’un y a ajouté une politique.
plan-create-role-kept = { $policies } y a été ajouté depuis. Cette exécution n’en est pas l’auteur : les deux restent donc en place.
plan-put-role-policy = Politique `{ $name }` du rôle `{ $role }`
plan-put-role-policy-why-proxy-secret = Sans elle, le proxy ne peut pas lire le secret et la cible reste `UNAVAILABLE` avec `AUTH_FAILURE`.
plan-put-role-policy-why-proxy-token = Sans elle, le proxy ne peut pas signer le jeton avec lequel il s’authentifie auprès de la base de données.
plan-put-role-policy-why-function-token = Sans elle, le proxy refuse le jeton de la fonction. Elle désigne ce seul proxy et ce seul utilisateur.
plan-put-role-policy-why-function-secret = La fonction lit le mot de passe dans ce seul secret.
plan-put-role-policy-undo-restore = Rétablit l’ancienne politique `{ $name }` du rôle `{ $role }`.
plan-put-role-policy-undo-delete = Supprime la politique `{ $name }` du rôle `{ $role }` ; ses autres politiques ne sont pas touchées.
plan-put-role-policy-no-role = le rôle n’est pas encore visible
plan-put-role-policy-moved = la politique `{ $name }` a changé depuis l’établissement du plan ; refaites la revue
plan-put-role-policy-kept = La politique a été modifiée depuis : elle reste donc telle quelle.
plan-create-security-group = Groupe `{ $name }`
plan-create-security-group-why-function = Il représente la fonction dans les règles du proxy.
plan-create-security-group-why-proxy = Il représente le proxy dans les règles de la fonction et de la base de données.
plan-create-security-group-why-endpoint = Il ne laisse que la fonction atteindre le point de terminaison.
plan-create-security-group-why-proxy-endpoint = Il ne laisse que la fonction atteindre le point de terminaison du proxy.
plan-create-security-group-open-egress = Règle posée par EC2 : tout le trafic vers 0.0.0.0/0
plan-create-security-group-undo = Supprime le groupe `{ $name }` dès qu’aucune interface réseau ne l’utilise plus.
plan-create-security-group-kept =
    { $count ->
        [one] Il a une règle que cette exécution n’a pas créée, ou n’a pas pu révoquer.
       *[other] Il a { $count } règles que cette exécution n’a pas créées, ou n’a pas pu révoquer.
    }
plan-authorize-rule-ingress = Laisser entrer `{ $peer }` dans `{ $group }` sur { $port }
plan-authorize-rule-egress = Laisser sortir `{ $group }` vers `{ $peer }` sur { $port }
plan-authorize-rule-covered = Déjà permis par la règle `{ $rule }`.
plan-authorize-rule-undo-ingress =
    { $others ->
        [0] Ne laisse plus entrer `{ $peer }` dans `{ $group }` sur { $port }.
        [one] Ne laisse plus entrer `{ $peer }` dans `{ $group }` sur { $port }. L’autre règle n’est pas touchée.
       *[other] Ne laisse plus entrer `{ $peer }` dans `{ $group }` sur { $port }. Les { $others } règles existantes ne sont pas touchées.
    }
plan-authorize-rule-undo-egress =
    { $others ->
        [0] Ne laisse plus sortir `{ $group }` vers `{ $peer }` sur { $port }.
        [one] Ne laisse plus sortir `{ $group }` vers `{ $peer }` sur { $port }. L’autre règle n’est pas touchée.
       *[other] Ne laisse plus sortir `{ $group }` vers `{ $peer }` sur { $port }. Les { $others } règles existantes ne sont pas touchées.
    }
plan-create-vpc-endpoint = Point de terminaison `{ $service }`
plan-create-vpc-endpoint-why = La fonction lit le secret depuis l’intérieur du VPC ; sans le point de terminaison, cet appel finit par expirer.
plan-create-vpc-endpoint-undo = Supprime le point de terminaison pour `{ $service }`.
plan-create-vpc-endpoint-wait = AWS place ses interfaces réseau dans les sous-réseaux.
plan-create-vpc-endpoint-undo-wait = AWS retire ses interfaces réseau.
plan-create-proxy = Proxy `{ $name }`
plan-create-proxy-tls = Proxy `{ $name }`, TLS exigé
plan-create-proxy-tls-iam = Proxy `{ $name }`, TLS et IAM exigés
plan-create-proxy-why = Il garde ouvertes des connexions à la base de données et les partage entre toutes les instances de la fonction.
plan-create-proxy-undo = Supprime le proxy `{ $name }`, ce qui prend quelques minutes.
plan-create-proxy-wait = AWS démarre les hôtes du proxy dans les zones de ses sous-réseaux.
plan-create-proxy-undo-wait = AWS arrête les hôtes du proxy et leurs interfaces réseau.
plan-create-proxy-incompatible-network = ses sous-réseaux ou ses groupes ne conviennent pas à un proxy ; défaites cette exécution et choisissez-en d’autres sur la page Réseau
plan-create-proxy-insufficient-resource-limits = une limite du compte est atteinte, le plus souvent celle des interfaces réseau ou des adresses ; relevez-la, puis réessayez
plan-create-proxy-tags-unread = seules ses balises disent si cette exécution a créé `{ $name }`, et elles ne peuvent pas être lues ; rien n’a été supprimé
plan-create-proxy-endpoint-reads = Point de terminaison en lecture seule `{ $name }`
plan-create-proxy-endpoint-reads-why = Il mène aux lecteurs du cluster, pour que les lectures ne pèsent pas sur l’enregistreur.
plan-create-proxy-endpoint-vpc = Point de terminaison `{ $name }` dans le VPC de la fonction
plan-create-proxy-endpoint-vpc-why = Le point de terminaison par défaut n’a que des adresses du VPC de la base de données ; la fonction atteint celui-ci depuis le sien.
plan-create-proxy-endpoint-undo = Supprime le point de terminaison `{ $name }`, ce qui prend quelques minutes.
plan-create-proxy-endpoint-deleting = le point de terminaison est en cours de suppression ; attendez qu’il ait disparu, puis réessayez
plan-conflict-proxy-endpoint = Le point de terminaison `{ $name }` du proxy `{ $proxy }` a été créé autrement
plan-conflict-proxy-endpoint-cure = Le nom d’un point de terminaison est unique dans le compte et la région. Supprimez-le si personne ne l’utilise, ou donnez un autre nom au proxy.
plan-conflict-proxy-endpoint-busy = Le point de terminaison `{ $name }` est `{ $status }`
plan-create-proxy-deleting = le proxy est en cours de suppression ; attendez qu’il ait disparu, puis réessayez
plan-modify-proxy = Réglages du proxy `{ $name }`
plan-modify-proxy-why = Le proxy existe et diffère par ces réglages. Les connexions ouvertes le restent.
plan-modify-proxy-undo = Rétablit les anciens réglages du proxy `{ $name }`.
plan-modify-proxy-moved = le proxy a changé depuis l’établissement du plan ; refaites la revue
plan-modify-proxy-kept = Ses réglages ont été modifiés depuis : ils restent donc tels quels.
plan-modify-pool = Réglages du pool de `{ $proxy }`
plan-modify-pool-why = Combien de connexions de la base de données le proxy peut utiliser, et combien de temps un client en attend une.
plan-modify-pool-undo-restore = Rétablit les anciens réglages du pool de `{ $proxy }`.
plan-modify-pool-undo-with-proxy = Les réglages du pool de `{ $proxy }` disparaissent avec le proxy.
plan-modify-pool-moved = les réglages du pool ont changé depuis l’établissement du plan ; refaites la revue
plan-modify-pool-kept = Les réglages du pool ont été modifiés depuis : ils restent donc tels quels.
plan-modify-pool-wait = Le proxy prend en compte les réglages de son pool.
plan-register-target = Enregistrer `{ $database }`
plan-register-target-why = C’est la base de données à laquelle le proxy se connecte.
plan-register-target-undo = Retire `{ $database }` du proxy `{ $proxy }` ; la base de données elle-même n’est pas touchée.
plan-register-target-first-why = Aucune base de données n’est enregistrée pour ce proxy : il ne mène encore nulle part.
plan-register-target-first-undo = Retire `{ $database }` du proxy `{ $proxy }`, qui ne mène alors plus nulle part, comme avant. Elle reste enregistrée si l’authentification de quelqu’un d’autre a entre-temps été ajoutée au proxy.
plan-register-target-kept = l’authentification `{ $login }` a été ajoutée au proxy depuis, et a besoin de la base de données
plan-register-target-moved = le proxy a reçu cette cible depuis l’établissement du plan ; refaites la revue
plan-register-target-wait = Le proxy ouvre ses premières connexions à la base de données.
plan-register-target-wait-capacity = Le proxy démarre encore des hôtes ; c’est habituel.
plan-register-target-wait-unreachable = Le proxy n’atteint pas encore la base de données ; les nouvelles règles mettent un moment à agir.
plan-enable-database-iam-auth = Authentification IAM sur `{ $database }`
plan-enable-database-iam-auth-why = Le proxy s’authentifie par jeton : la base de données doit donc accepter les jetons. L’authentification par mot de passe continue de fonctionner.
plan-enable-database-iam-auth-undo = Désactive de nouveau l’authentification IAM de `{ $database }`. Ceux qui s’authentifient par jeton depuis lors perdent l’accès.
plan-enable-database-iam-auth-wait = La base de données prend en compte le réglage ; elle reste disponible.
plan-enable-database-iam-auth-moved = l’authentification IAM a été activée depuis l’établissement du plan ; refaites la revue
plan-attach-vpc-policy = Politique `{ $policy }` pour le rôle `{ $role }`
plan-attach-vpc-policy-why = Lambda crée les interfaces réseau de la fonction avec les droits de ce rôle.
plan-attach-vpc-policy-undo = Détache la politique `{ $policy }` du rôle `{ $role }`, une fois la fonction sortie du VPC.
plan-attach-vpc-policy-moved = la politique a été attachée depuis l’établissement du plan ; refaites la revue
plan-update-function-variables =
    { $count ->
        [one] { $count } variable d’environnement sur `{ $name }`
       *[other] { $count } variables d’environnement sur `{ $name }`
    }
plan-update-function-network = Réseau de `{ $name }`
plan-update-function-both =
    { $count ->
        [one] Réseau et { $count } variable d’environnement de `{ $name }`
       *[other] Réseau et { $count } variables d’environnement de `{ $name }`
    }
plan-update-function-leftover = Configuration de `{ $name }`
plan-update-function-why = Le gestionnaire trouve le proxy par ces variables. Toutes les autres sont conservées.
plan-update-function-why-network = La fonction n’atteint le proxy que depuis l’intérieur de son VPC. Tout le reste de la fonction est conservé.
plan-update-function-undo = Rétablit l’ancien réseau et les anciennes variables de `{ $name }`.
plan-update-function-wait = Lambda prend en compte la nouvelle configuration.
plan-update-function-no-vpc = hors de tout VPC
plan-update-function-kept-variable = { $name } (conservée)
plan-update-function-kept-value = (conservée)
plan-update-function-moved = le réseau ou les variables de la fonction ont changé depuis l’établissement du plan ; refaites la revue
plan-update-function-kept = { $names } a été modifié depuis, et reste donc tel quel.
plan-update-function-unreadable = ses variables ne peuvent pas être lues et personne ne peut dire si elles sont comme avant : { $why }
plan-publish-and-move-alias = Alias `{ $alias }` de `{ $function }` vers une nouvelle version
plan-publish-and-move-alias-why = Une version publiée garde son réseau et ses variables ; les appelants de l’alias ne reçoivent les nouveaux qu’avec une nouvelle version.
plan-publish-and-move-alias-same = La fonction ne change pas : il n’y a donc rien à publier.
plan-publish-and-move-alias-undo = Ramène l’alias `{ $alias }` de `{ $function }` à la version { $version } et supprime la nouvelle.
plan-publish-and-move-alias-still = la version { $version } est encore là après sa suppression
plan-publish-and-move-alias-moved = L’alias pointe depuis sur la version { $version } ; refaites la revue.
undo-kept-not-ours = Il a été recréé depuis, par quelqu’un d’autre, et reste donc en place.
plan-conflict-secret-deleted = La suppression du secret `{ $name }` est planifiée
plan-conflict-secret-deleted-cure = Choisissez un autre nom, ou restaurez-le avec `aws secretsmanager restore-secret --secret-id { $name }` et réutilisez-le.
plan-conflict-secret-exists = Un secret `{ $name }` existe déjà
plan-conflict-secret-exists-cure = Réutilisez-le, ou choisissez un autre nom.
plan-conflict-role-path = Un rôle `{ $name }` existe déjà, sous le chemin `{ $path }`
plan-conflict-role-path-cure = Choisissez un autre nom, ou utilisez-le comme rôle existant.
plan-conflict-role-trust = Un rôle `{ $name }` existe déjà, et `rds.amazonaws.com` ne peut pas l’endosser
plan-conflict-role-trust-cure = Choisissez un autre nom pour le rôle.
plan-conflict-group = Un groupe de sécurité `{ $name }` existe déjà : `{ $id }`
plan-conflict-group-cure = Choisissez ce groupe sur la page Réseau, ou renommez le proxy : ses groupes portent son nom.
plan-conflict-proxy-fixed = Un proxy `{ $name }` existe déjà, et son réglage `{ $what }` ne peut pas être modifié
plan-conflict-proxy-fixed-cure = Choisissez un autre nom, ou les mêmes réglages que ce proxy.
plan-conflict-proxy-busy = Le proxy `{ $name }` est `{ $status }`
plan-conflict-proxy-busy-cure = Attendez qu’il soit `available` ou qu’il ait disparu, puis refaites la revue. Ou choisissez un autre nom.
plan-conflict-proxy-auth = Une entrée de la liste d’authentification du proxy `{ $name }` n’est pas comprise (`{ $what }`), et une modification remplacerait toute la liste
plan-conflict-proxy-auth-cure = Choisissez un autre nom pour le proxy, ou modifiez sa liste Auth avec l’AWS CLI.
plan-conflict-target = Le proxy `{ $proxy }` est devant une autre base de données : `{ $other }`
plan-conflict-target-cure = Choisissez un autre nom pour le proxy : chacun a une seule cible.
plan-conflict-shared = D’autres utilisent peut-être le proxy `{ $name }`, et cette configuration modifierait { $what }
plan-conflict-shared-cure = { $who } { $act }
plan-conflict-shared-login = Choisissez { $mode } comme authentification, que le proxy a déjà, ou un autre nom pour le proxy : cette configuration aura alors le sien.
plan-conflict-shared-role = Choisissez le rôle du proxy, `{ $role }`, comme rôle existant, ou un autre nom pour le proxy : cette configuration aura alors le sien.
plan-conflict-shared-settings = Laissez ce réglage tel quel, modifiez-le vous-même quand plus personne n’en aura besoin ainsi, ou choisissez un autre nom pour le proxy : cette configuration aura alors le sien.
plan-shared-differs = `{ $name }` de `{ $is }` à `{ $to }`
plan-shared-logins = D’autres s’authentifient avec { $logins }.
plan-shared-not-ours = Quelqu’un d’autre l’a créé : on ne sait donc pas qui d’autre passe par lui.
plan-shared-unread = Les autres authentifications n’ont pas pu être lues.
plan-conflict-pool-unread = Le pool du proxy `{ $name }` n’a pas pu être lu, et une modification remplacerait tous ses réglages
plan-conflict-pool-unread-cure = Obtenez l’autorisation `{ $operation }` et refaites la revue, ou choisissez un autre nom pour le proxy.
plan-conflict-variable = La variable `{ $name }` de la fonction a une valeur qui est peut-être un secret : elle n’est donc pas lue et ne pourrait pas être rétablie
plan-conflict-variable-cure = Choisissez un autre nom pour cette variable sur la page Accès.
plan-preflight-permissions =
    { $count ->
        [one] { $count } autorisation sur { $of } accordée
       *[other] { $count } autorisations sur { $of } accordées
    }, dans les limites de la simulation
plan-preflight-not-simulated = Les politiques de session, de ressource et d’organisation ne font pas partie de la simulation : AWS peut encore refuser.
plan-preflight-permissions-denied =
    { $count ->
        [one] { $count } autorisation manque sur { $of }
       *[other] { $count } autorisations manquent sur { $of }
    }
plan-preflight-permission-denied = `{ $action }` sur `{ $resource }`
plan-preflight-undo =
    { $count ->
        [one] { $count } autorisation sur { $of } accordée
       *[other] { $count } autorisations sur { $of } accordées
    } pour le retour arrière, dans les limites de la simulation
plan-preflight-undo-denied =
    { $count ->
        [one] Pour le retour arrière, { $count } autorisation manque sur { $of }
       *[other] Pour le retour arrière, { $count } autorisations manquent sur { $of }
    }
plan-preflight-undo-unknown = Les autorisations du retour arrière n’ont pas toutes pu être simulées
plan-preflight-permissions-unknown = Vos autorisations n’ont pas pu être simulées
plan-preflight-region = RDS Proxy n’est pas disponible dans { $region }
plan-preflight-region-detail = C’est ce que dit la table d’AWS du { $date } pour tous les moteurs. Choisissez une autre région.
plan-preflight-blue-green = `{ $database }` fait partie du déploiement bleu/vert `{ $deployment }`
plan-preflight-blue-green-first = AWS n’accepte une cible qu’avant la création de son déploiement. Terminez ou supprimez le déploiement, configurez le proxy, puis créez le déploiement.
plan-preflight-blue-green-steps = Le proxy suit la bascule ; les clients doivent se reconnecter. N’enregistrez ni ne désenregistrez de cible avant la fin, et supprimez le déploiement en dernier.
plan-preflight-addresses-ipv6 = Point de terminaison IPv6 : aucune adresse IPv4 nécessaire
plan-preflight-quota = Proxies : { $count } sur { $of } après cette exécution
plan-preflight-quota-full = Demandez un quota plus élevé dans Service Quotas, ou supprimez un proxy inutilisé.
plan-preflight-quota-unknown = Le nombre de proxies n’a pas pu être lu
plan-preflight-zones =
    { $count ->
        [one] { $count } zone, et un proxy en demande deux
       *[other] { $count } zones
    }
plan-preflight-addresses =
    { $count ->
        [one] { $count } adresse libre
       *[other] { $count } adresses libres
    }
plan-preflight-addresses-short = Le proxy peut en demander { $needed }. Choisissez de plus grands sous-réseaux.
plan-preflight-names = Tous les noms sont libres
plan-preflight-names-unknown = Impossible de savoir si tous les noms sont libres
plan-preflight-unread = `{ $operation }` n’a pas pu être lu
plan-safety-tls-iam = TLS et IAM sont exigés
plan-safety-tls-password = TLS est exigé, IAM ne l’est pas : les mots de passe sont acceptés
plan-safety-no-tls-iam = IAM est exigé, TLS ne l’est pas
plan-safety-no-tls-password = Ni TLS ni IAM ne sont exigés
plan-safety-no-wildcard =
    { $count ->
        [one] { $count } politique, aucun caractère générique
       *[other] { $count } politiques, aucun caractère générique
    }
plan-safety-wildcard =
    { $count ->
        [one] { $count } politique a un caractère générique
       *[other] { $count } politiques ont un caractère générique
    }
plan-safety-no-range = Aucune règle n’ouvre une plage d’adresses
# Repairs of an existing proxy
repair-rule-reason = Sans elle, les paquets sont rejetés ici et la connexion expire.
plan-create-log-group = Groupe de journaux `{ $name }`
plan-create-log-group-why = Lambda le créerait d’elle-même et le garderait indéfiniment ; créé ici, il disparaît avec la fonction.
plan-create-log-group-undo = Supprime le groupe de journaux `{ $name }`.
plan-create-function = Fonction `{ $name }`, avec le réseau et le rôle de `{ $like }`
plan-create-function-why = Elle se connecte une fois, avec le réseau et le rôle de `{ $like }`, et indique jusqu’où elle est allée. Elle ne contient aucun secret et n’écrit aucune ligne dans son journal.
plan-create-function-undo = Supprime la fonction `{ $name }`.
plan-create-function-wait = Lambda connecte la fonction au VPC
plan-put-alarm = Alarme `{ $name }`
plan-put-alarm-why = Elle signale un incident avant que quelqu’un n’appelle.
plan-put-alarm-undo = Supprime l’alarme `{ $name }`.
plan-put-alarm-moved = une alarme de ce nom existe déjà
plan-keep-log = Conserver `{ $group }` { $days } jours
plan-keep-log-why = Un journal sans durée de conservation se paie chaque mois, indéfiniment.
plan-keep-log-undo = Conserve `{ $group }` pendant la durée réglée auparavant.
plan-keep-log-moved = quelqu’un a réglé une autre durée entre-temps
plan-keep-log-forever = n’expire jamais
plan-export-log = Journal `{ $log }` de `{ $database }` dans CloudWatch
plan-export-log-why = Avec des jetons des deux côtés, seul ce journal dit pourquoi une authentification a été refusée.
plan-export-log-undo = N’exporte plus le journal `{ $log }` de `{ $database }`.
plan-export-log-moved = quelqu’un l’a activé entre-temps
plan-export-log-wait = la base de données prend la modification en compte
plan-put-alarm-kept = Quelqu’un a modifié cette alarme depuis : elle reste donc en place.
plan-keep-log-kept = Quelqu’un a réglé une autre durée depuis : elle reste donc en place.
