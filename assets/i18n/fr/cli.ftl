# What the command line says. Names in backticks; error titles are lower case without a final period.

# Signs of a verdict, in a column
cli-passed = ok
cli-failed = échec
cli-made = créé
cli-error = erreur
cli-warning = avert.
cli-note = remarque
cli-unknown = inconnu
cli-not-reachable = inaccessible
cli-not-tried = non essayé
# Arguments and files
cli-see-help = Exécutez la commande avec `--help` pour voir ce qu’elle accepte.
cli-choices-refused = le fichier de choix `{ $path }` est inutilisable
cli-choices-at = ligne { $line }, colonne { $column } : { $why }
cli-choices-missing-hint = Indiquez un fichier lisible ; les exemples de `assets/examples` sont de bons points de départ.
cli-choices-hint = Corrigez cette ligne ; les exemples de `assets/examples` montrent toutes les clés.
cli-choice = le choix `{ $field }`
cli-no-runtime = le programme n’a pas pu démarrer ses threads
cli-no-answer = aucune réponse n’a pu être lue dans le terminal
cli-cannot-ask = il n’y a pas de terminal où poser la question
cli-cannot-ask-hint = Examinez le plan avec `plan`, puis répétez la commande avec `--yes`.
cli-no-password = un mot de passe est nécessaire et il n’y a pas de terminal où le saisir
cli-no-password-hint = Donnez-le sur l’entrée standard avec `--password-stdin`, ou définissez `password = "generated"` sous `[secret]` dans le fichier de choix.
cli-long-password = ce qui arrive sur l’entrée standard n’est pas un mot de passe : cela dépasse { $limit } octets
cli-empty-password = le mot de passe est vide
cli-empty-password-hint = Donnez le mot de passe sur la première ligne de l’entrée standard.
# A name that nothing has
cli-meant = Vouliez-vous dire `{ $name }` ?
cli-meant-several = Vouliez-vous dire { $names } ou `{ $last }` ?
cli-unlisted-region = `{ $name }` n’est pas le nom d’une région que ce programme connaît
cli-unlisted-region-hint = Si AWS l’a ajoutée depuis, répétez la commande avec `--unlisted-region`.
cli-no-region-hint = Indiquez la région de la base de données, telle qu’AWS la nomme.
cli-no-profile = il n’y a pas de profil `{ $name }` dans les fichiers de configuration et d’informations d’identification AWS
cli-no-profile-hint = Il y a { $known }.
cli-no-profiles-hint = Il n’y en a aucun : exécutez `aws configure sso` ou `aws configure`, ou utilisez le compte d’entraînement avec `--practice`.
# The plan
cli-setup = Configuration `{ $name }`
cli-row-account = compte
cli-row-database = base
cli-row-function = fonction
cli-row-login = auth.
cli-login = { $mode }, comme `{ $user }`
cli-mode-practice = entraînement
cli-mode-live = réel
cli-summary =
    Plan : { $create } à créer, { $change } à modifier, { $same ->
        [one] { $same } déjà conforme
       *[other] { $same } déjà conformes
    } ; d’ordinaire environ { $minutes } min.
cli-nothing-to-do = Rien à faire : le compte est déjà tel que la configuration le veut.
cli-cost = Environ { $usd } $ par mois (estimation, tarifs du { $date }).
cli-cost-on-top = Environ { $usd } $ de plus par mois (estimation, tarifs du { $date }) ; ce qui est réutilisé est déjà payé.
cli-cost-at-least-on-top = Au moins { $usd } $ de plus par mois (estimation, tarifs du { $date } ; certains prix sont inconnus) ; ce qui est réutilisé est déjà payé.
cli-cost-at-least = Au moins { $usd } $ par mois (estimation, tarifs du { $date } ; certains prix sont inconnus).
cli-notes = Bon à savoir
cli-checks = Contrôles
cli-undo-of-step = Retour arrière : { $undo }
cli-leftovers =
    { $count ->
        [one] Encore là, à supprimer par vos soins :
       *[other] Encore là, à supprimer par vos soins ({ $count }) :
    }
# Connect
cli-password-of = Mot de passe de { $user }
cli-connecting = Connexion à { $host }:{ $port }
cli-no-target = rien à quoi se connecter
cli-no-target-hint = Indiquez `--proxy NAME`, ou `--host HOST --engine mysql` ou `postgresql`.
cli-sqlserver-connect = les connexions à SQL Server ne peuvent pas être essayées d’ici
cli-sqlserver-connect-hint = Utilisez un client SQL Server avec le point de terminaison du proxy.
cli-no-endpoint = le proxy `{ $name }` n’a pas encore de point de terminaison : son statut est { $status }
cli-no-endpoint-hint = Attendez qu’il soit disponible, puis réessayez.
# Runs
cli-working = exécute
cli-waiting = attend
cli-removed = retiré
cli-restored = rétabli
cli-gone = disparu
cli-kept = gardé
cli-run-started =
    { $count ->
        [one] Une étape à exécuter. Reçu : { $receipt }
       *[other] { $count } étapes à exécuter. Reçu : { $receipt }
    }
cli-retrying = essai { $attempt } dans { $secs } s : { $why }
cli-stopping = Arrêt dès que les étapes en cours sont terminées ; appuyez de nouveau sur Ctrl-C pour ne plus les attendre.
cli-stopping-now = Arrêt immédiat ; un appel en cours est tout de même consigné.
cli-stdin-taken = avec `--password-stdin`, il ne reste rien où lire une réponse
cli-yes-hint = Répétez la commande avec `--yes`.
cli-apply-question =
    { $count ->
        [one] Appliquer { $count } modification à { $account } ?
       *[other] Appliquer { $count } modifications à { $account } ?
    }
cli-apply-although =
    D’après un contrôle, cela échouerait. { $count ->
        [one] Appliquer malgré tout { $count } modification à { $account } ?
       *[other] Appliquer malgré tout { $count } modifications à { $account } ?
    }
cli-nothing-changed = Rien n’a été modifié.
cli-password-for = Mot de passe de { $user }, pour le nouveau secret { $secret }
cli-preflight-hint = Remédiez-y, ou répétez la commande avec `--ignore-preflight` si vous savez ce qu’il en est.
cli-open-run =
    Une exécution antérieure de cette configuration n’est pas terminée. Pour la continuer : { $resume }
    Pour la défaire : { $undo }
cli-to-be-undone = À défaire de `{ $name }` :
cli-receipt = Reçu : { $path }
cli-to-check = Vérifier :  { $command }
cli-to-resume = Reprendre : { $command }
cli-to-undo = Défaire :   { $command }
cli-no-run = il n’y a aucune exécution à défaire dans ce compte et cette région
cli-receipt-left-out = Laissé de côté : { $why }
cli-no-open-run = il n’y a aucune exécution inachevée dans ce compte et cette région
cli-no-run-of = il n’y a aucune exécution de `{ $name }` à défaire dans ce compte et cette région
cli-looked-in = recherche dans `{ $folder }`
cli-no-run-hint = Indiquez un fichier de reçu, ou choisissez le compte et la région de l’exécution avec `--profile` et `--region`, ou `--practice`.
cli-receipt-practice = le reçu appartient au compte d’entraînement
cli-receipt-practice-hint = Répétez la commande avec `--practice`.
cli-receipt-live = le reçu appartient à un compte réel
cli-receipt-live-hint = Répétez la commande sans `--practice`, avec le `--profile` et la `--region` du compte.
# man
cli-no-page = la page n’a pas pu être écrite
cli-practice-region = le compte d’entraînement est dans { $region }, et n’a rien dans { $wanted }
cli-practice-region-hint = Omettez `--region`, ou choisissez un autre scénario : `practice list` les affiche.
cli-man-no-command = il n’y a pas de commande `{ $name }`
# licences
cli-licences-own = Ou, à votre choix, sous l’Apache License 2.0, dont le texte figure parmi ceux qui suivent. Les bibliothèques incluses, avec les numéros de leurs textes :
cli-no-licences = les licences n’ont pas pu être lues
# list
list-databases = Bases de données
list-functions = Fonctions
# The practice account
cli-no-scenario = il n’y a pas de scénario d’entraînement `{ $name }`
cli-no-scenario-hint = Il y a { $known } ; `practice list` décrit chacun.
cli-reset = Le scénario d’entraînement `{ $name }` est revenu à son point de départ.
cli-reset-receipts =
    { $count ->
        [one] Le reçu de sa seule exécution est supprimé.
       *[other] Les reçus de ses { $count } exécutions sont supprimés.
    }
cli-reset-hint = Corrigez les droits de ce dossier, ou libérez de l’espace, puis réessayez.
# Rules
cli-no-rule = il n’y a pas de règle `{ $code }`
cli-explain = { $code } : { $title }
cli-explain-severity = gravité, au pire : { $severity }
cli-explain-holds = respectée : { $holds }
cli-no-rule-hint = `rules` les énumère.
# Files
cli-save-differs =
    { $count ->
        [one] un fichier existe déjà et diffère
       *[other] { $count } fichiers existent déjà et diffèrent
    }
cli-save-differs-hint = Choisissez un autre emplacement, ou répétez la commande avec `--yes` pour remplacer l’existant.
cli-save-over =
    { $count ->
        [one] Remplacer { $count } fichier ?
       *[other] Remplacer { $count } fichiers ?
    }
cli-save-no-diff = { $path } existe et diffère ; ce n’est pas du texte, ou il est trop long pour être affiché.
cli-nothing-written = Rien n’a été écrit.
cli-not-written = `{ $path }` n’a pas pu être écrit
cli-not-written-hint = Choisissez un emplacement où l’écriture est possible.
# Export
cli-no-export-target = il n’y a pas de format d’export `{ $id }`
cli-no-export-target-hint = Il y a { $known }.
cli-part-does-not-fit = la partie `{ $part }` ne convient pas à cette configuration
cli-part-does-not-fit-hint = Retirez `{ $part }` de `--with` et de `parts` dans les choix.
cli-check-new = nouveau : { $path }
cli-check-left = plus exporté, encore là : { $path }
cli-check-counts =
    { $folder } : { $equal ->
        [one] { $equal } identique
       *[other] { $equal } identiques
    }, { $new ->
        [one] { $new } nouveau
       *[other] { $new } nouveaux
    }, { $differ ->
        [one] { $differ } différent
       *[other] { $differ } différents
    }
cli-check-unreadable = `{ $path }` n’a pas pu être lu
cli-exported =
    { $count ->
        [one] Un fichier dans { $folder }
       *[other] { $count } fichiers dans { $folder }
    }
cli-exported-of-plan = Ce que seul AWS peut nommer figure dans les fichiers comme variable, avant comme après `apply`. `policies/README.txt` dit comment le trouver.
cli-plan-function-hint = Indiquez-la comme `NAME`, ou comme `NAME:ALIAS` si une version doit être publiée et cet alias déplacé sur elle.
cli-export-function-hint = Indiquez-la comme `NAME`, ou comme `NAME:QUALIFIER` si un alias ou une version est invoqué.
# The walk without a window
cli-walk-no-window = Aucune fenêtre ne peut s’ouvrir ici ({ $why }) : voici plutôt un parcours du compte d’entraînement dans le terminal.
cli-walk-plan = 1. Plan : ce qui serait créé
cli-walk-apply = 2. Application : sur le compte d’entraînement, dont les minutes passent en un instant
cli-walk-check = 3. Vérification : nouvelle lecture, confrontée à chaque règle
cli-walk-export = 4. Export : la même configuration sous forme de fichiers
cli-walk-stopped = Le parcours s’arrête ici ; il ne laisse rien derrière lui.
cli-walk-next = Pour votre propre compte : { $program } plan --database ID --function NAME
# validate and observe
cli-format-of-validate = seul `validate` produit du Markdown, HTML, SARIF ou CSV
cli-format-of-validate-hint = Utilisez ici `--format text` ou `--format json`.
cli-report-failed = le rapport n’a pas pu être écrit
cli-no-proxies = rien n’a été vérifié : il n’y a aucun proxy dans ce compte et cette région
cli-nothing-checked = rien n’a été vérifié : aucune règle n’a pu être tranchée
cli-nothing-checked-hint = Vérifiez le compte et la région, et ce que le rapport déclare illisible.
cli-unanswered =
    { $proxies ->
        [one] un proxy n’a pas été lu jusqu’au bout : pas de réponse à { $calls }
       *[other] { $proxies } proxies n’ont pas été lus jusqu’au bout : pas de réponse à { $calls }
    }
cli-unanswered-hint = Ce qui en dépend est inconnu. Vérifiez la connexion, puis recommencez.
cli-nothing-in-bundle-hint = Ce bundle contient trop peu. Écrivez-en un nouveau avec `observe`.
cli-bundle-refused = le bundle `{ $path }` est inutilisable
cli-bundle-missing-hint = Indiquez un fichier lisible ; `observe` en écrit un.
cli-bundle-hint = Écrivez-en un nouveau avec `observe`.
cli-bundle-without = Sans { $operation } : { $because }
cli-bundle-written = Écrit : { $path }. Il ne contient aucune valeur de secret ; parcourez-le avant de le transmettre.
# repair
cli-repair-mends = corrige  { $title } [{ $code }]
cli-repair-by-hand = manuel   { $title } [{ $code }] : sa correction revient à quelqu’un
cli-repair-not-safe = demande  { $title } [{ $code }] : la correction pourrait couper l’accès à quelqu’un, ou se ressentir au-delà de ce chemin ; réparez avec --only { $code }
cli-repair-not-read = non lu   { $title } [{ $code }] : ce que la correction modifierait n’a pas pu être lu
cli-repair-not-chosen = demande  { $title } [{ $code }] : non retenu ; réparez avec --only { $code }
cli-repair-still-there = reste    { $title } [{ $code }] : réparé, et de nouveau constaté
cli-repair-newly-seen = nouveau  { $title } [{ $code }] : n’apparaît que maintenant ; réparez de nouveau
cli-repair-left =
    { $count ->
        [one] Il reste { $count } défaut :
       *[other] Il reste { $count } défauts :
    }
cli-repair-clean =
    { $count ->
        [one] Nouvelle lecture : il a disparu.
       *[other] Nouvelle lecture : les { $count } ont disparu.
    }
cli-tunnel = À travers un tunnel : { $line }
cli-tunnel-only = Le seul relais qui y soit possible : { $name } ({ $id })
cli-tunnel-many = { $count } relais possibles pour le tunnel
cli-tunnel-name = Indiquez-en un : --tunnel ID
cli-tunnel-clients = D’autres programmes se connectent par lui :
cli-tunnel-kept = Le tunnel est ouvert à { $via }. Ctrl-C y met fin.
cli-tunnel-region = la région du tunnel est inconnue
cli-tunnel-region-hint = Indiquez-la avec --region.
cli-no-attempt = la tentative de connexion s’est interrompue, et son résultat est inconnu
cli-no-credentials-asked = l’authentification se fait par mot de passe
cli-no-command = il n’y a ni commande ni fichier de ce nom
cli-no-command-near = il n’y a ni commande ni fichier de ce nom. Vouliez-vous dire `{ $name }` ?
cli-file-and-command = Un fichier est ouvert par la fenêtre, et une commande n’en demande pas : donnez l’un des deux
misused-tip = conseil :
misused-usage = Utilisation :
misused-options = Options{ " " }
misused-arguments = Arguments{ " " }
misused-commands = Commandes{ " " }
misused-print-help = Afficher l’aide
misused-help = Pour en savoir plus, essayez '--help'.
misused-unknown = argument inattendu : '{ $argument }'
misused-command = commande inconnue : '{ $command }'
misused-no-value = '{ $argument }' demande une valeur, et aucune n’a été donnée
misused-value = valeur '{ $value }' non valide pour '{ $argument }'
misused-values = valeurs possibles
misused-required = les arguments obligatoires suivants n’ont pas été donnés :
misused-conflict = l’argument '{ $argument }' ne peut pas être utilisé avec '{ $prior }'
misused-twice = l’argument '{ $argument }' ne peut être donné qu’une fois
misused-no-command = '{ $command }' demande une sous-commande, et aucune n’a été donnée
misused-too-many = valeur '{ $value }' inattendue pour '{ $argument }' ; aucune autre n’était attendue
misused-number = le nombre de valeurs de '{ $argument }' ne convient pas
misused-equals = un signe égal est nécessaire pour donner une valeur à '{ $argument }'
misused-not-text = un ou plusieurs arguments ne sont pas en UTF-8
misused-near = il en existe un semblable : '{ $near }'
misused-language = ici, `--language` est le langage du gestionnaire ; la langue du programme se place avant la commande : `--language { $language }`
cli-diagnostics-written = Écrit : { $path }. Il ne contient aucun secret ; son journal nomme des ressources.
