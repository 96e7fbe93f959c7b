# All proxies of several accounts and regions.

fleet-title-broken =
    { $count ->
        [one] { $count } proxy est en panne
       *[other] { $count } proxies sont en panne
    }
fleet-title-nothing-read = Rien n’a pu être lu
fleet-title-none = Il n’y a aucun proxy
fleet-title-unread = Rien n’est en panne dans ce qui a pu être lu
fleet-title-works-but =
    { $count ->
        [one] Tous les proxies fonctionnent, avec des avertissements sur { $count }
       *[other] Tous les proxies fonctionnent, avec des avertissements sur { $count }
    }
fleet-title-clean =
    { $count ->
        [one] Le proxy n’a aucun défaut
       *[other] Les { $count } proxies n’ont aucun défaut
    }
fleet-count-broken = { $count } en panne
fleet-count-works-but =
    { $count } { $count ->
        [one] fonctionne
       *[other] fonctionnent
    }, avec avertissements
fleet-count-not-readable =
    { $count ->
        [one] { $count } illisible
       *[other] { $count } illisibles
    }
fleet-count-accepted =
    { $count ->
        [one] { $count } accepté
       *[other] { $count } acceptés
    }
fleet-count-clean =
    { $count ->
        [one] { $count } sain
       *[other] { $count } sains
    }
fleet-places =
    { $accounts ->
        [one] { $accounts } compte
       *[other] { $accounts } comptes
    } et { $regions ->
        [one] { $regions } région
       *[other] { $regions } régions
    }
fleet-proxies =
    { $count ->
        [one] { $count } proxy
       *[other] { $count } proxies
    }
fleet-summary =
    { $count ->
        [one] { $count } proxy
       *[other] { $count } proxies
    } dans { $places }{ $counts }.
fleet-cost =
    { $without ->
        [0] Ensemble, ils coûtent environ { $usd } $ par mois.
       *[other] Ensemble, ils coûtent environ { $usd } $ par mois, sans compter { $without } au coût inconnu.
    }
fleet-unread =
    { $count ->
        [one] { $count } compte ou région n’a pas pu être lu.
       *[other] { $count } comptes ou régions n’ont pas pu être lus.
    }
fleet-head-account = Compte
fleet-head-region = Région
fleet-head-proxy = Proxy
fleet-head-engine = Moteur
fleet-head-login = Auth.
fleet-head-path = Chemin
fleet-head-errors = Erreurs
fleet-head-warnings = Avertiss.
fleet-head-unknown = Inconnus
fleet-head-month = Par mois
fleet-head-what = Défaut
fleet-path-legend = Chemin : fonction, accès au proxy, proxy, rôle et secret, accès à la base de données, base de données. + passe, ! passe, mais, x bloqué, ? inconnu, - absent
fleet-not-known = inconnu
fleet-no-function = aucune fonction
fleet-group-not-readable = Illisibles
fleet-group-accepted = Acceptés
fleet-group-clean = Sains
fleet-cause =
    { $count ->
        [one] { $count } proxy
       *[other] { $count } proxies
    } : { $severity } : { $title } [{ $code }]
fleet-by-cause = Par cause
fleet-details = Chaque proxy
fleet-not-read = Non lu
fleet-same = Lu par un autre profil
fleet-same-line = { $through } mène à { $account }, { $region }, déjà lu ; compté une seule fois
fleet-unread-line = non lu : { $place } : { $operation } : { $because }
baseline-run-out = accepté par { $by } jusqu’au { $until }, date passée : { $why }
cli-fleet-progress = proxies lus : { $read } sur { $listed }
cli-no-practice-profiles-hint = Ce scénario d’entraînement n’a pas de profils ; `--practice=organization` en a.
cli-baseline-refused = la référence `{ $path }` est inutilisable
cli-new-since-refused = le rapport antérieur `{ $path }` est inutilisable
cli-given-hint = Examinez `{ $path }` ; docs/fleet.md dit quelle forme il doit avoir.
cli-baseline-unfitted = remarque : l’exception de la ligne { $line } de la référence ne correspond plus à rien : { $rule } de { $place }
cli-since = Depuis le rapport antérieur, apparus : { $came }, disparus : { $went }, inchangés : { $stayed }
cli-since-gone = N’existe plus
cli-since-came = apparu
cli-since-went = disparu
cli-since-in-doubt = incertain, n’a pas pu être relu
cli-since-not-read = n’avait pas été lu
# The window's page.
fleet-page-title = Tous les proxies
fleet-page-text = Tous les proxies de plusieurs comptes et régions, confrontés à toutes les règles. Lecture seule.
fleet-page-reading = Les comptes sont en cours d’ouverture, et leurs proxies listés.
fleet-empty-head = Rien n’a encore été lu
fleet-empty-text = Indiquez des profils et des régions, ou le rôle endossé dans chaque compte d’une organisation. Sans rien, c’est ce compte et cette région.
fleet-export = Exporter la table…
fleet-read = Lire
fleet-read-all = Lire tous les proxies
fleet-read-again = Relire
fleet-stop = Arrêter
fleet-profiles = Profils
fleet-profiles-hint = Profils, ou ce compte
fleet-regions = Régions
fleet-regions-hint = Régions, ou celle de chacun
fleet-role = Rôle dans les comptes de l’organisation
fleet-role-hint = Rôle dans une organisation
fleet-read-of = Lus : { $read } sur { $listed }
fleet-read-places = Lieux lus : { $read } sur { $planned }, { $seconds } s
fleet-search = Rechercher des proxies
fleet-by-account = Par compte
fleet-grouped = Groupés
fleet-broken = En panne
fleet-not-readable = Illisibles
fleet-sort-by = Trier par { $column }
fleet-row = { $proxy }, { $account }, { $region } : { $what }. Erreurs { $errors }, avertissements { $warnings }, inconnus { $unknown }
fleet-side-none = plusieurs comptes à la fois
fleet-side = { $broken } en panne sur { $count }
fleet-format = Format de la table
fleet-save = Enregistrer la table
# Since the last time.
drift =
    Depuis le { $since } : { $came ->
        [one] { $came } apparu
       *[other] { $came } apparus
    }, { $went ->
        [one] { $went } disparu
       *[other] { $went } disparus
    }{ $doubt ->
        [0] { "" }
        [one] , { $doubt } incertain
       *[other] , { $doubt } incertains
    }{ $unread ->
        [0] { "" }
        [one] , { $unread } non lu auparavant
       *[other] , { $unread } non lus auparavant
    }
cli-drift = { $proxy } : { $words }
cli-verdict-not-kept = remarque : le verdict n’a pas pu être conservé pour la prochaine comparaison : { $why }
# What changed, and when.
history-head = Ce qui a changé, d’après CloudTrail :
history-none = aucune modification enregistrée pour ce nom dans { $region } ces 90 derniers jours
history-from = d’après le registre de { $region }
history-denied = inconnu : { $operation } est refusé dans { $region }
history-no-region = inconnu : l’endroit où la partition { $partition } enregistre les modifications d’IAM
history-part = Qui l’a modifié
history-ask = Interroger CloudTrail
history-asking = Interrogation de CloudTrail…
history-why = Les derniers appels qui ont modifié cet élément, sur 90 jours : cloudtrail:LookupEvents.
fleet-works-but = Passe, mais
# The window: holding a reading, accounts at the side, accepted findings.
fleet-pause = Suspendre
fleet-go-on = Continuer
fleet-paused = Suspendu à { $read } sur { $listed }
fleet-paused-why = Ce qui avait commencé est lu jusqu’au bout ; rien d’autre ne commence.
fleet-side-accounts = Comptes
fleet-side-all = Tous { $count }
fleet-side-read = { $read } sur { $listed }
fleet-side-sign-in = reconnexion requise
fleet-side-unread = non lu
fleet-accepted-file = Constats acceptés…
fleet-accepted-none = Aucun fichier ne dit ce qui est accepté
fleet-accepted-from =
    { $count ->
        [one] { $count } accepté
       *[other] { $count } acceptés
    } dans { $file }
findings-accepted = Acceptés { $count }
findings-accepted-head = Acceptés
findings-accepted-word = accepté
findings-accepted-about = Quelqu’un l’a accepté jusqu’à cette date. Il est compté à part, et revient de lui-même passé ce jour.
findings-accept = Accepter…
findings-accept-why = Indique par qui, pourquoi et jusqu’à quand, dans le fichier que lit --baseline
accept-head = Accepter ce constat
accept-of = De { $proxy }
accept-text = Jusqu’à son dernier jour, il est compté à part, ici et partout où le fichier est donné avec --baseline.
accept-by = Par qui
accept-why = Pourquoi
accept-until = Jusqu’au
accept-until-why = Le dernier jour, comme 2027-03-31. Ensuite, le constat est de nouveau signalé.
accept-file = Fichier
accept-file-why = L’entrée est ajoutée à la fin. Rien d’autre n’y change ; il est créé s’il n’existe pas.
accept-file-head = Constats acceptés
accept-file-text = Le fichier que lit --baseline. Ce qu’il accepte est compté à part, sur cette page et sous les constats.
accept-refused = `{ $path }` est inutilisable
accept-yes = Accepter
accept-use = Utiliser ce fichier
accept-no-file = Sans fichier
accept-no-file-why = Ce qu’il accepte comptera de nouveau à la prochaine lecture.
toast-accepted = Ce qui est accepté est lu dans { $path }
toast-accepted-unread = Rien n’est accepté : { $why }
