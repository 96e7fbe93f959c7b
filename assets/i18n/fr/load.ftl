# Load lab: cold and warm calls, many at once, and what came of them.
load-bad-calls = { $calls } appels l’un après l’autre : il en faut entre 1 et { $most }
load-bad-at-once = { $count } appels à la fois : il en faut entre 1 et { $most }
load-bad-rise = de { $from } à { $to } appels à la fois : le premier nombre est au moins 1 et ne dépasse pas le second
load-bad-seconds = { $secs } secondes : il en faut entre 1 et { $most }
load-bad-payload = la charge utile n’est pas du JSON : { $why }
load-locust-bad-url = `{ $url }` n’est pas une adresse : `https://…` est attendu
load-locust-bad-numbers = les utilisateurs, la cadence de création et les secondes valent au moins 1
load-not-kept = le test n’a pas pu être conservé dans `{ $path }` : { $why }
load-not-a-record = `{ $path }` n’est pas un test conservé : { $why }
load-newer-record = `{ $path }` a été conservé par une version plus récente de ce programme
load-plot-latency = Latence
load-plot-latency-note = ms, par { $secs } s
load-plot-wrong = Erreurs et limitations
load-svg-title =
    { $function } : { $calls ->
        [one] { $calls } appel
       *[other] { $calls } appels
    }
# Before it starts
load-will-in-turn = Appelle `{ $name }` { $calls } fois, l’une après l’autre.
load-will-level = Appelle `{ $name }` { $to } fois à la fois, de nouveau chaque seconde, pendant { $secs } s : au plus { $most } appels.
load-will-rise = Appelle `{ $name }` de { $from } à { $to } fois à la fois en { $ramp } s, de nouveau chaque seconde, pendant { $secs } s en tout : au plus { $most } appels.
load-costs = Coûte au plus { $usd } $ : le prix de Lambda dans us-east-1 pour les appels et pour { $seconds } s à { $memory } Mo. Les lignes de journal, et ce que la fonction appelle elle-même, n’y sont pas compris.
load-costs-little = Coûte moins de 0,01 $ : le prix de Lambda dans us-east-1 pour les appels et pour au plus { $seconds } s à { $memory } Mo. Les lignes de journal, et ce que la fonction appelle elle-même, n’y sont pas compris.
load-costs-unknown = Le coût est inconnu : la mémoire de la fonction n’a pas pu être lue.
load-reserved =
    { $count ->
        [one] La fonction a { $count } appel simultané réservé.
       *[other] La fonction a { $count } appels simultanés réservés.
    }
load-unreserved = La fonction n’en a aucun de réservé : elle puise dans les { $count } que le compte garde pour toutes.
load-reserved-unknown = Le nombre d’appels que la fonction a réservés est inconnu : `{ $operation }` a été refusé.
load-concurrency-unknown = Le nombre d’appels à la fois qu’elle accepte est inconnu.
load-account = Le compte en accepte { $count }.
load-account-unknown = La limite du compte est inconnue : `{ $operation }` a été refusé.
load-pool = Le pool de `{ $proxy }` compte { $size } connexions : { $percent } % de { $most }.
load-pool-share = Le pool de `{ $proxy }` prend { $percent } % des connexions de la base de données ; leur nombre n’a pas pu être lu.
load-pool-unknown = La taille du pool est inconnue : `{ $operation }` a été refusé.
load-no-pool = Aucun proxy n’a été trouvé dans les variables de la fonction : seul le côté Lambda est mesuré.
load-will-throttle = Lambda en laisse entrer { $ceiling } à la fois : jusqu’à { $count } des appels d’une seconde seront limités.
load-outgrows-pool = Plus de clients que les { $size } connexions du pool : ils passent à tour de rôle, et attendent jusqu’à { $secs } s si des sessions sont épinglées.
# What came of it
load-title-share = { $clients } clients partagent { $database } connexions à la base de données
load-title-at-once = { $count } à la fois, 95 % en { $p95 }
load-title-both = { $cold } ms la première fois, { $warm } ms ensuite
load-title-warm = { $warm } ms, aucun démarrage parmi les appels
load-title-cold = { $cold } ms, un démarrage à chaque appel
load-title-none =
    { $calls ->
        [one] { $calls } appel
       *[other] { $calls } appels
    }, { $errors ->
        [one] { $errors } erreur
       *[other] { $errors } erreurs
    }
load-ms = { $ms } ms
load-unknown = inconnu
load-lesson-anew = Chacun des { $calls } appels a eu sa propre connexion : { $warm } par appel. Ouvrez la connexion hors du gestionnaire et gardez-la : les appels suivants s’épargnent son ouverture.
load-lesson-kept = { $percent } % des appels ont trouvé une connexion ouverte ({ $distinct } en tout), et ont pris { $warm } : elle est gardée hors du gestionnaire.
load-lesson-some = { $percent } % des appels ont trouvé une connexion ouverte ({ $distinct } en tout).
load-lesson-cold =
    { $cold ->
        [one] { $cold } appel a démarré un environnement et a pris
       *[other] { $cold } appels ont démarré un environnement et ont pris
    } { $more } ms de plus, dont { $init } pour le démarrage lui-même.
load-lesson-provisioned-there = La simultanéité provisionnée en garde { $count } démarrés.
load-lesson-provisioned = Une simultanéité provisionnée de { $count } leur épargnerait ces { $more } ms et coûterait environ { $usd } $ par mois au prix de us-east-1, avec ou sans appels.
load-lesson-reserved =
    { $throttled ->
        [one] { $throttled } appel a été limité
       *[other] { $throttled } appels ont été limités
    } : la fonction en a { $count } à la fois réservés, et jusqu’à { $most } ont été demandés.
load-lesson-account =
    { $throttled ->
        [one] { $throttled } appel a été limité
       *[other] { $throttled } appels ont été limités
    } : il reste au compte { $count } appels à la fois, et jusqu’à { $most } ont été demandés.
load-lesson-throttled =
    { $throttled ->
        [one] { $throttled } appel a été limité.
       *[other] { $throttled } appels ont été limités.
    }
load-lesson-shorter = Un appel de { $warm } ms permet { $per_second } appels par seconde dans chaque environnement : plus le gestionnaire est court, moins il en faut à la fois.
load-lesson-pool =
    { $calls ->
        [one] { $calls } appel a attendu
       *[other] { $calls } appels ont attendu
    } en vain l’une des { $size } connexions du pool. Vérifiez si des sessions sont épinglées avant de relever la limite.
load-lesson-waits =
    { $calls ->
        [one] { $calls } appel a attendu une connexion en vain.
       *[other] { $calls } appels ont attendu une connexion en vain.
    } Vérifiez si des sessions sont épinglées avant de relever la limite.
# On the command line
load-ask = Appeler la vraie fonction { $name } dans { $account } ?
load-ctrl-c = Ctrl-C arrête aussitôt ; ce qui est déjà revenu est conservé.
load-no-drill = un basculement ne peut être déclenché que dans le compte d’entraînement
load-no-drill-hint = Omettez --failover-after, ou ajoutez --practice.
load-none-kept = Aucun test n’est encore conservé.
load-progress =
    { $calls } appels sur { $most } au plus, 95 % en { $p95 }, { $errors ->
        [one] { $errors } erreur
       *[other] { $errors } erreurs
    }, { $throttled ->
        [one] { $throttled } limité
       *[other] { $throttled } limités
    }
load-row-calls = Appels
load-calls-rate = { $calls }, { $rate } par seconde
load-row-reused = Connexion réutilisée
load-reused =
    { $percent } % des appels, { $distinct ->
        [one] { $distinct } connexion
       *[other] { $distinct } connexions
    } en tout
load-row-cold = Démarrages à froid
load-cold = { $count }, { $ms } chacun, dont { $init } de démarrage
load-row-warm = Appels suivants
load-row-percentiles = p50 / p95
load-row-errors = Erreurs
load-row-throttles = Limitations
load-row-wait = Attente de connexion
load-row-failover = Basculement
load-failover-at = déclenché après { $secs } s
load-at-most = au plus { $most }
load-beside-unknown = inconnu : `{ $operation }` a été refusé
load-plot-each = Chaque appel, ms
load-plot-p95 = p95 au fil du temps, ms
load-trouble = { $calls } × { $error }
load-stopped = Arrêté avant la fin.
load-gave-up = Terminé, car tout appel suivant échouerait aussi : { $why }
load-not-awaited =
    { $count ->
        [one] { $count } appel n’avait pas encore répondu ; il n’a pas été attendu.
       *[other] { $count } appels n’avaient pas encore répondu ; ils n’ont pas été attendus.
    }
load-kept = Conservé sous { $name } : { $path }, avec ses appels (.csv) et ses graphiques (.svg) à côté.
load-before = avant
load-after = après
load-other-plan = Ils n’ont pas été appelés de la même façon : tenez-en compte en lisant les chiffres.
load-figure-p50 = p50, ms
load-figure-p95 = p95, ms
load-figure-cold = appel à froid, ms
load-figure-warm = appel à chaud, ms
load-figure-starts = démarrages à froid
load-figure-reused = connexion réutilisée, %
load-figure-errors = erreurs
load-figure-throttles = limitations
load-figure-rate = appels par seconde
load-figure-database = connexions à la base
load-figure-pinned = connexions épinglées
# The page
validate-part-load = Test de charge
load-side-running = en cours
load-side-none = pas encore exécuté
load-page-title = Voir le pool à l’œuvre
load-page-sentence = Appelle la fonction de nombreuses fois, dans les limites que vous confirmez, et montre ce que font pendant ce temps le proxy et la base de données.
load-running = { $calls } appels sur { $most } au plus
load-running-sentence = En direct : les réponses de la fonction, et CloudWatch une fois par minute.
load-running-for = en cours depuis { $time }
load-shown-sentence = { $name } : les réponses de la fonction, et CloudWatch une fois par minute.
load-read-beside = Relire CloudWatch
load-save-picture = Enregistrer l’image
load-picture-title = { $name } : { $title }
load-no-picture = l’image n’a pas pu être dessinée
load-pictured = Image enregistrée : { $path }
load-no-function = Aucune fonction n’a été choisie
load-no-function-text = Un test appelle une fonction qui se connecte par ce proxy. Choisissez-en une et validez de nouveau.
load-pick-function = Choisir une fonction
load-taught = Ce que disent ces chiffres
load-ask-head = Appeler { $name } dans { $account } ?
load-start = Lancer le test
load-go = Lancer un test…
load-stop = Arrêter le test
load-fail-over = Déclencher un basculement
load-note-live = Appelle la vraie fonction ; Échap arrête aussitôt
load-note-practice = Appelle une fonction d’entraînement ; Échap arrête aussitôt
load-no-number = `{ $text }` n’est pas un nombre entier
load-way = Comment les appels se suivent
load-way-at-once = À la fois
load-way-in-turn = Un par un
load-field-calls = Appels
load-field-from = À la fois, de
load-field-to = à
load-field-ramp = En
load-field-hold = Palier
load-field-payload = Charge utile
load-unit-calls = appels
load-run = Lancer
load-tile-calls = Invocations
load-tile-rate = { $rate } par seconde
load-tile-reused = Connexion réutilisée
load-tile-cold =
    { $count ->
        [one] { $count } démarrage à froid
       *[other] { $count } démarrages à froid
    }
load-tile-cold-unknown = démarrages à froid inconnus
load-tile-first = Premier / suivant
load-tile-init = démarrage de Lambda : { $init }
load-tile-errors = Erreurs
load-tile-throttles =
    { $count ->
        [one] et { $count } limitation
       *[other] et { $count } limitations
    }
load-tile-pinned = Épinglées
load-tile-pinned-of =
    { $count ->
        [one] sur { $count } connexion
       *[other] sur { $count } connexions
    }
load-tile-pinned-note = connexions à la base, au plus
load-nothing-yet = Rien n’a encore été exécuté. Le coût et les limites rencontrées figurent à côté des champs ; une confirmation est demandée avant le départ.
load-plot-connections = Connexions
load-plot-connections-note = ce que le pool vous épargne
load-plot-calls = Premier appel et suivants
load-plot-calls-note = ms, chaque graduation vaut dix fois la précédente
load-plot-wait = Attente de connexion
load-plot-wait-note = ms, moyenne par minute
load-plot-lambda = Exécutions de la fonction
load-plot-lambda-note = maximum par minute, limitations cumulées
load-plot-nothing = CloudWatch n’en a encore rien montré
load-plot-step = par { $secs } s
load-name-at-once = { $count } à la fois
load-name-clients =
    { $count ->
        [one] { $count } client
       *[other] { $count } clients
    }
load-name-database = { $count } base
load-name-pinned =
    { $count ->
        [one] { $count } épinglée
       *[other] { $count } épinglées
    }
load-name-under = avant
load-name-p95 = p95 { $ms }
load-name-p50 = p50 { $ms }
load-name-duration = moyenne { $ms }
load-name-wait = au plus { $ms }
load-name-runs = { $count } à la fois
load-name-throttled =
    { $count ->
        [one] { $count } limité
       *[other] { $count } limités
    }
load-calls-name = suivants { $warm }
load-calls-said = { $calls } appels, le premier { $first }, les suivants { $next }
load-wrong-said =
    { $errors ->
        [one] { $errors } erreur
       *[other] { $errors } erreurs
    }, { $throttled ->
        [one] { $throttled } limitation
       *[other] { $throttled } limitations
    }
load-kept-head = Tests antérieurs
load-on-screen = à l’écran
load-show = Afficher
load-lay-under = Superposer
load-take-away = Retirer
load-show-name = Afficher { $name }
load-lay-under-name = Superposer { $name }
load-take-away-name = Retirer { $name }
load-locust = Le même test d’ailleurs
load-locust-why = Un locustfile.py pour l’URL de la fonction ou son API : chaque utilisateur appelle une fois par seconde, comme ici.
load-locust-url = URL de la fonction ou de l’API
load-locust-users = Utilisateurs
load-locust-spawn = Cadence
load-locust-secs = Secondes
load-failover-was = Un basculement a été déclenché { $secs } s après le début.
# Where the time went, by X-Ray
load-traced-head = Où est passé le temps
load-traced-some =
    X-Ray a retenu { $calls ->
        [one] { $calls } de ces appels
       *[other] { $calls } de ces appels
    }.
load-traced-unnamed =
    X-Ray a retenu { $calls ->
        [one] { $calls } de ces appels
       *[other] { $calls } de ces appels
    }, mais le code de la fonction ne mesure ni la connexion ni la requête : placez chacune dans un sous-segment du SDK X-Ray, nommé « connect » et « query ».
load-traced-nothing = X-Ray ne montre encore aucun de ces appels : il retient un échantillon, et le montre jusqu’à une minute plus tard. Avec Transaction Search, il le garde ailleurs. Relisez dans une minute.
load-traced-off = Le suivi X-Ray est désactivé pour cette fonction. Activez le suivi actif dans ses réglages de surveillance, et mesurez la connexion et la requête dans des sous-segments du SDK X-Ray, nommés « connect » et « query ».
load-traced-unknown = Impossible de savoir si X-Ray suit cette fonction.
load-traced-unread = Inconnu : `{ $operation }` a été refusé.
load-traced-half = la moitié en
load-traced-most = 95 % en
load-traced-calls = appels
load-traced-start = Démarrage de l’environnement
load-traced-connect = Connexion
load-traced-query = Requête
load-traced-none = non enregistré
load-traced-times =
    la moitié en { $half }, 95 % en { $most }, { $calls ->
        [one] { $calls } appel
       *[other] { $calls } appels
    }
