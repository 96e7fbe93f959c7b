# Is a proxy worth it here?
advise-yes = Un proxy vaut la peine pour { $database }
advise-perhaps = Un proxy pourrait devenir utile pour { $database }
advise-no = { $database } n’a pas besoin d’un proxy pour ses connexions
advise-has = { $database } a un proxy : { $proxy }
advise-not-possible = { $database } ne peut pas avoir de proxy
advise-unknown = On ne sait pas si { $database } a besoin d’un proxy
advise-yes-why = Ses connexions s’épuisent, ou s’épuiseraient si les fonctions s’exécutaient autant de fois à la fois qu’elles en ont le droit. Un proxy les partage.
advise-perhaps-why = Plus de la moitié de ses connexions sont utilisées, ou le seraient au pic des fonctions. Il reste de la place, mais pas pour une seconde charge semblable.
advise-no-why = Jamais la moitié de ses connexions n’a été utilisée, et les fonctions n’en demandent pas plus. Un proxy coûterait de l’argent et un saut pour rien ; qu’il abrège aussi un basculement peut être une autre raison.
advise-has-why = Sa surveillance montre s’il partage les connexions, et si des sessions sont épinglées.
advise-unknown-why = Ce qui trancherait n’a pas été mesuré ou lu. Les chiffres ci-dessous disent quoi.
advise-peak = Connexions simultanées, au plus
advise-max = Connexions qu’elle accepte
advise-half = Au-dessus de 50 %
advise-four-fifths = Au-dessus de 80 %
advise-concurrency = Exécutions simultanées
advise-reserved = Simultanéité réservée
advise-pinned = Épinglées du proxy, au plus
advise-cost = Un proxy coûte
advise-not-known = inconnu
advise-not-reserved = aucune ou partielle
advise-dollars = { $dollars } $ par mois
advise-of-time = { $percent } % du temps
advise-about = environ { $value }
advise-from = d’après { $source }
advise-source-metric = CloudWatch { $metric }, { $days } jours
advise-source-parameters = max_connections de son groupe de paramètres
advise-do = Que faire
advise-outside = Ouvrez la connexion hors du gestionnaire, pour que chaque environnement garde la sienne.
advise-reserve =
    { $count ->
        [one] Réservez une simultanéité de 1, pour que les fonctions ne demandent jamais plus de connexions qu’il n’y en a.
       *[other] Réservez une simultanéité de { $count } au plus pour toutes ensemble, pour qu’elles ne demandent jamais plus de connexions qu’il n’y en a.
    }
advise-data-api = La Data API d’Aurora accepte des requêtes par HTTPS sans aucune connexion, là où ses limites conviennent.
advise-iam = Les jetons fonctionnent aussi sans proxy : avec l’authentification IAM de la base de données elle-même.
advise-pinning-prepare = Laissez le pilote insérer lui-même les valeurs (`query()`, `useServerPrepStmts=false`) : les instructions préparées épinglent les sessions, et des sessions épinglées ne partagent rien.
advise-pinning-default = Désactivez la préparation propre au pilote (`prepare_threshold=None`) : elle épingle les sessions après quelques usages, et des sessions épinglées ne partagent rien.
advise-pinning-set = Évitez `SET` et les tables temporaires dans les sessions : ils épinglent, et des sessions épinglées ne partagent rien.
advise-pinning-unknown = Vérifiez si le pilote épingle les sessions : le runtime ne le dit pas.
advise-pinning-source = Déduit du moteur et du runtime : le pilote qu’utilise le code n’a pas été lu.
advise-init-connect = Videz `init_connect` dans le groupe de paramètres : ce qu’il définit atteint certaines des sessions partagées et pas d’autres.
advise-pausing = Un proxy garde des connexions ouvertes : cette base de données ne se mettrait jamais en pause.
advise-name-function = Indiquez une fonction : aucune ne désigne l’hôte de cette base de données dans son environnement.
advise-unread = Non lu : { $operation }
advise-question = Un proxy vaut-il la peine ici ?
advise-question-why = Deux semaines de ses connexions et des exécutions de ses fonctions, comparées à ce qu’elle accepte et à ce que coûte un proxy.
advise-ask = Examiner deux semaines
advise-again = Relire
advise-asking = Lecture de deux semaines
