# Rules: the targets of the proxy. The id is the code; the value says what is wrong, `.holds` what holds
# where the rule passes (one clause, which can be asked: "Whether the secret is a JSON object"), `.why` what
# follows, `.fix` what to do.

rules-group-target = Les cibles du proxy
rule-proxy-target-auth-failure = Le proxy ne peut pas s’authentifier auprès de la base de données
    .holds = La cible ne signale aucun échec d’authentification du proxy
    .why = Soit le proxy ne peut pas lire un secret (rôle, clé ou secret lui-même), soit la base de données refuse ce que contient le secret.
    .fix = Corrigez ce qu’indiquent les constats sur le rôle et le secret. S’il n’y en a pas, faites concorder le mot de passe du secret et celui de l’utilisateur de base de données.
rule-proxy-no-targets = Le proxy n’a aucune base de données derrière lui
    .holds = Le proxy a une base de données derrière lui
    .why = Un proxy créé par CLI, SDK ou modèle commence avec un groupe cible vide. Les authentifications sont acceptées, puis expirent avec l’erreur 9501 en attendant une connexion à la base de données.
    .fix = Enregistrez la base de données dans le groupe cible du proxy.
rule-proxy-target-unreachable = Le proxy ne peut pas atteindre la base de données
    .holds = La cible ne signale pas que le proxy ne peut pas l’atteindre
    .why = TCP ne passe pas : un groupe de sécurité, une ACL réseau, ou une base de données arrêtée.
    .fix = Ouvrez le port de la base de données au groupe du proxy, et assurez-vous que la base de données fonctionne.
rule-proxy-target-unavailable-internal-error = La cible est indisponible : « internal error »
    .holds = La cible ne signale aucune « internal error »
    .why = AWS ne donne pas de raison. En pratique, c’est presque toujours le réseau entre le proxy et la base de données, ensuite un secret illisible, et rarement AWS lui-même.
    .fix = Corrigez ce qu’indiquent les autres constats. S’il n’y en a pas, désenregistrez la cible et enregistrez-la de nouveau.
rule-proxy-target-connection-failed = La base de données refuse les connexions du proxy
    .holds = La cible ne signale aucune connexion refusée
    .why = TCP fonctionne et la base de données dit non : elle n’a plus de connexions, elle redémarre ou, avec PostgreSQL, la base postgres manque ou est fermée à rdsproxyadmin.
    .fix = Examinez le statut de la base de données, ses connexions par rapport à max_connections, et son propre journal.
rule-proxy-target-pending-capacity = La cible attend que le proxy augmente sa capacité
    .holds = La cible n’attend pas que le proxy augmente sa capacité
    .why = C’est normal pendant quelques minutes après l’enregistrement. Si cela dure, les sous-réseaux du proxy n’ont pas d’adresses libres, ou un cluster Aurora Serverless tourne à très faible capacité.
    .fix = Attendez jusqu’à 20 minutes. Ensuite, libérez des adresses dans les sous-réseaux du proxy, ou augmentez la capacité minimale.
rule-proxy-target-registering = La cible est en cours d’enregistrement
    .holds = La cible n’est pas en cours d’enregistrement
    .why = C’est normal au début ; les authentifications fonctionnent une fois la cible disponible. Après 20 minutes, quelque chose la retient.
    .fix = Attendez quelques minutes et vérifiez de nouveau. Après 20 minutes, examinez ce qu’indiquent les autres constats.
rule-proxy-target-invalid-replication-state = La cible est un réplica inutilisable pour le proxy
    .holds = La cible n’est pas signalée comme un réplica inutilisable pour le proxy
    .why = Un proxy se place devant un enregistreur. AWS signale ainsi un réplica, ou un enregistreur qui a perdu son rôle.
    .fix = Enregistrez plutôt l’enregistreur.
rule-proxy-target-promoted-or-unused = Une cible n’est pas utilisée
    .holds = AWS ne signale aucune cible du proxy comme inutilisée ou promue
    .why = AWS la signale comme inutilisée ou promue, et ne documente ni l’un ni l’autre. Elle a probablement été remplacée après une promotion ou une bascule. Si aucune autre cible n’accepte les écritures, c’est un constat à part.
    .fix = Si elle doit être utilisée, enregistrez l’enregistreur actuel.
rule-proxy-no-writable-target = Aucune cible n’accepte les écritures
    .holds = Une cible accepte les écritures
    .why = Les connexions attendent un enregistreur, jusqu’à ce que le délai d’emprunt y mette fin avec l’erreur 9501.
    .fix = Remettez l’enregistreur en service, ou laissez le cluster basculer.
rule-proxy-iac-stuck-target-group = Une pile attend cette cible
    .holds = La cible ne fait attendre aucune pile
    .why = CloudFormation attend que la cible soit disponible, et échoue longtemps après avec « Timed out waiting for target group to become available ». Le modèle n’est pas en cause.
    .fix = Corrigez la cause qu’indiquent les autres constats, puis redéployez.

# What was seen, or could not be seen: one fact a line, in the middle of a report.

seen-target-likeliest = cause la plus probable : { $code } ({ $fact })
seen-target-possible = cause possible, non certaine : { $code } ({ $fact })
seen-target-in-order = vérifié et en ordre : { $codes }
seen-target-not-checked = n’a pas pu être vérifié : { $codes }
seen-target-look-next = à examiner ensuite : { $next }
seen-target-the-database = la base de données
seen-target-next-postgres = { $database } : la base postgres y existe-t-elle, et rdsproxyadmin a-t-il le droit de s’y connecter ?
seen-target-next-log = le journal de { $database }, et ses connexions par rapport à max_connections
seen-target-next-interfaces = les interfaces réseau du proxy, et combien le compte peut encore en avoir
seen-target-next-writer = quelle instance est maintenant l’enregistreur, et si c’est { $database }
seen-target-next-events = les événements du proxy : la base de données a-t-elle été supprimée, ou jamais enregistrée ?
seen-target-next-failover = les événements de { $database } : un basculement est peut-être en cours
seen-target-next-again = la cible elle-même : désenregistrez-la et enregistrez-la ; si l’erreur revient, elle vient d’AWS
seen-target-next-iam-user = l’utilisateur de base de données dans { $database } : a-t-il été créé pour IAM (rds_iam, ou AWSAuthenticationPlugin) ?
seen-target-next-secret = le contenu du secret, qui n’est lu qu’avec votre accord
seen-target-next-password = si { $database } connaît l’utilisateur avec le mot de passe qui est dans le secret
seen-target-aws-says = AWS indique : { $description }
seen-target-no-instance = AWS n’énumère aucune instance du cluster cible
seen-target-health-unknown = AWS ne donne pas l’état de santé de la cible { $target }
seen-target-state-unclear = l’état de la cible { $target } n’est pas compris : { $state }
seen-target-none = cibles de { $proxy } : aucune
seen-target-writes-unknown = rien ne dit si la cible { $target } accepte les écritures
seen-target-no-writer = { $database } n’a pas d’enregistreur propre : c’est peut-être un cluster secondaire d’une base de données globale
seen-target-no-health = aucun état de santé
seen-target-no-role = aucun rôle
seen-target-credentials = la description d’AWS parle d’informations d’identification, pas du réseau
seen-target-sign-secret = le proxy n’a pas pu lire un secret
seen-target-sign-no-secret = le proxy n’a pas de secret pour l’utilisateur de la fonction
seen-target-sign-refused = la base de données a refusé un utilisateur du proxy
seen-target-sign = { $sign } : { $times }
seen-target-event = événement RDS : { $message }
seen-target-counts = au cours de la dernière heure : { $counts }
seen-target-tags-unread = les balises de { $proxy } n’ont pas été lues
seen-target-none-available = aucune cible n’est disponible
seen-target-unchanged = le proxy et les cibles n’ont pas changé depuis { $time }
# After seen-target-look-next.
seen-target-next-firewall = un pare-feu entre les sous-réseaux du proxy et { $database }
seen-target-next-firewall-port = un pare-feu entre les sous-réseaux du proxy et { $database } sur le port { $port }
seen-target-next-patience =
    la cible de nouveau, une fois passées { $patience } minutes ; { $minutes ->
        [0] aucune n’est passée jusqu’ici
        [one] { $minutes } est passée jusqu’ici
       *[other] { $minutes } sont passées jusqu’ici
    }
seen-target-state = cible { $target } : { $state }
seen-target-state-reason = cible { $target } : { $state }, { $reason }
