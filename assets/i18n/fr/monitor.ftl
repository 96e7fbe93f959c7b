# What a monitor says: the command line and the window

# The answer, as a title
monitor-title-silent = Aucun client en { $range }
monitor-title-quiet = Tout est calme depuis { $range }
monitor-title-unavailable = La base de données était hors de portée ({ $at })
monitor-title-unavailable-now = La base de données est hors de portée
monitor-title-refused =
    { $count ->
        [one] { $count } authentification a été refusée ({ $at })
       *[other] { $count } authentifications ont été refusées depuis { $at }
    }
monitor-title-pool = Le pool était plein à { $percent } % ({ $at })
monitor-title-pinned =
    { $count ->
        [one] { $count } connexion était épinglée ({ $at })
       *[other] { $count } connexions étaient épinglées ({ $at })
    }
monitor-title-pinned-now =
    { $count ->
        [one] { $count } connexion est épinglée
       *[other] { $count } connexions sont épinglées
    }
monitor-title-waiting = Les clients ont attendu une connexion { $ms } ms ({ $at })
monitor-title-without-tls =
    { $count ->
        [one] { $count } client est venu sans TLS
       *[other] { $count } clients sont venus sans TLS
    }
monitor-title-throttled =
    { $count ->
        [one] { $count } appel de la fonction a été limité
       *[other] { $count } appels de la fonction ont été limités
    }
monitor-title-failed =
    { $count ->
        [one] { $count } appel de la fonction a échoué
       *[other] { $count } appels de la fonction ont échoué
    }
# The sentence below it
monitor-about-silent = Le proxy n’a rien mesuré pendant ce temps. Si des clients devaient venir, la vérification dit ce qui les retient.
monitor-about-unavailable =
    { $minutes ->
        [one] Pendant { $minutes } minute, le proxy n’a pas pu l’atteindre.
       *[other] Pendant { $minutes } minutes, le proxy n’a pas pu l’atteindre.
    }
monitor-about-unavailable-now = Le proxy ne l’atteint plus depuis { $at }.
monitor-about-refused = Aucune session n’a été obtenue : un jeton, une politique ou un secret est incorrect. Le journal du proxy dit lequel.
monitor-about-pool = Une fois le pool plein, les clients attendent une connexion.
monitor-about-pinned =
    { $minutes ->
        [one] Pendant { $minutes } minute, aucun partage n’était possible.
       *[other] Pendant { $minutes } minutes, aucun partage n’était possible.
    }
monitor-about-pinned-now = Depuis { $at }, aucun partage n’est possible.
monitor-about-waiting =
    { $minutes ->
        [one] Cela a duré { $minutes } minute.
       *[other] Cela a duré { $minutes } minutes.
    }
monitor-about-without-tls = Ce qu’ils ont envoyé a traversé le réseau en clair.
monitor-about-throttled = Il y a eu plus d’appels simultanés qu’elle n’en accepte : rafale, simultanéité réservée ou limite du compte.
monitor-about-failed = Son journal dit pourquoi.
monitor-also =
    { $count ->
        [one] Un autre point à examiner : { $what }.
       *[other] { $count } autres points à examiner : { $what }.
    }
monitor-pool-used = Connexions du pool utilisées : { $used } au plus sur { $pool }.
monitor-otherwise-quiet = Calme par ailleurs. Connexions du pool utilisées : { $used } au plus sur { $pool }.
monitor-pool-unknown = Connexions du pool utilisées : { $used } au plus ; le nombre qu’il peut en ouvrir n’a pas été mesuré.
monitor-things =
    { $count ->
        [0] rien à examiner
        [one] { $count } point à examiner
       *[other] { $count } points à examiner
    }
# One incident among several
monitor-short-unavailable = base de données hors de portée
monitor-short-refused = authentifications refusées
monitor-short-pool = un pool plein
monitor-short-pinned = connexions épinglées
monitor-short-waiting = une attente de connexion
monitor-short-without-tls = clients sans TLS
monitor-short-throttled = appels limités
monitor-short-failed = appels en échec
# Curves
monitor-clients = Clients
monitor-connections = Connexions à la base
monitor-pinned = Épinglées
monitor-wait = Attente de connexion
monitor-queries = Requêtes
monitor-concurrency = Exécutions de fonction
monitor-duration = Durée d’une exécution
monitor-now = { $value } maintenant
monitor-most-at = { $value } au plus ({ $at })
monitor-now-of = { $value } sur { $pool } maintenant
monitor-not-measured = non mesuré
monitor-each-minute = maximum par minute
monitor-each-minutes = maximum par { $minutes } minutes
monitor-peak = pic { $value }
monitor-connections-title = Connexions
monitor-label-clients = { $value } clients
monitor-label-database = { $value } base
monitor-label-pool = le pool
monitor-label-alarm = alarme
monitor-label-minutes = { $value }, { $minutes } min
monitor-ms = { $value } ms
# Figures
monitor-tile-available = Disponible
monitor-tile-refused = Auth. refusées
monitor-tile-without-tls = Sans TLS
monitor-tile-queries = Requêtes
monitor-tile-invocations = Appels
monitor-tile-duration = Durée d’exécution
monitor-tile-errors = Appels en échec
monitor-tile-unknown = inconnu
monitor-beside-available = au plus bas { $value } %
monitor-beside-refused = sur { $value } reçues
monitor-beside-queries = p95 { $value } ms au plus
monitor-beside-invocations = { $value } à la fois au plus
monitor-beside-duration = p95, au plus
monitor-beside-errors = et { $value } limités
# Alarms
monitor-alarms = Alarmes suggérées
monitor-alarms-all-set = toutes en place
monitor-alarms-none-set = aucune en place
monitor-alarms-some-set = { $set } sur { $all } en place
monitor-alarms-unread = non lues
monitor-alarms-about = Se seraient-elles déclenchées ? Lu sur { $range }.
monitor-alarm-unavailable = Cible indisponible
monitor-alarm-pool = Pool presque plein
monitor-alarm-pinned = Trop d’épinglées
monitor-alarm-refused = Authentifications refusées
monitor-alarm-waiting = Longue attente de connexion
monitor-alarm-why-unavailable = La base de données est hors de portée du proxy.
monitor-alarm-why-pool = Quand toutes les connexions sont prises, les clients attendent puis échouent.
monitor-alarm-why-pinned = Une connexion épinglée ne sert qu’un seul client.
monitor-alarm-why-refused = Seule cette métrique montre un jeton ou un secret devenu incorrect.
monitor-alarm-why-waiting = L’attente s’allonge avant que les requêtes ne commencent à échouer.
monitor-alarm-set = En place sous le nom { $name }.
monitor-alarm-rang =
    S’est déclenchée { $count ->
        [one] une fois
       *[other] { $count } fois
    } en deux semaines, la dernière { $at }.
monitor-alarm-silent = Ne s’est pas déclenchée en deux semaines.
monitor-alarm-rings-unread = Impossible de savoir si elle s’est déclenchée : { $operation }.
monitor-alarm-would-not = Ne se serait pas déclenchée en { $range }.
monitor-alarm-would =
    { $count ->
        [one] Se serait déclenchée une fois : { $at }.
       *[other] Se serait déclenchée { $count } fois, la dernière { $at }.
    }
monitor-alarm-no-data = Rien de ce qu’elle surveille n’a été mesuré.
monitor-alarm-unknown = Impossible de savoir si elle est en place : { $operation }.
monitor-alarm-threshold = { $metric } { $threshold }, { $minutes } min
monitor-alarm-percent-of = { " " }% de { $whole }
# Below
monitor-range = sur { $range }, jusqu’à { $at }
monitor-events = Événements
monitor-no-events = aucun en { $range }
monitor-events-unread = non lus : { $why }
monitor-log = Journal du proxy
monitor-log-kept = conservé { $days } jours
monitor-log-for-ever = conservé sans limite
monitor-log-none = pas encore écrit
monitor-log-unread = non lu : { $why }
# The command line
cli-monitor-again = de nouveau dans { $secs } s, Ctrl-C y met fin
# The page
validate-part-monitor = Surveiller
monitor-locked = Choisissez d’abord un proxy
monitor-last = sur { $range }
monitor-span =
    { $unit ->
        [minutes] { $number } min
        [hours] { $number } h
        [days] { $number } j
       *[weeks] { $number } sem.
    }
monitor-title = Surveillance
monitor-reading = Lecture des mesures
monitor-none = Rien n’a encore été lu
monitor-none-text = Un seul appel lit les métriques de toute la période.
monitor-again = Relire
monitor-range-name = Période
monitor-read-at = Lu à { $at }, puis chaque minute. Les alarmes passent d’abord par la revue.
monitor-plan =
    { $count ->
        [one] Planifier { $count } alarme
       *[other] Planifier { $count } alarmes
    }
monitor-topic = Prévenir cette rubrique SNS
monitor-topic-nobody = personne
monitor-topic-hint = Rubrique
monitor-topic-by-hand = Saisir son ARN…
monitor-topics = Rubriques qu’une alarme peut prévenir
monitor-topics-none = aucune
monitor-topics-unknown = inconnues, `{ $operation }` a été refusé
monitor-topics-unread = Les rubriques n’ont pas pu être listées : `{ $operation }` a été refusé. Saisissez l’ARN de l’une d’elles. Sans rubrique, une alarme ne prévient personne.
monitor-topic-why = Sans rubrique, une alarme s’affiche dans CloudWatch et ne prévient personne.
monitor-topic-wrong = L’ARN d’une rubrique est attendu, comme `arn:aws:sns:REGION:ACCOUNT:NAME`.
monitor-alarms-cost =
    { $count ->
        [one] { $count } alarme, environ { $dollars } $ par mois
       *[other] { $count } alarmes, environ { $dollars } $ par mois
    }
monitor-save = Enregistrer le relevé
monitor-save-button = Enregistrer
monitor-log-filter = Lignes qui contiennent
monitor-log-hint = Toutes les lignes
monitor-log-read = Lire le journal
monitor-log-empty = Aucune ligne de cette période ne le contient.
monitor-log-more =
    { $count ->
        [one] { $count } ligne de plus ; un filtre la trouve.
       *[other] { $count } lignes de plus ; un filtre les trouve.
    }
# The review of alarms
watch-title =
    { $count ->
        [one] Créer { $count } alarme
       *[other] Créer { $count } alarmes
    }
watch-back = Retour à la surveillance
