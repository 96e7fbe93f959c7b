# Network, Proxy and Access pages.

use-suggestion = Utiliser `{ $value }`
network-title = Réseau
network-sentence = Chaque groupe ne laisse entrer que celui qui le précède.
network-said = Groupes de sécurité : { $function } atteint { $proxy } sur tcp { $port }, et { $proxy } atteint { $database } sur tcp { $database_port }
network-tcp = tcp
network-of-function = fonction { $name }
network-of-function-elsewhere = fonction dans { $vpc }
network-of-proxy = proxy { $name }
network-of-database =
    { $kind ->
        [cluster] cluster
       *[instance] instance
    } { $name }
network-add-rules =
    { $count ->
        [one] ajouter { $count } règle
       *[other] ajouter { $count } règles
    }
network-endpoint = Point de terminaison Secrets Manager
network-endpoint-make = Le créer quand même
network-endpoint-auto = Le créer si nécessaire
network-endpoint-skip = Ne pas le créer
network-subnets = Sous-réseaux du proxy
network-zones = Zones choisies : { $zones }, il en faut 2 · adresses libres : { $free }, il en faut { $needed }
network-free =
    { $count ->
        [one] { $count } adresse libre
       *[other] { $count } adresses libres
    }
network-two-zones = Le point de terminaison par défaut réside dans deux zones, quel que soit le nombre de sous-réseaux. Ceux-ci ne changent plus une fois le proxy créé.
network-function-elsewhere = { $name } reste dans { $vpc } et atteint le proxy par un point de terminaison placé là.
network-function-place = { $name } est déjà dans { $vpc }. Ses sous-réseaux et ses groupes ne changent pas.
network-function-moves = { $name } entre dans { $vpc }, dans les sous-réseaux choisis ici.
network-tab-rules = Règles
network-tab-calls = Appels d’API
network-new-group = nouveau groupe
network-in = entrée
network-out = sortie
network-undo = Le retour arrière révoque d’abord les règles, puis supprime le groupe. Vos propres règles ne sont jamais touchées.
proxy-title = Proxy
proxy-sentence = Dimensionné pour { $database } et { $function }. Chaque valeur a sa raison.
proxy-sentence-reused = `{ $name }` existe déjà et sera réutilisé. Ce que vous modifiez ici est modifié sur lui.
proxy-name = Nom
proxy-port = Écoute sur
proxy-port-why = Imposé par le moteur.
proxy-pool = Pool de connexions
proxy-bar-most = Proxy, au plus { $count }
proxy-bar-idle = inactives { $count }
proxy-bar-left = Pour tous les autres, { $count }
proxy-bar-limit = max_connections environ { $count }
proxy-bar-demand = { $function } en demande au plus { $count }
proxy-bar-reserved = sa simultanéité réservée
proxy-safety = Sécurité et partage
proxy-tls = Exiger TLS
proxy-variables = Définir des variables n’épingle pas la connexion
proxy-debug = Journalisation de débogage
proxy-advanced = Type de réseau, requête d’initialisation, balises
proxy-advanced-now =
    actuellement : { $network } · { $query } · { $tags ->
        [one] { $tags } balise
       *[other] { $tags } balises
    }
proxy-query-set = une requête
proxy-query-none = aucune requête
proxy-endpoint-network = Réseau du point de terminaison
proxy-target-network = Réseau de la cible
proxy-query = Requête d’initialisation
proxy-query-why = SQL exécuté à chaque nouvelle connexion. Quiconque peut décrire le proxy peut le lire.
proxy-tags = Balises
proxy-tags-why = Pour tout ce qui est créé : clé=valeur, séparées par des virgules. L’assistant ajoute les siennes.
proxy-tab-pool = Groupe cible
proxy-tab-cli = CLI
proxy-undo-none = Le retour arrière laisse le proxy tel quel.
proxy-settled = Déjà conforme : aucun appel
proxy-cost-head = Ce qu’il coûte
cost-floors = Vous payez les vCPU de la base de données, 2 au minimum ; avec Serverless v2, 8 ACU au minimum. Un proxy inactif coûte autant. Tarifs du { $date }.
access-title = Accès
access-sentence = Lambda n’a aucun appel « attacher un proxy ». Tout tient dans ces réglages.
access-network = { $function } est dans le réseau du proxy
access-network-policy = Son rôle reçoit AWSLambdaVPCAccessExecutionRole, pour que Lambda puisse créer ses interfaces réseau.
access-network-has = Son rôle peut déjà créer des interfaces réseau.
access-connect = Son rôle peut se connecter, comme un seul utilisateur, à un seul proxy
access-connect-what = `rds-db:connect → dbuser:{ $id }/{ $user }`
access-connect-why = L’ID propre au proxy, pas son nom : l’erreur la plus courante. AWS attribue l’ID ; nous le renseignons à ce moment-là. Jamais `/*`.
access-secret = Son rôle peut lire un seul secret
access-secret-what = `secretsmanager:GetSecretValue` sur le secret exact
access-secret-why = La fonction y lit l’utilisateur et le mot de passe. Jamais `*`.
access-iam = Le proxy accepte un jeton et rien d’autre
access-iam-why = Qui n’a que le mot de passe est refusé.
access-iam-off = Le proxy accepte un mot de passe
access-iam-off-why = Pour du code à conserver tel quel. Quiconque a le mot de passe entre.
access-iam-end-why = Il n’existe aucun mot de passe ; la base de données doit connaître l’utilisateur comme utilisateur IAM.
access-change-mode = Changer le mode d’authentification de la fonction
access-variables = Variables d’environnement
access-variables-aside = les noms sont modifiables, le code du gestionnaire suit
access-variable-name = Nom de variable { $name }
access-database-name = Nom de la base
access-database-hint = base de données à ouvrir
access-not-shown = non affiché
access-kept = (conservée)
access-note-code = Votre code doit lire ces noms. L’export contient un gestionnaire qui le fait.
access-note-none = Aucun mot de passe ni nom de secret parmi elles : dans ce mode, la fonction n’en a pas besoin.
access-note-secret = Le mot de passe n’en fait pas partie : la fonction le lit dans le secret.
access-on-role = sur { $role }
access-environment = Environnement de la fonction
access-tab-policy = Politique
access-tab-environment = Environnement
access-tab-calls = Appels d’API
access-pane-note = Lambda remplace toutes les variables à la fois : celles qui sont conservées sont donc renvoyées. RevisionId nous arrête si quelqu’un les modifie entre-temps.
proxy-endpoints = Points de terminaison
proxy-endpoint-reads = Point de terminaison en lecture seule
proxy-endpoint-reads-why = Mène aux lecteurs du cluster, pour que les lectures ne pèsent pas sur l’enregistreur. Facturé en plus, comme point de terminaison PrivateLink.
proxy-endpoint-named = Son nom est `{ $name }`.
proxy-endpoint-variable = La fonction reçoit son hôte dans `{ $name }`.
endpoint-details = Nom, sous-réseaux et groupes
endpoint-details-now = { $network }, dans { $count } sous-réseaux
endpoint-name-reads = Nom du point de terminaison en lecture seule
endpoint-name-vpc = Nom du point de terminaison dans le VPC de la fonction
endpoint-name-why = Unique dans le compte et la région ; vide : le nom habituel
endpoint-addresses = Adresses des points de terminaison
endpoint-subnets = Sous-réseaux des points de terminaison, dans deux zones
endpoint-subnet = { $subnet } dans { $zone }
endpoint-groups = Groupes de sécurité des points de terminaison
endpoint-groups-none = { $group }
endpoint-groups-count =
    { $count ->
        [one] { $count } choisi
       *[other] { $count } choisis
    }
endpoint-groups-add = Ajouter un groupe de sécurité
endpoint-groups-hint = Nom ou ID d’un groupe
endpoint-groups-why = Le premier reçoit la règle qui laisse entrer la fonction. Les autres sont utilisés tels quels.
proxy-endpoint-vpc = Point de terminaison dans { $vpc }, le VPC de la fonction
