# Why something was refused or failed, after the words that say what: lower case, no period at the end.

# A report of an earlier validation
error-report-not-json = ce n’est pas du JSON : ligne { $line }, colonne { $column } : { $message }
error-report-other-schema = son `schema` est `{ $schema }`, alors qu’il faut ce qu’a écrit `validate --format json`
error-report-missing = il y manque `{ $field }` là où il en faut un
# The file of accepted findings
error-baseline-form = ligne { $line } : { $message }
error-baseline-missing = ligne { $line } : cette exception n’a pas de `{ $field }`
error-baseline-empty = ligne { $line } : `{ $field }` est vide
error-baseline-no-rule = ligne { $line } : `rule` est `{ $code }`, et aucune règle n’a ce code
error-baseline-not-a-day = ligne { $line } : `until` est `{ $text }`, alors qu’il faut un jour, comme 2027-03-31
error-baseline-before = ce qui s’y trouve n’est pas une liste de constats acceptés : { $why }
error-baseline-over = `until` indique le { $day }, une date passée
# A run that cannot begin or go on
error-receipt-not-saved = le reçu `{ $path }` n’a pas pu être écrit et rien de plus n’a été modifié : { $why }
error-receipt-unreadable = `{ $path }` n’est pas un reçu lisible : { $why }
error-receipt-newer = le reçu `{ $path }` est au format { $theirs }, ce programme ne connaît que les formats jusqu’à { $ours } ; mettez-le à jour et réessayez
error-receipt-proxy = `{ $name }` n’est pas le nom d’un proxy
error-receipt-run = `{ $run }` n’est pas l’id d’une exécution
error-receipt-other-account = le reçu concerne { $theirs }, alors que cette session est ouverte sur { $ours }
error-run-password = le mot de passe du secret `{ $secret }` est de nouveau nécessaire : il n’est jamais conservé dans un reçu
error-run-undoing = le retour arrière de l’exécution est en cours ; terminez-le, puis appliquez de nouveau
error-run-undone = l’exécution est déjà défaite
error-run-busy =
    `{ $name }` est en cours de traitement par { $pid ->
        [none] un autre processus
       *[other] le processus { $pid }
    }{ $receipt ->
        [none] { "" }
       *[other] { " " }(reçu `{ $receipt }`)
    } ; attendez qu’il se termine ou arrêtez-le d’abord
# What a person or a file gave
error-function-form = `{ $text }` ne désigne aucune fonction : il faut `NAME` ou `NAME:QUALIFIER`
error-function-not-covered =
    `{ $text }` est { $what ->
        [web-function] une fonction web
        [microvm] une MicroVM
       *[network-connector] un connecteur réseau
    } de Lambda, ce que ce programme ne prend pas en charge : il n’examine que les fonctions
error-file-too-large = sa taille dépasse { $most } Mio, le maximum lu
error-file-endless = la lecture n’était pas finie après { $seconds } s ; si c’est un tube, enregistrez ce qui en sort et donnez ce fichier
error-file-not-text = ce n’est pas du texte UTF-8
error-file-utf16 = ce n’est pas du texte UTF-8, mais UTF-16 : enregistrez-le en UTF-8
error-no-file = ce n’est pas un fichier
error-no-regular-file = il existe déjà et n’est pas un fichier ordinaire
error-no-folder = il existe déjà et n’est pas un dossier
error-no-display = aucun affichage : { $why }
error-no-renderer = aucun moteur de rendu ne démarre : { $first } : { $why } ; { $second } : { $too }
error-window-broke = la fenêtre s’est interrompue : { $why }
error-bundle-form = ce n’est pas un bundle : ligne { $line }, colonne { $column } : { $message }
error-bundle-schema = il indique `{ $schema }`, et ce programme lit `{ $ours }`
error-span-form = `{ $text }` n’est pas une durée : il faut par exemple `90m`, `3h`, `1d` ou `1w`
error-span-bounds = `{ $text }` est trop court ou trop long : l’affichage va de 10 minutes à 15 jours, car CloudWatch ne conserve que 15 jours les valeurs à la minute
error-account-id = `{ $text }` n’est pas un numéro de compte, qui a douze chiffres
error-account-region = `{ $text }` n’est pas le nom d’une région, comme `eu-west-1`
error-arn = `{ $text }` n’est pas un ARN : il faut six parties séparées par `:`, dont la première est `arn`
error-part = il n’y a pas de partie `{ $part }` ; il y a { $known }
error-not-yet-known = `{ $output }` n’est pas encore connu
# Calls to AWS
error-call-failed = échec de { $operation } : { $message }
error-call-failed-for = échec de { $operation } pour `{ $resource }` : { $message }
error-code-and-message = { $code } : { $message }
error-not-there = cela n’existe pas
error-no-answer = aucune réponse de `{ $endpoint }` : { $cause }
error-answer-without = la réponse n’a pas de `{ $field }`
error-answer-not-aws = la réponse ne vient pas d’AWS (statut HTTP { $status }) : { $start }
error-answer-too-long = la réponse dépasse { $most } MiB, le maximum qui est lu
error-policy-unread = le document de politique ne peut pas être lu : { $why }
error-environment-unread = les variables d’environnement ne peuvent pas être lues, elles ne peuvent donc pas être conservées : { $why }
error-version-unpublished = seule une version publiée est supprimée
error-engine-family = la famille de moteurs `{ $family }` n’est pas connue
error-acl-not-understood = une entrée dont l’action n’est pas comprise n’est pas écrite
error-rule-not-understood = une règle dont l’autre côté n’est pas compris n’est pas modifiée
error-group-left-over = { $message } (`{ $id }` a été créé et reste en place)
error-region-maybe-off = { $message } (ou { $region } n’est pas activée pour ce compte)
error-token-no-credentials = aucune information d’identification pour signer : { $why }
error-token-unsignable = aucun jeton ne peut être signé pour `{ $host }` : { $reason }
error-no-profile = il n’y a pas de profil `{ $name }` dans les fichiers de configuration et d’informations d’identification d’AWS
error-no-region = aucune région n’est définie : indiquez-en une avec `--region`, définissez `AWS_REGION`, ou donnez une `region` au profil
error-session-ended = la session du profil `{ $name }` est terminée ; connectez-vous avec `{ $login }` ({ $found })
error-no-credentials = aucune information d’identification n’a été trouvée dans les variables d’environnement, les fichiers de configuration et d’informations d’identification d’AWS, l’identité web, les métadonnées du conteneur et de l’instance (profil `{ $name }`) : { $found }
error-session-over = la session donnée par STS est déjà terminée d’après l’horloge de cette machine
error-mfa-not-begun = le rôle du profil `{ $profile }` s’endosse avec un code du dispositif MFA `{ $device }`, et aucune session n’en est ouverte : connectez-vous au profil dans la fenêtre, ou exécutez la commande dans un terminal, où elle demande le code
error-ca-bundle-empty = il ne contient aucun certificat au format PEM
error-code-unconfirmed = personne n’a confirmé le code à temps
error-code-refused = cela a été refusé dans le navigateur
error-code-refused-because = cela a été refusé dans le navigateur : { $why }
error-answer-without-code = la réponse n’a ni code, ni page où le confirmer
error-no-home = il n’y a pas de dossier personnel
error-at-path = `{ $path }` : { $why }
error-no-sso-session = la configuration d’AWS n’a pas de section `sso-session { $session }`
error-no-start-url = il ne se connecte pas par IAM Identity Center : il n’a pas de `sso_start_url`
error-no-sso-region = il n’a pas de `sso_region`
error-account-way = un compte s’atteint par un profil et un rôle
error-token-nothing = ni un profil, ni une session, ni l’environnement n’en donne
error-token-no-host = ce n’est pas un nom d’hôte
error-mfa-expired = la session du profil `{ $profile }` a expiré ; elle s’ouvre avec un code de `{ $serial }`
error-two-questions = deux questions ont la même clé
error-no-answer-in-time = pas de réponse à temps
operation-open-session = ouvrir une session
operation-read-config = lire les fichiers de configuration d’AWS
operation-read-ca-bundle = lire le lot de certificats d’autorité
operation-sign-in = se connecter
operation-keep-token = conserver le jeton SSO
operation-open-practice = ouvrir le compte d’entraînement
operation-reset-practice = practice reset
operation-fill-in = remplir les sorties
# The practice account
error-practice-read = l’état du compte d’entraînement `{ $path }` n’a pas pu être lu : { $why }
error-practice-not-a-state = `{ $path }` n’est pas un état du compte d’entraînement : { $why }
error-practice-format = `{ $path }` est au format { $found }, ce programme lit le format { $ours }
error-practice-write = l’état du compte d’entraînement `{ $path }` n’a pas pu être écrit : { $why }
error-practice-scenario = il n’y a pas de scénario d’entraînement `{ $name }` ; il y a { $known }
error-practice-rows = l’entreprise d’entraînement ne peut pas être lue : { $why }
practice-unknown-words = le compte d’entraînement ne connaît pas `aws { $words }`
# A connection
error-probe-timed-out = pas de réponse en { $seconds } s
error-probe-no-address = le nom n’a pas d’adresse
error-probe-no-tls = le serveur ne propose pas TLS
error-probe-other-protocol = le serveur ne parle pas ce protocole : { $why }
error-probe-no-region = la région de `{ $host }` n’est pas connue
error-target-host = `{ $text }` n’est pas un nom d’hôte : donnez le nom seul, sans protocole ni port
error-target-port = le port 0 n’accepte aucune connexion
error-target-user = l’utilisateur de base de données est vide
error-target-protocol = `{ $text }` n’est ni mysql ni postgresql
error-target-via = `{ $text }` n’a pas la forme HOST:PORT, comme 127.0.0.1:13306
error-ca-unreadable = le fichier CA `{ $path }` ne peut pas être lu : { $why }
error-ca-no-certificate = le fichier CA ne contient aucun certificat au format PEM (`-----BEGIN CERTIFICATE-----`)
error-ca-damaged = le fichier CA est endommagé : { $reason }
error-probe-message = il annonce un message de { $bytes } octets ; { $most } au plus sont lus
error-probe-total = il ne s’arrête pas ; { $most } octets au plus sont lus
# A mistake in this program
error-export-template = le modèle d’export `{ $template }` n’a pas pu être rempli
