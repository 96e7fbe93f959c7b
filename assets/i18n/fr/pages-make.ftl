# The pages of Design, Make and Prove: network, proxy, access, review, apply, check, connect, export.

after-step = (après l’étape { $step })
after-apply = (après l’exécution)
failure-said = Réponse d’AWS
failure-next = Ensuite
retry = Réessayer
edit = Modifier
go-to-page = Ouvrir « { $page } »
copy-policy = Copier la politique
needs-permission = Nécessite `{ $permission }`
continue-to-check = Continuer vers la vérification
save-choices = Enregistrer les choix…
read-only = lecture seule
minutes-range = { $from }–{ $to } min
plan-group-identity = Identité
plan-group-network = Réseau
plan-group-proxy = Proxy
plan-group-function = Fonction
after-secret = le secret
after-role = le rôle
after-policy = la politique
after-group = le groupe
after-rule = la règle
after-endpoint = le point de terminaison
after-proxy = le proxy
after-pool = les réglages du pool
after-target = la cible
after-iam-auth = l’authentification IAM
after-function = la fonction
after-alias = l’alias
after-log-group = le groupe de journaux
after-alarm = l’alarme
after-probe = la sonde
# Review
review-title =
    { $count ->
        [0] Rien à modifier
        [one] Examiner { $count } modification
       *[other] Examiner { $count } modifications
    }
review-sentence = Dans cet ordre. Rien n’a encore été modifié.
review-nothing-sentence = Le compte est déjà tel que cette configuration le veut.
review-waiting = Revue
review-reading = Lecture du compte
review-view = Vue
review-plan = Plan
review-script = Script CLI
review-script-about = Le même plan sous forme de commandes, pour un shell connecté à { $region }.
review-filter-none = Aucune étape de ce type
review-filter-none-text = Choisissez un autre filtre ci-dessus.
review-blocked =
    { $count ->
        [one] { $count } obstacle
       *[other] { $count } obstacles
    }
review-blocked-sentence = Il n’y a pas de plan tant qu’ils ne sont pas levés. Tout le reste est conservé.
review-password = Le mot de passe doit être saisi
review-password-text = Il n’est conservé dans aucun fichier : il est donc demandé sur la page Secret avant chaque exécution.
review-password-go = Le saisir
review-apply =
    { $count ->
        [one] Appliquer { $count } modification
       *[other] Appliquer { $count } modifications
    }
review-changes-account = Ceci modifie { $account }
review-practice = Entraînement : AWS n’est pas contacté
review-known = Bon à savoir
review-known-read = { $count } à lire avant d’appliquer
review-read-warnings =
    { $count ->
        [one] J’ai lu l’avertissement
       *[other] J’ai lu les { $count } avertissements
    }
review-read-errors =
    { $count ->
        [one] J’ai lu l’erreur
       *[other] J’ai lu les { $count } erreurs
    }
review-read-both = J’ai lu les erreurs et les avertissements ({ $errors } et { $warnings })
review-read-first =
    { $count ->
        [one] Lisez d’abord l’avertissement
       *[other] Lisez d’abord les { $count } avertissements
    }
review-confirm = Modifier { $account } maintenant ?
review-confirm-text =
    Un compte réel. { $create ->
        [one] { $create } création
       *[other] { $create } créations
    } et { $change ->
        [one] { $change } modification
       *[other] { $change } modifications
    } dans le compte `{ $id }`, région `{ $region }`.
review-confirm-cost = { $usd } $ par mois, estimation
review-confirm-cost-on-top = { $usd } $ de plus par mois, estimation
review-confirm-cost-at-least = Au moins { $usd } $ par mois ; certains prix sont inconnus
review-confirm-cost-unknown = Le coût est inconnu
review-confirm-alarms =
    { $count ->
        [one] CloudWatch facture l’alarme au mois
       *[other] CloudWatch facture les { $count } alarmes au mois
    }
review-confirm-free = Aucun coût supplémentaire
review-confirm-undo =
    { $count ->
        [one] Un reçu est conservé, et la modification est réversible
       *[other] Un reçu est conservé, et les { $count } sont réversibles
    }
review-confirm-stop = Vous pouvez arrêter après chaque étape
review-confirm-yes = Appliquer à { $account }
review-confirm-no = Pas encore
review-preflight = Contrôle préalable
review-preflight-again = Recontrôler
review-preflight-asking = interrogation d’AWS…
review-safety = Sécurité
review-receipt = Un reçu est écrit avant et après chaque étape. Le retour arrière rétablit le compte et ne touche jamais à ce qui existait.
review-set-borrow = Le régler à { $seconds } s
filter-all = Tout
filter-create = Créer
filter-change = Modifier
filter-already-so = Déjà conforme
expand-all = Tout déplier
collapse-all = Tout replier
changes =
    { $count ->
        [one] { $count } modification
       *[other] { $count } modifications
    }
already-so =
    { $count ->
        [one] { $count } déjà conforme
       *[other] { $count } déjà conformes
    }
key-why = Raison
key-change = Modif.
key-there = Présent
key-call = Appel
key-cli = CLI
key-undo = Retour
call-on = sur { $resource }
diff-kept = { "  conservé " }
diff-added = + ajouté
diff-removed = − retiré
cost-estimate = Coût estimé
cost-unknown = inconnu
cost-a-month = par mois
cost-more-a-month = de plus/mois
cost-paid-already = { $how }. Déjà payé, puisqu’il existe
cost-why = détail
cost-less = moins
cost-prices-of = Tarifs du { $date }. Une estimation, pas une facture.
time-head = Durée
time-waiting = surtout d’attente
# Apply
apply-none-sentence = Ce que fait une exécution s’affiche ici.
apply-none = Aucune exécution
apply-none-text = Une exécution commence sur la page Revue.
apply-none-go = Aller à la revue
apply-started = Début à { $at } UTC · { $time } jusqu’ici
apply-took = Début à { $at } UTC · { $time }
apply-asks = Nouvelle interrogation dans { $next } s, pendant { $limit } au plus.
apply-after = après { $what }
apply-not-begun = non commencée
apply-cut-off = interrompue
apply-retrying = nouvel essai, { $attempt }
apply-folded = Les { $count } premières étapes
apply-unfold = Les afficher
apply-choices = Ce que fait chaque choix
apply-retry = Réessayer d’ici
apply-resume = Reprendre
apply-undo = Défaire cette exécution
apply-undo-ask = Défaire cette exécution…
apply-export = Exporter ce qui reste
apply-export-text = Conserve tout. Les fichiers contiennent la configuration entière, pour la terminer à la main.
apply-stop = Arrêter après cette étape
apply-stop-now = Arrêter maintenant
apply-stop-asked = Arrêt en cours
apply-stopping = arrêt dès que l’étape en cours est terminée
apply-stopping-now = arrêt en cours
apply-wait = Attendre encore
apply-check-text = Relit le chemin et dit ce qui bloque. Rien n’est modifié.
apply-not-working = créé, ne fonctionne pas encore
apply-usual-until = D’ordinaire de { $from } à { $to } ; interrogé souvent au début, puis toutes les { $poll }.
apply-saved = Reçu enregistré à { $at }. Si cette machine s’arrête, le prochain démarrage propose de continuer.
apply-saved-short = Reçu enregistré à { $at }
apply-back-to-review = Retour à la revue
apply-password = Mot de passe du secret
apply-password-note = Il n’est conservé nulle part : une exécution qui reprend en a de nouveau besoin.
apply-tab-log = Journal
apply-tab-receipt = Reçu
apply-tab-undo = Plan de retour { $count }
apply-log-copy = Copier le journal
apply-log-save = Enregistrer le journal
apply-log-following = Suivi en direct · remontez pour l’arrêter
apply-log-end = À la fin
apply-log-gone = Le journal n’est pas conservé d’un démarrage à l’autre. Ce qui a été fait figure dans le reçu.
apply-log-lines =
    { $count ->
        [one] { $count } ligne
       *[other] { $count } lignes
    }
apply-receipt-about = Ce qui a été créé ou modifié, avec l’état antérieur. La reprise et le retour arrière n’ont besoin que de ce fichier.
apply-receipt-none = Il est écrit avant le premier appel.
apply-receipt-file = Fichier
apply-receipt-setup = Configuration
apply-receipt-began = Début
apply-receipt-saved = Enregistré
apply-receipt-steps = Étapes faites
apply-receipt-secret = Il ne contient aucun mot de passe.
apply-undo-empty = Rien n’a encore été modifié.
fact-operation = Opération
fact-resource = Ressource
fact-as = Identité
fact-said = Réponse d’AWS
fact-next = Ensuite
key-wait = W
copy-statement = Copier l’instruction
copy-report = Copier le rapport
in-the-console = Dans la console
undone-still-there = Encore là
undone-still-there-aside = { $count }, chacun avec sa raison
undone-restored = Rétabli
undone-restored-aside = aux valeurs du reçu
undone-removed = Supprimé
undone-removed-aside = créé par cette exécution
undone-kept = Conservé
undone-kept-aside = car modifié par d’autres depuis
undone-again = Recommencer avec ces choix
undone-retry =
    { $count ->
        [0] Poursuivre le retour arrière
        [one] Réessayer pour l’élément restant
       *[other] Réessayer pour les { $count } éléments restants
    }
# Check
check-waiting = Vérification du chemin
check-waiting-sentence = Nouvelle lecture du compte. Rien n’est modifié.
check-reading = Lecture de la fonction, du proxy, de la base de données et de ce qui les relie
check-function = Chemin depuis la fonction
check-none = Pas encore vérifié
check-none-text = Une vérification relit le compte et ne modifie rien.
check-again = Revérifier
check-running = Vérification…
check-save = Enregistrer le rapport
check-connect = Se connecter d’ici
check-plan-fix = Planifier la correction
check-never-changes = La vérification ne modifie jamais votre compte
check-filter = Filtrer par mot, code, ressource
check-no-match = Aucune correspondance
check-cause = cause
check-follows = en découle
check-certain = certain
check-likely = probable
check-possible = possible
check-evidence = Preuves
check-fix = Correction
check-source = Source
check-unknown-about = Cette règle n’a pas pu être tranchée : elle n’est ni respectée ni enfreinte.
check-unknown-about-several = Ces règles n’ont pas pu être tranchées : elles ne sont ni respectées ni enfreintes.
check-unknown-why = Pourquoi on ne le sait pas
check-unknown-needs = Ce qui trancherait
check-would-mean = Ce que cela voudrait dire
continue-to-export = Continuer vers l’export
# Connect
connect-title = Se connecter depuis cette machine
connect-sentence = Une vraie connexion, phase par phase : nom, TCP, TLS, authentification, une requête.
connect-trying = Connexion en cours
connect-passed = La connexion passe depuis cette machine
connect-passed-sentence = Toutes les phases ont réussi, certificat et authentification compris.
connect-unreachable = Inaccessible d’ici, ce qui est normal
connect-unreachable-sentence = Un proxy n’a jamais d’adresse publique. Il n’a aucun défaut.
connect-failed = Arrêt à la phase { $stage }
connect-failed-sentence = Ce que cela signifie et ce qu’il faut faire figure ci-dessous.
connect-back = Retour à la vérification
connect-go = Se connecter
connect-again = Se reconnecter
connect-note = Le jeton et le mot de passe ne sont jamais affichés ni conservés
connect-where = Où, et sous quel utilisateur
connect-host = Hôte
connect-host-why = Le certificat est vérifié par rapport à ce nom, et le jeton est signé pour lui, même à travers un tunnel.
connect-port = Port
connect-user = Utilisateur
connect-database = Base de données
connect-via = À travers un tunnel
connect-via-why = Adresse appelée à la place de l’hôte : l’extrémité locale d’un tunnel SSM ou SSH.
connect-ca = Certificats
connect-ca-why = Un fichier PEM. Inutile pour un proxy : sa chaîne est publique.
connect-ca-hint = Indiquez un fichier lisible au format PEM, ou laissez le champ vide pour les racines publiques.
connect-engine = Protocole
connect-login = Authentification
connect-login-token = Jeton IAM
connect-login-password = Mot de passe
connect-password = Mot de passe de l’utilisateur
connect-password-why = Envoyé uniquement sur une liaison TLS vérifiée, et conservé nulle part.
connect-no-password = Le mot de passe manque
connect-bad-port = `{ $port }` n’est pas un port
connect-bad-via = `{ $via }` n’est pas un tunnel
connect-mend-hint = Corrigez le champ ci-dessous, puis reconnectez-vous. Un tunnel s’écrit `127.0.0.1:13306`.
connect-rehearsed = La connexion passerait
connect-rehearsed-sentence = Simulation dans le compte d’entraînement : chaque phase répond selon ce qui s’y trouve. Rien n’est envoyé.
connect-rehearsed-note = Compte d’entraînement : ni réseau, ni mot de passe, ni jeton
connect-here = Cette machine
connect-by-tunnel = Par le tunnel
connect-not-tried = pas encore essayé
connect-in-all = { $count } ms en tout
connect-no-answer = pas de réponse
connect-rest-unreachable = Inaccessible d’ici
connect-rest-unreachable-text = L’adresse est privée et cette machine est hors de son réseau.
connect-rest-failed = Non essayé
connect-rest-failed-text = La phase précédente n’a pas réussi.
connect-stage = Phase
stage-resolve = Résolution
stage-credential = Identifiants
stage-login = Auth.
connect-raw = Message reçu
connect-copy-error = Copier l’erreur
connect-asks-resolve = du nom à l’adresse
connect-asks-tcp = port { $port }
connect-asks-tls = certificat
connect-asks-token = signé, non envoyé
connect-asks-login = comme { $user }
connect-asks-query = une réponse
milliseconds = { $count } ms
# Export
export-sentence = Cette configuration, en fichiers.
export-language = Gestionnaire en
export-language-hint = Trouver un langage
export-language-run = exécuté dans nos tests
export-language-not-run = non exécuté dans nos tests
export-failed = Les fichiers n’ont pas pu être écrits
export-lines =
    { $count ->
        [one] { $count } ligne
       *[other] { $count } lignes
    }
export-parts = Ce qui l’entoure
part-api = API Gateway
part-api-about = appelle `{ $function }` par HTTPS
part-rest-api = API REST
part-rest-api-about = appelle `{ $function }`, par étapes
part-schedule = Scheduler
part-schedule-about = appelle `{ $function }` à heures fixes
part-function = La fonction
part-function-about = pour qui n’en a pas encore
part-network = Réseau de départ
part-network-about = pour qui n’en a pas encore
part-database = Base de départ
part-database-about = RDS génère et garde son mot de passe principal
part-function-no-handler = pour ce moteur et cette authentification, il n’y a pas de gestionnaire dans ce langage
part-rotation = Rotation
part-rotation-about = un nouveau mot de passe de temps en temps
part-alarms = Alarmes
part-alarms-about = et un tableau de bord dans CloudWatch
part-config-rules = Règles Config
part-config-rules-about = AWS Config veille à ce que rien ne change
part-rotation-no-secret = cette configuration n’a aucun secret soumis à rotation
part-rotation-managed = RDS assure lui-même la rotation de ce secret
part-rotation-not-ours = le secret est déjà utilisé, et n’appartient pas à cette configuration
export-save = Enregistrer…
export-save-archive = Enregistrer en .zip…
export-folder = Dossier pour tous les fichiers
export-folder-hint = Saisissez un dossier pour voir ce qui y diffère
export-change-folder = Changer…
export-read-again = Relire le dossier
export-reading = lecture du dossier
export-folder-unread = `{ $path }` n’a pas pu être lu
export-folder-slow = il ne répond pas
export-all-equal = tous identiques
export-standing =
    { $rest } nouveaux ou identiques, { $differ } { $differ ->
        [one] différent
       *[other] différents
    }
export-files =
    { $count ->
        [one] { $count } fichier
       *[other] { $count } fichiers
    }
export-files-differ =
    { $files }, dont { $count } { $count ->
        [one] différent
       *[other] différents
    }
export-count-differs =
    { $count ->
        [one] { $count } différent
       *[other] { $count } différents
    }
export-branch-said = { $title }, { $files }
export-new = nouveau
export-differs = différent
export-kept = conservé
export-taken = le nôtre
export-left = Plus exportés, encore dans le dossier
export-left-about = Un export antérieur les a écrits. Ils sont laissés tels quels : supprimez-les à la main là où vous n’en voulez plus.
export-differs-one = Différent du disque : { $file }
export-differs-many = Différents du disque : { $count } fichiers
export-keep = Garder celui du disque
export-kept-done = Celui du disque est gardé
export-take = Prendre le nôtre
export-taken-done = Le nôtre est pris
export-save-all =
    { $count ->
        [one] Enregistrer { $count } fichier
       *[other] Enregistrer { $count } fichiers
    }
export-no-secret = Aucun fichier ne contient de secret

export-target-cdk-typescript = CDK, TypeScript
    .about = Une application AWS CDK avec les types de CloudFormation
export-target-cdk-python = CDK, Python
    .about = Une application AWS CDK avec les types de CloudFormation
export-target-cli = Script AWS CLI
    .about = Les mêmes appels pour un shell avec l’AWS CLI et jq, et un script qui les annule
export-target-cloudformation = CloudFormation
    .about = Un modèle pour un compte ou, comme StackSet, pour plusieurs
export-target-config-rules = AWS Config et Guard
    .about = Des règles qui vérifient que le proxy reste conforme à cette configuration
export-target-locust = Test de charge
    .about = Un fichier locustfile qui appelle la fonction par son URL ou son API
export-target-policies = Politiques
    .about = Les politiques des rôles, et le minimum à autoriser à la personne qui met en place cette configuration
export-target-powershell = Script PowerShell
    .about = Les mêmes appels pour PowerShell 7.5 avec l’AWS CLI, et leur annulation ; la syntaxe est vérifiée, l’exécution ne l’est pas encore
export-target-pulumi = Pulumi
    .about = Un programme en TypeScript avec le fournisseur AWS de Pulumi
export-target-sam = AWS SAM
    .about = Un modèle qui contient le gestionnaire comme nouvelle fonction
export-target-terraform = Terraform
    .about = De simples ressources pour Terraform et OpenTofu
export-target-database-user = Utilisateur de la base
    .about = Le SQL qui crée l’utilisateur dans la base de données, pour ce moteur et cette connexion
export-target-handler = Gestionnaire en { $language }
    .about = Une connexion par environnement, ouverte comme cette configuration le demande, avec TLS vérifié
