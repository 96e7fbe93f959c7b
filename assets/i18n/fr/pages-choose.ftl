# The pages that choose and name: account, database, function, secret, role.

recommended = recommandé
reading = lecture…
not-known = inconnu
series-comma = ,{ " " }
sentence-and-sentence = { $first } { $next }
dollars = { $usd } $
use-this = Utiliser `{ $value }`
# Lists
listing-show = Afficher
listing-reload = Relire
listing-unread-text = On ne sait pas s’il y en a. La réponse d’AWS figure ci-dessous.
listing-reading = lecture…
listing-now = lu à l’instant
listing-age = lu il y a { $minutes } min
listing-calling = `{ $calls }` et d’autres, depuis { $seconds } s
unreadable-head =
    { $count ->
        [one] { $count } source n’a pas pu être lue
       *[other] { $count } sources n’ont pas pu être lues
    }
unreadable-denied = `{ $operation }` refusé : ce qu’il aurait appris reste inconnu
unreadable-failed = Échec de `{ $operation }` : { $because }
# Account
account-title = Que souhaitez-vous faire ?
account-sentence = Les deux parcours commencent par une lecture. Rien ne change dans votre compte avant que vous ne cliquiez sur « Appliquer », dans la page Revue.
door-set-up = Configurer un proxy
door-set-up-text = Choisissez une base de données et une fonction. Tout ce qui les relie est conçu pour vous, montré et expliqué.
door-set-up-short = Deux choix, puis tout est montré.
door-set-up-time = environ 10 min
door-set-up-undo = réversible
door-validate = Valider un proxy existant
door-validate-text = Chaque saut, de la fonction à la base de données, reçoit un verdict, avec preuves et correction.
door-validate-short = Chaque saut jugé en moins d’une minute.
door-validate-time = moins d’une minute
door-validate-reads = lecture seule
setups-head = Vos configurations
setups-here = { $count } sur cette machine
setups-search = Rechercher dans vos configurations
setups-hint = Nom, compte, fonction…
setups-count = { $shown } sur { $all }
setups-none = Aucune ne contient ces mots.
setup-stands = { $badge } · { $when }
setup-draft = brouillon du { $when } · { $things }
setup-unreadable = illisible : { $why }
setup-act = { $act } { $name }
setup-open = Ouvrir
setup-check = Vérifier
setup-delete = Supprimer…
draft-head = Supprimer ce fichier ?
draft-text = Rien ne change dans aucun compte.
draft-yes = Supprimer le fichier
draft-unreadable = Le brouillon `{ $path }` est illisible
run-when = { $date }, { $time } UTC
calendar-day =
    { $day ->
        [1] 1er
       *[other] { $day }
    } { $month ->
        [1] janv.
        [2] févr.
        [3] mars
        [4] avr.
        [5] mai
        [6] juin
        [7] juil.
        [8] août
        [9] sept.
        [10] oct.
        [11] nov.
       *[12] déc.
    }
run-continue = Continuer
run-undo = Défaire…
run-discard = Abandonner…
run-needs-account = Aucun de vos profils ne mène actuellement au compte { $account }
run-needs-account-hint = Connectez-vous à ce compte, cliquez sur « Actualiser », puis réessayez.
run-seeking = Recherche du profil qui mène à ce compte.
discard-head = Abandonner ce reçu ?
discard-text = Rien ne change dans { $account } : ce que l’exécution a créé y reste, et ce programme ne saura plus le défaire.
discard-yes = Abandonner le reçu
forget-text = Rien ne change dans { $account }, et il n’y reste rien de cette exécution. Ses choix disparaissent avec le reçu.
account-head = Compte
account-reload = Actualiser
account-profiles =
    { $count ->
        [0] aucun profil dans votre configuration AWS
        [one] { $count } profil dans votre configuration AWS
       *[other] { $count } profils dans votre configuration AWS
    }
account-profiles-reading = lecture de votre configuration AWS…
account-selected = choisi
account-opening = ouverture
account-asking = identification en cours
account-sign-in = reconnexion requise
account-code = code requis
account-search = Trouver un profil
account-search-hint = Nom, type ou région
account-search-none = Aucun profil ne porte ce nom.
account-not-usable = inutilisable
account-not-known = compte inconnu
account-repair = Montrer comment le réparer
account-none = Votre propre compte
account-none-text = Connectez-vous une fois, puis actualisez. Lecture seule jusqu’à « Appliquer ».
account-environment = Identification par défaut
account-profile-region = { $region }, d’après le profil
account-profile-no-region = le profil n’indique aucune région
kind-sso = SSO
kind-access-key = Clé d’accès
kind-assume-role = Rôle endossé
kind-web-identity = Identité web
kind-process = Processus d’identification
kind-console-login = Connexion par la console (aws login)
kind-environment = Environnement, conteneur ou instance
kind-other = Sans informations d’identification propres
practice-name = Entraînement
practice-id = 0000-0000-0000
practice-memory = Une entreprise plausible, en mémoire
practice-holds = En mémoire : { $databases } bases, { $functions } fonctions
practice-never = ne contacte jamais AWS
practice-about = En mémoire, avec de vraies règles · ne contacte jamais AWS · { $speed }
practice-faster = son temps passe { $times } fois plus vite
practice-at-once = sans attente
region = Région
region-hint = ID ou lieu…
region-by-hand = Saisir une région…
region-type = Appuyez sur Entrée pour la lire.
region-why = Celle de la base de données. D’après le profil.
region-chosen = Celle de la base de données. Choisie ici.
scenario = Scénario
scenario-hint = Trouver un scénario
scenario-filter = Trouver un scénario
scenario-start = Commencer ici
scenario-network = Le chemin est fermé
scenario-connect = L’authentification de la fonction est refusée
scenario-role = Le rôle du proxy
scenario-secret = Le secret
scenario-function = La fonction
scenario-proxy = Le proxy et son pool
account-opening-words = Ouverture de { $name } : `sts:GetCallerIdentity` n’a pas répondu depuis { $time }.
account-missing = Aucun compte n’est ouvert
account-missing-text = Choisissez une des cartes. Le compte d’entraînement ne demande rien.
account-next = Choisir une base de données
account-next-validate = Choisir un proxy
account-note = Les informations d’identification restent là où l’AWS CLI les conserve. Cette application n’en garde aucune.
# Database
database-title = Quelle base de données ?
database-sentence = Celles sans proxy possible restent affichées, avec la raison.
database-filter = Filtrer les bases de données
database-hint = Nom, ID, moteur, balise…
database-ready = Prêtes pour un proxy
database-cannot = Ne peuvent pas avoir de proxy
database-missing = Choisissez d’abord une base de données
database-none = Aucune base de données dans { $region }
database-unread = Les bases de données de { $region } n’ont pas pu être lues
database-none-text = Les instances RDS et les clusters Aurora de cette région apparaîtraient ici.
database-other-region = Changer de compte ou de région
engines-all = Tous les moteurs
engines-mysql = MySQL
engines-postgresql = PostgreSQL
database-cluster =
    { $readers ->
        [0] cluster, enregistreur seul
        [one] cluster, enregistreur + { $readers } lecteur
       *[other] cluster, enregistreur + { $readers } lecteurs
    }
database-vcpu = { $count } vCPU
database-acu = { $min }–{ $max } ACU
database-no-endpoint = pas encore
database-iam-on = activée
database-iam-off = désactivée
database-iam-not-needed = · seul IAM de bout en bout l’exige
database-no-proxy = aucun dans ce VPC
database-proxies = { $count } dans ce VPC
fact-engine = Moteur
fact-endpoint = Point de terminaison
fact-port = Port
fact-resource-id = ID de ressource
fact-vpc = VPC
fact-zones = Zones
fact-group = Groupe de sécurité
fact-iam = Auth. IAM
fact-proxies = Proxies
ready-head = Pourquoi elle est prête
ready-not-head = Pourquoi elle n’est pas prête
ready-engine = Moteur, version et statut pris en charge
ready-vpc = VPC en location par défaut, noms DNS activés
ready-tenancy = VPC en location par défaut
ready-no-dns = Noms DNS désactivés dans le VPC : un point de terminaison ne serait pas résolu
ready-vpc-unknown = Son VPC n’a pas pu être lu
ready-zones = { $count } zones avec des sous-réseaux, il en faut au moins 2
ready-one-zone = Sous-réseaux dans une seule zone, il en faut au moins 2
ready-zones-unknown = Ses sous-réseaux n’ont pas pu être lus
ready-zones-reading = Lecture des sous-réseaux et des zones…
ready-quota = Proxies utilisés : { $used } sur { $quota }, à moins que le quota n’ait été relevé
ready-quota-unknown = `rds:DescribeDBProxies` refusé : quota inconnu
database-reused = `{ $name }` existe déjà et sera réutilisé
database-reused-text = Il est déjà payé, { $usd } $ par mois. Un autre nom sur la page Proxy en crée un nouveau.
database-reused-unpriced = Il est déjà payé. Un autre nom sur la page Proxy en crée un nouveau.
database-cost-head = Ce que coûterait un proxy
database-cost-a-month = par mois, estimation
database-cost-how = { $how }. Tarifs du { $date }.
database-cost-unknown = Les tarifs ne donnent pas de prix pour cette région.
# Function
function-title = Quelle fonction ?
function-sentence = { $count } dans { $region }. Celles hors du réseau peuvent y entrer.
function-filter = Filtrer les fonctions
function-hint = Nom, runtime, rôle…
function-inside = Déjà dans { $vpc }
function-moved = Seront déplacées dans { $vpc }
function-elsewhere-group = Dans un autre VPC : le proxy doit y avoir un point de terminaison
function-cannot = Ne peuvent pas utiliser le proxy
function-missing = Choisissez d’abord une fonction
function-none = Aucune fonction dans { $region }
function-unread = Les fonctions de { $region } n’ont pas pu être lues
function-none-text = Les fonctions Lambda de cette région apparaîtraient ici.
places-all = Toutes
places-inside = Dans { $vpc }
places-outside = Sans VPC
function-elsewhere = Elle est dans un autre VPC, { $vpc }
function-image = image de conteneur
function-no-vpc = sans VPC
function-managed = instances gérées
function-subnets =
    { $count ->
        [one] { $count } sous-réseau
       *[other] { $count } sous-réseaux
    }
function-seconds = { $count } s
function-memory = { $memory } Mo
function-reads = `{ $variable }` désigne { $database }
function-ready = prête
function-update-failed = échec de la dernière mise à jour
function-at-once = { $count } à la fois
function-no-limit = sans limite propre
function-limits = { $seconds } s · { $memory } Mo · { $most }
function-variables =
    { $count ->
        [0] aucune
        [one] { $count }, conservée
       *[other] { $count }, toutes conservées
    }
function-alias = { $alias } → { $version }
function-no-alias = aucun
function-on-provider = Elle s’exécute sur des instances gérées
function-on-provider-text = Son réseau est celui du fournisseur de capacité, et ne change pas. Plusieurs requêtes s’exécutent dans un même processus : chacune a besoin de sa propre connexion.
function-stays = Elle est déjà dans le VPC de la base de données
function-stays-text = Ses sous-réseaux et ses groupes ne changent pas.
function-moves = Sera déplacée dans { $vpc }
function-from-none = aucun → `{ $to }`
function-new = nouveau
fact-runtime = Runtime
fact-role = Rôle
fact-limits = Limites
fact-environment = Variables
fact-aliases = Alias
fact-subnets = sous-réseaux
fact-function-group = groupe
alias-head = L’alias { $alias } pointe sur la version { $version }
alias-text = La version { $version } est figée, avec son réseau et ses variables. Les modifications vont dans `$LATEST` ; les appelants de { $alias } ne les verraient pas.
alias-publish = Publier une version et déplacer { $alias } sur elle
alias-publish-why = La version est publiée après tout le reste, et le retour arrière ramène l’alias.
alias-leave = Ne pas toucher à { $alias }
alias-leave-why = Ses appelants continuent à se connecter comme maintenant.
# Secret
secret-title = Comment la fonction doit-elle s’authentifier ?
secret-sentence = Il y a deux authentifications : de la fonction au proxy, et du proxy à la base de données.
mode-token = jeton IAM
mode-password = mot de passe
mode-row-secret = Le secret
mode-row-network = Réseau
mode-row-database = Base de données
mode-standard-name = IAM standard
mode-standard-secret = un, lu par le proxy seul
mode-nothing-more = rien de plus
mode-normal-user = un utilisateur normal
mode-password-name = Mot de passe
mode-password-aside = pour du code figé
mode-password-secret = un, lu par les deux
mode-password-network = un point de terminaison, ou NAT
mode-end-name = IAM de bout en bout
mode-end-aside = aucun mot de passe
mode-end-blocked = pas pour SQL Server
mode-end-secret = aucun
mode-end-database = Auth. IAM activée, utilisateur IAM
mode-use-standard = Utiliser IAM standard
secret-head = Le secret que lit le proxy
secret-source = Secret
secret-source-create = Créer
secret-source-reuse = Réutiliser l’un des { $count }
secret-source-managed = Géré par RDS
secret-source-why = Celui que gère RDS est l’utilisateur principal, pour des essais. Pour se passer de secret, il faut IAM de bout en bout.
secret-create-one = Créer un secret
secret-reuse-it = Le réutiliser
secret-name = Nom du secret
secret-free = Libre. Aucune suppression de ce nom n’est en attente.
secret-name-why = AWS ajoute un tiret et six caractères à son ARN.
secret-user = Utilisateur de la base
secret-user-why = Un secret contient un seul utilisateur.
secret-user-iam-why = La base de données doit le connaître comme utilisateur IAM.
secret-password = Mot de passe
secret-password-made = Généré par Secrets Manager
secret-password-made-why = Généré par Secrets Manager, jamais affiché.
secret-password-type = Saisir un mot de passe
secret-password-make = Laisser Secrets Manager en générer un
secret-password-typed-why = Transmis à Secrets Manager uniquement.
secret-password-empty = Saisissez le mot de passe que l’utilisateur a dans la base de données
secret-key = Clé KMS
secret-key-why = Ne coûte rien et n’exige aucune instruction.
secret-key-own-why = Le rôle reçoit aussi `kms:Decrypt`.
secret-key-type-why = Alias, ID de clé ou ARN. Vide : la clé gérée par AWS.
secret-key-aws = Gérée par AWS, gratuite
secret-key-free = Gérée par AWS
secret-key-yours = à vous
secret-key-hint = Alias, ID de clé…
secret-key-by-hand = Saisir une clé…
secret-key-state = Son état : { $state }
secret-user-unknown = La base de données ne connaît pas encore cet utilisateur
secret-user-unknown-text = Créez `{ $user }` dans la base de données avec ce mot de passe, s’il n’y est pas déjà.
secret-which = Secret à réutiliser
secret-choose = Choisir un secret
secret-hint = Nom, description, ARN…
secret-by-hand = Saisir un nom ou un ARN…
secret-type-why = Son nom ou son ARN complet.
secret-list-denied = `{ $operation }` refusé : saisissez son nom ou son ARN.
secret-reuse-why = Utilisé tel quel, jamais modifié.
secret-rotates = avec rotation
secret-deleted-head = La suppression de `{ $name }` est planifiée, et il garde son nom
secret-deleted-next = Prendre le nom suivant, `{ $name }`
secret-deleted-next-why = Ne ramène rien, et ne demande pas plus d’autorisations que la première fois.
secret-deleted-restore = Restaurer `{ $name }`
secret-deleted-restore-why = Même nom et même ARN, avec un nouveau mot de passe. Celui qu’il contenait devient sa version précédente.
secret-deleted = Suppression planifiée
secret-look-inside = L’ouvrir une fois pour vérifier sa forme
secret-look-inside-why = Un appel `secretsmanager:GetSecretValue` ; seul le nom d’utilisateur est conservé.
secret-shape-right = Le secret a la bonne forme
secret-shape-right-text = Un objet JSON avec `username` et `password`, pour `{ $user }`.
secret-none-head = L’utilisateur de base de données
secret-none = Aucun secret n’est créé ni lu
secret-none-text = L’authentification IAM est activée sur la base de données, et l’utilisateur doit être créé avec le plugin IAM : `AWSAuthenticationPlugin` dans MySQL et MariaDB, le rôle `rds_iam` dans PostgreSQL.
pane-secret = Secret
pane-proxy-auth = Proxy
pane-calls = Appels d’API { $count }
pane-value = Valeur du secret
pane-value-aside = deux clés en minuscules, les autres sont ignorées
pane-value-expected = Forme attendue
pane-value-expected-aside = le secret lui-même n’est pas modifié
pane-no-secret = à la place d’un secret
pane-password-note = Le mot de passe n’arrive jamais dans le reçu, un journal ou un export.
# Role and policies
role-title = Rôle et politiques
role-sentence = Avec ce rôle, le proxy lit un seul mot de passe, rien d’autre.
role-sentence-iam = Avec ce rôle, le proxy s’authentifie comme un seul utilisateur, rien d’autre.
role-create = Créer un rôle (recommandé)
role-create-text = Exactement ce qu’il faut à ce proxy
role-existing = Utiliser un rôle existant
role-existing-text = Vérifié avant usage, jamais modifié
role-name = Nom du rôle
role-free = Libre dans ce compte. { $length } caractères sur 64.
role-length = { $length } caractères sur 64.
role-boundary = Limite d’autorisations
role-boundary-hint = ARN d’une politique
role-boundary-why = Seulement si votre compte l’impose.
role-which = Rôle existant
role-choose = Choisir un rôle
role-hint = Nom, chemin…
role-by-hand = Saisir un nom de rôle…
role-type-why = Son nom, sans le chemin.
role-list-denied = `{ $operation }` refusé : saisissez son nom.
role-existing-why = Il doit approuver `rds.amazonaws.com` et autoriser ce qui figure ci-dessous.
role-facts =
    { $path } · { $policies ->
        [one] { $policies } politique
       *[other] { $policies } politiques
    }
role-may = Ce qu’il autorise
role-must = Ce qu’il doit autoriser
role-statements =
    { $count ->
        [one] { $count } instruction
       *[other] { $count } instructions
    }
power-secret = Lire un seul secret
power-secret-why = L’ARN exact avec son suffixe, jamais un motif. Un autre secret demande une autre ligne.
power-decrypt = Déchiffrer avec sa clé
power-decrypt-why = Le secret utilise votre propre clé KMS. Sans cette autorisation, la cible affiche `AUTH_FAILURE`, et seule la journalisation de débogage dit pourquoi. Utilisable uniquement par l’intermédiaire de Secrets Manager.
power-connect = S’authentifier comme un seul utilisateur
power-connect-why = L’ID exact de la base de données et l’utilisateur exact. Le proxy signe un jeton pour chaque connexion.
role-who = Qui peut l’utiliser
role-rds = RDS, et personne d’autre
role-rds-why = Aucune clé de condition : RDS Proxy ne prend pas en charge les clés globales, et une seule ici peut lui fermer l’accès.
role-more = Chemin et balises
role-more-now =
    actuellement : { $path } · { $tags ->
        [one] { $tags } balise
       *[other] { $tags } balises
    } · { $policy }
role-path = Chemin
role-path-why = `/`, sauf si votre compte range ses rôles ailleurs.
role-tags = Balises
role-tag-key = Clé
role-tag-value = Valeur
role-tag-add = Ajouter une balise
role-tag-remove = Retirer la balise { $tag }
role-tags-why = Sur tout ce qui est créé, en plus de celles du programme.
pane-permissions = Autorisations
pane-trust = Approbation
pane-marked = Surligné : ce que votre dernière modification a écrit
pane-policy-size = { $bytes } octets sur { $limit } pour les politiques du rôle
pane-role-existing = Elles sont nécessaires ; le rôle lui-même n’est pas modifié
function-endpoint-there = Y créer un point de terminaison
