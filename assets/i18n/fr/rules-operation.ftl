# Rules: operation: alarms, logs, quotas, cost. The id is the code; the value says what is wrong, `.holds` what holds
# where the rule passes (one clause, which can be asked: "Whether the secret is a JSON object"), `.why` what
# follows, `.fix` what to do.

rules-group-operation = Exploitation : alarmes, journaux, quotas, coût
rule-clients-without-tls = Des clients se connectent au proxy sans TLS
    .holds = Le proxy n’a vu récemment aucun client sans TLS, ou exige désormais TLS
    .why = Ce qu’ils envoient, y compris un mot de passe, traverse le réseau en clair.
    .fix = Activez TLS dans ces clients, puis faites-le exiger par le proxy.
rule-proxy-unused = Personne n’utilise le proxy
    .holds = Le proxy a servi la semaine passée, ou est plus récent
    .why = Même sans aucun client, il coûte autant. Si la fonction s’exécute, elle contourne le proxy.
    .fix = Dirigez la fonction vers le point de terminaison du proxy, ou supprimez le proxy.
rule-iam-auth-rate-limited = Des authentifications sont arrivées trop vite pour le proxy
    .holds = Les événements et les journaux ne signalent aucune authentification arrivée trop vite
    .why = Le proxy ne vérifie qu’un certain nombre de jetons par seconde. Des fonctions qui se connectent à chaque invocation atteignent la limite sous charge, et l’excédent est refusé.
    .fix = Gardez la connexion d’une invocation à l’autre, et attendez un temps aléatoire avant de réessayer.
rule-client-connection-limits = Des clients ont atteint la limite de connexions du proxy
    .holds = Le journal de la fonction ne signale aucune limite de connexions atteinte
    .why = Le proxy refuse les clients au-delà d’un certain nombre à la fois et d’un certain nombre par seconde.
    .fix = Gardez une seule connexion par environnement, conservez-la d’une invocation à l’autre, et réduisez la simultanéité de la fonction.
rule-lambda-concurrency-exceeds-pool = La fonction peut avoir plus d’exécutions simultanées que le pool n’a de connexions
    .holds = Rien n’indique que la fonction dépasse le pool
    .why = Cela fonctionne tant que les connexions sont partagées. Or des sessions sont épinglées ou des clients attendent : à pleine charge, des requêtes expireront en attendant une connexion.
    .fix = Réduisez la simultanéité réservée de la fonction, mettez fin à l’épinglage, ou prenez une base de données qui a plus de connexions.
rule-lambda-connection-per-invocation = La fonction semble ouvrir une connexion à chaque invocation
    .holds = Rien n’indique que la fonction ouvre une connexion à chaque invocation
    .why = Chaque nouvelle connexion coûte une négociation TLS et une authentification, et une rafale de connexions est limitée.
    .fix = Ouvrez la connexion hors du gestionnaire, vérifiez-la avant usage et rouvrez-la après une erreur.
rule-lambda-pool-larger-than-one = La fonction semble retenir plusieurs connexions par environnement
    .holds = Rien n’indique que la fonction retienne plusieurs connexions par environnement
    .why = Un environnement sert une requête à la fois : les autres connexions de son pool sont inactives, et comptent dans la limite du proxy.
    .fix = Limitez à une connexion le pool du code de la fonction.
rule-long-transactions = La plupart des connexions à la base sont dans une transaction
    .holds = Les métriques ne montrent pas la plupart des connexions au sein d’une transaction
    .why = Une connexion n’est partagée qu’entre deux transactions. Un autocommit désactivé, ou un COMMIT qui manque après une erreur, la garde pour un seul client.
    .fix = Terminez la transaction par COMMIT ou ROLLBACK dans chaque branche du code, et laissez l’autocommit aux instructions isolées.
rule-session-pinning-high = Beaucoup de sessions gardent pour elles une connexion à la base de données
    .holds = Les métriques ne montrent pas beaucoup de sessions qui gardent une connexion pour elles
    .why = Une session épinglée ne partage pas sa connexion avant sa fin. S’il y en a beaucoup, le proxy n’économise aucune connexion et, sous charge, les clients attendent en vain.
    .fix = Cherchez la raison dans le journal du proxy (« The client session was pinned »), et retirez cette instruction de la session.
rule-pinning-set-session = Des instructions SET épinglent les sessions
    .holds = Le journal du proxy ne signale pas régulièrement d’instructions SET qui épinglent les sessions
    .why = Un pilote ou un framework définit des variables de session sur chaque nouvelle connexion (search_path, client_encoding, names). Le proxy garde alors la connexion pour ce client.
    .fix = Déplacez ces réglages dans la requête d’initialisation du proxy, dans les valeurs par défaut de l’utilisateur de base de données ou dans le groupe de paramètres.
rule-pinning-prepared-statements = Des instructions préparées épinglent les sessions
    .holds = Le journal du proxy ne signale pas régulièrement d’instructions préparées qui épinglent les sessions
    .why = Une instruction préparée dans la base de données n’existe que dans une connexion : le proxy garde cette connexion pour ce client.
    .fix = Laissez le pilote insérer lui-même les valeurs : query() au lieu de execute() dans mysql2, useServerPrepStmts=false dans JDBC, prepare_threshold=None dans psycopg.
rule-pinning-statement-over-16kb = Des instructions de plus de 16 Ko épinglent les sessions
    .holds = Le journal du proxy ne signale pas régulièrement d’instructions de plus de 16 Ko
    .why = Le proxy ne suit pas une instruction de cette taille, et garde la connexion pour le client qui l’a envoyée.
    .fix = Envoyez des lots plus petits, ou faites les chargements en masse par un autre moyen.
rule-pinning-filter-risky = Le proxy n’épingle pas les sessions qui définissent des variables
    .holds = Le proxy n’exempte de l’épinglage aucune session qui définit des variables
    .why = Un client peut recevoir une connexion sur laquelle un autre a défini des variables. Ce n’est sûr que si tous les clients définissent les mêmes.
    .fix = Assurez-vous qu’aucun code ne dépend des variables de sa propre session, ou laissez le proxy épingler.
rule-no-alarm-auth-failures = Aucune alarme ne signale les authentifications refusées
    .holds = Une alarme surveille les authentifications refusées
    .why = Quand une politique, un jeton ou un secret cesse de fonctionner, le proxy refuse des clients et seule sa métrique le montre.
    .fix = Créez une alarme qui se déclenche à la première authentification refusée en 5 minutes.
rule-no-alarm-borrow-latency = Aucune alarme ne signale les clients qui attendent une connexion à la base de données
    .holds = Une alarme surveille le temps que les clients attendent une connexion à la base de données
    .why = L’attente s’allonge avant que des requêtes ne commencent à échouer : elle avertit assez tôt d’un pool trop petit.
    .fix = Créez une alarme sur une moyenne supérieure à 100 millisecondes.
rule-no-alarm-pool-usage = Aucune alarme ne signale que le pool du proxy se remplit
    .holds = Une alarme surveille le pool du proxy
    .why = Quand toutes les connexions permises à la base de données sont prises, les clients attendent, puis échouent.
    .fix = Créez une alarme sur plus de 80 % des connexions que le proxy a le droit d’ouvrir.
rule-no-alarm-pinning = Aucune alarme ne signale les sessions épinglées
    .holds = Une alarme surveille les sessions épinglées
    .why = Une session épinglée garde pour elle sa connexion à la base de données : le pool cesse d’être partagé.
    .fix = Créez une alarme sur plus de 30 % de connexions à la base de données épinglées.
rule-no-alarm-availability = Aucune alarme ne signale que la base de données est hors de portée du proxy
    .holds = Une alarme surveille l’accès du proxy à la base de données
    .why = Le proxy mesure pendant quelle part du temps il a pu atteindre sa cible.
    .fix = Créez une alarme sur moins de 100 % en 5 minutes.
rule-no-rds-event-subscription = Personne n’est averti des événements du proxy
    .holds = Un abonnement couvre les événements du proxy
    .why = RDS signale par un événement qu’un proxy n’a plus d’adresses ou limite des connexions. Sans abonnement (ou sans règle EventBridge, ce qui n’est pas examiné ici), personne ne l’apprend.
    .fix = Abonnez une rubrique aux événements des proxies, et vous-même à la rubrique.
rule-proxy-log-retention-unset = Le journal du proxy est conservé indéfiniment
    .holds = Le journal du proxy est conservé pendant une durée limitée
    .why = RDS crée le groupe de journaux sans durée de conservation, et il est facturé chaque mois.
    .fix = Définissez combien de temps le journal est conservé.
rule-iam-db-auth-error-log-off = La base de données ne tient pas de journal des jetons refusés
    .holds = La base de données tient un journal des jetons refusés
    .why = Avec des jetons des deux côtés, la raison d’une authentification refusée n’apparaît que dans le journal iam-db-auth-error.
    .fix = Exportez ce journal vers CloudWatch.
rule-proxy-cost-minimum = Le proxy est facturé pour une base de données plus grande que celle-ci
    .holds = La base de données n’est pas apparue plus petite que la taille minimale facturée pour un proxy
    .why = Un proxy est facturé selon la taille de la base de données derrière lui, et pour au moins 2 vCPU ou 8 unités de capacité, soit plus que n’en utilise cette base de données.
    .fix = Tout est normal. Pour une base de données petite ou rarement utilisée, voyez si elle a vraiment besoin d’un proxy.

# What was seen, or could not be seen: one fact a line, in the middle of a report.

seen-operation-no-alarm = aucune alarme ne lit { $metric } de { $proxy }
seen-operation-few-units = { $database } a au plus { $most } des { $billed } unités de capacité facturées
seen-operation-used-units = { $database } a utilisé au plus { $used } des { $billed } unités de capacité facturées
seen-operation-cost = environ { $usd } USD par mois
seen-operation-event = événement de { $source } : { $message }
seen-operation-in-transaction = { $percent } des connexions à la base de données étaient au sein d’une transaction
seen-operation-pool = connexions à la base de données que { $proxy } a le droit d’ouvrir : { $pool }
seen-operation-pinned-of-them = { $percent } d’entre elles sont épinglées
seen-operation-waited = les clients ont attendu une connexion { $ms } ms en moyenne
seen-operation-ran = { $function } s’est exécutée { $count } fois au cours de la dernière heure
seen-operation-received = le proxy a reçu { $count } nouvelles connexions
seen-operation-ran-at-once = exécutions simultanées de { $function } au cours de la dernière heure : { $count } au plus
seen-operation-clients = le proxy a eu jusqu’à { $count } connexions de clients
seen-operation-were-pinned = { $percent } des connexions à la base de données étaient épinglées au cours de la dernière heure
seen-operation-are-pinned = { $percent } des connexions à la base de données sont épinglées
seen-operation-filter = SessionPinningFilters contient EXCLUDE_VARIABLE_SETS
seen-operation-no-such-filter = PostgreSQL n’a pas de tel filtre
seen-operation-no-subscription = aucun abonnement actif ne couvre { $proxy }
seen-operation-never-expires = { $group } n’expire jamais
seen-operation-exports = { $database } exporte : { $logs }
seen-operation-no-log = aucun journal
seen-operation-without-tls = { $proxy } a compté des connexions de clients sans TLS au cours des dernières 24 heures
seen-operation-age-unknown = l’âge de { $proxy } n’est pas connu
seen-operation-no-client = { $proxy } n’a eu aucun client pendant 7 jours
seen-operation-ran-around = { $function } s’est exécutée { $count } fois pendant ce temps, en contournant le proxy
# What a log group says, and how often.
seen-log-times =
    { $count ->
        [one] une fois
       *[other] { $count } fois
    } dans { $group }
seen-log-says = « { $text } » { $times }
seen-log-pinned = « { $text } » pour cette raison, { $times }
seen-percent = { $percent } %
seen-reserved-concurrency = simultanéité réservée de { $function } : { $value }
seen-highest-concurrency = simultanéité maximale de { $function } : { $value }
