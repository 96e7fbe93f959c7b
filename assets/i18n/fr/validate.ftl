# The second door: validating a proxy that exists.

header-validate = Valider un proxy
places-leave = Configurer un proxy
validate-title = Valider un proxy existant
validate-sentence = Chaque saut, de la fonction à la base de données, est évalué ; rien n’est modifié.
validate-filter = Filtrer les proxies
validate-hint = Nom, moteur, base de données…
validate-proxies = Proxies
validate-none = Aucun proxy dans { $region }
validate-none-text = D’autres régions en ont peut-être. Ou créez le premier ici.
validate-other-region = Changer de compte ou de région
validate-set-up = En configurer un
validate-missing-proxy = Choisissez d’abord un proxy
validate-proxy-name = Nom du proxy
validate-proxy-name-hint = orders-proxy
validate-proxy-name-why = La liste n’a pas pu être lue. Un nom suffit pour s’en passer.
validate-go = Valider
validate-go-now = Continuer sans suggestion
validate-go-proxy = Valider { $proxy }
validate-function-head = Quelle fonction l’appelle ?
validate-function-why = Avec elle, son réseau, son rôle et ses variables sont aussi évalués.
validate-guessing = Recherche des fonctions qui l’utilisent
validate-no-suggestion = Aucune fonction ne désigne ce proxy dans une politique, une variable ou un groupe de sécurité.
validate-reason-environment = la variable { $name } désigne son point de terminaison
validate-reason-policy = la politique { $name } l’autorise à se connecter
validate-reason-group = le proxy admet son groupe { $id }
validate-another = Une autre fonction
validate-without = Sans fonction : évaluer seulement le proxy et la base de données
validate-function = Fonction
validate-choose-function = Choisir une fonction
validate-function-hint = Nom, runtime…
validate-function-by-hand = Saisir un nom ou un ARN
validate-function-name = Nom de la fonction
validate-function-name-why = Un nom, NAME:ALIAS ou un ARN.
validate-bad-function = Cela ne désigne aucune fonction : un nom, NAME:ALIAS ou un ARN est attendu
validate-missing-function = Choisissez une fonction, ou évaluez sans
validate-qualifier = Alias ou version
validate-qualifier-why = Ce qu’invoquent les appelants. Un alias garde les anciens réglages tant qu’il n’est pas déplacé.
validate-bad-qualifier = Lettres, chiffres, -, _ et $ uniquement
validate-consent = Lire les secrets pour en vérifier la forme
validate-consent-why = Un appel `GetSecretValue` par secret du proxy : est-ce du JSON, quel utilisateur, y a-t-il un mot de passe. La valeur elle-même n’est jamais affichée, conservée ni écrite dans un rapport.
validate-side-head = Valider
validate-side-facts = la lecture ne modifie rien
validate-part-question = Proxy et fonction
validate-part-findings = Constats
validate-part-repair = Examiner la correction
validate-part-run = Appliquer
validate-part-connect = Se connecter
validate-connect-value = pas encore essayé
validate-others = Autres proxies dans { $region }
validate-locked = Validez d’abord le proxy
validate-not-read = pas encore lu
validate-outdated = lu avant l’exécution
validate-reading-short = lecture…
validate-unreadable = n’a pas pu être lu
validate-clean = sain
validate-clean-but =
    aucun défaut, { $count ->
        [one] { $count } inconnu
       *[other] { $count } inconnus
    }
validate-unknowns =
    { $count ->
        [one] { $count } inconnu
       *[other] { $count } inconnus
    }
validate-errors =
    { $count ->
        [one] { $count } erreur
       *[other] { $count } erreurs
    }
validate-warnings =
    { $count ->
        [one] { $count } avertissement
       *[other] { $count } avertissements
    }
gone = { $what } en moins
gone-and = { $first } et { $last }
gone-notes =
    { $count ->
        [one] { $count } remarque
       *[other] { $count } remarques
    }
gone-consequences =
    { $count ->
        [one] { $count } conséquence
       *[other] { $count } conséquences
    }
validate-stop = Arrêter
validate-again = Revalider
validate-reading = Lecture de { $proxy }
validate-reading-sentence = Tous les appels de lecture à la fois ; rien n’est modifié.
validate-reading-again = nouvelle lecture, réponses : { $answered } sur { $sent } appels.
validate-progress = réponses : { $answered } sur { $sent } appels
validate-waiting-for = attente de `{ $call }`
validate-progress-time = { $seconds } s, au plus 50 s
validate-took = { $age } en { $seconds } s avec { $calls } appels.
validate-login = Authentification : { $mode }
validate-as = en tant que { $function }
validate-denied = { $operation } a été refusé
validate-denied-text = Sans cet appel, presque aucune règle ne peut trancher. Ajoutez l’autorisation, puis validez de nouveau.
validate-failed = { $operation } n’a pas pu être lu
validate-absent = Il n’y a pas de proxy { $proxy } ici
validate-absent-text = Il a été supprimé entre-temps, ou se trouve dans un autre compte ou une autre région.
validate-pick-other = Choisir un proxy
# Findings: also on the Check page.
findings-show = Afficher
findings-all = Tous
findings-errors = Erreurs { $count }
findings-warnings = Avertissements { $count }
findings-notes = Remarques { $count }
findings-unknown = Inconnus { $count }
findings-passed = Conformes { $count }
findings-unknown-head = Inconnus
findings-copy-permissions = Copier les autorisations manquantes
findings-copy-policy-for = Copier la politique pour { $permissions }
findings-passed-head = Conformes
findings-not-applicable-head = Sans objet
findings-not-applicable-word = sans objet
findings-needs = nécessite { $needs }
findings-mended = passe désormais
findings-gone = disparu
findings-followed = en découlait
findings-missing = manquant
# How a line of evidence begins that names what is missing, and the words before a peer in it: the table of
# evidence takes the line apart by them.
evidence-missing = manque :
evidence-from = depuis
evidence-to = vers
findings-mended-about = À la nouvelle lecture, ce constat n’apparaissait plus. Tout le reste est tel qu’il a été lu auparavant.
findings-mended-before = Ce qui avait été vu
findings-follows-from = Découle de
findings-also-clears = La même correction lève aussi
findings-passed-about = Ce point a été examiné et il est comme il doit être.
findings-not-applicable-about = Ce point ne concerne pas une configuration comme celle-ci, ou une règle plus précise l’a déjà dit.
findings-consent = Lire les secrets
findings-consent-about = Aucune autorisation ne manque ici : les valeurs ne sont lues qu’avec votre accord. Chacune est lue une seule fois, sans être affichée ni conservée.
findings-consent-elsewhere = Aucune autorisation ne manque ici : les valeurs ne sont lues qu’avec votre accord, que demande « Valider un proxy ».
findings-would-decide = Ce que cela trancherait
findings-fix = Corriger…
findings-fix-why = Montre d’abord le plan ; rien n’est modifié avant que vous l’appliquiez
findings-fix-safe = Corriger ce qui est sans risque… ({ $count })
findings-fix-some =
    Corriger { $count ->
        [one] { $count } constat
       *[other] { $count } constats
    }…
findings-recheck = Revérifier
findings-rechecking = Vérification…
findings-recheck-why = Relit le compte pour ce seul constat ; rien d’autre ne change
findings-read-now = lu à l’instant
findings-read-ago = lu il y a { $minutes } min
report-about = Ce qui est affiché, avec preuves, corrections et commandes. Jamais la valeur d’un secret.
report-format = Format
report-markdown = Markdown
report-html = HTML
report-json = JSON
report-copy = Copier
report-unwritten = Le rapport n’a pas pu être écrit
# The review of a repair.
repair-title =
    { $count ->
        [one] Corriger { $count } constat
       *[other] Corriger { $count } constats
    }
repair-sentence =
    { $count ->
        [one] Par cette seule modification. Rien n’a encore été modifié.
       *[other] Par ces { $count } modifications, dans cet ordre. Rien n’a encore été modifié.
    }
repair-back = Retour aux constats
repair-mends = Ce que cela corrige
repair-stays = Ce qui reste
repair-by-hand = À faire à la main, comme l’indique la correction.
repair-not-safe = La correction pourrait couper l’accès à quelqu’un, ou se ressentir au-delà de ce chemin. Son propre bouton la planifie à part.
repair-not-read = Quelque chose que la correction modifierait n’a pas pu être lu.
repair-not-chosen = Non retenu pour cette réparation.
repair-still-there = Corrigé, et de nouveau constaté.
repair-newly-seen = N’apparaît que maintenant : à corriger aussi.
