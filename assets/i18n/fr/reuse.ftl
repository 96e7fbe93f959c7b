# A proxy that is there already and is used.

reuse-not-here = Il n’y a pas de proxy { $name } ici
reuse-not-here-cure = Utilisez l’un de ceux-ci : { $names }. Ou créez-en un nouveau : omettez `existing` et `--proxy`.
reuse-none-here-cure = Il n’y en a aucun à utiliser dans ce compte et cette région. Créez-en un : omettez `existing` et `--proxy`.
reuse-cannot = Le proxy `{ $name }` ne peut pas être utilisé : { $why }
reuse-cannot-cure = Utilisez un autre proxy, ou créez-en un nouveau : omettez `existing` et `--proxy`.
reuse-why-engine = il parle { $family }, et la base de données non
reuse-why-vpc = il est dans un autre VPC que la base de données, { $vpc }
reuse-why-database = la base de données derrière lui est { $database }, et un proxy n’en a qu’une
reuse-why-unread = impossible de lire quelle base de données il a (`{ $operation }`)
reuse-why-status = il est { $status }
reuse-why-login = l’une de ses entrées d’authentification n’est pas comprise (`{ $what }`), et la liste s’écrit d’un bloc
reuse-mode = `{ $name }` authentifie cet utilisateur par { $mode }
reuse-mode-cure = Choisissez { $mode } : le mode d’authentification des autres sur le proxy ne change pas.
reuse-full = `{ $name }` a { $count } entrées d’authentification, et un proxy n’en accepte pas plus
reuse-full-cure = Réutilisez l’une d’elles, utilisez un autre proxy, ou créez-en un nouveau.
reuse-same-user = `{ $name }` authentifie peut-être déjà { $user }
reuse-same-user-text = Son secret `{ $secret }` semble être celui du même utilisateur, et un proxy accepte un seul secret par utilisateur. Choisissez un autre utilisateur de base de données, ou réutilisez ce secret.
reuse-fixed = AWS ne peut pas modifier cela sur `{ $name }`
reuse-fixed-cure = Omettez-le : le proxy garde le réseau qu’il a.
reuse-changes = Modifie { $settings } de `{ $name }` pour tous ceux qui l’utilisent
reuse-changes-text = Également concernés : { $who }. Omettez le réglage, et il reste tel quel.
reuse-who-unknown = tous ses autres utilisateurs ; leurs authentifications ne figurent pas sur le proxy
reuse-who-logins = ceux qui s’authentifient avec { $logins }
reuse-role-partly = Certaines politiques du rôle { $role } n’ont pas pu être lues
reuse-role-partly-cure = On ne sait pas ce que le proxy a déjà le droit de faire : rien n’y est donc ajouté. Autorisez la lecture du rôle, ou créez un nouveau proxy.
reuse-role-gone = Le rôle { $role } de `{ $name }` n’est pas ici
reuse-role-gone-cure = Sans lui, le proxy ne peut lire aucun secret. Réparez d’abord le proxy, ou créez-en un nouveau.
reuse-role-why = Le rôle que le proxy a déjà. Une politique en ligne, sous son propre nom, y est ajoutée ; toutes les politiques existantes restent telles quelles.
reuse-role-has-why = Le rôle que le proxy a déjà, et il en a déjà le droit.
reuse-role-bounded = Le rôle { $role } a une limite d’autorisations
reuse-role-bounded-text = Ce que { $arn } n’autorise pas reste interdit, quoi qu’on ajoute au rôle.
reuse-group-why = Un groupe que le proxy a déjà : une règle y est ajoutée.
reuse-registers = `{ $name }` n’a pas de base de données : { $database } devient la sienne
reuse-registers-text = Un proxy n’en a qu’une. Quiconque a une authentification sur `{ $name }` accède désormais par lui à { $database } : { $who }. Son pool garde ses réglages.
reuse-note = Utilise le proxy { $name }, qui existe déjà
reuse-note-text = S’ajoutent une authentification, une politique sur son rôle, une règle et ce dont la fonction a besoin. Toutes les autres authentifications et tous les réglages restent tels quels. Le retour arrière ne défait que les ajouts.
plan-add-login = Ajouter une authentification de { $user } au proxy { $name }
plan-add-login-why =
    Le proxy accepte désormais cet utilisateur. { $count ->
        [0] Il n’a encore aucune authentification.
        [one] L’autre authentification est renvoyée telle qu’elle vient d’être lue.
       *[other] Les { $count } autres authentifications sont renvoyées telles qu’elles viennent d’être lues.
    }
plan-add-login-undo = Retire l’authentification de `{ $user }` de la liste du proxy `{ $name }`, et laisse toutes les autres.
plan-add-login-unclear = l’une de ses entrées d’authentification n’est pas comprise (`{ $what }`), et la liste s’écrit d’un bloc
plan-add-login-moved = le proxy a entre-temps une authentification avec ce secret, mais d’un autre mode
plan-add-login-kept = L’authentification a été modifiée depuis ; elle n’est pas touchée.
plan-add-login-last = C’est la dernière authentification, et il en faut une à un proxy.
after-login = l’authentification
part-used-proxy = Le proxy est utilisé, et non créé ici : ceci relève de son propriétaire.
reuse-recommended = { $name } sert déjà { $database }
reuse-recommended-text = Recommandé : utilisez-le au lieu d’un second (`--proxy { $name }`, ou `existing = true` à côté de son nom). Une authentification y est ajoutée, tous ses autres utilisateurs gardent ce qu’ils ont, et il n’y a pas de second proxy à payer.
reuse-share-unread = La part que { $name } prend de la base de données n’a pas pu être lue
reuse-share-unread-text = On ne sait pas s’il a la même base de données, ni quelle part de ses connexions il prend (`{ $operation }`) : la part de ce pool ne s’additionne peut-être pas bien avec la sienne.
reuse-sum = Les proxies de { $database } peuvent prendre ensemble { $sum } % de ses connexions
reuse-share = `{ $name }` { $percent } %
reuse-sum-text = { $others }, et celui-ci { $own } %. Réduisez-les de { $over } % en tout, à { $most } % ensemble, ou utilisez l’un d’eux au lieu d’un second proxy : à la limite, la base de données refuse le dernier arrivé.
reuse-sum-why = { $why } D’autres prennent déjà leur part ({ $others }) : { $sum } % ensemble.
proxies-title = Proxies pour { $database }
proxies-new = Vous pouvez aussi en créer un nouveau : omettez `--proxy`.
proxies-none = Il n’y a aucun proxy dans ce compte et cette région. Créez-en un.
proxies-recommended = recommandé
proxies-usable = utilisable
proxies-empty = utilisable ; aucune base de données n’y est encore enregistrée
proxies-unusable = inutilisable : { $why }
proxies-engine = moteur
proxies-vpc = VPC
proxies-login = auth.
proxies-users = utilisateurs
proxies-functions = fonctions
proxies-pool = pool
proxies-pool-share = { $percent } % des connexions de la base de données
proxies-unknown = inconnu (`{ $operation }`)
proxies-no-function = aucune vue
proxies-token-users = ceux que nomment les politiques de son rôle
proxies-by-variable = variable { $name }
proxies-by-policy = politique { $name }
proxies-by-group = groupe { $name }
proxies-use = L’utiliser : { $command }
proxies-unread = N’a pas pu être lu : `{ $operation }`. Ce qui en découle n’est pas affiché.
proxies-of-function = Proxies que { $function } atteint
proxies-of-function-none = Aucune variable, politique ni groupe de { $function } ne mène à un proxy lisible.
proxies-direct = { $database }, sans proxy
proxies-database = base
proxies-how = comment
proxies-no-such-database = Il n’y a pas de base de données { $id } ici
proxies-no-such-function = Il n’y a pas de fonction { $name } ici
proxies-host = hôte
which-reading = Examen des proxies existants
which-use = Utiliser un proxy existant
which-use-recommended = `{ $name }` sert déjà cette base de données : seuls s’ajoutent une authentification et des droits.
which-use-none = Aucun d’eux n’est utilisable pour cette base de données.
which-new = En créer un nouveau
which-new-text = Avec son propre rôle, ses propres groupes et son propre pool.
which-recommended-name = { $name }, recommandé
which-cannot = { $name } est inutilisable
which-use-name = Utiliser { $name }
which-engine = Moteur, VPC
which-users = Utilisateurs
which-functions = Fonctions
which-use-empty = `{ $name }` n’a pas encore de base de données : celle-ci y est enregistrée.
which-empty = pas encore de base de données
which-secs = { $count } s
which-changes = modifications
which-time = de mise en place
which-sentence =
    { $count ->
        [one] Un proxy existe ici
       *[other] { $count } proxies existent ici
    } ; { $fit ->
        [0] aucun ne peut
        [one] un peut
       *[other] { $fit } peuvent
    } accueillir { $function }. Ce que vous modifiez ci-dessous est modifié pour tous ceux qui l’utilisent.
which-fit = Conviennent à { $database } et à { $function }
which-unfit = Inutilisables
which-again = Relire
which-because = Raison : { $why }.
which-may = Peut prendre `{ $may }`
which-may-adds = Peut prendre `{ $may }` ; { $functions } : `{ $demand }` de plus au maximum
which-may-tight = Peut prendre `{ $may }` ; { $functions } : jusqu’à `{ $demand }` de plus, trop juste
which-of = sur { $limit } connexions
used-tab-happens = Ce qui se passe
used-tab-calls = Appels d’API { $count }
used-added = Serait ajouté
used-added-count =
    { $count ->
        [one] exactement cet élément
       *[other] exactement ces { $count } éléments
    }
used-untouched = Non touché
used-itself = TLS, authentifications des autres, pool, délais, sous-réseaux
used-itself-but = tout sauf { $settings }
used-login = son authentification
used-function = même point de terminaison, sans redémarrage
used-role = en a déjà le droit
used-database = aucune nouvelle règle
used-undo =
    { $count ->
        [one] Le retour arrière défait cet élément et rien d’autre.
       *[other] Le retour arrière défait ces { $count } éléments et rien d’autre.
    }
which-tls = TLS exigé
which-no-tls = TLS facultatif
several-of = { $name } : { $text }
several-twice = { $name } est indiquée deux fois
several-twice-cure = Indiquez chaque fonction une seule fois : la première dans `function`, les autres dans `more_functions`.
several-not-there = Un proxy existant se décrit avec une seule fonction
several-not-there-hint = Indiquez une seule `--function`, ou aucune : le compte dit laquelle utilise le proxy.
several-alias = Un alias est choisi pour { $name }, qui ne fait pas partie des autres fonctions de cette configuration
several-alias-cure = Indiquez-la dans `more_functions`, ou omettez l’alias. Celui de la première fonction est `publish_to_alias`.
several-moves = { $name } est déplacée dans le VPC, et { $first }, indiquée avant elle, ne l’est pas
several-moves-cure = Indiquez { $name } en premier : les fonctions déplacées partagent le groupe de sécurité de la première.
further-title = Autres fonctions
further-none = Aucune
further-count =
    { $count ->
        [one] { $count } de plus
       *[other] { $count } de plus
    }
further-alias-publish = Publier une version de { $function } et déplacer { $alias } sur elle
further-alias-leave = Ne pas toucher aux alias de { $function }
further-add = Ajouter une fonction
further-why = Chacune reçoit sa propre règle, ses droits et ses variables, dans la même exécution.
