# The accounts to practise on: what each is called, and `.about` what one sees in it, in a sentence.


# The company as it should be, or something else than a setup is the matter

scenario-default = Une entreprise
    .about = Tout fonctionne : choisissez une base de données et une fonction.
scenario-no-permissions = Certaines lectures refusées
    .about = Des parties du compte ne peuvent pas être lues ; chacune dit quelle autorisation lèverait le doute.
scenario-denied-write = Refus à mi-chemin
    .about = La création du proxy est refusée une fois la moitié des étapes faites : corrigez et reprenez, ou défaites.
scenario-throttled = Limitation
    .about = AWS répond d’abord `Rate exceeded` à chaque modification, avant de l’accepter.
scenario-expired = Une session expirée
    .about = Aucun appel n’aboutit tant que vous ne vous êtes pas reconnecté.
scenario-slow = Réponses lentes
    .about = Les longues listes sont longues à lire.
scenario-quota-reached = Plus aucun proxy
    .about = Le compte a déjà les 20 proxies auxquels il a droit.
scenario-no-nat = Aucune sortie
    .about = Aucun sous-réseau ne mène à Internet : une fonction qui y entre n’atteint rien d’autre.
scenario-unsupported-zone = Une zone sans proxies
    .about = La Virginie, où la zone use1-az3 n’a pas RDS Proxy.
scenario-stuck-target = Une cible jamais prête
    .about = Le proxy est créé, mais sa cible attend de la capacité et ne devient pas disponible.
scenario-all-well = Tout va bien
    .about = Une configuration achevée, à laquelle comparer celles qui sont en panne.
scenario-large = Une grande entreprise
    .about = 5 000 fonctions, 200 bases de données, 300 groupes de sécurité.
scenario-organization = Plusieurs comptes
    .about = Le compte de gestion d’une organisation : des proxies du même nom dans deux comptes, et un compte illisible.

# Broken: network

scenario-broken-closed-door = Porte close à la base de données
    .about = Erreur 9501 après une demi-minute, et cible inaccessible : le groupe de la base de données ne laisse pas entrer le proxy.
scenario-broken-proxy-stays-in = Un proxy qui ne peut pas sortir
    .about = Erreur 9501, bien que le groupe de la base de données désigne le proxy : le groupe du proxy n’a pas de règle sortante vers elle.
scenario-broken-proxy-door = Porte close au proxy
    .about = `Task timed out`, et le proxy n’a jamais compté de client : son groupe ne laisse pas entrer la fonction.
scenario-broken-function-stays-in = Une fonction qui ne peut pas sortir
    .about = `Task timed out` : le groupe de la fonction ne la laisse sortir que vers le port 443, et elle n’arrive jamais au proxy.
scenario-broken-shared-group = Un groupe pour les deux
    .about = La cible reste indisponible avec une erreur interne : proxy et base de données partagent un groupe, et être dans un même groupe n’ouvre rien.
scenario-broken-network-acl = Une ACL réseau entre les deux
    .about = Certaines requêtes expirent et d’autres non, selon la zone : l’ACL d’un sous-réseau bloque le port de la base de données.
scenario-broken-outside = Hors du réseau
    .about = `connect ETIMEDOUT` vers une adresse privée : la fonction n’est dans aucun VPC, et un proxy n’a pas d’adresse publique.
scenario-broken-other-network = Dans un autre réseau
    .about = Le nom est résolu et la connexion expire : la fonction est dans un autre VPC, et rien ne relie les deux.
scenario-broken-dns-off = Aucun nom résolu
    .about = `getaddrinfo ENOTFOUND` pour l’hôte du proxy : le VPC ne répond pas au DNS.
scenario-broken-no-service-route = Pas de chemin vers Secrets Manager
    .about = Le gestionnaire se bloque avant même de se connecter : il lit le mot de passe de la base de données, et ses sous-réseaux ne mènent à aucun service AWS.
scenario-broken-endpoint-door = Porte close au point de terminaison
    .about = Le gestionnaire se bloque à la lecture du mot de passe : le VPC a bien le point de terminaison, mais le groupe de celui-ci ne laisse pas entrer la fonction.

# Broken: connect

scenario-broken-no-connect = Pas le droit de se connecter
    .about = `Access denied for user 'orders_app'` pour chaque jeton : il manque `rds-db:connect` au rôle de la fonction.
scenario-broken-name-for-id = Un nom au lieu de l’ID
    .about = `Access denied`, alors qu’il y a une politique : elle désigne le proxy par son nom, là où AWS exige `prx-…`.
scenario-broken-database-id = L’ID de la base de données
    .about = L’authentification directe auprès de la base de données fonctionne, celle par le proxy non : la politique désigne le cluster.
scenario-broken-stale-id = L’ID de l’ancien proxy
    .about = `Access denied` depuis que le proxy a été supprimé et recréé : la politique désigne l’ID de l’ancien.
scenario-broken-other-user = La politique d’un autre utilisateur
    .about = `Access denied for user 'orders_app'` : la politique laisse entrer le rôle, mais comme `orders_ro`.
scenario-broken-any-user = Une politique pour tous
    .about = Tout fonctionne, et même trop : la politique laisse entrer la fonction comme n’importe quel utilisateur de n’importe quel proxy.
scenario-broken-connect-condition = Une condition jamais remplie
    .about = `Access denied`, bien que la politique désigne le proxy et l’utilisateur : elle n’autorise que depuis l’adresse du bureau.
scenario-broken-wrong-action = L’action d’un autre service
    .about = `Access denied` : la politique autorise `rds:connect`, qui n’est pas une action ; les jetons relèvent de `rds-db:connect`.

# Broken: role

scenario-broken-unreadable-secret = Un secret qu’il ne peut pas lire
    .about = D’après la cible, le proxy n’a aucune information d’identification enregistrée : son rôle n’a pas le droit de lire le secret.
scenario-broken-key = Une clé qu’il ne peut pas utiliser
    .about = Aucune information d’identification enregistrée, bien que le rôle ait le droit de lire le secret : il n’a pas celui de le déchiffrer.
scenario-broken-trust = Un rôle fermé à RDS
    .about = Aucune information d’identification enregistrée, bien que les politiques soient correctes : le rôle approuve Lambda, et non RDS.
scenario-broken-secret-suffix = Un nom de secret sans sa fin
    .about = Aucune information d’identification enregistrée, bien que la politique désigne le secret : sans les six caractères qu’AWS ajoute.
scenario-broken-boundary = Une limite autour du rôle
    .about = Aucune information d’identification enregistrée, bien que la politique l’autorise : la limite d’autorisations du rôle, non.
scenario-broken-key-elsewhere = Une clé pour une autre région
    .about = Aucune information d’identification enregistrée depuis la copie du modèle : le déchiffrement n’est autorisé que par Secrets Manager en Virginie.
scenario-broken-end-to-end-id = De bout en bout, avec un mauvais ID
    .about = Des jetons des deux côtés, et la base de données refuse le proxy : son rôle peut se connecter au proxy, pas au cluster.
scenario-broken-end-to-end-database = De bout en bout, mais la base refuse les jetons
    .about = Des jetons des deux côtés, et la base de données refuse le proxy : son authentification IAM est désactivée.

# Broken: secret

scenario-broken-secret-text = Un secret sans champs
    .about = Aucune information d’identification enregistrée, bien que le rôle lise le secret : c’est un mot de passe seul, pas du JSON.
scenario-broken-secret-deleted = Un secret en sursis
    .about = Tout allait bien jusqu’à la fin des connexions du pool : quelqu’un a planifié la suppression du secret du proxy.
scenario-broken-secret-gone = Un secret disparu
    .about = `Access denied`, et aucune information d’identification enregistrée : le secret que désigne le proxy a été supprimé pour de bon.
scenario-broken-no-current-version = Un secret sans version actuelle
    .about = Aucune information d’identification enregistrée : l’étiquette `AWSCURRENT`, que lit le proxy, a été retirée du secret.
scenario-broken-wrong-user = Le secret d’un autre
    .about = La cible est saine et `orders_app` est refusé : le secret contient le mot de passe d’un autre utilisateur.
scenario-broken-rotation-stuck = Une rotation qui échoue
    .about = Cela fonctionne, avec un mot de passe qui aurait dû changer il y a des jours : la rotation a laissé une version en attente.
scenario-broken-rotation-two-users = Rotation entre deux utilisateurs
    .about = Cela fonctionnera jusqu’à la prochaine rotation, qui met un autre utilisateur dans le secret : `orders_app` sera alors refusé.
scenario-broken-rotation-through-proxy = Rotation à travers le proxy
    .about = Le mot de passe ne change jamais, et le journal de la rotation est plein d’authentifications échouées : elle passe par le proxy.
scenario-broken-rotation-shut-out = Rotation devant une porte close
    .about = La prochaine rotation expirera : le groupe de la fonction de rotation n’est admis nulle part.
scenario-broken-password-out-of-reach = Un mot de passe hors d’atteinte
    .about = `AccessDeniedException` avant toute connexion : la politique de la fonction dit `secretmanager`, sans s.
scenario-broken-key-disabled = Une clé désactivée
    .about = Plus aucune information d’identification enregistrée, d’une minute à l’autre : la clé qui chiffre le secret a été désactivée.
scenario-broken-secret-policy = Un secret qui s’enferme
    .about = Aucune information d’identification enregistrée, quoi qu’on autorise au rôle : la politique propre au secret le refuse.

# Broken: function

scenario-broken-frozen-alias = Un alias figé
    .about = Vous avez modifié la fonction et le proxy ne voit toujours aucun client : l’alias `live` appelle une version d’avant.
scenario-broken-weighted-alias = Un appel sur dix
    .about = Un appel sur dix contourne le proxy : l’alias `live` donne une part à une version qui désigne encore la base de données.
scenario-broken-old-host = Sans passer par le proxy
    .about = La fonction marche et les métriques du proxy restent plates : sa variable d’hôte désigne encore la base de données.
scenario-broken-unknown-host = Un proxy qui n’est plus
    .about = `Name or service not known` : la variable d’hôte désigne un proxy supprimé.
scenario-broken-password-in-env = Un mot de passe à la vue de tous
    .about = Tout fonctionne, et quiconque peut consulter la fonction lit le mot de passe de la base de données.
scenario-broken-old-runtime = Un runtime d’un autre âge
    .about = Tout marche comme toujours, et toute modification est refusée : le runtime n’est plus pris en charge.
scenario-broken-three-seconds = Trois secondes
    .about = `Task timed out after 3.00 seconds` de temps en temps, sans raison : la fonction abandonne avant le proxy.
scenario-broken-slow-borrow = Un proxy plus patient que son client
    .about = Sous charge, `Task timed out after 30.00 seconds`, là où l’erreur 9501 dirait pourquoi : le proxy attend deux minutes.

# Broken: proxy

scenario-broken-no-targets = Un proxy sans rien derrière
    .about = Erreur 9501 pour tous : le proxy a été créé, et aucune base de données n’y est enregistrée.
scenario-broken-waiting = En attente de capacité
    .about = Erreur 9501 dix minutes après la création du proxy : sa cible attend encore que le proxy augmente sa capacité.
scenario-broken-stopped = Une base endormie
    .about = Erreur 9501 depuis la nuit dernière : quelqu’un a arrêté la base de données.
scenario-broken-replica = Un réplica derrière le proxy
    .about = L’état de réplication de la cible n’est pas valide : un proxy veut la source, et voici son réplica en lecture.
scenario-broken-engine = Deux protocoles
    .about = La négociation s’interrompt : le proxy parle PostgreSQL, et la base de données derrière lui MySQL.
scenario-broken-iam-off = Jetons pris pour des mots de passe
    .about = `Access denied` pour des jetons corrects : l’authentification IAM du proxy est désactivée, et il prend un jeton pour un mot de passe.
scenario-broken-tls-off = TLS non exigé
    .about = Tout fonctionne, et des clients envoient leur mot de passe sans chiffrement : le proxy les laisse faire.
scenario-broken-pinning = Sessions épinglées
    .about = Autant de connexions que de clients, et 9501 sous charge : un `SET` au début épingle chaque session à sa connexion.
scenario-broken-oversubscribed = Deux proxies, une base
    .about = `Too many connections` pour tous sauf les proxies : ensemble, ils peuvent prendre plus que ce qu’a la base de données.
scenario-broken-auto-pause = Une base sans repos
    .about = La facture d’une base de données qui devrait se mettre en pause la nuit : les connexions ouvertes du proxy la tiennent éveillée.
scenario-broken-unused = Un proxy pour personne
    .about = Rien n’échoue, et le proxy est facturé : aucun client n’est venu en une semaine.

# Broken: database

scenario-broken-secondary = Écrire dans un cluster de lecteurs
    .about = `The target group doesn't have any associated read/write instances` : le cluster est un cluster secondaire d’une base de données globale.
scenario-broken-forwarding = Écritures transférées sans place
    .about = Des connexions sont refusées alors que le pool grandit encore : le transfert d’écriture s’en réserve une part.
scenario-broken-blue-green = Entre le bleu et le vert
    .about = Tout fonctionne, et cette nuit toutes les connexions tomberont : un déploiement bleu/vert de la base de données est en cours.
scenario-broken-newcomers = Instances gérées et cluster express
    .about = La fonction s’exécute sur des instances gérées avec un ancien runtime, à côté d’un cluster express qu’aucun proxy ne peut servir.

# Setups that work and are to move on

scenario-from-database = Sans passer par un proxy partagé
    .about = Une fonction se connecte directement à la base de données, et d’autres passent déjà par le proxy : faites-la migrer.
scenario-from-password = Un mot de passe sur un proxy partagé
    .about = Une fonction envoie un mot de passe, et un autre utilisateur du proxy un jeton : faites passer la première aux jetons.
scenario-from-secret = Jetons devant, secrets derrière
    .about = Deux utilisateurs envoient des jetons, et le proxy s’authentifie avec leurs secrets : faites passer l’un d’eux aux jetons des deux côtés.
