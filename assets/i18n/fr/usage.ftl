# The help of the command line: `usage-VERB` what a verb is for, `usage-arg-NAME` an argument wherever it stands,
# `usage-VERB-arg-NAME` where one verb says something else of it; `.long` is what --help shows below it.

usage = Configurer, vérifier et exporter Amazon RDS Proxy pour AWS Lambda
    .long =
        Configurer, vérifier et exporter Amazon RDS Proxy pour AWS Lambda.
        
        Sans commande, le programme ouvre la fenêtre ; avec un fichier (choix ou bundle), il l’y ouvre.
usage-advise = Dire si un proxy vaut la peine pour une base de données, et que faire sinon ; ne modifie rien
usage-apply = Appliquer le plan, après l’avoir montré et avoir demandé confirmation
usage-completions = Afficher le script qui permet à un shell de compléter les mots de ce programme
usage-connect = Essayer une vraie connexion depuis cette machine, phase par phase
usage-diagnostics = Réunir journal, rapports de plantage, réglages et versions dans une archive pour qui vous aide ; elle ne contient aucun secret
usage-endpoints = Énumérer les points de terminaison d’un proxy et les fonctions qui les désignent, ou en supprimer un devenu inutile
    .long =
        Énumérer les points de terminaison d’un proxy et les fonctions qui les désignent, ou en supprimer un devenu inutile
        
        --remove montre le plan et demande confirmation ; `undo` recrée le point de terminaison tel qu’il a été lu.
usage-explain = Dire de quoi traite une règle
usage-export = Écrire une configuration sous forme de fichiers : politiques, script CLI, code du gestionnaire
    .long =
        Écrire une configuration sous forme de fichiers : politiques, script CLI, code du gestionnaire
        
        À partir des choix : ce qui est à configurer. Avec --proxy : ce qui existe, avec les vrais noms, réglages, politiques et règles, sans aucun ajout ; la fonction est celle qui utilise le proxy, ou --function NAME[:QUALIFIER].
usage-licences = Afficher de quoi ce programme est fait : chaque bibliothèque et police avec sa licence
usage-list = Énumérer ce qu’on peut choisir, avec ce qui est inutilisable et pourquoi ; ne modifie rien
usage-list-databases = Les bases de données du compte et de la région, et pourquoi certaines ne peuvent pas avoir de proxy
usage-list-functions = Les fonctions du compte et de la région, et pourquoi certaines ne peuvent pas utiliser de proxy
usage-list-profiles = Les profils de la configuration AWS ; avec --practice=organization, ceux de ce scénario
usage-list-proxies = Les proxies du compte et de la région, avec la base de données derrière chacun
usage-load = Appeler une fonction de nombreuses fois, à la suite ou simultanément, et montrer le pool au travail
    .long =
        Appeler une fonction de nombreuses fois, à la suite ou simultanément, et montrer le pool au travail
        
        La commande annonce d’abord le coût et ce qui sera sollicité, puis demande confirmation. Rien ne dépasse ce qui a été confirmé ; Ctrl-C arrête aussitôt. Chaque test de charge est conservé, en JSON, CSV et SVG.
usage-man = Afficher une page du manuel, ou les écrire toutes dans un dossier
usage-migrate = Faire passer une fonction par son proxy ou à une autre authentification, puis fermer l’ancien chemin
usage-monitor = Montrer ce que CloudWatch a mesuré d’un proxy, et quelles alarmes se seraient déclenchées ; ne modifie rien
usage-observe = Enregistrer tout ce que lit `validate`, valeurs masquées, pour `validate --bundle` et pour l’assistance
usage-plan = Montrer ce qui serait créé et modifié, et ce qui pourrait l’empêcher ; ne modifie rien
usage-practice = Gérer le compte d’entraînement
usage-practice-list = Énumérer les scénarios
usage-practice-reset = Ramener le compte d’un scénario à son point de départ
usage-probe = Se connecter par un proxy de là où se trouve une fonction, et dire jusqu’où va la connexion
    .long =
        Se connecter par un proxy de là où se trouve une fonction, et dire jusqu’où va la connexion
        
        Sans --temporary, c’est la fonction elle-même qui est invoquée. Avec cette option, une fonction avec le même réseau et le même rôle est créée, interrogée une fois, puis supprimée.
usage-proxies = Montrer quels proxies conviendraient à une base de données et pourquoi les autres non, ou lesquels une fonction atteint et comment
    .long =
        Montrer quels proxies conviendraient à une base de données et pourquoi les autres non, ou lesquels une fonction atteint et comment
        
        Ne modifie rien.
usage-read-policy = Afficher la politique IAM minimale qu’exigent `validate` et `observe` ; elle ne permet aucune modification
    .long =
        Afficher la politique IAM minimale qu’exigent `validate` et `observe` ; elle ne permet aucune modification
        
        Sans proxy, elle vaut pour `validate --all` : des motifs pour ce compte et cette région. Avec un proxy, elle désigne ses propres secrets, clés, rôles, groupes de paramètres et journaux, qui sont d’abord recherchés. Dans les deux cas, les actions sont exactement celles qu’effectue la lecture.
usage-repair = Corriger ce que constate `validate`, après avoir montré le plan et demandé confirmation ; `undo` le défait
usage-resume = Continuer une exécution arrêtée, en échec ou interrompue par un plantage
usage-rules = Énumérer les règles auxquelles `validate` confronte une configuration
usage-sign-in = Connecter un profil d’IAM Identity Center, par un code que vous confirmez dans le navigateur
usage-undo = Défaire ce qu’a fait une exécution
usage-user = Afficher le SQL qui crée un utilisateur de base de données pour un proxy ; avec --run, l’exécuter
usage-validate = Vérifier un proxy existant, et une fonction qui l’utilise, d’après chaque règle ; ne modifie rien
usage-arg-adopt = Reprendre ce qui existe déjà au lieu de le créer ; implicite avec --proxy
usage-arg-all = Tous les proxies du compte et de la région, chacun avec la fonction qui le désigne
usage-arg-baseline = Constats acceptés : un fichier TOML qui dit pour chacun lequel, par qui, pourquoi et jusqu’à quand
usage-arg-blue-green = Énumérer ce qu’exige un déploiement bleu/vert de la base de données derrière le proxy, et ses étapes
usage-arg-bundle = Ce qu’a écrit `observe`, à la place d’un compte
usage-arg-ca = Certificats à approuver, au format PEM, à la place des racines publiques
usage-arg-calls = Appels à la suite : à froid, puis à chaud
usage-arg-check = Ne rien écrire : comparer ce dossier à ce qui serait écrit ; code de sortie 1 s’il diffère
usage-arg-choices = Choix en TOML ; les clés sont celles des fichiers d’assets/examples
usage-arg-code = Code de la règle, tel que l’affichent `rules` et `validate`
usage-arg-color = Quand mettre les mots en couleur
usage-arg-compare = Comparer deux tests de charge conservés, désignés par leur nom ou leur fichier
usage-arg-concurrency = Appels simultanés, renouvelés chaque seconde
usage-arg-database = Identifiant de la base de données, à la place de celui du fichier
usage-arg-details = Montrer pour chaque étape sa raison, sa ligne AWS CLI, ses modifications et ce que fait le retour arrière
usage-arg-drop = Supprimer l’utilisateur, après confirmation ; ce qu’il possède n’est pas supprimé avec lui
usage-arg-endpoint-in-function-vpc = Donner au proxy un point de terminaison dans le VPC de la fonction, si ce n’est pas celui de la base de données
usage-arg-endpoint-network-type = Adresses de ces points de terminaison
usage-arg-endpoint-security-groups = Groupes de sécurité de ces points de terminaison, qui existent déjà ; le premier laisse entrer la fonction
usage-arg-endpoint-subnets = Sous-réseaux de ces points de terminaison, dans deux zones au moins
usage-arg-endpoint-url = Envoyer tous les appels AWS à cette adresse, par exemple celle d’un émulateur
usage-arg-engine = Protocole de cet hôte : mysql ou postgresql
usage-arg-even-if-used = Le supprimer bien qu’une fonction désigne son hôte, ou que cela n’ait pas pu être lu
usage-arg-fail-on = Échouer, avec le code de sortie 1, à partir de cette gravité
usage-arg-failover-after = Faire basculer la base de données après ce nombre de secondes ; dans le compte d’entraînement seulement
usage-arg-file = Un fichier de choix ou un bundle : la fenêtre l’ouvre
usage-arg-finish = Supprimer l’ancien chemin, une fois que tous ont migré
usage-arg-follow = Relire chaque minute, jusqu’à Ctrl-C
usage-arg-format = Comment afficher ; avec `json`, une exécution donne une ligne par événement
usage-arg-from = Appels simultanés pendant la première seconde
usage-arg-from-function = Dans le VPC, par une fonction temporaire avec le rôle de celle-ci, qui lit les mots de passe dans des secrets
usage-arg-function = Nom de la fonction, à la place de celui du fichier ; répétable : chaque fonction de plus reçoit sa règle, ses droits et ses variables
    .long =
        Nom de la fonction, à la place de celui du fichier ; répétable : chaque fonction de plus reçoit sa règle, ses droits et ses variables
        
        Avec `:ALIAS` à la suite, une version est publiée et cet alias déplacé sur elle.
usage-arg-function-vpc-endpoint-name = Nom du point de terminaison dans le VPC de la fonction
usage-arg-history = Autoriser aussi `validate --history` : qui a modifié les éléments en cause, d’après CloudTrail
usage-arg-host = Point de terminaison auquel se connecter
usage-arg-ignore-preflight = Appliquer bien qu’un contrôle préalable ait échoué
usage-arg-keep = Garder le tunnel ouvert pour d’autres programmes jusqu’à Ctrl-C, et afficher leurs lignes
usage-arg-kept = Énumérer les tests de charge conservés
usage-arg-language = Langue des textes affichés ; à défaut, RPW_LANGUAGE, puis le réglage de la fenêtre, puis le système
usage-arg-locust = Afficher un locustfile.py qui met en charge cette URL de fonction ou cette API
usage-arg-login = Comment le proxy s’authentifie comme cet utilisateur, pour éviter d’ouvrir ses secrets
usage-arg-login-as = Depuis cette machine : qui s’authentifie, avec un mot de passe demandé et conservé nulle part
usage-arg-login-secret = Secret de quelqu’un qui peut créer des utilisateurs ; par défaut, celui que RDS garde pour la base de données
usage-arg-look = Vérifier si l’utilisateur existe, comment il s’authentifie et ce qu’il a le droit de faire ; n’écrit rien
usage-arg-name = Nom du proxy dont la dernière exécution est à défaire
usage-arg-new-since = Ce que `validate --format json` a écrit auparavant : montrer ce qui est apparu, a disparu ou reste, et n’échouer que pour ce qui est apparu
usage-arg-no-browser = Afficher l’adresse, sans ouvrir de navigateur
usage-arg-only = Ces constats ; par défaut, tous ceux dont la réparation n’enlève rien à personne
usage-arg-organization-role = Autoriser aussi `validate --organization-role` là où il est lancé : la liste des comptes, et ce rôle dans chacun
usage-arg-out = Archive à écrire, un `.zip`
usage-arg-password-secret = Secret avec le mot de passe de l’utilisateur lui-même ; par défaut, le secret du proxy pour cet utilisateur
usage-arg-password-stdin = Lire sur l’entrée standard le mot de passe de base de données d’un secret à créer
usage-arg-payload = Charge utile des appels de la fonction, en JSON
usage-arg-port = Port du point de terminaison ; par défaut, le port de proxy du moteur
usage-arg-practice = Travailler sur le compte d’entraînement intégré, dans un de ses scénarios ; AWS n’intervient pas
usage-arg-practice-speed = Secondes du compte d’entraînement qui passent en une vraie seconde ; avec 0, aucune attente ne prend de temps
usage-arg-print = Afficher les instructions, et s’arrêter là
usage-arg-profile = Profil de la configuration AWS
usage-arg-profiles = Avec --all : les comptes de ces profils, chacun dans les régions ci-dessous
    .long =
        Avec --all : les comptes de ces profils, chacun dans les régions ci-dessous
        
        Un compte illisible donne une ligne avec sa raison ; les autres sont lus malgré tout.
usage-arg-proxy = Nom du proxy
usage-arg-ramp = Secondes de la montée ; par défaut, un tiers du total
usage-arg-read-only-endpoint = Donner au proxy un point de terminaison qui mène aux lecteurs du cluster, et à la fonction son hôte
usage-arg-read-only-endpoint-name = Nom du point de terminaison en lecture seule
usage-arg-read-secrets = Ouvrir les secrets du proxy, pour l’utilisateur de chacun ; aucune valeur n’est conservée ni affichée
usage-arg-receipt = Reçu de l’exécution ; par défaut, l’exécution inachevée la plus récente du compte
usage-arg-region = Région AWS
usage-arg-regions = Avec --all : dans ces régions
usage-arg-remove = Supprimer ce point de terminaison ; sans cette option, les énumérer
usage-arg-renderer = Moteur de rendu de la fenêtre ; l’autre est essayé s’il ne démarre pas
usage-arg-restore-secret = Restaurer le secret supprimé d’une exécution antérieure, au lieu de prendre le prochain nom libre
usage-arg-rights = Ce qu’il a le droit d’y faire : `read`, `read-write`, ou des privilèges séparés par des virgules
usage-arg-run = Exécuter les instructions, après les avoir montrées et avoir demandé confirmation
usage-arg-scenario = Nom du scénario ; par défaut, celui de --practice, sinon `default`
usage-arg-seconds = Pendant combien de secondes des appels sont lancés
usage-arg-secret = S’authentifier avec l’utilisateur et le mot de passe de ce secret, que le rôle de la fonction doit avoir le droit de lire
usage-arg-shell = Le shell
usage-arg-show-source = Afficher le programme de la fonction temporaire, et s’arrêter là
usage-arg-since = Jusqu’où remonter : 90m, 3h, 1d, 1w ; 15 jours au plus
usage-arg-spawn-rate = Utilisateurs qui démarrent par seconde
usage-arg-target = Ce format seulement, répétable ; par défaut, tous les formats et le gestionnaire
usage-arg-temporary = Créer temporairement une fonction semblable, au lieu d’invoquer celle-ci
usage-arg-to = Vers quoi : par le proxy, ou une autre façon de s’y authentifier ; sans cette option, dire où en est le chemin
usage-arg-topics = Énumérer aussi les rubriques SNS qu’une alarme peut avertir
usage-arg-tunnel = Ouvrir d’abord un tunnel, par cette instance, ce nœud géré ou cette tâche ECS, et le fermer à la fin
    .long =
        Ouvrir d’abord un tunnel, par cette instance, ce nœud géré ou cette tâche ECS, et le fermer à la fin
        
        Sans valeur, les relais possibles sont énumérés ; s’il n’y en a qu’un, il est utilisé. Exige l’AWS CLI et son plugin Session Manager.
usage-arg-unlisted-region = La région fait partie de celles qu’AWS a ajoutées depuis : elle n’est dans aucune liste de ce programme
usage-arg-user = Utilisateur de base de données
usage-arg-users = Utilisateurs du locustfile
usage-arg-via = Extrémité locale d’un tunnel où se connecter ; le certificat et le jeton restent ceux du point de terminaison
usage-arg-watch = Autoriser aussi ce que lisent `monitor` et `load` : rubriques, historique des alarmes, traces X-Ray
usage-arg-with = Une partie autour du proxy, répétable ; à la place de celles du fichier
usage-arg-words = La commande dont la page est affichée ; par défaut, la page du programme entier
usage-arg-yes = Ne pas demander confirmation
usage-advise-arg-database = Identifiant de la base de données
usage-advise-arg-function = Une fonction qui l’utilise, répétable ; par défaut, celles dont l’environnement désigne la base de données
usage-apply-arg-proxy = Utiliser ce proxy, qui existe déjà, au lieu d’en créer un nouveau
    .long =
        Utiliser ce proxy, qui existe déjà, au lieu d’en créer un nouveau
        
        Une authentification, des droits et des règles y sont ajoutés, et rien n’en est modifié hormis ce que disent les choix. `proxies --database ID` énumère ceux qui sont utilisables.
usage-connect-arg-database = Base de données à ouvrir ; par défaut, celle du serveur
usage-connect-arg-password-stdin = S’authentifier avec un mot de passe lu sur l’entrée standard, au lieu d’un jeton IAM
usage-connect-arg-proxy = Nom du proxy, dont le point de terminaison, le port et le moteur sont lus dans AWS
usage-diagnostics-arg-yes = Remplacer sans demander un fichier qui existe et diffère
usage-endpoints-arg-ignore-preflight = Le supprimer bien qu’un contrôle préalable ait échoué
usage-export-arg-language = Langage du gestionnaire, répétable, ou `all` ; par défaut, celui de la fonction
usage-export-arg-out = Dossier où écrire ; il est créé s’il n’existe pas
usage-export-arg-proxy = Un proxy existant, à la place de ce qui est à configurer ; il est transcrit tel quel
usage-export-arg-user = L’utilisateur de base de données de sa fonction, si rien dans le compte ne le dit
usage-export-arg-yes = Remplacer sans demander des fichiers qui existent et diffèrent
usage-list-functions-arg-database = Du point de vue de cette base de données : celles qui la désignent déjà viennent en premier
usage-load-arg-function = La fonction appelée, avec son alias ou sa version
usage-load-arg-proxy = Nom de son proxy ; par défaut, celui que désignent ses variables
usage-man-arg-out = Dossier où écrire toutes les pages
usage-man-arg-yes = Remplacer sans demander des fichiers qui existent et diffèrent
usage-migrate-arg-function = La fonction qui migre ; sans elle, seul le proxy reçoit la nouvelle authentification
usage-migrate-arg-ignore-preflight = Migrer bien qu’un contrôle préalable ait échoué
usage-migrate-arg-read-secrets = Ouvrir les secrets du proxy, pour savoir à qui est chaque authentification ; aucune valeur n’est conservée
usage-migrate-arg-user = L’utilisateur de base de données de la nouvelle authentification, sous lequel personne ne s’authentifie encore ; avec --finish, l’ancien
usage-monitor-arg-function = Une fonction dont les métriques figurent à côté de celles du proxy
usage-observe-arg-function = Une fonction qui se connecte par lui, avec l’alias ou la version invoqués
usage-observe-arg-out = Fichier à écrire
usage-observe-arg-read-secrets = Ouvrir les secrets du proxy, pour noter leur forme et leur utilisateur ; aucune valeur n’est conservée
usage-observe-arg-yes = Remplacer sans demander un fichier qui existe et diffère
usage-plan-arg-proxy = Utiliser ce proxy, qui existe déjà, au lieu d’en créer un nouveau
    .long =
        Utiliser ce proxy, qui existe déjà, au lieu d’en créer un nouveau
        
        Une authentification, des droits et des règles y sont ajoutés, et rien n’en est modifié hormis ce que disent les choix. `proxies --database ID` énumère ceux qui sont utilisables.
usage-probe-arg-database = Base de données à ouvrir ; par défaut, celle créée avec l’instance ou le cluster
usage-probe-arg-function = La fonction qui se connecte par lui, avec l’alias ou la version invoqués
usage-probe-arg-ignore-preflight = La créer bien qu’un contrôle préalable ait échoué
usage-probe-arg-payload = Charge utile de l’invocation de la fonction, en JSON
usage-probe-arg-user = Utilisateur de base de données ; par défaut, celui du secret du proxy ou des variables de la fonction
usage-proxies-arg-database = Identifiant de la base de données devant laquelle placer le proxy
usage-proxies-arg-function = Une fonction : quels proxies et bases de données elle atteint, et comment
usage-read-policy-arg-function = Et au sujet de cette fonction, avec l’alias ou la version invoqués
usage-read-policy-arg-proxy = Seulement ce qui est lu au sujet de ce proxy
usage-read-policy-arg-read-secrets = Autoriser aussi `validate --read-secrets` : secretsmanager:GetSecretValue et kms:Decrypt
usage-repair-arg-function = Une fonction qui se connecte par lui, avec l’alias ou la version invoqués
usage-repair-arg-ignore-preflight = Réparer bien qu’un contrôle préalable ait échoué
usage-repair-arg-read-secrets = Ouvrir aussi les secrets du proxy
usage-resume-arg-password-stdin = Lire le mot de passe de base de données sur l’entrée standard, si l’exécution en a encore besoin
usage-undo-arg-receipt = Reçu de l’exécution ; sans cette option ni --name, l’exécution inachevée la plus récente du compte
usage-user-arg-ca = Certificats à approuver, au format PEM, à la place des racines publiques ; celui d’une base de données demande le bundle RDS
usage-user-arg-database = Base de données où il travaille ; par défaut, celle créée avec l’instance ou le cluster
usage-user-arg-ignore-preflight = Créer la fonction temporaire bien qu’un contrôle préalable ait échoué
usage-user-arg-password-stdin = Lire les mots de passe sur l’entrée standard, un par ligne : celui de --as, puis celui de l’utilisateur s’il en a un
usage-user-arg-proxy = Nom du proxy, dont le moteur et l’authentification décident de la forme
usage-user-arg-read-secrets = Ouvrir les secrets du proxy, pour voir à qui ils sont ; aucune valeur n’est conservée ni affichée
usage-user-arg-tunnel = Ouvrir d’abord un tunnel par cette instance ou cette tâche ECS, et le fermer ensuite
usage-user-arg-user = L’utilisateur à créer
usage-user-arg-via = Extrémité locale d’un tunnel où se connecter ; le certificat reste celui de la base de données
usage-validate-arg-function = Une fonction qui se connecte par lui, avec l’alias ou la version invoqués
usage-validate-arg-history = Dire aussi qui a modifié en dernier les éléments en cause, d’après CloudTrail
usage-validate-arg-only = Ces règles seulement
usage-validate-arg-organization-role = Avec --all : dans chaque compte actif de l’organisation, par le rôle de ce nom dans chacun
usage-validate-arg-read-secrets = Ouvrir les secrets du proxy, pour vérifier leur forme et leur utilisateur ; aucune valeur n’est conservée ni affichée
