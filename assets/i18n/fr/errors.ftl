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
error-token-no-credentials = aucune information d’identification pour signer : { $why }
error-token-unsignable = aucun jeton ne peut être signé pour `{ $host }` : { $reason }
# The practice account
error-practice-read = l’état du compte d’entraînement `{ $path }` n’a pas pu être lu : { $why }
error-practice-not-a-state = `{ $path }` n’est pas un état du compte d’entraînement : { $why }
error-practice-format = `{ $path }` est au format { $found }, ce programme lit le format { $ours }
error-practice-write = l’état du compte d’entraînement `{ $path }` n’a pas pu être écrit : { $why }
error-practice-scenario = il n’y a pas de scénario d’entraînement `{ $name }` ; il y a { $known }
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
