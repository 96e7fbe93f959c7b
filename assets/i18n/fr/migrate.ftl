## Migrations: where a path stands, and where it may go

migrate-through-first = Une authentification du proxy ne lui sert encore à rien. Faites-la d’abord passer par le proxy.
migrate-title-direct = `{ $function }` se connecte directement à la base de données
migrate-title-password = `{ $function }` envoie un mot de passe
migrate-title-standard-iam = `{ $function }` envoie un jeton, et le proxy utilise un secret
migrate-title-end-to-end-iam = `{ $function }` s’authentifie par des jetons des deux côtés
migrate-title-unknown = On ne sait pas comment `{ $function }` s’authentifie
migrate-title-no-function = Migrer les authentifications de `{ $proxy }`
migrate-goal-proxy = À travers le proxy
migrate-goal-proxy-text = Le chemin par le proxy est ouvert, puis la variable d’hôte est définie. Le chemin direct reste.
migrate-goal-standard-iam = IAM standard
migrate-goal-standard-iam-text = La fonction envoie un jeton, et le proxy s’authentifie avec un nouveau secret d’un nouvel utilisateur de base de données.
migrate-goal-end-to-end-iam = IAM de bout en bout
migrate-goal-end-to-end-iam-text = Des jetons des deux côtés, sous un nouvel utilisateur de base de données. Aucun secret.
migrate-here = C’est déjà le cas
migrate-may =
    Migration possible : { $count ->
        [one] { $count } modification
       *[other] { $count } modifications
    }
migrate-nothing = Il ne reste rien à modifier
migrate-meanwhile = Tant que vous n’avez pas terminé, l’ancien chemin fonctionne et tout reste réversible
migrate-meanwhile-text = La migration ne fait qu’ajouter : d’abord les droits et la nouvelle authentification, la fonction en dernier. Personne d’autre sur le proxy n’est touché. Terminer demande un second plan : c’est le point de non-retour pour qui vient encore par l’ancien chemin.
migrate-end-direct = Le chemin direct vers la base de données
migrate-end-login = L’authentification de `{ $user }`
migrate-takes = Supprime : { $what }
migrate-nobody = Aucune fonction de ce compte et de cette région ne vient par là

## A blue/green deployment of the database behind a proxy

switchover-engine = AWS permet les déploiements bleu/vert avec { $engine } derrière un proxy
switchover-engine-no = AWS ne permet pas les déploiements bleu/vert avec { $engine } derrière un proxy
switchover-serverless = AWS ne permet pas les déploiements bleu/vert avec Aurora Serverless v1
switchover-target = `{ $database }` est la cible du proxy
switchover-target-no = `{ $database }` n’est pas une cible du proxy
switchover-target-first = Enregistrez-la avant la création du déploiement ; après, AWS ne l’accepte plus.
switchover-target-late = Le déploiement est déjà créé, et AWS n’accepte plus la cible. Supprimez le déploiement, enregistrez la cible, puis recréez-le.
switchover-target-unread = Les cibles du proxy n’ont pas pu être lues
switchover-health = La cible est disponible
switchover-health-no = La cible `{ $target }` est { $state }
switchover-health-why = Avant la bascule, AWS vérifie que le proxy atteint les deux bases de données. Rendez d’abord celle-ci disponible.
switchover-health-unread = La disponibilité de la cible n’a pas été lue
switchover-global = `{ $database }` appartient à la base de données globale `{ $global }`
switchover-global-why = AWS ne prend pas en charge un proxy avec un déploiement bleu/vert d’une base de données globale.
switchover-no-global = Elle n’appartient à aucune base de données globale
switchover-master = RDS gère le mot de passe principal dans Secrets Manager
switchover-master-why = AWS ne permet alors aucun déploiement bleu/vert. Donnez d’abord à l’utilisateur principal un mot de passe de votre choix ; un proxy qui s’authentifie avec le secret géré en demande un autre.
switchover-no-master = RDS ne gère pas le mot de passe principal
switchover-backups = L’activation des sauvegardes automatiques n’a pas été lue
switchover-backups-why = AWS exige les sauvegardes automatiques : une rétention supérieure à 0 jour.
switchover-logical-why = Pour une version majeure, PostgreSQL réplique de façon logique, et exige `rds.logical_replication` = 1 dans votre propre groupe de paramètres.
switchover-parameter = `{ $name }` vaut `{ $value }`
switchover-parameter-no = `{ $name }` vaut `{ $value }`, et la copie ne pourrait pas être tenue à jour
switchover-parameter-none = Les groupes de paramètres n’ont pas de valeur pour `{ $name }`
switchover-parameter-unread = L’activation de `{ $name }` n’a pas été lue
switchover-parameter-why = Définissez-le dans votre propre groupe de paramètres de cluster, et redémarrez l’enregistreur, avant la création du déploiement.
switchover-out-of-sync = Le groupe de paramètres de cluster `{ $group }` est { $status }
switchover-out-of-sync-why = L’enregistreur doit être synchronisé avec son groupe, sinon AWS refuse le déploiement. Redémarrez-le d’abord.
switchover-deployment-unread = L’existence d’un déploiement n’a pas pu être lue
switchover-role = Le rôle du proxy peut s’authentifier auprès de cette base de données par son ID de ressource
switchover-role-why = La copie a son propre ID de ressource. Avant la bascule, ajoutez `rds-db:connect` pour l’ID de la base de données verte, sinon plus aucune authentification n’aboutit ensuite.
switchover-role-any = Le rôle du proxy peut s’authentifier auprès de toute base de données
switchover-step-target = Enregistrer la base de données comme cible du proxy, et attendre qu’elle soit disponible
switchover-step-target-text = AWS n’accepte une cible qu’avant la création de son déploiement.
switchover-step-create = Créer le déploiement
switchover-step-create-text = Nommez-le, et indiquez ce qui doit être différent : une version du moteur, un groupe de paramètres, une classe. La copie verte est créée à côté de la base de données bleue, qui continue à servir.
switchover-step-test = Attendre qu’il soit AVAILABLE, et essayer la base de données verte
switchover-step-test-text = N’y faites que des lectures : ce qui est écrit sur la copie peut rompre la réplication. N’enregistrez ni ne désenregistrez de cible entre-temps.
switchover-step-switch = Basculer
switchover-step-switch-text = À une heure calme. Les écritures sont refusées un instant ; avec PostgreSQL, les lectures aussi. Puis le proxy envoie son trafic vers la verte et ferme toutes ses connexions. AWS revient en arrière si le temps ne suffit pas.
switchover-step-after = Laisser les clients se reconnecter, et examiner la cible
switchover-step-after-text = La liste des cibles ne montre la nouvelle base de données qu’une fois la bascule terminée. Validez alors de nouveau le proxy.
switchover-step-delete = Supprimer le déploiement en dernier
switchover-step-delete-text = Les deux bases de données restent. Supprimez l’ancienne, dont le nom contient `-old1`, quand plus personne n’en a besoin.
switchover-title = Déploiement bleu/vert de { $database }
switchover-deployment = `{ $database }` est dans le déploiement `{ $name }` ({ $id }), dont le statut est { $status }.
switchover-no-deployment = `{ $database }` n’est dans aucun déploiement bleu/vert. Voici les étapes d’un déploiement.
switchover-no-word = L’avancement d’un déploiement de `{ $database }` n’a pas pu être lu. Voici les étapes d’un déploiement.
switchover-asks = Ce qu’AWS exige
switchover-steps = Dans cet ordre
switchover-done = fait
switchover-now = à faire
switchover-later = ensuite
switchover-unknown = inconnu
switchover-no-database = La base de données du proxy n’a pas pu être lue
switchover-no-database-hint = La liste de contrôle part de ce qui existe. `validate` indique ce qui manque.
cli-migrate-goals = Migrations possibles
cli-migrate-finishes = Ce qui peut être terminé
cli-migrate-here = actuel
cli-migrate-can = permis
cli-migrate-cannot = exclu
cli-migrate-others-unread = Impossible de savoir qui d’autre vient par un ancien chemin
validate-part-migrate = Migrer
validate-part-endpoints = Points de terminaison
endpoints-side =
    { $count ->
        [one] { $count } point de terminaison
       *[other] { $count } points de terminaison
    }
migrate-way-direct = direct
migrate-way-unknown = inconnu
migrate-sentence = Vers quoi migrer, ce qui s’y oppose, et ce qui est supprimé à la fin. Rien ne change avant une revue.
migrate-to = Migrer vers
migrate-to-text = Chacun est un plan à part. Il ne fait qu’ajouter, et déplace la fonction en dernier.
migrate-user = Nouvel utilisateur de la base
migrate-user-why = Un utilisateur sous lequel personne ne s’authentifie encore. `{ $function }` s’en servira ; qui s’authentifie sous un autre n’est pas touché.
migrate-user-why-alone = Un utilisateur sous lequel personne ne s’authentifie encore. Aucune fonction n’est en question : seul le proxy reçoit la nouvelle authentification.
migrate-other-function = Autre fonction…
migrate-a-function = Choisir la fonction…
migrate-finish = Terminer
migrate-finish-text = Un second plan supprime un ancien chemin. Il est refusé tant que quelqu’un semble l’emprunter. Seules les fonctions de ce compte et de cette région sont examinées, pas les autres clients.
migrate-finish-unread = Les utilisateurs que le proxy authentifie n’ont pas été lus : il en reste peut-être d’anciens.
migrate-finish-none = Aucun ancien chemin n’est plus visible.
migrate-finish-review = Examiner la suppression : { $what }…
migrate-looking = Recherche de qui vient encore par un ancien chemin…
migrate-look = Chercher qui vient encore par un ancien chemin
migrate-review = Examiner la migration
migrate-review-title = Migrer vers : { $what }
migrate-review-end = Point de non-retour, suppression : { $what }
migrate-back = Retour à la migration
migrate-make-user = L’utilisateur de base de données `{ $user }` doit exister pour que la fonction marche
migrate-make-user-text = Aucun appel AWS ne le crée. La page donne son SQL, et peut l’exécuter.
migrate-old-stays = L’ancien chemin fonctionne encore
migrate-old-stays-text = Essayez le nouveau. Quand tous ont migré, terminez sur la page Migrer.

## Which proxies and databases a function reaches

reached-ask = Montrer quels proxies et bases de données elle atteint
reached-asking = Recherche des proxies et bases de données que { $function } atteint
reached-head = Elle atteint
reached-none = Aucune de ses variables, politiques ni groupes ne mène à un proxy ou à une base de données lisible.
reached-through = `{ $proxy }`, et par lui `{ $database }`
reached-direct = `{ $database }`, sans proxy
reached-gone = Cette fonction n’existe plus
reached-open = Valider ce chemin
reached-again = Relire
